"""What a farmer last wrote to an officer, kept in the officer's chat: his words straight under it answer it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from bot.conversation.turn import Tx

KEY = "farmer_wrote"
INSTEAD = "o.other"  # the words that wait are for the farmer who wrote last


def heard_from(tx: Tx, officer: int, verb: str, number: int) -> None:
    """A farmer's words came to him; `verb` is the step that answers them, `number` what it is about."""
    facts = {"verb": verb, "id": str(number), "version": "0", "at": tx.now.isoformat()}

    def remember(state: dict[str, Any]) -> None:
        state[KEY] = facts

    tx.change_state(officer, remember)
