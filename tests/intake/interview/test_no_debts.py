"""A no to whether he owes, in his words, with sums beside it that are no debt: it is kept, and they are said back."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "no, i only paid my school fees 900", ("900",)),
        ("en", "no, i just paid 900 school fees", ("900",)),
        ("sw", "hapana, nimelipa ada ya shule 900", ("900",)),
        ("zh", "没有，刚交了学费900", ("900",)),
        ("en", "no, my brother lent me 2000 and i paid it back", ("2000",)),
        ("zh", "没有，贷款5000都还了", ("5000",)),
        ("zh", "没有，贷款5000和3000都还了", ("5000", "3000")),
        ("en", "no, i borrowed 5000 and 3000 and paid them all back", ("5000", "3000")),
        ("zh", "没有，我想了解一下2000的利息", ("2000",)),
        ("en", "no, my brother gives me 2000", ("2000",)),
        ("zh", "没有，就是交学费花了3000", ("3000",)),
    ],
)
def test_a_sum_that_is_no_debt_is_said_back(language: str, text: str, left: tuple[str, ...]) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.echo.value == "no"
    assert heard.told is not None and heard.told.unplaced == left
    assert proposed(talk) == {}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "0"), ("en", "zero"), ("en", "none at all"), ("en", "nothing at all"), ("sw", "sina lolote"), ("sw", "sifuri"),
        ("sw", "hamna kitu"), ("zh", "没什么债"), ("zh", "没啥债"), ("zh", "零"), ("zh", "一分也没有"),
    ],
)  # fmt: skip
def test_a_nought_is_a_no(language: str, text: str) -> None:
    heard = say(until(interview(language), "has_debts"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == "no"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "not much"), ("en", "not a lot"), ("sw", "si nyingi"), ("zh", "不多")],
)
def test_not_much_may_be_some(language: str, text: str) -> None:
    heard = say(until(interview(language), "has_debts"), text)
    assert isinstance(heard, Ambiguous) and [one.value for one in heard.candidates] == ["yes", "no"]


@pytest.mark.parametrize("text", ["没有，房子是自己的", "没有，就是有点紧", "没有，就是欠我哥一点"])
def test_the_shi_in_a_sentence_is_no_yes(text: str) -> None:
    assert isinstance(say(until(interview("zh"), "has_debts"), text), Ambiguous)


@pytest.mark.parametrize("text", ["sina deni ila nilikopa kwa kaka", "hapana ila duka"])
def test_a_debt_behind_a_no_is_asked(text: str) -> None:
    assert isinstance(say(until(interview("sw"), "has_debts"), text), Ambiguous)


@pytest.mark.parametrize(
    "text", ["no i dont, my shop makes 3000 a month", "i had 5000, paid 3000", "paid 3000 of 5000"]
)
def test_no_debt_is_made_of_what_is_none(text: str) -> None:
    talk = until(interview(), "has_debts")
    say(talk, text)
    assert "debts_total" not in proposed(talk) and talk.values().get("has_debts") != "no"


def test_ila_begins_another_thing() -> None:
    talk = until(interview("sw"), "has_debts")
    say(talk, "hapana ila nataka 10000")
    assert proposed(talk) == {"has_debts": "no", "amount": "10000"}


@pytest.mark.parametrize(
    ("language", "at", "text"),
    [
        ("sw", "has_debts", "nadaiwa benki 3000 na dukani 500"),
        ("en", "own_funds", "i owe the bank 3000 and the shop 500"),
        ("zh", "has_debts", "欠银行3000和商店500"),
    ],
)
def test_of_two_debts_neither_is_lost(language: str, at: str, text: str) -> None:
    heard = say(until(interview(language), at), text)
    told = heard.told if isinstance(heard, Accepted) else getattr(heard, "understood", None)
    assert told is not None and told.unplaced == ("3000", "500")
