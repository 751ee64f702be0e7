"""Whether the time of a loan, the way it is paid back and the day of the first payment agree, and what would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING

from intake.products.product import Product, Repayment
from intake.products.schedule import add_months, due_dates, months_between


@dataclass(frozen=True)
class Terms:
    """How a loan is to be paid back. `first`: the first payment (at harvest, the only one), if a day was named."""

    months: int
    repayment: Repayment
    first: date | None = None

    def end(self, start: date) -> date:
        """The last day on which an instalment may fall due: the term runs from the payment of the money to it."""
        return add_months(start, self.months)


def whole_months(start: date, day: date) -> int:
    """The months to `day`; one that has begun counts."""
    return int(months_between(start, day).to_integral_value(ROUND_CEILING))


def clash(terms: Terms, start: date) -> bool:
    """Whether the named day contradicts the rest.

    One sum falls due in the last month of the term; instalments, more than one of them, all within it.
    """
    if terms.first is None or terms.first <= start:
        return False
    if terms.repayment is Repayment.AT_HARVEST:
        return whole_months(start, terms.first) != terms.months
    least = min(2, terms.months)
    return len(due_dates(terms.months, terms.repayment, start, first_due=terms.first)) < least


def agreeing(product: Product, terms: Terms, start: date) -> list[Terms]:
    """What he may have meant, each within the product's limits: the day kept, or the time, or both otherwise."""
    return [one for one in dict.fromkeys(_thinkable(product, terms, start)) if _fits(product, one, start)]


def _fits(product: Product, terms: Terms, start: date) -> bool:
    within = product.min_term_months <= terms.months <= product.max_term_months
    return within and terms.repayment in product.repayment and not clash(terms, start)


def _thinkable(product: Product, terms: Terms, start: date) -> Iterator[Terms]:
    first, months = terms.first, terms.months
    if first is None:
        return
    monthly = terms.repayment
    if monthly is Repayment.AT_HARVEST:
        monthly = next((way for way in product.repayment if way is not Repayment.AT_HARVEST), monthly)
    until = whole_months(start, first)
    yield Terms(until, Repayment.AT_HARVEST, first)
    if terms.repayment is Repayment.AT_HARVEST:
        yield Terms(months, Repayment.AT_HARVEST)
        yield Terms(months, monthly, first)
        return
    yield Terms(months, monthly)
    yield Terms(until + months - 1, monthly, first)
