"""Columns of running text: read one after the other where they stand side by side."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from knowledge.documents.pdf.runs import CELL_GAP, Run

_SHARES = tuple(0.5 + sign * step / 100 for step in range(31) for sign in (1, -1))  # from the middle outwards
_HALF_GUTTER = 3.0
_LINES = 4
_FILLED = 0.7
_WORDS = 3
_DEPTH = 2
_PARTED = 0.9
_LONG = 15
_SHARED = 0.8
Row = list[Run]


def in_columns(rows: Sequence[Row], depth: int = 0) -> Iterator[Row]:
    """The rows of a page in the order they are read; a line across all columns parts above from below."""
    gutter = _gutter(rows) if depth < _DEPTH else None
    if gutter is None:
        yield from rows
        return
    for band, free in _bands(rows, gutter):
        if not (free and _is_two_columns(band, gutter)):
            yield from in_columns(band, depth + 1)
            continue
        side_by_side, below = _end_of_columns(band, gutter)
        for side in _sides(side_by_side, gutter):
            yield from in_columns(side, depth + 1)
        yield from below


def _end_of_columns(band: Sequence[Row], gutter: float) -> tuple[Sequence[Row], Sequence[Row]]:
    """The band without the lines that follow, clear below the right column, on the left alone."""
    _left, right = _sides(band, gutter)
    lowest = _bottom(right)
    for place, (above, row) in enumerate(pairwise(band), 1):
        clear = row[0].top - above[0].bottom > row[0].size * _PARTED
        if clear and row[0].top > lowest:
            return band[:place], band[place:]
    return band, []


def _gutter(rows: Sequence[Row]) -> float | None:
    """The empty strip between columns that parts most lines, the middle of the page first."""
    left = min((run.left for row in rows for run in row), default=0.0)
    right = max((run.right for row in rows for run in row), default=0.0)
    best, most = None, 0
    for share in _SHARES:
        gutter = left + (right - left) * share
        parted = sum(
            len(band) for band, free in _bands(rows, gutter) if free and _is_two_columns(band, gutter)
        )
        if parted > most:
            best, most = gutter, parted
    return best


def _bands(rows: Sequence[Row], gutter: float) -> Iterator[tuple[list[Row], bool]]:
    """Runs of rows that all leave the strip free, and between them those that do not."""

    def leaves_free(row: Row) -> bool:
        return not any(run.left < gutter + _HALF_GUTTER and run.right > gutter - _HALF_GUTTER for run in row)

    for free, band in groupby(rows, leaves_free):
        yield list(band), free


def _sides(band: Sequence[Row], gutter: float) -> tuple[list[Row], list[Row]]:
    left = [part for row in band if (part := [run for run in row if run.right <= gutter])]
    right = [part for row in band if (part := [run for run in row if run.left >= gutter])]
    return left, right


def _is_two_columns(band: Sequence[Row], gutter: float) -> bool:
    """Running text on both sides at one height, or on one and lines of their own on the other.

    The cells of a table are too short to be columns, and each stands on a line with its neighbour.
    """
    left, right = _sides(band, gutter)
    if len(left) < _LINES or len(right) < _LINES:
        return False
    top, bottom = max(_top(left), _top(right)), min(_bottom(left), _bottom(right))
    abreast = [[row for row in side if top <= row[0].middle <= bottom] for side in (left, right)]
    texts = sum(map(_is_text, abreast))
    if texts == 1 and len(band) >= _LONG:
        fewer = min(map(len, abreast))
        return sum(_is_shared(row, gutter) for row in band) < fewer * _SHARED
    return texts == 2


def _is_shared(row: Row, gutter: float) -> bool:
    return row[0].right <= gutter < row[-1].right


def _is_text(side: Sequence[Row]) -> bool:
    """Most of its lines fill it, with several words each and no clear space between them as cells have."""
    if len(side) < _LINES or sum(map(_has_cells, side)) > len(side) * 0.3:
        return False
    wide = max(row[-1].right for row in side) - min(row[0].left for row in side)
    filled = sorted(row[-1].right - row[0].left for row in side)
    words = sorted(len(row) + sum(len(run.text) for run in row) // 12 for row in side)
    return filled[len(filled) // 2] > wide * _FILLED and words[len(words) // 2] > _WORDS


def _has_cells(row: Row) -> bool:
    return any(run.left - before.right > CELL_GAP * run.size for before, run in pairwise(row))


def _top(side: Sequence[Row]) -> float:
    return min(row[0].top for row in side)


def _bottom(side: Sequence[Row]) -> float:
    return max(row[0].bottom for row in side)
