"""Who may stand for a loan, and what an officer should look at."""

from __future__ import annotations

import re

from sqlalchemy import Connection

from intake.applications.model import Application
from intake.errors import Refused
from intake.guarantors.model import Barrier
from intake.people.household import People
from intake.review.staff import Staff


def require_eligible(
    connection: Connection,
    application: Application,
    user_id: int,
    *,
    staff: Staff,
    people: People,
    country: str,
    phone: str | None = None,
) -> None:
    """Neither the borrower, nor his household, nor an employee. Raises `Refused` with a `Barrier`."""
    if user_id == application.user_id:
        raise Refused(Barrier.BORROWER)
    if staff.find(connection, user_id) is not None:
        raise Refused(Barrier.STAFF)
    own_file = people.of_user(connection, user_id)
    households = {own_file.household_id} if own_file else set()
    if phone is not None:
        require_other_phone(application, phone, country, Barrier.HOUSEHOLD)
        households |= {person.household_id for person in people.find(connection, phone=phone)}
    if application.household_id in households:
        raise Refused(Barrier.HOUSEHOLD)


def require_other_phone(application: Application, phone: str | None, country: str, barrier: Barrier) -> None:
    """A guarantor is not reached on the borrower's own phone."""
    if same_phone(application.applicant.phone, phone, country):
        raise Refused(barrier)


def e164(phone: str, country: str) -> str:
    """The number as the world writes it; as it came when it is none."""
    import phonenumbers

    try:
        number = phonenumbers.parse(phone, country)
    except phonenumbers.NumberParseException:
        return phone
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def shared_number(phone: str) -> str:
    """A shared card's number, which is always international, with its + or without."""
    return "+" + re.sub(r"\D", "", phone)


def same_phone(one: str | None, other: str | None, country: str) -> bool:
    """Whether both ways of writing reach the same phone."""
    return bool(one and other) and e164(one or "", country) == e164(other or "", country)
