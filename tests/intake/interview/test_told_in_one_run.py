"""A Chinese story typed in one run, with no comma and no space: every figure has its question, or is said back."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from tests.intake.interview.world import interview

GOATS = {
    "amount": "6000",
    "term_months": "10",
    "animals": "goats",
    "animals_buy": "10",
    "purpose": "买10只羊",
}
STORIES = [
    ("买10只羊要6000分10个月还", GOATS),
    ("买10只羊借6000分10个月还", GOATS),
    ("买10只羊想借6000分10个月还", GOATS),
    ("买10只羊需要6000分10个月还清", GOATS),
    ("买10只羊用6000分10个月还", GOATS),
    ("买10只羊要花6000分10个月还", GOATS),
    ("买10只羊一共要6000分10个月还", GOATS),
    ("买10只羊6000块10个月还", GOATS),
    ("买10只羊要6000十个月还完", GOATS),
    ("我想借6000买10只羊分10个月还", GOATS),
    ("要6000买10只羊10个月分期还", GOATS),
    ("贷6000买10只羊贷10个月", GOATS),
    ("买10只羊要6000自己有2000分10个月还", GOATS | {"own_funds": "2000"}),
    ("买10只羊要6000分10个月还5月开始", GOATS | {"first_payment": "2026-05-01"}),
    ("我叫王五住在东坡想买10只羊要6000分10个月还", GOATS | {"full_name": "王五"}),
    ("买10只羊要6000每月还600", {"amount": "6000", "purpose": "买10只羊"}),
    ("想借六千买十只羊分十个月还", GOATS | {"purpose": "买十只羊"}),
    ("养猪要2万分2年还", {"amount": "20000", "term_months": "24", "purpose": "养猪"}),
    ("买2头牛要1万5分一年半还", {"amount": "15000", "term_months": "18", "animals_buy": "2", "purpose": "买2头牛"}),
    ("买化肥需要5000半年还", {"amount": "5000", "term_months": "6", "purpose": "买化肥"}),
    ("想开小卖部借20000两年还", {"amount": "20000", "term_months": "24"}),
    ("买20袋化肥要3000分6个月还", {"amount": "3000", "term_months": "6", "purpose": "买20袋化肥"}),
    ("买羊两万半年还", {"amount": "20000", "term_months": "6", "purpose": "买羊"}),
    ("买羊三千六个月还", {"amount": "3000", "term_months": "6", "purpose": "买羊"}),
    ("买羊5千5百6个月还", {"amount": "5500", "term_months": "6", "purpose": "买羊"}),
    ("买羊一万二千十个月还", {"amount": "12000", "term_months": "10", "purpose": "买羊"}),
    ("种3亩5分地要3000", {"amount": "3000", "land_area": "3.5"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_a_story_in_one_run_is_understood(text: str, expected: dict[str, str]) -> None:
    found = {one.item.name: one.item.value for one in interview("zh").proposals.hear(text).items}
    assert found | expected == found
    assert not {"land_area", "living_costs_month"} & (found.keys() - expected.keys())


@pytest.mark.parametrize(
    ("language", "text", "name", "offered"),
    [
        ("zh", "买羊一万二十个月还", "amount", ("10000", "12000")),
        ("zh", "买羊一万二十个月还", "term_months", ("20", "10")),
        ("zh", "买羊一万五年还", "term_months", ("60",)),
        ("zh", "买羊6000元分10期", "term_months", ("10",)),
        ("en", "6000 for goats in 10 instalments", "term_months", ("10",)),
        ("sw", "nataka 6000 kununua mbuzi kwa awamu 10", "term_months", ("10",)),
    ],
)
def test_what_may_be_either_is_asked(language: str, text: str, name: str, offered: tuple[str, ...]) -> None:
    unclear = interview(language).proposals.hear(text).unclear
    doubts = {
        one.path.rpartition("/")[2]: tuple(str(each.value) for each in one.candidates) for one in unclear
    }
    assert doubts[name] == offered


SUMS_AND_TERMS = [
    ("借一万一年还清", "10000", "12"), ("借一万一年还", "10000", "12"), ("两万一年还清", "20000", "12"), ("1.5万一年还", "15000", "12"),
    ("借1万1年还", "10000", "12"), ("三千一年还", "3000", "12"), ("一万五一年还", "15000", "12"), ("一万五12个月还", "15000", "12"),
    ("借一万二千五百六个月还", "12500", "6"), ("借一万零五百十个月还", "10500", "10"), ("借1万5年还清", "10000", "60"),
    ("借三千五7月1日开始还一年半还", "3500", "18"), ("借两万，借一年", "20000", "12"), ("借一万一千一年还清", "11000", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "months"), SUMS_AND_TERMS)
def test_the_sum_before_a_time_is_whole(text: str, amount: str, months: str) -> None:
    told = interview("zh").proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert (found.get("amount"), found.get("term_months")) == (amount, months)
    assert told.unclear == () and told.unplaced == ()


@pytest.mark.parametrize(
    ("language", "text", "left"),
    [
        ("zh", "一百二十天还要3000", "一百二十天"),
        ("zh", "买10只羊要6000每月还600", "600"),
    ],
)
def test_what_has_no_question_is_said_back(language: str, text: str, left: str) -> None:
    assert interview(language).proposals.hear(text).unplaced == (left,)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "I am 45 years old, 8000 for goats"), ("en", "8000 for cows of 2 years"), ("sw", "nina miaka 45, nataka 8000")],
)  # fmt: skip
def test_an_age_is_not_said_back(language: str, text: str) -> None:
    assert interview(language).proposals.hear(text).unplaced == ()


WRITTEN_IN_TRADITIONAL = [
    ("借八千塊買羊，一年還清", {"amount": "8000", "term_months": "12", "purpose": "買羊", "animals": "goats"}),
    ("我叫陳志明，借5000買10隻羊", {"full_name": "陳志明", "amount": "5000", "purpose": "買10隻羊", "animals_buy": "10"}),
    ("我想貸款兩萬養豬，分十二個月還，七月開始還", {"amount": "20000", "term_months": "12", "first_payment": "2026-07-01"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WRITTEN_IN_TRADITIONAL)
def test_traditional_characters_are_read_and_kept(text: str, expected: dict[str, str]) -> None:
    told = interview("zh").proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert found | expected == found and told.unplaced == ()


@pytest.mark.parametrize(
    "text", ["nataka mbuzi 10 kwa 6000", "nataka mbuzi 10 kwa 6,000", "nataka kununua mbuzi 10 kwa elfu sita"]
)
def test_a_count_for_a_sum_is_no_share(text: str) -> None:
    told = interview("sw").proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert (found["animals_buy"], found["amount"]) == ("10", "6000")
    assert told.unclear == () and told.unplaced == ()
