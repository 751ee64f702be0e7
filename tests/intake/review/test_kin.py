"""Nobody handles a loan that touches him: his own, his household's, one he stands for, however it came about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from intake.applications import Application, Person
from intake.errors import NotAllowed, Reason
from intake.review import Role, StaffMember
from tests.intake.review.world import CHEN, SUN, ZHAO, Office
from tests.intake.world import SUBMISSION, submission_of

WIFE, COUSIN = 1901, 1902


def refused(office: Office, action: str, by: int, application: Application, **more: Any) -> Reason:
    with pytest.raises(NotAllowed) as found:
        office.press(action, by, application, **more)
    return found.value.reason


def same_phone_as(user_id: int) -> Person:
    return replace(submission_of(user_id).applicant, name="Wife of the house", national_id=None)


@pytest.mark.parametrize("member", [CHEN, ZHAO, SUN])
def test_a_loan_of_his_household_is_none_of_his(office: Office, member: int) -> None:
    own = office.submit(member)
    office.write(office.applications.withdraw, own.application_id, member)
    application = office.submit(WIFE, applicant=same_phone_as(member))
    assert application.staff_related
    assert refused(office, "claim", member, application) in (Reason.STAFF_RELATED, Reason.ROLE)
    with pytest.raises(NotAllowed):
        office.write(office.queue.open_file, member, application.application_id)


def test_it_may_be_the_second_of_the_house_who_brings_the_officer_in(office: Office) -> None:
    """The wife's loan runs and the officer holds it; then he applies himself from the same phone."""
    application = office.press("claim", CHEN, office.submit(WIFE))
    applicant = replace(submission_of(WIFE).applicant, name="Chen Rong", national_id=None)
    office.submit(CHEN, applicant=applicant)
    assert (
        refused(
            office,
            "recommend",
            CHEN,
            application,
            lend=True,
            reasons_for="a good woman",
            reasons_against="none",
        )
        is Reason.STAFF_RELATED
    )
    with pytest.raises(NotAllowed) as found:
        office.write(office.queue.write_message, CHEN, application.application_id, "Be quick.")
    assert found.value.reason is Reason.STAFF_RELATED
    released = office.press("release", CHEN, application)
    assert released.holder is None and refused(office, "claim", CHEN, released) is Reason.STAFF_RELATED


def test_a_lead_takes_no_loan_of_his_household_from_its_officer(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit(WIFE))
    assert office.press("release", SUN, application).holder is None
    application = office.press("claim", CHEN, application)
    applicant = replace(submission_of(WIFE).applicant, name="Sun Yu", national_id=None)
    office.submit(SUN, applicant=applicant)
    assert refused(office, "release", SUN, application) is Reason.STAFF_RELATED


def test_who_becomes_an_employee_meanwhile_decides_on_no_loan_of_his_kin(office: Office) -> None:
    office.submit(COUSIN)
    kin = office.submit(WIFE, applicant=same_phone_as(COUSIN))
    stood_for = office.submit(1903)
    office.guarantor_says(True, stood_for, guarantor=1904)
    for newcomer in (COUSIN, 1904):
        member = StaffMember(newcomer, "New", Role.LEAD, frozenset(), "en", True)
        office.write(office.staff.put, member)
        office.write(office.applications.relate, newcomer)
    assert refused(office, "claim", COUSIN, kin) is Reason.STAFF_RELATED
    assert refused(office, "claim", 1904, stood_for) is Reason.STAFF_RELATED
    office.press("claim", SUN, kin)


def test_a_stranger_with_no_phone_is_nobodys_kin(office: Office) -> None:
    office.submit(CHEN, applicant=Person("Chen Rong", None, None))
    application = office.submit(WIFE, applicant=Person("Wife", None, None))
    assert not application.staff_related
    assert SUBMISSION
