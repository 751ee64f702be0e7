"""CSV: the delimiter its rows agree on, quoted line ends kept, title and notes as text."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.charset import decode
from knowledge.documents.sheets import add_cells

_SAID = re.compile(r"\A\s*sep=(.)\r?\n", re.IGNORECASE)  # Excel's own line
_CUT = re.compile(r"^\D{0,4}[1-9]\d{0,2}(?:,\d{3}){0,3}$")
_THOUSAND = re.compile(r"^\d{3}(?:\.\d+)?$")
_DELIMITERS = "\t;|,"
_LOOKED_AT = 200
_CUT_MOST = 15  # figures of a row


def load_csv(data: bytes, builder: Builder) -> None:
    """A CSV file is a sheet of cells."""
    csv.field_size_limit(1_000_000)
    text = decode(data, builder).lstrip("\ufeff").replace("\x00", "")
    said = _SAID.match(text)
    text = text[said.end() :] if said else text
    rows = _rows(text, said.group(1) if said else _delimiter(text))
    add_cells(list(_as_wide_as_the_header(rows, builder)), builder)


def _rows(text: str, delimiter: str) -> list[list[str]]:
    return [
        [cell.strip() for cell in row]
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    ]


def _as_wide_as_the_header(rows: list[list[str]], builder: Builder) -> Iterator[list[str]]:
    """A figure written `20,000` without quotes was cut in two: put together again where only that fits."""
    width = max((len(row) for row in rows[:1]), default=0)
    for number, row in enumerate(rows, 1):
        filled = _filled(row, width)
        whole = _uncut(filled, width) if 1 < width < len(filled) else filled
        if whole is None:
            builder.warn(Warn.UNEVEN_ROWS, str(number))
        yield whole or filled


def _filled(row: list[str], width: int) -> list[str]:
    """The row without the empty cells behind the header's last."""
    end = len(row)
    while end > width and not row[end - 1]:
        end -= 1
    return row[:end]


def _uncut(row: list[str], width: int) -> list[str] | None:
    """The one way to join neighbouring figures so that the row has `width` cells; None when there are more ways."""
    extra = len(row) - width
    if extra > _CUT_MOST:
        return None
    ways = [row[:1]]
    for read, cell in enumerate(row[1:], 2):
        longer = [[*cells, cell] for cells in ways if len(cells) < width]
        joined = [[*cells[:-1], f"{cells[-1]},{cell}"] for cells in ways if _is_cut(cells[-1], cell)]
        ways = _two_of_each(cells for cells in [*longer, *joined] if read - len(cells) <= extra)
    found = [cells for cells in ways if len(cells) == width]
    return found[0] if len(found) == 1 else None


def _is_cut(figure: str, rest: str) -> bool:
    return bool(_CUT.match(figure) and _THOUSAND.match(rest))


def _two_of_each(ways: Iterable[list[str]]) -> list[list[str]]:
    """Of the ways to one number of cells with one last cell the first two: what comes does not tell them apart."""
    found: dict[tuple[int, str], list[list[str]]] = {}
    for cells in ways:
        found.setdefault((len(cells), cells[-1]), []).append(cells)
    return [cells for alike in found.values() for cells in alike[:2]]


def _delimiter(text: str) -> str:
    """The one that cuts most rows, the first full one included, into the same number of cells.

    A comma between figures is no delimiter: `Seed;8,4` cut at its comma does not agree with its header.
    """
    head = "".join(text.splitlines(keepends=True)[:_LOOKED_AT])
    agreed = {delimiter: _agreement(_rows(head, delimiter)) for delimiter in _DELIMITERS}
    return max(_DELIMITERS, key=lambda delimiter: agreed[delimiter])


def _agreement(rows: list[list[str]]) -> tuple[float, int]:
    filled = [row for row in rows if any(row)]
    if not filled:
        return 0.0, 0
    width, often = Counter(len(row) for row in filled).most_common(1)[0]
    if width < 2:
        return 0.0, 0
    header = next((row for row in filled if len(row) > 1), [])
    return often / len(filled) + (len(header) == width), width
