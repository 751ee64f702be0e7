"""The clock that is handed to everything (law 11)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The time now, aware, in UTC: the one place that asks the machine."""
    return datetime.now(UTC)  # noqa: TID251
