"""The branch lead parts strangers who were taken for one household, from the card; nobody else may."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select

from bot.conversation.officer import household
from intake.applications import Application, Person
from intake.audit import AuditLog
from intake.review import Role, StaffMember
from intake.tables import applications
from tests.bot.conversation.staff.office import CHEN, FARMER, SUN, ZHAO, Office
from tests.intake.world import SUBMISSION

NEIGHBOUR, STRANGER, CLERK = 1002, 1003, 2077
PHONE = "+8613800000077"
LABEL = "Strangers in one household?"


def two(office: Office) -> tuple[Application, Application]:
    """Two who gave the same phone."""
    one, other = (
        office.apply(
            user_id, applicant=replace(SUBMISSION.applicant, phone=PHONE, national_id=f"ID{user_id}")
        )
        for user_id in (FARMER, STRANGER)
    )
    for user_id in (CHEN, SUN, ZHAO):
        office.chat(user_id).news()
    return one, other


def home(office: Office, application: Application) -> int:
    with office.services.engine.begin() as connection:
        this = applications.c.application_id == application.application_id
        return connection.execute(select(applications.c.household_id).where(this)).scalar_one()


def test_the_lead_reads_by_what_they_were_joined_and_parts_them(office: Office) -> None:
    one, other = two(office)
    office.sun.text(one.reference)
    asked = office.sun.press(LABEL)[-1].text
    assert other.reference in asked and "the same phone" in asked
    assert home(office, one) == home(office, other)
    renewed = office.sun.press("Yes, they are strangers")[-1]
    assert "household of its own" in renewed.text and "another one running" not in renewed.text
    assert LABEL not in [button.text for row in renewed.buttons for button in row]
    assert home(office, one) != home(office, other)
    with office.services.engine.begin() as connection:
        written = AuditLog(office.services.vault).of_person(connection, FARMER)
    [parted] = [entry for entry in written if entry.name == "staff:household:part"]
    assert parted.actor == f"staff:{SUN}"


def related(office: Office, application: Application) -> frozenset[int]:
    with office.services.engine.begin() as connection:
        return office.services.applications.store.get(connection, application.application_id).related_staff


@pytest.mark.parametrize(
    ("changes", "stays"),
    [
        ({}, False),
        ({"values": {"staff_related": "yes", "staff_related_who": "somebody"}}, True),
        ({"phone": "+8613800000001"}, True),
    ],
)
def test_a_mark_that_only_the_join_explains_goes_and_every_other_stays(
    office: Office, changes: dict[str, Any], stays: bool
) -> None:
    """An employee, a neighbour with his phone, and a stranger whom only the neighbour's card joins to both."""
    phone = changes.pop("phone", "+8613800000003")
    people = [
        (CLERK, Person("Clerk", "+8613800000001", "ID2077"), {}),
        (NEIGHBOUR, Person("Neighbour", "+8613800000001", "ID1002"), {}),
        (STRANGER, Person("Stranger", phone, "ID1002"), changes),
    ]
    with office.services.engine.begin() as connection:
        clerk = StaffMember(CLERK, "Clerk", Role.OFFICER, frozenset(), "en", active=True)
        office.services.staff.put(connection, clerk)
    _clerks, neighbours, strangers = (
        office.apply(user_id, applicant=one, guarantor=None, **more) for user_id, one, more in people
    )
    assert CLERK in related(office, neighbours) and CLERK in related(office, strangers)
    office.sun.text(strangers.reference)
    office.sun.press(LABEL)
    office.sun.press("Yes, they are strangers")
    assert (CLERK in related(office, strangers)) is stays
    assert CLERK in related(office, neighbours)


def test_left_as_it_is_nothing_changes(office: Office) -> None:
    one, other = two(office)
    office.sun.text(one.reference)
    office.sun.press(LABEL)
    office.sun.press("Never mind")
    assert home(office, one) == home(office, other)


@pytest.mark.parametrize("user_id", [CHEN, ZHAO])
def test_nobody_else_has_the_button_or_may_press_it(office: Office, user_id: int) -> None:
    one, other = two(office)
    member = office.chat(user_id)
    member.text(one.reference)
    assert LABEL not in member.buttons()
    for action in (household.ASK, household.YES):
        said = member.press_data(action, (str(one.application_id),))
        assert "Your role may not do this" in said[-1].text
    assert home(office, one) == home(office, other)


def test_the_right_is_checked_at_the_press(office: Office) -> None:
    one, other = two(office)
    office.sun.text(one.reference)
    office.sun.press(LABEL)
    with office.services.engine.begin() as connection:
        lead = office.services.staff.get(connection, SUN)
        office.services.staff.put(connection, replace(lead, role=Role.OFFICER))
    office.sun.press("Yes, they are strangers")
    assert home(office, one) == home(office, other)


def test_a_lead_of_that_household_may_not(office: Office) -> None:
    one, other = two(office)
    with office.services.engine.begin() as connection:
        this = applications.c.application_id == other.application_id
        connection.execute(applications.update().where(this).values(related_staff=[SUN]))
    office.sun.text(one.reference)
    assert LABEL not in office.sun.buttons()
    said = office.sun.press_data(household.YES, (str(one.application_id),))
    assert "related to this loan" in said[-1].text
    assert home(office, one) == home(office, other)


def test_one_persons_two_applications_are_no_strangers(office: Office) -> None:
    first = office.apply()
    office.apply(product_id="season")
    office.sun.text(first.reference)
    assert LABEL not in office.sun.buttons()


def erased(office: Office, application: Application) -> None:
    """He withdraws, and has all deleted that is kept of him."""
    farmer = office.farmer("en", application.user_id)
    with office.services.engine.begin() as connection:
        office.services.applications.withdraw(connection, application.application_id, application.user_id)
    farmer.command("/privacy")
    farmer.press("Delete what you keep")
    farmer.press("Yes, delete it")
    assert "It is deleted" in farmer.words


def test_who_was_erased_is_nobody_to_be_parted_from(office: Office) -> None:
    one, other = two(office)
    office.sun.text(one.reference)
    office.sun.press(LABEL)
    erased(office, other)
    said = office.sun.press("Yes, they are strangers")[-1].text
    assert "Nobody else" in said and "Parted" not in said
    office.sun.text(one.reference)
    assert LABEL not in office.sun.buttons()


def test_the_card_of_who_was_erased_parts_nobody(office: Office) -> None:
    one, other = two(office)
    office.sun.text(other.reference)
    erased(office, other)
    for action in (household.ASK, household.YES):
        said = office.sun.press_data(action, (str(other.application_id),))
        assert "Nobody else" in said[-1].text
    office.sun.text(other.reference)
    assert LABEL not in office.sun.buttons()
    assert home(office, one)
