"""Search in the languages nobody tuned it for."""
