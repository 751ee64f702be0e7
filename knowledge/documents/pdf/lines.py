"""What is read of a page: lines with their looks, and tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from knowledge.documents.pdf.runs import Run, line_text


@dataclass(slots=True)
class Line:
    """One printed line: its text and how it looks, in points from the top of the page."""

    text: str
    top: float
    bottom: float
    left: float
    right: float
    size: float
    bold: bool


@dataclass(slots=True)
class PdfTable:
    """One ruled table of a page, its rows as printed."""

    rows: list[list[str]]
    top: float
    bottom: float
    left: float = 0.0
    right: float = 1e9
    lefts: tuple[float, ...] = ()  # where its columns begin
    headed: bool = True
    first_row: float = 0.0  # the height of its first row


@dataclass(slots=True)
class Page:
    """What was read of one page, before it is put in order."""

    number: int
    height: float
    lines: list[Line] = field(default_factory=list)
    tables: list[PdfTable] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    recognised: str = ""
    has_picture: bool = False
    is_scan: bool = False
    sizes: Counter[float] = field(default_factory=Counter)  # of all letters, those in tables too
    unmapped: int = 0
    garbled: bool = False


def line_of(row: Sequence[Run]) -> Line:
    """A row of words as one line."""
    sizes = Counter[float]()
    bold = 0
    for run in row:
        for char in run.chars:
            sizes[round(char["size"], 1)] += 1
            bold += is_bold(char["fontname"])
    return Line(
        text=line_text(row),
        top=min(run.top for run in row),
        bottom=max(run.bottom for run in row),
        left=row[0].left,
        right=max(run.right for run in row),
        size=sizes.most_common(1)[0][0],
        bold=bold > sum(sizes.values()) * 0.6,
    )


def is_bold(fontname: str) -> bool:
    """Whether a font's name says that it is bold."""
    return any(mark in fontname.lower() for mark in ("bold", "black", "heavy", "semibold", "-bd"))
