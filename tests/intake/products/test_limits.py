"""Limits are data: what breaks one, and the figures that would be right."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.lender import SAMPLES, Lender
from intake.products import LimitCode, LoanRequest, Money, Repayment, check
from intake.products.limits import own_funds_needed, own_funds_percent

LENDER = Lender.load(SAMPLES)
SEASON = LENDER.product("season")


def codes(**known: object) -> set[LimitCode]:
    request = LoanRequest(**known)  # type: ignore[arg-type]
    return {problem.code for problem in check(SEASON, request, LENDER.rules)}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({}, set()),
        ({"amount": Decimal(500)}, set()),
        ({"amount": Decimal("499.99")}, {LimitCode.AMOUNT_BELOW}),
        ({"amount": Decimal(20000)}, set()),
        ({"amount": Decimal("20000.01")}, {LimitCode.AMOUNT_ABOVE}),
        ({"term_months": 2}, {LimitCode.TERM_BELOW}),
        ({"term_months": 13}, {LimitCode.TERM_ABOVE}),
        ({"repayment": Repayment.FLAT}, {LimitCode.REPAYMENT_NOT_OFFERED}),
        ({"trade": "transport"}, {LimitCode.TRADE_NOT_SERVED}),
        ({"amount": Decimal(20000), "has_guarantor": False}, {LimitCode.GUARANTOR_REQUIRED}),
        ({"amount": Decimal(19999), "has_guarantor": False}, set()),
        ({"amount": Decimal(8000), "own_funds": Decimal(2000)}, set()),
        ({"amount": Decimal(8000), "own_funds": Decimal(1999)}, {LimitCode.OWN_FUNDS_BELOW}),
    ],
)
def test_limits(known: dict[str, object], expected: set[LimitCode]) -> None:
    assert codes(**known) == expected


def test_the_facts_say_what_would_be_right() -> None:
    request = LoanRequest(amount=Decimal(8000), own_funds=Decimal(500))
    (problem,) = check(SEASON, request)
    assert problem.facts["needed"] == Decimal(2000)
    assert problem.facts["percent"] == Decimal("5.8")


@given(st.decimals(500, 20000, places=2))
def test_the_own_funds_asked_for_are_enough(amount: Decimal) -> None:
    enough = LoanRequest(amount=amount, own_funds=own_funds_needed(SEASON, amount))
    assert check(SEASON, enough) == []


def test_own_funds_share_of_nothing() -> None:
    assert own_funds_percent(Decimal(0), Decimal(0)) == 0


def test_money_keeps_its_currency() -> None:
    with pytest.raises(ValueError, match="do not add up"):
        Money(Decimal(1), "CNY") + Money(Decimal(1), "KES")
