"""Farmers' questions that wait for a person, and the officer's answer on its way back."""

from __future__ import annotations

from bot.conversation import handoff
from bot.conversation.expects import expect, settle
from bot.conversation.messages import Button, Reply
from bot.conversation.officer import steps
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, clean
from intake.errors import NotAllowed, NotFound
from intake.review import StaffMember

ANSWER = handoff.ANSWER
SHOWN = 10


def waiting(turn: Turn, member: StaffMember) -> Commit:
    """`/questions`: those this member may answer, the urgent first."""
    villages = None if member.role.value in handoff.SEES_ALL else member.villages
    with turn.services.reading() as connection:
        found = handoff.open_for(connection, turn.services, villages)
    if not found:
        return just(Reply(turn.say("No question is waiting.")))
    return just(*(handoff.card(turn.services, one, member) for one in found[:SHOWN]))


def begin(turn: Turn, member: StaffMember, handoff_id: int) -> Commit:
    """The reply button: the next words go to the farmer."""
    services = turn.services
    try:
        with services.reading() as connection:
            asked = handoff.get(connection, services, handoff_id)
            who = services.staff.find(connection, asked.answered_by) if asked.answered_by else None
    except NotFound:
        return just(Reply(turn.say("This question is gone: the farmer had it erased.")))
    if not handoff.may_answer(member, asked):
        return just(Reply(turn.say("This village is not yours.")))
    if asked.answered_at is not None:
        return just(Reply(_already(turn, who.name if who else "–")))

    def commit(tx: Tx) -> None:
        expect(tx, steps.ROOM, verb=ANSWER, id=str(handoff_id), version="0")
        text = turn.say("Write your answer now. The farmer reads it as you write it, with your name.")
        tx.reply(Reply(text, buttons=((Button(turn.plain("Never mind"), steps.CANCEL),),)))

    return commit


def answered(turn: Turn, member: StaffMember, handoff_id: int) -> Commit:
    """The words of the answer."""
    words = clean(turn.text)
    if not words:
        return begin(turn, member, handoff_id)
    if len(words) > handoff.MAX_LETTERS:
        limit = turn.wording.number(handoff.MAX_LETTERS)
        return just(Reply(turn.say("Please write it in {limit} letters or fewer.", limit=limit)))

    def commit(tx: Tx) -> None:
        try:
            with tx.connection.begin_nested():
                handoff.answer(tx, turn.services, handoff_id, member, words)
            text = turn.say("Sent to the farmer.")
        except handoff.AlreadyAnswered as first:
            colleague = turn.services.staff.find(tx.connection, first.by)
            text = _already(turn, colleague.name if colleague else "–")
        except (NotFound, NotAllowed):
            text = turn.say("This question is gone: the farmer had it erased.")
        settle(tx)
        tx.reply(Reply(text))

    return commit


def _already(turn: Turn, name: str) -> Html:
    return turn.say("{name} has answered this already.", name=name)
