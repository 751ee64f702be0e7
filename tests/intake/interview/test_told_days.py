"""The days of a story: what stands in them is no sum and no span, and only what pays starts the payments."""

from __future__ import annotations

import pytest

from tests.intake.interview.world import interview

YEARS = [
    ("en", "I started in june 2015 with 10 goats and I want to buy more goats", {}),
    ("en", "My shop opened in may 2020, I need stock for new year", {}),
    ("en", "born in june 1985, I want a loan to buy goats", {}),
    ("sw", "nimefuga mbuzi tangu juni 2016, nataka kununua mbuzi 10 kwa miezi 12", {"term_months": "12"}),
    ("sw", "nilizaliwa juni 1985 nataka mkopo wa mbuzi", {}),
    ("sw", "nimefuga tangu juni mwaka 2016 nataka 8000 kwa mbuzi", {"amount": "8000"}),
    ("en", "got married in december 2018, I want 8000 for goats", {"amount": "8000"}),
    ("en", "I got 30 goats in march 2017, I need 8000 to buy more", {"amount": "8000"}),
    ("en", "since june 2012 I keep goats, need a loan of 8000", {"amount": "8000"}),
    ("en", "I started on 5 june 2015 and want 8000 for goats", {"amount": "8000"}),
    ("en", "started after harvest 2019, I want 8000 for goats", {"amount": "8000"}),
    ("en", "i want to start in june 2027 for 10 months, 8000", {"amount": "8000", "term_months": "10"}),
    ("en", "i want a loan to start in june 2027 for 10 months", {"term_months": "10"}),
    ("en", "loan of 2000 from june for 10 months", {"amount": "2000", "term_months": "10"}),
    ("en", "i want to buy goats in may 2000 yuan for 10 months", {"amount": "2000", "term_months": "10"}),
]  # fmt: skip
SUMS = {"amount", "own_funds", "term_months"}


@pytest.mark.parametrize(("language", "text", "expected"), YEARS)
def test_a_year_behind_a_month_or_a_season_is_no_sum(
    language: str, text: str, expected: dict[str, str]
) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert {name: value for name, value in found.items() if name in SUMS} == expected
    assert not any(words.strip().startswith(("19", "20")) for words in told.unplaced)


