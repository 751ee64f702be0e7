"""What is said and done: text and buttons in, replies out; nothing here knows Telegram."""
