"""What an officer last wrote to a farmer, kept in the farmer's chat: his next plain words are the reply to it."""

from __future__ import annotations

from collections.abc import Mapping, MutableMapping
from datetime import datetime, timedelta
from typing import Any

from bot.conversation.turn import Tx

KEY = "officer_wrote"
QUESTION, VISIT, MESSAGE = "question", "visit", "message"
CORRECTED_WITHIN = timedelta(minutes=30)  # after his words were passed on, more of them go the same way


def opened(tx: Tx, farmer: int, application_id: int, kind: str, officer: str) -> None:
    """The officer has written: what the farmer says next is for him."""
    wrote = {"application": application_id, "kind": kind, "officer": officer, "at": tx.now.isoformat()}

    def remember(state: dict[str, Any]) -> None:
        state[KEY] = wrote

    tx.change_state(farmer, remember)


def replied(state: MutableMapping[str, Any], application_id: int, now: datetime) -> None:
    """The farmer's words have gone: a correction soon after goes too."""
    wrote = state.get(KEY)
    if wrote and wrote["application"] == application_id:
        state[KEY] = {**wrote, "replied": now.isoformat()}


def just_replied(wrote: Mapping[str, Any], now: datetime) -> bool:
    """Whether his words went so lately that the next may correct them."""
    at = wrote.get("replied")
    return at is not None and now - datetime.fromisoformat(at) <= CORRECTED_WITHIN
