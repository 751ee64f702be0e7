"""Sentences that stood in no table, and were taken wrongly: each with what is kept and proposed, or said back."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Story
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until


def told_at(language: str, at: str, text: str) -> dict[str, str]:
    """What is kept and proposed anew."""
    talk = until(interview(language), at)
    before = talk.values()
    say(talk, text)
    return {name: value for name, value in talk.values().items() if before.get(name) != value} | proposed(
        talk
    )


STILL_OWED = [
    ("sw", "nimelipa 6000 bado 4000"),
    ("sw", "nilikopa 10000, nimelipa 6000 tu"),
    ("sw", "mwaka jana nilikopa 10000, nimelipa 6000, zimebaki 4000"),
    ("sw", "hapana, nimelipa 6000 bado 4000"),
    ("en", "no, i paid 6000, remaining 4000"),
]


@pytest.mark.parametrize(("language", "text"), STILL_OWED)
def test_who_has_paid_a_part_is_never_kept_as_owing_nothing(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    say(talk, text)
    assert talk.values().get("has_debts") != "no" and proposed(talk).get("has_debts") != "no"


# What is owed in all is asked where no sum tells it.
PART_PAID = [
    ("sw", "nilikopa 10000, nimelipa 6000 tu", {"has_debts": "yes"}),
    ("sw", "nimelipa 6000 bado 4000", {"has_debts": "yes", "debts_total": "4000"}),
    ("zh", "借了5000还了3000", {"has_debts": "yes"}),
    ("zh", "借了1万，已还6000", {"has_debts": "yes"}),
    ("zh", "已经还了6000，剩4000", {"has_debts": "yes", "debts_total": "4000"}),
]


@pytest.mark.parametrize(("language", "text", "told"), PART_PAID)
def test_the_rest_of_a_debt_is_what_he_owes(language: str, text: str, told: dict[str, str]) -> None:
    assert told_at(language, "has_debts", text) == told


PAID = [
    ("sw", "nimelipa yote"), ("sw", "nilikopa 10000, nimelipa yote"), ("en", "no, i borrowed 5000 and paid it all last year"),
    ("zh", "借过5000，都还清了"), ("sw", "nilikopa mwaka jana, nimemaliza kulipa"),
    ("sw", "nimelipa 5000"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), PAID)
def test_who_has_paid_all_owes_nothing(language: str, text: str) -> None:
    assert told_at(language, "has_debts", text).get("has_debts") == "no"


# has_debts, what is said back
TWO_DEBTS = [
    ("en", "i owe 4000 to the sacco and 1000 to my brother", ("4000", "1000")),
    ("en", "i owe the shop 500 and my brother 2000", ("500", "2000")),
    ("zh", "欠银行4000和我哥1000", ("4000", "1000")),
    ("zh", "欠信用社4000，欠我哥1000", ("4000", "1000")),
]


@pytest.mark.parametrize(("language", "text", "left"), TWO_DEBTS)
def test_two_debts_are_a_yes(language: str, text: str, left: tuple[str, ...]) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Story) and proposed(talk) == {"has_debts": "yes"}
    assert heard.understood.unplaced == left


STORIES = [
    ("en", "goats 8000 mine 3000 12 months", {"amount": "8000", "own_funds": "3000", "term_months": "12"}, ()),
    ("en", "maize 8000 mine 2000", {"amount": "8000", "own_funds": "2000"}, ()),
    ("sw", "mbuzi 8000 zangu 3000 miezi 12", {"amount": "8000", "own_funds": "3000", "term_months": "12"}, ()),
    ("en", "tractor 30000 savings 10000", {"amount": "30000", "own_funds": "10000"}, ()),
    ("en", "goats 8000, mine 3000, 12 months", {"amount": "8000", "own_funds": "3000"}, ()),
    ("en", "need 8000, 3000 mine", {"amount": "8000", "own_funds": "3000"}, ()),
    ("zh", "欠信用社4000，欠我哥1000，想借8000买羊", {"has_debts": "yes", "amount": "8000"}, ("4000", "1000")),
    ("en", "need 4000 for seed my number 138-1234-5678", {"amount": "4000", "phone": "+8613812345678"}, ()),
    ("en", "need 4000 for seed my number 138 1234 5678", {"amount": "4000", "phone": "+8613812345678"}, ()),
    ("en", "need 4000 for seed, 138-1234-5678", {"amount": "4000", "phone": "+8613812345678"}, ()),
    ("en", "need 4000 for seed 138 1234 5678", {"amount": "4000", "phone": "+8613812345678", "purpose": "seed"}, ()),
    ("en", "want 10000, can start paying after 2 months and finish in 10 months", {"amount": "10000", "term_months": "10"}, ("2 months",)),
    ("en", "i need 8000 and i can start paying in 3 months", {"amount": "8000", "term_months": ""}, ("3 months",)),
    ("en", "i need 8000 and i can pay in 3 months", {"amount": "8000", "term_months": "3"}, ()),
    ("en", "loan 5000 goats 12 months", {"amount": "5000", "term_months": "12", "animals": "goats"}, ()),
    ("sw", "kopa 8000 mbuzi", {"amount": "8000", "animals": "goats"}, ()),
    ("sw", "mkopo 8000 mbuzi miezi 12", {"amount": "8000", "term_months": "12", "animals": "goats"}, ()),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected", "left"), STORIES)
def test_a_story_is_understood(
    language: str, text: str, expected: dict[str, str], left: tuple[str, ...]
) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert {name: found.get(name, "") for name in expected} == expected
    assert told.unplaced == left


NUMBERS_OF_OTHERS = [
    "need 4000 for seed, my brother's number 138 1234 5678",
    "need 30000 for a tractor, guarantor Mary Wanjiku 13812345678",
]


@pytest.mark.parametrize("text", NUMBERS_OF_OTHERS)
def test_the_number_of_another_is_said_back(text: str) -> None:
    told = interview().proposals.hear(text)
    assert told.unplaced == ("13812345678",) and "phone" not in {one.item.name for one in told.items}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("My name is Mary. My phone is 13812345678", "Mary"),
        ("My name is Mrs. Grace Li", "Mrs. Grace Li"),
        ("John K. Mwangi", "John K. Mwangi"),
    ],
)
def test_a_name_ends_with_its_sentence(text: str, name: str) -> None:
    assert told_at("en", "full_name", text)["full_name"] == name
