"""An officer whose access was taken away writes on: he hears so, his words come back and are nobody's question."""

from __future__ import annotations

import pytest

from bot.conversation.officer.leaving import revoke
from tests.bot.conversation.staff.office import CHEN, FARMER, PENG, Office

NO_LONGER = "You are no longer staff here"
WORDS = "How many goats have you sold this spring?"


def leaves(office: Office) -> None:
    with office.services.engine.begin() as connection:
        revoke(office.services, connection, CHEN, by="system")
    office.world.run_jobs()
    office.chen.news()


def said(office: Office) -> str:
    return "\n".join(one.text for one in office.chen.last)


@pytest.mark.parametrize("verb", ["o.ask", "o.msg", "o.seen", "o.vis"])
def test_the_answer_to_an_open_step_comes_back(office: Office, verb: str) -> None:
    farmer = office.farmer()
    application = office.claimed()
    office.chen.press_data(verb, (str(application.application_id), str(office.now(application).version)))
    leaves(office)
    farmer.news()
    office.clock.advance(hours=30)
    office.chen.text(WORDS)
    assert NO_LONGER in said(office) and WORDS in said(office)
    assert farmer.news() == [] and "expects" not in office.chen.state


@pytest.mark.parametrize("words", [WORDS, "The desk opens at nine.", "ok"])
def test_what_he_writes_within_the_day_comes_back(office: Office, words: str) -> None:
    office.claimed()
    leaves(office)
    office.clock.advance(hours=3)
    office.chen.text(words)
    assert NO_LONGER in said(office) and words in said(office)
    peng = office.chat(PENG)
    peng.command("/gaps")
    assert words not in peng.words


def test_he_hears_it_once_and_writes_as_a_farmer_from_then_on(office: Office) -> None:
    leaves(office)
    office.chen.text("what is the interest for goats")
    assert NO_LONGER in said(office)
    office.chen.text("what is the interest for goats")
    assert NO_LONGER not in said(office)


def test_the_answer_to_a_farmers_message_comes_back(office: Office) -> None:
    farmer = office.farmer()
    farmer.command("/person")
    farmer.press("Willow Bend")
    farmer.text("Is the desk open today?")
    assert office.chen.news() and "farmer_wrote" in office.chen.state
    with office.services.engine.begin() as connection:
        revoke(office.services, connection, CHEN, by="system")
    office.clock.advance(hours=30)
    office.chen.text(WORDS)
    assert NO_LONGER in said(office) and WORDS in said(office)
    assert "farmer_wrote" not in office.chen.state


def test_after_the_day_he_is_a_person_like_any_other(office: Office) -> None:
    office.claimed()
    leaves(office)
    office.clock.advance(hours=30)
    office.chen.text(WORDS)
    assert NO_LONGER not in said(office)


def test_commands_are_open_to_him(office: Office) -> None:
    leaves(office)
    office.chen.command("/help")
    assert NO_LONGER not in said(office)


def test_nobody_else_hears_it(office: Office) -> None:
    leaves(office)
    farmer = office.chat(FARMER)
    farmer.text(WORDS)
    assert NO_LONGER not in "\n".join(one.text for one in farmer.last)


def test_enrolled_again_he_works_on(office: Office) -> None:
    with office.services.reading() as connection:
        chen = office.services.staff.get(connection, CHEN)
    leaves(office)
    with office.services.engine.begin() as connection:
        office.services.staff.put(connection, chen)
    office.chen.text(WORDS)
    assert NO_LONGER not in said(office)
