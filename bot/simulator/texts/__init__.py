"""Texts and their entities: cleaned, parsed, measured and found as Telegram does it."""

from bot.simulator.texts.formatting import FormattedText, plain, read_text, user_text
from bot.simulator.texts.utf16 import utf16_length

__all__ = ["FormattedText", "plain", "read_text", "user_text", "utf16_length"]
