"""Short answers as they are typed: a nought with a word behind it, a debt denied with a slip, a no but for one."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous
from tests.intake.interview.world import asked, interview, say, until

OWING = {"has_debts": "yes", "debts_total": "2000"}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "nothing realy"),
        ("en", "nothing really"),
        ("en", "nothin"),
        ("en", "none for now"),
        ("en", "dont pay monthly"),
        ("en", "i don't pay every month"),
        ("zh", "没有每月还"),
        ("sw", "silipi kila mwezi"),
        ("sw", "sina kitu kwa sasa"),
    ],
)
def test_it_is_none(language: str, text: str) -> None:
    talk = until(interview(language), "debts_month", **OWING)
    assert isinstance(say(talk, text), Accepted), text
    assert talk.values()["debts_month"] == "0"


@pytest.mark.parametrize("text", ["not really much", "no goats really", "nothing but 500"])
def test_it_is_not(text: str) -> None:
    talk = until(interview(), "debts_month", **OWING)
    assert not (isinstance(say(talk, text), Accepted) and talk.values()["debts_month"] == "0")


@pytest.mark.parametrize(
    "text", ["i dont ow", "dont ow anybdy", "i dont owe anybdy", "dont owe", "i do not ow any one"]
)
def test_a_debt_denied_with_a_slip_is_no_doubt(text: str) -> None:
    talk = until(interview(), "has_debts")
    heard = say(talk, text)
    if isinstance(heard, Ambiguous):
        assert [one.value for one in heard.candidates] == ["no"]
    else:
        assert isinstance(heard, Accepted) and talk.values()["has_debts"] == "no"


@pytest.mark.parametrize("name", ["has_debts", "staff_related"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sw", "hapana, kaka tu"),
        ("sw", "hapana kaka yangu tu"),
        ("sw", "sina, ndugu mmoja tu"),
        ("en", "no, my brother only"),
        ("en", "no brother only"),
    ],
)
def test_a_no_with_an_exception_is_asked(language: str, text: str, name: str) -> None:
    talk = until(interview(language), name)
    heard = say(talk, text)
    assert isinstance(heard, Ambiguous) and {one.value for one in heard.candidates} == {"yes", "no"}
    assert asked(talk) == name


@pytest.mark.parametrize(
    ("language", "text"), [("sw", "hapana tu"), ("sw", "hapana kabisa"), ("en", "no thanks"), ("en", "no")]
)
def test_a_plain_no_is_one(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    assert isinstance(say(talk, text), Accepted) and talk.values()["has_debts"] == "no"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no, i paid it all in 2023"),
        ("en", "no i paid 2000 back"),
        ("en", "no, i owed 2000 last year"),
        ("en", "no, my brother owes me 500"),
        ("en", "no, i dont owe 100"),
        ("en", "no I have 0"),
        ("en", "no one"),
        ("en", "no debts, i have 30 goats"),
        ("en", "no. 12 months is good"),
        ("en", "no debt for 3 years"),
        ("zh", "不欠，一百块都不欠"),
        ("zh", "没有，2023年还清了"),
        ("sw", "hapana, nina mbuzi 20"),
        ("sw", "hapana, sidaiwi hata 100"),
        ("sw", "hapana, nilimaliza mwaka 2023"),
    ],
)
def test_a_no_beside_what_nobody_owes_is_one(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    assert isinstance(say(talk, text), Accepted) and talk.values()["has_debts"] == "no"


@pytest.mark.parametrize("text", ["no, just 500", "no debt, just 900", "no 2000", "hapana, nadaiwa 900"])
def test_a_no_beside_a_sum_is_asked(text: str) -> None:
    talk = until(interview("sw" if "hapana" in text else "en"), "has_debts")
    assert not isinstance(say(talk, text), Accepted) and asked(talk) == "has_debts"
    assert talk.proposals.values["/data/has_debts"] == "yes"


@pytest.mark.parametrize("text", ["no, never in 20 years", "no, 0", "no 9000"])
def test_a_figure_makes_no_yes_of_a_no_that_leads_to_no_sum(text: str) -> None:
    talk = until(interview(), "staff_related")
    heard = say(talk, text)
    assert isinstance(heard, Ambiguous) and [one.value for one in heard.candidates] == ["no"]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("干了20年了", "20"),
        ("我干了二十年了", "20"),
        ("养了5年了", "5"),
        ("有8年了", "8"),
        ("三年了", "3"),
        ("干了两年啦", "2"),
    ],
)
def test_years_are_told_with_their_particle(text: str, years: str) -> None:
    talk = until(interview("zh"), "experience_years")
    assert isinstance(say(talk, text), Accepted), text
    assert talk.values()["experience_years"] == years


@pytest.mark.parametrize("text", ["快20年了", "20多年了", "干了几年了"])
def test_years_that_are_about_are_asked(text: str) -> None:
    talk = until(interview("zh"), "experience_years")
    assert not isinstance(say(talk, text), Accepted)
