"""The Bot API methods, by subject; importing this package registers them."""

from bot.simulator.methods import callbacks, chats, commands, editing, media, messages, profile, updates
from bot.simulator.methods.registry import HANDLERS, Call, Handler

__all__ = [
    "HANDLERS",
    "Call",
    "Handler",
    "callbacks",
    "chats",
    "commands",
    "editing",
    "media",
    "messages",
    "profile",
    "updates",
]
