"""What a guarantee is: who was named, who answered, and what the officer should look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from intake.applications.model import Person
from intake.guarantors.status import GuaranteeStatus


@dataclass(frozen=True)
class Guarantee:
    """One person's word for one application. `version` goes up with each change: a button carries it.

    `named` is whom the farmer named; `user_id` who opened the link, `phone` (E.164) what that person showed.
    """

    guarantee_id: int
    application_id: int
    status: GuaranteeStatus
    version: int
    changed_by: str
    named: Person
    user_id: int | None
    phone: str | None
    asked_at: datetime
    expires_at: datetime
    answered_at: datetime | None
    updated_at: datetime


@dataclass(frozen=True)
class Link:
    """A link's secret, shown once; only its hash is stored."""

    token: str
    expires_at: datetime


class Barrier(StrEnum):
    """Why somebody may not stand for a loan, or why his link opens nothing: the codes of `Refused`."""

    BORROWER = "guarantor_is_borrower"
    STAFF = "guarantor_is_staff"
    HOUSEHOLD = "guarantor_same_household"
    LINK_UNKNOWN = "guarantor_link_unknown"
    LINK_EXPIRED = "guarantor_link_expired"
    LINK_USED = "guarantor_link_used"
    DECIDED = "guarantor_application_closed"
    NAME_MISSING = "guarantor_name_missing"
    HIMSELF = "guarantor_names_himself"


class Doubt(StrEnum):
    """What an officer should ask about: facts, never a block."""

    PHONE_DIFFERS = "phone_differs"
    PHONE_NOT_SHOWN = "phone_not_shown"
    STANDS_FOR_OTHERS = "stands_for_others"
    MUTUAL = "mutual"
