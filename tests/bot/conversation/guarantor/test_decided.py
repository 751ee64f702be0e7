"""The guarantor hears how the loan ended and what it means for him, and nothing that is the borrower's alone."""

from __future__ import annotations

import pytest

from bot.conversation.guarantor.link import offer
from bot.delivery.outbox import Outgoing
from intake.applications import Application
from tests.bot.conversation.guarantor.test_guarantor import BIG, GUARANTOR, arrive, link_of
from tests.bot.conversation.staff.office import FARMER, Office
from tests.support.bot import Chat

REASON = "Two neighbours say the goats are not his."


def asked(office: Office, language: str = "English") -> tuple[Application, Chat]:
    """A recommended application; whoever it names has opened his link."""
    farmer = office.farmer()
    application = office.recommended(**BIG)
    with office.services.engine.begin() as connection:
        tx = office.world.dispatch.transaction(connection, FARMER)
        offer(tx, office.services, application, office.services.wording("en"))
    farmer.news()
    return application, arrive(office, link_of(farmer), language=language)


def agreed(office: Office, language: str = "English") -> tuple[Application, Chat]:
    """The same, and he has said yes."""
    application, guarantor = asked(office, language)
    wording = office.services.wording({"English": "en", "中文": "zh", "Kiswahili": "sw"}[language])
    guarantor.press(wording.plain("Yes, I stand for this loan"))
    guarantor.contact("8613800000002")
    return application, guarantor


def approves(office: Office, amount: str = "¥30,000") -> None:
    look(office)
    office.zhao.press("Approve")
    if amount != "¥30,000":
        office.zhao.press("Another amount")
        office.zhao.text(amount.strip("¥").replace(",", ""))
    office.zhao.press(f"Approve {amount}")


def look(office: Office) -> None:
    """His card is an old one once the guarantor has answered: he looks at what is new first."""
    office.zhao.news()
    if office.zhao.button("Show the application") is not None:
        office.zhao.press("Show the application")


def declines(office: Office) -> None:
    look(office)
    office.zhao.press("Decline")
    office.zhao.text(REASON)
    office.zhao.press_data(*sure(office))


def sure(office: Office) -> tuple[str, tuple[str, ...]]:
    """The button that makes it count."""
    buttons = [one for row in office.zhao.last[-1].buttons for one in row]
    [found] = [one for one in buttons if one.action == "o.sure"]
    return found.action, found.args


def test_approved_says_what_it_means_and_where_to_go(office: Office) -> None:
    _, guarantor = agreed(office)
    approves(office)
    [news] = guarantor.news()
    assert news.careful and "is approved" in news.text and "¥30,000" in news.text
    assert "Wang Fang" in news.text and "does not pay" in news.text and "not a signature yet" in news.text
    assert "12 Market Street" in news.text and "You were asked" not in news.text
    guarantor.command("/guarantor")
    assert guarantor.words == news.text


def test_another_amount_than_he_was_asked_for_is_said(office: Office) -> None:
    _, guarantor = agreed(office)
    approves(office, "¥20,000")
    [news] = guarantor.news()
    assert "Amount: ¥20,000" in news.text and "asked to stand for ¥30,000" in news.text


def test_declined_sets_him_free_and_keeps_the_reason_from_him(office: Office) -> None:
    application, guarantor = agreed(office)
    declines(office)
    [news] = guarantor.news()
    assert "is not given" in news.text and "You are free" in news.text
    assert "neighbours" not in news.text and application.reference not in news.text
    assert "neighbours" in office.chat(FARMER).news()[-1].text


def test_taken_back_sets_him_free(office: Office) -> None:
    _, guarantor = agreed(office)
    farmer = office.chat(FARMER)
    farmer.command("/status")
    farmer.press("Take it back")
    farmer.press("Yes, take it back")
    [news] = guarantor.news()
    assert "has taken the loan application back" in news.text and "You are free" in news.text


def test_a_borrower_who_has_his_data_deleted_sets_him_free(office: Office) -> None:
    _, guarantor = agreed(office)
    farmer = office.chat(FARMER)
    farmer.command("/privacy")
    farmer.press("Delete what you keep")
    farmer.press("Yes, delete it")
    assert "You are free" in guarantor.news()[0].text


def test_who_had_not_answered_need_not_any_more(office: Office) -> None:
    _, guarantor = asked(office)
    declines(office)
    [news] = guarantor.news()
    assert "nothing to answer any more" in news.text and "You are free" in news.text
    assert "Wang Fang" not in news.text


def test_who_said_no_hears_nothing(office: Office) -> None:
    _, guarantor = asked(office)
    guarantor.press("No, I don't")
    declines(office)
    assert guarantor.news() == []
    guarantor.command("/guarantor")
    assert "not asked" in guarantor.words


@pytest.mark.parametrize(("native", "word"), [("中文", "批准"), ("Kiswahili", "umekubaliwa")])
def test_in_his_own_language_whatever_the_borrowers(office: Office, native: str, word: str) -> None:
    _, guarantor = agreed(office, native)
    approves(office)
    assert word in guarantor.news()[0].text


def test_a_message_of_unknown_fate_points_to_his_own_place(office: Office) -> None:
    """Law 3: a decision is not said twice; a guarantor has no application of his own to look at."""
    _, guarantor = agreed(office)
    approves(office)
    [news] = guarantor.news()
    lost = Outgoing(1, GUARANTOR, news, careful=True, failures=0, abandoned=True)
    with office.services.engine.begin() as connection:
        office.world.dispatch.point_to_status(connection, lost)
    [pointer] = guarantor.news()
    assert "asked to stand for" in pointer.text
    guarantor.press("Standing for a loan")
    assert guarantor.words == news.text
