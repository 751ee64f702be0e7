"""The life of an application: its statuses, and the one table of what leads from which to which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from intake.errors import TransitionNotAllowed


class ApplicationStatus(StrEnum):
    """Where an application stands. Approved is not yet disbursed: that is the ledger's word."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_REVIEW = "under_review"
    INFORMATION_REQUESTED = "information_requested"
    RECOMMENDED = "recommended"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class Action(StrEnum):
    """What people do to an application."""

    SUBMIT = "submit"
    CLAIM = "claim"
    RELEASE = "release"
    ASSIGN = "assign"
    ASK_FARMER = "ask_farmer"
    REPLY = "reply"
    SET_VISIT = "set_visit"
    RECORD_VISIT = "record_visit"
    RECOMMEND = "recommend"
    RETURN = "return_for_information"
    APPROVE = "approve"
    REJECT = "reject"
    WITHDRAW = "withdraw"
    EXPIRE = "expire"


_S, _A = ApplicationStatus, Action

TRANSITIONS: Mapping[tuple[ApplicationStatus, Action], ApplicationStatus] = {
    (_S.DRAFT, _A.SUBMIT): _S.SUBMITTED,
    (_S.DRAFT, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.DRAFT, _A.EXPIRE): _S.EXPIRED,
    (_S.SUBMITTED, _A.CLAIM): _S.UNDER_REVIEW,
    (_S.SUBMITTED, _A.ASSIGN): _S.UNDER_REVIEW,
    (_S.SUBMITTED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.UNDER_REVIEW, _A.RELEASE): _S.SUBMITTED,
    (_S.UNDER_REVIEW, _A.ASSIGN): _S.UNDER_REVIEW,
    (_S.UNDER_REVIEW, _A.ASK_FARMER): _S.INFORMATION_REQUESTED,
    (_S.UNDER_REVIEW, _A.SET_VISIT): _S.UNDER_REVIEW,
    (_S.UNDER_REVIEW, _A.RECORD_VISIT): _S.UNDER_REVIEW,
    (_S.UNDER_REVIEW, _A.RECOMMEND): _S.RECOMMENDED,
    (_S.UNDER_REVIEW, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.INFORMATION_REQUESTED, _A.REPLY): _S.UNDER_REVIEW,
    (_S.INFORMATION_REQUESTED, _A.ASK_FARMER): _S.INFORMATION_REQUESTED,
    (_S.INFORMATION_REQUESTED, _A.SET_VISIT): _S.INFORMATION_REQUESTED,
    (_S.INFORMATION_REQUESTED, _A.RECORD_VISIT): _S.INFORMATION_REQUESTED,
    (_S.INFORMATION_REQUESTED, _A.RELEASE): _S.SUBMITTED,
    (_S.INFORMATION_REQUESTED, _A.ASSIGN): _S.INFORMATION_REQUESTED,
    # a farmer who cannot answer must not block the file: the officer may recommend from what he saw
    (_S.INFORMATION_REQUESTED, _A.RECOMMEND): _S.RECOMMENDED,
    (_S.INFORMATION_REQUESTED, _A.WITHDRAW): _S.WITHDRAWN,
    (_S.RECOMMENDED, _A.RETURN): _S.UNDER_REVIEW,
    (_S.RECOMMENDED, _A.APPROVE): _S.APPROVED,
    (_S.RECOMMENDED, _A.REJECT): _S.REJECTED,
    (_S.RECOMMENDED, _A.WITHDRAW): _S.WITHDRAWN,
}

RUNNING = frozenset({_S.SUBMITTED, _S.UNDER_REVIEW, _S.INFORMATION_REQUESTED, _S.RECOMMENDED})
DECIDED = frozenset({_S.APPROVED, _S.REJECTED})
HELD = frozenset({_S.UNDER_REVIEW, _S.INFORMATION_REQUESTED})


def next_status(status: ApplicationStatus, action: Action, *, by: str, at: datetime) -> ApplicationStatus:
    """Where `action` leads. Raises `TransitionNotAllowed` with who brought it there, and when."""
    try:
        return TRANSITIONS[status, action]
    except KeyError:
        raise TransitionNotAllowed(action, status, by, at) from None


def actions_from(status: ApplicationStatus) -> list[Action]:
    """What the table allows from `status`; who may do it is a matter of rights."""
    return [action for (start, action) in TRANSITIONS if start is status]
