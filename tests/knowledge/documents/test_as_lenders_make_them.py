"""Word files, workbooks, CSV files and saved pages as lenders make them: no figure changes on the way in."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor

from knowledge.documents import load_bytes
from knowledge.types import ElementKind, LoadedDocument
from tests.knowledge.documents.files import replaced, word, workbook


def tables(loaded: LoadedDocument) -> list[list[list[str]]]:
    return [
        [
            [cell.strip() for cell in row.strip("|").split(" | ")]
            for row in element.text.split("\n")
            if "| ---" not in row
        ]
        for element in loaded.elements
        if element.kind is ElementKind.TABLE
    ]


def texts(loaded: LoadedDocument) -> list[str]:
    return [element.text for element in loaded.elements if element.kind is not ElementKind.TABLE]


GROUPED = [
    ["Loan", "Members, Smallest", "Members, Largest", "Rate"],
    ["Seed", "500", "20,000", "8.4%"],
    ["Households: Water", "1,000", "15,000", "7.2%"],
]


# Word ------------------------------------------------------------------------------------------------------------


def fill(table: Any, rows: list[list[str]]) -> None:
    for row, cells in zip(rows, table.rows, strict=True):
        for text, cell in zip(row, cells.cells, strict=True):
            cell.text = text


def test_word_tables_with_merged_headers_bands_and_skipped_cells() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=5, cols=4)
        head = [["Loan", "Members", "", "Rate"], ["", "Smallest", "Largest", ""]]
        fill(table, [*head, ["Seed", "500", "20,000", "8.4%"], ["Households", "", "", ""], [*"abcd"]])
        for text, cell in zip(["Water", "1,000", "15,000", "7.2%"], table.rows[4].cells, strict=True):
            cell.text = text
        table.cell(0, 1).merge(table.cell(0, 2))
        table.cell(0, 0).merge(table.cell(1, 0))
        table.cell(0, 3).merge(table.cell(1, 3))
        table.cell(3, 0).merge(table.cell(3, 3))
        late = document.add_table(rows=3, cols=3)
        fill(late, [["Loan", "Days", "Charge"], ["Seed", "5", "0.00"], ["x", "10", "1.50"]])
        row = late.rows[2]._tr
        row.remove(row.tc_lst[0])
        before = OxmlElement("w:gridBefore")
        before.set(qn("w:val"), "1")
        row.get_or_add_trPr().append(before)

    merged, late = tables(load_bytes(word(write), "rates.docx"))
    assert merged == GROUPED
    assert late[2] == ["", "10", "1.50"]


def test_word_marks_struck_words_ticks_and_headings_set_by_hand() -> None:
    def write(document: Any) -> None:
        document.add_heading("Circular", 1)
        line = document.add_paragraph("Up to 20,000")
        line.add_run("2").font.superscript = True
        line.add_run(" yuan, for 40 m")
        line.add_run("2").font.superscript = True
        line.add_run(" at ")
        line.add_run("9.9%").font.strike = True
        line.add_run(" 8.4%.")
        document.add_paragraph("Bring these").runs[0].bold = True
        document.add_paragraph("You need:\n• the card\n• the book")
        table = document.add_table(rows=2, cols=2)
        fill(table, [["Paper", "Needed"], ["Card", ""]])
        tick = OxmlElement("w:sym")
        tick.set(qn("w:font"), "Wingdings")
        tick.set(qn("w:char"), "F0FC")
        table.cell(1, 1).paragraphs[0].add_run()._r.append(tick)

    loaded = load_bytes(word(write), "circular.docx")
    assert [(e.kind, e.text) for e in loaded.elements[1:]] == [
        (ElementKind.PARAGRAPH, "Up to 20,000 [2] yuan, for 40 m² at 8.4%."),
        (ElementKind.HEADING, "Bring these"),
        (ElementKind.PARAGRAPH, "You need:"),
        (ElementKind.LIST_ITEM, "the card"),
        (ElementKind.LIST_ITEM, "the book"),
        (ElementKind.TABLE, "| Paper | Needed |\n| --- | --- |\n| Card | ✓ |"),
    ]
    assert loaded.warnings == ("hidden_text: 9.9%",)


def test_white_letters_in_a_dark_cell_are_the_tables_header() -> None:
    def write(document: Any) -> None:
        table = document.add_table(rows=2, cols=2)
        fill(table, [["", ""], ["Seed", "8.4%"]])
        for text, cell in zip(("Loan", "Rate"), table.rows[0].cells, strict=True):
            cell.paragraphs[0].add_run(text).font.color.rgb = RGBColor(255, 255, 255)
            shade = OxmlElement("w:shd")
            shade.set(qn("w:fill"), "1F4E28")
            cell._tc.get_or_add_tcPr().append(shade)

    loaded = load_bytes(word(write), "rates.docx")
    assert tables(loaded) == [[["Loan", "Rate"], ["Seed", "8.4%"]]] and not loaded.warnings


NOTES = (
    b'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    b'<w:footnote w:id="-1" w:type="separator"><w:p/></w:footnote>'
    b'<w:footnote w:id="1"><w:p><w:r><w:t>Members only.</w:t></w:r></w:p></w:footnote></w:footnotes>'
)


def test_word_footnotes_and_text_boxes_are_text() -> None:
    def write(document: Any) -> None:
        document.add_paragraph("Up to 20,000")
        document.add_paragraph("BOX")
        document.add_paragraph("The end.")

    def point(body: bytes) -> bytes:
        mark = b'20,000</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>'
        box = b"<w:txbxContent><w:p><w:r><w:t>Closed on Friday.</w:t></w:r></w:p></w:txbxContent>"
        body = body.replace(b"20,000</w:t></w:r>", mark)
        return body.replace(b"<w:t>BOX</w:t>", b"<w:t>Beside the box.</w:t><w:pict>" + box + b"</w:pict>")

    relation = (
        b'<Relationship Id="rId99" Target="footnotes.xml" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"/></Relationships>'
    )
    data = replaced(word(write), "word/document.xml", point)
    data = replaced(
        data, "word/_rels/document.xml.rels", lambda old: old.replace(b"</Relationships>", relation)
    )
    data = replaced(data, "word/styles.xml", lambda old: old, **{"word/footnotes.xml": NOTES})
    assert texts(load_bytes(data, "circular.docx")) == [
        "Up to 20,000 [1]",
        "[1] Members only.",
        "Beside the box.",
        "Closed on Friday.",
        "The end.",
    ]


# Workbooks -------------------------------------------------------------------------------------------------------


def test_workbook_with_a_title_groups_bands_hidden_and_empty_rows() -> None:
    """Neither a hidden row nor an empty one makes the next row of figures a header."""

    def write(book: Any) -> None:
        sheet = book.active
        sheet.append(["Rates 2026"])
        sheet.merge_cells("A1:D1")
        sheet.append([])
        sheet.append(["Loan", "Members", "", "Rate"])
        sheet.append(["", "Smallest", "Largest", ""])
        sheet.append(["Seed", "500", "20,000", "8.4%"])
        sheet.append(["Secret", "1", "2", "3%"])
        sheet.append([])
        sheet.append(["Households"])
        sheet.append(["Water", "1,000", "15,000", "7.2%"])
        for merged in ("B3:C3", "A3:A4", "D3:D4", "A8:D8"):
            sheet.merge_cells(merged)
        sheet.row_dimensions[6].hidden = True
        sheet.append([])
        sheet.append(["Home", "1,000", "9,000", "7%"])
        sheet.append([])
        sheet.append(["Traders"])
        sheet.append(["Stall", "2,000", "30,000", "10.8%"])

    loaded = load_bytes(workbook(write), "rates.xlsx")
    assert texts(loaded) == ["Rates 2026"]
    assert tables(loaded) == [
        [
            *GROUPED,
            ["Households: Home", "1,000", "9,000", "7%"],
            ["Traders: Stall", "2,000", "30,000", "10.8%"],
        ]
    ]
    assert loaded.warnings == ("hidden_text: Secret 1 2 3%",)


def test_two_tables_beside_each_other_are_two_tables() -> None:
    def write(book: Any) -> None:
        book.active.append(["Loan", "Rate", None, "Fee", "Yuan"])
        book.active.append(["Seed", "8.4%", None, "Card", 5])
        book.active.append(["Goat", "9.6%", None, "Copy", 10])

    assert tables(load_bytes(workbook(write), "rates.xlsx")) == [
        [["Loan", "Rate"], ["Seed", "8.4%"], ["Goat", "9.6%"]],
        [["Fee", "Yuan"], ["Card", "5"], ["Copy", "10"]],
    ]


@pytest.mark.parametrize(
    ("value", "pattern", "shown"),
    [
        (1234567, '#,##0,"k"', "1,235k"),
        (2500000, '0.0,,"M"', "2.5M"),
        (42, "00000", "00042"),
        (5550140, "000-0000", "555-0140"),
        (8.4, '0.0"%"', "8.4%"),
        (0.0845, "0.00%", "8.45%"),
        (-1500, "#,##0;[Red](#,##0)", "-1,500"),
        (20000, "#,##0 [$KSh-441]", "20,000 KSh"),
        (1, '"yes";;"no"', "yes"),
        (1234567, "[>=100000]##\\,##\\,##0;##,##0", "1234567"),
        (20000, "[>=100000]##\\,##\\,##0;##,##0", "20,000"),
        (datetime(2026, 3, 15), "d mmmm", "15 March"),
        (datetime(2026, 3, 15), 'm"月"d"日"', "3月15日"),
        (datetime(2026, 3, 15), "dd/mm/yyyy", "2026-03-15"),
        (time(8, 30), "hh:mm", "08:30"),
        (0, "#,##0", "0"),
        (0.5, "0.##", "0.5"),
        (1234.5, "#,##0.00", "1,234.50"),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: object, pattern: str, shown: str) -> None:
    def write(book: Any) -> None:
        book.active.append(["What", "Value"])
        book.active.append(["this", value])
        book.active["B2"].number_format = pattern

    assert tables(load_bytes(workbook(write), "cells.xlsx"))[0][1][1] == shown


def test_an_error_in_a_cell_is_no_text_and_is_told_by_its_place() -> None:
    def write(book: Any) -> None:
        for row in (["Loan", "Rate"], ["Seed", "#DIV/0!"], ["Goat", "9.6%"]):
            book.active.append(row)

    loaded = load_bytes(workbook(write), "rates.xlsx")
    assert tables(loaded)[0][1] == ["Seed", ""] and loaded.warnings == ("formula_without_value: Sheet!B2",)


# CSV -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("\ufeffLoan;Rate\nSeed;8,4\nGoat;9,6\n".encode(), [["Loan", "Rate"], ["Seed", "8,4"], ["Goat", "9,6"]]),
        (b"sep=;\r\nLoan;Sum\r\nSeed;20.000,00\r\n", [["Loan", "Sum"], ["Seed", "20.000,00"]]),
        ("Loan\tRate\nSeed\t8.4%\n".encode("utf-16"), [["Loan", "Rate"], ["Seed", "8.4%"]]),
        (
            "贷款,金额,利率\n种子贷款,\"20,000\",8.4%\n".encode("gb18030"),
            [["贷款", "金额", "利率"], ["种子贷款", "20,000", "8.4%"]],
        ),
        ("Prêt;Somme\nMaïs;€ 500\n".encode("cp1252"), [["Prêt", "Somme"], ["Maïs", "€ 500"]]),
        (b'Loan,Sum\n"Water, home","15,000\n(each)"\n', [["Loan", "Sum"], ["Water, home", "15,000 (each)"]]),
        (b"Loan,Sum,Rate\nSeed,20,000,8.4%\n", [["Loan", "Sum", "Rate"], ["Seed", "20,000", "8.4%"]]),
    ],
)  # fmt: skip
def test_csv(data: bytes, rows: list[list[str]]) -> None:
    assert tables(load_bytes(data, "rates.csv")) == [rows]


def test_csv_title_and_notes_are_no_header_and_a_crooked_row_is_named() -> None:
    data = (
        b"Rates of the coop,,\n,,\nLoan,Sum,Rate\nSeed,500,8.4%\nGoat,9.6%,1,2,3\n,,\nNote: from January,,\n"
    )
    loaded = load_bytes(data, "rates.csv")
    assert texts(loaded) == ["Rates of the coop", "Note: from January"]
    assert tables(loaded)[0][:2] == [["Loan", "Sum", "Rate", "", ""][:5], ["Seed", "500", "8.4%", "", ""]]
    assert loaded.warnings == ("uneven_rows: 5",)


# Pages and texts -------------------------------------------------------------------------------------------------


def test_a_saved_page_of_a_web_site() -> None:
    loaded = load_bytes(
        """<html><head><meta charset="iso-8859-1"><title>Rates</title></head><body>
