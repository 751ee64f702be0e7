"""Words written straight under a farmer's words, no button pressed: most likely the answer, so he is asked."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from bot.conversation.expects import calls_off, settle
from bot.conversation.messages import Button, IncomingKind
from bot.conversation.officer import hearing, newest, questions, steps
from bot.conversation.officer.deeds import find, not_worker
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import clean, paragraphs, quoted
from intake.review import Role, StaffMember

PAPERS = steps.PAPERS


def room(turn: Turn, member: StaffMember) -> Commit | None:
    """Offer to send them; None when something else was said since, or they are nothing to send."""
    facts = _newest(turn, member)
    if facts is None or not turn.is_newest(facts["at"]) or calls_off(turn.text, turn.language):
        return None
    return _offer(turn, facts, clean(turn.text))


def instead(turn: Turn, member: StaffMember, facts: Facts | None, args: tuple[str, ...]) -> Commit:
    """The words that wait are not for the step that was open, but for the farmer who wrote last."""
    last = _newest(turn, member)
    if facts is None or last is None or not steps.belongs(facts, args) or not facts.get("words"):
        return steps.over(turn, facts)
    return _offer(turn, last, str(facts["words"])) or steps.over(turn, facts)


def _offer(turn: Turn, facts: Facts, said: str) -> Commit | None:
    if not said or len(said) > steps.LONGEST_OF.get(facts["verb"], steps.LONGEST):
        return None
    application = None if facts["verb"] == steps.ANSWER else find(turn.services, facts["id"])
    head = steps.about(application) if application else questions.asked(turn, int(facts["id"]))
    if not head:
        return None
    ask = turn.say("Shall I send this to the farmer? It is not sent yet.")
    papers = Button(turn.plain("No, I ask the papers"), PAPERS, (steps.subject_of(facts),))
    text = paragraphs(head, ask, quoted(said, steps.LONGEST))
    kept = {**facts, "words": said}
    offer = steps.are_you_sure(turn, kept, text, turn.plain("Send it to the farmer"), (papers,))

    def commit(tx: Tx) -> None:
        tx.state.pop(newest.KEY, None)  # offered once
        offer(tx)

    return commit


def _newest(turn: Turn, member: StaffMember) -> Facts | None:
    facts: Facts | None = turn.state.get(newest.KEY)
    if facts is None or turn.now - datetime.fromisoformat(facts["at"]) > hearing.LAPSES_AFTER:
        return None
    if facts["verb"] == steps.ANSWER:
        return facts
    mine = member.role is not Role.ADMIN and not_worker(turn, member, int(facts["id"])) is None
    return facts if mine else None


def ask_papers(turn: Turn, facts: Facts | None, args: tuple[str, ...]) -> Commit:
    """The words that waited are a question after all."""
    from bot.conversation.questions import respond

    if facts is None or not steps.belongs(facts, args) or not facts.get("words"):
        return steps.over(turn, facts)
    words = str(facts["words"])
    incoming = dataclasses.replace(turn.incoming, kind=IncomingKind.TEXT, text=words, press=None)
    answer = respond(dataclasses.replace(turn, incoming=incoming), words)

    def commit(tx: Tx) -> None:
        settle(tx)
        answer.commit(tx)

    return commit
