"""The first questions of farmers: which are heard, and whether those about a loan are answered."""
