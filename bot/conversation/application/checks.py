"""The lender's limits, asked about each answer as it is given."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from bot.conversation.application.submission import decimal, product_of
from bot.services import Services
from intake.guarantors.names import is_himself
from intake.interview import Problem
from intake.products import LimitCode, LoanRequest, Product, Repayment, check

Values = Mapping[str, Any]
OWN_GUARANTOR = "own_guarantor"
NAMES = ("full_name", "guarantor_name")

# Which limits speak of which answer; a limit between two answers belongs to the one asked later.
ABOUT: Mapping[str, frozenset[LimitCode]] = {
    "trade": frozenset({LimitCode.TRADE_NOT_SERVED}),
    "amount": frozenset({LimitCode.AMOUNT_BELOW, LimitCode.AMOUNT_ABOVE}),
    "own_funds": frozenset({LimitCode.OWN_FUNDS_BELOW}),
    "term_months": frozenset({LimitCode.TERM_BELOW, LimitCode.TERM_ABOVE}),
    "repayment": frozenset({LimitCode.REPAYMENT_NOT_OFFERED}),
}


# Sums that are likely a slip above so many times the loan asked for, or the largest loan there is.
UNLIKELY = "unlikely"
TIMES_THE_LOAN = 20
TIMES_THE_MOST = 5
SUMS = ("income_month_good", "income_month_poor", "living_costs_month", "debts_total", "debts_month")


class LimitChecks:
    """`intake.interview.Checks` over the lender's products."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def check(self, path: str, value: str, values: Values) -> Sequence[Problem]:
        """Every limit that this answer breaks, beside those already given."""
        name = path.rpartition("/")[2]
        unlikely = self.unlikely(name, values)
        product = product_of(self._services, values)
        if product is None:
            return unlikely
        if name == NAMES[1]:
            return _own_guarantor(values)
        wanted = ABOUT.get(name, frozenset())
        found = check(product, request(values, product), self._services.lender.rules) if wanted else ()
        limits = [Problem(problem.code.value, problem.facts) for problem in found if problem.code in wanted]
        return [*limits, *unlikely]

    def unlikely(self, name: str, values: Values) -> Sequence[Problem]:
        """A sum so large that it is likely a slip: it stands, and he is asked to look again."""
        largest = max(product.max_amount for product in self._services.lender.products)
        most = largest * TIMES_THE_MOST if name in SUMS else None
        loan = decimal(values, "amount") if name == "own_funds" else None
        if loan is not None and loan > 0:
            most = loan * TIMES_THE_LOAN
        figure = decimal(values, name) if most is not None else None
        if figure is None or most is None or figure <= most:
            return ()
        return (Problem(UNLIKELY, {"sum": figure}, blocking=False),)


def _own_guarantor(values: Values) -> Sequence[Problem]:
    """The guarantor has the borrower's own name, or he names himself."""
    borrower, guarantor = (str(values.get(name) or "") for name in NAMES)
    return (Problem(OWN_GUARANTOR),) if guarantor and is_himself(guarantor, borrower) else ()


def request(values: Values, product: Product) -> LoanRequest:
    """What the answers so far ask for; what is not yet said is not checked."""
    told = values.get("repayment", "")
    return LoanRequest(
        amount=decimal(values, "amount"),
        term_months=_whole(decimal(values, "term_months")),
        own_funds=decimal(values, "own_funds"),
        repayment=Repayment(told) if told in set(Repayment) else None,
        trade=values.get("trade") or None,
    )


def _whole(figure: Decimal | None) -> int | None:
    return int(figure) if figure is not None and abs(figure) < 10**6 else None
