"""Builds the sample lender's PDF, DOCX and XLSX from their sources; the same sources give the same bytes.

    .venv/bin/python scripts/build_samples.py [--check]

`--check` builds into memory and fails if a committed file differs.
"""

from __future__ import annotations

import io
import re
import sys
import tomllib
import zipfile
from datetime import UTC, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import typst
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Pt
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from sample_markdown import Block, Run, read_blocks

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "knowledge/samples/sources"
DOCUMENTS = ROOT / "knowledge/samples/documents"
PRODUCTS = ROOT / "intake/samples/products.toml"
LENDER = ROOT / "intake/samples/lender.toml"
MADE_ON = datetime(2026, 1, 1, tzinfo=UTC)
METHODS = {"flat": "Flat", "declining": "Declining balance", "at_harvest": "At harvest"}
CENT = Decimal("0.01")
TABLE_WIDTH, CELL_MARGINS, LETTER = 440, 14, 6.4  # points, of the page and the type policy-manual.typ sets


# --- PDF ---------------------------------------------------------------------------------------------


def manual_pdf() -> bytes:
    """The policy manual, set by typst with its bundled fonts."""
    blocks = read_blocks((SOURCES / "policy-manual.md").read_text())
    title, *rest = blocks
    body = "\n\n".join(_typst_block(block) for block in rest)
    source = (SOURCES / "policy-manual.typ").read_text().replace("// BODY", body)
    source = source.replace("TITLE", title.text)
    return bytes(typst.compile(source.encode(), format="pdf", ignore_system_fonts=True))


def _typst_block(block: Block) -> str:
    if block.kind == "heading":
        return f"{'=' * (block.level - 1)} {_typst_runs(block.runs)}"
    if block.kind == "table":
        return _typst_table(block.rows)
    marks = {"paragraph": "", "bullet": "- ", "numbered": "+ "}
    return marks[block.kind] + _typst_runs(block.runs)


def _typst_table(rows: tuple[tuple[str, ...], ...]) -> str:
    cells = "".join("\n  " + "".join(f"[{_typst_text(cell)}], " for cell in row) for row in rows[1:])
    head = "".join(f"[{_typst_text(cell)}], " for cell in rows[0])
    return f"#table(columns: ({', '.join(_widths(rows))}), table.header({head}), {cells})"


def _widths(rows: tuple[tuple[str, ...], ...]) -> list[str]:
    """Column widths in proportion to their longest cell, but none narrower than its longest word."""
    weights = [
        min(max(*map(len, head.split()), *(len(row[i]) for row in rows[1:]), 7), 45)
        for i, head in enumerate(rows[0])
    ]
    needed = [max(len(word) for row in rows for word in row[i].split() or [""]) for i in range(len(weights))]
    share = TABLE_WIDTH / sum(weights)
    return [
        f"{weight}fr" if weight * share >= (need := longest * LETTER + CELL_MARGINS) else f"{need:g}pt"
        for weight, longest in zip(weights, needed, strict=True)
    ]


def _typst_runs(runs: tuple[Run, ...]) -> str:
    return "".join(f"*{_typst_text(text)}*" if bold else _typst_text(text) for text, bold in runs)


def _typst_text(text: str) -> str:
    return re.sub(r"([\\#$*_`<>@\[\]~/=+-])", r"\\\1", text)


# --- DOCX --------------------------------------------------------------------------------------------


def word_document(source: str, *, latin: str, east_asian: str | None = None, language: str) -> bytes:
    """A Word file with real headings, lists and tables."""
    document = Document()
    style: Any = document.styles["Normal"]
    style.font.name, style.font.size = latin, Pt(11)
    if east_asian:
        style.element.rPr.rFonts.set(qn("w:eastAsia"), east_asian)
    for block in read_blocks((SOURCES / source).read_text()):
        _add_word_block(document, block)
    properties = document.core_properties
    properties.language, properties.author = language, "Three Rivers Farmers' Credit Cooperative"
    properties.title = read_blocks((SOURCES / source).read_text())[0].text
    properties.created = properties.modified = MADE_ON
    buffer = io.BytesIO()
    document.save(buffer)
    return _steady(buffer.getvalue())


