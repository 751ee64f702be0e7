"""Reminders, escalations and expiries: which jobs to lay down, and whether one is still due when it fires.

A job's key is unique: laying the same job down twice is one job. When it fires, the world may have moved on or
the clock may have jumped, so `verdict` asks again before anybody is bothered.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from intake.applications.model import Application, Draft
from intake.applications.status import HELD, RUNNING, ApplicationStatus
from intake.lender import Deadlines, Lender

VISIT_REMINDER_AT = time(16, 0)  # the afternoon before, by the lender's clock


class JobKind(StrEnum):
    """What falls due."""

    CLAIM_REMINDER = "claim_reminder"
    CLAIM_ESCALATION = "claim_escalation"
    DECISION_TARGET = "decision_target"
    VISIT_REMINDER = "visit_reminder"
    DRAFT_REMINDER = "draft_reminder"
    DRAFT_EXPIRY = "draft_expiry"


@dataclass(frozen=True)
class Job:
    """One thing to do at `due_at`. `subject` is the application's or draft's id, `stamp` what it hangs on."""

    kind: JobKind
    subject: str
    stamp: str
    due_at: datetime

    @property
    def key(self) -> str:
        """Unique: the same deadline of the same thing gives the same key."""
        return f"{self.kind}:{self.subject}:{self.stamp}"


@dataclass(frozen=True)
class Due:
    """Do it now."""


@dataclass(frozen=True)
class NotYet:
    """Things moved: ask again at `due_at`."""

    due_at: datetime


@dataclass(frozen=True)
class Over:
    """Nothing to do any more."""


Verdict = Due | NotYet | Over


def application_jobs(application: Application, deadlines: Deadlines) -> list[Job]:
    """What to lay down when an application comes (back) into the queue."""
    if application.status is not ApplicationStatus.SUBMITTED:
        return []
    subject, stamp = str(application.application_id), str(application.version)
    since = application.updated_at
    target = application.submitted_at + timedelta(hours=deadlines.decision_target)
    return [
        Job(JobKind.CLAIM_REMINDER, subject, stamp, since + timedelta(hours=deadlines.claim_reminder)),
        Job(JobKind.CLAIM_ESCALATION, subject, stamp, since + timedelta(hours=deadlines.claim_escalation)),
        Job(JobKind.DECISION_TARGET, subject, "submitted", target),
    ]


def visit_jobs(application: Application, lender: Lender) -> list[Job]:
    """What to lay down when a visit is agreed: a word to both on the afternoon before."""
    if application.visit_on is None:
        return []
    evening_before = application.visit_on - timedelta(days=1)
    due_at = datetime.combine(evening_before, VISIT_REMINDER_AT, lender.zone)
    subject, stamp = str(application.application_id), application.visit_on.isoformat()
    return [Job(JobKind.VISIT_REMINDER, subject, stamp, due_at)]


def draft_jobs(draft: Draft, deadlines: Deadlines) -> list[Job]:
    """What to lay down when a draft begins: one gentle word, then the end. Saving it moves both on."""
    return [
        Job(JobKind.DRAFT_REMINDER, draft.draft_id, "once", _draft_due(draft, deadlines.draft_reminder)),
        Job(JobKind.DRAFT_EXPIRY, draft.draft_id, "once", _draft_due(draft, deadlines.draft_expiry)),
    ]


def verdict(job: Job, application: Application, lender: Lender, now: datetime) -> Verdict:
    """Whether an application's job is still to be done."""
    if not _APPLICATION_CHECKS[job.kind](job, application) or _is_past(application, lender, now, job.kind):
        return Over()
    due_at = _due_again(job, application, lender)
    return Due() if now >= due_at else NotYet(due_at)


def draft_verdict(job: Job, draft: Draft, deadlines: Deadlines, now: datetime) -> Verdict:
    """Whether a draft's job is still to be done; an answer given since moves it on."""
    if draft.status is not ApplicationStatus.DRAFT:
        return Over()
    hours = deadlines.draft_reminder if job.kind is JobKind.DRAFT_REMINDER else deadlines.draft_expiry
    due_at = _draft_due(draft, hours)
    return Due() if now >= due_at else NotYet(due_at)


def _draft_due(draft: Draft, hours: int) -> datetime:
    return draft.updated_at + timedelta(hours=hours)


def _due_again(job: Job, application: Application, lender: Lender) -> datetime:
    jobs = application_jobs(application, lender.deadlines) + visit_jobs(application, lender)
    found = [other.due_at for other in jobs if other.key == job.key]
    return found[0] if found else job.due_at


def _unclaimed(job: Job, application: Application) -> bool:
    same = str(application.version) == job.stamp
    return same and application.status is ApplicationStatus.SUBMITTED


def _undecided(job: Job, application: Application) -> bool:
    return application.status in RUNNING


def _visit_stands(job: Job, application: Application) -> bool:
    return application.status in HELD and application.visit_on == date.fromisoformat(job.stamp)


def _is_past(application: Application, lender: Lender, now: datetime, kind: JobKind) -> bool:
    """A word before a visit that comes after it, because the bot was away, is none any more."""
    day = application.visit_on
    return kind is JobKind.VISIT_REMINDER and day is not None and day < lender.day(now)


_APPLICATION_CHECKS: dict[JobKind, Callable[[Job, Application], bool]] = {
    JobKind.CLAIM_REMINDER: _unclaimed,
    JobKind.CLAIM_ESCALATION: _unclaimed,
    JobKind.DECISION_TARGET: _undecided,
    JobKind.VISIT_REMINDER: _visit_stands,
}
