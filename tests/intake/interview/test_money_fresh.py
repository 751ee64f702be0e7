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


@pytest.mark.parametrize(("language", "text", "told", "left"), ASKED_OF_YOU + NO_DEBT + OF_LAST_YEAR)
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
        ("en", "own_funds", "i owe nothing and have 2000", {"own_funds": "2000"}),
        ("en", "own_funds", "no debts and 2000", {}),  # asked whether it is that
        ("en", "amount", "last year you gave me 5000, this year 7000", {"amount": "7000"}),
    ],
)
def test_each_sum_of_an_answer_too(language: str, at: str, text: str, told: dict[str, str]) -> None:
    talk = until(interview(language), at)
    say(talk, text)
    assert proposed(talk) == told
