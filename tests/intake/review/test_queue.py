"""From claim to decision, and every way it may not go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from intake.applications import ApplicationStatus, EventKind, FindingKind
from intake.errors import NotAllowed, Reason, Refused, TransitionNotAllowed
from intake.followup import Overdue
from intake.products import Money
from tests.intake.review.world import ASHA, BIG, CHEN, LI, PENG, SUN, ZHAO, Office
from tests.intake.world import FARMER


def reason(office: Office, action: str, by: int, application: Any, *words: Any, **more: Any) -> Reason:
    with pytest.raises(NotAllowed) as refused:
        office.press(action, by, application, *words, **more)
    return refused.value.reason


def test_the_whole_way_to_approval(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    application = office.press("set_visit", CHEN, application, date(2026, 3, 5))
    application = office.press("record_visit", CHEN, application, "12 goats, dry pen", seen=["site", "stock"])
    application = office.press("ask_farmer", CHEN, application, "Who buys the kids?")
    assert application.status is ApplicationStatus.INFORMATION_REQUESTED
    application, events = office.write(
        office.applications.reply, application.application_id, FARMER, "The restaurant"
    )
    assert (events[0].kind, events[0].holder) == (EventKind.QUESTION_ANSWERED, CHEN)
    application = office.press(
        "recommend",
        CHEN,
        application,
        lend=True,
        reasons_for="ten years",
        reasons_against="one buyer",
        amount=Decimal(7000),
    )
    approved, events = office.write(office.queue.approve, ZHAO, application.application_id)
    assert approved.approved is not None
    assert (approved.status, approved.approved.amount) == (ApplicationStatus.APPROVED, Decimal(7000))
    assert (events[0].kind, events[0].facts["amount"]) == (EventKind.APPROVED, "7000")
    file = office.write(office.queue.open_file, ZHAO, application.application_id)
    assert [paper.kind for paper in file.findings] == [
        FindingKind.VISIT,
        FindingKind.RECOMMENDATION,
        FindingKind.DECISION,
    ]
    assert [message.text for message in file.messages] == ["Who buys the kids?", "The restaurant"]
    assert [event.name for event in file.history][:2] == [
        "farmer:application:submit",
        "staff:application:claim",
    ]
    assert file.history[-1].name == "staff:file:read"


def test_the_second_claim_hears_who(office: Office) -> None:
    application = office.submit()
    office.press("claim", CHEN, application)
    with pytest.raises(TransitionNotAllowed) as refused:
        office.press("claim", SUN, application)
    assert (refused.value.status, refused.value.by) == ("under_review", f"staff:{CHEN}")


def test_an_old_button_changes_nothing(office: Office) -> None:
    application = office.submit()
    office.press("claim", CHEN, application, version=application.version)
    with pytest.raises(TransitionNotAllowed):
        office.press("set_visit", CHEN, application, date(2026, 3, 5), version=application.version)


def test_a_second_press_hears_that_it_is_done(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    office.press("release", CHEN, application)
    with pytest.raises(TransitionNotAllowed):
        office.press("release", CHEN, application)
    approved = office.press("approve", ZHAO, office.recommended())
    with pytest.raises(TransitionNotAllowed) as refused:
        office.press("approve", ZHAO, approved)
    assert (refused.value.status, refused.value.by) == ("approved", f"staff:{ZHAO}")


@pytest.mark.parametrize(
    ("by", "why"),
    [(LI, Reason.VILLAGE), (ZHAO, Reason.ROLE), (PENG, Reason.ROLE), (FARMER, Reason.NOT_STAFF)],
)
def test_who_may_not_claim(office: Office, by: int, why: Reason) -> None:
    assert reason(office, "claim", by, office.submit()) is why


def test_the_investigator_never_decides(office: Office) -> None:
    application = office.press("claim", SUN, office.submit())
    application = office.press(
        "recommend", SUN, application, lend=True, reasons_for="good", reasons_against="little"
    )
    assert reason(office, "approve", SUN, application) is Reason.FOUR_EYES
    assert reason(office, "reject", SUN, application, "no") is Reason.FOUR_EYES
    assert reason(office, "approve", CHEN, application) is Reason.ROLE
    assert office.press("approve", ZHAO, application).status is ApplicationStatus.APPROVED


def test_who_once_held_it_never_decides(office: Office) -> None:
    application = office.press("claim", SUN, office.submit())
    application = office.press("release", SUN, application)
    application = office.press("claim", CHEN, application)
    application = office.press(
        "recommend", CHEN, application, lend=False, reasons_for="kind", reasons_against="deep in debt"
    )
    assert reason(office, "reject", SUN, application, "debt") is Reason.FOUR_EYES


def test_only_the_holder_works_on_it(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    assert reason(office, "ask_farmer", SUN, application, "why?") is Reason.NOT_HOLDER
    assert reason(office, "release", LI, application) is Reason.NOT_HOLDER
    assert office.press("release", SUN, application).status is ApplicationStatus.SUBMITTED


def test_the_lead_hands_it_on(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    moved = office.press("assign", SUN, application, LI)
    assert (moved.holder, moved.investigators) == (LI, {CHEN, LI})
    assert reason(office, "assign", CHEN, moved, CHEN) is Reason.ROLE
    assert reason(office, "assign", SUN, moved, ZHAO) is Reason.ROLE


def test_rights_taken_away_are_gone_at_the_next_press(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    office.write(office.staff.revoke, CHEN, by="system")
    assert reason(office, "ask_farmer", CHEN, application, "still?") is Reason.NOT_STAFF


def test_a_staff_related_loan_is_marked_and_kept_from_that_employee(office: Office) -> None:
    application = office.submit(related_staff=frozenset({CHEN}))
    assert application.staff_related
    assert reason(office, "claim", CHEN, application) is Reason.STAFF_RELATED
    with pytest.raises(NotAllowed):
        office.write(office.queue.open_file, CHEN, application.application_id)
    assert office.write(office.views.unclaimed, CHEN) == []
    assert len(office.write(office.views.unclaimed, SUN)) == 1


def test_an_employees_own_loan_is_marked(office: Office) -> None:
    application = office.submit(CHEN)
    assert application.related_staff == {CHEN}
    assert reason(office, "claim", CHEN, application) is Reason.OWN_APPLICATION


def test_a_large_loan_names_each_share(office: Office) -> None:
    application = office.recommended(**BIG)
    office.guarantor_says(True, application)
    assert application.large
    with pytest.raises(Refused) as refused:
        office.press("approve", ZHAO, application)
    assert (refused.value.code, refused.value.facts["people"]) == ("shares_required", [CHEN, ZHAO])
    for wrong in ({CHEN: 100}, {CHEN: 60, ZHAO: 60}, {CHEN: 110, ZHAO: -10}):
        with pytest.raises(Refused, match="shares_wrong"):
            office.press("approve", ZHAO, application, shares=wrong)
    office.press("approve", ZHAO, application, shares={CHEN: 60, ZHAO: 40})
    file = office.write(office.queue.open_file, SUN, application.application_id)
    assert file.findings[-1].facts["shares"] == {str(CHEN): 60, str(ZHAO): 40}


NOT_LENDABLE = [Decimal(text) for text in ("0", "-1", "0.001", "3", "1999.99", "8000.01")]


@pytest.mark.parametrize("amount", NOT_LENDABLE)
def test_only_from_the_products_least_to_what_was_asked_is_approved(office: Office, amount: Decimal) -> None:
    with pytest.raises(Refused, match="amount_not_allowed") as refused:
        office.press("approve", ZHAO, office.recommended(), amount=amount)
    assert (refused.value.facts["least"], refused.value.facts["most"]) == (2000, 8000)


@pytest.mark.parametrize("amount", NOT_LENDABLE)
def test_nor_is_anything_else_recommended(office: Office, amount: Decimal) -> None:
    application = office.press("claim", CHEN, office.submit())
    words = {"reasons_for": "a", "reasons_against": "b"}
    with pytest.raises(Refused, match="amount_not_allowed"):
        office.press("recommend", CHEN, application, lend=True, amount=amount, **words)


def test_what_was_asked_is_lendable_though_the_lender_raised_its_least(office: Office) -> None:
    """A request below today's least was taken in when it was allowed."""
    application = replace(office.submit(), requested=Money(Decimal(1500), "CNY"))
    bounds = office.queue.lendable(application)
    assert (bounds.least, bounds.most) == (1500, 1500)


