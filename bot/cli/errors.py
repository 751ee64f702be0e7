"""Errors an operator can mend, as one sentence that names the setting, the file or the row."""

from __future__ import annotations

from pydantic import ValidationError
from sqlalchemy.exc import OperationalError

from bot.keys import KeysInUse, KeysLost
from bot.settings import PREFIX
from intake.errors import IntakeError
from knowledge.errors import KnowledgeError


def explain(error: Exception) -> str | None:
    """The sentence for an expected error; None for a fault of ours, which deserves its traceback."""
    if isinstance(error, ValidationError) and error.title == "Settings":
        return "; ".join(_setting(fault["loc"], fault["msg"]) for fault in error.errors())
    if isinstance(error, OperationalError):
        return f"the database cannot be used: {error.orig}. Check {PREFIX}DATABASE_URL and the home folder's disk."
    if isinstance(
        error, KeysInUse | KeysLost | IntakeError | KnowledgeError | PermissionError | FileNotFoundError
    ):
        return str(error)
    return None


def _setting(location: tuple[int | str, ...], message: str) -> str:
    name = PREFIX + "_".join(str(part) for part in location).upper() if location else "settings"
    return f"{name}: {message.removeprefix('Value error, ')}"
