"""Which room gets the next free text, photo or place: one at a time, and the application takes over again after."""

from __future__ import annotations

import dataclasses
from collections.abc import MutableMapping
from typing import Any

from bot.conversation.turn import Turn, Tx
from intake.reading.cleaning import clean, fold
from intake.reading.words import words

KEY = "expects"
APPLICATION = "application"
TOLD = "told"  # a story told before the application began: heard again when it does
LONGEST_STORY = 2000
# "Stop" where something else than an interview waits. "Tomorrow" and "enough" may be what a message says.
CALLS_OFF = {
    "en": "stop, cancel, never mind, nevermind, forget it, nothing, leave it",
    "zh": "停, 停止, 取消, 算了, 不用了, 没事了, 不说了",
    "sw": "acha, simama, ghairi, sitisha, basi, achana nayo, hamna kitu",
}


def expect(tx: Tx, room: str, **facts: Any) -> None:
    """The next free text belongs to `room`; `facts` say what for."""
    tx.state[KEY] = {"room": room, **facts}


def settle(tx: Tx) -> None:
    """What was expected has come: an application that was being written waits for its answer again."""
    settle_in(tx.state)


def settle_in(state: MutableMapping[str, Any]) -> None:
    """The same where another chat stands."""
    if state.get(APPLICATION, {}).get("draft_id"):
        state[KEY] = {"room": APPLICATION}
    else:
        state.pop(KEY, None)


def released(turn: Turn) -> Turn:
    """The turn as if nothing but an application that is being written had waited for it."""
    state = {key: value for key, value in turn.state.items() if key != KEY}
    if state.get(APPLICATION, {}).get("draft_id"):
        state[KEY] = {"room": APPLICATION}
    conversation = dataclasses.replace(turn.conversation, state=state)
    return dataclasses.replace(turn, conversation=conversation)


def expected(turn: Turn, room: str) -> dict[str, Any] | None:
    """What `room` is waiting for, if the next free text is its own."""
    waiting: dict[str, Any] | None = turn.state.get(KEY)
    return waiting if waiting and waiting.get("room") == room else None


def calls_off(text: str, language: str) -> bool:
    """Whether the whole message says that nothing more is wanted."""
    said = fold(clean(text)).strip(" .!,。！，/")
    return any(said in words(CALLS_OFF.get(tongue, "")) for tongue in ("en", language))
