"""Pictures for a phone: what the loan costs and when, and the household's year in money."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from intake.dossier.labels import complete
from intake.dossier.typesetting import typeset
from intake.dossier.words import Locale, clean
from intake.lender import Lender
from intake.products.cashflow import Ability
from intake.products.schedule import Schedule

MOST_LABELS = 14  # more month names than this run into each other
PHONE_PPI = 260  # 300 points wide: 1083 pixels, what Telegram shows without shrinking


def schedule_picture(
    schedule: Schedule,
    *,
    lender: Lender,
    language: str,
    labels: Mapping[str, str] | None = None,
    title: str = "",
) -> bytes:
    """The schedule and the price of the loan as a PNG. `title` is the product's name."""
    words, locale = complete(labels), Locale(language, schedule.currency, lender.zone)
    content = {
        "labels": words,
        "language": locale.language,
        "lender": lender.text(lender.name, language),
        "title": clean(title) or words["schedule"],
        "subtitle": words[f"repayment_{schedule.repayment}"],
        "facts": _price(schedule, words, locale),
        "rows": [
            [str(row.number), locale.day(row.due_on), locale.figure(row.payment), locale.figure(row.balance)]
            for row in schedule.rows
        ],
    }
    return typeset("schedule.typ", content, output="png", ppi=PHONE_PPI)


def cash_flow_picture(
    ability: Ability, *, lender: Lender, language: str, labels: Mapping[str, str] | None = None
) -> bytes:
    """Month by month what comes in, goes out and is due for the loan, as a PNG."""
    words, locale = complete(labels), Locale(language, lender.currency, lender.zone)
    content = {
        "labels": words,
        "language": locale.language,
        "lender": lender.text(lender.name, language),
        "title": words["cash_flow"],
        "months": month_bars(ability, locale),
        "warnings": [words[f"warning_{warning.code}"] for warning in ability.warnings],
    }
    return typeset("cashflow.typ", content, output="png", ppi=PHONE_PPI)


def month_bars(ability: Ability, locale: Locale) -> list[dict[str, Any]]:
    """The bars of each month as parts of the tallest, for drawing only."""
    tallest = max(
        (max(month.income, month.expense + month.due) for month in ability.months), default=Decimal(0)
    )
    scale = tallest or Decimal(1)
    every = -(-len(ability.months) // MOST_LABELS)
    return [
        {
            "label": locale.month(month.month) if place % every == 0 else "",
            "income": float(month.income / scale),
            "expense": float(month.expense / scale),
            "due": float(month.due / scale),
        }
        for place, month in enumerate(ability.months)
    ]


def _price(schedule: Schedule, words: Mapping[str, str], locale: Locale) -> list[tuple[str, str]]:
    fee = [(words["fee"], locale.money(schedule.fee))] if schedule.fee else []
    return [
        (words["loan"], locale.money(schedule.amount)),
        (words["term_months"], str(schedule.term_months)),
        (words["annual_rate"], locale.percent(schedule.annual_rate_percent)),
        (words["interest"], locale.money(schedule.total_interest)),
        *fee,
        (words["total_cost"], locale.money(schedule.total_cost)),
        (words["total_payment"], locale.money(schedule.total_payment)),
        (words["effective_rate"], locale.percent(schedule.effective_annual_rate_percent)),
    ]
