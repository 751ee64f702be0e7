"""Waking whoever waits for something to change; everything lives on one event loop."""

from __future__ import annotations

import asyncio
from contextlib import suppress


class Signal:
    """Every `wait` that began before a `fire` returns; nothing is remembered."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def fire(self) -> None:
        self._event.set()
        self._event = asyncio.Event()

    async def wait(self, seconds: float) -> None:
        """Return at the next `fire`, or after `seconds`.

        Not by `asyncio.wait_for`: before Python 3.12 it forgets a cancellation that comes as the event is set.
        """
        with suppress(TimeoutError):
            async with asyncio.timeout(max(0.0, seconds)):
                await self._event.wait()
