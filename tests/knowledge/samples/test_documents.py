"""The sample documents agree with the lender's figures, with each other, and with the manifest."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from datetime import date
from typing import Any

import pypdf
import pytest
import regex

from knowledge.documents import load
from tests.knowledge.samples.reading import ROOT, SAMPLES, bare, bare_text, library, text_of

PRODUCTS = tomllib.loads((ROOT / "intake/samples/products.toml").read_text())["products"]
LENDER = tomllib.loads((ROOT / "intake/samples/lender.toml").read_text())
BY_ID = {entry["id"]: entry for entry in library()}
RATE_CARDS = (
    "policy-manual",
    "farmers-questions",
    "circular-2026-01",
    "farmer-handbook-zh",
    "farmer-handbook-sw",
)
BOOKS = {"en": "policy-manual", "zh": "farmer-handbook-zh", "sw": "farmer-handbook-sw"}


def product_row(document_id: str, product: dict[str, Any]) -> str:
    """The table row that opens with the product's name in the document's language."""
    name = product["names"][BY_ID[document_id]["language"]]
    if document_id == "policy-manual":
        text = regex.sub(r"\s+", " ", text_of(document_id))
        found = regex.search(regex.escape(name) + r" [\d,]+ to [\d,]+ .*?%.*?%", text)
        assert found, name
        return found.group()
    return next(line for line in text_of(document_id).splitlines() if name in line and line.count("|") >= 4)


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product["id"])
@pytest.mark.parametrize("document_id", RATE_CARDS)
def test_every_rate_card_has_the_products_figures(document_id: str, product: dict[str, Any]) -> None:
    figures = regex.findall(r"[\d,]+(?:\.\d+)?", product_row(document_id, product))
    terms = [str(product["min_term_months"]), str(product["max_term_months"])]
    amounts = [f"{int(product['min_amount']):,}", f"{int(product['max_amount']):,}"]
    assert figures[:5] == [*amounts, *terms, product["annual_rate_percent"]]
    if document_id != "farmers-questions":
        assert figures[5] == product["min_own_funds_percent"]


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product["id"])
def test_the_spreadsheet_has_the_products_figures(product: dict[str, Any]) -> None:
    name, rate = product["names"]["en"], product["annual_rate_percent"]
    low, high = int(product["min_amount"]), int(product["max_amount"])
    shortest, longest = product["min_term_months"], product["max_term_months"]
    row = f"{name} | {low:,} yuan | {high:,} yuan | {shortest} months | {longest} months | {rate}%"
    assert row in text_of("rate-table")


@pytest.mark.parametrize("product", PRODUCTS, ids=lambda product: product["id"])
def test_own_money_and_loan_pay_for_the_project_and_the_loan_keeps_its_limit(product: dict[str, Any]) -> None:
    sheet = text_of("rate-table")[text_of("rate-table").index("Own money") :]
    row = next(line for line in sheet.splitlines() if product["names"]["en"] in line)
    project, own, loan = (int(figure.replace(",", "")) for figure in regex.findall(r"\d+,\d{3}", row))
    assert own + loan == project and loan <= int(product["max_amount"])
    assert own * 100 >= project * int(product["min_own_funds_percent"])


@pytest.mark.parametrize("language", BOOKS)
def test_each_book_has_the_lenders_rules_names_and_telephones(language: str) -> None:
    text = bare(BOOKS[language])
    rules = LENDER["rules"]
    for rule in ("guarantor_required_from", "collateral_required_from", "large_loan_from"):
        assert bare_text(f"{int(rules[rule]):,}") in text
    for spoken in (LENDER["lender"]["phone"], LENDER["lender"]["complaints_phone"]):
        assert bare_text(spoken) in text
    for named in [*LENDER["villages"], *PRODUCTS]:
        assert bare_text((named.get("names") or named["name"])[language]) in text
    assert bare_text(LENDER["consent"]["version"]) in text


def test_the_deadlines_in_the_manual_are_the_lenders() -> None:
    text, deadlines = bare("policy-manual"), LENDER["deadlines"]
    assert bare_text(f"at the latest after {deadlines['claim_escalation']} hours") in text
    assert bare_text(f"decide within {deadlines['decision_target'] // 24} days") in text
    assert bare_text(f"is kept for {deadlines['draft_expiry'] // 24} days and then closed") in text


def test_the_seasons_in_the_manual_are_the_lenders() -> None:
    text = bare("policy-manual")
    for season in LENDER["seasons"]:
        days = [date.fromisoformat(f"2026-{season[edge]}") for edge in ("starts", "ends")]
        assert bare_text(" to ".join(f"{day.day} {day:%B}" for day in days)) in text


def test_the_manual_is_a_printed_book() -> None:
    reader = pypdf.PdfReader(SAMPLES / BY_ID["policy-manual"]["file"])
    assert len(reader.pages) >= 25
    assert "Contents" in reader.pages[1].extract_text()
    assert len(reader.outline) > 20


def test_the_manuals_tables_are_read_cell_by_cell_as_they_were_written() -> None:
    source = (SAMPLES / "sources/policy-manual.md").read_text()
    printed = [e.text for e in load(SAMPLES / BY_ID["policy-manual"]["file"]).elements if e.kind == "table"]
    assert [_cells(table) for table in printed] == [
        _cells(table) for table in regex.findall(r"(?:^\|.*\n)+", source, regex.MULTILINE)
    ]


def _cells(table: str) -> list[list[str]]:
    rows = [line.strip("| ").split("|") for line in table.strip().replace("’", "'").split("\n")]
    return [[cell.strip() for cell in row] for row in rows if not set(row[0]) <= {"-", " "}]


def test_cross_references_lead_somewhere() -> None:
    text = text_of("policy-manual")
    headings = set(regex.findall(r"^(\d+(?:\.\d+)?) \p{Lu}", text, regex.MULTILINE))
    assert set(regex.findall(r"sections? (\d+(?:\.\d+)?)", text)) <= headings


def test_the_manifest_names_every_document_once() -> None:
    files = {path.relative_to(SAMPLES).as_posix() for path in (SAMPLES / "documents").iterdir()}
    assert {entry["file"] for entry in library()} == files
    assert len(BY_ID) == len(library()) == len(files)
    for entry in library():
        assert entry["effective_from"] <= entry.get("effective_until", date.max)
        assert entry.get("supersedes", entry["id"]) in BY_ID
        assert entry["audience"] in {"farmer", "staff"} and entry["reason"] and entry["published_by"]


def test_the_superseded_rates_stand_in_no_other_document() -> None:
    old = regex.findall(r"[\d.]+(?=% \|)", text_of("circular-2024-03"))
    assert len(old) == len(PRODUCTS)
    for entry in library():
        if entry["id"] != "circular-2024-03":
            assert not [rate for rate in old if f"{rate}%" in text_of(entry["id"])], entry["id"]


def test_staff_facts_stand_in_no_farmers_document() -> None:
    facts = (
        "three neighbours",
        "430 kg",
        "70 points",
        "50% of the household's net cash flow",
        "ear tags",
        "300 yuan",
    )
    for fact in facts:
        assert bare_text(fact) in bare("officer-guide")
        assert not [
            i for i, entry in BY_ID.items() if entry["audience"] == "farmer" and bare_text(fact) in bare(i)
        ]


def test_nothing_is_wrongly_encoded() -> None:
    for entry in library():
        text = text_of(entry["id"])
        assert not regex.search(r"[\p{Co}\p{Cn}\uFFFD]|Ã|â€", text), entry["id"]


@pytest.mark.slow
def test_the_built_files_are_what_their_sources_give() -> None:
    command = [sys.executable, str(ROOT / "scripts/build_samples.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
