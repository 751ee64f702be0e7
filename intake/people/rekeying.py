"""Changing keys: a walk over every sealed column and every file, resumable after a kill at any point.

What the first key opens already is passed by, so walking again is going on. Each batch is a transaction of its
own; a row that somebody changed meanwhile was sealed under the first key by that change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from sqlalchemy import Column, Connection, Engine, MetaData, Table, select, update

from intake.tables import Sealed, metadata
from intake.vault import Vault

BATCH = 500


class SealedFiles(Protocol):
    """Encrypted bytes under a name; a put is whole or not at all."""

    def put(self, name: str, content: bytes) -> None: ...
    def get(self, name: str) -> bytes: ...
    def names(self) -> Iterator[str]: ...


@dataclass(frozen=True)
class Progress:
    """How far the walk is: `place` is table.column or a folder of files."""

    place: str
    seen: int
    rotated: int


def sealed_columns(tables: Iterable[MetaData] = (metadata,)) -> list[Column[Any]]:
    """Every column that holds vault tokens, by its type or, in a package that has no such type, by its mark."""
    return [
        column
        for one in tables
        for table in one.sorted_tables
        for column in table.columns
        if isinstance(column.type, Sealed) or column.info.get("sealed")
    ]


def rekey(
    engine: Engine,
    vault: Vault,
    files: Mapping[str, SealedFiles] | None = None,
    batch: int = BATCH,
    tables: Iterable[MetaData] = (metadata,),
) -> Iterator[Progress]:
    """Seal everything under the vault's first key, batch by batch; the caller shows the progress.

    `files`: folders by what to call them. Raises `VaultError` at what no key opens; nothing is lost by that.
    """
    for column in sealed_columns(tables):
        yield from _rekey_column(engine, vault, column, batch)
    for place, folder in (files or {}).items():
        yield from _rekey_files(vault, place, folder)


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
        yield Progress(f"{column.table.name}.{column.name}", seen, rotated)


def _next_rows(
    connection: Connection, key: Column[Any], column: Column[Any], last: Any, batch: int
) -> list[tuple[Any, bytes]]:
    query = select(key, column).where(column.is_not(None)).order_by(key).limit(batch)
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


def _rekey_files(vault: Vault, place: str, files: SealedFiles) -> Iterator[Progress]:
    rotated = 0
    for seen, name in enumerate(files.names(), start=1):
        rotated += _rekey_file(vault, files, name)
        yield Progress(place, seen, rotated)


def _rekey_file(vault: Vault, files: SealedFiles, name: str) -> bool:
    try:
        content = files.get(name)
    except FileNotFoundError:  # swept meanwhile
        return False
    if vault.is_current(content):
        return False
    files.put(name, vault.rotate(content))
    return True
