"""A debt told at a question is proposed as a debt; help and claims are said back: none is the loan or his own."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Story
from tests.intake.interview.money_grammar import CLAIM, DEBT, HELP, Told, alone
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import answer_all, interview, say, until

EVERY = list(alone())
DEBTS = [told for told in EVERY if told.role == DEBT]
OTHERS = [told for told in EVERY if told.role in (HELP, CLAIM)]
YES = {"en": "yes, ", "zh": "有，", "sw": "ndiyo, "}


def _owed(language: str, at: str, text: str) -> dict[str, str]:
    """What is kept and proposed of his debts, and of all else."""
    talk = interview(language)
    if at == "end":
        answer_all(talk)
    else:
        until(talk, at)
    before = talk.values()
    say(talk, text)
    kept = {name: value for name, value in talk.values().items() if before.get(name) != value}
    return kept | proposed(talk)


@pytest.mark.parametrize("told", DEBTS, ids=lambda told: told.text)
def test_a_debt_told_bare_where_debts_are_asked_is_one(told: Told) -> None:
    assert _owed(told.language, "has_debts", told.text) == {"has_debts": "yes", "debts_total": "2000"}


@pytest.mark.parametrize("told", DEBTS, ids=lambda told: told.text)
def test_a_debt_told_behind_a_yes_is_one(told: Told) -> None:
    said = YES[told.language] + told.text
    assert _owed(told.language, "has_debts", said) == {"has_debts": "yes", "debts_total": "2000"}


@pytest.mark.parametrize("told", DEBTS, ids=lambda told: told.text)
@pytest.mark.parametrize("at", ["own_funds", "full_name", "end"])
def test_a_debt_told_elsewhere_is_proposed_as_one(told: Told, at: str) -> None:
    assert _owed(told.language, at, told.text) == {"has_debts": "yes", "debts_total": "2000"}


@pytest.mark.parametrize("told", OTHERS, ids=lambda told: told.text)
def test_what_others_give_or_owe_is_not_his_own_money(told: Told) -> None:
    talk = until(interview(told.language), "own_funds")
    heard = say(talk, told.text)
    assert isinstance(heard, Story) and any("2000" in words for words in heard.understood.unplaced)
    assert not proposed(talk) and "own_funds" not in talk.values()


@pytest.mark.parametrize("told", OTHERS, ids=lambda told: told.text)
def test_nor_is_it_a_debt_or_the_loan(told: Told) -> None:
    talk = until(interview(told.language), "has_debts")
    heard = say(talk, told.text)
    assert not proposed(talk) and talk.values()["amount"] == "8000" and "has_debts" not in talk.values()
    assert not isinstance(heard, Accepted)


@pytest.mark.parametrize(
    ("language", "text", "owed"),
    [
        ("zh", "没有，我哥借给我2000", {"has_debts": "yes", "debts_total": "2000"}),
        ("zh", "没有，信用社借给我2000", {"has_debts": "yes", "debts_total": "2000"}),
        ("en", "yes, i borrowed 5000 and still owe 2000", {"has_debts": "yes", "debts_total": "2000"}),
        ("en", "yes the bank 3000", {"has_debts": "yes", "debts_total": "3000"}),
        ("en", "yes the shop 500", {"has_debts": "yes", "debts_total": "500"}),
        ("en", "yes I borrowed 2000 from my brother", {"has_debts": "yes", "debts_total": "2000"}),
        ("sw", "ndiyo kaka yangu 2000", {"has_debts": "yes", "debts_total": "2000"}),
        ("zh", "有，还差2000没还完", {"has_debts": "yes", "debts_total": "2000"}),
        ("zh", "银行贷款3000", {"has_debts": "yes", "debts_total": "3000"}),
        ("sw", "nina mkopo wa 3000", {"has_debts": "yes", "debts_total": "3000"}),
    ],
)
def test_he_owns_to_a_debt_in_other_words(language: str, text: str, owed: dict[str, str]) -> None:
    assert _owed(language, "has_debts", text) == owed


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no, my brother lent me 2000 and i paid it back"),
        ("zh", "没有，我想了解一下2000的利息"),
    ],
)
def test_what_is_paid_or_asked_about_is_no_debt(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    heard = say(talk, text)
    assert isinstance(heard, Ambiguous | Accepted) and not proposed(talk)


def test_debts_without_a_sum_take_back_the_no_at_the_end() -> None:
    assert _owed("en", "end", "I have debts") == {"has_debts": "yes"}