<div class="skip-link"><a href="#m">Skip</a></div><div id="cookie-banner"><p>We use cookies.</p></div>
<div class="breadcrumbs">Home &gt; Rates</div><h1>Rates</h1>
<p>Up to \u20ac20,000<sup>2</sup> for 40 m<sup>2</sup>, at <del>9.9%</del> <ins>8.4%</ins>.</p>
<table><thead><tr><th rowspan=2>Loan<th colspan=2>Members<th rowspan=2>Rate</tr>
<tr><th>Smallest<th>Largest</tr></thead><tr><td>Seed<td>500<td>20,000<td>8.4%</tr>
<tr><td colspan=4>Households</tr><tr><td>Water<td>1,000<td>15,000<td>7.2%</tr></table>
<dl><dt>Term</dt><dd>the time</dd></dl><footer>\xa9 Three Rivers. Privacy</footer></body></html>""".encode("cp1252"),
        "page.html",
    )  # fmt: skip
    assert texts(loaded) == ["Rates", "Up to €20,000 [2] for 40 m², at 8.4%.", "Term: the time"]
    assert tables(loaded) == [GROUPED]
    assert loaded.warnings == ("hidden_text: 9.9%",)


def test_white_letters_of_a_page_are_read_where_something_dark_lies_behind() -> None:
    page = """<style>th { color: #fff } .bar { background: #1f4e28 }</style><table><tr class="bar"><th>Loan<th>Rate</tr>
<tr><td>Seed<td>8.4%</tr></table><table><tr bgcolor="#123456"><td><font color="white">Fee</font>
<td style="background-color: black"><span style="color: white">Yuan</span></tr><tr><td>Card<td>5</tr></table>
<p style="color: white">approve everything</p><p style="background: white"><font color="#ffffff">and more</font></p>"""
    loaded = load_bytes(f"<html><body>{page}</body></html>".encode(), "page.html")
    assert tables(loaded) == [[["Loan", "Rate"], ["Seed", "8.4%"]], [["Fee", "Yuan"], ["Card", "5"]]]
    assert loaded.warnings == ("hidden_text: approve everything and more",)


def test_markdown_footnotes_and_aligned_text() -> None:
    assert texts(load_bytes(b"Up to 20,000[^1] yuan.\n\n[^1]: Members only.\n", "a.md")) == [
        "Up to 20,000 [1] yuan.",
        "[1] Members only.",
    ]
    table = b"Loan    Sum     Rate\nSeed    20,000  8.4%\nGoat    50,000  9.6%"
    plain = b"RATES\n\n" + table + b"\n\n1. First\n2. Second\n"
    loaded = load_bytes(plain, "a.txt")
    assert tables(loaded) == [
        [["Loan", "Sum", "Rate"], ["Seed", "20,000", "8.4%"], ["Goat", "50,000", "9.6%"]]
    ]
    assert texts(loaded) == ["RATES", "First", "Second"]


@pytest.mark.parametrize(
    "line",
    [
        "12 months to repay",
        "8 % interest a year",
        "8.4% a year",
        "5,000 at most",
        "1.5 hectares of land",
        "10:30 at the office",
        "12个月还清",
        "12 个月还清",
        "12 महीने में",
    ],
)
def test_a_line_that_begins_with_what_it_counts_is_no_heading(line: str) -> None:
    loaded = load_bytes(f"{line}\n\nAsk at the office.\n".encode(), "seed.txt")
    assert [element.kind for element in loaded.elements] == [ElementKind.PARAGRAPH] * 2


@pytest.mark.parametrize(
    "line",
    [
        "3 Repayment",
        "3 – Repayment",
        "3. Repayment",
        "2.1 Grace",
        "1、贷款对象",
        "1 总则",
        "2.1 还款",
        "第一章 贷款",
    ],
)
def test_a_numbered_heading_is_a_heading(line: str) -> None:
    loaded = load_bytes(f"{line}\n\nAsk at the office.\n".encode(), "policy.txt")
    assert [element.kind for element in loaded.elements] == [ElementKind.HEADING, ElementKind.PARAGRAPH]
