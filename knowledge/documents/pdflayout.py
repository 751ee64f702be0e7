"""From lines on pages to a document: running headers off, sizes to headings, lines to paragraphs, tables joined."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from knowledge.documents.builder import Builder, tidy
from knowledge.documents.ocr import add_recognised
from knowledge.documents.text import NUMBERED

_BULLET = re.compile(
    r"^(?:[-*•‣▪◦●○■□➢✓–\uf0b7\uf0a7·]|\(?[a-z]\)|\(\d{1,2}\)|\d{1,2}\)|\(?[ivx]{1,4}\)|[①-⑳])\s*(?=\S)"
)
_BULLET_NEEDS_SPACE = re.compile(r"^(?:[-*–·]|\(?[a-z]\)|\(?[ivx]{1,4}\))(?!\s)")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|ukurasa(?: wa)?|página|p\.|第)?\s*[\divxlc]{1,5}\s*(?:页|頁)?\s*"
    r"(?:(?:of|/|de|sur|kati ya|共|,)\s*\d{1,4}\s*(?:页|頁)?)?\W*$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"(?:[.·…_‥]\s?){6,}\s*(?:\d{1,4}|[ivxlc]{1,6})?\s*$")  # a line of a table of contents
_GUTTERS = (0.5, 0.49, 0.51, 0.48, 0.52, 0.47, 0.53, 0.46, 0.54, 0.45, 0.55)
_COLUMN_ROWS = 8
_EDGE = 0.11
_HEADING_SIZE = 1.12
_HEADING_MOST = 140


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
    unmapped: int = 0


def lines_of(words: Sequence[dict[str, Any]], width: float = 0.0) -> list[Line]:
    """Words standing on one height, left to right; two columns of text one after the other."""
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda w: (w["bottom"], w["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) <= max(2.0, word["size"] * 0.35):
            rows[-1].append(word)
        else:
            rows.append([word])
    gutter = _gutter(rows, width)
    if gutter is None:
        return [_line(sorted(row, key=lambda w: w["x0"])) for row in rows]
    return list(_in_columns(rows, gutter))


def _gutter(rows: Sequence[Sequence[dict[str, Any]]], width: float) -> float | None:
    """The empty strip between two columns of running text; cells of a table are too short to be columns."""
    found = [word for row in rows for word in row]
    if len(rows) < _COLUMN_ROWS or not width:
        return None
    for share in _GUTTERS:
        middle = width * share
        if sum(word["x0"] < middle + 4 and word["x1"] > middle - 4 for word in found) > len(rows) * 0.1:
            continue
        sides = [[w for w in found if w["x1"] <= middle], [w for w in found if w["x0"] >= middle]]
        if all(_is_column(side, rows) for side in sides):
            return middle
    return None


def _is_column(side: Sequence[dict[str, Any]], rows: Sequence[Sequence[dict[str, Any]]]) -> bool:
    """Most rows reach into it, and most of its lines fill it."""
    if not side:
        return False
    wide = max(w["x1"] for w in side) - min(w["x0"] for w in side)
    members = {id(word) for word in side}
    parts = [[word for word in row if id(word) in members] for row in rows]
    filled = sorted(max(w["x1"] for w in part) - min(w["x0"] for w in part) for part in parts if part)
    return len(filled) > len(rows) * 0.4 and filled[len(filled) // 2] > wide * 0.75


def _in_columns(rows: Sequence[list[dict[str, Any]]], gutter: float) -> Iterator[Line]:
    """The left column, then the right one; a line across both parts what is above from what is below."""
    left: list[Line] = []
    right: list[Line] = []
    for row in rows:
        ordered = sorted(row, key=lambda w: w["x0"])
        if any(word["x0"] < gutter < word["x1"] for word in ordered):
            yield from [*left, *right, _line(ordered)]
            left, right = [], []
            continue
        for side, part in (
            (left, [w for w in ordered if w["x1"] <= gutter]),
            (right, [w for w in ordered if w["x0"] >= gutter]),
        ):
            if part:
                side.append(_line(part))
    yield from [*left, *right]


def _line(row: list[dict[str, Any]]) -> Line:
    sizes = Counter[float]()
    bold = 0
    for word in row:
        sizes[round(word["size"], 1)] += len(word["text"])
        bold += len(word["text"]) * _is_bold(word["fontname"])
    return Line(
        text=" ".join(word["text"] for word in row),
        top=min(word["top"] for word in row),
        bottom=max(word["bottom"] for word in row),
        left=row[0]["x0"],
        right=max(word["x1"] for word in row),
        size=sizes.most_common(1)[0][0],
        bold=bold > sum(sizes.values()) * 0.6,
    )


def _is_bold(fontname: str) -> bool:
    return any(mark in fontname.lower() for mark in ("bold", "black", "heavy", "semibold", "-bd"))


def lay_out(pages: Sequence[Page], builder: Builder) -> None:
    """Put the pages into `builder` as one document."""
    _drop_running(pages)
    style = _Style.of(pages)
    writer = _Writer(builder, style)
    for page in pages:
        writer.page(page)
    writer.finish()


def _drop_running(pages: Sequence[Page]) -> None:
    """Take off tables of contents, page numbers, and what stands at the same edge of page after page."""
    seen = Counter[str]()
    for page in pages:
        seen.update({_shape(line) for line in page.lines if _at_edge(line, page)})
    often = max(2, round(len(pages) * 0.3))
    for page in pages:
        page.lines = [
            line
            for line in page.lines
            if not _CONTENTS.search(line.text)
            and (
                not _at_edge(line, page)
                or not (_PAGE_NUMBER.match(line.text) or (len(pages) > 1 and seen[_shape(line)] >= often))
            )
        ]


def _at_edge(line: Line, page: Page) -> bool:
    return line.bottom < page.height * _EDGE or line.top > page.height * (1 - _EDGE)


def _shape(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text).casefold().strip()


@dataclass(slots=True)
class _Style:
    """How this document prints its body and its headings."""

    body: float
    gap: float
    hanging: bool
    vocabulary: frozenset[str]
    ranks: dict[tuple[float, int], int]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> _Style:
        sizes = Counter[float]()
        gaps = Counter[float]()
        for page in pages:
            for line in page.lines:
                sizes[line.size] += len(line.text)
            for line, below in pairwise(page.lines):
                if below.size == line.size:
                    gaps[round((below.top - line.bottom) * 2) / 2] += 1
        body = sizes.most_common(1)[0][0] if sizes else 10.0
        gap = gaps.most_common(1)[0][0] if gaps else 3.0
        style = cls(body, gap, _items_hang(pages), _vocabulary(pages), {})
        keys = {style._key(line) for page in pages for line in page.lines if style.is_heading(line)}
        style.ranks = {key: rank for rank, key in enumerate(sorted(keys, key=lambda k: (-k[0], k[1])), 1)}
        return style

    def is_heading(self, line: Line) -> bool:
        """Larger than the body, or bold and short and not the start of a sentence that runs on."""
        text = line.text.strip()
        if len(text) > _HEADING_MOST or not any(char.isalpha() for char in text):
            return False
        if line.size >= self.body * _HEADING_SIZE:
            return True
        ends = text.endswith((".", ",", ";", ":", "。", "，", "；", "："))
        return line.bold and len(text) < 100 and (not ends or (bool(NUMBERED.match(text)) and len(text) < 60))

    def level(self, line: Line) -> int:
        return self.ranks.get(self._key(line), 1)

    def _key(self, line: Line) -> tuple[float, int]:
        number = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s", line.text)
        return round(line.size * 2) / 2, number.group(1).count(".") if number else 0


class _Writer:
    """Joins lines to paragraphs and tables over pages while it goes down the document."""

    def __init__(self, builder: Builder, style: _Style) -> None:
        self._builder = builder
        self._style = style
        self._lines: list[Line] = []
        self._page = 1
        self._in_item = False
        self._table: list[list[str]] = []
        self._table_page = 1

    def page(self, page: Page) -> None:
        if page.recognised:
            self.finish()
            add_recognised(page.recognised, self._builder, page.number)
            return
        last: Line | None = None
        for thing in _in_order(page):
            if isinstance(thing, PdfTable):
                self._flush()
                self._add_table(thing, page.number, first=last is None)
            else:
                self._close_table()
                self._add_line(thing, last, page.number)
            last = thing if isinstance(thing, Line) else Line("", thing.top, thing.bottom, 0, 0, 0, False)

    def finish(self) -> None:
        self._flush()
        self._close_table()

    def _add_line(self, line: Line, above: Line | None, page: int) -> None:
        bullet = _bullet(line.text)
        if self._style.is_heading(line) and not (bullet and line.size < self._style.body * _HEADING_SIZE):
            self._heading(line, above, page)
            return
        if self._starts_new(line, above) or bullet:
            self._flush()
        if not self._lines:
            self._page = page
            self._in_item = bullet is not None
        self._lines.append(line)

    def _heading(self, line: Line, above: Line | None, page: int) -> None:
        """A heading over two lines is one heading."""
        self._flush()
        level = self._style.level(line)
        elements = self._builder.elements
        close = above is not None and above.size == line.size and line.top - above.bottom < line.size * 0.7
        goes_on = close and not NUMBERED.match(line.text) and elements and elements[-1].level == level
        if goes_on and above is not None and above.bold == line.bold and self._style.is_heading(above):
            first = elements.pop()
            self._builder.heading(f"{first.text}\n{line.text}", level, first.page)
        else:
            self._builder.heading(line.text, level, page)

    def _starts_new(self, line: Line, above: Line | None) -> bool:
        if not self._lines:
            return False
        before = self._lines[-1]
        if above is None or line.bottom < above.top:  # page or column turned: an unfinished sentence goes on
            return before.text.rstrip().endswith((".", "。", ":", "：", "!", "?", ";"))
        if line.top - above.bottom > self._style.gap + self._style.body * 0.45:
            return True
        return self._in_item and line.left <= self._lines[0].left + (2 if self._style.hanging else -1)

    def _flush(self) -> None:
        if not self._lines:
            return
        text = _joined(self._lines, self._style.vocabulary)
        if self._in_item:
            self._builder.list_item(text[(_bullet(text) or 0) :], 1, self._page)
        else:
            self._builder.paragraph(text, self._page)
        self._lines = []
        self._in_item = False

    def _add_table(self, table: PdfTable, page: int, *, first: bool) -> None:
        """A table at the head of a page goes on from the foot of the one before when its columns fit."""
        rows = tidy(table.rows)
        goes_on = first and self._table and rows and len(rows[0]) == len(self._table[0])
        if not goes_on:
            self._close_table()
            self._table, self._table_page = rows, page
            return
        if rows[0] == self._table[0]:
            rows = rows[1:]
        self._table.extend(rows)

    def _close_table(self) -> None:
        if self._table:
            self._builder.table(self._table, self._table_page)
            self._table = []


def _in_order(page: Page) -> list[Line | PdfTable]:
    """The lines as they are read, each table before the first line that stands below it."""
    things: list[Line | PdfTable] = list(page.lines)
    for table in sorted(page.tables, key=lambda table: table.top):
        below = (
            place
            for place, thing in enumerate(things)
            if thing.top >= table.top and thing.left < table.right and thing.right > table.left
        )
        things.insert(next(below, len(things)), table)
    return things


def _bullet(text: str) -> int | None:
    match = _BULLET.match(text)
    return match.end() if match and not _BULLET_NEEDS_SPACE.match(text) else None


_SPLIT = re.compile(r"([^\W\d_]+)([-\u00ad\u2010])\n([a-zà-ÿ]+)")


def _joined(lines: Sequence[Line], vocabulary: frozenset[str]) -> str:
    """Lines as running text; a word split at a line's end is made whole."""

    def whole(match: re.Match[str]) -> str:
        kept = f"{match.group(1)}-{match.group(3)}"
        return kept if kept.casefold() in vocabulary else match.group(1) + match.group(3)

    return _SPLIT.sub(whole, "\n".join(line.text for line in lines))


def _vocabulary(pages: Sequence[Page]) -> frozenset[str]:
    """The hyphenated words of the document: `grown-up` split after its hyphen keeps it."""
    words = (word for page in pages for line in page.lines for word in line.text.split() if "-" in word[1:-1])
    return frozenset(word.strip(".,;:()“”\"'’").casefold() for word in words)


def _items_hang(pages: Sequence[Page]) -> bool:
    """Whether the second line of a list item stands further in than its bullet."""
    votes = Counter[bool]()
    for page in pages:
        for line, below in pairwise(page.lines):
            if (
                _bullet(line.text) is not None
                and _bullet(below.text) is None
                and below.top - line.bottom < line.size
            ):
                votes[below.left > line.left + 2] += 1
    return votes[True] > 0 and votes[True] * 2 >= votes[False]
