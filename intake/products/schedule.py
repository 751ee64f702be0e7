"""What a loan costs and when it is due, to the last minor unit, in Decimal.

Day count: a whole month is one twelfth of a year, whatever its length; days left over after whole months are
365ths (see `months_between`). Rounding: half up to the currency's minor unit; the last instalment absorbs
what rounding left, so that principal sums to the loan exactly.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, localcontext

from intake.products.money import minor_unit
from intake.products.product import Product, Repayment

PRECISION = 40  # digits while computing; amounts have fewer than 15


@dataclass(frozen=True)
class Installment:
    """One row of the schedule. `balance` is the principal left after it."""

    number: int
    due_on: date
    principal: Decimal
    interest: Decimal
    balance: Decimal

    @property
    def payment(self) -> Decimal:
        return self.principal + self.interest


@dataclass(frozen=True)
class Schedule:
    """The repayment schedule and the price of the loan.

    `fee` is paid on the day of disbursement. `effective_annual_rate_percent` counts interest, fee and
    the time of each payment: the one figure by which two loans can be compared.
    """

    currency: str
    amount: Decimal
    repayment: Repayment
    annual_rate_percent: Decimal
    term_months: int
    disbursed_on: date
    fee: Decimal
    rows: tuple[Installment, ...]
    effective_annual_rate_percent: Decimal

    @property
    def total_interest(self) -> Decimal:
        return sum((row.interest for row in self.rows), Decimal(0))

    @property
    def total_cost(self) -> Decimal:
        """Interest and fee: what the loan costs beyond giving it back."""
        return self.total_interest + self.fee

    @property
    def total_payment(self) -> Decimal:
        """All that is paid, the fee included."""
        return self.amount + self.total_cost


def schedule(
    product: Product,
    amount: Decimal,
    term_months: int,
    repayment: Repayment,
    *,
    currency: str,
    disbursed_on: date,
    first_due: date | None = None,
    harvest_on: date | None = None,
) -> Schedule:
    """The schedule of a loan of `amount` for `term_months` at the product's rate.

    Instalments are monthly from `first_due` (a month after disbursement if None) on the same day of the
    month, or the last day of a shorter one. At harvest one sum is due on `harvest_on` (the end of the term if None).
    The term runs from disbursement to the last instalment: a later first one means fewer of them.
    Raises `ValueError` when a date lies before disbursement or after the term, or the amount or term is not positive.
    """
    if amount <= 0 or term_months < 1:
        raise ValueError("amount and term must be positive")
    dates = due_dates(term_months, repayment, disbursed_on, first_due=first_due, harvest_on=harvest_on)
    if not dates:
        raise ValueError(f"the first payment is after the {term_months} months of the loan")
    if dates[0] <= disbursed_on:
        raise ValueError(f"the first payment on {dates[0]} is not after disbursement on {disbursed_on}")
    unit = minor_unit(currency)
    with localcontext() as context:
        context.prec = PRECISION
        rate = product.annual_rate_percent / 100
        rows = tuple(_METHODS[repayment](amount, rate, disbursed_on, dates, unit))
        fee = _round(amount * product.fee_percent / 100, unit)
        flows = [(months_between(disbursed_on, row.due_on), row.payment) for row in rows]
        effective = effective_annual_rate(amount - fee, flows)
    return Schedule(
        currency,
        amount,
        repayment,
        product.annual_rate_percent,
        term_months,
        disbursed_on,
        fee,
        rows,
        (effective * 100).quantize(Decimal("0.01"), ROUND_HALF_UP),
    )


def add_months(day: date, months: int, day_of_month: int | None = None) -> date:
    """`months` later on the same day (or `day_of_month`), or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day_of_month or day.day, last))


def months_between(start: date, end: date) -> Decimal:
    """The time in months: whole months, and the days left over as 365ths of a year."""
    whole = (end.year - start.year) * 12 + end.month - start.month
    while add_months(start, whole) > end:
        whole -= 1
    days = (end - add_months(start, whole)).days
    return Decimal(whole) + Decimal(days) * 12 / 365


def level_payment(
    amount: Decimal, monthly_rate: Decimal, count: int, first_period: Decimal = Decimal(1)
) -> Decimal:
    """The equal instalment that pays off `amount` in `count` months; not rounded.

    The annuity formula, P = A · i / (1 - (1 + i)^-n) (Brealey, Myers, Allen: Principles of Corporate Finance,
    ch. 2). A first period of f months instead of one bears simple interest for f, so that
    P = A · (1 + f·i) / Σ (1 + i)^-k, k = 0 … n-1; for f = 1 the same.
    """
    if monthly_rate == 0:
        return amount / count
    discounted = sum((1 + monthly_rate) ** -k for k in range(count))
    return amount * (1 + first_period * monthly_rate) / discounted


