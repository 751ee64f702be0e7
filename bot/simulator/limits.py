"""Telegram's limits as data, and the token buckets that answer a flood with 429."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from bot.simulator.errors import ControlError, too_many_requests

MEGABYTE = 1024 * 1024

MAX_TEXT = 4096  # UTF-16 units, after entities are parsed
MAX_CAPTION = 1024
MAX_CALLBACK_DATA = 64  # bytes of UTF-8
MAX_DOWNLOAD = 20 * MEGABYTE
MAX_UPLOAD = 50 * MEGABYTE
MAX_PHOTO = 10 * MEGABYTE
MAX_BUTTONS = 100
MAX_CALLBACK_ANSWER = 200
MAX_VCARD = 2048  # bytes
MAX_PLACEHOLDER = 64
MAX_ACCURACY = 1500.0  # metres; what is less exact is held to that
LIVE_SECONDS = (60, 86_400)
LIVE_FOR_EVER = 2**31 - 1


@dataclass(frozen=True)
class Limits:
    """How fast a bot may send; rates are messages a second, a burst is what may go out at once.

    Telegram publishes about 1 message/s a chat, 30/s in all and 20/min a group, and forgives short bursts;
    how long a burst it forgives is not published, so the bursts here are a guess on the lenient side.
    """

    chat_per_second: float = 1.0
    chat_burst: int = 30
    total_per_second: float = 30.0
    total_burst: int = 60
    group_per_minute: float = 20.0
    group_burst: int = 20
    callback_seconds: float = 60.0  # after which a callback query is too old to answer
    enforced: bool = True

    def changed(self, values: dict[str, object]) -> Limits:
        """These limits with some figures replaced; names and types as in this class."""
        for name, value in values.items():
            if not hasattr(Limits, name) or name == "changed":
                known = ", ".join(Limits.__dataclass_fields__)
                raise ControlError(f"there is no limit called {name!r}; the limits are {known}")
            kinds = bool if name == "enforced" else (int, float)
            if not isinstance(value, kinds) or (name != "enforced" and value <= 0):
                raise ControlError(
                    f"the limit {name} must be a {'truth value' if kinds is bool else 'positive number'}"
                )
        return replace(self, **values)  # type: ignore[arg-type]


STRICT = Limits(chat_burst=3, total_burst=30)
OFF = Limits(enforced=False)


@dataclass
class Bucket:
    """A token bucket that may be looked into before it is drawn from."""

    rate: float
    burst: float
    level: float
    at: float

    def wait(self, now: float, amount: int) -> float:
        """Seconds until `amount` may be drawn; 0 when it may be drawn now."""
        self.level = min(self.burst, self.level + (now - self.at) * self.rate)
        self.at = now
        missing = min(float(amount), self.burst) - self.level
        return max(0.0, missing / self.rate)

    def draw(self, amount: int) -> None:
        self.level -= amount


@dataclass
class FloodGate:
    """Counts every message a bot sends or edits and refuses what comes too fast."""

    monotonic: Callable[[], float]
    limits: Limits
    buckets: dict[str, Bucket] = field(default_factory=dict)

    def change(self, limits: Limits) -> None:
        self.limits = limits
        self.buckets.clear()

    def admit(self, chat_id: int, amount: int = 1) -> None:
        """Draw `amount` messages to this chat, or raise the 429 that says how long to wait."""
        if not self.limits.enforced:
            return
        now = self.monotonic()
        buckets = [self._total(now), self._chat(chat_id, now)]
        wait = max(bucket.wait(now, amount) for bucket in buckets)
        if wait > 0:
            raise too_many_requests(max(1, math.ceil(wait)))
        for bucket in buckets:
            bucket.draw(amount)

    def _total(self, now: float) -> Bucket:
        return self._bucket("total", self.limits.total_per_second, self.limits.total_burst, now)

    def _chat(self, chat_id: int, now: float) -> Bucket:
        if chat_id < 0:
            rate, burst = self.limits.group_per_minute / 60, self.limits.group_burst
        else:
            rate, burst = self.limits.chat_per_second, self.limits.chat_burst
        return self._bucket(str(chat_id), rate, burst, now)

    def _bucket(self, name: str, rate: float, burst: float, now: float) -> Bucket:
        return self.buckets.setdefault(name, Bucket(rate, burst, float(burst), now))
