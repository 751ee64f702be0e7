"""Farmers' questions that were passed on, as they are kept: each once, and who read it stands in the log."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Row, delete, select

from bot.conversation.wording import clean
from bot.tables import handoffs
from intake.audit import AuditLog
from intake.errors import NotFound
from intake.reading.cleaning import fold

if TYPE_CHECKING:
    from bot.conversation.turn import Tx
    from bot.services import Services

COMPLAINT = "complaint:"  # how the key of a complaint begins


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
    enclosed: tuple[
        Mapping[str, Any], ...
    ] = ()  # photos, papers, places that came with it, each as `enclosing.held`


def get(connection: Connection, services: Services, handoff_id: int) -> Handoff:
    """One question. Raises `NotFound`."""
    row = connection.execute(select(handoffs).where(handoffs.c.handoff_id == handoff_id)).one_or_none()
    if row is None:
        raise NotFound("handoff", handoff_id)
    return opened(services, row)


def open_for(
    connection: Connection, services: Services, villages: Collection[str] | None = None
) -> list[Handoff]:
    """Unanswered questions of these villages (of all if None), the urgent first, then the oldest."""
    query = select(handoffs).where(handoffs.c.answered_at.is_(None))
    if villages is not None:
        query = query.where(handoffs.c.village.in_(villages))
    rows = connection.execute(query.order_by(handoffs.c.urgent.desc(), handoffs.c.handoff_id))
    return [opened(services, row) for row in rows]


def of_chat(connection: Connection, services: Services, chat_id: int) -> list[Handoff]:
    """All that one person had passed on, oldest first: for the export of his data."""
    query = select(handoffs).where(handoffs.c.chat_id == chat_id).order_by(handoffs.c.handoff_id)
    return [opened(services, row) for row in connection.execute(query)]


def complained(
    connection: Connection, services: Services, chat_id: int, words: str, said_at: datetime
) -> bool:
    """Whether a complaint that was passed on since these words were said holds them: one is not brought twice."""
    said = fold(clean(words))
    passed_on = (one for one in of_chat(connection, services, chat_id) if one.complaint)
    return any(one.asked_at >= said_at and said in fold(one.question) for one in passed_on)


def last_complaint(connection: Connection, services: Services, chat_id: int) -> Handoff | None:
    """What a person has passed on last, if it was a complaint."""
    newest = of_chat(connection, services, chat_id)[-1:]
    return next((one for one in newest if one.complaint), None)


def erase(tx: Tx, chat_id: int) -> int:
    """Forget all that one person had passed on; returns how many."""
    return tx.connection.execute(delete(handoffs).where(handoffs.c.chat_id == chat_id)).rowcount


def log_read(connection: Connection, services: Services, handoff: Handoff, actor: str, **facts: Any) -> None:
    """Whoever is shown a farmer's question has read something of his."""
    log, now = AuditLog(services.vault), services.clock()
    log.write(connection, actor, "question:read", now, user_id=handoff.chat_id, **facts)


def opened(services: Services, row: Row[Any]) -> Handoff:
    """A row as it is read."""
    unsealed = services.vault.decrypt_json
    return Handoff(
        row.handoff_id,
        row.chat_id,
        row.village,
        row.language,
        row.urgent,
        unsealed(row.question),
        row.asked_at,
        unsealed(row.answer) if row.answer is not None else None,
        row.answered_at,
        row.answered_by,
        row.key.startswith(COMPLAINT),
        tuple(unsealed(row.enclosed)) if row.enclosed is not None else (),
    )
