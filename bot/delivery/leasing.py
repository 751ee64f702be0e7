"""Taking rows so that exactly one worker has each: the statement that inbox, outbox and jobs share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar

import structlog
from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Table, exists, or_, select, update

from intake.errors import VaultError

log = structlog.get_logger(__name__)

T = TypeVar("T")
UNREADABLE = "unreadable"
ASIDE = timedelta(hours=1)
LONGEST_LEASE = timedelta(hours=3)  # no lease is given for as long
MOST_READINGS = 24  # after a day its chat goes on without it


@cache  # built once a table: making the statement took as long as running it
def head_of_chat(table: Table, order: Column[Any]) -> ColumnElement[bool]:
    """No earlier undone row of the same chat exists: one chat's rows go in order."""
    earlier = table.alias("earlier")
    return ~exists(
        select(earlier.c[order.name]).where(
            earlier.c.chat_id == table.c.chat_id,
            earlier.c.done_at.is_(None),
            earlier.c[order.name] < order,
        )
    )


def any_free(
    connection: Connection, table: Table, *, now: datetime, where: Sequence[ColumnElement[bool]] = ()
) -> bool:
    """Whether `take` would find a row: asked in a reading transaction, so that an idle look holds nobody up."""
    found = select(table.c.done_at).where(table.c.done_at.is_(None), _free(table, now), *where).limit(1)
    return connection.execute(found).first() is not None


def take(
    connection: Connection,
    table: Table,
    order: Column[Any],
    *,
    worker: str,
    now: datetime,
    lease: timedelta,
    limit: int,
    where: Sequence[ColumnElement[bool]] = (),
) -> list[RowMapping]:
    """Lease up to `limit` undone rows to `worker`, in `order`; a lease that ran out may be taken over."""
    undone = table.c.done_at.is_(None)
    chosen = select(order).where(undone, _free(table, now), *where).order_by(order).limit(limit)
    if connection.dialect.name != "sqlite":
        chosen = chosen.with_for_update(skip_locked=True)
    ids = list(connection.scalars(chosen))
    if not ids:
        return []
    connection.execute(
        update(table)
        .where(order.in_(ids))
        .values(lease_by=worker, lease_until=now + lease, attempts=table.c.attempts + 1)
    )
    return list(connection.execute(select(table).where(order.in_(ids)).order_by(order)).mappings())


def readable(
    connection: Connection,
    table: Table,
    key: Column[Any],
    rows: Iterable[RowMapping],
    read: Callable[[RowMapping], T],
    now: datetime,
) -> list[T]:
    """The rows as they are meant. One that cannot be read is put aside for an hour at a time, its content kept:
    a key may be put back, a newer version of the program; the others must not wait for that."""
    found = []
    for row in rows:
        try:
            found.append(read(row))
        except (VaultError, TypeError, KeyError, ValueError) as error:
            reason = f"{UNREADABLE}: {type(error).__name__}"
            log.error("a row cannot be read", table=table.name, row=row[key.name], reason=reason)
            given_up = row["attempts"] >= MOST_READINGS
            values: dict[str, Any] = {"lease_by": None, "lease_until": now + ASIDE, "error": reason}
            if "failures" in table.c:
                values["failures"] = table.c.attempts  # it has certainly not been sent
            connection.execute(
                update(table).where(key == row[key.name]).values(done_at=now if given_up else None, **values)
            )
    return found


def given_up(connection: Connection, table: Table, beginning: str = "") -> list[tuple[int, str]]:
    """Numbers and errors of the rows that were given up or put aside, for `doctor`."""
    (key,) = table.primary_key.columns
    condition = table.c.error.startswith(beginning) if beginning else table.c.error.is_not(None)
    found = connection.execute(select(key, table.c.error).where(condition).order_by(key))
    return [(number, error) for number, error in found]


def release_gone(connection: Connection, table: Table, gone: Callable[[str], bool]) -> int:
    """Free the rows of holders that are gone, without waiting for their leases to end; returns how many."""
    held = table.c.done_at.is_(None) & table.c.lease_by.is_not(None)
    holders = connection.scalars(select(table.c.lease_by).where(held).distinct())
    names = [name for name in holders if gone(name)]
    if not names:
        return 0
    freed = update(table).where(held, table.c.lease_by.in_(names)).values(lease_by=None, lease_until=None)
    return connection.execute(freed).rowcount


def _free(table: Table, now: datetime) -> ColumnElement[bool]:
    """Not leased, or a lease that has ended, or one that a clock which was wrong has set far ahead."""
    until = table.c.lease_until
    return or_(until.is_(None), until < now, until > now + LONGEST_LEASE)


def finish(
    connection: Connection,
    table: Table,
    key: ColumnElement[bool],
    *,
    worker: str,
    now: datetime,
    **values: Any,
) -> bool:
    """Mark the leased row done; False when the lease was lost meanwhile, and then nothing must be kept."""
    done = connection.execute(
        update(table)
        .where(key, table.c.lease_by == worker, table.c.done_at.is_(None))
        .values(done_at=now, lease_until=None, **values)
    )
    return done.rowcount == 1
