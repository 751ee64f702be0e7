"""The staff's side of applications: the queue, the card, and every step from claim to decision."""
