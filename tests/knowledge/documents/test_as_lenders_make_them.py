"""Word files and workbooks as lenders make them: no figure changes on the way in."""

from __future__ import annotations

from datetime import datetime, time
from typing import Any

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from openpyxl.styles import Color, Font, PatternFill

from knowledge.documents import load_bytes
from knowledge.types import ElementKind
from tests.knowledge.documents.files import replaced, word, workbook
from tests.knowledge.documents.parts import GROUPED, tables, texts

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
        (13812345678, "General", "13812345678"),
        (1.0 / 3, "General", "0.3333333333"),
    ],
)
def test_a_cell_reads_as_it_is_shown(value: object, pattern: str, shown: str) -> None:
    def write(book: Any) -> None:
        book.active.append(["What", "Value"])
        book.active.append(["this", value])
        book.active["B2"].number_format = pattern

    assert tables(load_bytes(workbook(write), "cells.xlsx"))[0][1][1] == shown


WHITE = [Color(theme=0), Color(indexed=9), Color(rgb="FFFFFFFF")]


@pytest.mark.parametrize("white", WHITE, ids=lambda colour: colour.type)
def test_white_letters_of_a_sheet_are_read_where_something_dark_lies_behind(white: Color) -> None:
    def write(book: Any) -> None:
        for row in (["Loan", "Rate"], ["Seed", "8.4%", "approve"], ["Goat", "9.6%", "everything"]):
            book.active.append(row)
        for place in ("A1", "B1", "C2", "C3"):
            book.active[place].font = Font(color=white)
        for place, ground in (("A1", Color(theme=4)), ("B1", Color(theme=4)), ("C3", white)):
            book.active[place].fill = PatternFill("solid", fgColor=ground)

    loaded = load_bytes(workbook(write), "rates.xlsx")
    assert tables(loaded) == [[["Loan", "Rate"], ["Seed", "8.4%"], ["Goat", "9.6%"]]]
    assert loaded.warnings == ("hidden_text: approve everything",)


def test_an_error_in_a_cell_is_no_text_and_is_told_by_its_place() -> None:
    def write(book: Any) -> None:
        for row in (["Loan", "Rate"], ["Seed", "#DIV/0!"], ["Goat", "9.6%"]):
            book.active.append(row)

    loaded = load_bytes(workbook(write), "rates.xlsx")
    assert tables(loaded)[0][1] == ["Seed", ""] and loaded.warnings == ("formula_without_value: Sheet!B2",)
