"""The Telegram bot: delivery, conversation, staff surfaces and the composition root."""
