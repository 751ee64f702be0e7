"""What people do on a phone: press twice, write yes where a button waits, spell as they speak."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.messages import Reply
from bot.services import Services
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview
from tests.conftest import Clock


def test_a_second_tap_on_all_right_is_no_mistake(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send("I want 8000 to buy 12 goats")
    right = farmer.button("All right")
    farmer.tap(right)
    assert not farmer.tap(right) and "I have it" in farmer.toasts[-1].text


@pytest.mark.parametrize(("words", "value"), [("yes", "3"), ("no", None)])
def test_do_you_mean_this_takes_a_written_yes(chat: Opener, words: str, value: str | None) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="animals_have")
    assert "Do you mean this?" in text_of(farmer.send("3 funny goats"))
    farmer.send(words)
    assert interview(farmer).values().get("animals_have") == value


class HeldUp(Chat):
    """A chat whose messages Telegram takes at the second try (429)."""

    def hear(self) -> list[Reply]:
        now, outbox = self.services.clock(), self.services.outbox
        wait = timedelta(seconds=2)
        with self.services.engine.begin() as connection:
            for one in outbox.take(connection, worker="w", now=now, lease=wait, limit=100):
                outbox.postpone(connection, one.outbox_id, worker="w", due_at=now + wait, error="429")
        return super().hear()


def test_a_written_yes_answers_a_question_that_arrived_late(
    chat: Opener, services: Services, slow_clock: Clock
) -> None:
    farmer = chat()
    HeldUp(services, farmer.dispatch, farmer.user_id).send("Do you sell chainsaws on Sundays?")
    slow_clock.advance(seconds=5)
    assert "Which village" in text_of(farmer.send("yes"))


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        ("animals_have", "nothin", "0"),
        ("income_month_good", "6 thosand", "6000"),
        ("term_months", "10 munths", "10"),
        ("experience_years", "5 yrs", "5"),
    ],
)
def test_spelt_as_it_is_spoken(chat: Opener, question: str, words: str, value: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until=question)
    farmer.send(words)
    assert interview(farmer).values().get(question) == value


@pytest.mark.parametrize("words", ["no thats all", "no wait", "no problem"])
def test_a_no_that_says_something_else_is_not_none(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="experience_years")
    farmer.send(words)
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == "experience_years"


def test_a_loan_wanted_in_a_hurry(chat: Opener) -> None:
    farmer = chat()
    said = farmer.send("i wnt loan for goats")
    assert "apply" in [button.action for button in farmer.buttons(said)]
    assert "Why we ask" in text_of(_why(chat))


def _why(chat: Opener):  # type: ignore[no-untyped-def]
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    return farmer.send("wat is this for")


def test_a_sum_in_a_question_is_asked_back(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    assert "Do you mean this?" in text_of(farmer.send("can i borrow 50000?"))
    farmer.send("yes")
    assert interview(farmer).values()["amount"] == "50000"


def test_never_mind_to_which_village_goes_on_with_the_application(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    farmer.send("talk to a person")
    farmer.send("never mind")
    farmer.send("8000")
    assert interview(farmer).values()["amount"] == "8000"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("zh", "算了明天再说"),
        ("en", "i will continue tomorrow"),
        ("sw", "tutaendelea kesho"),
        ("en", "i am tired"),
    ],
)
def test_tomorrow_then(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="full_name")
    farmer.send(words)
    assert "expects" not in farmer.state


@pytest.mark.parametrize("words", ["自己的钱改成4500", "把自己的钱改成4500"])
def test_changed_in_one_breath(chat: Opener, words: str) -> None:
    farmer = chat("zh")
    begin(farmer)
    fill(farmer, until="living_costs_month")
    farmer.send(words)
    assert interview(farmer).values()["own_funds"] == "4500"


def test_a_reading_too_long_for_its_button_is_shown_whole(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="income_months")
    asked_back = text_of(farmer.send("every month except may"))
    assert "Do you mean this?" in asked_back and "December" in asked_back and "May" not in asked_back
    farmer.send("yes")
    assert "m05" not in interview(farmer).values()["income_months"].split()
