"""Whether the household's year can carry the loan, in one line for the officer: a warning, never a verdict."""

from __future__ import annotations

from decimal import Decimal

from bot.conversation.application.ability import flows
from bot.conversation.application.submission import decimal
from bot.conversation.wording import N_, Html, Wording, lines
from bot.services import Services
from intake.applications import Application
from intake.dossier import schedule_of
from intake.products import Ability, WarningCode
from intake.products.cashflow import repayment_ability

WARNINGS = {
    WarningCode.SHORT_MONTH: N_("⚠ In some months the money would not reach for the payment."),
    WarningCode.TERM_NOT_COVERED: N_("⚠ Over the whole time less is left than is due."),
    WarningCode.COVERAGE_THIN: N_("⚠ It is enough, with little to spare."),
    WarningCode.DUE_BEFORE_INCOME: N_("⚠ The largest payment is due before the best month."),
}


def ability(services: Services, application: Application) -> Ability | None:
    """The household's months beside the instalments; None when the form did not ask for them."""
    items = flows(application.values)
    if not items or application.product_id not in {one.product_id for one in services.lender.products}:
        return None
    return repayment_ability(items, schedule_of(application, services.lender))


def in_a_line(services: Services, application: Application, wording: Wording) -> Html:
    """How much comes in for each 1 due, and what to look at."""
    found = ability(services, application)
    if found is None or found.coverage is None:
        return Html("")
    share = wording.say(
        "Ability to repay: {coverage} is left over for each 1 that is due.",
        coverage=wording.number(found.coverage),
    )
    warnings = (wording.say(WARNINGS[warning.code]) for warning in found.warnings)
    return lines(share, *warnings, _old_debts(application, wording))


def _old_debts(application: Application, wording: Wording) -> Html:
    """What of his old debts could not be counted as it is."""
    owed, monthly = (
        decimal(application.values, name) or Decimal(0) for name in ("debts_total", "debts_month")
    )
    if monthly and not owed:
        return wording.say(
            "Old debts take {sum} a month. How much is still owed is not known, so it is counted to the end.",
            sum=wording.money(monthly),
        )
    if owed and not monthly:
        return wording.say(
            "Old debts of {sum} are not counted: no monthly payment was named.", sum=wording.money(owed)
        )
    return Html("")
