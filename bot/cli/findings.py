"""What `doctor` finds: one thing looked at, how it stands, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How one thing stands."""

    OK = "ok"
    NOTE = "note"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `fix` says what to do where something is wrong."""

    what: str
    verdict: Verdict
    found: str
    fix: str = ""
