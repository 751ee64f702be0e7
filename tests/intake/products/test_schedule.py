"""What a loan costs, against published examples and against the arithmetic itself."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lender import SAMPLES, Lender
from intake.products import Product, Repayment, Schedule, Terms, add_months, agreeing, clash, schedule
from intake.products.schedule import effective_annual_rate, level_payment, months_between

LENDER = Lender.load(SAMPLES)
START = date(2026, 4, 1)


def product(rate: str, fee: str = "0") -> Product:
    changes = {"annual_rate_percent": Decimal(rate), "fee_percent": Decimal(fee)}
    return LENDER.product("livestock").model_copy(update=changes)


def plan(rate: str, amount: str, months: int, how: Repayment, **more: Any) -> Schedule:
    options: dict[str, Any] = {"currency": "CNY", "disbursed_on": START, **more}
    fee = options.pop("fee", "0")
    return schedule(product(rate, fee), Decimal(amount), months, how, **options)


@pytest.mark.parametrize(
    ("amount", "rate", "months", "payment"),
    [
        # 30-year mortgage at 6 %, the example of every loan table (e.g. CFPB, "loan constant" tables)
        ("100000", "6", 360, "599.55"),
        # 1,000 over 12 months at 20 %: Ledgerwood, Microfinance Handbook (World Bank 1999), ch. 5
        ("1000", "20", 12, "92.63"),
        # 10,000 over 12 months at 12 %
        ("10000", "12", 12, "888.49"),
    ],
)
def test_level_payments_of_published_tables(amount: str, rate: str, months: int, payment: str) -> None:
    level = level_payment(Decimal(amount), Decimal(rate) / 1200, months)
    assert level.quantize(Decimal("0.01")) == Decimal(payment)


def test_the_annuity_of_brealey_myers_allen() -> None:
    """1,000 at 10 % a period over four periods: 315.47 (Principles of Corporate Finance, ch. 2, table 2.1)."""
    assert level_payment(Decimal(1000), Decimal("0.1"), 4).quantize(Decimal("0.01")) == Decimal("315.47")


@pytest.mark.parametrize(
    ("received", "flows", "percent"),
    [
        # Directive 90/88/EEC and 98/7/EC, Annex III, examples on a year of twelve equal months
        ("1000", [(18, 1200)], "12.92"),
        ("950", [(18, 1200)], "16.85"),
        ("1000", [(12, 600), (24, 600)], "13.07"),
        ("1000", [(3, 272), (6, 272), (12, 544)], "13.19"),
    ],
)
def test_the_effective_rate_of_the_directives_examples(
    received: str, flows: list[tuple[int, int]], percent: str
) -> None:
    rate = effective_annual_rate(Decimal(received), [(Decimal(m), Decimal(p)) for m, p in flows])
    assert (rate * 100).quantize(Decimal("0.01")) == Decimal(percent)


def test_flat_20_percent_is_35_percent_a_year() -> None:
    """Ledgerwood, ch. 5: 12 payments of 100 on 1,000; 2.9 % a month, 35 % a year nominal."""
    flat = plan("20", "1000", 12, Repayment.FLAT)
    assert {row.payment for row in flat.rows} == {Decimal("100.00")}
    assert flat.total_interest == Decimal(200)
    monthly = (1 + flat.effective_annual_rate_percent / 100) ** (Decimal(1) / 12) - 1
    assert (monthly * 1200).quantize(Decimal("0.1")) == Decimal("35.1")


def test_the_manual_of_the_sample_lender_declining() -> None:
    """Policy manual 4.4: 12,000 yuan, livestock, 12 months."""
    rows = plan("9.6", "12000", 12, Repayment.DECLINING).rows
    assert [str(part) for part in (rows[0].payment, rows[0].interest, rows[0].principal)] == [
        "1052.76",
        "96.00",
        "956.76",
    ]
    assert (rows[2].interest, rows[2].balance) == (Decimal("80.63"), Decimal("9106.70"))
    assert (rows[-1].payment, rows[-1].interest, rows[-1].balance) == (
        Decimal("1052.76"),
        Decimal("8.36"),
        Decimal("0.00"),
    )
    assert sum(row.interest for row in rows) == Decimal("633.12")


def test_the_manual_of_the_sample_lender_flat_and_harvest() -> None:
    """Policy manual 4.3 and 4.5."""
    flat = plan("10.8", "6000", 6, Repayment.FLAT, fee="1")
    assert {row.payment for row in flat.rows} == {Decimal("1054.00")}
    assert (flat.fee, flat.total_payment, flat.total_cost) == (Decimal(60), Decimal(6384), Decimal(384))
    harvest = plan("8.4", "6000", 8, Repayment.AT_HARVEST)
    assert [(row.payment, row.due_on) for row in harvest.rows] == [(Decimal("6336.00"), date(2026, 12, 1))]
    assert plan("10.8", "10000", 12, Repayment.DECLINING).total_interest == Decimal("594.61")


def test_a_harvest_date_counts_its_days() -> None:
    """Seven months and 14 days: 6,000 · 8.4 % · (7/12 + 14/365)."""
    row = plan("8.4", "6000", 8, Repayment.AT_HARVEST, harvest_on=date(2026, 11, 15)).rows[0]
    assert (row.due_on, row.interest) == (date(2026, 11, 15), Decimal("313.33"))


def test_month_ends_stay_month_ends() -> None:
    due = [row.due_on for row in plan("9.6", "6000", 4, Repayment.FLAT, disbursed_on=date(2026, 12, 31)).rows]
    assert due == [date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30)]
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)


def test_a_later_first_due_date_costs_its_time() -> None:
    late = plan("12", "10000", 12, Repayment.DECLINING, first_due=date(2026, 7, 1))
    assert late.rows[0].interest == Decimal("300.00")
    assert late.total_interest > plan("12", "10000", 12, Repayment.DECLINING).total_interest
    assert Decimal("12.6") < late.effective_annual_rate_percent < Decimal("12.8")


def test_no_instalment_falls_after_the_term() -> None:
    """Policy manual, words: the term is the time from payment of the money to the last instalment."""
    late = plan("12", "10000", 12, Repayment.DECLINING, first_due=date(2026, 7, 1))
    assert len(late.rows) == 10 and late.rows[-1].due_on == date(2027, 4, 1)
    with pytest.raises(ValueError, match="after the 12 months"):
        plan("12", "10000", 12, Repayment.DECLINING, first_due=date(2027, 4, 2))
    with pytest.raises(ValueError, match="after the 8 months"):
        plan("8.4", "6000", 8, Repayment.AT_HARVEST, harvest_on=date(2026, 12, 2))


def test_a_currency_without_cents_has_whole_instalments() -> None:
    rows = plan("9.6", "100000", 7, Repayment.DECLINING, currency="UGX").rows
    assert all(row.payment == row.payment.to_integral_value() for row in rows)


@pytest.mark.parametrize("bad", [{"first_due": START}, {"first_due": date(2026, 3, 1)}])
def test_a_due_date_before_the_money_is_refused(bad: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="not after disbursement"):
        plan("9.6", "6000", 6, Repayment.FLAT, **bad)


amounts = st.decimals(100, 500_000, places=2)
rates = st.decimals(0, 60, places=2)


@given(
    amounts,
    rates,
    st.integers(1, 48),
    st.sampled_from(Repayment),
    st.dates(date(2020, 1, 1), date(2040, 1, 1)),
)
def test_every_schedule_adds_up(
    amount: Decimal, rate: Decimal, months: int, how: Repayment, start: date
) -> None:
    made = plan(str(rate), str(amount), months, how, disbursed_on=start)
    assert sum(row.principal for row in made.rows) == amount
    assert made.rows[-1].balance == 0
    assert all(row.principal >= 0 and row.interest >= 0 for row in made.rows)
    assert [row.due_on for row in made.rows] == sorted(row.due_on for row in made.rows)
    payments = [row.payment for row in made.rows]
    assert len(set(payments[:-1])) <= 1
    assert made.total_payment == sum(payments) + made.fee
    cheapest, nominal = made.effective_annual_rate_percent, made.annual_rate_percent
    assert cheapest >= 0
    if how is Repayment.DECLINING and months > 1 and amount > 5000:
        assert cheapest >= nominal - Decimal("0.2")


def test_before_a_late_first_payment_the_interest_is_paid_by_itself() -> None:
    """110,000 at 12 %, first paid after a year: 5,538.72 a month would not even bear that year's interest."""
    rows = plan("12", "110000", 36, Repayment.DECLINING, first_due=date(2027, 4, 1)).rows
    assert (rows[0].payment, rows[0].interest, rows[0].balance) == (
        Decimal("13200.00"),
        Decimal("13200.00"),
        Decimal("110000.00"),
    )
    ordinary = plan("12", "110000", 24, Repayment.DECLINING).rows
    assert [row.payment for row in rows[1:]] == [row.payment for row in ordinary]


