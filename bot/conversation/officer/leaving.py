"""A member of staff leaves: his rights end at once, what he holds goes back to the queue, questions to the next."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection

from bot.conversation import handoff
from bot.conversation.notifications import notify
from bot.conversation.turn import Commit, Tx
from bot.delivery.jobs import Job
from bot.services import Services
from intake.review import StaffMember

LEFT = "staff_left"


def revoke(services: Services, connection: Connection, user_id: int, *, by: str) -> tuple[StaffMember, int]:
    """Take his rights away; the running bot hands on what he holds and tells those concerned.

    Gives him as he was and how many applications go back. Raises `NotFound`.
    """
    member = services.staff.revoke(connection, user_id, by=by)
    now = services.clock()
    services.jobs.put(connection, f"{LEFT}:{user_id}:{now.isoformat()}", LEFT, {"user_id": user_id}, now)
    return member, len(services.review.held(connection, user_id))


def handlers(services: Services) -> Mapping[str, Callable[[Job], Commit | None]]:
    """The duty of this room."""

    def run(job: Job) -> Commit:
        return lambda tx: _hand_on(services, tx, int(job.payload["user_id"]))

    return {LEFT: run}


def _hand_on(services: Services, tx: Tx, user_id: int) -> None:
    """Nothing if he was enrolled again meanwhile."""
    if services.staff.find(tx.connection, user_id) is None:
        notify(tx, services, services.review.give_back(tx.connection, user_id))
        handoff.hand_on(tx, services)