JUNE, JULY = "2026-06-15", "2026-07-01"
DATES = [
    ("8000买羊，6月15日开始还，还12个月", {"amount": "8000", "term_months": "12", "first_payment": JUNE}),
    ("借8000买羊12个月，2026年6月15日第一次还款", {"amount": "8000", "term_months": "12", "first_payment": JUNE}),
    ("借8000买羊，7月1日起还，12个月", {"amount": "8000", "term_months": "12", "first_payment": JULY}),
    ("借8000买羊，7月1号起还，12个月", {"amount": "8000", "term_months": "12", "first_payment": JULY}),
    ("借8000买羊，六月十五日开始还，分12个月", {"amount": "8000", "term_months": "12", "first_payment": JUNE}),
    ("借8000买羊，10月1日还", {"amount": "8000", "first_payment": "2026-10-01"}),
    ("我1985年6月12日出生，想借8000买羊", {"amount": "8000"}),
    ("学校9月1日开学，想借8000", {"amount": "8000"}),
    ("6月15日到20日赶集，想借8000买羊", {"amount": "8000"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DATES)
def test_the_day_of_a_month_is_no_span_of_days(text: str, expected: dict[str, str]) -> None:
    told = interview("zh").proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert {name: value for name, value in found.items() if name in {*SUMS, "first_payment"}} == expected
    assert told.unclear == () and {*told.unplaced} <= {"9月1日", "6月15日到20日"}  # days of other things


YEARS_END = ["2026-12-31", "2027-02-05"]  # or the lunar year's
SUMS_BEFORE_A_DAY = [
    ("借一万五年底还", "15000", YEARS_END),
    ("借一万二年底还，买牛", "12000", YEARS_END),
    ("借1万5年底还，买牛", "15000", YEARS_END),
    ("借5千5年底还，买羊", "5500", YEARS_END),
    ("要1万8年底还清买牛", "18000", YEARS_END),
    ("借一万五年末还", "15000", None),
    ("借8000年底还买羊", "8000", YEARS_END),
    ("借8000月底还买羊", "8000", None),
    ("借6000十月底还", "6000", None),
    ("借一万六月份还", "10000", None),
    ("借一万五个月还", "10000", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "amount", "days"), SUMS_BEFORE_A_DAY)
def test_the_end_of_the_year_leaves_the_sum_whole(text: str, amount: str, days: list[str] | None) -> None:
    told = interview("zh").proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert found["amount"] == amount and found.get("term_months") in (None, "5")
    doubts = {one.path.rpartition("/")[2]: [str(c.value) for c in one.candidates] for one in told.unclear}
    assert days is None or doubts == {"first_payment": days}


@pytest.mark.parametrize(
    ("text", "sums"),
    [
        ("借一万五月底还", ["10000", "15000"]),  # at the end of May, or of the month
        ("借1万5月初还", ["10000", "15000"]),
        ("借一万二年后还", ["10000", "12000"]),
        ("借一万二十个月还", ["10000", "12000"]),
        ("借一万二十一个月还", ["10000", "12000"]),
        ("借1万5年还", ["10000", "15000"]),  # in five years, or by the year
    ],
)
def test_a_sum_that_may_be_cut_before_a_time_is_asked(text: str, sums: list[str]) -> None:
    told = interview("zh").proposals.hear(text)
    [doubt] = [one for one in told.unclear if one.path.endswith("/amount")]
    assert [str(one.value) for one in doubt.candidates] == sums
    assert not {"amount", "term_months"} & {one.item.name for one in told.items}


STARTS = [
    ("en", "rains start in april, I want 8000 for seed for 10 months, first payment in july", "2026-07-01", ("april",)),
    ("en", "from june I have no income, I want 3000 for food for 6 months", None, ("june",)),
    ("en", "My shop opened from may 2020, I need 8000 for stock for 12 months", None, ()),
    ("en", "school starts in september, I want 3000 for fees for 6 months", None, ("september",)),
    ("en", "I want 8000 for seed for 10 months as rains start in april", None, ()),  # it stays in the purpose
    ("en", "I want 3000 for food for 6 months from june i have no income", None, ()),  # likewise
    ("en", "I want 6000 for 10 months, payments start in may", "2026-05-01", ()),
    ("en", "I want 6000 for 10 months, school payments start in may", None, ("may",)),
    ("en", "6000 for goats, 10 months, starting may", "2026-05-01", ()),
    ("zh", "6月起没有收入，想借3000分6个月还", None, ("6月",)),
    ("zh", "孩子九月开始上学要3000，6个月还", None, ("九月开始",)),
    ("zh", "想借3000，从五月开始种玉米，分10个月还", None, ("五月开始",)),
    ("zh", "五月开始下雨，借8000分10个月还，第一次还款7月", "2026-07-01", ("五月开始",)),
    ("zh", "借8000买羊分10个月，六月起", "2026-06-01", ()),
    ("zh", "借8000买羊分10个月，六月开始还", "2026-06-01", ()),
    ("sw", "nauza maziwa kuanzia mei, nataka 8000 kwa miezi 10", None, ("mei",)),
    ("sw", "mvua inaanza kuanzia aprili, nataka 6000 kwa miezi 10, malipo ya kwanza julai", "2026-07-01", ("aprili",)),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "first", "left"), STARTS)
def test_only_what_pays_starts_the_payments(
    language: str, text: str, first: str | None, left: tuple[str, ...]
) -> None:
    told = interview(language).proposals.hear(text)
    found = {one.item.name: one.item.value for one in told.items}
    assert found.get("first_payment") == first and told.unplaced == left
