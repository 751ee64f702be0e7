"""Faults of a form, each with the place in the sheet and the fix."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from intake.errors import IntakeError


class Severity(StrEnum):
    """An error stops the form from being used; a warning should be looked at."""

    ERROR = "error"
    WARNING = "warning"


class FaultCode(StrEnum):
    """What kind of fault it is."""

    NOT_A_FORM = "not_a_form"
    XLSFORM = "xlsform"
    SYNTAX = "syntax"
    UNKNOWN_FUNCTION = "unknown_function"
    ARGUMENTS = "arguments"
    TOO_COMPLEX = "too_complex"
    DANGLING = "dangling"
    CYCLE = "cycle"
    UNSUPPORTED_TYPE = "unsupported_type"
    UNSUPPORTED_EVENT = "unsupported_event"
    EMPTY_CHOICES = "empty_choices"
    MISSING_FILE = "missing_file"
    MISSING_TRANSLATION = "missing_translation"
    TOO_LONG = "too_long"
    NO_LABEL = "no_label"
    DUPLICATE = "duplicate"
    RANGE = "range"
    DEFAULT = "default"
    TOO_MANY = "too_many"
    REGEX = "regex"
    RUNTIME = "runtime"
    NOT_IN_CHAT = "not_in_chat"


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: where (sheet, row and column when known, path in the form), what, and how to mend it."""

    code: FaultCode
    message: str
    fix: str = ""
    path: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = " ".join(
            part
            for part in (
                self.sheet and f"sheet {self.sheet}",
                f"row {self.row}" if self.row is not None else "",
                self.column and f"column {self.column}",
            )
            if part
        )
        where = f"{place or self.path or 'form'}: "
        return f"{where}{self.message}{f' Fix: {self.fix}' if self.fix else ''}"

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


class FormRefused(IntakeError):
    """A form cannot be used; `faults` holds every reason found."""

    def __init__(self, name: str, faults: list[Fault]) -> None:
        shown = "; ".join(str(fault) for fault in faults[:5])
        more = f" (and {len(faults) - 5} more)" if len(faults) > 5 else ""
        super().__init__(f"{name}: {shown}{more}")
        self.name = name
        self.faults = faults


class UnknownPath(IntakeError):
    """No question of the running form has this path."""

    def __init__(self, path: str) -> None:
        super().__init__(f"the form has no {path}")
        self.path = path
