"""What the bot does on its own when the time comes: each kind of job and who does it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation import flooding, handoff
from bot.conversation.admin.rooms import admin_duties
from bot.conversation.application import reminders as drafts
from bot.conversation.guarantor import reminders as guarantors
from bot.conversation.officer import leaving
from bot.conversation.reminders import TOLD, application_duty
from bot.conversation.turn import Commit
from bot.delivery.jobs import Job
from bot.services import Services

Duty = Callable[[Job], Commit | None]


def duties(services: Services, ring: Callable[[], None]) -> Mapping[str, Duty]:
    """The handler of every kind of job. `ring` wakes the sender after a job's own small transactions."""
    deadline = application_duty(services)
    return {
        **{kind.value: deadline for kind in TOLD},
        **drafts.handlers(services),
        **guarantors.handlers(services),
        **handoff.handlers(services),
        **leaving.handlers(services),
        **flooding.handlers(services),
        **admin_duties(services, ring),
    }
