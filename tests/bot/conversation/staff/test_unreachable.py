"""A farmer or an officer who blocked the bot: whom that concerns hears of it, and he himself when he is back."""

from __future__ import annotations

from sqlalchemy import update

from bot.conversation.messages import IncomingKind
from bot.delivery.outbox import Outcome
from bot.tables import outbox
from tests.bot.conversation.staff.office import CHEN, FARMER, Office


def test_the_officer_hears_that_he_must_call_and_sees_it_on_the_card(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    office.chen.news()
    farmer.sends(IncomingKind.BLOCKED)
    [news] = office.chen.news()
    assert application.reference in news.text and "Please call" in news.text
    assert application.applicant.phone and application.applicant.phone in news.text
    farmer.sends(IncomingKind.BLOCKED)
    assert office.chen.news() == []
    office.chen.press_data("o.msg", (str(application.application_id), "0"))
    office.chen.text("Are you well?")
    office.chen.press_data("o.show", (str(application.application_id),))
    assert "has shut this chat" in office.chen.words
    farmer.sends(IncomingKind.UNBLOCKED)
    office.chen.press_data("o.show", (str(application.application_id),))
    assert "has shut this chat" not in office.chen.words


def test_a_send_that_comes_back_tells_the_same(office: Office) -> None:
    office.farmer("en")
    application = office.claimed()
    office.chen.news()
    with office.services.engine.begin() as connection:
        office.world.dispatch.shut(connection, FARMER)
    assert application.reference in office.chen.news()[0].text


def test_a_decision_that_came_back_is_pointed_to_when_he_opens_the_chat_again(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.recommended()
    farmer.sends(IncomingKind.BLOCKED)
    office.zhao.press_data("o.yes", (str(application.application_id), str(application.version), "8000"))
    refused = {"done_at": office.clock(), "outcome": Outcome.REFUSED.value}
    with office.services.engine.begin() as connection:
        connection.execute(update(outbox).where(outbox.c.chat_id == FARMER, outbox.c.careful).values(refused))
    farmer.news()
    [news] = farmer.sends(IncomingKind.UNBLOCKED)
    assert "There is news about your application" in news.text and not news.careful
    office.clock.advance(hours=1)
    farmer.sends(IncomingKind.BLOCKED)
    assert farmer.sends(IncomingKind.UNBLOCKED) == []


def test_an_officer_who_blocked_the_bot_is_known_to_the_lead(office: Office) -> None:
    office.chen.sends(IncomingKind.BLOCKED)
    [news] = office.sun.news()
    assert "Chen Rong cannot be reached" in news.text
    assert CHEN
