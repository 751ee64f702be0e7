"""How kind the conversation is: messages, repeats, dead ends, plain words."""
