"""The presses of late that did something: a second press of one hears what it did, and when."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.conversation.turn import Turn, Tx
from bot.conversation.wording import Html

KEY = "done"
REMEMBERED = 8


def remember(turn: Turn, tx: Tx, what: Html) -> None:
    """What this press has done."""
    if (pressed := _pressed(turn)) is not None:
        one = {"press": pressed, "what": what, "at": tx.now.isoformat()}
        tx.state[KEY] = [*tx.state.get(KEY, []), one][-REMEMBERED:]


def before(turn: Turn) -> Html:
    """What this very press has done already, by him: nobody else has the button. Empty where it did nothing."""
    pressed = _pressed(turn)
    found: Mapping[str, Any] | None = next(
        (one for one in turn.state.get(KEY, []) if one["press"] == pressed), None
    )
    if found is None:
        return Html("")
    when = turn.wording.moment(datetime.fromisoformat(found["at"]))
    return turn.say("Already done, by you, on {when}: {what}", when=when, what=Html(found["what"]))


def _pressed(turn: Turn) -> list[str] | None:
    press = turn.incoming.press
    return [press.action, *press.args] if press is not None else None
