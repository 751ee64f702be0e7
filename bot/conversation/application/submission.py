"""From the form's answers to what the lender's desk takes: which question gives which fact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.conversation import lending
from bot.services import Services
from intake.applications import AnswerLine, Instance, Person, Submission
from intake.guarantors.names import same_name
from intake.products import Product, Repayment, Schedule, Terms, clash, payable, schedule
from intake.reading import LANGUAGES
from intake.reading.noughts import is_nought
from intake.review import StaffMember

Values = Mapping[str, Any]  # by the question's name


class Unfit(Exception):
    """The form's answers lack a fact without which there is no application; for whoever made the form."""

    def __init__(self, name: str) -> None:
        super().__init__(f"the form's question {name!r} is missing, or its answer does not fit")
        self.name = name


def product_of(services: Services, values: Values) -> Product | None:
    """The product the form worked out, or the first one made for the trade."""
    products = {one.product_id: one for one in services.lender.products}
    chosen = products.get(_text(values, "product"))
    trade = _text(values, "trade")
    return chosen or next((one for one in products.values() if trade and trade in one.trades), None)


def plan(services: Services, values: Values, now: datetime) -> Schedule:
    """The repayment schedule as it would be if the money were paid out today. Raises `Unfit`."""
    product = product_of(services, values)
    if product is None:
        raise Unfit("product")
    way, first = repayment_of(values, product), first_payment(values)
    start = lending.today(services, now)
    usable = first if first is not None and first > start else None
    harvest = way is Repayment.AT_HARVEST
    return schedule(
        product,
        payable(_required(values, "amount"), services.lender.currency),
        int(_required(values, "term_months")),
        way,
        currency=services.lender.currency,
        disbursed_on=start,
        first_due=None if harvest else usable,
        harvest_on=usable if harvest else None,
    )


def repayment_of(values: Values, product: Product) -> Repayment:
    """How it is to be paid back; the product's first way if the form does not ask."""
    told = _text(values, "repayment")
    return Repayment(told) if told in set(Repayment) else product.repayment[0]


def may_begin(services: Services, values: Values, day: date, today: date) -> bool:
    """Whether the first payment may fall on that day, by the time and the way to pay told so far."""
    product, term = product_of(services, values), decimal(values, "term_months")
    if product is None or term is None or not 0 < term < 1000:
        return True
    told = Terms(int(term), repayment_of(values, product), day)
    return day <= told.end(today) and (told.repayment is Repayment.AT_HARVEST or not clash(told, today))


def first_payment(values: Values) -> date | None:
    """When the farmer can begin to pay, or pays all at once."""
    try:
        return date.fromisoformat(_text(values, "first_payment")[:10])
    except ValueError:
        return None


def submission(
    services: Services,
    values: Values,
    lines: Sequence[AnswerLine],
    known: Values,
    staff: Sequence[StaffMember],
    caller: str = "",
    instance: Instance | None = None,
) -> Submission:
    """What the farmer hands in. Raises `Unfit` when the lender's form does not ask what an application needs."""
    product = product_of(services, values)
    if product is None:
        raise Unfit("product")
    way, currency = repayment_of(values, product), services.lender.currency
    return Submission(
        village=_must(values, "village"),
        product_id=product.product_id,
        requested_amount=payable(_required(values, "amount"), currency),
        own_funds=payable(decimal(values, "own_funds") or Decimal(0), currency),
        term_months=int(_required(values, "term_months")),
        repayment=way,
        applicant=Person(
            _text(values, "full_name") or caller,
            _text(values, "phone") or None,
            _text(values, "national_id") or None,
        ),
        guarantor=_guarantor(values),
        harvest_on=first_payment(values) if way is Repayment.AT_HARVEST else None,
        first_due=first_payment(values) if way is not Repayment.AT_HARVEST else None,
        has_collateral=bool(_something(values, "collateral")) if "collateral" in values else None,
        related_staff=related(values, staff),
        values=dict(values),
        lines=tuple(lines),
        known=dict(known),
        instance=instance,
    )


def related(values: Values, staff: Sequence[StaffMember]) -> frozenset[int]:
    """Employees whom the farmer named as kin or as guarantor: by the name he wrote."""
    kin, guarantor = _folded(_text(values, "staff_related_who")), _text(values, "guarantor_name")
    return frozenset(
        one.user_id
        for one in staff
        if (kin and _same(_folded(one.name), kin)) or same_name(one.name, guarantor)
    )


def _same(name: str, written: str) -> bool:
    return name in written or written in name.split() or set(written.split()) >= set(name.split())


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def decimal(values: Values, name: str) -> Decimal | None:
    """A figure of the form; None when it was not given."""
    try:
        found = Decimal(_text(values, name))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _guarantor(values: Values) -> Person | None:
    name = _something(values, "guarantor_name")
    return Person(name, _text(values, "guarantor_phone") or None) if name else None


def _required(values: Values, name: str) -> Decimal:
    found = decimal(values, name)
    if found is None or found <= 0:
        raise Unfit(name)
    return found


def _must(values: Values, name: str) -> str:
    found = _text(values, name)
    if not found:
        raise Unfit(name)
    return found


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return "" if value is None else str(value).strip()


def _something(values: Values, name: str) -> str:
    """As it is written; nothing where that says "none" (a lender's form may keep such words as an answer)."""
    said = _text(values, name)
    return "" if is_nought(said, LANGUAGES) else said


# Under which item of the investigation an officer looks for an answer (`intake.dossier.SECTIONS`).
SECTIONS: Mapping[str, str] = {
    **dict.fromkeys(("full_name", "village", "phone", "national_id", "home_location"), "identity"),
    **dict.fromkeys(("staff_related", "staff_related_who", "has_debts", "debts_total"), "standing"),
    **dict.fromkeys(
        ("animals", "animals_have", "crop", "land_area", "fish", "pond_area", "processing_what", "goods"),
        "business",
    ),
    **dict.fromkeys(("vehicle", "works", "experience_years"), "business"),
    **dict.fromkeys(
        ("income_months", "income_month_good", "income_month_poor", "living_costs_month", "debts_month"),
        "repayment_ability",
    ),
    **dict.fromkeys(("term_months", "repayment", "first_payment"), "repayment_ability"),
    **dict.fromkeys(("trade", "purpose", "amount", "own_funds", "animals_buy"), "use_of_loan"),
    **dict.fromkeys(("guarantor_name", "guarantor_phone", "guarantor_relation"), "guarantor"),
    "collateral": "collateral",
    **dict.fromkeys(("site_photo", "remarks"), "site"),
}
