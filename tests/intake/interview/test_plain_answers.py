"""Plain answers in which a figure is none of what is asked: "not even one", "pay once", "I kept them five years"."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Refused
from tests.intake.interview.world import interview, say, until


@pytest.mark.parametrize(
    ("language", "question", "text", "value"),
    [
        ("sw", "animals_have", "bado sina ng'ombe hata mmoja", "0"),
        ("sw", "animals_have", "hatuna mbuzi hata mmoja", "0"),
        ("sw", "own_funds", "sina pesa hata kidogo", "0"),
        ("sw", "animals_have", "mbuzi kumi na wawili", "12"),
        ("en", "term_months", "maybe year and half", "18"),
        ("en", "term_months", "2 years and half", "30"),
        ("zh", "term_months", "10月", "10"),
        ("zh", "repayment", "一次还", "at_harvest"),
        ("en", "repayment", "when we sold the kids", "at_harvest"),
        ("zh", "own_funds", "一次给2000", "2000"),
    ],
)
def test_it_is_read(language: str, question: str, text: str, value: str) -> None:
    heard = say(until(interview(language), question), text)
    assert isinstance(heard, Accepted) and heard.echo.value == value


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [("sw", "animals_have", "nimefuga miaka mitano"), ("zh", "own_funds", "卖羊的时候一次还")],
)
def test_a_time_or_a_way_is_no_figure(language: str, question: str, text: str) -> None:
    assert isinstance(say(until(interview(language), question), text), Refused)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("zh", "2027年10月"),
        ("en", "october 2027"),
        ("en", "until october next year"),
        ("sw", "hadi oktoba mwaka ujao"),
    ],
)
def test_a_month_in_place_of_how_long_is_asked_about(language: str, text: str) -> None:
    heard = say(until(interview(language), "term_months"), text)
    assert isinstance(heard, Ambiguous) and [str(one.value) for one in heard.candidates] == ["19"]


@pytest.mark.parametrize(
    ("text", "count", "amount"),
    [
        (
            "nataka mkopo wa kununua ngombe wawili elfu ishirini na tano, yangu elfu kumi na mbili, miezi 12",
            "2",
            "25000",
        ),
        ("kununua mbuzi watatu elfu kumi na tano, miaka miwili", "3", "15000"),
        ("nataka kukopa elfu tano kununua kuku mia moja", "100", "5000"),
        ("nataka mkopo wa elfu tatu kununua mbuzi wawili", "2", "3000"),
    ],
)
def test_a_swahili_count_is_no_number_of_thousands(text: str, count: str, amount: str) -> None:
    found = interview("sw").proposals.hear(text)
    told = {one.item.name: one.item.value for one in found.items}
    assert (told["animals_buy"], told["amount"]) == (count, amount) and not found.unplaced
