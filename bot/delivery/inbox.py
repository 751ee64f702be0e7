"""The inbox: an update is here, whole and encrypted, before Telegram hears that we have it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, func, select, update
from sqlalchemy.exc import IntegrityError

from bot.delivery.leasing import any_free, finish, head_of_chat, readable, take
from bot.tables import inbox
from intake.errors import VaultError
from intake.vault import Vault


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """An update as taken from the inbox; `payload` is the Bot API's JSON object."""

    update_id: int
    chat_id: int
    payload: dict[str, Any]
    received_at: datetime
    attempts: int


class Inbox:
    """Stores updates once, hands them out in order within a chat."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def store(self, connection: Connection, updates: Iterable[dict[str, Any]], now: datetime) -> int:
        """Store the updates not yet known; returns how many were new (F3: the same one may come five times)."""
        return sum(self._store_one(connection, payload, now) for payload in updates)

    def _store_one(self, connection: Connection, payload: dict[str, Any], now: datetime) -> int:
        row = {
            "update_id": payload["update_id"],
            "chat_id": chat_of(payload),
            "payload": self._vault.encrypt_json(payload),
            "received_at": now,
            "attempts": 0,
        }
        try:
            with connection.begin_nested():
                connection.execute(inbox.insert().values(row))
        except IntegrityError:  # known already: Telegram repeats what it is not sure we have
            return 0
        return 1

    def ready(self, connection: Connection, now: datetime) -> bool:
        """Whether `take` would find an update."""
        return any_free(connection, inbox, now=now, where=(head_of_chat(inbox, inbox.c.update_id),))

    def take(
        self, connection: Connection, *, worker: str, now: datetime, lease: timedelta, limit: int
    ) -> list[StoredUpdate]:
        """Lease the first undone update of up to `limit` chats."""
        head = head_of_chat(inbox, inbox.c.update_id)
        rows = take(
            connection,
            inbox,
            inbox.c.update_id,
            worker=worker,
            now=now,
            lease=lease,
            limit=limit,
            where=[head],
        )
        return readable(connection, inbox, inbox.c.update_id, rows, self._stored, now)

    def _stored(self, row: RowMapping) -> StoredUpdate:
        payload = self._vault.decrypt_json(row["payload"])
        return StoredUpdate(row["update_id"], row["chat_id"], payload, row["received_at"], row["attempts"])

    def finish(
        self, connection: Connection, update_id: int, *, worker: str, now: datetime, error: str | None = None
    ) -> bool:
        """Mark the update done and forget its content; False when another worker has taken it over."""
        return finish(
            connection,
            inbox,
            inbox.c.update_id == update_id,
            worker=worker,
            now=now,
            payload=None,
            error=error,
        )

    def behind(self, connection: Connection, update: StoredUpdate, limit: int) -> list[StoredUpdate]:
        """The updates of the same chat that wait behind this one, in order; none from the first unreadable one on.

        Nobody else may take them while this one is in hand.
        """
        waiting = (inbox.c.chat_id == update.chat_id, inbox.c.update_id > update.update_id)
        query = select(inbox).where(*waiting, inbox.c.done_at.is_(None)).order_by(inbox.c.update_id)
        found = []
        for row in connection.execute(query.limit(limit)).mappings():
            try:
                found.append(self._stored(row))
            except VaultError:
                break
        return found

    def close(self, connection: Connection, updates: Sequence[StoredUpdate], now: datetime) -> None:
        """Mark updates done that were dealt with together with the one before them."""
        numbers = [one.update_id for one in updates]
        connection.execute(
            update(inbox)
            .where(inbox.c.update_id.in_(numbers), inbox.c.done_at.is_(None))
            .values(done_at=now, lease_until=None, payload=None)
        )

    def release(
        self, connection: Connection, update_id: int, *, worker: str, retry_at: datetime, counted: bool = True
    ) -> None:
        """Give the update back, to be tried again from `retry_at`; not `counted`, as if it had not been tried."""
        connection.execute(
            update(inbox)
            .where(inbox.c.update_id == update_id, inbox.c.lease_by == worker, inbox.c.done_at.is_(None))
            .values(lease_by=None, lease_until=retry_at, attempts=inbox.c.attempts - int(not counted))
        )

    def oldest(self, connection: Connection) -> datetime | None:
        """When the update that waits longest came in."""
        oldest: datetime | None = connection.scalar(
            select(func.min(inbox.c.received_at)).where(inbox.c.done_at.is_(None))
        )
        return oldest

    def waiting(self, connection: Connection) -> int:
        """How many updates are not done."""
        return connection.scalar(select(func.count()).where(inbox.c.done_at.is_(None))) or 0


def chat_of(payload: dict[str, Any]) -> int:
    """The chat an update belongs to; 0 for those of no chat, which then share one line."""
    for value in payload.values():
        if isinstance(value, dict):
            chat = value.get("chat") or (value.get("message") or {}).get("chat")
            if chat:
                return int(chat["id"])
            if "from" in value:
                return int(value["from"]["id"])
    return 0


def date_of(payload: dict[str, Any]) -> float | None:
    """When Telegram says that it was sent or changed; None where it does not say (a press)."""
    for kind in ("message", "edited_message"):
        message = payload.get(kind)
        if isinstance(message, dict):
            return float(message.get("edit_date") or message["date"])
    return None
