"""Tables of a Word file as rows of texts: merged, skipped and nested cells in their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from knowledge.documents.tables import Across, Row
from knowledge.documents.word.xml import Node, W, blocks, value, whole

_SPAN_MOST = 60
Read = Callable[[Node], str]


def rows_of(table: Node, read: Read) -> list[Row]:
    """The cells of a table; `read` gives a paragraph's text. One merged downwards repeats what stands above it."""
    rows: list[Row] = []
    for line in _lines(table):
        properties = line.find(W + "trPr")
        row = [""] * _span(properties, "gridBefore", 0)
        for cell in _cells(line):
            _add_cell(cell, row, rows[-1] if rows else [], read)
        rows.append(row)
    return rows


def _lines(table: Node) -> Iterator[Node]:
    return (line for line in table.iter(W + "tr") if next(line.iterancestors(W + "tbl")) is table)


def _cells(line: Node) -> Iterator[Node]:
    return (cell for cell in line.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is line)


def _add_cell(cell: Node, row: Row, above: Row, read: Read) -> None:
    properties = cell.find(W + "tcPr")
    merge = None if properties is None else properties.find(W + "vMerge")
    beside = None if properties is None else properties.find(W + "hMerge")
    text = _text(cell, read)
    if merge is not None and value(merge) != "restart" and len(row) < len(above):
        text = above[len(row)]
    if beside is not None and value(beside) != "restart" and row:
        row.append(Across(row[-1]))
        return
    row.append(text)
    row.extend([Across(text)] * (_span(properties, "gridSpan", 1) - 1))


def _text(cell: Node, read: Read) -> str:
    """The paragraphs of a cell; the rows of a table inside it with their cells kept together."""
    parts = [_nested(block, read) if block.tag == W + "tbl" else read(block) for block in blocks(cell)]
    return "\n".join(part for part in parts if part.strip())


def _nested(table: Node, read: Read) -> str:
    lines = [
        " ".join(cell for cell in row if cell and not isinstance(cell, Across))
        for row in rows_of(table, read)
    ]
    return "; ".join(line for line in lines if line.strip())


def _span(properties: Node, name: str, otherwise: int) -> int:
    found = None if properties is None else properties.find(W + name)
    return max(0, min(whole(found, otherwise), _SPAN_MOST))
