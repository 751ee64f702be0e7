"""What an answer costs on forms of 60, 300 and 1,000 questions."""
