"""Which room gets the next free text, photo or place: one at a time, and the application takes over again after."""

from __future__ import annotations

from typing import Any

from bot.conversation.turn import Turn, Tx

KEY = "expects"
APPLICATION = "application"
TOLD = "told"  # a story told before the application began: heard again when it does
LONGEST_STORY = 2000


def expect(tx: Tx, room: str, **facts: Any) -> None:
    """The next free text belongs to `room`; `facts` say what for."""
    tx.state[KEY] = {"room": room, **facts}


def settle(tx: Tx) -> None:
    """What was expected has come: an application that was being written waits for its answer again."""
    if tx.state.get(APPLICATION, {}).get("draft_id"):
        expect(tx, APPLICATION)
    else:
        tx.state.pop(KEY, None)


def expected(turn: Turn, room: str) -> dict[str, Any] | None:
    """What `room` is waiting for, if the next free text is its own."""
    waiting: dict[str, Any] | None = turn.state.get(KEY)
    return waiting if waiting and waiting.get("room") == room else None
