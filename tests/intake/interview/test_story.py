"""One message in the farmer's own words fills what it answers; nothing counts until he says it is right."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from intake.interview import Accepted, Interview
from tests.intake.interview.world import LOCALE, asked, form, interview

GOATS = {"trade": "livestock", "animals": "goats", "animals_buy": "12", "amount": "8000", "own_funds": "3000"}
MARKET = {"first_payment": "2027-02-16"}
STORIES = [
    ("en", "I want 8000 to buy 12 goats, I have 3000 myself, can pay back after the new year market", GOATS | MARKET | {"purpose": "buy 12 goats"}),
    ("zh", "我想借8000元买12只羊，自己有3000，年集以后还", GOATS | MARKET | {"purpose": "买12只羊"}),
    ("sw", "Nataka 8000 kununua mbuzi 12, nina 3000 mwenyewe, nitalipa baada ya soko la mwaka mpya", GOATS | MARKET),
    ("es", "Quiero 8000 para comprar 12 cabras, tengo 3000 ahorrados, puedo pagar en diez meses", GOATS | {"term_months": "10"}),
    ("fr", "Je voudrais emprunter 8000 pour acheter 12 chèvres, j'ai 3000 à moi, je peux rembourser en 10 mois", GOATS | {"term_months": "10"}),
    ("hi", "मुझे 8000 चाहिए 12 बकरियां खरीदने के लिए, मेरे पास 3000 हैं, 10 महीने में चुका दूंगा", GOATS | {"term_months": "10"}),
    ("en", "I need 5 thousand for seed and fertiliser. I have 2000 saved. I can pay it back after harvest.",
     {"trade": "crop", "amount": "5000", "own_funds": "2000", "first_payment": "2026-11-01", "purpose": "seed and fertiliser"}),
    ("en", "I need 5000 for seed, I have 2000 saved, I pay it after harvest when the corn is sold", {"amount": "5000", "own_funds": "2000", "first_payment": "2026-11-01"}),
    ("zh", "需要两万块买猪，自己出八千，一年半还清", {"trade": "livestock", "animals": "pigs", "amount": "20000", "own_funds": "8000", "term_months": "18"}),
    ("sw", "Naomba mkopo wa elfu tano kununua mbegu. Nina elfu mbili zangu. Nitalipa baada ya mavuno.",
     {"trade": "crop", "amount": "5000", "own_funds": "2000", "first_payment": "2026-11-01"}),
    ("en", "My name is Amina Juma, I live in Goat Hill. I keep 30 goats and want to borrow 8k for 12 more goats and pay back in 10 months.",
     {"full_name": "Amina Juma", "village": "goat-hill", "animals_have": "30", "amount": "8000", "term_months": "10", "purpose": "12 more goats"}),
    ("en", "8000 for goats", {"amount": "8000", "animals": "goats", "trade": "livestock"}),
    ("en", "I owe 2000 to a neighbour and want 15000 for a truck", {"has_debts": "yes", "debts_total": "2000", "amount": "15000", "trade": "transport"}),
    ("en", "i want 8000 to by goats, have 3000 myself can pay bak after new year market", {"amount": "8000", "own_funds": "3000"} | MARKET),
    ("en", "8 thousand. goats. 10 months. own 2 thousand", {"amount": "8000", "own_funds": "2000", "term_months": "10", "animals": "goats"}),
    ("en", "15,000 to expand my fish pond, my own money is 5,000", {"amount": "15000", "own_funds": "5000", "trade": "aquaculture"}),
    ("zh", "我要买两头牛 差8000 自己手里有5千 一年还清", {"amount": "8000", "own_funds": "5000", "term_months": "12", "animals_buy": "2", "purpose": "买两头牛"}),
    ("zh", "贷款15000买拖拉机跑运输 自有资金7000 18个月", {"amount": "15000", "own_funds": "7000", "term_months": "18", "trade": "transport"}),
    ("zh", "家里养了30只鸡，想再买200只，要5000块，我有2000", {"amount": "5000", "own_funds": "2000", "animals_have": "30"}),
    ("sw", "naomba 5000 ya mbegu, yangu ni 1500, narudisha kwa mwaka mmoja", {"amount": "5000", "own_funds": "1500", "term_months": "12", "trade": "crop"}),
    ("zh", "我想借 8000养羊 自己 有 3000", {"amount": "8000", "own_funds": "3000"}),
    ("zh", "想借 15 000 养牛 10个月", {"amount": "15000", "term_months": "10"}),
    ("zh", "我想借8000元买12只羊，自己有4000，10个月还清，不知道要不要担保人", {"amount": "8000", "own_funds": "4000", "term_months": "10"}),
    ("zh", "借8000养羊，两年", {"amount": "8000", "term_months": "24"}),
    ("en", "8000 for goats. 1 year.", {"amount": "8000", "term_months": "12"}),
    ("en", "我想借8000元买12只羊", {"amount": "8000", "animals": "goats", "animals_buy": "12"}),
]  # fmt: skip


NOT_MONEY = [
    ("en", "I have 3 children and 500 trees", "own_funds"), ("zh", "我有一个孩子，我要养羊", "own_funds"), ("en", "I have been farming for 10 years and keep goats", "term_months"),
    ("en", "I am 45 years old, I want a loan for goats", "term_months"), ("en", "I want goats, call me on 13812345678", "amount"),
    ("en", "I have 200 sheep", "own_funds"), ("zh", "我有 120 袋化肥，想借8000养羊", "own_funds"), ("zh", "我有 300 多只鸡 想借 5000", "own_funds"),
    ("en", "8000 for goats. 1 year.", "experience_years"), ("en", "I want to buy two cows. each cost 4000", "amount"),
    ("en", "I want to buy corn and sell in town, 5000", "trade"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), NOT_MONEY)
def test_a_number_is_not_taken_for_what_it_is_not(language: str, text: str, name: str) -> None:
    assert name not in told(interview(language), text)


def told(talk: Interview, text: str) -> dict[str, str]:
    return {each.item.name: each.item.value for each in talk.proposals.hear(text).items}


@pytest.mark.parametrize(("language", "text", "expected"), STORIES)
def test_a_story_is_understood(language: str, text: str, expected: Mapping[str, str]) -> None:
    found = told(interview(language), text)
    assert found | expected == found


def test_nothing_counts_until_it_is_confirmed() -> None:
    talk = interview()
    told(talk, STORIES[0][1])
    assert talk.values() == {"consent": "OK"}
    talk.proposals.drop("/data/own_funds")
    results = talk.accept_story()
    assert all(isinstance(result, Accepted) for result in results)
    assert asked(talk) == "animals_have" and "own_funds" not in talk.values()


def test_what_was_said_is_not_asked_and_not_overwritten() -> None:
    talk = interview()
    told(talk, STORIES[0][1])
    talk.accept_story()
    assert "amount" not in told(talk, "I want 9000 to buy goats")
    assert talk.values()["amount"] == "8000"


def test_doubts_are_asked() -> None:
    talk = interview()
    understood = talk.proposals.hear("I want between 5 and 6 thousand to buy corn for my pigs")
    doubts = {doubt.path: [candidate.value for candidate in doubt.candidates] for doubt in understood.unclear}
    assert doubts["/data/amount"] == ["5000", "6000"]
    assert set(doubts["/data/trade"]) == {"crop", "livestock"}
    assert "amount" not in {each.item.name for each in understood.items}


def test_proposals_survive_a_restart() -> None:
    talk = interview()
    told(talk, STORIES[0][1])
    later = Interview.restore(form(), talk.save(), language="en", locale=LOCALE)
    assert {item.name for item in later.proposals.items()} >= {"amount", "own_funds"}
    later.accept_story(["/data/trade", "/data/amount"])
    assert later.values()["amount"] == "8000" and "own_funds" not in later.values()


class Pointer:
    """A chat model that quotes, and makes things up."""

    def read(self, text: str, questions: Mapping[str, str]) -> Mapping[str, str]:
        return {
            "/data/experience_years": "since ten years",
            "/data/living_costs_month": "900 yuan",
            "/data/goods": "honey at the bus stop",
            "/data/crop": "rice",
            "/data/amount": "99999",
            "/nowhere": "x",
        }


def test_a_model_may_only_point_at_the_farmers_words() -> None:
    talk = Interview.start(form(), language="en", locale=LOCALE, story_reader=Pointer())
    found = told(talk, "We need 900 yuan for food, and I have a stall with honey at the bus stop")
    assert found["goods"] == "honey at the bus stop" and found["trade"] == "trade"
    assert not {"crop", "experience_years"} & set(found)
    assert "living_costs_month" not in found and found.get("amount") != "99999"


class OutOfItsDepth:
    """A small model, as one was heard: the one word it is sure of, for every question."""

    def read(self, text: str, questions: Mapping[str, str]) -> Mapping[str, str]:
        return dict.fromkeys(questions, "goats")


def test_a_model_that_says_one_thing_to_everything_has_read_nothing() -> None:
    told_to = "My name is Amina Juma. My goats died in the flood and I need new ones, I live in Goat Hill"
    with_model = told(
        Interview.start(form(), language="en", locale=LOCALE, story_reader=OutOfItsDepth()), told_to
    )
    assert with_model == told(Interview.start(form(), language="en", locale=LOCALE), told_to)


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["en", "zh", "sw", "hi"]))
def test_no_story_breaks_it(text: str, language: str) -> None:
    talk = interview(language)
    talk.proposals.hear(text)
    talk.accept_story()
    assert asked(talk)


@pytest.mark.parametrize(
    "words",
    [
        "well, I want to borrow 5000",
        "oh well i need 5000",
        "I would like 5000, nothing else",
        "ok, well my need is 5000",
    ],
)
def test_words_that_mean_nothing_are_no_plan(words: str) -> None:
    talk = interview()
    talk.proposals.hear(words)
    assert {path.rpartition("/")[2] for path in talk.proposals.values} == {"amount"}


def test_a_well_is_one() -> None:
    talk = interview()
    talk.proposals.hear("well, I want 5000 to dig a well")
    assert talk.proposals.values["/data/works"] == "water_tank"


@pytest.mark.parametrize(
    ("language", "words", "months"),
    [
        ("en", "want 5000 for goats for 1 yr", "12"),
        ("en", "want to borrow 5000 for one year for goats", "12"),
        ("sw", "nataka 5000 kwa mwaka mmoja kununua mbuzi", "12"),
        ("zh", "借5000买羊一年", "12"),
        ("zh", "借5000，一年期，买羊", "12"),
        ("en", "i want 5000 for cows of 2 years", None),
        ("en", "want 5000 to buy 3 cows 2 years old", None),
        ("en", "I have kept goats for 5 years and want 5000", None),
    ],
)
def test_a_time_behind_the_sum_is_the_term(language: str, words: str, months: str | None) -> None:
    talk = interview(language)
    talk.proposals.hear(words)
    assert talk.proposals.values.get("/data/term_months") == months
