"""The life of a guarantee: its statuses, and the one table of what leads from which to which."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from intake.errors import TransitionNotAllowed


class GuaranteeStatus(StrEnum):
    """Where a guarantee stands."""

    ASKED = "asked"  # the link is made, nobody has opened it
    OPENED = "opened"  # somebody holds the link and has not answered
    ACCEPTED = "accepted"
    DECLINED = "declined"


class GuaranteeAction(StrEnum):
    """What people do to a guarantee."""

    OPEN = "open"
    ACCEPT = "accept"
    DECLINE = "decline"
    RENEW = "renew"  # a new link for the same person
    REPLACE = "replace"  # another person is named


_S, _A = GuaranteeStatus, GuaranteeAction

GUARANTEE_TRANSITIONS: Mapping[tuple[GuaranteeStatus, GuaranteeAction], GuaranteeStatus] = {
    (_S.ASKED, _A.OPEN): _S.OPENED,
    (_S.ASKED, _A.RENEW): _S.ASKED,
    (_S.ASKED, _A.REPLACE): _S.ASKED,
    (_S.OPENED, _A.ACCEPT): _S.ACCEPTED,
    (_S.OPENED, _A.DECLINE): _S.DECLINED,
    (_S.OPENED, _A.RENEW): _S.ASKED,  # the link fell into the wrong hands
    (_S.OPENED, _A.REPLACE): _S.ASKED,
    (_S.ACCEPTED, _A.DECLINE): _S.DECLINED,
    (_S.ACCEPTED, _A.REPLACE): _S.ASKED,
    (_S.DECLINED, _A.ACCEPT): _S.ACCEPTED,
    (_S.DECLINED, _A.REPLACE): _S.ASKED,
}

WAITING = frozenset({_S.ASKED, _S.OPENED})


def next_guarantee_status(
    status: GuaranteeStatus, action: GuaranteeAction, *, by: str, at: datetime
) -> GuaranteeStatus:
    """Where `action` leads. Raises `TransitionNotAllowed` with who brought it there, and when."""
    try:
        return GUARANTEE_TRANSITIONS[status, action]
    except KeyError:
        raise TransitionNotAllowed(action, status, by, at) from None
