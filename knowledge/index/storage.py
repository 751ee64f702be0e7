"""SQLite files that are caches: opened or begun anew, written whole or not at all."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol, TypeVar

_log = logging.getLogger(__name__)


class _Store(Protocol):
    def whole(self) -> bool: ...

    def close(self) -> None: ...


Store = TypeVar("Store", bound=_Store)


def open_or_begin_anew(kind: Callable[[Path], Store], path: Path, *, owner: bool) -> Store:
    """A file that cannot be read is a lost cache, not a lost library: its owner starts empty and fills it again."""
    try:
        store = kind(path)
        if not owner or store.whole():
            return store
        store.close()
    except sqlite3.DatabaseError:
        if not owner:
            raise
    _log.warning("%s is damaged or of an older kind; it starts empty and is filled from the library", path)
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
    return kind(path)


def connect(path: Path) -> sqlite3.Connection:
    """A connection that says BEGIN itself and may be used by any thread."""
    connection = sqlite3.connect(path, timeout=30, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


@contextmanager
def writing(connection: sqlite3.Connection) -> Iterator[None]:
    """One transaction. On some errors (a full disk) SQLite has taken it back by itself: asking again hides why."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def reads_well(connection: sqlite3.Connection) -> bool:
    """Whether SQLite can read the file from end to end."""
    try:
        found = connection.execute("PRAGMA quick_check").fetchone()
    except sqlite3.DatabaseError:
        return False
    return bool(found and found[0] == "ok")
