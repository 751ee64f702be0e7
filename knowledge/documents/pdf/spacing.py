"""Cells told by the space between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.documents.pdf.lines import is_bold
from knowledge.documents.pdf.runs import CELL_GAP, Run
from knowledge.documents.pdf.style import bullet_of

_NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3})*[.)]?|\[\d{1,3}\]|[ivxIVX]{1,4}[.)])$")
Row = list[Run]
Span = tuple[float, float]


def cells_of(row: Row) -> list[list[Run]]:
    """The words of a line as cells: clear space parts them, but not a bullet from its text."""
    cells: list[list[Run]] = [[row[0]]]
    for run in row[1:]:
        wide = run.left - cells[-1][-1].right > CELL_GAP * max(run.size, cells[-1][-1].size)
        if wide and not (len(cells) == 1 and is_bullet(cells[0])):
            cells.append([run])
        else:
            cells[-1].append(run)
    return cells


def is_bullet(cell: Sequence[Run]) -> bool:
    """Whether a cell is no more than a bullet or a number that counts."""
    text = " ".join(run.text for run in cell)
    if len(text) <= 2 and bullet_of(f"{text} x") is not None:
        return True
    return bool(_NUMBERING.match(text)) and not text.isdigit()


def names_columns(row: Sequence[Sequence[Run]], below: Sequence[Sequence[Run]]) -> bool:
    """Whether a first row is a header: no figures beside its first cell, or bold over plain."""
    figures = any(char.isdigit() for cell in row[1:] for run in cell for char in run.text)
    return not figures or (_all_bold(row) and not _all_bold(below))


def _all_bold(row: Sequence[Sequence[Run]]) -> bool:
    return all(is_bold(char["fontname"]) for cell in row for run in cell for char in run.chars)


def span_of(cell: Sequence[Run]) -> Span:
    """From where to where a cell reaches."""
    return cell[0].left, max(run.right for run in cell)


def merged(spans: Sequence[Span]) -> list[Span]:
    """The strips that cells stand in: those that overlap are one."""
    strips: list[Span] = []
    for left, right in sorted(spans):
        if strips and left < strips[-1][1] + 2:
            strips[-1] = strips[-1][0], max(right, strips[-1][1])
        else:
            strips.append((left, right))
    return strips


def place(cell: Sequence[Run], columns: Sequence[Span]) -> int:
    """The first strip a cell reaches into, else the nearest."""
    left, right = span_of(cell)
    over = (number for number, column in enumerate(columns) if left < column[1] and right > column[0])
    nearest = min(range(len(columns)), key=lambda number: abs(columns[number][0] - left))
    return next(over, nearest)
