"""One page: the ruled tables first, then the lines of what is left."""

from __future__ import annotations

from typing import Any

from knowledge.documents.pdf.cells import ReadTable, read_table
from knowledge.documents.pdf.columns import in_columns
from knowledge.documents.pdf.glyphs import Char, is_slanted, is_turned
from knowledge.documents.pdf.lines import Page, PdfTable, line_of
from knowledge.documents.pdf.rowruled import row_ruled_tables
from knowledge.documents.pdf.runs import Run, joined, lines_in, runs_of
from knowledge.documents.pdf.seen import characters_of
from knowledge.documents.pdf.spelling import garbled
from knowledge.documents.pdf.unruled import unruled_tables
from knowledge.documents.refusal import DocumentRefused, Refusal

_CHARS_MOST = 60_000
_EDGES_MOST = 4000


def read_page(page: Any, number: int) -> Page:
    """The seen lines and the ruled tables of one pdfplumber page."""
    if len(page.chars) > _CHARS_MOST:
        raise DocumentRefused(Refusal.TOO_MUCH_TEXT)
    page = _upright(page)
    found = characters_of(page)
    runs = list(runs_of(found.seen))
    result = Page(number, float(page.height), has_picture=bool(page.images))
    result.sizes.update(round(char["size"], 1) for char in found.seen)
    result.unmapped = found.unmapped
    result.garbled = garbled([run.text for run in runs])
    result.hidden = _texts(found.hidden)
    tables = [read_table(table, runs) for table in _ruled_tables(page)]
    for table in tables:
        left, top, right, bottom = table.box
        result.tables.append(
            PdfTable(table.rows, top, bottom, left, right, table.lefts, len(table.rows) > 1, table.first_row)
        )
    free = [run for run in runs if not _in_a_table(run, tables)]
    row_ruled, taken = row_ruled_tables(page, free, [table.box for table in tables])
    result.tables += row_ruled
    rows = list(in_columns(lines_in([run for run in free if id(run) not in taken])))
    unruled, rest = unruled_tables(rows)
    result.tables += unruled
    result.lines = [line_of(row) for row in rest]
    return result


def _upright(page: Any) -> Any:
    """The page as it is held to be read: a wide table is often printed on its side."""
    turned = [char for char in page.chars if is_turned(char)]
    if len(turned) <= len(page.chars) / 2:
        return page
    page.page_obj.rotate = (page.page_obj.rotate + (90 if turned[0]["matrix"][1] > 0 else 270)) % 360
    return type(page)(page.pdf, page.page_obj, page.page_number, page.initial_doctop)


def _in_a_table(run: Run, tables: list[ReadTable]) -> bool:
    return any(id(char) in table.taken for table in tables for char in run.chars)


def _ruled_tables(page: Any) -> list[Any]:
    """Tables drawn with lines, of two columns or more; a framed paragraph is none."""
    if len(page.lines) + len(page.rects) + len(page.curves) < 2:
        return []
    if len(page.edges) > _EDGES_MOST:  # a drawing, not a table; the search is quadratic
        return []
    return [table for table in page.find_tables() if len(table.columns) > 1]


def _texts(chars: list[Char]) -> list[str]:
    """What was set aside, line by line; a watermark string by string."""
    level = [char for char in chars if not is_slanted(char)]
    strings: dict[int, str] = {}
    for char in chars:
        if is_slanted(char):
            strings[char["string"]] = strings.get(char["string"], "") + char["text"]
    lines = joined(list(runs_of(level))).split("\n") if level else []
    return [*lines, *strings.values()]
