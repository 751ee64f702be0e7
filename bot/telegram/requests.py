"""Calls over HTTP that may be broken off without a connection being lost for those that follow."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import httpx
from telegram.error import TimedOut
from telegram.request import HTTPXRequest

Answer = tuple[int, bytes]  # status, body
PLACE_TIMEOUT = (
    3.0  # of waiting until another call ends; within the shortest lease, so that it is told from silence
)


class Requests(HTTPXRequest):
    """python-telegram-bot's client, which keeps its connections whatever becomes of a call.

    httpcore 1.0 forgets a connection for good, and goes on counting it, where asyncio cancels a call at
    certain moments, or a call stops waiting for a connection just as it is given one. When all are forgotten
    nothing is sent until the process starts anew. So no call waits inside it, and it is cancelled in anyio's
    way, from which it shields its cleaning up.
    """

    def __init__(self, connections: int, **options: Any) -> None:
        super().__init__(connection_pool_size=connections, **options)
        self._places = asyncio.Semaphore(connections)
        self._calls: set[asyncio.Task[Answer]] = set()  # also those nobody waits for any more

    async def do_request(self, *args: Any, **options: Any) -> Answer:
        """Status and body. Raises what HTTPXRequest raises, and TimedOut where no connection came free."""
        await self._place()
        scope = anyio.CancelScope()
        call = asyncio.create_task(self._within(scope, super().do_request, *args, **options))
        self._calls.add(call)
        call.add_done_callback(self._ended)
        try:
            return await asyncio.shield(call)
        except asyncio.CancelledError:
            scope.cancel()
            raise

    async def _place(self) -> None:
        try:
            async with asyncio.timeout(PLACE_TIMEOUT):
                await self._places.acquire()
        except TimeoutError:
            raise TimedOut("no connection came free; nothing was sent") from httpx.PoolTimeout("ours")

    async def _within(
        self, scope: anyio.CancelScope, request: Callable[..., Awaitable[Answer]], *args: Any, **options: Any
    ) -> Answer:
        with scope:
            return await request(*args, **options)
        raise asyncio.CancelledError

    def _ended(self, call: asyncio.Task[Answer]) -> None:
        self._calls.discard(call)
        self._places.release()