@given(amounts, rates, st.integers(2, 48), st.floats(0, 1))
def test_no_payment_makes_the_debt_grow(amount: Decimal, rate: Decimal, months: int, later: float) -> None:
    term = (add_months(START, months) - START).days
    first = START + timedelta(days=max(1, int(term * later)))
    rows = plan(str(rate), str(amount), months, Repayment.DECLINING, first_due=first).rows
    assert all(row.principal >= 0 for row in rows) and sum(row.principal for row in rows) == amount
    assert len({row.payment for row in rows[1:-1]}) <= 1


@given(st.integers(1, 36), st.sampled_from(Repayment), st.dates(date(2026, 4, 2), date(2030, 1, 1)))
def test_what_is_offered_instead_agrees(months: int, how: Repayment, first: date) -> None:
    """Whatever clashes is offered otherwise, within the limits of the product; what agrees makes a schedule."""
    livestock = LENDER.product("livestock")
    terms = Terms(months, how, first)
    offered = agreeing(livestock, terms, START)
    within = livestock.min_term_months <= months <= livestock.max_term_months
    if clash(terms, START) and within and how in livestock.repayment:
        assert offered
    for one in offered:
        assert livestock.min_term_months <= one.months <= livestock.max_term_months
        harvest = one.repayment is Repayment.AT_HARVEST
        days = {"harvest_on": one.first} if harvest else {"first_due": one.first}
        made = schedule(
            livestock, Decimal(5000), one.months, one.repayment, currency="CNY", disbursed_on=START, **days
        )
        assert made.rows[0].due_on > START and made.rows[-1].due_on <= one.end(START)
        assert harvest or len(made.rows) > 1


def test_a_harvest_and_equal_payments_that_cannot_both_be() -> None:
    """A season's loan of 12 months, equal payments from the next harvest on: only one of them would fit."""
    season, start, harvest = LENDER.product("season"), date(2026, 11, 29), date(2027, 11, 1)
    said = Terms(12, Repayment.DECLINING, harvest)
    assert clash(said, start)
    assert agreeing(season, said, start) == [
        Terms(12, Repayment.AT_HARVEST, harvest),
        Terms(12, Repayment.DECLINING),
    ]


def test_one_sum_long_before_the_end_of_the_term() -> None:
    livestock, start, market = LENDER.product("livestock"), date(2026, 11, 29), date(2027, 2, 16)
    said = Terms(14, Repayment.AT_HARVEST, market)
    assert clash(said, start)
    assert agreeing(livestock, said, start) == [
        Terms(14, Repayment.AT_HARVEST),
        Terms(14, Repayment.DECLINING, market),
    ]
    assert not clash(Terms(12, Repayment.AT_HARVEST, date(2027, 11, 1)), start)


@given(st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 60))
def test_months_between_undoes_add_months(start: date, months: int) -> None:
    assert months_between(start, add_months(start, months)) == months
