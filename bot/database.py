"""One database for the three packages: how it is opened and what a transaction is."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError, SQLAlchemyError

NAMING = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

LOCK_SECONDS = 30
# The threads are the limit. With another one, those waiting in line to write could hold all connections while the one
# who writes wants to read something besides.
AS_MANY_AS_NEEDED = -1


def open_engine(url: str) -> Engine:
    """Open the database at `url`.

    `engine.begin()` is a write transaction: on SQLite it takes the write lock at once (`BEGIN IMMEDIATE`), so
    that a compare-and-set never fails half-way with "database is locked". For reading alone use
    `reader(engine)`.
    """
    parsed = make_url(url)
    if parsed.get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, max_overflow=AS_MANY_AS_NEEDED, hide_parameters=True)
    if parsed.database:
        # Amounts and villages stand in it in the clear: who made the folder is who may look into it.
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    connect_args = {"timeout": LOCK_SECONDS, "check_same_thread": False, "factory": _in_line()}
    # What stands in a statement belongs to people: it must not come out in an error (law 7).
    engine = create_engine(
        url, connect_args=connect_args, max_overflow=AS_MANY_AS_NEEDED, hide_parameters=True
    )
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def reader(engine: Engine) -> Engine:
    """The same database for reading: its transactions take no write lock."""
    return engine.execution_options(read_only=True)


def database_reason(error: SQLAlchemyError) -> str:
    """Why the database cannot be used, in its own words and without what stood in the statement."""
    return str(error.orig) if isinstance(error, OperationalError) else type(error).__name__


def _in_line() -> type[sqlite3.Connection]:
    """Connections whose writers wait for each other in one line within this process.

    SQLite has a waiting writer sleep and look again, up to 100 ms a time, and whoever looks first goes first.
    """
    line = threading.Lock()

    class InLine(sqlite3.Connection):
        writing = False

        def begin_immediate(self) -> None:
            """Wait for the line, then for other processes. After too long SQLite says who is in the way."""
            self.writing = line.acquire(timeout=LOCK_SECONDS)
            try:
                self.execute("BEGIN IMMEDIATE")
            except BaseException:
                self._leave()
                raise

        def commit(self) -> None:
            super().commit()
            self._leave()  # not if the commit fails: the rollback that follows leaves

        def rollback(self) -> None:
            try:
                super().rollback()
            finally:
                self._leave()

        def close(self) -> None:
            try:
                super().close()
            finally:
                self._leave()

        def _leave(self) -> None:
            if self.writing:
                self.writing = False
                line.release()

    return InLine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves, see _begin_sqlite
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "busy_timeout=30000", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    read_only = connection.get_execution_options().get("read_only", False)
    if read_only:
        connection.exec_driver_sql("BEGIN")
    else:
        try:
            connection.connection.dbapi_connection.begin_immediate()  # type: ignore[union-attr]
        except sqlite3.OperationalError as error:  # locked or read-only: said as SQLAlchemy says it elsewhere
            raise OperationalError("BEGIN IMMEDIATE", None, error) from error


def all_metadata() -> list[MetaData]:
    """The tables of the three packages; each owns its own."""
    from bot.tables import metadata as bot_metadata
    from intake.tables import metadata as intake_metadata
    from knowledge.tables import metadata as knowledge_metadata

    return [bot_metadata, intake_metadata, knowledge_metadata]
