"""Every worked example in the documents is what the product's own calculator says, to the cent."""

from __future__ import annotations

from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from intake.lender import Lender
from intake.products import Repayment, Schedule, schedule
from tests.knowledge.samples.reading import ROOT, bare, bare_text, text_of

LENDER = Lender.load(ROOT / "intake/samples")
BOOKS = ("policy-manual", "farmer-handbook-zh", "farmer-handbook-sw")
METHODS = {"Flat": "flat", "Declining balance": "declining", "At harvest": "at_harvest"}


def plan(product: str, amount: int, months: int, method: str) -> Schedule:
    return schedule(
        LENDER.product(product), Decimal(amount), months, Repayment(method),
        currency="CNY", disbursed_on=date(2026, 3, 31),
    )  # fmt: skip


def money(amount: Decimal) -> str:
    return f"{amount:,.2f}"


@pytest.mark.parametrize("book", BOOKS)
def test_the_three_examples(book: str) -> None:
    harvest = plan("season", 6000, 8, "at_harvest")
    assert harvest.rows[0].due_on == date(2026, 11, 30)
    animals = plan("livestock", 12000, 12, "declining")
    trade = plan("trade", 6000, 6, "flat")
    said = [harvest.total_interest, harvest.total_payment, animals.rows[0].payment, animals.total_interest]
    said += [animals.total_payment, trade.total_interest, trade.rows[0].payment, trade.fee]
    said += [plan("trade", 10000, 12, method).total_interest for method in ("flat", "declining")]
    said += [trade.total_payment]
    for figure in said:
        assert bare_text(money(figure)) in bare(book), figure


def test_the_manuals_table_of_a_declining_loan() -> None:
    text = " ".join(text_of("policy-manual").split())
    for row in plan("livestock", 12000, 12, "declining").rows:
        if row.number in {1, 2, 3, 11, 12}:
            cells = [row.payment, row.interest, row.principal, row.balance]
            assert " ".join([str(row.number), *map(money, cells)]) in text


def test_paying_early() -> None:
    principal, rate = Decimal(6000), Decimal("0.084")
    months, days = principal * rate * 3 / 12, principal * rate * 10 / 365
    figures = [months, days, months + days]
    for figure in figures:
        assert money(figure.quantize(Decimal("0.01"), ROUND_HALF_UP)) in text_of("policy-manual")


def test_the_spreadsheets_instalments() -> None:
    names = {product.names["en"]: product.product_id for product in LENDER.products}
    rows = [line.split(" | ") for line in text_of("rate-table").splitlines()]
    examples = [row for row in rows if row[0] in names and row[1] in METHODS]
    assert len(examples) > 30
    for name, method, months, instalment, interest, paid in examples:
        made = plan(names[name], 1000, int(months), METHODS[method])
        assert instalment == money(made.rows[0].payment)
        assert (interest, paid) == (money(made.total_interest), money(1000 + made.total_interest))
