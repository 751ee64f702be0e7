"""Questions a person must answer: kept, passed to the village's officer, the reply brought back to the farmer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert, select, update

from bot.conversation import enclosing, handed
from bot.conversation.handed import COMPLAINT, Handoff
from bot.conversation.messages import Button, Reply
from bot.conversation.officer import newest, overtaken
from bot.conversation.readers import hearers, leads_for, may_answer, village_name
from bot.conversation.wording import Html, Wording, paragraphs, quoted
from bot.tables import handoffs
from intake.audit import SYSTEM, AuditLog, staff_actor
from intake.errors import NotAllowed, NotFound, Reason
from intake.review import StaffMember

if TYPE_CHECKING:
    from bot.conversation.turn import Commit, Tx
    from bot.delivery.jobs import Job
    from bot.services import Services

ANSWER = "o.answer"  # the officer's reply button; its argument is the handoff's id
ANSWERED = "answered"  # state: who answered last, so that what is said next reaches him
ENCLOSED = "o.with"  # the button that shows what came with a question; its argument is the handoff's id
ESCALATE = "handoff_escalation"
SHORT = 120  # letters of a question that is named again
URGENT_PATIENCE = timedelta(hours=1)
MAX_LETTERS = 1500  # of a question or a reply, so that it fits a message with our words around it


class AlreadyAnswered(Exception):
    """Somebody was quicker; `by` is the user id of who."""

    def __init__(self, by: int, at: datetime) -> None:
        super().__init__(f"answered by {by} at {at:%Y-%m-%d %H:%M}")
        self.by = by
        self.at = at


def create(
    tx: Tx,
    services: Services,
    *,
    key: str,
    chat_id: int,
    question: str,
    language: str,
    village: str = "",
    urgent: bool = False,
    enclosed: Sequence[Mapping[str, Any]] = (),
) -> list[StaffMember] | None:
    """Keep a question and tell those who can answer; returns whom, or None when `key` was passed on before."""
    if tx.connection.scalar(select(handoffs.c.handoff_id).where(handoffs.c.key == key)) is not None:
        return None
    values = {
        "key": key,
        "chat_id": chat_id,
        "village": village,
        "language": language,
        "urgent": urgent,
        "question": services.vault.encrypt_json(question),
        "asked_at": tx.now,
        "enclosed": services.vault.encrypt_json([dict(one) for one in enclosed]) if enclosed else None,
    }
    row = tx.connection.execute(insert(handoffs).values(values).returning(*handoffs.c)).one()
    handoff = handed.opened(services, row)
    told = _bring(tx, services, handoff, key)
    patience = URGENT_PATIENCE if urgent else timedelta(hours=services.lender.deadlines.claim_reminder)
    tx.job(f"handoff:{handoff.handoff_id}", ESCALATE, {"handoff_id": handoff.handoff_id}, tx.now + patience)
    return told


def hand_on(tx: Tx, services: Services) -> None:
    """Somebody left: whoever answers for a village now is brought its open questions that he was not brought before."""
    rows = tx.connection.execute(select(handoffs).where(handoffs.c.answered_at.is_(None))).all()
    for row in rows:
        _bring(tx, services, handed.opened(services, row), row.key)


def _bring(tx: Tx, services: Services, handoff: Handoff, key: str) -> list[StaffMember]:
    """Show a question to those who can answer it, each once; returns whom."""
    told = hearers(tx.connection, services, handoff)
    for member in told:
        if tx.send(member.user_id, card(services, handoff, member), key=f"handoff:{key}:{member.user_id}"):
            newest.heard_from(tx, member.user_id, ANSWER, handoff.handoff_id)
            handed.log_read(tx.connection, services, handoff, SYSTEM, to=member.user_id)
    return told


def handlers(services: Services) -> Mapping[str, Callable[[Job], Commit | None]]:
    """The duty of this room: a question that nobody answered comes before the branch leads."""

    def run(job: Job) -> Commit:
        return lambda tx: _escalate(tx, services, int(job.payload["handoff_id"]))

    return {ESCALATE: run}


def _escalate(tx: Tx, services: Services, handoff_id: int) -> None:
    try:
        handoff = handed.get(tx.connection, services, handoff_id)
    except NotFound:  # erased at the farmer's wish
        return
    if handoff.answered_at is not None:
        return
    leads = leads_for(tx.connection, services, handoff.chat_id)
    for member in hearers(tx.connection, services, handoff) if handoff.complaint else leads:
        wording = services.wording(member.language)
        asked_at = wording.moment(handoff.asked_at)
        head = wording.say("Nobody has answered this question since {when}:", when=asked_at)
        shown = card(services, handoff, member)
        reply = Reply(paragraphs(head, Html(shown.text)), buttons=shown.buttons)
        if tx.send(member.user_id, reply, key=f"handoff-late:{handoff_id}:{member.user_id}"):
            handed.log_read(tx.connection, services, handoff, SYSTEM, to=member.user_id)


def card(services: Services, handoff: Handoff, member: StaffMember) -> Reply:
    """The question as a member of staff sees it, with the way to answer."""
    wording = services.wording(member.language)
    place = village_name(services, handoff.village, wording.language)
    if handoff.urgent:
        head = wording.say("🚨 Urgent. A farmer may need help now ({village}). He wrote:", village=place)
    else:
        head = wording.say("A farmer asks you ({village}):", village=place)
    if handoff.complaint:
        alone = wording.say("A complaint. It comes to you alone. His officer does not hear of it.")
        head = paragraphs(alone, head if handoff.urgent else wording.say("He wrote:"))
    number = (str(handoff.handoff_id),)
    rows = [(Button(wording.plain("Reply"), ANSWER, number),)]
    if any(one.get("file") for one in handoff.enclosed):
        rows.insert(0, (Button(wording.plain("Show what came with it"), ENCLOSED, number),))
    return Reply(paragraphs(head, said(wording, handoff, MAX_LETTERS)), buttons=tuple(rows))


def said(wording: Wording, handoff: Handoff, limit: int) -> Html:
    """The words of a question, and before them what came with them."""
    words = quoted(handoff.question, limit)
    for one in reversed(handoff.enclosed):
        words = enclosing.shown(wording, words, one)
    return words


def answer(tx: Tx, services: Services, handoff_id: int, member: StaffMember, text: str) -> Handoff:
    """Bring the reply to the farmer, once. Raises `NotFound`, `NotAllowed`, `AlreadyAnswered`."""
    handoff = handed.get(tx.connection, services, handoff_id)
    if not may_answer(tx.connection, services, member, handoff):
        raise NotAllowed(Reason.VILLAGE, village=handoff.village)
    change = update(handoffs).where(handoffs.c.handoff_id == handoff_id, handoffs.c.answered_at.is_(None))
    values = {
        "answer": services.vault.encrypt_json(text),
        "answered_at": tx.now,
        "answered_by": member.user_id,
    }
    if tx.connection.execute(change.values(values)).rowcount != 1:
        first = handed.get(tx.connection, services, handoff_id)
        assert first.answered_by is not None and first.answered_at is not None  # else the update had matched
        raise AlreadyAnswered(first.answered_by, first.answered_at)
    AuditLog(services.vault).write(
        tx.connection, staff_actor(member.user_id), "question:answer", tx.now, user_id=handoff.chat_id
    )
    tx.send(handoff.chat_id, _reply(tx, services, handoff, member, text))
    _await_more(tx, handoff, member, text)
    overtaken.end_steps(
        tx, services, (ANSWER, str(handoff_id)), member, lambda wording: said(wording, handoff, SHORT)
    )
    return handed.get(tx.connection, services, handoff_id)


def _await_more(tx: Tx, handoff: Handoff, member: StaffMember, text: str) -> None:
    """What the farmer says next may be to who answered."""
    answered = {
        "by": member.name,
        "village": handoff.village,
        "key": COMPLAINT if handoff.complaint else "text:",
        "asks": "?" in text or "？" in text,
        "at": tx.now.isoformat(),
    }

    def remember(state: dict[str, Any]) -> None:
        state[ANSWERED] = answered

    tx.change_state(handoff.chat_id, remember)


def _reply(tx: Tx, services: Services, handoff: Handoff, member: StaffMember, text: str) -> Reply:
    language = tx.language_of(handoff.chat_id) or handoff.language
    wording = services.wording(language)
    asked = wording.say("You asked: {question}", question=said(wording, handoff, SHORT))
    answered = wording.say("{name} answers:", name=member.name)
    buttons = ((Button(wording.plain("Write again"), "person"),),)
    return Reply(paragraphs(asked, answered, quoted(text, 2 * MAX_LETTERS)), buttons=buttons)
