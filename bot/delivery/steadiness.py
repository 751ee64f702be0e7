"""Whether the clock can be believed: one that leaps ahead wakes every reminder and closes every draft at once (F14)."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.clock import Clock

log = structlog.get_logger(__name__)

JUMP = timedelta(hours=6)  # further than any correction of a working clock
PATIENCE = 3600.0  # seconds in which somebody may put the clock right before it is believed


def boot_time() -> float:
    """Seconds since the machine started, those it slept included."""
    return time.clock_gettime(getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC))


class Steadiness:
    """Compares the clock with one that only counts on."""

    def __init__(self, clock: Clock, elapsed: Callable[[], float]) -> None:
        self._clock = clock
        self._elapsed = elapsed
        self._seen: tuple[datetime, float] | None = None
        self._doubted_at: float | None = None

    def believable(self) -> bool:
        """False for an hour after the clock leapt ahead, or until it is back where it ought to be."""
        now, counted = self._clock(), self._elapsed()
        if self._seen is None:
            self._seen = now, counted
        before, then = self._seen
        ahead = (now - before) - timedelta(seconds=counted - then)
        if ahead < JUMP:
            self._seen, self._doubted_at = (now, counted), None
            return True
        if self._doubted_at is None:
            self._doubted_at = counted
            log.error("the clock leapt ahead; deadlines wait an hour for it to be put right", by=str(ahead))
        if counted - self._doubted_at < PATIENCE:
            return False
        log.warning("the clock is believed now", by=str(ahead))
        self._seen, self._doubted_at = (now, counted), None
        return True
