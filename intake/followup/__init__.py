"""Follow-up: what falls due when, as pure functions of timestamps and the lender's deadlines."""

from intake.followup.jobs import (
    Due,
    Job,
    JobKind,
    NotYet,
    Over,
    Verdict,
    application_jobs,
    draft_jobs,
    draft_verdict,
    verdict,
    visit_jobs,
)
from intake.followup.overdue import Overdue, overdue

__all__ = [
    "Due",
    "Job",
    "JobKind",
    "NotYet",
    "Over",
    "Overdue",
    "Verdict",
    "application_jobs",
    "draft_jobs",
    "draft_verdict",
    "overdue",
    "verdict",
    "visit_jobs",
]
