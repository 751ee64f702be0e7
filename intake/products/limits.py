"""What a product and the lender's rules allow: every breach as a fact, none as a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict

from intake.products.product import Positive, Product, Repayment


class Rules(BaseModel):
    """The lender's rules across products; amounts in the lender's currency."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    guarantor_required_from: Positive
    collateral_required_from: Positive
    large_loan_from: Positive


class LimitCode(StrEnum):
    """Which limit is broken."""

    AMOUNT_BELOW = "amount_below"
    AMOUNT_ABOVE = "amount_above"
    TERM_BELOW = "term_below"
    TERM_ABOVE = "term_above"
    OWN_FUNDS_BELOW = "own_funds_below"
    REPAYMENT_NOT_OFFERED = "repayment_not_offered"
    GUARANTOR_REQUIRED = "guarantor_required"
    COLLATERAL_REQUIRED = "collateral_required"
    TRADE_NOT_SERVED = "trade_not_served"


@dataclass(frozen=True)
class LimitProblem:
    """One broken limit and the figures that tell what would be right."""

    code: LimitCode
    facts: Mapping[str, Any]


@dataclass(frozen=True)
class LoanRequest:
    """What is known of a request so far; what is None is not checked yet."""

    amount: Decimal | None = None
    term_months: int | None = None
    own_funds: Decimal | None = None
    repayment: Repayment | None = None
    has_guarantor: bool | None = None
    has_collateral: bool | None = None
    trade: str | None = None


def check(product: Product, request: LoanRequest, rules: Rules | None = None) -> list[LimitProblem]:
    """Every limit that `request` breaks; empty when all that is known is within them."""
    problems = [
        *_amount(product, request),
        *_term(product, request),
        *_own_funds(product, request),
        *_offered(product, request),
    ]
    if rules is not None:
        problems += _security(rules, request)
    return problems


def own_funds_needed(product: Product, amount: Decimal) -> Decimal:
    """The least own money beside a loan of `amount`, in whole units of money.

    The share is of the whole undertaking: own / (own + loan) >= p, so own >= loan · p / (1 - p).
    """
    share = product.min_own_funds_percent / 100
    if share >= 1:
        return Decimal("Infinity")
    return (amount * share / (1 - share)).to_integral_value(ROUND_CEILING)


def own_funds_percent(own_funds: Decimal, amount: Decimal) -> Decimal:
    """Own money as per cent of own money and loan together, rounded down to one tenth."""
    whole = own_funds + amount
    if whole <= 0:
        return Decimal(0)
    return (100 * own_funds / whole).quantize(Decimal("0.1"), ROUND_FLOOR)


def _amount(product: Product, request: LoanRequest) -> list[LimitProblem]:
    codes = LimitCode.AMOUNT_BELOW, LimitCode.AMOUNT_ABOVE
    return _range(request.amount, (product.min_amount, product.max_amount), codes)


def _term(product: Product, request: LoanRequest) -> list[LimitProblem]:
    codes = LimitCode.TERM_BELOW, LimitCode.TERM_ABOVE
    return _range(request.term_months, (product.min_term_months, product.max_term_months), codes)


def _range(
    given: Decimal | int | None,
    limits: tuple[Decimal | int, Decimal | int],
    codes: tuple[LimitCode, LimitCode],
) -> list[LimitProblem]:
    low, high = limits
    if given is None or low <= given <= high:
        return []
    facts = {"min": low, "max": high, "given": given}
    return [LimitProblem(codes[0] if given < low else codes[1], facts)]


def _own_funds(product: Product, request: LoanRequest) -> list[LimitProblem]:
    if request.amount is None or request.own_funds is None:
        return []
    needed = own_funds_needed(product, request.amount)
    share = product.min_own_funds_percent / 100
    if request.own_funds * (1 - share) >= request.amount * share:
        return []
    facts = {
        "min_percent": product.min_own_funds_percent,
        "percent": own_funds_percent(request.own_funds, request.amount),
        "needed": needed,
        "given": request.own_funds,
        "amount": request.amount,
    }
    return [LimitProblem(LimitCode.OWN_FUNDS_BELOW, facts)]


def _offered(product: Product, request: LoanRequest) -> list[LimitProblem]:
    problems = []
    if request.repayment is not None and request.repayment not in product.repayment:
        facts = {"given": request.repayment, "offered": product.repayment}
        problems.append(LimitProblem(LimitCode.REPAYMENT_NOT_OFFERED, facts))
    if request.trade is not None and request.trade not in product.trades:
        problems.append(
            LimitProblem(LimitCode.TRADE_NOT_SERVED, {"given": request.trade, "served": product.trades})
        )
    return problems


def _security(rules: Rules, request: LoanRequest) -> list[LimitProblem]:
    amount = request.amount
    if amount is None:
        return []
    problems = []
    if request.has_guarantor is False and amount >= rules.guarantor_required_from:
        facts = {"from": rules.guarantor_required_from, "amount": amount}
        problems.append(LimitProblem(LimitCode.GUARANTOR_REQUIRED, facts))
    if request.has_collateral is False and amount >= rules.collateral_required_from:
        facts = {"from": rules.collateral_required_from, "amount": amount}
        problems.append(LimitProblem(LimitCode.COLLATERAL_REQUIRED, facts))
    return problems
