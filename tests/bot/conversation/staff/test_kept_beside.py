"""What an officer has written outlives presses on other cards; a second press hears what the first has done."""

from __future__ import annotations

import pytest

from intake.applications import Application, ApplicationStatus
from tests.bot.conversation.staff.office import Office

OTHER, THIRD = 1002, 1003
NOTE = "The pen is sound, three goats there."


def held(office: Office, application: Application, verb: str, *, old: bool = False) -> None:
    version = "1" if old else str(office.now(application).version)
    office.chen.press_data(verb, (str(application.application_id), version))


def noted(office: Office) -> Application:
    """A visit's note that waits for "for this one?", since something else was said meanwhile."""
    application = office.claimed()
    held(office, application, "o.seen")
    office.clock.advance(minutes=1)
    held(office, application, "o.show")
    office.chen.text(NOTE)
    assert office.chen.button("Yes, for this one") is not None and visits(office, application) == []
    return application


def visits(office: Office, application: Application) -> list[str]:
    with office.services.reading() as connection:
        findings = office.services.applications.file(connection, application).findings
    return [str(one.facts) for one in findings if one.kind.value == "visit"]


@pytest.mark.parametrize("verb", ["o.rec", "o.claim", "o.app", "o.rej", "o.give", "o.for"])
def test_a_note_that_waits_outlives_presses_on_old_cards(office: Office, verb: str) -> None:
    application = noted(office)
    yes = office.chen.button("Yes, for this one")
    assert yes is not None
    for _ in range(2):
        held(office, application, verb, old=True)
    office.chen.press_data(yes.action, yes.args)
    assert len(visits(office, application)) == 1 and NOTE in visits(office, application)[0]


def test_a_note_that_waits_outlives_a_deed_on_another_card(office: Office) -> None:
    other = office.apply(user_id=OTHER)
    application = noted(office)
    yes = office.chen.button("Yes, for this one")
    assert yes is not None
    held(office, other, "o.claim")
    assert office.now(other).status is ApplicationStatus.UNDER_REVIEW
    office.chen.press_data(yes.action, yes.args)
    assert NOTE in visits(office, application)[0]


def test_words_written_on_belong_to_those_that_wait(office: Office) -> None:
    application = noted(office)
    old = office.chen.button("Yes, for this one")
    office.chen.text("The roof leaks.")
    assert visits(office, application) == []
    assert NOTE in office.chen.words and "The roof leaks." in office.chen.words
    assert old is not None
    office.chen.press_data(old.action, old.args)
    assert visits(office, application) == [] and "The roof leaks." in office.chen.last[-1].text
    office.chen.press("Yes, for this one")
    [visit] = visits(office, application)
    assert NOTE in visit and "The roof leaks." in visit


@pytest.mark.parametrize("verb", ["o.ask", "o.seen", "o.vis"])
def test_words_whose_place_another_step_takes_are_given_back(office: Office, verb: str) -> None:
    other = office.claimed(user_id=OTHER)
    application = noted(office)
    held(office, other, verb)
    assert "Your words were not used" in office.chen.last[0].text and NOTE in office.chen.last[0].text
    assert other.reference in office.chen.last[-1].text
    assert visits(office, application) == []


def test_reasons_begun_are_given_back(office: Office) -> None:
    other = office.claimed(user_id=OTHER)
    office.claimed(user_id=THIRD)
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.text("Ten years of goats.")
    held(office, other, "o.msg")
    assert "Ten years of goats." in office.chen.last[0].text


def test_a_step_that_has_become_idle_ends(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.ask")
    held(office, application, "o.rel")
    assert "expects" not in office.chen.state


def test_a_step_without_words_stays_open_beside_an_old_card(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.seen")
    office.clock.advance(minutes=1)
    held(office, application, "o.rec", old=True)
    office.chen.text(NOTE)
    office.chen.press("Yes, for this one")
    assert NOTE in visits(office, application)[0]


def test_words_that_waited_a_day_are_given_back(office: Office) -> None:
    application = noted(office)
    office.clock.advance(hours=25)
    said = office.chen.press("Yes, for this one")[-1].text
    assert NOTE in said and visits(office, application) == []


# the second press


def twice(office: Office, user_id: int, label: str) -> str:
    """What is heard at the second press of a button whose first press did it."""
    chat = office.chat(user_id)
    button = chat.button(label)
    assert button is not None
    chat.press_data(button.action, button.args)
    return "\n".join(one.text for one in chat.press_data(button.action, button.args))


def test_a_second_hand_it_on_hears_that_it_was_handed_on(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.text("Ten years of goats.")
    office.chen.text("One buyer only.")
    office.chen.press("All that was asked")
    said = twice(office, office.chen.user_id, "Hand it on")
    assert "Already done, by you" in said and "Your recommendation is in the file" in said
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_a_second_decline_hears_that_it_was_declined(office: Office) -> None:
    farmer = office.farmer()
    application = office.recommended()
    farmer.news()
    office.zhao.press("Decline")
    office.zhao.text("The pen has no roof yet.")
    said = twice(office, office.zhao.user_id, "Decline")
    assert "Already done, by you" in said and "Declined." in said
    assert office.now(application).status is ApplicationStatus.REJECTED
    assert len([one for one in farmer.news() if "no roof" in one.text]) == 1


def test_a_second_ready_made_question_hears_that_it_was_asked(office: Office) -> None:
    farmer = office.farmer()
    application = office.claimed()
    farmer.news()
    held(office, application, "o.ask")
    said = twice(office, office.chen.user_id, "Do you owe money")
    assert "Already done, by you" in said and "Asked." in said
    assert len(farmer.news()) == 1


def test_an_older_button_of_another_question_did_nothing(office: Office) -> None:
    first, second = office.claimed(), office.claimed(user_id=OTHER)
    held(office, first, "o.ask")
    old = office.chen.button("Do you owe money")
    held(office, second, "o.ask")
    office.chen.press("Do you owe money")
    assert old is not None
    assert "Already done" not in office.chen.press_data(old.action, old.args)[-1].text
