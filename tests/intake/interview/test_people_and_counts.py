"""Whose name and phone a message gives, and how many are wanted where the words of buying are left away."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Refused, Story
from tests.intake.interview.world import interview, say, until


def told(text: str, language: str = "en") -> dict[str, str]:
    return {
        one.item.path.rpartition("/")[2]: one.item.value
        for one in interview(language).proposals.hear(text).items
    }


@pytest.mark.parametrize(
    ("language", "text", "purpose"),
    [
        ("en", "goats cost 600 each, i want 10", "buy 10 goats (600 each)"),
        ("en", "I want 10 goats at 600 each", "buy 10 goats at 600 each"),
        ("sw", "mbuzi mmoja ni 600, nataka 10", "kununua mbuzi 10"),
        ("sw", "nataka mbuzi 10", "kununua mbuzi 10"),
        ("zh", "我要10只羊", "买10只羊"),
    ],
)
def test_how_many_are_wanted_is_how_many_are_bought(language: str, text: str, purpose: str) -> None:
    found = told(text, language)
    assert (found["animals"], found["animals_buy"], found["purpose"]) == ("goats", "10", purpose)
    assert "amount" not in found  # the price of one is no loan


@pytest.mark.parametrize(
    "text", ["i want 5000 to feed my 12 goats", "i want 10 months to pay, 8000 for goats"]
)
def test_what_is_not_wanted_is_not_bought(text: str) -> None:
    assert "animals_buy" not in told(text)


def test_land_and_a_pond_are_two_trades() -> None:
    understood = interview().proposals.hear("I need 8000 to buy land and dig a pond")
    assert [one.path for one in understood.unclear] == ["/data/trade"]


def test_the_guarantor_s_phone_is_not_the_borrower_s() -> None:
    found = told(
        "my phone is 13800138000, I want 25000 for goats, Li Si stands for me, his phone is 13900139000"
    )
    assert (found["phone"], found["guarantor_phone"]) == ("+8613800138000", "+8613900139000")
    assert "phone" not in told("I want 8000 for goats, my neighbour will help, his phone is 13900139000")


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "my guarantor is Zhao Min and I want 25000 to buy goats", "Zhao Min"),
        ("zh", "担保人是李四，我要借25000买羊", "李四"),
        ("sw", "mdhamini wangu ni Juma Ali, nataka 25000 kununua mbuzi", "Juma Ali"),
    ],
)
def test_a_guarantor_is_named_in_a_story(language: str, text: str, name: str) -> None:
    assert told(text, language)["guarantor_name"] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Wang Li", "Wang Li"), ("i am Wang Li", "Wang Li"), ("name: Wang Li", "Wang Li"), ("it's Wang Li", "Wang Li"),
        ("李和平", "李和平"), ("Jean-Pierre d'Arc", "Jean-Pierre d'Arc"),
        ("I am sorry I cannot write so well", None),
    ],
)  # fmt: skip
def test_a_name_is_taken_without_the_words_before_it(text: str, name: str | None) -> None:
    talk = until(interview(), "full_name")
    heard = say(talk, text)
    assert not isinstance(heard, Accepted) or heard.echo.value == (name or text)


@pytest.mark.parametrize("text", ["Wang Li and my wife Mei", "王丽和我老婆李梅", "Wang Li y su esposa"])
def test_two_names_are_asked_about(text: str) -> None:
    heard = say(until(interview(), "full_name"), text)
    assert isinstance(heard, Ambiguous)
    first, whole = (str(one.value) for one in heard.candidates)
    assert whole == text and text.startswith(first) and first != text


def test_a_name_with_a_village_tells_both() -> None:
    heard = say(until(interview(), "full_name"), "Wang Li, from Willow Bend village")
    assert isinstance(heard, Story)
    assert {one.item.name: one.item.value for one in heard.understood.items} == {
        "full_name": "Wang Li",
        "village": "willow-bend",
    }


@pytest.mark.parametrize("text", ["8000", "13800138000", "yes", "..."])
def test_what_is_no_name_is_refused(text: str) -> None:
    assert isinstance(say(until(interview(), "full_name"), text), Refused)


def test_a_question_that_is_open_again_says_so() -> None:
    talk = until(interview(), "term_months")
    assert not talk.prompt().again  # type: ignore[union-attr]
    talk.correct("amount")
    assert talk.prompt().again  # type: ignore[union-attr]
