"""Grounded answers: the lender's documents, their versions, the index over them and what is said from them."""
