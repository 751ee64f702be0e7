"""A guarantor's link and his word: single use, his own, changeable until the decision, told to those concerned."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from intake.applications import Application, Event, EventKind, Person
from intake.errors import IntakeError, NotFound, Refused, TransitionNotAllowed
from intake.guarantors import Barrier, Doubt, Guarantee, GuaranteeStatus, Link
from intake.people.data_rights import DataRights
from intake.people.rekeying import rekey
from intake.review import Role, StaffMember
from intake.tables import guarantees
from intake.vault import Vault
from tests.conftest import Clock
from tests.intake.review.world import BIG, CHEN, GUARANTOR, PENG, ZHAO, Office
from tests.intake.world import FARMER, NEIGHBOUR, SUBMISSION

STRANGER = 7002
PHONE = "8613800000002"  # of the person named, as a shared card writes it


def asked(office: Office, user_id: int = FARMER, **changes: Any) -> tuple[Application, Guarantee, Link]:
    application = office.submit(user_id, **changes)
    guarantee, link = office.write(office.guarantors.ask, application)
    return application, guarantee, link


def opened(office: Office, guarantor: int = GUARANTOR, **changes: Any) -> tuple[Application, Guarantee]:
    application, _, link = asked(office, **changes)
    guarantee: Guarantee = office.write(office.guarantors.open, link.token, guarantor)
    return application, guarantee


def accept(office: Office, guarantee: Guarantee, phone: str | None = PHONE, **more: Any) -> Guarantee:
    changed: Guarantee
    changed, _ = office.write(
        office.guarantors.accept, guarantee.guarantee_id, guarantee.user_id, phone=phone, **more
    )
    return changed


def doubts(office: Office, guarantee: Guarantee, application: Application) -> list[Doubt]:
    found: list[Doubt] = office.write(office.guarantors.doubts, guarantee, application)
    return found


def barrier(office: Office, step: Any, *args: Any, **more: Any) -> str:
    with pytest.raises(Refused) as refused:
        office.write(step, *args, **more)
    return refused.value.code


def test_one_link_for_whoever_was_named_and_no_second(office: Office) -> None:
    application, guarantee, link = asked(office)
    assert guarantee.status is GuaranteeStatus.ASKED and guarantee.named == SUBMISSION.guarantor
    assert link.token.startswith("g-") and len(link.token) == 24
    assert office.write(office.guarantors.ask, application) is None
    nobody = office.submit(NEIGHBOUR, guarantor=None)
    assert office.write(office.guarantors.ask, nobody) is None


def test_nothing_personal_and_no_secret_lies_open(office: Office) -> None:
    _, _, link = asked(office)
    with office.engine.begin() as connection:
        stored = str(connection.execute(guarantees.select()).mappings().one())
    for secret in (link.token, link.token[2:], "Liu Bo", "800000002"):
        assert secret not in stored
    new = Vault.new_key()
    office.vault.__init__([new, *office.keys], Vault.new_key())  # type: ignore[misc]
    assert "intake_guarantees.sealed" in {step.place for step in rekey(office.engine, office.vault)}


def test_a_link_works_once_and_for_its_holder(office: Office, clock: Clock) -> None:
    _, _, link = asked(office)
    first = office.write(office.guarantors.open, link.token, GUARANTOR)
    assert first.status is GuaranteeStatus.OPENED
    assert office.write(office.guarantors.open, link.token, GUARANTOR) == first
    assert barrier(office, office.guarantors.open, link.token, STRANGER) == Barrier.LINK_USED
    assert barrier(office, office.guarantors.open, "g-" + "x" * 22, STRANGER) == Barrier.LINK_UNKNOWN
    clock.advance(days=20)
    assert office.write(office.guarantors.open, link.token, GUARANTOR) == first


def test_a_link_grows_old_and_can_be_made_anew(office: Office, clock: Clock) -> None:
    application, _, link = asked(office)
    clock.advance(hours=337)
    assert barrier(office, office.guarantors.open, link.token, GUARANTOR) == Barrier.LINK_EXPIRED
    _, fresh = office.write(office.guarantors.renew, application.application_id, FARMER)
    assert barrier(office, office.guarantors.open, link.token, GUARANTOR) == Barrier.LINK_UNKNOWN
    assert office.write(office.guarantors.open, fresh.token, GUARANTOR).user_id == GUARANTOR
    with pytest.raises(NotFound):
        office.write(office.guarantors.renew, application.application_id, STRANGER)


def test_the_borrower_staff_and_household_cannot_and_do_not_use_the_link_up(office: Office) -> None:
    application, _, link = asked(office)
    housemate = 1500
    office.submit(housemate, applicant=replace(application.applicant, name="Son"))
    for user_id, why in (
        (FARMER, Barrier.BORROWER),
        (CHEN, Barrier.STAFF),
        (PENG, Barrier.STAFF),
        (housemate, Barrier.HOUSEHOLD),
    ):
        assert barrier(office, office.guarantors.open, link.token, user_id) == why
    assert office.write(office.guarantors.open, link.token, GUARANTOR).status is GuaranteeStatus.OPENED


def test_the_phone_shown_may_tell_that_he_is_of_the_household(office: Office) -> None:
    application, guarantee = opened(office)
    own = application.applicant.phone or ""
    accepting = office.guarantors.accept
    number = guarantee.guarantee_id
    assert barrier(office, accepting, number, GUARANTOR, phone=own.lstrip("+")) == Barrier.HOUSEHOLD
    office.write(office.staff.put, StaffMember(GUARANTOR, "New", Role.OFFICER, frozenset(), "en", True))
    assert barrier(office, accepting, number, GUARANTOR, phone=PHONE) == Barrier.STAFF


def test_yes_then_no_then_yes(office: Office) -> None:
    application, guarantee = opened(office)
    desk, number = office.guarantors, guarantee.guarantee_id

    def said(step: Any) -> EventKind:
        events: list[Event]
        _, events = office.write(step, number, GUARANTOR)
        assert (events[0].user_id, events[0].application_id) == (FARMER, application.application_id)
        return events[0].kind

    assert said(desk.accept) is EventKind.GUARANTOR_ACCEPTED
    with pytest.raises(TransitionNotAllowed):
        said(desk.accept)
    assert office.write(desk.accepted, application.application_id)
    assert said(desk.decline) is EventKind.GUARANTOR_WITHDREW
    assert not office.write(desk.accepted, application.application_id)
    assert said(desk.accept) is EventKind.GUARANTOR_ACCEPTED
    log = office.write(office.applications.audit.of_application, application.application_id)
    deeds = [event.name for event in log if "guarantee" in event.name]
    assert deeds == [
        "farmer:guarantee:ask",
        "guarantor:guarantee:open",
        "guarantor:guarantee:accept",
        "guarantor:guarantee:decline",
        "guarantor:guarantee:accept",
    ]


def test_an_old_button_and_another_persons_button_do_nothing(office: Office) -> None:
    _, guarantee = opened(office)
    accept(office, guarantee)
    with pytest.raises(TransitionNotAllowed):
        office.write(office.guarantors.decline, guarantee.guarantee_id, GUARANTOR, version=guarantee.version)
    with pytest.raises(NotFound):
        office.write(office.guarantors.decline, guarantee.guarantee_id, STRANGER)


def test_after_the_decision_nothing_changes(office: Office) -> None:
    application = office.recommended(**BIG)
    office.guarantor_says(True, application)
    office.press("approve", ZHAO, application, shares={CHEN: 50, ZHAO: 50})
    guarantee = office.write(office.guarantors.of_application, application.application_id)
    decline = office.guarantors.decline
    assert barrier(office, decline, guarantee.guarantee_id, GUARANTOR) == Barrier.DECIDED
    assert barrier(office, office.guarantors.renew, application.application_id, FARMER) == Barrier.DECIDED


@pytest.mark.parametrize("answer", [None, False])
def test_no_approval_without_a_guarantor_who_stands_for_it(office: Office, answer: bool | None) -> None:
    application = office.recommended(**BIG)
    if answer is not None:
        office.guarantor_says(answer, application)
    shares = {CHEN: 50, ZHAO: 50}
    with pytest.raises(Refused, match="guarantor_missing"):
        office.press("approve", ZHAO, application, shares=shares)
    less = office.press("approve", ZHAO, application, amount=Decimal(19999), shares=shares)
    assert less.approved is not None and less.approved.amount == 19999


def test_below_the_lenders_line_nobody_is_needed(office: Office) -> None:
    assert office.press("approve", ZHAO, office.recommended()).approved is not None


def test_doubts_are_facts_for_the_officer_and_block_nothing(office: Office) -> None:
    application, guarantee = opened(office)
    assert doubts(office, guarantee, application) == []
    assert doubts(office, accept(office, guarantee), application) == []
    second, other = opened(office, user_id=NEIGHBOUR)
    assert doubts(office, accept(office, other, "8613900000009"), second) == [
        Doubt.PHONE_DIFFERS,
        Doubt.STANDS_FOR_OTHERS,
    ]
    third, last = opened(office, guarantor=STRANGER, user_id=1003)
    assert doubts(office, accept(office, last, None), third) == [Doubt.PHONE_NOT_SHOWN]


def test_two_who_stand_for_each_other_are_noticed(office: Office) -> None:
    _, his = opened(office, guarantor=NEIGHBOUR)
    accept(office, his)
    application, hers = opened(office, guarantor=FARMER, user_id=NEIGHBOUR)
    assert Doubt.MUTUAL in doubts(office, accept(office, hers), application)


def test_another_person_is_named_and_the_first_is_forgotten(office: Office) -> None:
    application, guarantee = opened(office)
    accept(office, guarantee)
    name_another = office.guarantors.name_another
    number = application.application_id
    own = Person("Zhou Hua", application.applicant.phone)
    assert barrier(office, name_another, number, FARMER, own) == Barrier.BORROWER
    assert barrier(office, name_another, number, FARMER, Person(" ")) == Barrier.NAME_MISSING
    for himself in ("me", "1001 FARMER."):
        other = Person(himself, "+8613800000077")
        assert barrier(office, name_another, number, FARMER, other) == Barrier.HIMSELF
    changed, link, events = office.write(name_another, number, FARMER, Person("Zhou Hua", "+8613800000077"))
    assert (changed.status, changed.user_id, changed.phone) == (GuaranteeStatus.ASKED, None, None)
    assert (events[0].kind, events[0].facts["guarantor"]) == (EventKind.GUARANTOR_REPLACED, GUARANTOR)
    with pytest.raises(NotFound):
        office.write(office.guarantors.accept, guarantee.guarantee_id, GUARANTOR)
    assert office.write(office.guarantors.open, link.token, STRANGER).named.name == "Zhou Hua"


def test_an_employee_named_later_has_no_part_in_the_loan_either(office: Office) -> None:
    own = office.submit(ZHAO)
    office.write(office.applications.withdraw, own.application_id, ZHAO)
    application, _, _ = asked(office)
    assert application.related_staff == frozenset()
    named = Person("Zhao Min", "86 138 0000 3001")
    office.write(office.guarantors.name_another, application.application_id, FARMER, named)
    now = office.write(office.applications.store.get, application.application_id)
    assert now.related_staff == {ZHAO}


def test_the_reminder_is_for_a_link_that_nobody_answered(office: Office) -> None:
    application, guarantee, link = asked(office)
    desk = office.guarantors
    due = office.write(desk.reminder_due, guarantee.guarantee_id, guarantee.version)
    assert due[0] == guarantee and due[2] - guarantee.asked_at == timedelta(hours=48)
    held = office.write(desk.open, link.token, GUARANTOR)
    assert office.write(desk.reminder_due, guarantee.guarantee_id, guarantee.version) is not None
    again, _ = office.write(desk.renew, application.application_id, FARMER)
    assert office.write(desk.reminder_due, guarantee.guarantee_id, guarantee.version) is None
    assert office.write(desk.reminder_due, guarantee.guarantee_id, again.version) is not None
    assert held.version < again.version


def test_a_guarantors_data_can_be_had_and_erased(office: Office) -> None:
    application, guarantee = opened(office)
    accept(office, guarantee)
    rights = DataRights(office.applications, office.vault, office.clock)
    had = office.write(rights.export, GUARANTOR).record
    assert had["guarantees"][0]["phone"] == "+" + PHONE
    of_farmer = office.write(rights.export, FARMER).record["applications"][0]["guarantee"]
    assert of_farmer["status"] == "accepted" and not {"user_id", "phone"} & set(of_farmer)
    events = office.write(office.guarantors.release, GUARANTOR)
    assert [event.kind for event in events] == [EventKind.GUARANTOR_WITHDREW]
    office.write(rights.erase, GUARANTOR)
    now = office.write(office.guarantors.of_application, application.application_id)
    assert (now.user_id, now.phone, now.named.name) == (None, None, "")
    assert now.status is GuaranteeStatus.DECLINED
    assert office.write(rights.export, GUARANTOR).record["guarantees"] == []


def test_neither_copy_tells_who_the_other_one_is(office: Office) -> None:
    _, guarantee = opened(office)
    rights = DataRights(office.applications, office.vault, office.clock)
    accept(office, guarantee)
    log = office.write(rights.export, FARMER).record["log"]
    assert {"guarantor", f"farmer:{FARMER}"} <= {line["actor"] for line in log}
    assert str(GUARANTOR) not in str(log)
    [his] = office.write(rights.export, GUARANTOR).record["guarantees"]
    assert str(FARMER) not in str(his) and his["named"]["name"] == "Liu Bo"


@pytest.mark.parametrize("phone", [None, "8613800000099"])
def test_who_opened_anothers_link_has_no_copy_of_that_persons_data(office: Office, phone: str | None) -> None:
    _, guarantee = opened(office, STRANGER)
    accept(office, guarantee, phone)
    rights = DataRights(office.applications, office.vault, office.clock)
    [his] = office.write(rights.export, STRANGER).record["guarantees"]
    assert his["status"] == "accepted" and "Liu Bo" not in str(his) and "800000002" not in str(his)


def test_erasing_without_release_leaves_nobody_standing(office: Office) -> None:
    application, guarantee = opened(office)
    accept(office, guarantee)
    office.write(DataRights(office.applications, office.vault, office.clock).erase, GUARANTOR)
    assert not office.write(office.guarantors.accepted, application.application_id)


def test_the_borrowers_erasure_forgets_his_guarantor(office: Office) -> None:
    application, _ = opened(office)
    office.write(office.applications.withdraw, application.application_id, FARMER)
    office.write(DataRights(office.applications, office.vault, office.clock).erase, FARMER)
    now = office.write(office.guarantors.of_application, application.application_id)
    assert (now.named.name, now.user_id) == ("", None)


def test_two_who_open_at_the_same_time(office: Office) -> None:
    _, guarantee, link = asked(office)
    office.write(office.guarantors.open, link.token, GUARANTOR)
    with pytest.raises(IntakeError):
        office.write(office.guarantors.open, link.token, STRANGER)
    stored = office.write(office.guarantors.store.get, guarantee.guarantee_id)
    assert stored.user_id == GUARANTOR
