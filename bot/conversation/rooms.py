"""The rooms in the order they are tried; the order is the behaviour."""

from __future__ import annotations

from bot.conversation import basics
from bot.conversation.basics import last_word
from bot.conversation.turn import Handler

__all__ = ["ROOMS", "last_word"]

ROOMS: tuple[Handler, ...] = (
    basics.group,
    basics.membership,
    basics.language,
    basics.start,
    basics.help_room,
    basics.old_button,
)
