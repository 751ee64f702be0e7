"""Loan products: their limits, what a loan costs, and whether a household's year can carry it."""

from intake.products.cashflow import (
    Ability,
    AbilityWarning,
    CashItem,
    MonthFlow,
    WarningCode,
    cash_flow,
    repayment_ability,
)
from intake.products.limits import LimitCode, LimitProblem, LoanRequest, Rules, check
from intake.products.money import Money, minor_unit, payable
from intake.products.product import Product, Repayment
from intake.products.schedule import Installment, Schedule, add_months, schedule
from intake.products.terms import Terms, agreeing, clash

__all__ = [
    "Ability",
    "AbilityWarning",
    "CashItem",
    "Installment",
    "LimitCode",
    "LimitProblem",
    "LoanRequest",
    "Money",
    "MonthFlow",
    "Product",
    "Repayment",
    "Rules",
    "Schedule",
    "Terms",
    "WarningCode",
    "add_months",
    "agreeing",
    "cash_flow",
    "check",
    "clash",
    "minor_unit",
    "payable",
    "repayment_ability",
    "schedule",
]