def effective_annual_rate(received: Decimal, flows: Sequence[tuple[Decimal, Decimal]]) -> Decimal:
    """The yearly rate x with received = Σ payment / (1 + x)^(months/12), as a fraction, to 1e-9.

    The annual percentage rate of Directive 2008/48/EC, Annex I (its time in years), also the effective
    interest rate of CGAP's "Microcredit Interest Rates" (monthly IRR, annualised by compounding). Found by
    Newton's steps from zero: the right side falls ever more slowly as x grows, so no step goes past the rate.
    Zero when nothing is paid beyond what was received; never more than a million.
    """
    if sum(payment for _, payment in flows) <= received:
        return Decimal(0)
    with localcontext() as context:
        context.prec = 20
        rate = Decimal(0)
        while rate < 10**6:
            terms = [(months / 12, payment / (1 + rate) ** (months / 12)) for months, payment in flows]
            beyond = sum((value for _, value in terms), Decimal(0)) - received
            slope = sum((years * value for years, value in terms), Decimal(0)) / (1 + rate)
            step = beyond / slope if slope else Decimal(10**6)  # all of it on the first day
            rate += step
            if step < Decimal("1e-12"):
                break
        return min(rate, Decimal(10**6))


def due_dates(
    term: int,
    repayment: Repayment,
    start: date,
    *,
    first_due: date | None = None,
    harvest_on: date | None = None,
) -> list[date]:
    """When something is due; none after the end of the term, so perhaps nothing."""
    end = add_months(start, term)
    if repayment is Repayment.AT_HARVEST:
        return [day for day in (harvest_on or end,) if day <= end]
    if first_due is None:
        # the day of the month of disbursement is kept through February: 31 Jan, 28 Feb, 31 Mar
        return [add_months(start, month) for month in range(1, term + 1)]
    days = (add_months(first_due, month) for month in range(term))
    return [day for day in days if day <= end]


def _declining(
    amount: Decimal, rate: Decimal, start: date, dates: Sequence[date], unit: Decimal
) -> Iterable[Installment]:
    monthly = rate / 12
    first_period = months_between(start, dates[0])
    payment = _round(level_payment(amount, monthly, len(dates), first_period), unit)
    if payment < _round(amount * monthly * first_period, unit):
        # So late a first payment pays the interest until then and nothing else: the debt must not grow by paying.
        payment = _round(level_payment(amount, monthly, len(dates) - 1), unit)
    balance = amount
    for number, due_on in enumerate(dates, start=1):
        interest = _round(balance * monthly * (first_period if number == 1 else 1), unit)
        principal = balance if number == len(dates) else min(max(payment - interest, Decimal(0)), balance)
        balance -= principal
        yield Installment(number, due_on, principal, interest, balance)


def _flat(
    amount: Decimal, rate: Decimal, start: date, dates: Sequence[date], unit: Decimal
) -> Iterable[Installment]:
    """Interest on the first principal all the time (Ledgerwood, Microfinance Handbook, ch. 5)."""
    last = len(dates)
    unpaid = _round(amount * rate * months_between(start, dates[-1]) / 12, unit)
    payment, share = _round((amount + unpaid) / last, unit), _round(unpaid / last, unit)
    balance = amount
    for number, due_on in enumerate(dates, start=1):
        interest = unpaid if number == last else min(share, unpaid)
        principal = balance if number == last else payment - interest
        unpaid -= interest
        balance -= principal
        yield Installment(number, due_on, principal, interest, balance)


def _at_harvest(
    amount: Decimal, rate: Decimal, start: date, dates: Sequence[date], unit: Decimal
) -> Iterable[Installment]:
    """Simple interest for the time, in one sum with the principal."""
    interest = _round(amount * rate * months_between(start, dates[0]) / 12, unit)
    yield Installment(1, dates[0], amount, interest, Decimal(0))


_METHODS = {
    Repayment.DECLINING: _declining,
    Repayment.FLAT: _flat,
    Repayment.AT_HARVEST: _at_harvest,
}


def _round(amount: Decimal, unit: Decimal) -> Decimal:
    return amount.quantize(unit, ROUND_HALF_UP)
