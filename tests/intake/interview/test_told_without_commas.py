"""A story without commas: the time, the start and the sum have their questions, and leave the purpose to the word."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from tests.intake.interview.world import interview

LOAN = {"amount": "6000", "term_months": "10"}
MAY = LOAN | {"first_payment": "2026-05-01"}
STORIES = [
    ("en", "i want 6000 for 10 goats in dongpo for 10 months start may", MAY | {"purpose": "10 goats in dongpo", "animals_buy": "10"}),
    ("en", "i want 6000 for 10 goats for 10 months in dongpo", LOAN | {"purpose": "10 goats in dongpo", "animals_buy": "10"}),
    ("en", "i want 6000 for goats for 10 months start in may", MAY | {"purpose": "goats"}),
    ("en", "i need 6000 to buy 10 goats for 10 months starting may", MAY | {"purpose": "buy 10 goats"}),
    ("en", "i want 6000 to buy 10 goats for 10 months starting from 5 may", LOAN | {"first_payment": "2026-05-05", "purpose": "buy 10 goats"}),
    ("en", "i want to buy 10 goats for 6000 over 10 months from may", MAY | {"purpose": "buy 10 goats"}),
    ("en", "i want to buy 10 goats 6000 10 months", LOAN | {"purpose": "buy 10 goats"}),
    ("en", "6000 for goats, 10 months, start may", MAY | {"purpose": "goats"}),
    ("en", "want 6000 for seed for 6 months first payment june", {"amount": "6000", "term_months": "6", "first_payment": "2026-06-01", "purpose": "seed"}),
    ("en", "i want 6000 for seed for one year", {"amount": "6000", "term_months": "12", "purpose": "seed"}),
    ("en", "i want 6000 to start a shop in may for 10 months", LOAN | {"purpose": "start a shop in may"}),
    ("en", "i need 6000 for maize seed for 6 months i have 2000 start paying after harvest",
     {"amount": "6000", "term_months": "6", "own_funds": "2000", "first_payment": "2026-11-01", "purpose": "maize seed"}),
    ("sw", "nataka 6000 kununua mbuzi 10 kwa miezi 10 kuanzia mei", MAY | {"purpose": "kununua mbuzi 10", "animals_buy": "10"}),
    ("sw", "nataka 6000 kwa miezi 10 kuanzia mwezi wa tano", MAY),
    ("sw", "nahitaji 6000 kununua mbegu kwa miezi 6 kuanza Juni", {"amount": "6000", "term_months": "6", "first_payment": "2026-06-01", "purpose": "kununua mbegu"}),
    ("sw", "nataka elfu sita kununua mbuzi 10 miezi 10", LOAN | {"purpose": "kununua mbuzi 10", "animals_buy": "10"}),
    ("zh", "想借6000买10只羊10个月还从五月开始", MAY | {"purpose": "买10只羊"}),
    ("zh", "买10只羊要6000分10个月五月份开始", MAY | {"purpose": "买10只羊"}),
    ("zh", "买10只羊要6000分10个月从明年三月起还", LOAN | {"first_payment": "2027-03-01", "purpose": "买10只羊"}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), STORIES)
def test_a_story_without_commas_is_understood(language: str, text: str, expected: dict[str, str]) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert found | expected == found and told.unplaced == ()
    assert "first_payment" in expected or "first_payment" not in found


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("en", "i want 6000 for my shop, i start in june", "june"),  # the shop, or the payments
    ],
)
def test_what_has_no_question_is_said_back(language: str, text: str, left: str) -> None:
    assert interview(language).proposals.hear(text).unplaced == (left,)
