"""Changing keys: a walk over every sealed column and every file, resumable after a kill at any point.

What the first key opens already is passed by, so walking again is going on. Each batch is a transaction of its
own; a row that somebody changed meanwhile was sealed under the first key by that change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, select, update

from intake.files import Files
from intake.tables import Sealed, metadata
from intake.vault import Vault

BATCH = 500


@dataclass(frozen=True)
class Progress:
    """How far the walk is: `place` is a table or "files"."""

    place: str
    seen: int
    rotated: int


def sealed_columns() -> list[Column[Any]]:
    """Every column of the package that holds vault tokens, found by its type."""
    return [
        column
        for table in metadata.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed)
    ]


def rekey(engine: Engine, vault: Vault, files: Files | None = None, batch: int = BATCH) -> Iterator[Progress]:
    """Seal everything under the vault's first key, batch by batch; the caller shows the progress.

    Raises `VaultError` at what no key opens; nothing is lost by that.
    """
    for column in sealed_columns():
        yield from _rekey_column(engine, vault, column, batch)
    if files is not None:
        yield from _rekey_files(vault, files)


def _rekey_column(engine: Engine, vault: Vault, column: Column[Any], batch: int) -> Iterator[Progress]:
    (key,) = column.table.primary_key.columns
    last: Any = None
    seen = rotated = 0
    while True:
        with engine.begin() as connection:
            rows = _next_rows(connection, key, column, last, batch)
            rotated += sum(_rekey_row(connection, vault, column, row[0], row[1]) for row in rows)
        if not rows:
            return
        seen, last = seen + len(rows), rows[-1][0]
        yield Progress(column.table.name, seen, rotated)


def _next_rows(
    connection: Connection, key: Column[Any], column: Column[Any], last: Any, batch: int
) -> list[tuple[Any, bytes]]:
    query = select(key, column).order_by(key).limit(batch)
    if last is not None:
        query = query.where(key > last)
    return [(row[0], bytes(row[1])) for row in connection.execute(query)]


def _rekey_row(connection: Connection, vault: Vault, column: Column[Any], key: Any, token: bytes) -> bool:
    """Compare-and-set on the old token: a newer one is never overwritten."""
    if vault.is_current(token):
        return False
    table = column.table
    assert isinstance(table, Table)
    (primary,) = table.primary_key.columns
    change = update(table).where(primary == key, column == token)
    return bool(connection.execute(change.values({column.name: vault.rotate(token)})).rowcount)


def _rekey_files(vault: Vault, files: Files) -> Iterator[Progress]:
    rotated = 0
    for seen, name in enumerate(files.names(), start=1):
        content = files.get(name)
        if not vault.is_current(content):
            files.put(name, vault.rotate(content))
            rotated += 1
        yield Progress("files", seen, rotated)