def test_what_is_approved_is_what_the_farmer_reads(office: Office) -> None:
    approved = office.press("approve", ZHAO, office.recommended(), amount=Decimal("7000.555")).approved
    assert approved is not None and approved.amount == Decimal("7000.56")


def test_against_the_advice_the_amount_is_named(office: Office) -> None:
    """After "do not lend" nothing was recommended that an approval without an amount could mean."""
    words = {"reasons_for": "kind", "reasons_against": "no goats"}
    application = office.press(
        "recommend", CHEN, office.press("claim", CHEN, office.submit()), lend=False, **words
    )
    with pytest.raises(Refused, match="amount_not_allowed"):
        office.press("approve", ZHAO, application)
    approved = office.press("approve", ZHAO, application, amount=Decimal(3000)).approved
    assert approved is not None and approved.amount == 3000


def test_reasons_are_written(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    for one in ({"reasons_for": " ", "reasons_against": "b"}, {"reasons_for": "a", "reasons_against": ""}):
        with pytest.raises(Refused):
            office.press("recommend", CHEN, application, lend=True, **one)
    application = office.press(
        "recommend", CHEN, application, lend=True, reasons_for="a", reasons_against="b"
    )
    with pytest.raises(Refused, match="reason_missing"):
        office.press("reject", ZHAO, application, "  ")


def test_a_returned_file_comes_back_and_is_decided(office: Office) -> None:
    application = office.press("return_for_information", ZHAO, office.recommended(), "How many goats?")
    assert (application.status, application.holder) == (ApplicationStatus.UNDER_REVIEW, CHEN)
    application = office.press(
        "recommend", CHEN, application, lend=False, reasons_for="kind", reasons_against="no goats"
    )
    rejected, events = office.write(office.queue.reject, ZHAO, application.application_id, "No goats seen")
    assert (rejected.status, events[0].facts["reason"]) == (ApplicationStatus.REJECTED, "No goats seen")
    with pytest.raises(TransitionNotAllowed) as late:
        office.press("approve", SUN, application)
    assert late.value.by == f"staff:{ZHAO}"


def test_a_visit_in_the_past_is_refused_by_the_lenders_calendar(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    with pytest.raises(Refused, match="visit_in_past"):
        office.press("set_visit", CHEN, application, date(2026, 3, 1))
    assert office.press("set_visit", CHEN, application, date(2026, 3, 2)).visit_on == date(2026, 3, 2)


def test_words_nobody_waits_for_still_reach_the_file(office: Office) -> None:
    application = office.press("claim", CHEN, office.submit())
    asked = office.press("ask_farmer", CHEN, application, "Who buys?")
    office.press("recommend", CHEN, asked, lend=True, reasons_for="a", reasons_against="b")
    _, events = office.write(office.applications.reply, application.application_id, FARMER, "My cousin")
    assert events[0].kind is EventKind.MESSAGE_SENT


def test_the_queues(office: Office) -> None:
    first, second, third = (office.submit(user_id) for user_id in (1001, 1002, 1003))
    office.press("claim", CHEN, first)
    held = office.press("claim", CHEN, second)
    office.press("recommend", CHEN, held, lend=True, reasons_for="a", reasons_against="b")
    office.clock.advance(hours=49)

    def references(view: Any, by: int) -> list[str]:
        return [item.reference for item in office.write(view, by)]

    assert references(office.views.unclaimed, CHEN) == [third.reference]
    assert references(office.views.unclaimed, ASHA) == []
    assert references(office.views.mine, CHEN) == [first.reference]
    assert references(office.views.to_review, ZHAO) == [second.reference]
    assert len(references(office.views.whole, SUN)) == 3
    assert office.write(office.views.load, SUN) == {CHEN: 2}
    (late,) = office.write(office.views.overdue, CHEN)
    assert late.overdue == (Overdue.CLAIM, Overdue.CLAIM_ESCALATED)
    with pytest.raises(NotAllowed):
        office.write(office.views.whole, CHEN)
