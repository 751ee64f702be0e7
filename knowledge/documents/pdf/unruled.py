"""Tables printed without lines: cells that stand under one another with clear space between."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from knowledge.documents.pdf.lines import PdfTable
from knowledge.documents.pdf.runs import Run, joined
from knowledge.documents.pdf.spacing import (
    Row,
    Span,
    cells_of,
    is_bullet,
    merged,
    names_columns,
    place,
    span_of,
)

_ROWS = 3
_WORDS_MOST = 6
_ROW_GAP = 2.2  # of the letters' size; farther, and the table has ended
_TIGHT = 0.75  # a line nearer than this share of the usual row distance belongs to the row above


@dataclass(slots=True)
class _Block:
    """Rows that may be one table, with the strips their cells stand in."""

    rows: list[list[list[Run]]] = field(default_factory=list)
    columns: list[Span] = field(default_factory=list)

    def takes(self, cells: list[list[Run]]) -> bool:
        """Whether the row fits: near below, and in the same strips."""
        columns = merged([*self.columns, *map(span_of, cells)])
        if self.rows and (_is_far(self.rows[-1], cells) or len(columns) < max(2, len(self.columns))):
            return False
        if len(self.rows) > 1 and len(columns) > len(self.columns):
            return False  # a further column begins in the middle: another thing
        if len(cells) == 1 and not self._is_tight(cells):
            return False
        self.columns = columns
        self.rows.append(cells)
        return True

    def _is_tight(self, cells: list[list[Run]]) -> bool:
        """Whether a row stands closer to the one above than the rows before it do: its second line."""
        if len(self.rows) < 2:
            return False
        apart = min(_apart(above, below) for above, below in pairwise(self.rows))
        return _apart(self.rows[-1], cells) < apart * _TIGHT

    @property
    def is_table(self) -> bool:
        """Most rows fill most columns, and the first column is no bullets."""
        full = [row for row in self.rows if len(row) == len(self.columns)]
        if len(full) < _ROWS or len(full) < len(self.rows) * 0.5:
            return False
        said = sorted(len(cell) for row in full for cell in row)
        if said[len(said) // 2] > _WORDS_MOST:
            return False  # lines of two texts beside each other
        if len(self.columns) == 2 and all(is_bullet(row[0]) for row in full):
            return False
        return (
            any(char.isdigit() for row in full for run in row[-1] for char in run.text)
            or len(self.columns) > 2
        )

    def table(self) -> PdfTable:
        rows: list[list[list[Run]]] = []
        usual = self._usual_distance()
        for number, cells in enumerate(self.rows):
            placed: list[list[Run]] = [[] for _ in self.columns]
            for cell in cells:
                placed[place(cell, self.columns)].extend(cell)
            if number and self._goes_on(number, cells, usual):
                for above, below in zip(rows[-1], placed, strict=True):
                    above.extend(below)
            else:
                rows.append(placed)
        runs = [run for row in self.rows for cell in row for run in cell]
        return PdfTable(
            [[joined(cell) for cell in row] for row in rows],
            min(run.top for run in runs),
            max(run.bottom for run in runs),
            self.columns[0][0],
            self.columns[-1][1],
            tuple(left for left, _ in self.columns),
            first_row=_bottom(self.rows[0]) - min(run.top for run in runs),
            headed=names_columns(rows[0], rows[1]),
        )

    def _usual_distance(self) -> float:
        apart = sorted(_bottom(b) - _bottom(a) for a, b in pairwise(self.rows))
        return apart[len(apart) // 2]

    def _goes_on(self, number: int, cells: list[list[Run]], usual: float) -> bool:
        """A row that leaves columns empty and stands close to the one above is its second line."""
        distance = _bottom(cells) - _bottom(self.rows[number - 1])
        return len(cells) < len(self.columns) and distance < usual * _TIGHT


def unruled_tables(rows: Sequence[Row]) -> tuple[list[PdfTable], list[Row]]:
    """The tables found among rows of words, and the rows that are none."""
    tables: list[PdfTable] = []
    rest: list[Row] = []
    for block, lines in _blocks(rows):
        if block.is_table:
            tables.append(block.table())
        else:
            rest.extend(lines)
    return tables, rest


def _blocks(rows: Sequence[Row]) -> Iterator[tuple[_Block, list[Row]]]:
    """Runs of rows that may be a table, each with its rows of words, and between them the rows that cannot."""
    block, lines = _Block(), list[Row]()
    for row in rows:
        cells = cells_of(row)
        if not block.rows or not block.takes(cells):
            yield block, lines
            block, lines = _Block(), []
            if len(cells) > 1:
                block.takes(cells)
        lines.append(row)
    yield block, lines


def _is_far(above: list[list[Run]], below: list[list[Run]]) -> bool:
    return not -1 < _apart(above, below) < _ROW_GAP * below[0][0].size


def _apart(above: list[list[Run]], below: list[list[Run]]) -> float:
    return min(run.top for cell in below for run in cell) - _bottom(above)


def _bottom(cells: list[list[Run]]) -> float:
    return max(run.bottom for cell in cells for run in cell)
