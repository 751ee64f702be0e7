"""An officer leaves: what he holds goes back to the queue, the next one and the farmer hear of it."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.officer.leaving import revoke
from intake.applications import ApplicationStatus
from tests.bot.conversation.staff.office import CHEN, SUN, Office


def leaves(office: Office, user_id: int) -> int:
    with office.services.engine.begin() as connection:
        _member, held = revoke(office.services, connection, user_id, by="system")
    office.world.run_jobs()
    return held


def test_what_a_revoked_officer_holds_goes_back_to_the_queue(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    farmer.news(), office.sun.news()
    assert leaves(office, CHEN) == 1
    now = office.now(application)
    assert (now.status, now.holder) == (ApplicationStatus.SUBMITTED, None)
    [word] = farmer.news()
    assert "Another officer will look after" in word.text
    assert any(application.reference in news.text for news in office.sun.news()), "the lead has its card"
    leaves(office, CHEN)
    assert farmer.news() == [] and office.sun.news() == []


def test_his_undecided_recommendation_stands_and_returns_to_the_queue(office: Office) -> None:
    application = office.recommended()
    assert leaves(office, CHEN) == 0
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    office.zhao.press("Return for information")
    office.zhao.text("Which market?")
    now = office.now(application)
    assert (now.status, now.holder) == (ApplicationStatus.SUBMITTED, None)


def test_the_lead_who_leaves_holds_nothing(office: Office) -> None:
    assert leaves(office, SUN) == 0


def test_a_visit_that_falls_away_is_called_off(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    with office.services.engine.begin() as connection:
        day = office.clock().date() + timedelta(days=3)
        office.services.review.set_visit(connection, CHEN, application.application_id, day)
    farmer.news()
    leaves(office, CHEN)
    [word] = farmer.news()
    assert "will not take place" in word.text


def test_questions_he_left_open_are_brought_to_the_next_at_once(office: Office) -> None:
    """Not after the days in which he might have answered them."""
    farmer = office.farmer("en")
    farmer.command("/person")
    farmer.press("Willow Bend")
    farmer.text("Who brings the vaccine?")
    assert any("vaccine" in news.text for news in office.chen.news())
    assert not any("vaccine" in news.text for news in office.sun.news())
    leaves(office, CHEN)
    assert len([news for news in office.sun.news() if "vaccine" in news.text]) == 1
    office.sun.press("Reply")
    office.sun.text("The vet comes on Friday.")
    assert any("Friday" in news.text for news in farmer.news())
    leaves(office, CHEN)
    assert office.sun.news() == [], "brought once"
