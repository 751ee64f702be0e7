"""The sender: takes messages from the outbox in each chat's order and knows what every failure means."""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

import structlog
from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.conversation.messages import CallbackAnswer, Reply
from bot.database import reader
from bot.delivery.outbox import Outbox, Outcome, Outgoing
from bot.delivery.pace import Pace
from bot.delivery.turnstile import Turnstile

log = structlog.get_logger(__name__)

LONGEST_BACKOFF = 30.0  # F7: an hour away or ten minutes, Telegram is back and so are we within the minute
MOST_SILENCES = (
    30  # of one message: each may have been a delivery, and the chat's other messages wait behind it
)
MOST_ERRORS = 5  # of our own at one message, before it is given up for the others' sake
WAITING_SHARE = 0.25  # of a lease that may be spent on waiting; a longer wait gives the message back
SENDING_SHARE = 0.9  # of a lease after which a send is broken off: then another may take the message


class Failure(StrEnum):
    """What a failed send tells about the message."""

    LATER = "later"  # certainly not delivered: try again
    FAULT = "fault"  # ours: it could not be made, so certainly not delivered
    UNKNOWN = "unknown"  # perhaps delivered
    SILENT = "silent"  # perhaps delivered: no answer came in time
    NEVER = "never"  # Telegram will not take it
    BLOCKED = "blocked"  # the person blocked the bot or left


NOT_DELIVERED = (Failure.LATER, Failure.FAULT)
IN_DOUBT = (Failure.UNKNOWN, Failure.SILENT)


@dataclass(frozen=True, slots=True)
class SendFailed(Exception):
    """A send that did not end well; `retry_after` in seconds where Telegram gave one."""

    failure: Failure
    reason: str
    retry_after: float | None = None


Send = Callable[[Outgoing], Awaitable[int | None]]
Busy = Callable[[int], Awaitable[object]]  # shows in a chat that something is on its way


async def _nothing(_chat_id: int) -> None:
    """Show nothing."""


