"""What is told behind a yes to whether he owes is of the old debt, unless it is wanted, or plainly another thing."""

from __future__ import annotations

import pytest

from intake.interview import Accepted
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until

OF_THE_DEBT = [
    ("en", "yes i still have 2000 to pay", "2000"),
    ("en", "yes, i have 2000 debt", "2000"),
    ("en", "yes, i have to pay 2000", "2000"),
    ("en", "yes i need to pay 2000", "2000"),
    ("en", "yes, i have 1200 left to pay", "1200"),
    ("en", "yes, i have one, 3000", "3000"),
    ("en", "yes, 5000 loan", "5000"),
    ("en", "yes i borrow 5000 from the coop", "5000"),
    ("en", "yes, bank loan 2000, 6 months left", "2000"),
    ("en", "yes, 1000 from my sister, i pay it in december", "1000"),
    ("en", "yes i have, 6000 from the coop and the harvest will pay it", "6000"),
    ("sw", "ndiyo, nina 2000", "2000"),
    ("sw", "ndiyo, mkopo 5000 benki", "5000"),
    ("sw", "ndiyo, nahitaji kulipa 2000", "2000"),
    ("zh", "有，我有2000", "2000"),
    ("zh", "有，我要还2000", "2000"),
    ("zh", "有，贷了5000，还有6个月", "5000"),
    ("es", "sí, tengo 2000", "2000"),
    ("fr", "oui, j'ai un prêt de 2000", "2000"),
]


@pytest.mark.parametrize(("language", "text", "owed"), OF_THE_DEBT)
def test_a_sum_behind_the_yes_is_what_he_owes(language: str, text: str, owed: str) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.echo.value == "yes"
    assert proposed(talk) == {"debts_total": owed}


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "yes, i have 2000 of my own", {"own_funds": "2000"}),
        ("sw", "ndiyo, nina 2000 zangu", {"own_funds": "2000"}),
        ("en", "yes, 2000, and i have 40 goats", {"debts_total": "2000", "animals_have": "40"}),
        ("zh", "有，我想借9000", {"amount": "9000"}),
        ("en", "yes i owe 2000 and want to borrow 9000", {"debts_total": "2000", "amount": "9000"}),
        (
            "en",
            "yes i have a loan at the bank of 9000 and i need 10000 more",
            {"debts_total": "9000", "amount": "10000"},
        ),
        ("en", "yes, i have 3000 left, 300 a month", {"debts_total": "3000", "debts_month": "300"}),
    ],
)
def test_what_is_wanted_or_plainly_another_thing_is_not(
    language: str, text: str, told: dict[str, str]
) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.echo.value == "yes" and proposed(talk) == told


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "yes, bank loan 2000, 6 months left", "6 months"),
        ("en", "yes, 1000 from my sister, i pay it in december", "december"),
        ("sw", "ndiyo, nitalipa desemba", "desemba"),
        ("zh", "有，贷了5000，还有6个月", "6个月"),
    ],
)
def test_when_the_old_debt_ends_is_said_back(language: str, text: str, left: str) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.told is not None and heard.told.unplaced == (left,)
    assert {"first_payment", "term_months"}.isdisjoint(proposed(talk))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("sw", "hapana, nataka kujua zaidi kuhusu riba ya 2000"),
        ("en", "no, i want to know more about the 2000"),
        ("es", "no, quiero saber más de los 2000"),
    ],
)
def test_to_want_to_know_more_wants_no_sum(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Accepted) and heard.told is not None
    assert not proposed(talk) and heard.told.unplaced == ("2000",)
