"""The errors of the intake package: each carries facts, the bot words them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any


class IntakeError(Exception):
    """Everything intake refuses or cannot do.

    `IntakeError`
     ├ `LenderError`            the lender's folder is wrong (for operators)
     ├ `VaultError`             a key is wrong or missing (for operators)
     ├ `NotFound`               no such draft, application, invitation
     ├ `NotAllowed`             this person may not do this
     ├ `TransitionNotAllowed`   not from this status, or somebody was quicker
     └ `Refused`                what was given cannot be taken
    """


class LenderError(IntakeError):
    """A fault in a lender's folder: which file, which key, what to do about it."""

    def __init__(self, file: Path, key: str, problem: str, fix: str) -> None:
        super().__init__(f"{file}: {key}: {problem}. {fix}")
        self.file = file
        self.key = key
        self.problem = problem
        self.fix = fix


class VaultError(IntakeError):
    """A key is malformed, or no key at hand opens what was stored."""


class NotFound(IntakeError):
    """There is no such thing, or it is not this person's."""

    def __init__(self, what: str, key: object) -> None:
        super().__init__(f"no {what} {key}")
        self.what = what
        self.key = key


class Reason(StrEnum):
    """Why a person may not do something."""

    NOT_STAFF = "not_staff"
    ROLE = "role"
    VILLAGE = "village"
    NOT_HOLDER = "not_holder"
    NOT_OWNER = "not_owner"
    FOUR_EYES = "four_eyes"
    OWN_APPLICATION = "own_application"
    STAFF_RELATED = "staff_related"
    INVITE_UNKNOWN = "invite_unknown"
    INVITE_EXPIRED = "invite_expired"
    INVITE_USED = "invite_used"
    ALREADY_STAFF = "already_staff"


class NotAllowed(IntakeError):
    """Right and duty forbid it: `reason` says which rule, `facts` the particulars."""

    def __init__(self, reason: Reason, **facts: Any) -> None:
        super().__init__(f"not allowed: {reason.value} {facts}")
        self.reason = reason
        self.facts: Mapping[str, Any] = facts


class TransitionNotAllowed(IntakeError):
    """The application is not where this action starts from.

    `status` is where it stands, `by` who brought it there ("farmer:17", "staff:2001", "system"), `at` when.
    """

    def __init__(self, action: str, status: str, by: str, at: datetime, **facts: Any) -> None:
        super().__init__(f"{action} is not possible: {status} since {at:%Y-%m-%d %H:%M} by {by}")
        self.action = action
        self.status = status
        self.by = by
        self.at = at
        self.facts: Mapping[str, Any] = facts


class Refused(IntakeError):
    """What was given cannot be taken as it is: `code` says why."""

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(f"refused: {code} {facts}")
        self.code = code
        self.facts: Mapping[str, Any] = facts