class Sender:
    """Moves messages from the outbox to Telegram."""

    def __init__(
        self,
        engine: Engine,
        outbox: Outbox,
        send: Send,
        pace: Pace,
        clock: Clock,
        *,
        name: str,
        lease: timedelta,
        on_uncertain: Callable[[Connection, Outgoing], None],
        on_refused: Callable[[Connection, Outgoing], None],
        on_blocked: Callable[[Connection, int], None],
        turnstile: Turnstile | None = None,
        busy: Busy = _nothing,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._engine = engine
        self._outbox = outbox
        self._send = send
        self._pace = pace
        self._clock = clock
        self._name = name
        self._lease = lease
        self._on_uncertain = on_uncertain
        self._on_refused = on_refused
        self._on_blocked = on_blocked
        self._turnstile = turnstile or Turnstile()
        self._busy = busy
        self._monotonic = monotonic
        self._in_hand: dict[int, float] = {}  # messages, and when their leases began

    def take(self, limit: int) -> list[Outgoing]:
        """Lease the next message of up to `limit` chats."""
        with reader(self._engine).begin() as connection:
            if not self._outbox.ready(connection, self._clock()):
                return []
        begun = self._monotonic()
        with self._engine.begin() as connection:
            taken = self._outbox.take(
                connection, worker=self._name, now=self._clock(), lease=self._lease, limit=limit
            )
        return [message for message in taken if self._is_new(message, begun)]

    def _is_new(self, message: Outgoing, begun: float) -> bool:
        """False for one that is just being sent: its lease has not ended, the clock has leapt."""
        since = self._in_hand.get(message.outbox_id)
        if since is not None and begun - since < self._lease.total_seconds():
            return False
        self._in_hand[message.outbox_id] = begun
        return True

    async def deliver(self, message: Outgoing) -> None:
        """Send one message and write down how it ended."""
        try:
            await self._deliver(message)
        finally:
            self._in_hand.pop(message.outbox_id, None)

    async def _deliver(self, message: Outgoing) -> None:
        if message.careful and message.abandoned:
            await self._in_transaction(self._uncertain, message, "the process died while sending")
        elif isinstance(message.body, CallbackAnswer):  # Telegram itself refuses to show one twice
            await self._send_and_record(message)
        elif await self._may_leave(message):
            async with self._turnstile.turn():
                await self._send_and_record(message)

    async def _may_leave(self, message: Outgoing) -> bool:
        """Wait for the pace; False when that takes too much of the lease, and the message is given back."""
        patience = WAITING_SHARE * self._lease.total_seconds()
        while wait := self._pace.wait(message.chat_id):
            if self._age(message) + wait > patience:
                held = SendFailed(Failure.LATER, "held by the pace")
                await self._in_transaction(self._later, message, held, wait)
                return False
            await asyncio.gather(asyncio.sleep(wait), self._show_busy(message, wait))
        return True

    async def _show_busy(self, message: Outgoing, seconds: float) -> None:
        """More is coming: who reads sees "typing…" meanwhile. A courtesy: its failure changes and delays nothing."""
        with contextlib.suppress(Exception):
            async with asyncio.timeout(seconds):
                await self._busy(message.chat_id)

    def _age(self, message: Outgoing) -> float:
        """Seconds since its lease began."""
        now = self._monotonic()
        return now - self._in_hand.get(message.outbox_id, now)

    async def _send_within_lease(self, message: Outgoing) -> int | None:
        """Broken off before the lease ends: after that another sender may take the message too."""
        left = SENDING_SHARE * self._lease.total_seconds() - self._age(message)
        if left <= 0:
            raise SendFailed(Failure.LATER, "its turn came too late")
        try:
            async with asyncio.timeout(left):
                return await self._send(message)
        except TimeoutError as error:
            raise SendFailed(Failure.SILENT, "no answer within the lease") from error

    async def _send_and_record(self, message: Outgoing) -> None:
        try:
            message_id = await self._send_within_lease(message)
        except SendFailed as failed:
            await self._failed(message, failed)
        except Exception as error:
            # A fault of ours must not keep the chat's other messages waiting for ever.
            log.exception("a message could not be made", outbox_id=message.outbox_id)
            hopeless = message.faults + 1 >= MOST_ERRORS
            kind = Failure.NEVER if hopeless else Failure.FAULT
            await self._failed(message, SendFailed(kind, type(error).__name__))
        else:
            self._pace.passed()
            await self._in_transaction(self._sent, message, message_id)

    async def _failed(self, message: Outgoing, failed: SendFailed) -> None:
        log.warning("send failed", outbox_id=message.outbox_id, failure=failed.failure, reason=failed.reason)
        if isinstance(message.body, CallbackAnswer) and failed.failure not in NOT_DELIVERED:
            await self._in_transaction(self._refused, message, failed)  # a toast is not worth repeating
        elif failed.failure in (Failure.NEVER, Failure.BLOCKED):
            await self._in_transaction(self._refused, message, failed)
        elif failed.failure in IN_DOUBT and (message.careful or _too_silent(message, failed)):
            await self._in_transaction(self._uncertain, message, failed.reason)
        else:
            wait = failed.retry_after or min(LONGEST_BACKOFF, 2.0 ** min(message.failures, 6))
            if failed.retry_after:
                self._pace.hold(message.chat_id, failed.retry_after)
            await self._in_transaction(self._later, message, failed, wait)

    def _sent(self, connection: Connection, message: Outgoing, message_id: int | None) -> None:
        self._finish(connection, message, Outcome.SENT, message_id=message_id)

    def _refused(self, connection: Connection, message: Outgoing, failed: SendFailed) -> None:
        if not self._finish(connection, message, Outcome.REFUSED, error=failed.reason):
            return
        if failed.failure is Failure.BLOCKED:
            self._on_blocked(connection, message.chat_id)
        elif isinstance(message.body, Reply):
            self._on_refused(connection, message)

    def _uncertain(self, connection: Connection, message: Outgoing, reason: str) -> None:
        if self._finish(connection, message, Outcome.UNCERTAIN, error=reason):
            self._on_uncertain(connection, message)

    def _later(self, connection: Connection, message: Outgoing, failed: SendFailed, wait: float) -> None:
        self._outbox.postpone(
            connection,
            message.outbox_id,
            worker=self._name,
            due_at=self._clock() + timedelta(seconds=wait),
            error=failed.reason[:500],
            silence=failed.failure is Failure.SILENT,
            fault=failed.failure is Failure.FAULT,
        )

    def _finish(
        self,
        connection: Connection,
        message: Outgoing,
        outcome: Outcome,
        *,
        message_id: int | None = None,
        error: str | None = None,
    ) -> bool:
        return self._outbox.finish(
            connection,
            message.outbox_id,
            outcome,
            worker=self._name,
            now=self._clock(),
            message_id=message_id,
            error=error[:500] if error else None,
        )

    async def _in_transaction(self, write: Callable[..., None], *args: object) -> None:
        def run() -> None:
            with self._engine.begin() as connection:
                write(connection, *args)

        await asyncio.to_thread(run)


def _too_silent(message: Outgoing, failed: SendFailed) -> bool:
    return failed.failure is Failure.SILENT and message.silences + 1 >= MOST_SILENCES
