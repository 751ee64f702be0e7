"""One send at a time, so that a kill leaves one message in doubt and not a handful."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

PATIENCE_SECONDS = 0.25  # a send that takes longer holds nobody up any more
CROWD = 12  # so many waiting sends are a crowd,
CROWDED_PATIENCE_SECONDS = (
    1 / 30
)  # for which Telegram's 30 a second are kept, however slow each single call is


class Turnstile:
    """Lets the next send begin when the last is written down, or takes longer than one can wait."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._free = asyncio.Lock()
        self._waiting = 0

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for one's turn, in order of coming."""
        self._waiting += 1
        try:
            await self._free.acquire()
        finally:
            self._waiting -= 1
        passed = _Once(self._free)
        crowded = self._waiting >= CROWD
        patience = min(self._patience, CROWDED_PATIENCE_SECONDS) if crowded else self._patience
        timer = asyncio.get_running_loop().call_later(patience, passed)
        try:
            yield
        finally:
            timer.cancel()
            passed()


class _Once:
    """Releases a lock at the first call and never again: by then somebody else may hold it."""

    def __init__(self, lock: asyncio.Lock) -> None:
        self._lock: asyncio.Lock | None = lock

    def __call__(self) -> None:
        if self._lock is not None:
            self._lock.release()
            self._lock = None
