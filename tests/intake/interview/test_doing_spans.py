"""How long he has done, lived or been something is never the loan's term: it is his experience, or said back."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import pytest

from tests.intake.interview.world import interview

TERM, YEARS = "term_months", "experience_years"
TOLD = [
    ("en", "I have kept goats for 2 years in Goat Hill. I want 8000 to buy 12 goats, pay back in 12 months", {TERM: "12", YEARS: "2"}),
    ("en", "I have kept chickens for 10 years in Goat Hill. I need 4000 for 50 hens", {YEARS: "10"}),
    ("en", "I am a tailor for 8 years. I want 7000 to buy a sewing machine, in 12 months", {TERM: "12", YEARS: "8"}),
    ("en", "We have been married for 5 years and need 5000 for a cow, 12 months", {TERM: "12"}),
    ("en", "I have lived here for 6 years. I want 10000 to repair my roof within 24 months", {TERM: "24"}),
    ("en", "I have 10 years of experience with goats, need 5000 for 8 goats, 12 months", {TERM: "12", YEARS: "10"}),
    ("en", "Farming for 7 years, I need 5000 for seed", {YEARS: "7"}),
    ("zh", "我养羊十年了，想借8000买12只羊，12个月还", {TERM: "12", YEARS: "10"}),
    ("zh", "我种玉米二十年了，想借5000买化肥，10个月", {TERM: "10", YEARS: "20"}),
    ("zh", "我做裁缝八年了，想借7000买缝纫机，一年还清", {TERM: "12", YEARS: "8"}),
    ("zh", "我在这里住了8年，想借10000修房子，两年还", {TERM: "24"}),
    ("sw", "nimefuga mbuzi miaka 10. nataka 8000 kununua mbuzi 12, nitalipa kwa miezi 12", {TERM: "12", YEARS: "10"}),
    ("sw", "Nimelima mahindi miaka 6. Nahitaji 5000 kununua mbegu na mbolea, miezi 10", {TERM: "10", YEARS: "6"}),
    ("sw", "Mimi ni fundi cherehani miaka 8. Nataka 7000 kununua cherehani, miezi 12", {TERM: "12", YEARS: "8"}),
    ("zh", "养猪8年了想借2万买饲料分12个月还", {TERM: "12", YEARS: "8"}),
    ("en", "My husband has been sick for 2 years. I want 5000 to buy hens, repay in 10 months", {TERM: "10"}),
    ("en", "I weave baskets for 12 years and sell in town. Need 2000 for reeds, 6 months", {TERM: "6", YEARS: "12"}),
    ("zh", "我丈夫病了两年，想借5000买鸡，10个月还", {TERM: "10"}),
    # What is wanted for so long is the term.
    ("en", "I want 8000 to keep goats for 2 years", {TERM: "24"}),
    ("en", "I keep goats and want to borrow 8000 for 2 years", {TERM: "24"}),
    ("en", "I need a loan of 8000 for raising goats for 18 months", {TERM: "18"}),
    ("zh", "借8000养羊，两年还清", {TERM: "24"}),
    ("zh", "我养羊，想借8000用两年", {TERM: "24"}),
    ("sw", "Nafuga mbuzi, nataka mkopo wa 8000 kwa miezi 12", {TERM: "12"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), TOLD)
def test_a_span_of_doing_is_experience_and_no_term(
    language: str, text: str, expected: dict[str, str]
) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert {name: value for name, value in found.items() if name in (TERM, YEARS)} == expected


def test_a_span_of_living_is_said_back_with_its_words() -> None:
    told = interview("en").proposals.hear("I have lived here for 6 years. I want 5000 for 8 goats, 12 months")
    assert told.unplaced == ("lived here for 6 years",)


def test_the_end_of_years_is_no_rupees() -> None:
    told = interview("en").proposals.hear(
        "We have been married for 15 years and have 3 children. I need 5000 for a cow"
    )
    assert "own_funds" not in {one.item.name for one in told.items}


RETURNED = [
    ("en", "i want to borrow 8000 for 12 goats and return it in one year", "12 goats"),
    ("en", "i want 8000 to buy 12 goats and give it back in 12 months", "buy 12 goats"),
    ("sw", "nataka 8000 kununua mbuzi 12 na kuirudisha baada ya miezi 12", "kununua mbuzi 12"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), RETURNED)
def test_giving_it_back_is_no_purpose(language: str, text: str, expected: str) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert (found["purpose"], found["term_months"]) == (expected, "12")
