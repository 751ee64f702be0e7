"""Months that are not named one by one, years since one, and shares that are no sums."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Refused
from tests.intake.interview.world import interview, say, until

ALL = " ".join(f"m{month:02}" for month in range(1, 13))


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "all year", ALL), ("en", "every month the same", ALL), ("zh", "全年", ALL), ("zh", "每个月都差不多", ALL),
        ("sw", "mwaka mzima", ALL), ("sw", "kila mwezi", ALL), ("en", "at harvest", "m09 m10"), ("zh", "秋收的时候", "m09 m10"),
        ("sw", "wakati wa mavuno", "m09 m10"), ("en", "wheat harvest and sept", "m09"),
    ],
)  # fmt: skip
def test_months_told_with_one_word(language: str, text: str, months: str) -> None:
    heard = say(until(interview(language), "income_months"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == months


@pytest.mark.parametrize("text", ["all year except may", "not every month", "it depends"])
def test_what_names_no_months_is_asked_again(text: str) -> None:
    heard = say(until(interview("en"), "income_months"), text)
    assert not isinstance(heard, Accepted) or heard.echo.value != ALL


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "since 2015"), ("sw", "tangu 2015"), ("zh", "2015年开始"), ("zh", "从2015年就养了")],
)
def test_years_since_one_are_reckoned_and_asked(language: str, text: str) -> None:
    heard = say(until(interview(language), "experience_years"), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == ["11"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "a third"), ("en", "half"), ("en", "1/3"), ("zh", "不一定"), ("zh", "一般"), ("zh", "一半")],
)
def test_a_share_or_a_word_with_a_numeral_in_it_is_no_sum(language: str, text: str) -> None:
    assert isinstance(say(until(interview(language), "own_funds"), text), Refused)


@pytest.mark.parametrize(
    ("language", "text", "trade"), [("en", "a taxi motorbike", "transport"), ("zh", "做豆腐", "processing")]
)
def test_ordinary_trades_are_known(language: str, text: str, trade: str) -> None:
    heard = say(until(interview(language), "trade"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == trade
