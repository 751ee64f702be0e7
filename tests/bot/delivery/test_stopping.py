"""A running bot stops when it is told to, also in the very moment in which something else wakes it."""

from __future__ import annotations

import asyncio
from typing import cast

import pytest

from bot.delivery.jobrunner import JobRunner
from bot.delivery.runtime import Bell, Runtime
from bot.delivery.sender import Sender
from bot.delivery.worker import Worker

LOOPS = 3


class Idle:
    """Nothing to do; tells when each loop has asked."""

    def __init__(self) -> None:
        self._asked = 0
        self._loop = asyncio.get_running_loop()
        self.all_asked = asyncio.Event()

    def take(self, limit: int) -> list[object]:
        self._asked += 1
        if self._asked == LOOPS:
            self._loop.call_soon_threadsafe(self.all_asked.set)
        return []

    def answer(self, item: object) -> None: ...

    def run(self, item: object) -> None: ...

    async def deliver(self, item: object) -> None: ...


@pytest.mark.parametrize("turns", range(6))
async def test_a_stop_as_the_bell_rings_is_not_forgotten(turns: int) -> None:
    bell, idle = Bell(), Idle()
    runtime = Runtime(cast(Worker, idle), cast(Sender, idle), cast(JobRunner, idle), bell, workers=1)
    task = asyncio.create_task(runtime.run())
    await idle.all_asked.wait()
    await asyncio.to_thread(int)  # the answers come back the same way: by now all loops wait for the bell
    bell.ring()
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    done, _pending = await asyncio.wait([task], timeout=60)
    assert done and task.cancelled()
