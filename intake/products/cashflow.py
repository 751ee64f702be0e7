"""A household's year in money, from a few sums, laid beside what is due: warnings, no verdict."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from typing import Any

from intake.products.schedule import Schedule, add_months

# Net income over debt service below this leaves no room for one bad month; 1.2 to 1.25 is the usual floor of
# the debt service coverage ratio (OCC, Comptroller's Handbook, "Agricultural Lending").
THIN_COVERAGE = Decimal("1.25")

MONTHS_BEYOND = 6  # after the last payment: how far off the good season may be to have been worth waiting for


@dataclass(frozen=True)
class CashItem:
    """Money that comes (positive) or goes (negative): `amount` in each of the calendar `months` 1 to 12.

    `total`: all that there is of it, as of a debt that is being paid off; after that it ends. None: it never does.
    """

    amount: Decimal
    months: frozenset[int] = frozenset(range(1, 13))
    label: str = ""
    total: Decimal | None = None

    @classmethod
    def yearly_sum(cls, total: Decimal, months: Iterable[int], label: str = "") -> CashItem:
        """A sum for the year or the season, spread evenly over its months."""
        spread = frozenset(months) or frozenset(range(1, 13))
        return cls((total / len(spread)).quantize(Decimal("0.01"), ROUND_HALF_UP), spread, label)

    def over(self, run: Sequence[date]) -> list[Decimal]:
        """What of it falls into each of these months, one after another."""
        left = self.total
        sums = []
        for month in run:
            falls = abs(self.amount) if month.month in self.months else Decimal(0)
            if left is not None:
                falls = min(falls, left)
                left -= falls
            sums.append(falls.copy_sign(self.amount))
        return sums


@dataclass(frozen=True)
class MonthFlow:
    """One month, named by its first day."""

    month: date
    income: Decimal
    expense: Decimal

    @property
    def net(self) -> Decimal:
        return self.income - self.expense


def cash_flow(items: Sequence[CashItem], start: date, months: int) -> list[MonthFlow]:
    """Income and expense of each of `months` months from the month of `start`, without the loan."""
    first = start.replace(day=1)
    run = [add_months(first, offset) for offset in range(months)]
    sums = [item.over(run) for item in items]
    return [_month(month, [each[place] for each in sums]) for place, month in enumerate(run)]


class WarningCode(StrEnum):
    """What the farmer and the officer should look at together."""

    SHORT_MONTH = "short_month"  # after paying, the household's money would be below nothing
    TERM_NOT_COVERED = "term_not_covered"  # over the whole term less comes in than is due
    COVERAGE_THIN = "coverage_thin"  # it is covered, with little to spare
    DUE_BEFORE_INCOME = "due_before_income"  # the largest payment falls before the best month


@dataclass(frozen=True)
class AbilityWarning:
    """A warning and the figures behind it."""

    code: WarningCode
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class AbilityMonth:
    """One month of the loan: what comes in, goes out and is due, and the money left at its end."""

    month: date
    income: Decimal
    expense: Decimal
    due: Decimal
    left: Decimal


@dataclass(frozen=True)
class Ability:
    """Repayment ability against a schedule. `coverage` is net cash flow over what is due."""

    months: tuple[AbilityMonth, ...]
    coverage: Decimal | None
    warnings: tuple[AbilityWarning, ...]


def repayment_ability(
    items: Sequence[CashItem], schedule: Schedule, *, cash_in_hand: Decimal = Decimal(0)
) -> Ability:
    """Lay the household's months beside the instalments: as many months as the loan runs, the first after the money.

    What came in before is not counted, or a short loan would have a month of income too many. The loan itself is
    not income here: it goes into the project whose return is among `items`.
    """
    due = _due_by_month(schedule)
    start = min(add_months(schedule.disbursed_on.replace(day=1), 1), *due)
    span = _months_spanned(start, max(due))
    flows = cash_flow(items, start, span)
    months = tuple(_running(flows, due, cash_in_hand))
    net, owed = sum((flow.net for flow in flows), cash_in_hand), sum(due.values(), Decimal(0))
    coverage = (net / owed).quantize(Decimal("0.01"), ROUND_HALF_UP) if owed else None
    warnings = [*_short(months), *_covered(coverage, net, owed), *_before_income(items, start, due)]
    return Ability(months, coverage, tuple(warnings))


def _month(month: date, sums: Sequence[Decimal]) -> MonthFlow:
    income = sum((amount for amount in sums if amount > 0), Decimal(0))
    return MonthFlow(month, income, income - sum(sums, Decimal(0)))


def _due_by_month(schedule: Schedule) -> dict[date, Decimal]:
    due: dict[date, Decimal] = {}
    for row in schedule.rows:
        month = row.due_on.replace(day=1)
        due[month] = due.get(month, Decimal(0)) + row.payment
    return due


def _months_spanned(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month + 1


def _running(
    flows: Sequence[MonthFlow], due: Mapping[date, Decimal], cash: Decimal
) -> Iterable[AbilityMonth]:
    for flow in flows:
        owed = due.get(flow.month, Decimal(0))
        cash += flow.net - owed
        yield AbilityMonth(flow.month, flow.income, flow.expense, owed, cash)


def _short(months: Sequence[AbilityMonth]) -> list[AbilityWarning]:
    short = [month for month in months if month.due and month.left < 0]
    if not short:
        return []
    facts = {"months": [month.month for month in short], "short_by": -min(month.left for month in short)}
    return [AbilityWarning(WarningCode.SHORT_MONTH, facts)]


def _covered(coverage: Decimal | None, net: Decimal, owed: Decimal) -> list[AbilityWarning]:
    if coverage is None or coverage >= THIN_COVERAGE:
        return []
    code = WarningCode.TERM_NOT_COVERED if net < owed else WarningCode.COVERAGE_THIN
    return [AbilityWarning(code, {"net": net, "due": owed, "coverage": coverage})]


def _before_income(
    items: Sequence[CashItem], start: date, due: Mapping[date, Decimal]
) -> list[AbilityWarning]:
    """Whether the heaviest payment comes before the good season, which may begin when the loan has ended."""
    flows = cash_flow(items, start, _months_spanned(start, max(due)) + MONTHS_BEYOND)
    best = max(flows, key=lambda flow: flow.income)
    average = sum((flow.income for flow in flows), Decimal(0)) / len(flows)
    heaviest = max(due, key=lambda month: due[month])
    level = max(due.values()) < 2 * min(due.values()) and len(due) > 1
    if level or best.income <= 2 * average or heaviest >= best.month:
        return []
    return [
        AbilityWarning(WarningCode.DUE_BEFORE_INCOME, {"due_month": heaviest, "income_month": best.month})
    ]
