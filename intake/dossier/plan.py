"""The schedule that an application stands for, as dossier, card and guarantor are shown it."""

from __future__ import annotations

from datetime import date

from intake.applications.model import Application
from intake.lender import Lender
from intake.products.product import Product
from intake.products.schedule import Schedule, add_months, schedule


def schedule_of(application: Application, lender: Lender) -> Schedule:
    """The schedule of an application as if it were paid out on the day it was submitted.

    At the price that was shown then, whatever the product costs today. A day outside the term, as old applications
    may have, counts as none named.
    """
    start = lender.day(application.submitted_at)
    money = application.approved or application.requested
    end = add_months(start, application.term_months)
    return schedule(
        _as_shown(application, lender.product(application.product_id)),
        money.amount,
        application.term_months,
        application.repayment,
        currency=money.currency,
        disbursed_on=start,
        first_due=_between(start, application.first_due, end),
        harvest_on=_between(start, application.harvest_on, end),
    )


def _as_shown(application: Application, product: Product) -> Product:
    kept = {
        "annual_rate_percent": application.annual_rate_percent,
        "fee_percent": application.fee_percent,
    }
    return product.model_copy(update={name: figure for name, figure in kept.items() if figure is not None})


def _between(start: date, wanted: date | None, end: date) -> date | None:
    return wanted if wanted is not None and start < wanted <= end else None
