"""Who sent more than can be taken in hears it once, so that nobody believes his words were read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime

from sqlalchemy import Connection

from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Tx
from bot.delivery.jobs import Job
from bot.services import Services

FLOOD = "flood"


def noted(services: Services, connection: Connection, chat_id: int, now: datetime) -> None:
    """Something was not taken in; told once an hour at most, and to people alone."""
    if chat_id > 0:
        services.jobs.put(connection, f"flood:{chat_id}:{now:%Y-%m-%dT%H}", FLOOD, {"chat_id": chat_id}, now)


def handlers(services: Services) -> Mapping[str, Callable[[Job], Commit | None]]:
    """The duty of this room."""

    def run(job: Job) -> Commit:
        return lambda tx: _tell(services, tx, int(job.payload["chat_id"]))

    return {FLOOD: run}


def _tell(services: Services, tx: Tx, chat_id: int) -> None:
    wording = services.wording(tx.language_of(chat_id) or "")
    text = wording.say(
        "That was more than I can take in at once, so I did not read the last of it. "
        "Please wait a minute and send again what matters."
    )
    tx.send(chat_id, Reply(text))
