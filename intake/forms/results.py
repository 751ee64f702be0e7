"""What becomes of an answer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from intake.forms.answers import RefusalCode


@dataclass(frozen=True, slots=True)
class Accepted:
    """An answer was stored as `value`."""

    path: str
    value: str


@dataclass(frozen=True, slots=True)
class Refused:
    """An answer was not stored: why, with the form's own message where it has one."""

    path: str
    code: RefusalCode
    message: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
