"""The second person decides; four eyes, shares, and the farmer hears it once, in his language."""

from __future__ import annotations

from decimal import Decimal

import pytest

from intake.applications import Application, ApplicationStatus, FindingKind
from tests.bot.conversation.staff.office import CHEN, ZHAO, Office

BIG = {
    "product_id": "enterprise",
    "requested_amount": Decimal(60000),
    "own_funds": Decimal(50000),
    "term_months": 24,
    "has_collateral": True,
}


def test_approving_what_was_asked(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.recommended()
    farmer.news(), office.chen.news()
    office.zhao.press("Approve")
    office.zhao.press("Approve ¥8,000")
    after = office.now(application)
    assert after.status is ApplicationStatus.APPROVED and after.approved is not None
    assert after.approved.amount == 8000
    [news] = farmer.news()
    assert news.careful and "¥8,000" in news.text and "12 Market Street" in news.text
    assert "was approved" in office.chen.news()[0].text
    assert "Zhao Wen approved ¥8,000." in office.zhao.words


def test_approving_less_shows_the_amount_before_it_counts(office: Office) -> None:
    application = office.recommended()
    office.zhao.press("Approve")
    office.zhao.press("Another amount")
    office.zhao.text("not so much")
    assert "could not read" in office.zhao.words
    office.zhao.text("5000")
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    office.zhao.press("Approve ¥5,000")
    assert office.now(application).approved.amount == 5000  # type: ignore[union-attr]


def test_an_amount_is_written_where_it_is_asked(office: Office) -> None:
    application = office.recommended()
    office.zhao.press("Approve")
    office.zhao.text("2500")
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    office.zhao.press("Approve ¥2,500")
    assert office.now(application).approved.amount == 2500  # type: ignore[union-attr]
    assert "expects" not in office.zhao.state


def test_more_than_was_asked_is_refused(office: Office) -> None:
    application = office.recommended()
    number, version = str(application.application_id), str(application.version)
    for amount in ("8001", "0", "-5"):
        office.zhao.press_data("o.yes", (number, version, amount))
        assert "This amount is not possible" in office.zhao.words
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_two_presses_decide_once(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.recommended()
    farmer.news()
    args = (str(application.application_id), str(application.version), "8000")
    office.zhao.press_data("o.yes", args)
    office.sun.press_data("o.yes", args)
    assert "Already done: it is approved since" in office.sun.words and "Zhao Wen" in office.sun.words
    assert len(farmer.news()) == 1


def test_who_investigated_cannot_decide(office: Office) -> None:
    application = office.recommended()
    args = (str(application.application_id), str(application.version))
    office.chen.press_data("o.app", args)
    assert "Your role may not do this." in office.chen.words
    assert not {"Approve", "Decline"} & set(office.chen.buttons())
    office.chen.press_data("o.yes", (*args, "8000"))
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_a_lead_who_investigated_cannot_decide_either(office: Office) -> None:
    application = office.apply()
    office.sun.command("/queue")
    office.sun.press("1")
    office.sun.press("Claim")
    office.sun.press("Recommend")
    office.sun.press("Yes, lend")
    office.sun.text("A good herd.")
    office.sun.text("Rain.")
    office.sun.press("All that was asked")
    office.sun.press("Hand it on")
    now = office.now(application)
    office.sun.press_data("o.yes", (str(now.application_id), str(now.version), "8000"))
    assert "a second person must" in office.sun.words
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_declining_by_button_reaches_the_farmer_in_his_language(office: Office) -> None:
    farmer = office.farmer("zh")
    application = office.recommended(language="zh")
    farmer.news()
    office.zhao.press("Decline")
    office.zhao.press("You owe too much elsewhere already.")
    reason = office.services.wording("zh").translated("You owe too much elsewhere already.")
    assert reason in office.zhao.words  # he sees what the farmer will read
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    office.zhao.press("Decline")
    assert office.now(application).status is ApplicationStatus.REJECTED
    [news] = farmer.news()
    assert news.careful and reason in news.text and "+86 571 5550 0199" in news.text
    assert reason in farmer.command("/status")[0].text
    farmer.command("/language")
    farmer.press("English")
    assert "You owe too much elsewhere already." in farmer.command("/status")[0].text


def test_declining_in_own_words_may_be_written_anew(office: Office) -> None:
    application = office.recommended()
    office.zhao.press("Decline")
    office.zhao.text("It is too early.")
    office.zhao.text("The pen has no roof yet.")
    office.zhao.press("Decline")
    with office.services.reading() as connection:
        papers = office.services.applications.store.findings(connection, application.application_id)
    assert (
        papers[-1].kind is FindingKind.DECISION and papers[-1].facts["reason"] == "The pen has no roof yet."
    )


@pytest.mark.parametrize("nod", ["yes", "ok", "no", "Yes."])
def test_a_nod_is_neither_a_press_nor_the_reason(office: Office, nod: str) -> None:
    application = office.recommended()
    office.zhao.press("Decline")
    office.zhao.text(nod)
    assert "in a few words" in office.zhao.words
    office.zhao.text("The pen has no roof yet.")
    office.zhao.text(nod)
    assert "press a button" in office.zhao.words and "no roof" in office.zhao.words
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    office.zhao.press("Decline")
    with office.services.reading() as connection:
        papers = office.services.applications.store.findings(connection, application.application_id)
    assert papers[-1].facts["reason"] == "The pen has no roof yet."


def test_a_nod_hands_no_recommendation_on(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.text("Ten years of goats.")
    office.chen.text("One buyer only.")
    office.chen.press("All that was asked")
    office.chen.text("ok")
    assert "press a button" in office.chen.words and "One buyer only." in office.chen.words
    assert office.now(application).status is not ApplicationStatus.RECOMMENDED
    office.chen.press("Hand it on")
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_returning_brings_it_back_to_the_officer(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.recommended()
    farmer.news(), office.chen.news()
    office.zhao.press("Return for information")
    office.zhao.press("Please visit the place first.")
    assert office.now(application).status is ApplicationStatus.UNDER_REVIEW
    assert "Please visit the place first." in office.chen.news()[0].text
    office.chen.press("Show the application")
    assert "Zhao Wen sent it back" in office.chen.words and "Recommend" in office.chen.buttons()
    assert "one more thing" in farmer.news()[0].text


def test_a_large_loan_names_each_share(office: Office) -> None:
    application = office.recommended(**BIG)
    assert "Large loan" in office.zhao.words
    office.guarantor_says(True, application)
    office.zhao.news()
    office.zhao.press("Show the application")
    office.zhao.press("Approve")
    office.zhao.press("Approve ¥60,000")
    assert "How is the responsibility shared" in office.zhao.words
    office.zhao.press("Chen Rong 60% · you 40%")
    with office.services.reading() as connection:
        papers = office.services.applications.store.findings(connection, application.application_id)
    assert papers[-1].facts["shares"] == {str(CHEN): 60, str(ZHAO): 40}


def shares(office: Office, application: Application) -> tuple[str, ...]:
    """The press that decides, on the card as it stands."""
    return str(application.application_id), str(office.now(application).version), "60000", "50"


def test_a_withdrawn_application_cannot_be_decided(office: Office) -> None:
    application = office.recommended()
    with office.services.engine.begin() as connection:
        office.services.applications.withdraw(connection, application.application_id, application.user_id)
    office.zhao.press("Approve")
    assert "Already done: it is withdrawn" in office.zhao.words and "the farmer" in office.zhao.words


def test_without_a_guarantors_word_a_large_amount_is_not_approved(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.recommended(**BIG)
    farmer.news(), office.chen.news()
    assert "not asked by link" in office.zhao.words
    office.guarantor_says(False, application)
    assert "does not stand" in office.chen.news()[0].text
    assert "name somebody else" in farmer.news()[0].text
    office.zhao.press_data("o.share", shares(office, application))
    assert "Nobody stands for this loan yet." in office.zhao.words
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    office.guarantor_says(True, application)
    assert "has agreed to stand" in farmer.news()[0].text
    office.zhao.press_data("o.show", (str(application.application_id),))
    assert "(has agreed)" in office.zhao.words and "did not share a phone" in office.zhao.words
    office.zhao.press_data("o.share", shares(office, application))
    assert office.now(application).status is ApplicationStatus.APPROVED
