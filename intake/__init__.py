"""Loan applications: forms, the interview, products, the queue and the decision."""
