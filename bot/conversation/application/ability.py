"""Whether the household's year can carry the loan: drawn back to the farmer, a warning and never a verdict."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal

from bot.conversation.application.submission import Values, decimal
from bot.conversation.messages import Attachment, Reply
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, paragraphs
from intake.products import Ability, CashItem, Schedule, WarningCode
from intake.products.cashflow import repayment_ability

EVERY = frozenset(range(1, 13))


def drawn(turn: Turn, values: Values, plan: Schedule) -> list[Reply]:
    """The year as a picture with what to look at; nothing when the form did not ask for it. Slow."""
    items = flows(values)
    if not items:
        return []
    found = repayment_ability(items, plan)
    text = paragraphs(
        turn.say("This is your year in money, as you told me. If it is wrong, change your answers."),
        *said(turn, found),
    )
    return [Reply(text, attachment=_picture(turn, found))]


def flows(values: Values) -> list[CashItem]:
    """Income and expense month by month, from a few sums; an old debt ends when what he owes is paid."""
    months = frozenset(_month(name) for name in str(values.get("income_months", "")).split()) & EVERY
    good, poor = decimal(values, "income_month_good"), decimal(values, "income_month_poor")
    if not months or good is None:
        return []
    living, debts = (decimal(values, name) or Decimal(0) for name in ("living_costs_month", "debts_month"))
    return [
        CashItem(good, months),
        CashItem(poor or Decimal(0), EVERY - months),
        CashItem(-living, EVERY),
        CashItem(-debts, EVERY, total=decimal(values, "debts_total") or None),
    ]


def _month(name: str) -> int:
    digits = name.lstrip("m").lstrip("0")
    return int(digits) if digits.isdecimal() and len(digits) < 3 else 0


def said(turn: Turn, found: Ability) -> list[Html]:
    """The warnings in words."""
    return [WARNINGS[one.code](turn) for one in found.warnings]


def _picture(turn: Turn, found: Ability) -> Attachment:
    from bot.conversation.officer.dossier import labels
    from intake.dossier import cash_flow_picture

    services = turn.services
    words = labels(turn.wording)
    picture = cash_flow_picture(found, lender=services.lender, language=turn.language, labels=words)
    return Attachment(services.attachments.put(picture), "year.png", picture=True)


WARNINGS: Mapping[WarningCode, Callable[[Turn], Html]] = {
    WarningCode.SHORT_MONTH: lambda turn: turn.say(
        "⚠ In some months the money would not reach for the payment. Another way to pay back may fit you better."
    ),
    WarningCode.TERM_NOT_COVERED: lambda turn: turn.say(
        "⚠ Over the whole time less is left than you must pay back. A smaller loan or more time may be safer for you."
    ),
    WarningCode.COVERAGE_THIN: lambda turn: turn.say(
        "⚠ It is enough, but with little to spare. One bad month would make it hard."
    ),
    WarningCode.DUE_BEFORE_INCOME: lambda turn: turn.say(
        "⚠ The biggest payment comes before your best month. A later day may fit you better."
    ),
}
