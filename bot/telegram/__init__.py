"""The one place that speaks python-telegram-bot: updates in, Bot API calls out."""
