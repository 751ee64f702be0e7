"""What every press of staff goes through: who, on what, since when, and the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, Protocol

from sqlalchemy import Connection

from intake.applications.model import Application, Event, EventKind, FindingKind
from intake.applications.service import Applications
from intake.applications.status import Action
from intake.clock import Clock
from intake.errors import NotAllowed, Reason, Refused, TransitionNotAllowed
from intake.lender import Lender
from intake.products.money import payable
from intake.review.lendable import Lendable, lendable
from intake.review.staff import Staff, StaffMember

Change = tuple[Application, list[Event]]


class GuarantorDesk(Protocol):
    """Where the guarantors' answers are kept."""

    def accepted(self, connection: Connection, application_id: int) -> bool:
        """Whether somebody stands for the loan, and goes on doing so until this transaction ends."""


class Press:
    """The member and the application behind a press, read anew; the change and its event."""

    def __init__(
        self,
        applications: Applications,
        staff: Staff,
        lender: Lender,
        clock: Clock,
        guarantors: GuarantorDesk,
    ) -> None:
        self._applications = applications
        self._store = applications.store
        self._staff = staff
        self._lender = lender
        self._clock = clock
        self._guarantors = guarantors

    def _press(
        self, connection: Connection, by: int, application_id: int, version: int | None
    ) -> tuple[StaffMember, Application]:
        member = self._member(connection, by)
        application = self._store.get(connection, application_id)
        if version is not None and version != application.version:
            raise TransitionNotAllowed(
                "press", application.status, application.changed_by, application.updated_at
            )
        return member, application

    def _member(self, connection: Connection, user_id: int) -> StaffMember:
        member = self._staff.find(connection, user_id)
        if member is None:
            raise NotAllowed(Reason.NOT_STAFF)
        return member

    def _change(
        self,
        connection: Connection,
        member: StaffMember,
        application: Application,
        action: Action,
        **columns: Any,
    ) -> Application:
        now = self._clock()
        changed = self._store.change(connection, application, action, by=member.actor, at=now, **columns)
        self._applications.record(connection, changed, member.actor, action)
        return changed

    def _release(self, connection: Connection, application: Application, by: str) -> Change:
        """Back to the queue. A visit that was agreed on is off, and the event says which."""
        changed = self._store.change(
            connection,
            application,
            Action.RELEASE,
            by=by,
            at=self._clock(),
            holder=None,
            claimed_at=None,
            visit_on=None,
        )
        self._applications.record(connection, changed, by, Action.RELEASE)
        facts = self._visit_off(application)
        event = self._applications.event(EventKind.RELEASED, changed, by, holder=application.holder, **facts)
        return changed, [event]

    def _visit_off(self, application: Application) -> dict[str, Any]:
        day = application.visit_on
        return {"visit_off": day} if day is not None and day >= self._today() else {}

    def _today(self) -> date:
        """By the lender's calendar."""
        return self._lender.day(self._clock())

    def _find(
        self,
        connection: Connection,
        application: Application,
        kind: FindingKind,
        member: StaffMember,
        **facts: Any,
    ) -> None:
        self._store.add_finding(connection, application, kind, member.user_id, self._clock(), **facts)

    def _event(
        self,
        kind: EventKind,
        application: Application,
        member: StaffMember,
        *,
        holder: int | None = None,
        **facts: Any,
    ) -> Event:
        event = self._applications.event(kind, application, member.actor, holder=holder, **facts)
        return replace(event, facts={**event.facts, "by_name": member.name})

    def _log_read(self, connection: Connection, member: StaffMember, application: Application) -> None:
        self._applications.audit.write(
            connection,
            member.actor,
            "file:read",
            self._clock(),
            application_id=application.application_id,
            user_id=application.user_id,
        )

    def lendable(self, application: Application) -> Lendable:
        """The least and the most that may be recommended or approved."""
        return lendable(self._lender, application)

    def _amount(self, application: Application, amount: Decimal | None) -> Decimal:
        """The amount lent, all that was asked if none is given: what is lendable, and nothing else."""
        bounds = self.lendable(application)
        given = bounds.most if amount is None else payable(amount, application.requested.currency)
        if given not in bounds:
            raise Refused("amount_not_allowed", given=given, least=bounds.least, most=bounds.most)
        return given


def written(text: str, missing: str) -> str:
    words = text.strip()
    if not words:
        raise Refused(missing)
    return words
