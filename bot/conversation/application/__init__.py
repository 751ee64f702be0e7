"""The application as a conversation: consent, the story, what is still missing, the summary, one submission."""
