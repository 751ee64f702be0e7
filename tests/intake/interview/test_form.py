"""The sample lender's form: loads without a fault, says everything in three languages, agrees with the lender."""

from __future__ import annotations

import tomllib

import pytest

from intake.forms import FormSession
from intake.interview.columns import packed
from tests.intake.interview.world import INTAKE, form, interview

LENDER = tomllib.loads((INTAKE / "samples" / "lender.toml").read_text(encoding="utf-8"))
RELIED_ON = [
    "consent",
    "village",
    "full_name",
    "phone",
    "national_id",
    "trade",
    "purpose",
    "product",
    "amount",
    "term_months",
    "repayment",
    "first_payment",
    "own_funds",
    "income_months",
    "income_month_good",
    "income_month_poor",
    "living_costs_month",
    "has_debts",
    "debts_total",
    "debts_month",
    "experience_years",
    "land_area",
    "animals",
    "animals_buy",
    "animals_have",
    "guarantor_name",
    "guarantor_phone",
    "guarantor_relation",
    "collateral",
    "staff_related",
    "staff_related_who",
    "home_location",
    "site_photo",
    "remarks",
]


def test_it_loads_without_a_fault() -> None:
    assert form().faults == []


def test_the_names_others_rely_on_are_there() -> None:
    assert set(RELIED_ON) <= {field.name for field in form().root.subtree()}


@pytest.mark.parametrize("column", ["label", "hint", "guidance_hint", "constraint_message"])
def test_every_text_is_there_in_every_language(column: str) -> None:
    for path, row in form().sheets.by_path.items():
        texts = [row.cells.get(f"{column}::{language}") for language in form().languages]
        assert all(texts) or not any(texts), (path, column)


def test_every_question_says_why_and_what_is_wrong() -> None:
    for control in form().questions:
        cells = form().sheets.extras(control.field.path)
        assert cells.get("guidance_hint::English (en)"), control.field.name
        assert bool(cells.get("constraint")) == bool(cells.get("constraint_message::English (en)")), (
            control.field.name
        )


def test_villages_and_thresholds_are_the_lenders() -> None:
    villages = {choice.name: choice.label for choice in interview().session.choices("village")}
    assert villages == {village["id"]: village["names"]["en"] for village in LENDER["villages"]}
    guarantor = form().sheets.extras("/data/guarantor_name") or form().sheets.extras(
        form().by_name["guarantor_name"].path
    )
    assert LENDER["rules"]["guarantor_required_from"] in guarantor["relevant"]
    collateral = form().sheets.extras(form().by_name["collateral"].path)
    assert LENDER["rules"]["collateral_required_from"] in collateral["relevant"]


@pytest.mark.parametrize(
    "trade", ["crop", "livestock", "aquaculture", "processing", "trade", "transport", "household"]
)
def test_every_trade_has_its_product_and_repayment(trade: str) -> None:
    products = tomllib.loads((INTAKE / "samples" / "products.toml").read_text(encoding="utf-8"))["products"]
    session: FormSession = interview().session
    session.answer("trade", trade)
    product = next(product for product in products if trade in product["trades"])
    assert session.value("product") == product["id"]
    assert {choice.name for choice in session.choices("repayment")} == set(product["repayment"])


def test_the_questions_speak_of_the_farmers_animals() -> None:
    for language, word in (("en", "goats"), ("zh", "山羊"), ("sw", "mbuzi")):
        talk = interview(language)
        talk.session.answer("trade", "livestock")
        talk.session.answer("animals", "goats")
        assert word in talk.questions.label("/data/animals_have")


def test_packed_cells() -> None:
    assert packed("en: goat, goats; zh: 羊", "zh") == ("羊",)
    assert packed("goat, goats") == ("goat", "goats")
