"""The cells of a ruled PDF table: a whole word belongs to one cell, also where it is printed over the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from knowledge.documents.pdf.glyphs import Char
from knowledge.documents.pdf.runs import Run, joined
from knowledge.documents.tables import Across

_NEAR = 2.0  # points between a rule and the end of a string that stops there
_LETTER_BY_LETTER = 1.5  # letters a string: below it the program places every letter by itself
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class ReadTable:
    """A table's texts, row by row, and the characters they took."""

    rows: list[list[str]]
    box: Box
    lefts: tuple[float, ...]
    first_row: float
    taken: frozenset[int]


def read_table(table: Any, runs: Sequence[Run]) -> ReadTable:
    """The texts of a pdfplumber table. A merged cell says its text in each place it covers."""
    left, top, right, bottom = map(float, table.bbox)
    cells = _Cells([(float(a), float(b), float(c), float(d)) for a, b, c, d in table.cells])
    within = [run for run in runs if run.left < right and run.right > left and top <= run.middle <= bottom]
    margins = _Margins({round(run.left) for run in within}, {round(run.right) for run in within})
    for run in within:
        cells.take(run, margins)
    first_row = min(bottom for _, above, _, bottom in table.cells if above <= top + 1) - top
    box = (left, top, right, bottom)
    return ReadTable(cells.grid(), box, cells.lefts, first_row, frozenset(cells.taken()))


@dataclass(frozen=True, slots=True)
class _Margins:
    """Where the words of a table begin and where they end, in whole points."""

    lefts: set[int]
    rights: set[int]


class _Cells:
    """The boxes of one table and the words that fell into each."""

    def __init__(self, boxes: Sequence[Box]) -> None:
        self._inside: dict[Box, list[Run]] = {box: [] for box in boxes}
        self._bands: dict[tuple[float, float], list[Box]] = {}
        for box in sorted(boxes):
            self._bands.setdefault((box[1], box[3]), []).append(box)

    def take(self, run: Run, margins: _Margins) -> None:
        """Put a word into its cell."""
        middle = run.middle
        bands = [band for (top, bottom), band in self._bands.items() if top <= middle < bottom]
        beside = [box for band in bands for box in band]
        for piece in _parted(run, beside, margins):
            touched = sorted(box for box in beside if box[0] < piece.right and piece.left < box[2])
            if touched:
                self._inside[_home(piece, touched)].append(piece)

    def taken(self) -> Iterator[int]:
        for runs in self._inside.values():
            yield from (id(char) for run in runs for char in run.chars)

    @property
    def lefts(self) -> tuple[float, ...]:
        return tuple(sorted({box[0] for box in self._inside}))

    def grid(self) -> list[list[str]]:
        texts = {box: joined(runs) for box, runs in self._inside.items()}
        corners = {(box[0], box[1]): text for box, text in texts.items()}
        tops = sorted({top for _, top in corners})
        return [
            [corners[left, top] if (left, top) in corners else _over(texts, left, top) for left in self.lefts]
            for top in tops
        ]


def _over(texts: dict[Box, str], left: float, top: float) -> str:
    """The text of the merged cell that covers a place; from the left it is marked as the same cell."""
    for box, text in texts.items():
        if box[0] <= left + 0.5 < box[2] and box[1] <= top + 0.5 < box[3]:
            return Across(text) if box[0] < left else text
    return ""


def _parted(run: Run, beside: Sequence[Box], margins: _Margins) -> list[Run]:
    """Two strings that meet at a rule or at a column's margin are two cells' texts without a gap."""
    strings = [char.get("string") for char in run.chars]
    if len(strings) < len(set(strings)) * _LETTER_BY_LETTER:
        return [run]
    rules = {edge for box in beside for edge in (box[0], box[2]) if run.left < edge < run.right}
    places = [
        place
        for place, (before, char) in enumerate(pairwise(run.chars), 1)
        if strings[place] != strings[place - 1] and _is_new_cell(before, char, rules, margins)
    ]
    return run.cut(*places)


def _is_new_cell(before: Char, char: Char, rules: set[float], margins: _Margins) -> bool:
    if any(before["x1"] - _NEAR <= rule <= char["x0"] + _NEAR for rule in rules):
        return True
    begins = round(char["x0"]) in margins.lefts and any(rule <= char["x0"] for rule in rules)
    ends = round(before["x1"]) in margins.rights and any(rule >= before["x1"] for rule in rules)
    return begins or ends


def _home(run: Run, touched: Sequence[Box]) -> Box:
    """The cell a word belongs to: where it begins when set from the left, where it ends when from the right.

    Too long for its column it hangs over a rule; on the side it is set from it keeps the cell's margin.
    """
    middle = (run.left + run.right) / 2
    for box in touched[1:-1]:
        if abs((box[0] + box[2]) / 2 - middle) < _NEAR:
            return box
    first, last = touched[0], touched[-1]
    before, behind = run.left - first[0], last[2] - run.right
    if before < 0 or behind < 0:  # it hangs out of the table
        return last if before < 0 <= behind and len(touched) > 1 else first
    return first if before <= behind else last
