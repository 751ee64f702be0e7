"""👎: what else comes near is offered to be read, and the way to the officer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.conversation.messages import Button
from bot.services import Services
from knowledge.answers import LoggedAnswer
from knowledge.types import Answer, Audience
from tests.bot.conversation.chat import Opener, drain, text_of
from tests.bot.conversation.conftest import publish
from tests.conftest import Clock
from tests.support.bot import Chat, World, make_services

OFFICER = 2001
QUESTION = "When do I need a guarantor?"
NEAR, PASSAGE = "📄 Late payment", "thirty days"
SORRY = {"en": "I am sorry", "zh": "对不起", "sw": "Samahani"}
STAFF_ONLY = "# House rules\n\n## Filing\n\nPapers of a guarantor lie in safe 9,000."


def logged(services: Services, user_id: int) -> tuple[LoggedAnswer, bool]:
    """His newest question, and whether it is a gap."""
    with services.reading() as connection:
        newest = services.knowledge.log.of(connection, str(user_id))[-1]
        return newest, newest in services.knowledge.log.unanswered(connection)


def answered_in_english(services: Services, user_id: int) -> int:
    outcome = services.knowledge.ask(QUESTION, language="en", audience=Audience.FARMER)
    assert isinstance(outcome, Answer)
    with services.engine.begin() as connection:
        return services.knowledge.record(connection, QUESTION, outcome, asker=str(user_id))


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
def test_what_else_comes_near_can_be_read_and_may_answer(
    chat: Opener, services: Services, language: str
) -> None:
    farmer = chat(language)
    offered = farmer.tap(Button("👎", "q.dn", (str(answered_in_english(services, farmer.user_id)),)))
    assert SORRY[language] in text_of(offered)
    assert [one.text for one in farmer.buttons(offered) if "📄" in one.text] == [NEAR]
    assert logged(services, farmer.user_id)[1]
    section = farmer.press(NEAR)
    assert PASSAGE in text_of(section) and "Credit handbook" in text_of(section)
    farmer.press("👍", among=section)
    found, is_gap = logged(services, farmer.user_id)
    assert found.rating == 1 and not is_gap


def test_who_does_not_find_it_there_either_asks_his_officer(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(QUESTION)
    farmer.press("👎")
    section = farmer.press(NEAR)
    drain(services, OFFICER)
    farmer.press("Ask my officer", among=section)
    farmer.press("Willow Bend")
    assert QUESTION in drain(services, OFFICER)[-1].text  # type: ignore[union-attr]
    assert logged(services, farmer.user_id)[1]


def test_a_written_yes_goes_to_the_officer(chat: Opener) -> None:
    farmer = chat()
    farmer.send(QUESTION)
    farmer.press("👎")
    assert "Which village" in text_of(farmer.send("yes"))


def test_the_section_that_was_cited_asks_nothing(chat: Opener) -> None:
    farmer = chat()
    farmer.send(QUESTION)
    farmer.press("👎")
    farmer.press("Show where it stands")
    section = farmer.press("Read the whole section")
    assert "20,000" in text_of(section) and not farmer.buttons(section)


def test_pressed_again_nothing_is_offered_twice(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(QUESTION)
    farmer.press("👎")
    assert farmer.press("👎") == []
    farmer.press(NEAR)
    farmer.press("👍 This answers it")
    assert farmer.press("👎") == []
    assert logged(services, farmer.user_id)[1]


def test_staff_read_what_else_comes_near(chat: Opener) -> None:
    officer = chat(user_id=OFFICER)
    officer.send(QUESTION)
    offered = officer.press("👎")
    assert [one.text for one in officer.buttons(offered)] == [NEAR]
    assert "officer" not in text_of(offered)
    assert officer.buttons(officer.press(NEAR)) == []


def test_what_was_answered_before_sections_were_kept_offers_the_officer_alone(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    with services.engine.begin() as connection:
        answer = Answer("A guarantor is needed.", (), 0.9, "en")
        number = services.knowledge.record(connection, QUESTION, answer, asker=str(farmer.user_id))
    offered = farmer.tap(Button("👎", "q.dn", (str(number),)))
    assert "ask your officer" in text_of(offered) and "near" not in text_of(offered)
    assert not any("📄" in one.text for one in farmer.buttons(offered))
    assert farmer.tap(Button("📄", "q.sec", (str(number), "0"))) == []


# a library of its own, to be changed


@pytest.fixture
def own(tmp_path: Path, clock: Clock) -> Iterator[Services]:
    opened = make_services(tmp_path / "home", clock)
    publish(opened, tmp_path)
    yield opened
    opened.engine.dispose()


def retire(services: Services) -> None:
    services.library.retire("credit-handbook", by="test", reason="over")


@pytest.fixture
def farmer(own: Services) -> Chat:
    return World(own).chat(1001)


def test_what_was_taken_off_is_not_offered(own: Services, farmer: Chat) -> None:
    farmer.text(QUESTION)
    retire(own)
    farmer.press("👎")
    assert "ask your officer" in farmer.words
    assert not any("📄" in one for one in farmer.buttons())


@pytest.mark.parametrize("question", [QUESTION, "can a guarantor be from another village"])
def test_what_was_taken_off_since_it_was_offered_is_not_read_as_a_rule(
    own: Services, farmer: Chat, question: str
) -> None:
    farmer.text(question)
    if farmer.button("👎"):
        farmer.press("👎")
    retire(own)
    farmer.press(NEAR)
    assert "no longer in force" in farmer.words and PASSAGE not in farmer.words
    assert farmer.buttons() == ["Ask my officer"]


def test_who_left_the_staff_reads_what_is_for_farmers(own: Services, tmp_path: Path) -> None:
    path = tmp_path / "rules.md"
    path.write_text(STAFF_ONLY)
    draft = own.library.stage(path, "rules.md", author="test")
    day = own.library.today()
    own.library.publish(draft.draft_id, audience=Audience.STAFF, effective_from=day, reason="", by="test")
    officer = World(own).chat(OFFICER)
    officer.text(QUESTION)
    officer.press("👎")
    of_staff = officer.button("Filing")
    assert of_staff is not None
    with own.engine.begin() as connection:
        own.staff.revoke(connection, OFFICER, by="peng")
    officer.press_data(of_staff.action, of_staff.args)
    assert "no longer in force" in officer.words and "9,000" not in officer.words
    officer.text(QUESTION)
    assert "You are no longer staff here" in officer.words
    officer.text(QUESTION)
    officer.press("👎")
    assert officer.button(NEAR) and not officer.button("Filing")
