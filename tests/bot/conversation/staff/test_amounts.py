"""The amounts that are offered are those that can be lent; any other is answered at once with what is possible."""

from __future__ import annotations

import pytest

from intake.applications import ApplicationStatus
from tests.bot.conversation.staff.office import Office

IMPOSSIBLE = ("3", "0", "-5000", "1999", "8001", "12,000", "12000 yuan")
WHAT_IS = "at least ¥2,000 and at most ¥8,000"


@pytest.mark.parametrize("amount", IMPOSSIBLE)
def test_an_amount_that_cannot_be_approved_is_not_offered(office: Office, amount: str) -> None:
    office.recommended()
    office.zhao.press("Approve")
    office.zhao.press("Another amount")
    office.zhao.text(amount)
    assert WHAT_IS in office.zhao.words
    assert office.zhao.buttons() == ["Approve ¥8,000", "Never mind"]
    office.zhao.text("5000")
    assert office.zhao.buttons() == ["Approve ¥5,000", "Never mind"]


@pytest.mark.parametrize("amount", IMPOSSIBLE)
def test_nor_is_it_recommended(office: Office, amount: str) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.text("Ten years of goats.")
    office.chen.text("One buyer only.")
    office.chen.text(amount)
    assert WHAT_IS in office.chen.words
    assert office.chen.buttons() == ["All that was asked: ¥8,000", "Never mind"]
    office.chen.text("6000")
    office.chen.press("Hand it on")
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_what_is_no_amount_leaves_the_buttons(office: Office) -> None:
    office.recommended()
    office.zhao.press("Approve")
    office.zhao.text("not so much")
    assert "could not read" in office.zhao.words
    assert office.zhao.buttons() == ["Approve ¥8,000", "Never mind"]


@pytest.mark.parametrize("amount", ["5000 for {}", "{}: 5000", "{} 5000"])
def test_the_figures_of_a_number_are_no_amount(office: Office, amount: str) -> None:
    application = office.recommended()
    office.zhao.press("Approve")
    office.zhao.text(amount.format(application.reference))
    assert office.zhao.buttons() == ["Approve ¥5,000", "Never mind"]
