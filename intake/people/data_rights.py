"""A person's rights over his data: to have a copy of all of it, and to have it erased."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Connection, delete, select, update

from intake.applications.model import Application, Attachment
from intake.applications.service import Applications
from intake.applications.status import RUNNING
from intake.audit import SYSTEM, AuditEvent, farmer
from intake.chain import ERASED
from intake.clock import Clock
from intake.errors import Refused
from intake.guarantors.model import Guarantee
from intake.guarantors.status import GuaranteeStatus
from intake.guarantors.store import GuaranteeStore, guarantor_actor
from intake.tables import (
    applications,
    attachments,
    audit_events,
    consents,
    drafts,
    findings,
    guarantees,
    instances,
    messages,
    people,
)
from intake.vault import Vault

Json = Any
PARTIES = ("farmer", "guarantor")  # who, of those in the log, is no employee of the lender


@dataclass(frozen=True)
class Export:
    """All that is kept of one person: `record` is JSON-able, `sent_in` names the files, not yet read."""

    record: Mapping[str, Json]
    sent_in: Sequence[Attachment]


class DataRights:
    """Export and erasure across every table of the package."""

    def __init__(self, applications: Applications, vault: Vault, clock: Clock) -> None:
        self._applications = applications
        self._vault = vault
        self._clock = clock
        self._guarantees = GuaranteeStore(vault)

    def export(self, connection: Connection, user_id: int) -> Export:
        """Everything about the person, the log of who read his file included."""
        own = self._applications.by_farmer(connection, user_id)
        draft = self._applications.open_draft(connection, user_id)
        person = self._applications.known(connection, user_id)
        record = {
            "exported_at": self._clock(),
            "person": None if person is None else asdict(person),
            "consents": [asdict(one) for one in self._applications.consents.history(connection, user_id)],
            "draft": None if draft is None else asdict(draft),
            "applications": [self._with_papers(connection, application) for application in own],
            "guarantees": [_his_word(one) for one in self._guarantees.of_user(connection, user_id)],
            "log": [
                _of_his_own(event, own, user_id)
                for event in self._applications.audit.of_person(connection, user_id)
            ],
        }
        sent_in = self._sent_in(connection, user_id)
        self._log(connection, user_id, "export")
        return Export(_jsonable(record), sent_in)

    def erase(self, connection: Connection, user_id: int) -> int:
        """Overwrite and delete what is personal; gives the number of attachments dropped.

        The bare record of decided applications (reference, amounts, dates, who decided) stays for the books,
        without the person. Attachments vanish from the disk at the next `Attachments.sweep`. Raises `Refused`
        ("application_running") while one is not decided: it can be withdrawn first.
        """
        own = self._applications.by_farmer(connection, user_id)
        running = [application.reference for application in own if application.status in RUNNING]
        if running:
            raise Refused("application_running", references=running)
        dropped = self._drop_attachments(connection, user_id)
        for application in own:
            self._erase_application(connection, application)
        self._erase_person(connection, user_id)
        # The log keeps that it was done, and of which bare records, no longer of whom.
        facts: dict[str, Any] = {
            "references": [application.reference for application in own],
            "attachments": dropped,
        }
        self._applications.audit.write(connection, SYSTEM, "person:erase", self._clock(), **facts)
        return dropped

    def _with_papers(self, connection: Connection, application: Application) -> dict[str, Any]:
        number = application.application_id
        store = self._applications.store
        instance = self._applications.instances.of(connection, number)
        return {
            **asdict(application),
            "instance": None if instance is None else instance.xml,
            "messages": [asdict(message) for message in store.messages(connection, number)],
            "findings": [asdict(finding) for finding in store.findings(connection, number)],
            "guarantee": _without_phone(self._guarantees.of_application(connection, number)),
        }

    def _sent_in(self, connection: Connection, user_id: int) -> list[Attachment]:
        of_draft = self._applications.attachments.of_draft
        drafts_of_his = self._draft_ids(connection, user_id)
        return [attachment for draft_id in drafts_of_his for attachment in of_draft(connection, draft_id)]

    def _draft_ids(self, connection: Connection, user_id: int) -> list[str]:
        return list(
            connection.execute(select(drafts.c.draft_id).where(drafts.c.user_id == user_id)).scalars()
        )

    def _drop_attachments(self, connection: Connection, user_id: int) -> int:
        mine = attachments.c.draft_id.in_(self._draft_ids(connection, user_id))
        return connection.execute(delete(attachments).where(mine)).rowcount

    def _erase_application(self, connection: Connection, application: Application) -> None:
        number = application.application_id
        for table in (findings, messages, instances):
            connection.execute(delete(table).where(table.c.application_id == number))
        nobody: Json = {"name": "", "phone": None, "national_id": None}
        empty: Json = {"applicant": nobody, "guarantor": None, "values": {}, "lines": []}
        this = applications.c.application_id == number
        self._overwrite(connection, applications, this, empty, user_id=-number)
        self._guarantees.forget(connection, guarantees.c.application_id == number)
        own_change = this & (applications.c.changed_by == farmer(application.user_id))
        connection.execute(update(applications).where(own_change).values(changed_by=ERASED))

    def _erase_person(self, connection: Connection, user_id: int) -> None:
        now = self._clock()
        connection.execute(delete(drafts).where(drafts.c.user_id == user_id))
        connection.execute(delete(consents).where(consents.c.user_id == user_id))
        self._erase_guarantor(connection, user_id)
        for actor in (farmer(user_id), guarantor_actor(user_id)):
            own_deeds = update(audit_events).where(audit_events.c.actor == actor)
            connection.execute(own_deeds.values(actor=ERASED))
        self._overwrite(connection, audit_events, audit_events.c.user_id == user_id, {}, user_id=None)
        nobody: Json = {"name": "", "phone": None, "national_id": None, "known": {}}
        columns = {"phone_index": None, "national_id_index": None, "user_id": None, "erased_at": now}
        self._overwrite(connection, people, people.c.user_id == user_id, nobody, **columns)

    def _erase_guarantor(self, connection: Connection, user_id: int) -> None:
        """Nobody stands for a loan whom the lender no longer knows (`Guarantors.release` tells those concerned)."""
        his = guarantees.c.user_id == user_id
        undecided = select(applications.c.application_id).where(
            applications.c.status.in_([status.value for status in RUNNING])
        )
        open_ones = update(guarantees).where(his, guarantees.c.application_id.in_(undecided))
        declined = {"status": GuaranteeStatus.DECLINED.value, "version": guarantees.c.version + 1}
        connection.execute(open_ones.values(declined))
        self._guarantees.forget(connection, his)

    def _overwrite(
        self,
        connection: Connection,
        table: Any,
        condition: ColumnElement[bool],
        content: Json,
        **columns: Any,
    ) -> None:
        sealed = self._vault.encrypt_json(content)
        connection.execute(update(table).where(condition).values(sealed=sealed, **columns))

    def _log(self, connection: Connection, user_id: int, deed: str) -> None:
        self._applications.audit.write(
            connection, farmer(user_id), f"person:{deed}", self._clock(), user_id=user_id
        )


def _of_his_own(event: AuditEvent, own: Sequence[Application], user_id: int) -> Json:
    """A line of the log. Others with his phone, which anybody may have typed, are not named, nor is his guarantor."""
    line, facts = asdict(event), dict(event.facts)
    role = event.actor.partition(":")[0]
    if role in PARTIES and event.actor not in (farmer(user_id), guarantor_actor(user_id)):
        line["actor"] = role
    if "other_running" in facts:
        mine = {application.reference for application in own}
        facts["other_running"] = [reference for reference in facts["other_running"] if reference in mine]
    return {**line, "facts": facts}


def _his_word(guarantee: Guarantee) -> Json:
    """What he was asked and said. Whom the borrower named is told only when it is surely himself: by his phone."""
    kept = asdict(guarantee)
    del kept["changed_by"]
    if guarantee.phone is None or guarantee.phone != guarantee.named.phone:
        del kept["named"]
    return kept


def _without_phone(guarantee: Guarantee | None) -> Json:
    """What the borrower knows of it anyway: whom he named, and the answer."""
    if guarantee is None:
        return None
    return {
        "named": asdict(guarantee.named),
        "status": guarantee.status,
        "asked_at": guarantee.asked_at,
        "answered_at": guarantee.answered_at,
    }


def _jsonable(value: Any) -> Json:
    """Plain JSON values: times in ISO 8601, exact decimals as text, sets as lists."""
    if isinstance(value, Mapping):
        return {str(key): _jsonable(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [_jsonable(inner) for inner in value]
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value
