"""What a farmer denies is never taken for what he chose, in a list of several, of one, or in a story."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Heard, Refused, Story
from tests.intake.interview.world import asked, interview, say, until

BIG = {
    "amount": "60000", "guarantor_name": "Hassan Ali", "guarantor_phone": "+8613912345678",
    "guarantor_relation": "friend", "collateral": "a house",
}  # fmt: skip
YEAR = tuple(f"m{month:02}" for month in range(1, 13))


def offered(heard: Heard) -> list[str]:
    """What is asked about, or proposed; empty where it is asked again."""
    if isinstance(heard, Story):
        return [one.item.value for one in heard.understood.items]
    assert isinstance(heard, Ambiguous | Refused), heard
    return [str(one.value) for one in heard.candidates] if isinstance(heard, Ambiguous) else []


@pytest.mark.parametrize(
    ("language", "text", "out"),
    [
        ("en", "every month except may", "m05"), ("en", "all year excpt may and june", "m05 m06"), ("en", "every month but may", "m05"),
        ("en", "all year except june to august", "m06 m07 m08"), ("en", "whole year, no may", "m05"), ("en", "all months apart from january", "m01"),
        ("zh", "除了五月每个月都有", "m05"), ("zh", "五月除外都有", "m05"), ("zh", "每个月都有，除了1月和2月", "m01 m02"),
        ("sw", "kila mwezi isipokuwa mei", "m05"), ("sw", "miezi yote ila mei na juni", "m05 m06"),
    ],
)  # fmt: skip
def test_all_but_one_is_offered(language: str, text: str, out: str) -> None:
    heard = say(until(interview(language), "income_months"), text)
    assert offered(heard) == [" ".join(month for month in YEAR if month not in out.split())]


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "october not september", "m10"), ("en", "not may, june", "m06"), ("en", "not june but july", "m07"),
        ("zh", "不是五月是六月", "m06"), ("zh", "五月没有，六月有", "m06"), ("zh", "五月不行，九月十月好", "m09 m10"),
        ("sw", "juni si mei", "m06"), ("sw", "mei hapana, juni ndiyo", "m06"),
    ],
)  # fmt: skip
def test_what_is_left_beside_a_denial_is_asked(language: str, text: str, left: str) -> None:
    assert offered(say(until(interview(language), "income_months"), text)) == [left]


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "income_months", "not in may"), ("en", "income_months", "in may we dont earn"), ("sw", "income_months", "sipati pesa mei"),
        ("zh", "income_months", "五月没有"), ("en", "guarantor_relation", "he is not my relative"), ("zh", "guarantor_relation", "不是亲戚"),
        ("sw", "guarantor_relation", "si ndugu yangu"), ("en", "animals", "no cows"), ("en", "animals", "i dont keep cows"),
        ("zh", "animals", "不养牛"), ("sw", "animals", "si ng'ombe"), ("sw", "animals", "sifugi ng'ombe"), ("en", "animals", "no chickens"),
        ("es", "animals", "no vacas"), ("fr", "animals", "pas de vaches"), ("hi", "animals", "गाय नहीं"),
    ],
)  # fmt: skip
def test_what_is_only_denied_is_asked_again(language: str, question: str, text: str) -> None:
    assert offered(say(until(interview(language), question, **BIG), text)) == []


@pytest.mark.parametrize(
    ("language", "question", "text", "left"),
    [
        ("en", "animals", "goats no cows", "goats"), ("en", "animals", "not cows, goats", "goats"), ("zh", "animals", "不是牛，是羊", "goats"),
        ("zh", "animals", "不养牛养羊", "goats"), ("sw", "animals", "si ng'ombe, ni mbuzi", "goats"),
        ("en", "guarantor_relation", "hes not my relative he is a friend", "friend"), ("sw", "guarantor_relation", "si ndugu ni rafiki", "friend"),
        ("zh", "guarantor_relation", "不是亲戚，是邻居", "neighbour"), ("en", "village", "Goat Hill not Willow Bend", "goat-hill"),
    ],
)  # fmt: skip
def test_of_one_choice_what_is_left_is_offered(language: str, question: str, text: str, left: str) -> None:
    assert offered(say(until(interview(language), question, **BIG), text)) == [left]


@pytest.mark.parametrize(
    ("language", "question", "text", "value"),
    [
        ("en", "animals", "no, goats", "goats"), ("en", "animals", "nothing but goats", "goats"), ("zh", "animals", "羊养得不错", "goats"),
        ("zh", "guarantor_relation", "别家的亲戚", "relative"), ("en", "income_months", "not only september, october too", "m09 m10"),
        ("zh", "income_months", "六月和七月不错", "m06 m07"), ("en", "income_months", "september, october, no more", "m09 m10"),
    ],
)  # fmt: skip
def test_words_that_only_look_like_a_denial(language: str, question: str, text: str, value: str) -> None:
    heard = say(until(interview(language), question, **BIG), text)
    assert isinstance(heard, Accepted) and heard.echo.value == value


def test_a_story_does_not_choose_what_it_denies() -> None:
    told = interview().proposals.hear("I have no cows, I want 8000 to buy 12 goats")
    assert {one.item.name: one.item.value for one in told.items}["animals"] == "goats"


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "october, a bit in march", "m10 m03"), ("en", "march to may and september", "m03 m04 m05 m09"), ("en", "between march and may", "m03 m04 m05"),
        ("en", "september, october or a little later", "m09 m10"), ("sw", "machi au juni", "m03 m06"), ("es", "marzo a mayo", "m03 m04 m05"),
        ("en", "it may be october", "m10"), ("en", "nov - jan", "m11 m12 m01"),
    ],
)  # fmt: skip
def test_a_range_stands_between_two(language: str, text: str, months: str) -> None:
    heard = say(until(interview(language), "income_months"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == months


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("zh", "9月和10月", "m09 m10"), ("zh", "9到12月", "m09 m10 m11 m12"), ("zh", "9、10月", "m09 m10"), ("zh", "9 10月", "m09 m10"),
        ("zh", "9月、10", "m09 m10"), ("zh", "12月", "m12"), ("zh", "9月到次年1月", "m09 m10 m11 m12 m01"), ("zh", "九月到十一月", "m09 m10 m11"),
        ("sw", "mwezi wa 10", "m10"), ("sw", "mwezi wa tisa hadi wa kumi", "m09 m10"), ("sw", "mwezi wa 9 na 10", "m09 m10"),
        ("sw", "Sept-Okt", "m09 m10"), ("sw", "Okt, Nov", "m10 m11"), ("sw", "des na jan", "m12 m01"), ("en", "Sept-Okt", "m09 m10"),
        ("en", "month 9 and 10", "m09 m10"), ("en", "Sep/Oct/Nov", "m09 m10 m11"),
    ],
)  # fmt: skip
def test_months_in_figures_and_shortened(language: str, text: str, months: str) -> None:
    heard = say(until(interview(language), "income_months"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == months


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [
        ("en", "9 and 10", "m09 m10"), ("zh", "9-12", "m09 m10 m11 m12"), ("sw", "9 na 10", "m09 m10"), ("en", "9,10,11", "m09 m10 m11"),
        ("sw", "mwezi wa tisa na 10", "m09 m10"), ("en", "octobr, nov", "m10 m11"), ("en", "Septembr and Octobber", "m09 m10"),
    ],
)  # fmt: skip
def test_bare_figures_and_slips_among_months_are_asked(language: str, text: str, months: str) -> None:
    assert offered(say(until(interview(language), "income_months"), text)) == [months]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "3 months"), ("en", "2 or 3 months"), ("sw", "miezi 3"), ("zh", "三个月"), ("en", "none")],
)
def test_how_many_months_are_no_months(language: str, text: str) -> None:
    assert offered(say(until(interview(language), "income_months"), text)) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no, only family"),
        ("en", "no but i still owe the shop"),
        ("en", "not in debt but borrowed from brother"),
        ("sw", "hapana ila duka"),
        ("sw", "sina deni ila nilikopa kwa kaka"),
        ("zh", "不欠，只是我哥给了点"),
    ],
)
def test_a_no_that_is_taken_back_in_part_is_asked(language: str, text: str) -> None:
    assert offered(say(until(interview(language), "has_debts"), text)) == ["yes", "no"]


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "no debts at all"), ("en", "nothing, just fine"), ("sw", "sina deni"), ("zh", "没有欠债")],
)
def test_a_plain_no_is_not_asked(language: str, text: str) -> None:
    heard = say(until(interview(language), "has_debts"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == "no"


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "near goat hill"), ("en", "next to the Goat Hill"), ("sw", "karibu na Kilima cha Mbuzi"), ("zh", "羊坡村旁边")],
)  # fmt: skip
def test_who_lives_near_a_village_is_asked(language: str, text: str) -> None:
    talk = until(interview(language), "village")
    assert not isinstance(say(talk, text), Accepted) and asked(talk) == "village"


def test_what_is_wanted_instead_is_heard_in_swahili() -> None:
    talk = until(interview("sw"), "animals", purpose="kufuga")
    say(talk, "sitaki ng'ombe nataka mbuzi")
    assert talk.proposals.values == {"/data/animals": "goats"}
