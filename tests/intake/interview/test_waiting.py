"""While a change is proposed, words that answer the question that waits are proposed with it, and never lost."""

from __future__ import annotations

import pytest

from intake.interview import Interview, Understood, Which
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, until


def changing(language: str, at: str) -> Interview:
    talk = until(interview(language), at)
    talk.proposals.propose({"/data/amount": "9000"})
    return talk


@pytest.mark.parametrize(
    ("language", "at", "text", "value"),
    [
        ("en", "first_payment", "1 july", "2026-07-01"),
        ("en", "term_months", "12", "12"),
        ("en", "income_months", "june and july", "m06 m07"),
        ("en", "repayment", "at harvest", "at_harvest"),
        ("en", "has_debts", "i owe nothing", "no"),
        ("en", "phone", "13812345679", "+8613812345679"),
        ("sw", "first_payment", "1 Julai", "2026-07-01"),
        ("sw", "income_months", "Juni na Julai", "m06 m07"),
        ("zh", "first_payment", "7月1日", "2026-07-01"),
        ("zh", "term_months", "十二个月", "12"),
    ],
)
def test_the_answer_to_the_waiting_question_is_proposed_too(
    language: str, at: str, text: str, value: str
) -> None:
    talk = changing(language, at)
    talk.proposals.amend(text)
    assert proposed(talk) == {"amount": "9000", at: value}


@pytest.mark.parametrize(
    ("language", "at", "text"),
    [
        ("en", "full_name", "Amina Juma"),
        ("en", "full_name", "too much"),
        ("en", "remarks", "my wife helps me"),
        ("en", "remarks", "I did not say that"),
        ("sw", "full_name", "Amina Juma"),
        ("sw", "full_name", "nyingi sana"),
        ("zh", "full_name", "王五"),
        ("zh", "full_name", "太多了"),
    ],
)
def test_words_that_any_text_would_take_are_asked_about(language: str, at: str, text: str) -> None:
    talk = changing(language, at)
    which = talk.proposals.amend(text)
    assert isinstance(which, Which) and dict(which.values) == {f"/data/{at}": text}
    assert proposed(talk) == {"amount": "9000"}


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "my name is Amina Juma", "Amina Juma"),
        ("zh", "我叫王五", "王五"),
        ("sw", "jina langu ni Amina", "Amina"),
    ],
)
def test_what_is_led_to_the_question_is_proposed_too(language: str, text: str, name: str) -> None:
    talk = changing(language, "full_name")
    talk.proposals.amend(text)
    assert proposed(talk) == {"amount": "9000", "full_name": name}


def test_a_span_is_for_the_question_that_waits() -> None:
    talk = until(interview(), "experience_years")
    talk.proposals.propose({"/data/animals_buy": "14"})
    talk.proposals.amend("10 years")
    assert proposed(talk) == {"animals_buy": "14", "experience_years": "10"}


@pytest.mark.parametrize("text", ["5000", "about 5000"])
def test_a_bare_figure_that_may_be_for_both_is_asked(text: str) -> None:
    talk = changing("en", "income_month_good")
    which = talk.proposals.amend(text)
    assert isinstance(which, Which)
    assert dict(which.values) == {"/data/amount": "5000", "/data/income_month_good": "5000"}
    assert proposed(talk) == {"amount": "9000"}


@pytest.mark.parametrize(("text", "amount"), [("12000", "12000"), ("10k", "10000"), ("about 5000", "5000")])
def test_what_the_waiting_question_cannot_take_is_the_change(text: str, amount: str) -> None:
    talk = changing("en", "term_months")
    assert isinstance(talk.proposals.amend(text), Understood)
    assert proposed(talk) == {"amount": amount}


@pytest.mark.parametrize("at", ["income_month_good", "own_funds"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "wrong, 8500"),
        ("en", "i meant 8500"),
        ("en", "make 8500"),
        ("zh", "错了，8500"),
        ("zh", "我是说8500"),
        ("sw", "nilimaanisha 8500"),
        ("sw", "nimekosea, 8500"),
    ],
)
def test_what_was_meant_is_the_change(language: str, at: str, text: str) -> None:
    talk = changing(language, at)
    assert isinstance(talk.proposals.amend(text), Understood)
    assert proposed(talk) == {"amount": "8500"}


@pytest.mark.parametrize(
    ("text", "amount"), [("no, 5000", "5000"), ("make it 8500", "8500"), ("what is the interest?", "9000")]
)
def test_a_correction_or_a_question_is_no_answer(text: str, amount: str) -> None:
    talk = changing("en", "remarks" if text.endswith("?") else "income_month_good")
    talk.proposals.amend(text)
    assert proposed(talk) == {"amount": amount}


def test_what_may_be_several_things_is_asked_in_its_turn() -> None:
    talk = changing("en", "first_payment")
    told = talk.proposals.amend("in june or july")
    assert isinstance(told, Understood) and proposed(talk).get("amount") == "9000"
    assert told.unclear or "first_payment" in proposed(talk)
