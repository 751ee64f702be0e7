"""Tables whose rows alone are ruled or shaded: lines part the rows, clear space the columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from knowledge.documents.pdf.lines import PdfTable
from knowledge.documents.pdf.runs import Run, joined, lines_in
from knowledge.documents.pdf.spacing import Row, Span, cells_of, merged, names_columns, place, span_of
from knowledge.documents.tables import Across

_WIDE = 80.0  # points; a shorter line underlines a word
_LOW, _HIGH = 8.0, 140.0  # how high a row may be
_BANDS = 3
_SAME = 3.0
Rule = tuple[float, float, float]  # from where to where, and how far down


def row_ruled_tables(
    page: Any, runs: Sequence[Run], boxes: Sequence[tuple[float, float, float, float]]
) -> tuple[list[PdfTable], set[int]]:
    """The tables between the level rules of a page outside `boxes`, and the ids of the words they took."""
    tables: list[PdfTable] = []
    taken: set[int] = set()
    for rules in _ladders(list(_rules(page, boxes))):
        found = _table(rules, [run for run in runs if id(run) not in taken])
        if found is not None:
            table, words = found
            tables.append(table)
            taken |= {id(run) for run in words}
    return tables, taken


def _rules(page: Any, boxes: Sequence[tuple[float, float, float, float]]) -> Iterator[Rule]:
    """The level lines and edges of a page; pieces that touch are one."""
    by_height: dict[int, list[Span]] = {}
    for edge in page.edges:
        if edge["orientation"] == "h":
            by_height.setdefault(round(edge["top"]), []).append((edge["x0"], edge["x1"]))
    for height, pieces in sorted(by_height.items()):
        for left, right in merged(pieces):
            inside = any(
                top - _SAME <= height <= bottom + _SAME and left < b and right > a
                for a, top, b, bottom in boxes
            )
            if right - left >= _WIDE and not inside:
                yield left, right, float(height)


def _ladders(rules: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rules of one width under one another, a row's height apart."""
    ladders: list[list[Rule]] = []
    for rule in rules:
        for ladder in ladders:
            left, right, height = ladder[-1]
            if abs(left - rule[0]) < _SAME and abs(right - rule[1]) < _SAME and rule[2] - height <= _HIGH:
                if rule[2] - height >= _LOW:
                    ladder.append(rule)
                break
        else:
            ladders.append([rule])
    return (ladder for ladder in ladders if len(ladder) > _BANDS)


def _table(rules: Sequence[Rule], runs: Sequence[Run]) -> tuple[PdfTable, list[Run]] | None:
    left, right = rules[0][0], rules[0][1]
    within = [run for run in runs if left - _SAME <= (run.left + run.right) / 2 <= right + _SAME]
    bands = [
        [run for run in within if top <= run.middle < bottom]
        for (_, _, top), (_, _, bottom) in pairwise(rules)
    ]
    cells = [[cell for line in lines_in(band) for cell in cells_of(line)] for band in bands]
    columns = merged([span_of(cell) for band in cells if len(band) > 1 for cell in band])
    rows = [_placed(band, columns) for band in cells if band]
    if len(columns) < 2 or sum(sum(map(bool, row)) > 1 for row in rows) < _BANDS:
        return None
    header = _header(within, rules, columns)
    if header:
        rows.insert(0, _placed([cell for line in lines_in(header) for cell in cells_of(line)], columns))
        headed = True
    else:
        headed = names_columns(cells[0], cells[1])
    words = [*header, *(run for band in bands for run in band)]
    top = min(run.top for run in words)
    table = PdfTable(
        [_texts(row) for row in rows], top, rules[-1][2], left, right, tuple(column[0] for column in columns),
        headed, rules[1][2] - rules[0][2],
    )  # fmt: skip
    return table, words


def _header(within: Sequence[Run], rules: Sequence[Rule], columns: Sequence[Span]) -> list[Run]:
    """The lines right above the first rule that name two columns or more."""
    edge = rules[0][2]
    found: list[Run] = []
    for line in reversed(lines_in([run for run in within if edge - _HIGH < run.middle < edge])):
        if edge - max(run.bottom for run in line) > line[0].size * 1.2:
            break
        cells = cells_of(line)
        if len(cells) < 2 and not found:
            break
        if any(char.isdigit() for cell in cells[1:] for run in cell for char in run.text) and not found:
            break
        found = [*line, *found]
        edge = min(run.top for run in line)
    return (
        found
        if len({place(cell, columns) for line in lines_in(found) for cell in cells_of(line)}) > 1
        else []
    )


def _placed(cells: Sequence[Row], columns: Sequence[Span]) -> list[list[Run]]:
    row: list[list[Run]] = [[] for _ in columns]
    for cell in cells:
        row[place(cell, columns)].extend(cell)
    return row


def _texts(row: Sequence[Sequence[Run]]) -> list[str]:
    """A row's texts; one text in the first column that reaches over the others is the name of those below."""
    texts = [joined(cell) if cell else "" for cell in row]
    alone = bool(texts[0]) and not any(texts[1:]) and len(texts) > 1
    return [texts[0], *(Across(texts[0]) for _ in texts[1:])] if alone else texts