def _add_word_block(document: Any, block: Block) -> None:
    if block.kind == "heading":
        document.add_heading(block.text, level=block.level - 1)
        return
    if block.kind == "table":
        _add_word_table(document, block.rows)
        return
    styles = {"paragraph": "Normal", "bullet": "List Bullet", "numbered": "List Number"}
    paragraph = document.add_paragraph(style=styles[block.kind])
    for text, bold in block.runs:
        paragraph.add_run(text).bold = bold


def _add_word_table(document: Any, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Light Grid Accent 1")
    for row, cells in zip(rows, table.rows, strict=True):
        for text, cell in zip(row, cells.cells, strict=True):
            cell.text = text
    document.add_paragraph()


# --- XLSX --------------------------------------------------------------------------------------------


def rate_table() -> bytes:
    """The rate and fee table; every figure is read or reckoned from the product file."""
    products = tomllib.loads(PRODUCTS.read_text())["products"]
    rules = tomllib.loads(LENDER.read_text())["rules"]
    workbook = Workbook()
    workbook.remove(workbook.active)
    for name, rows in (
        ("Rates and limits", _rates(products)),
        ("Own funds", _own_funds(products)),
        ("Fees", _fees()),
        ("Instalments per 1000", _instalments(products)),
        ("Late charge", _late()),
        ("Decision powers", _powers(rules)),
        (
            "About",
            [["About this table"], ["Version 2026-01, in force from 1 January 2026. Amounts are in yuan."]],
        ),
    ):
        _add_sheet(workbook, name, rows)
    workbook.properties.title = "Rate and Fee Table"
    workbook.properties.creator = "Three Rivers Farmers' Credit Cooperative"
    buffer = io.BytesIO()
    workbook.save(buffer)
    return _steady(buffer.getvalue())


def _rates(products: list[dict[str, Any]]) -> list[list[Any]]:
    head = ["Loan", "Smallest amount", "Largest amount", "Shortest term", "Longest term",
            "Rate per year", "Ways to repay"]  # fmt: skip
    return [head] + [
        [
            product["names"]["en"],
            f"{int(product['min_amount']):,} yuan",
            f"{int(product['max_amount']):,} yuan",
            f"{product['min_term_months']} months",
            f"{product['max_term_months']} months",
            f"{product['annual_rate_percent']}%",
            ", ".join(METHODS[method] for method in product["repayment"]),
        ]
        for product in products
    ]


def _own_funds(products: list[dict[str, Any]]) -> list[list[Any]]:
    rows: list[list[Any]] = [["Loan", "Own funds, at least", "Project cost", "Own money", "Loan at most"]]
    for product in products:
        share = int(product["min_own_funds_percent"])
        loan = min(20_000 * (100 - share) // 100, int(product["max_amount"]))
        rows.append([product["names"]["en"], f"{share}%", "20,000", f"{20_000 - loan:,}", f"{loan:,}"])
    return rows


def _fees() -> list[list[Any]]:
    return [
        ["Fee", "How much", "When"],
        ["Market Trade Loan, fee", "1% of the amount", "once, on the day the money is paid out"],
        ["Village Enterprise Loan, fee", "1% of the amount", "once, on the day the money is paid out"],
        ["Seed and Season, Livestock and Fish, Home and Water Loans, fee", "none", "never"],
        ["Membership share, one per household", "100 yuan", "once, given back on leaving"],
        ["Third and further copies of a contract", "5 yuan each", "when asked for"],
        ["Paying early", "free", "at any time"],
        ["Changing the way of repaying", "free", "once in a loan"],
    ]


def _instalments(products: list[dict[str, Any]]) -> list[list[Any]]:
    head = ["Loan", "Way to repay", "Months", "Instalment for 1,000 yuan", "Interest in all", "Paid in all"]
    rows: list[list[Any]] = [head]
    for product in products:
        for method in product["repayment"]:
            for months in _terms(product, method):
                rate = Decimal(product["annual_rate_percent"])
                instalment, interest = reckon(Decimal(1000), rate, months, method)
                rows.append([product["names"]["en"], METHODS[method], months, f"{instalment:,.2f}",
                             f"{interest:,.2f}", f"{1000 + interest:,.2f}"])  # fmt: skip
    return rows


def _terms(product: dict[str, Any], method: str) -> list[int]:
    shortest, longest = product["min_term_months"], product["max_term_months"]
    return [months for months in (3, 6, 8, 9, 12, 18, 24, 36) if shortest <= months <= longest]


def _late() -> list[list[Any]]:
    rows: list[list[Any]] = [["Days after the due date", "Days charged", "Late charge on 1,000 yuan overdue"]]
    for days in (5, 6, 10, 20, 35, 65, 95, 200):
        charged = max(days - 5, 0)
        charge = min(Decimal(1000) * Decimal("0.0003") * charged, Decimal(50))
        rows.append([days, charged, f"{charge:.2f}"])
    return rows


def _powers(rules: dict[str, str]) -> list[list[Any]]:
    guarantor, large = int(rules["guarantor_required_from"]), int(rules["large_loan_from"])
    return [
        ["Amount", "Visits and recommends", "Decides", "Besides"],
        [f"Below {guarantor:,} yuan", "village officer", "reviewer", "nothing"],
        [f"{guarantor:,} to {large - 1:,} yuan", "village officer", "reviewer", "guarantor"],
        [f"{large:,} yuan and more", "village officer", "reviewer",
         "guarantor, collateral, written share of responsibility"],
    ]  # fmt: skip


def _add_sheet(workbook: Any, name: str, rows: list[list[Any]]) -> None:
    sheet = workbook.create_sheet(name)
    for row in rows:
        sheet.append(row)
    for cell in sheet[1]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DCE6D8")
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    for column in sheet.columns:
        sheet.column_dimensions[column[0].column_letter].width = min(
            60, 3 + max(len(str(cell.value)) for cell in column)
        )
    sheet.freeze_panes = "A2"


def reckon(principal: Decimal, rate: Decimal, months: int, method: str) -> tuple[Decimal, Decimal]:
    """Instalment and whole interest in yuan; `rate` is per cent a year (policy manual, section 4)."""
    if method in {"flat", "at_harvest"}:
        interest = _cents(principal * rate / 100 * months / 12)
        parts = months if method == "flat" else 1
        return _cents((principal + interest) / parts), interest
    monthly = rate / 100 / 12
    instalment = _cents(principal * monthly / (1 - (1 + monthly) ** -months))
    balance, total = principal, Decimal(0)
    for _ in range(months):
        interest = _cents(balance * monthly)
        balance, total = balance - (instalment - interest), total + interest
    return instalment, total


def _cents(amount: Decimal) -> Decimal:
    return amount.quantize(CENT, ROUND_HALF_UP)


# --- the same bytes every time -------------------------------------------------------------------------


def _steady(package: bytes) -> bytes:
    """An Office file without the clock in it: fixed times in its zip and in its properties."""
    buffer = io.BytesIO()
    stamp = MADE_ON.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(<dcterms:\w+[^>]*>)[^<]*", rb"\g<1>" + stamp, data)
            entry = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(entry, data)
    return buffer.getvalue()


def build() -> dict[str, bytes]:
    """Every built file by name."""
    return {
        "policy-manual.pdf": manual_pdf(),
        "guarantors-guide.docx": word_document("guarantors-guide.md", latin="Calibri", language="en"),
        "farmer-handbook-zh.docx": word_document(
            "farmer-handbook-zh.md", latin="Calibri", east_asian="宋体", language="zh"
        ),
        "rate-table.xlsx": rate_table(),
    }


def main() -> int:
    differing = []
    for name, data in build().items():
        path = DOCUMENTS / name
        if path.exists() and path.read_bytes() == data:
            continue
        differing.append(name)
        if "--check" not in sys.argv:
            path.write_bytes(data)
    print("built anew:" if differing else "all as committed", ", ".join(differing))
    return 1 if differing and "--check" in sys.argv else 0


if __name__ == "__main__":
    raise SystemExit(main())
