"""Runs due jobs: the slow part first, then one transaction with the job's end and all that follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

import structlog
from sqlalchemy import Connection, Engine

from bot.clock import Clock
from bot.conversation.turn import Commit, Stale, Tx
from bot.database import reader
from bot.delivery.jobs import Job, Jobs
from bot.delivery.steadiness import Steadiness, boot_time

log = structlog.get_logger(__name__)

MAX_ATTEMPTS = 8
JobHandler = Callable[[Job], Commit | None]


class JobRunner:
    """Takes due jobs and hands each to the handler of its kind."""

    def __init__(
        self,
        engine: Engine,
        jobs: Jobs,
        handlers: Mapping[str, JobHandler],
        transaction: Callable[[Connection], Tx],
        clock: Clock,
        *,
        name: str,
        lease: timedelta,
        elapsed: Callable[[], float] = boot_time,
    ) -> None:
        self._engine = engine
        self._jobs = jobs
        self._handlers = handlers
        self._transaction = transaction
        self._clock = clock
        self._name = name
        self._lease = lease
        self._steadiness = Steadiness(clock, elapsed)

    def take(self, limit: int) -> list[Job]:
        """Lease up to `limit` due jobs; none while the clock is not to be believed."""
        if not self._steadiness.believable():
            return []
        with reader(self._engine).begin() as connection:
            if not self._jobs.ready(connection, self._clock()):
                return []
        with self._engine.begin() as connection:
            return self._jobs.take(
                connection, worker=self._name, now=self._clock(), lease=self._lease, limit=limit
            )

    def run(self, job: Job) -> None:
        """Run one job; an error gives it back for later, after eight it is a dead letter that `doctor` shows."""
        try:
            self._run(job)
        except Exception as error:
            log.exception("job failed", kind=job.kind, attempts=job.attempts)
            self._put_back(job, type(error).__name__)

    def _run(self, job: Job) -> None:
        handler = self._handlers.get(job.kind)
        if handler is None:
            raise LookupError(f"no handler for jobs of kind {job.kind}")
        for _ in range(MAX_ATTEMPTS):
            commit = handler(job)
            try:
                with self._engine.begin() as connection:
                    mine = self._jobs.finish(connection, job.job_id, worker=self._name, now=self._clock())
                    if mine and commit is not None:
                        commit(self._transaction(connection))
            except Stale:
                continue
            return
        raise Stale(job.key)

    def _put_back(self, job: Job, error: str) -> None:
        now = self._clock()
        with self._engine.begin() as connection:
            if job.attempts < MAX_ATTEMPTS:
                wait = timedelta(seconds=min(3600, 2**job.attempts))
                self._jobs.retry(connection, job.job_id, worker=self._name, due_at=now + wait, error=error)
            else:
                self._jobs.finish(connection, job.job_id, worker=self._name, now=now, error=error)
