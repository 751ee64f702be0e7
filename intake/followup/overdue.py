"""Which deadlines an application has passed."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from intake.applications.status import HELD, RUNNING, ApplicationStatus
from intake.lender import Lender


class Overdue(StrEnum):
    """A deadline that has passed."""

    CLAIM = "claim"
    CLAIM_ESCALATED = "claim_escalated"
    VISIT = "visit"
    DECISION = "decision"


def overdue(
    status: ApplicationStatus,
    *,
    submitted_at: datetime,
    updated_at: datetime,
    visit_on: date | None,
    lender: Lender,
    now: datetime,
) -> tuple[Overdue, ...]:
    """Everything that is late at `now`; unclaimed counts from the last change (a release starts it anew)."""
    if status not in RUNNING:
        return ()
    late = []
    waiting = now - updated_at
    if status is ApplicationStatus.SUBMITTED and waiting >= _hours(lender.deadlines.claim_reminder):
        late.append(Overdue.CLAIM)
    if status is ApplicationStatus.SUBMITTED and waiting >= _hours(lender.deadlines.claim_escalation):
        late.append(Overdue.CLAIM_ESCALATED)
    if status in HELD and visit_on is not None and visit_on < lender.day(now):
        late.append(Overdue.VISIT)
    if now - submitted_at >= _hours(lender.deadlines.decision_target):
        late.append(Overdue.DECISION)
    return tuple(late)


def _hours(hours: int) -> timedelta:
    return timedelta(hours=hours)
