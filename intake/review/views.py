"""What stands in the queue, for whom: no personal data, so that looking at it opens no file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from intake.applications.status import HELD, RUNNING, ApplicationStatus
from intake.clock import Clock
from intake.errors import NotAllowed, Reason
from intake.followup.overdue import Overdue, overdue
from intake.lender import Lender
from intake.products.money import Money
from intake.review import rights
from intake.review.staff import Role, Staff, StaffMember
from intake.tables import applications

_COLUMNS = (
    "application_id",
    "reference",
    "village",
    "version",
    "product_id",
    "large",
    "holder",
    "claimed_at",
    "visit_on",
    "submitted_at",
    "updated_at",
)


@dataclass(frozen=True)
class QueueItem:
    """One line of a queue. `overdue` says which deadlines have passed."""

    application_id: int
    reference: str
    village: str
    version: int
    product_id: str
    large: bool
    holder: int | None
    claimed_at: datetime | None
    visit_on: date | None
    submitted_at: datetime
    updated_at: datetime
    status: ApplicationStatus
    requested: Money
    staff_related: bool
    overdue: tuple[Overdue, ...] = ()


class QueueViews:
    """The queue as each role may see it, oldest first."""

    def __init__(self, staff: Staff, lender: Lender, clock: Clock) -> None:
        self._staff = staff
        self._lender = lender
        self._clock = clock

    def unclaimed(self, connection: Connection, by: int) -> list[QueueItem]:
        """What waits in the officer's villages; for the lead in all."""
        member = self._member(connection, by, rights.INVESTIGATORS)
        conditions = [_with(ApplicationStatus.SUBMITTED)]
        if member.role is Role.OFFICER:
            conditions.append(applications.c.village.in_(sorted(member.villages)))
        return self._items(connection, member, *conditions)

    def mine(self, connection: Connection, by: int) -> list[QueueItem]:
        """What this member holds and has to work on."""
        member = self._member(connection, by, rights.READERS)
        return self._items(connection, member, _with(*HELD), applications.c.holder == by)

    def to_review(self, connection: Connection, by: int) -> list[QueueItem]:
        """What is recommended and may be decided by this member: nothing that he investigated."""
        member = self._member(connection, by, rights.DECIDERS)
        return self._items(connection, member, _with(ApplicationStatus.RECOMMENDED), deciding=True)

    def whole(self, connection: Connection, by: int) -> list[QueueItem]:
        """Everything that is running and who holds what: for the branch lead."""
        member = self._member(connection, by, frozenset({Role.LEAD}))
        return self._items(connection, member, _with(*RUNNING), hide_related=False)

    def overdue(self, connection: Connection, by: int) -> list[QueueItem]:
        """What has passed a deadline: the lead sees all, an officer his villages and what he holds."""
        member = self._member(connection, by, rights.READERS)
        items = self._items(connection, member, _with(*RUNNING), hide_related=member.role is not Role.LEAD)
        return [item for item in items if item.overdue and _concerns(member, item)]

    def load(self, connection: Connection, by: int) -> Mapping[int, int]:
        """How many running applications each member holds: for the branch lead."""
        held = [item.holder for item in self.whole(connection, by) if item.holder is not None]
        return Counter(held)

    def _member(self, connection: Connection, by: int, roles: frozenset[Role]) -> StaffMember:
        member = self._staff.find(connection, by)
        if member is None:
            raise NotAllowed(Reason.NOT_STAFF)
        rights.require_role(member, roles)
        return member

    def _items(
        self,
        connection: Connection,
        member: StaffMember,
        *conditions: ColumnElement[bool],
        deciding: bool = False,
        hide_related: bool = True,
    ) -> list[QueueItem]:
        query = select(applications).where(*conditions)
        rows = connection.execute(query.order_by(applications.c.submitted_at, applications.c.application_id))
        return [
            self._item(row)
            for row in rows
            if not (hide_related and rights.touches(member, row))
            and not (deciding and rights.investigated(member, row))
        ]

    def _item(self, row: Row[Any]) -> QueueItem:
        return QueueItem(
            **{name: getattr(row, name) for name in _COLUMNS},
            status=ApplicationStatus(row.status),
            requested=Money(row.requested_amount, row.currency),
            staff_related=bool(row.related_staff),
            overdue=overdue(
                ApplicationStatus(row.status),
                submitted_at=row.submitted_at,
                updated_at=row.updated_at,
                visit_on=row.visit_on,
                lender=self._lender,
                now=self._clock(),
            ),
        )


def _with(*statuses: ApplicationStatus) -> ColumnElement[bool]:
    return applications.c.status.in_(_values(statuses))


def _values(statuses: Iterable[ApplicationStatus]) -> list[str]:
    return sorted(status.value for status in statuses)


def _concerns(member: StaffMember, item: QueueItem) -> bool:
    if member.role is Role.LEAD:
        return True
    return item.holder == member.user_id or (member.role is Role.OFFICER and item.village in member.villages)
