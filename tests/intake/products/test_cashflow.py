"""A year of few sums beside the instalments."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from intake.lender import SAMPLES, Lender
from intake.products import CashItem, Repayment, Schedule, WarningCode, cash_flow, repayment_ability, schedule

LENDER = Lender.load(SAMPLES)
HARVEST = CashItem.yearly_sum(Decimal(24000), [9, 10], "corn")
LIVING = CashItem(Decimal(-800), label="living")


def season(how: Repayment, harvest_on: date | None = None) -> Schedule:
    return schedule(
        LENDER.product("season"),
        Decimal(6000),
        8,
        how,
        currency="CNY",
        disbursed_on=date(2026, 4, 1),
        harvest_on=harvest_on,
    )


def codes(items: list[CashItem], plan: Schedule, cash: int = 0) -> set[WarningCode]:
    ability = repayment_ability(items, plan, cash_in_hand=Decimal(cash))
    return {warning.code for warning in ability.warnings}


def test_the_year_month_by_month() -> None:
    flows = cash_flow([HARVEST, LIVING], date(2026, 8, 20), 3)
    assert [(flow.month, flow.net) for flow in flows] == [
        (date(2026, 8, 1), Decimal(-800)),
        (date(2026, 9, 1), Decimal(11200)),
        (date(2026, 10, 1), Decimal(11200)),
    ]


def test_at_harvest_it_carries() -> None:
    assert codes([HARVEST, LIVING], season(Repayment.AT_HARVEST)) == set()


def test_monthly_before_the_harvest_it_does_not() -> None:
    assert WarningCode.SHORT_MONTH in codes([HARVEST, LIVING], season(Repayment.DECLINING))


def test_a_household_with_nothing_over() -> None:
    poor = [CashItem(Decimal(900)), LIVING]
    assert WarningCode.TERM_NOT_COVERED in codes(poor, season(Repayment.DECLINING))
    just = [CashItem(Decimal(1600)), LIVING]
    assert codes(just, season(Repayment.DECLINING)) == {WarningCode.COVERAGE_THIN}


def test_due_before_the_harvest_is_said() -> None:
    early = season(Repayment.AT_HARVEST, harvest_on=date(2026, 8, 1))
    assert WarningCode.DUE_BEFORE_INCOME in codes(
        [CashItem.yearly_sum(Decimal(24000), [9]), LIVING], early, 9000
    )
    in_time = [CashItem.yearly_sum(Decimal(24000), [8]), LIVING]
    assert WarningCode.DUE_BEFORE_INCOME not in codes(in_time, early, 5000)
    ability = repayment_ability([HARVEST, LIVING], season(Repayment.AT_HARVEST, date(2026, 10, 20)))
    assert WarningCode.DUE_BEFORE_INCOME not in {warning.code for warning in ability.warnings}


def test_no_income_at_all_is_no_crash() -> None:
    assert WarningCode.TERM_NOT_COVERED in codes([], season(Repayment.AT_HARVEST))


def test_an_old_debt_ends_when_it_is_paid() -> None:
    debt = CashItem(Decimal(-300), total=Decimal(700))
    flows = cash_flow([LIVING, debt], date(2026, 11, 5), 5)
    assert [flow.expense for flow in flows] == [1100, 1100, 900, 800, 800]


def test_a_debt_whose_balance_is_not_known_is_paid_to_the_end() -> None:
    flows = cash_flow([CashItem(Decimal(-300))], date(2026, 11, 5), 14)
    assert {flow.expense for flow in flows} == {Decimal(300)}


def test_what_falls_into_some_months_ends_too() -> None:
    item = CashItem(Decimal(-300), frozenset({1, 3}), total=Decimal(500))
    assert [flow.expense for flow in cash_flow([item], date(2026, 1, 5), 14)] == [300, 0, 200, *[0] * 11]


@pytest.mark.parametrize(
    ("months", "left", "coverage"), [(3, 1000, "1.00"), (3, 750, "0.75"), (12, 1000, "1.00")]
)
def test_a_loan_is_laid_beside_as_many_months_as_it_runs(months: int, left: int, coverage: str) -> None:
    """What came in in the month of the money is none of it: it made a short loan look a third better."""
    plan = schedule(
        LENDER.product("season").model_copy(update={"annual_rate_percent": Decimal(0)}),
        Decimal(1000 * months),
        months,
        Repayment.FLAT,
        currency="CNY",
        disbursed_on=date(2026, 3, 31),
    )
    ability = repayment_ability([CashItem(Decimal(left))], plan)
    assert len(ability.months) == months and ability.coverage == Decimal(coverage)
