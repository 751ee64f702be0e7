"""A named lease in the database: one process polls, a second one by mistake waits (F9, F15)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import Connection, insert, select, update

from bot.tables import leases


def hold(
    connection: Connection,
    name: str,
    holder: str,
    now: datetime,
    length: timedelta,
    gone: Callable[[str], bool] = lambda holder: False,
) -> bool:
    """Take or renew the lease; False while another holder has it, unless that one is known to be gone.

    A lease that runs longer than any was ever given is one of a clock that was wrong: it holds nobody off.
    """
    row = connection.execute(select(leases).where(leases.c.name == name)).mappings().first()
    if row is None:
        connection.execute(insert(leases).values(name=name, holder=holder, until=now + length, fence=1))
        return True
    valid = now < row["until"] <= now + 2 * length
    if row["holder"] != holder and valid and not gone(row["holder"]):
        return False
    changed = row["holder"] != holder
    taken = connection.execute(
        update(leases)
        .where(leases.c.name == name, leases.c.fence == row["fence"])
        .values(holder=holder, until=now + length, fence=row["fence"] + int(changed))
    )
    return taken.rowcount == 1


def holder(connection: Connection, name: str, now: datetime) -> str | None:
    """Who has the lease; None when nobody does."""
    return connection.scalar(select(leases.c.holder).where(leases.c.name == name, leases.c.until > now))


def release(connection: Connection, name: str, holder: str, now: datetime) -> None:
    """Give the lease up on an orderly stop."""
    connection.execute(
        update(leases).where(leases.c.name == name, leases.c.holder == holder).values(until=now)
    )
