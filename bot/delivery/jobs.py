"""Jobs: what must happen later or slowly, enqueued in the transaction that makes it necessary."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, RowMapping, delete, select, update

from bot.delivery.leasing import any_free, finish, readable, take
from bot.tables import jobs
from intake.vault import Vault


@dataclass(frozen=True, slots=True)
class Job:
    """A leased job; `attempts` counts this one."""

    job_id: int
    key: str
    kind: str
    payload: dict[str, Any]
    attempts: int


class Jobs:
    """The jobs table: one row a key, taken by one worker at a time, finished with what follows from it."""

    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def put(
        self, connection: Connection, key: str, kind: str, payload: dict[str, Any], due_at: datetime
    ) -> bool:
        """Enqueue a job; False when the key is known, done or not."""
        if connection.scalar(select(jobs.c.job_id).where(jobs.c.key == key)) is not None:
            return False
        connection.execute(
            jobs.insert().values(
                key=key, kind=kind, payload=self._vault.encrypt_json(payload), due_at=due_at, attempts=0
            )
        )
        return True

    def drop(self, connection: Connection, key: str) -> None:
        """Forget a job that is no longer needed."""
        connection.execute(delete(jobs).where(jobs.c.key == key))

    def ready(self, connection: Connection, now: datetime) -> bool:
        """Whether `take` would find a job."""
        return any_free(connection, jobs, now=now, where=(jobs.c.due_at <= now,))

    def take(
        self, connection: Connection, *, worker: str, now: datetime, lease: timedelta, limit: int
    ) -> list[Job]:
        """Lease up to `limit` due jobs."""
        due = (jobs.c.due_at <= now,)
        rows = take(
            connection, jobs, jobs.c.job_id, worker=worker, now=now, lease=lease, limit=limit, where=due
        )
        return readable(connection, jobs, jobs.c.job_id, rows, self._job, now)

    def _job(self, row: RowMapping) -> Job:
        payload = self._vault.decrypt_json(row["payload"])
        return Job(row["job_id"], row["key"], row["kind"], payload, row["attempts"])

    def finish(
        self, connection: Connection, job_id: int, *, worker: str, now: datetime, error: str | None = None
    ) -> bool:
        """Mark the job done; with an `error` it is a dead letter, kept and shown by `doctor`."""
        return finish(connection, jobs, jobs.c.job_id == job_id, worker=worker, now=now, error=error)

    def retry(
        self, connection: Connection, job_id: int, *, worker: str, due_at: datetime, error: str
    ) -> None:
        """Give the job back, to be tried again from `due_at`."""
        connection.execute(
            update(jobs)
            .where(jobs.c.job_id == job_id, jobs.c.lease_by == worker, jobs.c.done_at.is_(None))
            .values(lease_by=None, lease_until=None, due_at=due_at, error=error)
        )

    def dead(self, connection: Connection) -> list[tuple[str, str]]:
        """Keys and errors of the jobs that were given up."""
        rows = connection.execute(
            select(jobs.c.key, jobs.c.error).where(jobs.c.done_at.is_not(None), jobs.c.error.is_not(None))
        )
        return [(key, error) for key, error in rows]
