"""Questions a person must answer: kept, passed to the village's officer, the reply brought back to the farmer."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, insert, select, update

from bot.conversation.messages import Button, Reply
from bot.conversation.officer import newest
from bot.conversation.wording import Html, clean, paragraphs, quoted
from bot.tables import handoffs
from intake.audit import SYSTEM, AuditLog, staff_actor
from intake.errors import NotAllowed, NotFound, Reason
from intake.reading.cleaning import fold
from intake.review import Role, StaffMember

if TYPE_CHECKING:
    from bot.conversation.turn import Commit, Tx
    from bot.delivery.jobs import Job
    from bot.services import Services

ANSWER = "o.answer"  # the officer's reply button; its argument is the handoff's id
ANSWERED = "answered"  # state: who answered last, so that what is said next reaches him
COMPLAINT = "complaint:"  # how the key of a complaint begins
SEES_ALL = (Role.LEAD, Role.ADMIN)  # villages are no limit to them
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


@dataclass(frozen=True, slots=True)
class Handoff:
    """A farmer's question that was passed on. `village` is "" when the farmer did not say which."""

    handoff_id: int
    chat_id: int
    village: str
    language: str
    urgent: bool
    question: str
    asked_at: datetime
    answer: str | None = None
    answered_at: datetime | None = None
    answered_by: int | None = None
    complaint: bool = False  # past the farmer's own officer


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
    }
    row = tx.connection.execute(insert(handoffs).values(values).returning(*handoffs.c)).one()
    handoff = _handoff(services, row)
    told = _bring(tx, services, handoff, key)
    patience = URGENT_PATIENCE if urgent else timedelta(hours=services.lender.deadlines.claim_reminder)
    tx.job(f"handoff:{handoff.handoff_id}", ESCALATE, {"handoff_id": handoff.handoff_id}, tx.now + patience)
    return told


def hand_on(tx: Tx, services: Services) -> None:
    """Somebody left: whoever answers for a village now is brought its open questions that he was not brought before."""
    rows = tx.connection.execute(select(handoffs).where(handoffs.c.answered_at.is_(None))).all()
    for row in rows:
        _bring(tx, services, _handoff(services, row), row.key)


def _bring(tx: Tx, services: Services, handoff: Handoff, key: str) -> list[StaffMember]:
    """Show a question to those who can answer it, each once; returns whom."""
    told = hearers(tx.connection, services, handoff)
    for member in told:
        if tx.send(member.user_id, card(services, handoff, member), key=f"handoff:{key}:{member.user_id}"):
            newest.heard_from(tx, member.user_id, ANSWER, handoff.handoff_id)
            log_read(tx.connection, services, handoff, SYSTEM, to=member.user_id)
    return told


def handlers(services: Services) -> Mapping[str, Callable[[Job], Commit | None]]:
    """The duty of this room: a question that nobody answered comes before the branch leads."""

    def run(job: Job) -> Commit:
        return lambda tx: _escalate(tx, services, int(job.payload["handoff_id"]))

    return {ESCALATE: run}


def _escalate(tx: Tx, services: Services, handoff_id: int) -> None:
    try:
        handoff = get(tx.connection, services, handoff_id)
    except NotFound:  # erased at the farmer's wish
        return
    if handoff.answered_at is not None:
        return
    leads = services.staff.members(tx.connection, role=Role.LEAD)
    for member in hearers(tx.connection, services, handoff) if handoff.complaint else leads:
        wording = services.wording(member.language)
        asked_at = wording.moment(handoff.asked_at)
        head = wording.say("Nobody has answered this question since {when}:", when=asked_at)
        shown = card(services, handoff, member)
        reply = Reply(paragraphs(head, Html(shown.text)), buttons=shown.buttons)
        if tx.send(member.user_id, reply, key=f"handoff-late:{handoff_id}:{member.user_id}"):
            log_read(tx.connection, services, handoff, SYSTEM, to=member.user_id)


def recipients(connection: Connection, services: Services, village: str) -> list[StaffMember]:
    """The officers of the village; if it has none, or none was named, the branch leads; else the admins."""
    staff = services.staff
    return (
        staff.officers_of(connection, village)
        or staff.members(connection, role=Role.LEAD)
        or staff.members(connection, role=Role.ADMIN)
    )


def hearers(connection: Connection, services: Services, handoff: Handoff) -> list[StaffMember]:
    """Whom a question is brought to. A complaint passes everybody who worked on a loan of the complainant's."""
    if not handoff.complaint:
        return recipients(connection, services, handoff.village)
    his = {
        number
        for one in services.applications.by_farmer(connection, handoff.chat_id)
        for number in (one.holder, one.recommended_by, *one.investigators)
    }
    for role in (Role.LEAD, Role.ADMIN):
        if free := [one for one in services.staff.members(connection, role=role) if not one.ids & his]:
            return free
    return []


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
    button = Button(wording.plain("Reply"), ANSWER, (str(handoff.handoff_id),))
    return Reply(paragraphs(head, quoted(handoff.question, MAX_LETTERS)), buttons=((button,),))


