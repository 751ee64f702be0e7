"""Errors an operator can mend, as one sentence that names the setting, the file or the row."""

from __future__ import annotations

import re

from pydantic import ValidationError
from pydantic_settings import SettingsError
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError

from bot.backup import BackupRefused
from bot.keys import KeysInUse, KeysLost
from bot.settings import PREFIX
from intake.errors import IntakeError
from knowledge.errors import KnowledgeError

_DRIVERS = ("psycopg", "psycopg2", "asyncpg")
_FOREIGN = ("MySQLdb", "pymysql", "cx_Oracle", "oracledb", "pyodbc")
_PLAIN = (BackupRefused, KeysInUse, KeysLost, IntakeError, KnowledgeError)
_DAMAGED = ("not a database", "malformed")


def explain(error: Exception) -> str | None:
    """The sentence for an expected error; None for a fault of ours, which deserves its traceback."""
    if isinstance(error, ValidationError) and error.title == "Settings":
        return "; ".join(_setting(fault["loc"], fault["msg"]) for fault in error.errors())
    if isinstance(error, SettingsError):
        return _unreadable_setting(error)
    if isinstance(error, NoSuchModuleError) or (
        isinstance(error, ModuleNotFoundError) and error.name in _FOREIGN
    ):
        return f"{PREFIX}DATABASE_URL: only SQLite (leave it empty) and PostgreSQL (postgresql+psycopg://…) are served"
    if isinstance(error, ArgumentError):
        return (
            f"{PREFIX}DATABASE_URL is no database address; leave it empty for SQLite in the home folder, or write "
            "one such as postgresql+psycopg://user:password@host/name"
        )
    if isinstance(error, DatabaseError):
        return _database(error)
    if isinstance(error, ModuleNotFoundError) and error.name in _DRIVERS:
        return f"{PREFIX}DATABASE_URL needs the package {error.name}, which is not installed: pip install {error.name}"
    if isinstance(error, OSError) and error.filename is not None:
        return _file(error)
    return str(error) if isinstance(error, _PLAIN) else None


def _database(error: DatabaseError) -> str | None:
    said = str(error.orig)
    if any(sign in said for sign in _DAMAGED):
        return (
            f"the database file is damaged ({said}): stop the bot, put the file back from your backup, "
            "and keep the damaged one aside"
        )
    if isinstance(error, OperationalError):
        return f"the database cannot be used: {said}. Check {PREFIX}DATABASE_URL and the home folder's disk."
    return None


def _file(error: OSError) -> str | None:
    name = error.filename
    if isinstance(error, FileNotFoundError):
        return f"{name}: there is no such file; mend the setting or the argument that names it"
    if isinstance(error, PermissionError):
        return f"{name}: this user may not read or write it; chown or chmod it"
    if isinstance(error, FileExistsError | NotADirectoryError):
        return (
            f"{name}: a file is where a folder should be; move it away, or set {PREFIX}HOME to another folder"
        )
    return None


def _unreadable_setting(error: SettingsError) -> str:
    """pydantic-settings says only which field it could not take apart."""
    named = re.search(r'field "(\w+)"', str(error))
    name = PREFIX + named.group(1).upper() if named else "a setting"
    return f'{name}: write it as JSON, such as ["e5", "minilm"]'


def _setting(location: tuple[int | str, ...], message: str) -> str:
    name = PREFIX + "_".join(str(part) for part in location).upper() if location else "settings"
    return f"{name}: {message.removeprefix('Value error, ')}"
