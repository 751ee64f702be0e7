"""The words, photos and places that a step of the staff's room waited for."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.conversation.expects import expected
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.officer import deciding, questions, steps, visiting
from bot.conversation.officer.phrases import PHRASES
from bot.conversation.officer.steps import Facts, Heard
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import clean
from intake.review import StaffMember

HEARD: dict[str, Heard] = {**steps.HEARD, **deciding.HEARD, **visiting.HEARD}
LAPSES_AFTER = timedelta(hours=24)  # words written later were not meant for the old step
KINDS = (IncomingKind.TEXT, IncomingKind.PHOTO, IncomingKind.LOCATION)


def open_step(turn: Turn) -> Facts | None:
    """The step whose words are waited for, unless it was left lying for a day."""
    waiting = expected(turn, steps.ROOM)
    if waiting is None or "at" not in waiting:
        return waiting
    return waiting if turn.now - datetime.fromisoformat(waiting["at"]) < LAPSES_AFTER else None


def heard(turn: Turn, member: StaffMember, facts: Facts) -> Commit | None:
    """What came, given to the step that waits; None when it is nothing for it."""
    if turn.incoming.kind in (IncomingKind.PHOTO, IncomingKind.LOCATION):
        return visiting.on_the_spot(turn, member, facts)
    if facts["verb"] == questions.ANSWER:
        return questions.answered(turn, member, int(facts["id"]))
    return words(turn, member, facts, turn.text)


def picked(turn: Turn, member: StaffMember, facts: Facts | None, args: tuple[str, ...]) -> Commit | None:
    """A ready-made sentence was pressed, for the step that is open."""
    verb, place = args[0], int(args[1])
    if facts is None or facts["verb"] != verb:
        return None
    return words(turn, member, facts, turn.plain(PHRASES[verb][place]))


def words(turn: Turn, member: StaffMember, facts: Facts, text: str) -> Commit | None:
    """Words for a step: some, and not too many."""
    said = clean(text)
    if not said:
        return just(Reply(turn.say("Please write it in words.")))
    if len(said) > steps.LONGEST:
        limit = turn.wording.number(steps.LONGEST)
        return just(Reply(turn.say("Please write it in {limit} letters or fewer.", limit=limit)))
    step = HEARD.get(facts["verb"])
    return step(turn, member, facts, said) if step else None
