"""What an application is: the record, the file around it, and the events that the bot turns into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import Any

from intake.applications.instances import Instance
from intake.applications.prepared import PICTURE, Prepared
from intake.applications.status import ApplicationStatus
from intake.audit import AuditEvent
from intake.products.money import Money
from intake.products.product import Repayment


@dataclass(frozen=True)
class Draft:
    """An application being written. `state` is the interview's own; `answered` of `total` questions."""

    draft_id: str
    user_id: int
    form_id: str
    form_version: str
    language: str
    status: ApplicationStatus
    version: int
    answered: int
    total: int
    state: Mapping[str, Any]
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class Person:
    """A named person in a file: the applicant or his guarantor."""

    name: str
    phone: str | None = None
    national_id: str | None = None


@dataclass(frozen=True)
class AnswerLine:
    """One answered question as the farmer saw it: the form's label and his answer in words.

    `section` is one of the items of the investigation (see `intake.dossier.labels.SECTIONS`), "" if none.
    """

    path: str
    label: str
    shown: str
    section: str = ""


@dataclass(frozen=True)
class Submission:
    """What the finished interview hands over. Amounts are in the lender's currency.

    `values` are the form's values by path, `lines` the same as shown, `known` what a returning farmer need
    not be asked again, `related_staff` employees who introduced, guaranteed or are kin to the loan.
    """

    village: str
    product_id: str
    requested_amount: Decimal
    own_funds: Decimal
    term_months: int
    repayment: Repayment
    applicant: Person
    guarantor: Person | None = None
    harvest_on: date | None = None  # when the one sum of an at-harvest loan is due
    first_due: date | None = None  # when the first instalment is due, if not a month after the money
    has_collateral: bool | None = None
    related_staff: frozenset[int] = frozenset()
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: tuple[AnswerLine, ...] = ()
    known: Mapping[str, Any] = field(default_factory=dict)
    instance: Instance | None = None  # the form itself, as it was filled in


@dataclass(frozen=True)
class Application:
    """One application as it stands. `version` goes up with each change: a button carries it."""

    application_id: int
    reference: str
    draft_id: str
    user_id: int
    household_id: int | None
    village: str
    language: str
    status: ApplicationStatus
    version: int
    changed_by: str
    form_id: str
    form_version: str
    product_id: str
    requested: Money
    own_funds: Money
    term_months: int
    repayment: Repayment
    harvest_on: date | None
    large: bool
    related_staff: frozenset[int]
    holder: int | None
    claimed_at: datetime | None
    investigators: frozenset[int]
    recommended_by: int | None
    visit_on: date | None
    approved: Money | None
    submitted_at: datetime
    updated_at: datetime
    decided_at: datetime | None
    decided_by: int | None
    applicant: Person
    guarantor: Person | None
    values: Mapping[str, Any]
    lines: tuple[AnswerLine, ...]
    first_due: date | None = None
    annual_rate_percent: Decimal | None = (
        None  # the price that was shown when it was sent in; None: not kept yet
    )
    fee_percent: Decimal | None = None

    @property
    def staff_related(self) -> bool:
        return bool(self.related_staff)

    @property
    def erased(self) -> bool:
        """Whether the farmer had everything about him deleted; the bare record is all that is left."""
        return self.user_id < 0


class FindingKind(StrEnum):
    """What kind of paper lies in the file."""

    VISIT = "visit"
    RECOMMENDATION = "recommendation"
    RETURN = "return"
    DECISION = "decision"


@dataclass(frozen=True)
class Finding:
    """A paper in the file: visit notes, a recommendation with its reasons, a decision."""

    kind: FindingKind
    by: int
    at: datetime
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class Enclosure:
    """What a farmer sends his officer with his words, or without any: a file, or a place that he shares."""

    file: Prepared | None = None
    name: str = ""  # that the file is kept under
    place: tuple[float, float] | None = None

    @property
    def kind(self) -> str:
        """That of the file (`Prepared.kind`), or `place`."""
        return self.file.kind if self.file is not None else "place"


@dataclass(frozen=True)
class Message:
    """One message between farmer and officer about an application; `asks` when it waits for the farmer's answer.

    `enclosed` says what kind of thing came with it (`Enclosure.kind`): a file called `file`, or the `place`.
    """

    message_id: int
    sender: str
    text: str
    at: datetime
    asks: bool = False
    enclosed: str = ""
    file: str = ""
    place: tuple[float, float] | None = None

    @property
    def from_farmer(self) -> bool:
        return self.sender.startswith("farmer:")


def open_questions(messages: Sequence[Message]) -> list[str]:
    """What was asked since the farmer's last word; if that was no answer to it, the newest that was asked at all."""
    asked = [message for message in messages if message.asks]
    last = max((message.message_id for message in messages if message.from_farmer), default=0)
    return [message.text for message in asked if message.message_id > last or message is asked[-1]]


@dataclass(frozen=True)
class Attachment:
    """A photo, recording, film or paper in the file, under the `name` that the form's answer holds.

    `location` is there only when the sender shared it on purpose; `width` and `height` are those of a picture.
    """

    attachment_id: str
    draft_id: str
    path: str
    media_type: str
    size: int
    width: int
    height: int
    created_at: datetime
    name: str = ""
    caption: str = ""
    location: tuple[float, float] | None = None

    @property
    def picture(self) -> bool:
        """Whether it can be shown and printed as a photo."""
        return self.media_type == PICTURE


@dataclass(frozen=True)
class ApplicationFile:
    """The whole credit file of one application, as an officer opens it."""

    application: Application
    findings: tuple[Finding, ...]
    messages: tuple[Message, ...]
    attachments: tuple[Attachment, ...]
    history: tuple[AuditEvent, ...]
    other_running: tuple[str, ...] = ()  # references of the household's other running applications


class EventKind(StrEnum):
    """What happened that somebody should hear of."""

    SUBMITTED = "submitted"
    CLAIMED = "claimed"
    RELEASED = "released"
    ASSIGNED = "assigned"
    QUESTION_ASKED = "question_asked"
    QUESTION_ANSWERED = "question_answered"
    MESSAGE_SENT = "message_sent"
    VISIT_SET = "visit_set"
    VISIT_RECORDED = "visit_recorded"
    RECOMMENDED = "recommended"
    RETURNED = "returned"
    APPROVED = "approved"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    DRAFT_EXPIRED = "draft_expired"
    GUARANTOR_ACCEPTED = "guarantor_accepted"
    GUARANTOR_DECLINED = "guarantor_declined"
    GUARANTOR_WITHDREW = "guarantor_withdrew"
    GUARANTOR_REPLACED = "guarantor_replaced"


@dataclass(frozen=True)
class Event:
    """A change that was just made in this transaction; the bot words it to whom it concerns.

    `user_id` is the farmer, `holder` the officer who holds (or just held) the application.
    """

    kind: EventKind
    actor: str
    user_id: int
    language: str
    application_id: int | None = None
    reference: str | None = None
    village: str | None = None
    holder: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)
