"""What a farmer says to the person who answered his question reaches that person."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import handoff, lending, person, questions
from bot.conversation.expects import APPLICATION, KEY, expected
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.to_officer import SHOWN, is_for_nobody
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import clean, quoted
from intake.interview.answering import yes_or_no
from intake.interview.commands import asks
from knowledge.answering.intent import redirect

MORE, OWN = "h.more", "h.own"  # the words that wait: for who answered; for the application
HELD = "for_who_answered"
WITHIN = timedelta(days=1)


def room(turn: Turn) -> Commit | None:
    """His next words after the answer, unless they plainly belong elsewhere."""
    if turn.pressed(MORE) is not None:
        return (
            _pass_on(turn, str(turn.state.get(HELD, "")))
            if turn.state.get(HELD)
            else person.write_to_officer(turn)
        )
    if turn.pressed(OWN) is not None:
        return _to_application(turn)
    answered = turn.state.get(handoff.ANSWERED)
    if answered is None or turn.staff is not None or turn.incoming.kind is not IncomingKind.TEXT:
        return None
    if turn.state.get(KEY, {}).get("room", APPLICATION) != APPLICATION or not _newest(turn, answered):
        return None
    text = clean(turn.text)
    if not text or _is_elsewhere(turn, answered, text):
        return None
    if expected(turn, APPLICATION) is not None:
        return _for_whom(turn, answered, text)
    if asks(text, turn.language) or redirect(text, turn.language) is not None:
        return both(questions.respond(turn, text).commit, _offer(turn, answered, text))
    return _pass_on(turn, text)


def _newest(turn: Turn, answered: Mapping[str, Any]) -> bool:
    fresh = turn.now - datetime.fromisoformat(answered["at"]) <= WITHIN
    return fresh and turn.is_newest(answered["at"])


def _is_elsewhere(turn: Turn, answered: Mapping[str, Any], text: str) -> bool:
    """An "ok" too, where the answer asked nothing back."""
    locale = lending.locale(turn.services, turn.now)
    settled = not answered["asks"] and yes_or_no(text, turn.language, locale) is not None
    return settled or is_for_nobody(turn, text)


def _for_whom(turn: Turn, answered: Mapping[str, Any], text: str) -> Commit:
    ask = turn.say("For whom is this: {words}", words=quoted(text, SHOWN))
    mine = Button(turn.plain("For my application"), OWN)
    return _held(text, Reply(ask, buttons=((_to(turn, answered),), (mine,))))


def _offer(turn: Turn, answered: Mapping[str, Any], text: str) -> Commit:
    """It reads like a question to the papers, and may be one to who answered."""
    ask = turn.say("Was this meant for {officer}? Then press the button.", officer=answered["by"])
    return _held(text, Reply(ask, buttons=((_to(turn, answered),),)))


def _held(text: str, reply: Reply) -> Commit:
    def commit(tx: Tx) -> None:
        tx.state[HELD] = text[: handoff.MAX_LETTERS]
        tx.reply(reply)

    return commit


def _to(turn: Turn, answered: Mapping[str, Any]) -> Button:
    return Button(turn.plain("For {officer}", officer=answered["by"])[:60], MORE)


def _to_application(turn: Turn) -> Commit | None:
    """The words that waited are heard by the application, as if they had just been written."""
    from bot.conversation.application import rooms as application

    text = turn.state.get(HELD)
    if not text:
        return None
    incoming = dataclasses.replace(turn.incoming, kind=IncomingKind.TEXT, text=text, press=None)
    onward = application.room(dataclasses.replace(turn, incoming=incoming))
    return None if onward is None else both(lambda tx: tx.state.pop(HELD, None), onward)


def _pass_on(turn: Turn, text: str) -> Commit:
    if len(text) > handoff.MAX_LETTERS:
        return just(person.too_long(turn, handoff.MAX_LETTERS))
    answered = turn.state.get(handoff.ANSWERED, {})

    def commit(tx: Tx) -> None:
        tx.state.pop(HELD, None)
        told = handoff.create(
            tx,
            turn.services,
            key=f"{answered.get('key', 'text:')}{turn.incoming.update_id}",
            chat_id=turn.incoming.chat_id,
            question=text,
            language=turn.language,
            village=str(answered.get("village", "")),
        )
        tx.reply(Reply(person.passed_on(turn, told or []), buttons=person.carry_on(turn, tx)))
        if answered:
            tx.state[handoff.ANSWERED] = {**answered, "at": tx.now.isoformat()}

    return commit
