"""What a farmer says to the person who answered his question reaches that person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from bot.conversation import about_officer, handoff, held, lending, person, questions
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
    if answered is None or turn.staff is not None or turn.incoming.kind is not IncomingKind.TEXT:
        return None
    if turn.state.get(KEY, {}).get("room", APPLICATION) != APPLICATION or not _newest(turn, answered):
        return None
    text = clean(turn.text)
    if not text or _is_elsewhere(turn, answered, text):
        return None
    if _may_complain(turn, answered, text):
        # A question is answered from the papers, with the way past him under it.
        return (
            None if asks(text, turn.language) else about_officer.to_whom(turn, _reader(turn, answered), text)
        )
    if expected(turn, APPLICATION) is not None:
        return held.for_whom(turn, _who(answered), text)
    if asks(text, turn.language) or redirect(text, turn.language) is not None:
        meant = held.was_it_meant(turn, _who(answered), text)
        return both(questions.respond(turn, text).commit, meant)
    return _pass_on(turn, answered, text, str(turn.incoming.update_id))


def _newest(turn: Turn, answered: Mapping[str, Any]) -> bool:
    fresh = turn.now - datetime.fromisoformat(answered["at"]) <= WITHIN
    return fresh and turn.is_newest(answered["at"])


def _is_elsewhere(turn: Turn, answered: Mapping[str, Any], text: str) -> bool:
    """An "ok" too, where the answer asked nothing back."""
    locale = lending.locale(turn.services, turn.now)
    settled = not answered["asks"] and yes_or_no(text, turn.language, locale) is not None
    return settled or is_for_nobody(turn, text)


def _who(answered: Mapping[str, Any]) -> held.Addressee:
    return held.Addressee(answered["by"], MORE, {"answered": dict(answered)})


def _may_complain(turn: Turn, answered: Mapping[str, Any], text: str) -> bool:
    """Where the head of the branch answered a complaint, more of it goes to him anyway."""
    return answered["key"] != handoff.COMPLAINT and about_officer.is_complained_of(turn, text)


def _reader(turn: Turn, answered: Mapping[str, Any]) -> held.Addressee:
    """Who would really read it: the village's officers, whoever has answered."""
    with turn.services.reading() as connection:
        read = handoff.recipients(connection, turn.services, str(answered["village"]))
    return held.Addressee(handoff.names(read), MORE, {"answered": dict(answered)})


def _send_held(turn: Turn) -> Commit:
    """To whom the button named, whoever else has answered since."""
    words = held.find(turn, MORE)
    if words is None:
        return person.write_to_officer(turn)
    return _pass_on(turn, words["answered"], words["text"], words["number"])


def _pass_on(turn: Turn, answered: Mapping[str, Any], text: str, number: str) -> Commit:
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
        )
        if told is None:
            tx.toast(turn.plain("I have passed it on already. The answer comes here."))
            return
        settle(tx)
        tx.reply(Reply(person.passed_on(turn, told), buttons=person.carry_on(turn, tx)))
        tx.state[handoff.ANSWERED] = {**answered, "at": tx.now.isoformat()}

    return commit
