"""Database migrations: the schema is what the revisions say, from the first to the newest."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

if TYPE_CHECKING:
    from alembic.config import Config


def migrate(engine: Engine) -> None:
    """Bring the database to the newest revision; nothing is written when it is there already."""
    with engine.execution_options(read_only=True).begin() as connection:
        if _current(connection) == _head():
            return
    from alembic import command

    with engine.begin() as connection:
        config = configuration()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def configuration() -> Config:
    """Alembic's configuration, made in code: no file to find, no address written down."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    return config


def _current(connection: Connection) -> str | None:
    if not connection.dialect.has_table(connection, "alembic_version"):
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _head() -> str | None:
    """The newest revision by file name, without importing alembic: starting must be quick."""
    revisions = sorted(path.stem for path in (Path(__file__).parent / "versions").glob("[0-9]*.py"))
    return revisions[-1].split("_", 1)[0] if revisions else None
