"""A step ends with the press that answers it, and with any press after which it can no longer be done."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.messages import Button
from intake.applications import Application, ApplicationStatus
from tests.bot.conversation.staff.office import Office
from tests.support.bot import Chat

OTHER = 1002
NOTE = "The pen is sound, three goats there."


def held(office: Office, application: Application, verb: str, chat: Chat | None = None) -> None:
    version = str(office.now(application).version)
    (chat or office.chen).press_data(verb, (str(application.application_id), version))


def button(chat: Chat, label: str) -> Button:
    found = chat.button(label)
    assert found is not None
    return found


def later(office: Office) -> None:
    office.clock.advance(minutes=1)


def day_of(office: Office, application: Application) -> str | None:
    on = office.now(application).visit_on
    return on.isoformat() if on else None


# the day of a visit


@pytest.mark.parametrize("day", ["Today", "Tomorrow", "In two days", "In a week"])
def test_a_pressed_day_ends_the_step(office: Office, day: str) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    later(office)
    office.chen.press(day)
    assert day_of(office, application) is not None and "expects" not in office.chen.state
    before = day_of(office, application)
    office.chen.text("tomorrow I am at the branch")
    assert day_of(office, application) == before


def test_words_after_a_pressed_day_are_a_question_again(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    office.chen.press("Tomorrow")
    said = "\n".join(one.text for one in office.chen.text("how much can be lent?"))
    assert "as a day" not in said
    assert application.reference not in said


def test_a_pressed_day_ends_the_step_of_a_visit_that_is_moved(office: Office) -> None:
    application = office.claimed()
    for day in ("Tomorrow", "In a week"):
        held(office, application, "o.vis")
        later(office)
        office.chen.press(day)
    assert "expects" not in office.chen.state


def test_a_day_that_was_offered_ends_the_step(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    later(office)
    office.chen.text("4/5")
    later(office)
    [first, *_] = [one for row in office.chen.last[-1].buttons for one in row]
    office.chen.press_data(first.action, first.args)
    assert day_of(office, application) is not None and "expects" not in office.chen.state


def test_a_day_of_another_application_leaves_the_step_open(office: Office) -> None:
    other = office.claimed(user_id=OTHER)
    held(office, other, "o.vis")
    old = button(office.chen, "In a week")
    application = office.claimed()
    held(office, application, "o.vis")
    his = button(office.chen, "Tomorrow")
    office.chen.press_data(old.action, old.args)
    assert day_of(office, other) is not None
    assert office.chen.state["expects"]["id"] == str(application.application_id)
    office.chen.press_data(his.action, his.args)
    assert day_of(office, application) is not None and "expects" not in office.chen.state


def test_a_day_pressed_beside_a_note_leaves_the_note_open(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    day = button(office.chen, "Tomorrow")
    held(office, application, "o.seen")
    office.chen.press_data(day.action, day.args)
    assert office.chen.state["expects"]["verb"] == "o.seen"


def test_a_day_that_is_over_leaves_the_step_open(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    today = button(office.chen, "Today")
    office.clock.advance(hours=23)
    office.chen.press_data(today.action, today.args)
    assert "This day is over" in office.chen.last[-1].text
    assert office.chen.state["expects"]["verb"] == "o.day"


@pytest.mark.parametrize("unreadable", ["soonish", "when it does not rain", "4/5"])
def test_after_an_unreadable_day_the_next_is_simply_taken(office: Office, unreadable: str) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    later(office)
    office.chen.text(unreadable)
    assert day_of(office, application) is None
    later(office)
    office.chen.text("tomorrow")
    assert day_of(office, application) == (office.clock() + timedelta(days=1)).date().isoformat()
    assert "expects" not in office.chen.state


def test_a_day_that_is_over_was_written_and_the_next_is_simply_taken(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    later(office)
    office.chen.text("yesterday")
    assert "This day is over" in office.chen.last[-1].text
    later(office)
    office.chen.text("tomorrow")
    assert day_of(office, application) is not None


def test_an_unreadable_day_that_waited_is_not_joined_with_the_next(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    later(office)
    held(office, application, "o.show")
    office.chen.text("soonish")
    later(office)
    office.chen.press("Yes, for this one")
    assert "as a day" in office.chen.last[-1].text
    later(office)
    office.chen.text("tomorrow")
    assert day_of(office, application) is not None


# other presses that answer, or that leave nothing to do


def test_an_amount_of_another_application_leaves_the_step_open(office: Office) -> None:
    other = office.recommended(user_id=OTHER)
    held(office, other, "o.app", office.zhao)
    old = button(office.zhao, "Approve")
    application = office.recommended()
    held(office, application, "o.app", office.zhao)
    office.zhao.press_data(old.action, old.args)
    assert office.now(other).status is ApplicationStatus.APPROVED
    assert office.zhao.state["expects"]["id"] == str(application.application_id)


def test_a_message_that_can_no_longer_be_sent_ends(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.msg")
    held(office, application, "o.rel")
    assert "expects" not in office.chen.state


def test_a_reason_whose_loan_was_approved_meanwhile_is_given_back(office: Office) -> None:
    application = office.recommended()
    held(office, application, "o.app", office.zhao)
    approve = button(office.zhao, "Approve")
    held(office, application, "o.rej", office.zhao)
    office.zhao.text("The pen has no roof.")
    office.zhao.press_data(approve.action, approve.args)
    assert office.now(application).status is ApplicationStatus.APPROVED
    assert "expects" not in office.zhao.state
    assert any("The pen has no roof." in one.text for one in office.zhao.last)


def test_a_reason_after_approval_by_press_is_no_longer_waited_for(office: Office) -> None:
    application = office.recommended()
    held(office, application, "o.app", office.zhao)
    approve = button(office.zhao, "Approve")
    held(office, application, "o.ret", office.zhao)
    office.zhao.press_data(approve.action, approve.args)
    assert "expects" not in office.zhao.state


def test_a_note_that_can_no_longer_be_kept_is_given_back(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.seen")
    later(office)
    held(office, application, "o.show")
    office.chen.text(NOTE)
    held(office, application, "o.rel")
    assert "expects" not in office.chen.state
    assert any(NOTE in one.text for one in office.chen.last)


# it was given to a colleague


@pytest.mark.parametrize("verb", ["o.ask", "o.msg", "o.seen", "o.vis", "o.for"])
def test_a_step_ends_when_the_lead_gives_it_to_somebody_else(office: Office, verb: str) -> None:
    application = office.claimed()
    held(office, application, verb) if verb != "o.for" else office.chen.press("Recommend")
    if verb == "o.for":
        office.chen.press("Yes, lend")
    held(office, application, "o.give", office.sun)
    office.sun.press("Li Na")
    assert office.now(application).holder != office.chen.user_id
    assert "to somebody else" in office.chen.news()[0].text and "expects" not in office.chen.state


def test_what_was_written_is_given_back_when_it_is_given_away(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.text("Ten years of goats.")
    held(office, application, "o.give", office.sun)
    office.sun.press("Li Na")
    [said] = office.chen.news()
    assert "to somebody else" in said.text and "Ten years of goats." in said.text


def test_a_step_about_another_stays_open_when_one_is_given_away(office: Office) -> None:
    other, application = office.claimed(user_id=OTHER), office.claimed()
    held(office, other, "o.seen")
    held(office, application, "o.give", office.sun)
    office.sun.press("Li Na")
    assert office.chen.state["expects"]["verb"] == "o.seen"
