"""Sheets of cells, from a workbook or a CSV file: titles and notes as text, blocks of cells as tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.documents.builder import Builder
from knowledge.documents.tables import Across, Row

_DEFAULT_NAME = re.compile(r"^(?:sheet|feuil|hoja|laha|工作表)\s*\d*$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def add_sheet(name: str, rows: Sequence[Row], builder: Builder, *, alone: bool) -> None:
    """A sheet: its name as heading, then lines that stand alone as text and blocks of cells as tables."""
    if not any(any(row) for row in rows):
        return
    if name and not (alone and _DEFAULT_NAME.match(name)):
        builder.heading(name, 1)
    add_cells(rows, builder)


def add_cells(rows: Sequence[Row], builder: Builder) -> None:
    """Rows of cells: empty rows and columns part one table from another, unless a table just goes on below."""
    table: list[Row] = []
    for block in _blocks(rows):
        if table and (below := _going_on(table, block)):
            table += below
            continue
        _add_table(table, builder)
        table = []
        start, end = _inside_notes(block)
        _add_notes(block[:start], builder)
        beside = _side_by_side(block[start:end])
        if len(beside) == 1 and end == len(block):
            table = beside[0]
            continue
        for part in beside:
            _add_table(part, builder)
        _add_notes(block[end:], builder)
    _add_table(table, builder)


def _add_table(table: Sequence[Row], builder: Builder) -> None:
    if table:
        builder.table(table)


def _add_notes(rows: Sequence[Row], builder: Builder) -> None:
    for row in rows:
        builder.paragraph(" ".join(cell for cell in row if cell and not isinstance(cell, Across)))


def _blocks(rows: Sequence[Row]) -> Iterator[list[Row]]:
    for filled, block in groupby(rows, any):
        if filled:
            yield [list(row) for row in block]


def _inside_notes(block: Sequence[Row]) -> tuple[int, int]:
    """Lines of one cell before and after a table are its title and notes."""
    start, end = 0, len(block)
    while start < end and _is_note(block[start]):
        start += 1
    while end > start and _is_note(block[end - 1]):
        end -= 1
    return start, end


def _is_note(row: Row) -> bool:
    return sum(1 for cell in row if cell and not isinstance(cell, Across)) <= 1


def _going_on(table: Sequence[Row], block: Sequence[Row]) -> list[Row]:
    """The rows of a block below an empty row that has no header of its own: its figures are the columns' above.

    A line of one cell over them is the name of the group, as if it were merged over the table.
    """
    start = next((place for place, row in enumerate(block) if not _is_note(row)), len(block))
    figures = block[start:]
    if not figures or not _used(figures) <= _used(table):
        return []
    if not any(_is_figure(cell) for cell in figures[0][min(_used(figures)) + 1 :]):
        return []
    width = max(len(row) for row in table)
    names = [next(filter(None, row)) for row in block[:start]]
    return [*([name, *[Across(name)] * (width - 1)] for name in names), *figures]


def _is_figure(cell: str) -> bool:
    return any(char.isdigit() for char in cell) and not _YEAR.match(cell)


def _used(rows: Sequence[Row]) -> set[int]:
    return {column for row in rows for column, cell in enumerate(row) if cell}


def _side_by_side(block: list[Row]) -> list[list[Row]]:
    """The tables of a block that stand beside each other: an empty column parts them, each names its rows."""
    groups: list[list[int]] = []
    for column in sorted(_used(block)):
        if groups and column == groups[-1][-1] + 1:
            groups[-1].append(column)
        else:
            groups.append([column])
    parts = [[[row[column] for column in group if column < len(row)] for row in block] for group in groups]
    if len(parts) > 1 and all(len(part[0]) > 1 and _names_rows(part) for part in parts):
        return [[row for row in part if any(row)] for part in parts]
    return [block] if block else []


def _names_rows(part: Sequence[Row]) -> bool:
    """Whether the first column holds words under a header."""
    first = [row[0] for row in part[1:] if row and row[0]]
    return bool(part[0] and part[0][0]) and sum(not _is_figure(cell) for cell in first) > len(first) / 2
