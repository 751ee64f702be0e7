"""What a running bot keeps in order by itself: publications asked for elsewhere, old rows, files nobody needs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from datetime import timedelta

import structlog
from sqlalchemy import delete

from bot.memory import give_back
from bot.services import Services
from bot.tables import inbox, jobs, outbox

log = structlog.get_logger(__name__)

PUBLISH_SECONDS = 3.0  # how long a publication from the shell may wait for this process, which owns the index
TIDY_SECONDS = 3600.0
KEEP_ROWS = timedelta(days=30)  # far longer than Telegram repeats an update (24 hours)
KEEP_FILES = timedelta(days=2)  # outgoing files
KEEP_ORPHANS = timedelta(hours=1)  # files sent in whose rows another host may not have committed yet


class Housekeeping:
    """Two rounds, a short one and a long one; an error is logged and the next round tries again."""

    def __init__(self, services: Services) -> None:
        self._services = services

    async def run(self) -> None:
        """Run until cancelled."""
        self._services.knowledge.start()
        try:
            await asyncio.to_thread(self._services.knowledge.warm, self._services.lender.languages)
        except Exception:  # loans go on without the encoders
            log.exception("the encoders could not be opened; answers are looked up by words alone")
        give_back()  # what opening them took on the way
        async with asyncio.TaskGroup() as group:
            group.create_task(self._round(PUBLISH_SECONDS, self.publish))
            group.create_task(self._round(TIDY_SECONDS, self.tidy))

    async def _round(self, seconds: float, work: Callable[[], None]) -> None:
        while True:
            try:
                await asyncio.to_thread(work)
            except Exception:
                log.exception("housekeeping failed; the next round tries again")
            await asyncio.sleep(seconds)

    def publish(self) -> None:
        """Finish publications that a command asked for, or that a kill broke off."""
        for version in self._services.knowledge.keep():
            log.info("published", version=version.version_id)

    def tidy(self) -> None:
        """Forget rows that are long done, and files that no message waits for."""
        services = self._services
        before = services.clock() - KEEP_ROWS
        with services.engine.begin() as connection:
            for table in (inbox, outbox, jobs):
                connection.execute(delete(table).where(table.c.done_at < before))
        with (
            services.engine.begin() as connection
        ):  # of its own: no photo is half-way in while we hold the lock
            services.applications.attachments.sweep(connection, time.time() - KEEP_ORPHANS.total_seconds())
        with services.reading() as connection:
            waiting = services.outbox.attachments(connection)
        services.attachments.sweep(time.time() - KEEP_FILES.total_seconds(), waiting)
