"""The outbox: what the bot says, stored with the change it tells of, sent after the commit."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Connection, RowMapping, func, or_, select, update

from bot.conversation.messages import CallbackAnswer, Reply
from bot.delivery.leasing import any_free, finish, head_of_chat, readable, take
from bot.delivery.pieces import parts
from bot.tables import outbox
from intake.vault import Vault

LONGEST_WAIT = timedelta(hours=12)  # no `retry_after` is as long


class Outcome(StrEnum):
    """How a send ended."""

    SENT = "sent"
    UNCERTAIN = "uncertain"  # no answer came; a careful message is not repeated
    REFUSED = "refused"  # Telegram will never take it: blocked, chat gone, malformed


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A message as taken from the outbox.

    `failures`: attempts that did not end well; of these `silences` were not answered, so that each may have been a
    delivery, and in `faults` it could not be made.
    `abandoned`: an earlier attempt ended without a word (the process died), so it may have been delivered.
    """

    outbox_id: int
    chat_id: int
    body: Reply | CallbackAnswer
    careful: bool
    failures: int
    abandoned: bool
    silences: int = 0
    faults: int = 0
    key: str | None = None


class Outbox:
    """Holds messages until Telegram has them."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def put(
        self,
        connection: Connection,
        chat_id: int,
        body: Reply | CallbackAnswer,
        *,
        now: datetime,
        key: str | None = None,
    ) -> bool:
        """Store a message, a long one in parts. With a `key`, only once ever: False when it was there already.

        The key names the last part, which has the buttons.
        """
        if key is not None and connection.scalar(select(outbox.c.outbox_id).where(outbox.c.key == key)):
            return False
        *before, last = parts(body) if isinstance(body, Reply) else [body]
        for part, name in (*((one, None) for one in before), (last, key)):
            connection.execute(
                outbox.insert().values(
                    key=name,
                    chat_id=chat_id,
                    payload=self._vault.encrypt_json(_to_json(part)),
                    careful=isinstance(part, Reply) and part.careful,
                    created_at=now,
                    due_at=now,
                    attempts=0,
                    failures=0,
                    silences=0,
                    faults=0,
                )
            )
        return True

    def said_since(self, connection: Connection, chat_id: int, since: datetime, now: datetime) -> bool:
        """Whether anything was said in a chat after a moment, also if it has not arrived yet."""
        later = (outbox.c.chat_id == chat_id, outbox.c.created_at > since, outbox.c.created_at <= now)
        return connection.scalar(select(outbox.c.outbox_id).where(*later).limit(1)) is not None

    def has_waiting(self, connection: Connection, chat_id: int, beginning: str) -> bool:
        """Whether a message waits in a chat whose key begins so."""
        waiting = (
            outbox.c.chat_id == chat_id,
            outbox.c.done_at.is_(None),
            outbox.c.key.startswith(beginning),
        )
        return connection.scalar(select(outbox.c.outbox_id).where(*waiting).limit(1)) is not None

    def unseen_by(self, connection: Connection, chat_id: int, message_id: int | None) -> bool:
        """Whether something was said in a private chat that its person had not seen when he sent that message.

        Telegram numbers the messages of such a chat in order, so that no clock is asked.
        """
        if message_id is None:
            return False
        on_its_way = outbox.c.done_at.is_(None) & outbox.c.message_id.is_(None)
        unseen = (outbox.c.chat_id == chat_id, on_its_way | (outbox.c.message_id > message_id))
        return connection.scalar(select(outbox.c.outbox_id).where(*unseen).limit(1)) is not None

    def ready(self, connection: Connection, now: datetime) -> bool:
        """Whether `take` would find a message."""
        return any_free(connection, outbox, now=now, where=_ready(now))

    def take(
        self, connection: Connection, *, worker: str, now: datetime, lease: timedelta, limit: int
    ) -> list[Outgoing]:
        """Lease the first due message of up to `limit` chats."""
        rows = take(
            connection,
            outbox,
            outbox.c.outbox_id,
            worker=worker,
            now=now,
            lease=lease,
            limit=limit,
            where=_ready(now),
        )
        return readable(connection, outbox, outbox.c.outbox_id, rows, self._outgoing, now)

    def _outgoing(self, row: RowMapping) -> Outgoing:
        return Outgoing(
            row["outbox_id"],
            row["chat_id"],
            _from_json(self._vault.decrypt_json(row["payload"])),
            row["careful"],
            row["failures"],
            row["attempts"] - row["failures"] > 1,
            row["silences"],
            row["faults"],
            row["key"],
        )

    def finish(
        self,
        connection: Connection,
        outbox_id: int,
        outcome: Outcome,
        *,
        worker: str,
        now: datetime,
        message_id: int | None = None,
        error: str | None = None,
    ) -> bool:
        """Mark the message dealt with and forget its content."""
        return finish(
            connection,
            outbox,
            outbox.c.outbox_id == outbox_id,
            worker=worker,
            now=now,
            payload=None,
            outcome=outcome.value,
            message_id=message_id,
            error=error,
        )

    def postpone(
        self,
        connection: Connection,
        outbox_id: int,
        *,
        worker: str,
        due_at: datetime,
        error: str,
        silence: bool = False,
        fault: bool = False,
    ) -> None:
        """Give the message back, to be sent from `due_at`; `silence` and `fault` say what its attempt counts as."""
        mine: ColumnElement[bool] = outbox.c.lease_by == worker
        connection.execute(
            update(outbox)
            .where(outbox.c.outbox_id == outbox_id, mine, outbox.c.done_at.is_(None))
            .values(
                lease_by=None,
                lease_until=None,
                due_at=due_at,
                error=error,
                failures=outbox.c.failures + 1,
                silences=outbox.c.silences + int(silence),
                faults=outbox.c.faults + int(fault),
            )
        )

    def message_id(self, connection: Connection, key: str) -> int | None:
        """The Telegram id of the message that was sent with `key`."""
        return connection.scalar(select(outbox.c.message_id).where(outbox.c.key == key))

    def came_back(self, connection: Connection, chat_id: int, since: datetime) -> bool:
        """Whether a message that tells a decision was refused in a chat from then on."""
        refused = (outbox.c.outcome == Outcome.REFUSED.value, outbox.c.careful.is_(True))
        found = select(outbox.c.outbox_id).where(
            outbox.c.chat_id == chat_id, *refused, outbox.c.done_at >= since
        )
        return connection.scalar(found.limit(1)) is not None

    def attachments(self, connection: Connection) -> set[str]:
        """The files that messages still wait to be sent with."""
        rows = connection.scalars(select(outbox.c.payload).where(outbox.c.done_at.is_(None)))
        bodies = (_from_json(self._vault.decrypt_json(payload)) for payload in rows)
        return {body.attachment.stored_as for body in bodies if isinstance(body, Reply) and body.attachment}

    def waiting(self, connection: Connection) -> int:
        """How many messages have not left."""
        return connection.scalar(select(func.count()).where(outbox.c.done_at.is_(None))) or 0


def _ready(now: datetime) -> tuple[ColumnElement[bool], ...]:
    # Nothing is put off for long: what is due far ahead was put there by a clock that was wrong.
    due = or_(outbox.c.due_at <= now, outbox.c.due_at > now + LONGEST_WAIT)
    return head_of_chat(outbox, outbox.c.outbox_id), due


def _to_json(body: Reply | CallbackAnswer) -> dict[str, Any]:
    if isinstance(body, Reply):
        return {"reply": body.to_json()}
    return {"callback": {"callback_id": body.callback_id, "text": body.text, "alert": body.alert}}


def _from_json(stored: dict[str, Any]) -> Reply | CallbackAnswer:
    if "reply" in stored:
        return Reply.from_json(stored["reply"])
    return CallbackAnswer(**stored["callback"])
