"""Tables made plain: merged cells, headers of two storeys and bands between the rows; then Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from knowledge.documents.cleaning import one_line

Row = list[str]
_BAND_MOST = 60  # longer, and it is a sentence about the rows below rather than their name


class Across(str):
    """The text of a cell merged over columns, said again in a further column it covers."""

    __slots__ = ()


def plain(rows: Sequence[Sequence[str]]) -> Iterator[str | list[Row]]:
    """The parts of a table in order: a line of text, or rows of equal length with their header first.

    A header of two storeys becomes one (`Amount, smallest`). A cell that stretches over the whole table names the
    rows below it, so each of them says it: two groups' figures must not be taken for each other.
    """
    even = _even(rows)
    while even and _is_band(even[0]):
        yield even.pop(0)[0]
    if not even or len(even[0]) == 1:
        yield from (row[0] for row in even)
        return
    header, body = _header(even)
    yield from _grouped(header, body)


def _even(rows: Sequence[Sequence[str]]) -> list[Row]:
    """Clean rows of one length, without the rows that are empty and the columns that say nothing of their own."""
    cleaned = [[_clean(cell) for cell in row] for row in rows]
    width = max((len(row) for row in cleaned), default=0)
    even = [row + [""] * (width - len(row)) for row in cleaned if any(row)]
    used = [
        column
        for column in range(width)
        if any(row[column] and not isinstance(row[column], Across) for row in even)
    ]
    return [[row[column] for column in used] for row in even]


def _clean(cell: str) -> str:
    text = one_line(cell)
    return Across(text) if isinstance(cell, Across) else text


def _is_band(row: Row) -> bool:
    return len(row) > 1 and bool(row[0]) and all(isinstance(cell, Across) for cell in row[1:])


def _header(rows: list[Row]) -> tuple[Row, list[Row]]:
    header, place = rows[0], 1
    while place < len(rows) - 1 and _goes_on(header, rows[place]):
        header = [_storeys(above, below) for above, below in zip(header, rows[place], strict=True)]
        place += 1
    return header, rows[place:]


def _goes_on(header: Row, below: Row) -> bool:
    """Whether the header names groups of columns and the next row names the columns in them."""
    grouped = {
        column
        for place, cell in enumerate(header)
        if isinstance(cell, Across)
        for column in (place - 1, place)
    }
    if not grouped or _is_band(below):
        return False
    alone = [(header[place], below[place]) for place in range(len(header)) if place not in grouped]
    if alone:
        return all(not above or not under or above == under for above, under in alone)
    return not any(char.isdigit() for cell in below for char in cell)


def _storeys(above: str, below: str) -> str:
    text = f"{above}, {below}" if above and below and above != below else above or below
    return Across(text) if isinstance(below, Across) else text


def _grouped(header: Row, body: list[Row]) -> Iterator[str | list[Row]]:
    """The body under its header; a band's name goes to its rows, a sentence stands before a table of its own."""
    band, table = "", [header]
    for place, row in enumerate(body):
        if not _is_band(row):
            table.append([f"{band}: {row[0]}" if band and row[0] else band or row[0], *row[1:]])
            continue
        last = place == len(body) - 1
        band = row[0] if not last and len(row[0]) <= _BAND_MOST else ""
        if not band:
            yield from [table] if len(table) > 1 else []
            table = [header]
            yield row[0]
    if len(table) > 1:
        yield table
    elif not body:
        yield " · ".join(cell for cell in header if cell and not isinstance(cell, Across))


def markdown(rows: Sequence[Sequence[str]]) -> str:
    """A GitHub Markdown table whose first row is the header."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
