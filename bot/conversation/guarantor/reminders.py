"""A word to the farmer whose guarantor has not answered."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation.guarantor.link import REMINDER, shown, ways
from bot.conversation.messages import Reply
from bot.conversation.notifications import notify
from bot.conversation.turn import Commit, Tx
from bot.conversation.wording import paragraphs
from bot.delivery.jobs import Job
from bot.services import Services

Duty = Callable[[Job], Commit | None]


def handlers(services: Services) -> Mapping[str, Duty]:
    """The duties of this room, by the kind of job."""
    return {REMINDER: lambda job: lambda tx: _fall_due(services, tx, job)}


def _fall_due(services: Services, tx: Tx, job: Job) -> None:
    number, version = int(job.payload["subject"]), int(job.payload["stamp"])
    found = services.guarantors.reminder_due(tx.connection, number, version)
    if found is None:
        return
    guarantee, application, due_at = found
    if due_at > tx.now:  # the clock was moved
        tx.job(f"{job.key}@{due_at.isoformat()}", job.kind, dict(job.payload), due_at)
        return
    wording = services.wording(tx.language_of(application.user_id) or application.language)
    text = paragraphs(
        wording.say(
            "Your guarantor {name} has not answered yet. Please speak to each other.",
            name=shown(guarantee.named.name),
        ),
        wording.say("If the link is lost, I make you a new one. You can also name somebody else."),
    )
    reply = Reply(text, buttons=ways(application, guarantee, wording))
    tx.send(application.user_id, reply, key=f"{job.key}:farmer")


def release(tx: Tx, services: Services, user_id: int) -> None:
    """Before a person is forgotten: he stands for nothing any more, and those concerned are told."""
    notify(tx, services, services.guarantors.release(tx.connection, user_id))
