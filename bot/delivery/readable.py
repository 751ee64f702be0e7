"""What Telegram brings, made such that it can be stored and read again: one update must not keep the others out."""

from __future__ import annotations

from typing import Any

import structlog
from telegram import Update

from bot.delivery.inbox import chat_of, date_of

log = structlog.get_logger(__name__)

LARGEST = 2**63  # of a number that the database takes
MESSAGES = ("message", "edited_message")
BARE = ("message_id", "date", "edit_date", "chat", "from", "text", "caption")


def readable(payload: object) -> dict[str, Any] | None:
    """The update whole, or its message with nothing but the words, or its number alone, so that it is confirmed.

    None for what has no number.
    """
    number = payload.get("update_id") if isinstance(payload, dict) else None
    if not isinstance(payload, dict) or not isinstance(number, int) or not 0 <= number < LARGEST:
        return None
    if _can_be_read(payload):
        return payload
    words = {"update_id": number} | {kind: _bare(payload[kind]) for kind in MESSAGES if kind in payload}
    heard = _can_be_read(words)
    log.error("an update cannot be read", update_id=number, words_heard=heard)
    return words if heard else {"update_id": number}


def _bare(message: Any) -> Any:
    return {name: message[name] for name in BARE if name in message} if isinstance(message, dict) else message


def _can_be_read(payload: dict[str, Any]) -> bool:
    try:
        known = Update.de_json(payload).to_dict()
        date_of(known)
        return abs(chat_of(payload)) < LARGEST
    except Exception:  # of whatever kind: the library says nowhere which
        return False
