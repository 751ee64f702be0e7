"""From lines on pages to a document: sizes to headings, lines to paragraphs, tables joined over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from knowledge.documents.builder import Builder
from knowledge.documents.ocr import add_recognised
from knowledge.documents.pdf.lines import Line, Page, PdfTable
from knowledge.documents.pdf.running import drop_running
from knowledge.documents.pdf.style import Style, bullet_of, step_of
from knowledge.documents.text import NUMBERED

_SAME_PLACE = 3.0  # points
_ROOM = 2.0
_SPACE = 0.3  # of a letter's size
_NOTE_SIZE = 0.93  # of the body's
_NOTE_MARK = re.compile(r"^(?:\[\d{1,2}\]|\d{1,2}[.)]?(?=[\s\u00a0]*[^\W\d_])|\*{1,3}|[†‡§])")


def lay_out(pages: Sequence[Page], builder: Builder) -> None:
    """Put the pages into `builder` as one document."""
    drop_running(pages)
    style = Style.of(pages)
    lowest = [line.bottom for page in pages for line in page.lines]
    foot = max(lowest + [table.bottom for page in pages for table in page.tables], default=0.0)
    writer = _Writer(builder, style, foot)
    for page in pages:
        writer.page(page)
    writer.finish()


class _Writer:
    """Joins lines to paragraphs and tables over pages while it goes down the document."""

    def __init__(self, builder: Builder, style: Style, foot: float) -> None:
        self._builder = builder
        self._style = style
        self._lines: list[Line] = []
        self._page = 1
        self._in_item = False
        self._table: list[list[str]] = []
        self._table_page = 1
        self._above: PdfTable | None = None
        self._above_page = 0
        self._beside: Sequence[Line] = ()  # the lines of the page
        self._foot = foot
        self._notes: list[tuple[str, int]] = []

    def page(self, page: Page) -> None:
        if page.recognised:
            self.finish()
            if page.is_scan:
                add_recognised(page.recognised, self._builder, page.number)
            else:
                self._builder.paragraph(page.recognised, page.number)
            return
        last: Line | None = None
        self._beside = page.lines
        notes = _notes_of(page, self._style.body)
        for thing in _in_order(page):
            if isinstance(thing, PdfTable):
                self._flush()
                self._add_table(thing, page.number, first=last is None)
            else:
                self._close_table()
                self._add_line(thing, last, page.number)
            last = thing if isinstance(thing, Line) else Line("", thing.top, thing.bottom, 0, 0, 0, False)
        self._notes += [(note, page.number) for note in notes]
        if not self._lines and not self._table:
            self._add_notes()

    def _add_notes(self) -> None:
        """The footnotes, when the sentence or the table that runs on over the page has ended."""
        notes, self._notes = self._notes, []
        for note, page in notes:
            self._builder.paragraph(note, page)

    def finish(self) -> None:
        self._flush()
        self._close_table()
        self._add_notes()

    def _add_line(self, line: Line, above: Line | None, page: int) -> None:
        bullet = bullet_of(line.text) or step_of(line.text)
        if self._style.is_heading(line) and not (bullet and line.size < self._style.heading_size):
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
        if _breaks_early(before, line, self._beside):
            return True
        return self._in_item and line.left <= self._lines[0].left + (2 if self._style.hanging else -1)

    def _flush(self) -> None:
        if not self._lines:
            return
        text = _joined(self._lines, self._style.vocabulary)
        if self._in_item:
            self._builder.list_item(text[(bullet_of(text) or step_of(text) or 0) :], 1, self._page)
        else:
            self._builder.paragraph(text, self._page)
        self._lines = []
        self._in_item = False
        self._add_notes()

    def _add_table(self, table: PdfTable, page: int, *, first: bool) -> None:
        """A table at the head of a page goes on from the one before it when its columns stand in the same places."""
        above = self._above
        follows = first and page == self._above_page + 1
        if above is not None and follows and self._reached_foot(above, table) and _same_columns(above, table):
            self._go_on(above, table, page)
            return
        self._close_table()
        if not table.headed:  # nothing says what its figures are: lines, so that no row is taken for a header
            for row in table.rows:
                self._builder.paragraph(" · ".join(filter(None, row)), page)
            return
        self._table, self._table_page = list(table.rows), page
        self._above, self._above_page = table, page

    def _go_on(self, above: PdfTable, table: PdfTable, page: int) -> None:
        header, *rows = table.rows
        if not _says_the_same(above.rows[0], header):
            rows = table.rows
        if not self._table:  # a footnote stood between: a table of its own, under the same header
            self._table, self._table_page = [above.rows[0]], page
        self._table.extend(rows)
        self._above, self._above_page = replace(table, rows=[above.rows[0]]), page

    def _reached_foot(self, above: PdfTable, table: PdfTable) -> bool:
        """Whether the next row found no room under the table: else the one on the next page is another."""
        return self._foot - above.bottom < table.first_row * _ROOM

    def _close_table(self) -> None:
        if self._table:
            self._builder.table(self._table, self._table_page)
            self._table = []
            self._add_notes()


def _breaks_early(above: Line, line: Line, page: Sequence[Line]) -> bool:
    """Whether a line ends although the next word would have fitted: somebody broke it, as in a list or an address."""
    if line.text[0].islower() or above.size != line.size:
        return False
    margin = max(
        (
            one.right
            for one in page
            if one.size == line.size and one.left < line.right and one.right > line.left
        ),
        default=0.0,
    )
    word = line.text.split(" ", 1)[0]
    wide = (line.right - line.left) * min(len(word), 12) / len(line.text)
    return above.right + wide + _SPACE * line.size < margin - line.size


def _same_columns(above: PdfTable, table: PdfTable) -> bool:
    return len(above.lefts) == len(table.lefts) and all(
        abs(before - left) < _SAME_PLACE for before, left in zip(above.lefts, table.lefts, strict=True)
    )


def _says_the_same(row: Sequence[str], other: Sequence[str]) -> bool:
    return [" ".join(cell.split()) for cell in row] == [" ".join(cell.split()) for cell in other]


def _notes_of(page: Page, body: float) -> list[str]:
    """Takes the footnotes off a page: the smaller lines at its foot, from the first that begins with a mark."""
    foot = len(page.lines)
    lowest = max((table.bottom for table in page.tables), default=0.0)
    while (
        foot
        and page.lines[foot - 1].size < body * _NOTE_SIZE
        and page.lines[foot - 1].top > lowest - _SAME_PLACE
    ):
        foot -= 1
    small = page.lines[foot:]
    marked = [place for place, line in enumerate(small) if _NOTE_MARK.match(line.text)]
    if not marked or (foot + marked[0] == 0 and not page.tables):
        return []
    begin = foot + marked[0]
    notes = page.lines[begin:]
    page.lines = page.lines[:begin]
    texts: list[str] = []
    for line in notes:
        if _NOTE_MARK.match(line.text) or not texts:
            texts.append(line.text)
        else:
            texts[-1] += f"\n{line.text}"
    return texts


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


_SPLIT = re.compile(r"([^\W\d_]+)([-\u00ad\u2010])\n([a-zà-ÿ]+)")


def _joined(lines: Sequence[Line], vocabulary: frozenset[str]) -> str:
    """Lines as running text; a word split at a line's end is made whole."""

    def whole(match: re.Match[str]) -> str:
        kept = f"{match.group(1)}-{match.group(3)}"
        return kept if kept.casefold() in vocabulary else match.group(1) + match.group(3)

    return _SPLIT.sub(whole, "\n".join(line.text for line in lines))
