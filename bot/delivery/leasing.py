"""Taking rows so that exactly one worker has each: the statement that inbox, outbox and jobs share."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, RowMapping, Table, and_, exists, or_, select, update


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
    free = or_(table.c.lease_until.is_(None), table.c.lease_until < now)
    chosen = select(order).where(and_(table.c.done_at.is_(None), free, *where)).order_by(order).limit(limit)
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
