"""The queue of updates between people and the bot, and long polling over it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import conflict
from bot.simulator.faults import Faults
from bot.simulator.schema import check_update
from bot.simulator.signal import Signal

NOT_BY_DEFAULT = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
REORDER_SECONDS = 1.0  # how long a reordered update waits for one to overtake it
WEBHOOK_ACTIVE = (
    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
)
CONFIRMATIONS = 8  # of so many the slowest tells how busy the bot is
OTHER_POLLER = "terminated by other getUpdates request; make sure that only one bot instance is running"


@dataclass
class Pending:
    """An update the bot has not confirmed yet."""

    body: dict[str, Any]
    user_id: int | None
    chat_id: int | None
    visible_at: float
    copies: int = 1
    shown: bool = False
    shown_at: float = 0.0
    late: bool = False  # a fault kept it back, so an offset that passed it does not confirm it
    overtaken: bool = True  # False while a reordered update waits for another one

    @property
    def update_id(self) -> int:
        return int(self.body["update_id"])


class UpdateQueue:
    """Updates in order of delivery; identifiers rise strictly, whatever faults do to the order."""

    def __init__(
        self, monotonic: Callable[[], float], faults: Faults, signal: Signal, first_update: int = 1
    ) -> None:
        self.monotonic = monotonic
        self.faults = faults
        self.signal = signal
        self.allowed: frozenset[str] | None = None
        self.webhook_active = False
        self.pending: list[Pending] = []
        self._next = first_update
        self._poller: object | None = None
        self._poll_end = OTHER_POLLER
        self._closing = False
        self._confirmed_in: deque[float] = deque(maxlen=CONFIRMATIONS)

    def add(self, kind: str, body: dict[str, Any], user_id: int | None, chat_id: int | None) -> int | None:
        """Queue an update; returns its id, or None when the bot did not ask for this kind."""
        if kind not in self.allowed if self.allowed else kind in NOT_BY_DEFAULT:
            return None
        update_id = self._next
        update: dict[str, Any] = {"update_id": update_id, kind: body}
        check_update(update)
        self._next += 1
        self._insert(Pending(update, user_id, chat_id, self.monotonic()))
        self.signal.fire()
        return update_id

    def _insert(self, pending: Pending) -> None:
        faults = {fault.kind: fault for fault in self.faults.of_update(pending.user_id)}
        if "drop" in faults:
            return
        if "delay" in faults:
            pending.visible_at += faults["delay"].seconds
            pending.late = True
        if "duplicate" in faults:
            pending.copies = faults["duplicate"].copies
        self._overtake(pending)
        if "reorder" in faults:
            pending.visible_at += REORDER_SECONDS
            pending.late, pending.overtaken = True, False

    def _overtake(self, pending: Pending) -> None:
        """Append, but in front of an update that waits to be overtaken."""
        at = len(self.pending)
        if self.pending and not self.pending[-1].overtaken:
            waiting = self.pending[-1]
            waiting.visible_at, waiting.overtaken = self.monotonic(), True
            at -= 1
        self.pending.insert(at, pending)

    def outstanding(self, user_id: int) -> bool:
        """Whether the bot has yet to confirm something this user did."""
        return any(pending.user_id == user_id for pending in self.pending)

    def done(self, pending: Pending) -> None:
        """One delivery was confirmed; a duplicated update comes again."""
        if pending.shown:
            self._confirmed_in.append(self.monotonic() - pending.shown_at)
        pending.copies -= 1
        pending.shown, pending.late = False, True
        if pending.copies <= 0 and pending in self.pending:
            self.pending.remove(pending)
            self.signal.fire()

    @property
    def reaction(self) -> float:
        """Seconds the bot took lately, at worst, to confirm what it was shown: how loaded it is now."""
        return max(self._confirmed_in, default=0.0)

    def show(self, pending: Pending) -> None:
        """The bot is being handed this update."""
        pending.shown, pending.shown_at = True, self.monotonic()

    def forget(self) -> None:
        self.pending.clear()
        self._confirmed_in.clear()
        self.signal.fire()

    def ready(self) -> list[Pending]:
        now = self.monotonic()
        return [pending for pending in self.pending if pending.visible_at <= now]

    def next_ready(self, default: float) -> float:
        """Seconds until the next kept-back update becomes visible, at most `default`."""
        now = self.monotonic()
        later = [pending.visible_at - now for pending in self.pending if pending.visible_at > now]
        return min([default, *later])

    def close(self) -> None:
        self._closing = True

    def end_polls(self, reason: str) -> None:
        self._poller, self._poll_end = None, reason
        self.signal.fire()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[dict[str, Any]]:
        """The updates from `offset` on; waits up to `seconds` for one. A second poll ends the first (409)."""
        if self.webhook_active:
            raise conflict(WEBHOOK_ACTIVE)
        self.end_polls(OTHER_POLLER)
        ticket = self._poller = object()
        offset = self._confirm(offset)
        deadline = self.monotonic() + seconds
        while True:
            batch = self._batch(offset)[:limit]
            left = deadline - self.monotonic()
            if batch or left <= 0 or self._closing:
                return self._show(batch, ticket)
            await self.signal.wait(self.next_ready(left))
            if self._poller is not ticket:
                raise conflict(self._poll_end)

    def _show(self, batch: list[Pending], ticket: object) -> list[dict[str, Any]]:
        if self._poller is ticket:
            self._poller = None
        for pending in batch:
            self.show(pending)
        return [pending.body for pending in batch]

    def _batch(self, offset: int) -> list[Pending]:
        return [
            pending
            for pending in self.ready()
            if pending.update_id >= offset or (pending.late and not pending.shown)
        ]

    def _confirm(self, offset: int) -> int:
        """Forget what `offset` confirms; a negative offset keeps only that many from the end."""
        if offset < 0:
            kept = self.pending[offset:]
            offset = kept[0].update_id if kept else self._next
        for pending in list(self.pending):
            if pending.update_id < offset and (pending.shown or not pending.late):
                self.done(pending)
        return offset
