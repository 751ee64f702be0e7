"""What a farmer says to the person who answered his question reaches that person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import (
    about_officer,
    enclosing,
    handed,
    handoff,
    held,
    lending,
    person,
    questions,
    readers,
)
from bot.conversation.expects import APPLICATION, KEY, expected, settle
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.to_officer import is_for_nobody
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import clean
from intake.interview.answering import yes_or_no
from intake.interview.asking import asks
from knowledge.answering.intent import redirect

MORE = "h.more"  # the words that wait are for who answered
WITHIN = timedelta(days=1)


def room(turn: Turn) -> Commit | None:
    """His next words after the answer, unless they plainly belong elsewhere."""
    if turn.pressed(MORE) is not None:
        return _send_held(turn)
    answered = turn.state.get(handoff.ANSWERED)
    with_it = enclosing.comes(turn)
    heard = with_it or turn.incoming.kind is IncomingKind.TEXT
    if answered is None or turn.staff is not None or not heard:
        return None
    if turn.state.get(KEY, {}).get("room", APPLICATION) != APPLICATION or not _newest(turn, answered):
        return None
    text = clean(turn.text)
    if not with_it and (not text or _is_elsewhere(turn, answered, text)):
        return None
    if _may_complain(turn, answered, text):
        # A question is answered from the papers, with the way past him under it.
        return (
            None if asks(text, turn.language) else about_officer.to_whom(turn, _reader(turn, answered), text)
        )
    if expected(turn, APPLICATION) is not None:
        return held.for_whom(turn, _who(turn, answered), text)
    if not with_it and (asks(text, turn.language) or redirect(text, turn.language) is not None):
        meant = held.was_it_meant(turn, _who(turn, answered), text)
        return both(questions.respond(turn, text).commit, meant)
    number, held_with = str(turn.incoming.update_id), enclosing.among(enclosing.held(turn))
    return _pass_on(turn, answered, text, number, held_with)


def _newest(turn: Turn, answered: Mapping[str, Any]) -> bool:
    fresh = turn.now - datetime.fromisoformat(answered["at"]) <= WITHIN
    return fresh and turn.is_newest(answered["at"])


def _is_elsewhere(turn: Turn, answered: Mapping[str, Any], text: str) -> bool:
    """An "ok" too, where the answer asked nothing back."""
    locale = lending.locale(turn.services, turn.now)
    settled = not answered["asks"] and yes_or_no(text, turn.language, locale) is not None
    return settled or is_for_nobody(turn, text)


def _who(turn: Turn, answered: Mapping[str, Any]) -> held.Addressee:
    return held.Addressee(answered["by"], MORE, {"answered": dict(answered), **enclosing.held(turn)})


def _may_complain(turn: Turn, answered: Mapping[str, Any], text: str) -> bool:
    """Where the head of the branch answered a complaint, more of it goes to him anyway."""
    return answered["key"] != handed.COMPLAINT and about_officer.is_complained_of(turn, text)


def _reader(turn: Turn, answered: Mapping[str, Any]) -> held.Addressee:
    """Who would really read it: the village's officers, whoever has answered."""
    with turn.services.reading() as connection:
        read = readers.recipients(connection, turn.services, str(answered["village"]), turn.user_id)
    return held.Addressee(readers.names(read), MORE, {"answered": dict(answered), **enclosing.held(turn)})


def _send_held(turn: Turn) -> Commit:
    """To whom the button named, whoever else has answered since."""
    words = held.find(turn, MORE)
    if words is None:
        return person.write_to_officer(turn)
    return _pass_on(turn, words["answered"], words["text"], words["number"], enclosing.among(words))


def _pass_on(
    turn: Turn, answered: Mapping[str, Any], text: str, number: str, enclosed: Sequence[Mapping[str, Any]]
) -> Commit:
    if len(text) > handoff.MAX_LETTERS:
        return just(person.too_long(turn, handoff.MAX_LETTERS))

    def commit(tx: Tx) -> None:
        told = handoff.create(
            tx,
            turn.services,
            key=f"{answered['key']}{number}",
            chat_id=turn.incoming.chat_id,
            question=text,
            language=turn.language,
            village=str(answered["village"]),
            enclosed=enclosed,
        )
        if told is None:
            tx.toast(turn.plain("I have passed it on already. The answer comes here."))
            return
        settle(tx)
        tx.reply(Reply(person.passed_on(turn, told), buttons=person.carry_on(turn, tx)))
        tx.state[handoff.ANSWERED] = {**answered, "at": tx.now.isoformat()}

    return commit
