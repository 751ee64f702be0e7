"""Forgotten drafts: one gentle word the next day, and the end after the lender's time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.conversation.messages import Button, Reply
from bot.conversation.notifications import notify
from bot.conversation.turn import Commit, Tx
from bot.delivery.jobs import Job
from bot.services import Services
from intake import followup
from intake.applications import Draft
from intake.errors import NotFound
from intake.followup import Due, JobKind, NotYet

Duty = Callable[[Job], Commit | None]


def enqueue(tx: Tx, services: Services, draft: Draft) -> None:
    """Both jobs of a new draft."""
    for job in followup.draft_jobs(draft, services.lender.deadlines):
        tx.job(job.key, job.kind.value, {"subject": job.subject, "stamp": job.stamp}, job.due_at)


def drop(tx: Tx, services: Services, draft: Draft) -> None:
    """Neither is needed any more."""
    for job in followup.draft_jobs(draft, services.lender.deadlines):
        tx.drop_job(job.key)


def handlers(services: Services) -> Mapping[str, Duty]:
    """The duties of this room, by the kind of job."""
    run = draft_duty(services)
    return {JobKind.DRAFT_REMINDER.value: run, JobKind.DRAFT_EXPIRY.value: run}


def draft_duty(services: Services) -> Duty:
    """The handler of both: it asks first whether the draft is still open and was quiet for long enough."""

    def run(job: Job) -> Commit:
        return lambda tx: _fall_due(services, tx, job)

    return run


def _fall_due(services: Services, tx: Tx, job: Job) -> None:
    try:
        draft = services.applications.drafts.get(tx.connection, str(job.payload["subject"]))
    except NotFound:  # erased at the farmer's wish
        return
    due = followup.Job(JobKind(job.kind), draft.draft_id, str(job.payload["stamp"]), tx.now)
    verdict = followup.draft_verdict(due, draft, services.lender.deadlines, tx.now)
    if isinstance(verdict, NotYet):
        _later(tx, job, verdict.due_at)
    elif isinstance(verdict, Due) and due.kind is JobKind.DRAFT_REMINDER:
        tx.send(draft.user_id, _word(tx, services, draft), key=f"draft-reminded:{draft.draft_id}")
    elif isinstance(verdict, Due):
        _close(services, tx, draft)


def _later(tx: Tx, job: Job, due_at: datetime) -> None:
    """An answer came since: ask again then, under a key of its own."""
    root = job.key.partition("@")[0]
    tx.job(f"{root}@{due_at.isoformat()}", job.kind, dict(job.payload), due_at)


def _word(tx: Tx, services: Services, draft: Draft) -> Reply:
    wording = services.wording(tx.language_of(draft.user_id) or draft.language)
    if draft.answered >= draft.total:
        text = wording.say("Your application is all answered and only waits to be sent. There is no hurry.")
    else:
        text = wording.say(
            "You began an application and stopped at question {number} of {total}. "
            "All your answers are kept. Shall we go on? There is no hurry.",
            number=draft.answered + 1,
            total=draft.total,
        )
    return Reply(text, buttons=((Button(wording.plain("Carry on with my application"), "a.on"),),))


def _close(services: Services, tx: Tx, draft: Draft) -> None:
    notify(tx, services, services.applications.expire_draft(tx.connection, draft.draft_id))
    tx.change_state(draft.user_id, _forget)


def _forget(state: dict[str, Any]) -> None:
    state.pop("application", None)
    if state.get("expects", {}).get("room") == "application":
        state.pop("expects")
