"""In a story: which of two sums is his own, whose phone it is, what it is for, how long he has only asked, what day."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Ambiguous, CommandKind
from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until

PLAN = (
    "purpose",
    "amount",
    "own_funds",
    "term_months",
    "first_payment",
    "phone",
    "animals_buy",
    "experience_years",
)


def heard(language: str, text: str) -> tuple[dict[str, str], tuple[str, ...]]:
    told = interview(language).proposals.hear(text)
    return {one.item.name: one.item.value for one in told.items if one.item.name in PLAN}, told.unplaced


@pytest.mark.parametrize(
    ("language", "text", "told", "left"),
    [
        # a sum that is his own by its words, and another
        ("en", "3000 mine 8000 for goats", {"purpose": "goats", "amount": "8000", "own_funds": "3000"}, ()),
        ("en", "8000 for goats 3000 mine", {"purpose": "goats", "amount": "8000", "own_funds": "3000"}, ()),
        ("zh", "牛9000 有4000", {"amount": "9000", "own_funds": "4000"}, ()),
        ("en", "amount 6000 own 1000 debts none", {"amount": "6000", "own_funds": "1000"}, ()),
        ("es", "tengo un préstamo de 2000 y quiero 8000", {"amount": "8000"}, ("2000",)),
        ("en", "I have 3 children and 500 trees", {}, ()),
        # of whom he borrows
        ("zh", "跟我哥借1000，再借5000买羊", {"purpose": "买羊", "amount": "5000"}, ("1000",)),
        ("zh", "我和我老婆借5000买羊", {"purpose": "买羊", "amount": "5000"}, ()),
        # whose phone
        ("en", "want 4000, my wife's phone 138 1234 5678", {"amount": "4000"}, ("13812345678",)),
        ("sw", "nataka 4000, simu ya mke wangu 13812345678", {"amount": "4000"}, ("13812345678",)),
        ("zh", "借4000，我老婆的电话13812345678", {"amount": "4000"}, ("13812345678",)),
        ("zh", "借4000，我和我老婆养羊，电话13812345678", {"purpose": "养羊", "amount": "4000", "phone": "+8613812345678"}, ()),
        # what for
        ("en", "bought 3 goats for 1500 last month need 8000 for more", {"amount": "8000"}, ("1500", "3 goats")),
        ("en", "bought 3 goats for 1500 last month need 8000 for seeds", {"purpose": "seeds", "amount": "8000"}, ("1500",)),
        ("en", "need 8000 for 1500 bricks", {"purpose": "1500 bricks", "amount": "8000"}, ()),
        ("en", "need 8000 for 2 years for goats", {"purpose": "goats", "amount": "8000", "term_months": "24"}, ()),
        ("sw", "kwa mbuzi 12 na nitarudisha", {"purpose": "mbuzi 12", "animals_buy": "12"}, ()),
        ("sw", "nataka 6000 kwa mbuzi 10 kwa miezi 10", {"purpose": "mbuzi 10", "animals_buy": "10", "amount": "6000", "term_months": "10"}, ()),
        ("en", "i paid 900 for my rent, need 4000", {"amount": "4000"}, ("900",)),
        ("zh", "我买了5只羊，想再买10只，借5000", {"purpose": "买10只", "amount": "5000", "animals_buy": "10"}, ("5只羊",)),
        # no word is lost
        ("en", "loan 1500 chicks 6000", {"amount": "6000"}, ("1500 chicks",)),
        ("en", "savings 2000 loan 8000", {"amount": "8000", "own_funds": "2000"}, ()),
        ("en", "i have to pay 2000 for the loan of last year, need 8000", {"amount": "8000"}, ("2000",)),
        ("en", "i must pay rent 600 each month, need 8000", {"amount": "8000"}, ("600",)),
        ("en", "my guarantor is John 13912345678, need 6000", {"amount": "6000"}, ("13912345678", "John")),
        ("en", "guarantor's phone 13912345678, need 6000", {"amount": "6000"}, ("13912345678",)),
        # when
        ("en", "i want to start a shop in 3 months, need 8000", {"purpose": "start a shop in 3 months", "amount": "8000"}, ()),
        ("en", "need 8000 for goats payable in december", {"purpose": "goats", "amount": "8000", "first_payment": "2026-12-01"}, ()),
        ("zh", "借一万，五月还500", {"amount": "10000", "first_payment": "2026-05-01"}, ("500",)),
        # how long he has only asked
        ("en", "we have been asking for a loan for 2 years", {}, ("have been asking for a loan for 2 years",)),
        ("zh", "申请贷款申请了两年", {}, ("申请了两年",)),
        ("sw", "tumekuwa tukiomba mkopo kwa miaka 2", {}, ("tumekuwa tukiomba mkopo kwa miaka 2",)),
        ("en", "i want to borrow 8000 for 2 years", {"amount": "8000", "term_months": "24"}, ()),
    ],
)  # fmt: skip
def test_each_word_has_its_place(
    language: str, text: str, told: dict[str, str], left: tuple[str, ...]
) -> None:
    assert heard(language, text) == (told, left)


def test_a_digit_that_two_may_have_gives_no_day() -> None:
    told = interview("zh").proposals.hear("借一万五月还500")
    assert [one.item.name for one in told.items] == [] and set(told.unplaced) == {"500", "五月还"}
    assert [[one.value for one in doubt.candidates] for doubt in told.unclear] == [["10000", "15000"]]


def test_what_kin_lend_is_not_the_loan() -> None:
    talk = until(interview("zh"), "own_funds")
    told = say(talk, "手头2000，亲戚借1000")
    assert isinstance(told, Ambiguous) and proposed(talk) == {}


@pytest.mark.parametrize("text", ["五月十五还500", "五月还500"])
def test_a_bare_sum_is_for_the_loan_or_what_is_asked(text: str) -> None:
    talk = until(interview("zh"), "first_payment")
    say(talk, text)
    assert not {"income_month_good", "own_funds"} & proposed(talk).keys()


@pytest.mark.parametrize(
    "text", ["badilisha kiasi 9000", "badilisha kiasi kuwa 9000", "rekebisha kiasi hadi 9000"]
)
def test_an_answer_is_named_with_what_it_shall_be(text: str) -> None:
    command = until(interview("sw"), "term_months").command(text)
    assert command is not None and command.kind is CommandKind.CHANGE
    assert (command.path, command.rest) == ("/data/amount", "9000")
