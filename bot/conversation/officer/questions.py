"""Farmers' questions that wait for a person, and the officer's answer on its way back."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from bot.conversation import done, enclosing, handed, handoff, readers
from bot.conversation.expects import settle
from bot.conversation.messages import Attachment, Reply
from bot.conversation.officer import steps
from bot.conversation.officer.steps import Facts, never_mind_row, subject_of
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, paragraphs, quoted
from intake.errors import NotAllowed, NotFound
from intake.review import StaffMember

ANSWER = handoff.ANSWER
SHOWN = 10
QUOTED = 300  # letters of the question under which the answer is written


def waiting(turn: Turn, member: StaffMember) -> Commit:
    """`/questions`: those this member may answer, the urgent first."""
    villages = None if member.role.value in readers.SEES_ALL else member.villages
    with turn.services.reading() as connection:
        found = [
            one
            for one in handed.open_for(connection, turn.services, villages)
            if readers.may_answer(connection, turn.services, member, one)
        ]
    if not found:
        return just(Reply(turn.say("No question is waiting.")))
    shown = found[:SHOWN]
    cards = [handoff.card(turn.services, one, member) for one in shown]
    if (left := len(found) - SHOWN) > 0:
        more = turn.say("{count} more are waiting. Answer these, then write /questions again.", count=left)
        cards.append(Reply(more))

    def commit(tx: Tx) -> None:
        for one in shown:
            handed.log_read(tx.connection, turn.services, one, member.actor)
        for reply in cards:
            tx.reply(reply)

    return commit


def show_enclosed(turn: Turn, member: StaffMember, handoff_id: int) -> Commit:
    """The photos and papers that came with a question, for who may answer it; that he saw them is logged."""
    services = turn.services
    try:
        with services.engine.begin() as connection:
            found = handed.get(connection, services, handoff_id)
            if not readers.may_answer(connection, services, member, found):
                return just(Reply(turn.say("This village is not yours.")))
            handed.log_read(connection, services, found, member.actor, enclosed=len(found.enclosed))
    except NotFound:
        return just(Reply(turn.say("This question is gone: the farmer had it erased.")))
    return just(*(_enclosed(turn, one) for one in found.enclosed if one.get("file")))


def _enclosed(turn: Turn, one: Mapping[str, Any]) -> Reply:
    from bot.conversation.application import uploads

    prepared = uploads.fetch(
        dataclasses.replace(turn, incoming=enclosing.again(turn.incoming, {**one, "text": ""}))
    )
    if isinstance(prepared, Html):
        return Reply(turn.say("This file cannot be shown. Ask the farmer to send it again."))
    stored = turn.services.attachments.put(prepared.content)
    name = f"{prepared.kind}.{prepared.ending}"
    return Reply(attachment=Attachment(stored, name, picture=prepared.kind == "image"))


def begin(turn: Turn, member: StaffMember, handoff_id: int) -> Commit:
    """The reply button: the next words go to the farmer."""
    services = turn.services
    try:
        with services.reading() as connection:
            found = handed.get(connection, services, handoff_id)
            who = services.staff.find(connection, found.answered_by) if found.answered_by else None
            his = readers.may_answer(connection, services, member, found)
    except NotFound:
        return just(Reply(turn.say("This question is gone: the farmer had it erased.")))
    if not his:
        return just(Reply(turn.say("This village is not yours.")))
    if found.answered_at is not None:
        return just(Reply(_already(turn, who.name if who else "–")))

    facts = {"verb": ANSWER, "id": str(handoff_id), "version": "0"}
    ask = turn.say("Write your answer now. The farmer reads it as you write it, with your name.")
    text = paragraphs(handoff.said(turn.wording, found, QUOTED), ask)
    return steps.waiting(turn, Reply(text, buttons=(never_mind_row(turn, subject_of(facts)),)), facts)


def asked(turn: Turn, handoff_id: int) -> Html:
    """The farmer's question, for who is about to answer it."""
    try:
        with turn.services.reading() as connection:
            return handoff.said(turn.wording, handed.get(connection, turn.services, handoff_id), QUOTED)
    except NotFound:
        return Html("")


def _answered(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    """The words of the answer."""

    def commit(tx: Tx) -> None:
        try:
            with tx.connection.begin_nested():
                handoff.answer(tx, turn.services, int(facts["id"]), member, words)
            text = turn.say("Sent to the farmer.")
            done.remember(turn, tx, text)
        except handoff.AlreadyAnswered as first:
            colleague = turn.services.staff.find(tx.connection, first.by)
            text = paragraphs(_already(turn, colleague.name if colleague else "–"), _unused(turn, words))
        except (NotFound, NotAllowed):
            text = paragraphs(
                turn.say("This question is gone: the farmer had it erased."), _unused(turn, words)
            )
        settle(tx)
        tx.reply(Reply(text))

    return commit


def _unused(turn: Turn, words: str) -> Html:
    return turn.say("Your words were not used: {words}", words=quoted(words, handoff.MAX_LETTERS))


def _already(turn: Turn, name: str) -> Html:
    return turn.say("{name} has answered this already.", name=name)


HEARD: dict[str, steps.Heard] = {ANSWER: _answered}
