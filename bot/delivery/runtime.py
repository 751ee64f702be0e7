"""The running bot: what the loops are, what wakes them, and how they stop."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from typing import Any, TypeVar

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.database import database_reason
from bot.delivery.jobrunner import JobRunner
from bot.delivery.sender import Sender
from bot.delivery.worker import Worker

log = structlog.get_logger(__name__)

T = TypeVar("T")
IDLE_SECONDS = 1.0  # another process may have written: look again at least this often


class Bell:
    """Wakes the loops of this process from any of its threads."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._events: list[asyncio.Event] = []

    def attach(self) -> asyncio.Event:
        """An event of the running loop that `ring` sets."""
        self._loop = asyncio.get_running_loop()
        event = asyncio.Event()
        self._events.append(event)
        return event

    def ring(self) -> None:
        """There may be something to do."""
        if self._loop is not None and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._set)

    def _set(self) -> None:
        for event in self._events:
            event.set()


class Runtime:
    """Runs worker, sender and jobs side by side until cancelled."""

    def __init__(self, worker: Worker, sender: Sender, jobs: JobRunner, bell: Bell, *, workers: int) -> None:
        self._worker = worker
        self._sender = sender
        self._jobs = jobs
        self._bell = bell
        self._workers = workers

    async def run(self, *more: Coroutine[Any, Any, None]) -> None:
        """Run until one of the loops fails or the task is cancelled; what is in hand is finished first."""
        async with asyncio.TaskGroup() as group:
            group.create_task(
                self._loop(self._worker.take, self._in_thread(self._worker.answer), self._workers)
            )
            group.create_task(self._loop(self._sender.take, self._sender.deliver, 4 * self._workers))
            group.create_task(self._loop(self._jobs.take, self._in_thread(self._jobs.run), 2))
            for coroutine in more:
                group.create_task(coroutine)

    def _in_thread(self, work: Callable[[T], None]) -> Callable[[T], Awaitable[None]]:
        async def run(item: T) -> None:
            await asyncio.to_thread(work, item)
            self._bell.ring()  # what was done has put messages or jobs where others take them

        return run

    async def _loop(
        self, take: Callable[[int], Sequence[T]], work: Callable[[T], Awaitable[None]], at_once: int
    ) -> None:
        event = self._bell.attach()
        running: set[asyncio.Task[None]] = set()
        try:
            while True:
                event.clear()
                free = at_once - len(running)
                items = await self._taken(take, free) if free else []
                for item in items:
                    task = asyncio.create_task(self._guarded(work, item))
                    running.add(task)
                    task.add_done_callback(running.discard)
                    task.add_done_callback(lambda _task: event.set())
                if not items:
                    await _wait(event, IDLE_SECONDS)
        finally:
            await asyncio.gather(*running, return_exceptions=True)

    async def _taken(self, take: Callable[[int], Sequence[T]], free: int) -> Sequence[T]:
        """What can be taken; a database that is locked, full or out of reach is waited out, not died of."""
        try:
            return await asyncio.to_thread(take, free)
        except SQLAlchemyError as error:
            log.error("the database cannot be used; trying again", reason=database_reason(error))
            return []

    async def _guarded(self, work: Callable[[T], Awaitable[None]], item: T) -> None:
        try:
            await work(item)
        except Exception:
            log.exception("a delivery loop met an error; the row is taken again when its lease ends")
            await asyncio.sleep(IDLE_SECONDS)


async def _wait(event: asyncio.Event, seconds: float) -> None:
    """Not by `asyncio.wait_for`: before Python 3.12 it forgets a cancellation that comes as the event is set."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()
