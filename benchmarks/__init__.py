"""Measurements of the product, each as a ratio to a named peer in the same run."""
