"""None of a thing, and things where money is asked."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Refused
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until

NOUGHTS = {
    "en": [
        "nothing",
        "none",
        "no",
        "i dont have any",
        "I don't have any goats",
        "no goats",
        "not a single one",
        "sina",
    ],
    "zh": ["没有", "一只也没有", "一头都没有", "没养", "暂时没有", "目前没有"],
    "sw": ["sina", "hakuna", "hata mmoja", "sina mbuzi", "hamna kitu"],
    "hi": ["कुछ नहीं", "एक भी नहीं", "मेरे पास नहीं है"],
    "es": ["nada", "ninguno", "no tengo ninguna", "no tengo cabras"],
    "fr": ["rien", "aucun", "je n'en ai pas", "pas de chèvres"],
}
NEW = {
    "en": ["I am new", "nothing", "just started"],
    "zh": ["刚开始", "没有"],
    "sw": ["ndiyo naanza", "sina"],
}
SOME = {
    "en": ["not many", "no idea", "no I meant", "not much", "no more than 5"],
    "zh": ["没多少", "没问题"],
    "sw": ["sina hakika", "sina mbuzi wengi"],
}


@pytest.mark.parametrize(
    ("language", "text"), [(tongue, one) for tongue, said in NOUGHTS.items() for one in said]
)
def test_words_of_nought_are_none(language: str, text: str) -> None:
    heard = say(until(interview(language), "animals_have"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == "0"


@pytest.mark.parametrize(
    ("language", "text"), [(tongue, one) for tongue, said in NEW.items() for one in said]
)
def test_who_is_new_has_no_years_of_work(language: str, text: str) -> None:
    heard = say(until(interview(language), "experience_years"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == "0"


@pytest.mark.parametrize(
    ("language", "text"), [(tongue, one) for tongue, said in SOME.items() for one in said]
)
def test_few_is_not_none(language: str, text: str) -> None:
    heard = say(until(interview(language), "animals_have"), text)
    assert not (isinstance(heard, Accepted) and heard.echo.value == "0")


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "2 goats"), ("en", "i have 2 goats"), ("zh", "2只羊"), ("zh", "两头牛"), ("sw", "mbuzi 2"),
     ("sw", "ng'ombe wawili"),
     ("hi", "2 बकरी"), ("es", "2 cabras"), ("fr", "2 chèvres"), ("en", "no goats"), ("en", "5 years")],
)  # fmt: skip
@pytest.mark.parametrize("question", ["amount", "own_funds", "living_costs_month"])
def test_goats_are_no_money(language: str, text: str, question: str) -> None:
    talk = until(interview(language), question)
    before = talk.values()
    assert isinstance(say(talk, text), Refused)
    assert talk.values() == before


def test_a_sum_beside_a_thing_is_asked() -> None:
    assert isinstance(say(until(interview(), "amount"), "8000 goats"), Ambiguous)


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "I will buy 15000 of seed and borrow 8000", "15000"),
        ("zh", "想买1500，要借5000", "1500"),
        ("en", "I do farming maize, buy 2000, i have 1000, need 1000", "2000"),
    ],
)
def test_a_sum_for_buying_that_has_no_place_is_told_back(language: str, text: str, left: str) -> None:
    talk = interview(language)
    understood = talk.proposals.hear(text)
    assert understood.unplaced == (left,) and left not in talk.proposals.values.values()


@pytest.mark.parametrize(
    "text", ["i keep chickens, want to buy 150, need 3000", "2 rooms for 500 customers, need 3000"]
)
def test_what_is_counted_is_no_sum_left_over(text: str) -> None:
    assert interview().proposals.hear(text).unplaced == ()


@pytest.mark.parametrize(
    "text", ["mkopo wa kuku 200", "nataka mkopo wa kuku 200", "naomba mkopo wa mbuzi 150"]
)
def test_a_swahili_count_behind_the_loan_is_no_sum(text: str) -> None:
    talk = interview("sw")
    heard = talk.proposals.hear(text)
    assert "amount" not in proposed(talk)
    assert heard.unplaced and heard.unplaced[0] in text


@pytest.mark.parametrize("text", ["mkopo wa mbuzi 8000", "mkopo wa kuku 2000"])
def test_a_swahili_sum_behind_its_thing_stays_one(text: str) -> None:
    talk = interview("sw")
    talk.proposals.hear(text)
    assert proposed(talk)["amount"] == text.rsplit(maxsplit=1)[-1]


@pytest.mark.parametrize("text", ["999999999999", "200000", "999999999999 goats"])
def test_a_count_the_form_refuses_is_not_offered(text: str) -> None:
    talk = until(interview("en"), "animals_buy")
    heard = say(talk, text)
    assert isinstance(heard, Refused) and heard.form_message and "100,000" in heard.form_message