def village_name(services: Services, village: str, language: str) -> str:
    """The village's name in the language; a dash when it is not known."""
    found = {one.village_id: one for one in services.lender.villages}.get(village)
    return services.lender.text(found.names, language) if found else "–"


def get(connection: Connection, services: Services, handoff_id: int) -> Handoff:
    """One question. Raises `NotFound`."""
    row = connection.execute(select(handoffs).where(handoffs.c.handoff_id == handoff_id)).one_or_none()
    if row is None:
        raise NotFound("handoff", handoff_id)
    return _handoff(services, row)


def open_for(
    connection: Connection, services: Services, villages: Collection[str] | None = None
) -> list[Handoff]:
    """Unanswered questions of these villages (of all if None), the urgent first, then the oldest."""
    query = select(handoffs).where(handoffs.c.answered_at.is_(None))
    if villages is not None:
        query = query.where(handoffs.c.village.in_(villages))
    rows = connection.execute(query.order_by(handoffs.c.urgent.desc(), handoffs.c.handoff_id))
    return [_handoff(services, row) for row in rows]


def may_answer(connection: Connection, services: Services, member: StaffMember, handoff: Handoff) -> bool:
    """Officers answer for their villages, leads for all. A complaint, and for an admin any, must be brought to him."""
    if handoff.complaint or member.role is Role.ADMIN:
        return member.user_id in {one.user_id for one in hearers(connection, services, handoff)}
    return member.role is Role.LEAD or handoff.village in member.villages


def log_read(connection: Connection, services: Services, handoff: Handoff, actor: str, **facts: Any) -> None:
    """Whoever is shown a farmer's question has read something of his."""
    log, now = AuditLog(services.vault), services.clock()
    log.write(connection, actor, "question:read", now, user_id=handoff.chat_id, **facts)


def answer(tx: Tx, services: Services, handoff_id: int, member: StaffMember, text: str) -> Handoff:
    """Bring the reply to the farmer, once. Raises `NotFound`, `NotAllowed`, `AlreadyAnswered`."""
    handoff = get(tx.connection, services, handoff_id)
    if not may_answer(tx.connection, services, member, handoff):
        raise NotAllowed(Reason.VILLAGE, village=handoff.village)
    change = update(handoffs).where(handoffs.c.handoff_id == handoff_id, handoffs.c.answered_at.is_(None))
    values = {
        "answer": services.vault.encrypt_json(text),
        "answered_at": tx.now,
        "answered_by": member.user_id,
    }
    if tx.connection.execute(change.values(values)).rowcount != 1:
        first = get(tx.connection, services, handoff_id)
        assert first.answered_by is not None and first.answered_at is not None  # else the update had matched
        raise AlreadyAnswered(first.answered_by, first.answered_at)
    AuditLog(services.vault).write(
        tx.connection, staff_actor(member.user_id), "question:answer", tx.now, user_id=handoff.chat_id
    )
    tx.send(handoff.chat_id, _reply(tx, services, handoff, member, text))
    _await_more(tx, handoff, member, text)
    return get(tx.connection, services, handoff_id)


def of_chat(connection: Connection, services: Services, chat_id: int) -> list[Handoff]:
    """All that one person had passed on, oldest first: for the export of his data."""
    query = select(handoffs).where(handoffs.c.chat_id == chat_id).order_by(handoffs.c.handoff_id)
    return [_handoff(services, row) for row in connection.execute(query)]


def complained(
    connection: Connection, services: Services, chat_id: int, words: str, said_at: datetime
) -> bool:
    """Whether a complaint that was passed on since these words were said holds them: one is not brought twice."""
    said = fold(clean(words))
    passed_on = (one for one in of_chat(connection, services, chat_id) if one.complaint)
    return any(one.asked_at >= said_at and said in fold(one.question) for one in passed_on)


def erase(tx: Tx, chat_id: int) -> int:
    """Forget all that one person had passed on; returns how many."""
    return tx.connection.execute(delete(handoffs).where(handoffs.c.chat_id == chat_id)).rowcount


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
    asked = wording.say("You asked: {question}", question=clean(handoff.question, SHORT))
    answered = wording.say("{name} answers:", name=member.name)
    buttons = ((Button(wording.plain("Write again"), "person"),),)
    return Reply(paragraphs(asked, answered, quoted(text, 2 * MAX_LETTERS)), buttons=buttons)


def names(members: Sequence[StaffMember]) -> str:
    """The names of members of staff, as a list."""
    return ", ".join(member.name for member in members)


def _handoff(services: Services, row: Row[Any]) -> Handoff:
    opened = services.vault.decrypt_json
    return Handoff(
        row.handoff_id,
        row.chat_id,
        row.village,
        row.language,
        row.urgent,
        opened(row.question),
        row.asked_at,
        opened(row.answer) if row.answer is not None else None,
        row.answered_at,
        row.answered_by,
        row.key.startswith(COMPLAINT),
    )
