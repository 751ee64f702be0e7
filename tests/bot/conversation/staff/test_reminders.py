"""The clock is turned: reminders come once, to whom they concern, and not when they are moot."""

from __future__ import annotations

from tests.bot.conversation.staff.office import Office


def test_unclaimed_is_reminded_then_escalated_once_each(office: Office) -> None:
    application = office.apply()
    office.chen.news()
    office.clock.advance(hours=23)
    office.world.run_jobs()
    assert office.chen.news() == []
    office.clock.advance(hours=1, minutes=1)
    office.world.run_jobs()
    office.world.run_jobs()
    [reminder] = office.chen.news()
    assert "has been waiting since" in reminder.text and office.sun.news() == []
    office.clock.advance(hours=24)
    office.world.run_jobs()
    assert office.chen.news() == []
    [escalation] = office.sun.news()
    assert "Nobody has claimed" in escalation.text
    office.sun.press("Give it to an officer")
    office.sun.press("Chen Rong")
    assert office.now(application).holder == 2001


def test_the_reminder_claims_with_one_press(office: Office) -> None:
    application = office.apply()
    office.chen.news()
    office.clock.advance(hours=25)
    office.world.run_jobs()
    office.chen.news()
    office.chen.press("Claim")
    assert office.now(application).holder == 2001


def test_what_was_claimed_is_not_reminded(office: Office) -> None:
    office.claimed()
    office.clock.advance(hours=50)
    office.world.run_jobs()
    assert office.chen.news() == [] and office.sun.news() == []


def test_given_back_it_is_reminded_anew(office: Office) -> None:
    office.claimed()
    office.clock.advance(hours=20)
    office.chen.press("Give it back")
    office.clock.advance(hours=10)
    office.world.run_jobs()
    assert office.chen.news() == []
    office.clock.advance(hours=15)
    office.world.run_jobs()
    assert len(office.chen.news()) == 1


def test_both_are_reminded_of_the_visit_the_afternoon_before(office: Office) -> None:
    farmer = office.farmer("en")
    office.claimed()
    office.chen.press("Set a visit")
    office.chen.text("2026-03-06")
    farmer.news()
    office.clock.advance(days=3, hours=1)  # 5 March, 17:00 in the village
    office.world.run_jobs()
    office.world.run_jobs()
    assert len(office.chen.news()) == 1 and len(farmer.news()) == 1
    office.chen.press("Not that day")
    office.chen.press("In a week")
    assert "March 12, 2026" in farmer.news()[0].text


def test_a_visit_moved_away_is_not_reminded_and_one_set_for_today_not_at_once(office: Office) -> None:
    office.claimed()
    office.chen.press("Set a visit")
    office.chen.text("2026-03-06")
    office.chen.press("Move the visit")
    office.chen.press("Today")
    office.world.run_jobs()
    assert office.chen.news() == []
    office.clock.advance(days=3, hours=1)
    office.world.run_jobs()
    assert office.chen.news() == []


def test_an_undecided_one_is_told_to_lead_and_holder(office: Office) -> None:
    office.claimed()
    office.clock.advance(hours=169)
    office.world.run_jobs()
    assert "still not decided" in office.chen.news()[0].text
    assert "still not decided" in office.sun.news()[0].text
    office.clock.advance(hours=200)
    office.world.run_jobs()
    assert office.sun.news() == []


def test_a_withdrawn_one_reminds_nobody(office: Office) -> None:
    application = office.apply()
    office.chen.news()
    with office.services.engine.begin() as connection:
        office.services.applications.withdraw(connection, application.application_id, application.user_id)
    office.clock.advance(hours=400)
    office.world.run_jobs()
    assert office.chen.news() == [] and office.sun.news() == []
