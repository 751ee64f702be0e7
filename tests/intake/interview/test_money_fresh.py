"""Whose money a sum is, in a farmer's fresh words: asked of you, denied as a debt, given last year."""

from __future__ import annotations

import pytest

from tests.intake.interview.test_amending import proposed
from tests.intake.interview.world import interview, say, until

MONEY = ("amount", "own_funds", "has_debts", "debts_total")
Row = tuple[str, str, dict[str, str], tuple[str, ...]]

ASKED_OF_YOU: list[Row] = [
    ("zh", "跟你们借8000", {"amount": "8000"}, ()),
    ("zh", "我再向你们借5000", {"amount": "5000"}, ()),
    ("zh", "我还要跟你们借5000", {"amount": "5000"}, ()),
    ("zh", "向银行借5000买羊", {"amount": "5000"}, ()),
    ("zh", "打算跟银行借5000买羊", {"amount": "5000"}, ()),
    ("zh", "我从你们这里借5000买羊", {"amount": "5000"}, ()),
    ("zh", "邻居愿意借我2000，还要向你们借6000", {"amount": "6000"}, ("2000",)),
]
NO_DEBT: list[Row] = [
    ("en", "amount 6000 own 1000 term 8 months debts none", {"amount": "6000", "own_funds": "1000"}, ()),
    ("en", "amount 6000 own 1000 no debts", {"amount": "6000", "own_funds": "1000"}, ()),
    ("en", "i don't owe anything and have 2000, want 8000", {"amount": "8000", "own_funds": "2000"}, ()),
    ("en", "no debt and have 2000, want 8000", {"amount": "8000", "own_funds": "2000"}, ()),
    ("en", "no debts own 2000 want 8000", {"amount": "8000", "own_funds": "2000"}, ()),
]
OF_LAST_YEAR: list[Row] = [
    ("en", "you gave me 5000 last year. I want 7000 this year", {"amount": "7000"}, ()),
    ("en", "you lent me 5000 last year. I want 7000 this year", {"amount": "7000"}, ()),
    ("en", "I got 5000 from the bank last year. I need 8000 now.", {"amount": "8000"}, ()),
    ("en", "i got 5000 from the sacco last season and paid back, need 8000", {"amount": "8000"}, ()),
]
RUN_TOGETHER: list[Row] = [
    ("en", "goats 8000 mine 3000 12 months", {"amount": "8000", "own_funds": "3000"}, ()),
    ("en", "maize 8000 mine 2000", {"amount": "8000", "own_funds": "2000"}, ()),
    ("sw", "mbuzi 8000 zangu 3000 miezi 12", {"amount": "8000", "own_funds": "3000"}, ()),
    ("en", "tractor 30000 savings 10000", {"amount": "30000", "own_funds": "10000"}, ()),
    ("en", "i have 3000 savings 8000 needed", {"amount": "8000", "own_funds": "3000"}, ()),
]
OWED = {"has_debts": "yes"}
STILL_OWED: list[Row] = [
    (
        "en",
        "I still owe the bank 2000 from last year's loan. I need 8000.",
        OWED | {"amount": "8000", "debts_total": "2000"},
        (),
    ),
    (
        "en",
        "I borrowed 10000 from the bank last year and still owe 4000. Now I need 15000",
        OWED | {"amount": "15000", "debts_total": "4000"},
        (),
    ),
    (
        "en",
        "I still owe 2000 from last year, need 8000",
        OWED | {"amount": "8000", "debts_total": "2000"},
        (),
    ),
    ("en", "I owed 2000 last year, need 8000", {"amount": "8000"}, ()),
]
COSTS: list[Row] = [
    ("zh", "想借8000养羊，银行里有2000", {"amount": "8000", "own_funds": "2000"}, ()),
    ("zh", "羊要12000，我只有3000", {"own_funds": "3000"}, ("12000",)),
    ("en", "i have to pay 900 school fees, want 8000", {"amount": "8000"}, ("900",)),
]


@pytest.mark.parametrize(
    ("language", "text", "told", "left"),
    ASKED_OF_YOU + NO_DEBT + OF_LAST_YEAR + RUN_TOGETHER + STILL_OWED + COSTS,
)
def test_each_sum_of_a_story_is_what_its_words_make_it(
    language: str, text: str, told: dict[str, str], left: tuple[str, ...]
) -> None:
    heard = interview(language).proposals.hear(text)
    values = {one.item.name: one.item.value for one in heard.items if one.item.name in MONEY}
    assert (values, heard.unplaced) == (told, left)


@pytest.mark.parametrize(
    ("language", "at", "text", "told"),
    [
        ("zh", "amount", "向你们借5000", {"amount": "5000"}),
        ("zh", "amount", "跟你们借5000", {"amount": "5000"}),
        ("zh", "own_funds", "信用社存了2000", {"own_funds": "2000"}),
        ("zh", "amount", "银行里有2000", {"own_funds": "2000"}),
        ("en", "own_funds", "i owe nothing and have 2000", {"own_funds": "2000"}),
        ("en", "own_funds", "no debts and 2000", {}),  # asked whether it is that
        ("en", "amount", "last year you gave me 5000, this year 7000", {"amount": "7000"}),
        ("en", "has_debts", "i paid the 5000 last year", {}),
        ("en", "has_debts", "5000 last year but all paid", {}),
        ("en", "has_debts", "yes i have to pay 2000 for the loan", {"debts_total": "2000"}),
        ("en", "amount", "i have to pay 9000 for the goats", {}),  # asked whether it is that
    ],
)
def test_each_sum_of_an_answer_too(language: str, at: str, text: str, told: dict[str, str]) -> None:
    talk = until(interview(language), at)
    say(talk, text)
    assert proposed(talk) == told
