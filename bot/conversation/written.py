"""Words where a button was meant: "yes pls" to "Shall I ask your officer?", "goat hil" to "Which village?"."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, MutableMapping
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from bot.conversation.messages import Incoming, IncomingKind, Press, Reply, parse_callback
from intake.interview.answering import yes_or_no
from intake.reading import Kind, LenderLocale, Option, read

if TYPE_CHECKING:
    from bot.conversation.store import Conversation

KEY = "asked"
WITHIN = timedelta(hours=1)  # a later "yes" may be meant for something else


def remember(state: MutableMapping[str, Any], reply: Reply, now: datetime) -> None:
    """Keep what words to the newest message mean; anything else that is said takes it away."""
    state.pop(KEY, None)
    meant: dict[str, Any] = {}
    if reply.asks is not None:
        meant["yes"], meant["no"] = (button.data for button in reply.asks)
    if reply.named:
        meant["named"] = {button.text: button.data for row in reply.buttons for button in row}
    if meant:
        state[KEY] = meant | {"at": now.isoformat()}


def as_press(incoming: Incoming, conversation: Conversation, locale: LenderLocale, now: datetime) -> Incoming:
    """The update as the press it stands for, where a question waits and the words surely answer it."""
    asked = conversation.state.get(KEY)
    if incoming.kind is not IncomingKind.TEXT or not incoming.private or not asked:
        return incoming
    if now - datetime.fromisoformat(asked["at"]) > WITHIN:
        return incoming
    data = _meant(asked, incoming.text, conversation.language, locale)
    if data is None:
        return incoming
    action, args = parse_callback(data)
    press = Press("", action, args, message_id=None)
    return dataclasses.replace(incoming, kind=IncomingKind.PRESS, text="", press=press)


def _meant(asked: Mapping[str, Any], text: str, language: str, locale: LenderLocale) -> str | None:
    """The data of the button that was meant."""
    if "yes" in asked:
        answer = yes_or_no(text, language, locale)
        return None if answer is None else str(asked["yes" if answer else "no"])
    options = [Option(data, (label,)) for label, data in asked["named"].items()]
    best = read(text, Kind.CHOICE, language=language, locale=locale, options=options).best
    return str(best.value) if best else None
