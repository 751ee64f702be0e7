"""Words that wait for a press: a button sends on those it stands under, whatever was written since."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import enclosing, handoff
from bot.conversation.expects import released, settle
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, both

KEY = "held"
OWN = "s.own"  # the words that wait are for the application
AT_MOST = 8  # under an older button they are asked for once more
SHOWN = enclosing.SHOWN


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who wrote to the farmer: his name, the action that sends words to him, and what sending needs to know."""

    name: str
    action: str
    facts: Mapping[str, Any]


def hold(turn: Turn, tx: Tx, action: str, text: str, **facts: Any) -> str:
    """Keep the words for a button with this action; returns their number, which goes into the button."""
    held = tx.state.get(KEY, [])
    update = turn.incoming.update_id
    number = f"{update}.{sum(one['update'] == update for one in held)}"
    said = {"text": text[: handoff.MAX_LETTERS], "said_at": turn.now.isoformat()}
    words = {"number": number, "update": update, "action": action, **said}
    tx.state[KEY] = [*held, words | facts][-AT_MOST:]
    return number


def find(turn: Turn, action: str) -> Mapping[str, Any] | None:
    """The words that the pressed button stands under."""
    pressed = turn.pressed(action)
    held: list[Mapping[str, Any]] = turn.state.get(KEY, [])
    return next((one for one in held if (one["number"],) == pressed and action in (one["action"], OWN)), None)


def drop(tx: Tx, words: Mapping[str, Any]) -> None:
    """They have gone where they belong."""
    tx.state[KEY] = [one for one in tx.state.get(KEY, []) if one["number"] != words["number"]]


def for_whom(turn: Turn, to: Addressee, text: str) -> Commit:
    """An application is being written, and somebody has just written about something else."""
    ask = turn.say("For whom is this: {words}", words=enclosing.named(turn, text))

    def commit(tx: Tx) -> None:
        number = hold(turn, tx, to.action, text, **to.facts)
        mine = for_application(turn, number)
        tx.reply(Reply(ask, buttons=((_button(turn, to, number),), (mine,))))

    return commit


def was_it_meant(turn: Turn, to: Addressee, text: str) -> Commit:
    """It reads like a question to the papers, and may be one to who wrote."""
    ask = turn.say("Was this meant for {officer}? Then press the button.", officer=to.name)

    def commit(tx: Tx) -> None:
        number = hold(turn, tx, to.action, text, **to.facts)
        tx.reply(Reply(ask, buttons=((_button(turn, to, number),),)))

    return commit


def _button(turn: Turn, to: Addressee, number: str) -> Button:
    return Button(turn.plain("For {officer}", officer=to.name)[:60], to.action, (number,))


def for_application(turn: Turn, number: str) -> Button:
    """The held words are for what is being written."""
    return Button(turn.plain("For my application"), OWN, (number,))


def to_application(turn: Turn) -> Commit | None:
    """The words are heard by the application, as if they had just been written."""
    from bot.conversation.application import rooms as application

    words = find(turn, OWN)
    if words is None:
        return None
    incoming = enclosing.again(turn.incoming, words)
    onward = application.room(dataclasses.replace(released(turn), incoming=incoming, sure=True))
    return None if onward is None else both(lambda tx: _gone(tx, words), onward)


def _gone(tx: Tx, words: Mapping[str, Any]) -> None:
    drop(tx, words)
    settle(tx)
