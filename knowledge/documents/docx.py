"""DOCX: headings, lists and tables in reading order; struck-out changes dropped, hidden runs reported."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from knowledge.documents.builder import Builder
from knowledge.documents.refusal import DocumentRefused, Refusal

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING_STYLE = re.compile(r"(?:heading|título|titre|标题|標題|kichwa)\s*(\d)", re.IGNORECASE)
_TRANSPARENT = frozenset(
    _W + name for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")
)
_SKIPPED = frozenset(_W + name for name in ("del", "moveFrom", "txbxContent", "pict", "instrText"))
_TINY_HALF_POINTS = 4
_STYLE_DEPTH = 12
Node = Any  # lxml ships no types for its elements


def load_docx(data: bytes, builder: Builder) -> None:
    """Read the body of a Word file. Pages are those Word saw when it last saved."""
    import docx

    try:
        document = docx.Document(io.BytesIO(data))
    except (KeyError, ValueError) as error:
        raise DocumentRefused(Refusal.DAMAGED, detail="not a readable Word file") from error
    builder.title = document.core_properties.title or ""
    _Reader(document, builder).read()


class _Reader:
    def __init__(self, document: Any, builder: Builder) -> None:
        self._builder = builder
        self._body = document.element.body
        self._styles = {style.style_id: style.element for style in document.styles}
        self._paged = next(self._body.iter(_W + "lastRenderedPageBreak"), None) is not None
        self._page = 1

    def read(self) -> None:
        for block in _blocks(self._body):
            if block.tag == _W + "tbl":
                self._builder.table(self._rows(block), self._page if self._paged else None)
            else:
                self._paragraph(block)
            self._page += sum(1 for _ in block.iter(_W + "lastRenderedPageBreak"))
        if self._paged:
            self._builder.pages = self._page

    def _paragraph(self, paragraph: Node) -> None:
        text = self._text(paragraph)
        page = self._page if self._paged else None
        if self._is_contents(paragraph):
            return
        if level := self._heading_level(paragraph):
            self._builder.heading(text, level, page)
        elif depth := self._list_depth(paragraph):
            self._builder.list_item(text, depth, page)
        else:
            self._builder.paragraph(text, page)

    def _text(self, paragraph: Node) -> str:
        """What is seen of a paragraph; hidden runs go to the builder's report."""
        shown: list[str] = []
        for run in _runs(paragraph):
            text = "".join(_run_text(run))
            if self._is_hidden(run):
                self._builder.hidden(text)
            else:
                shown.append(text)
        return "".join(shown)

    def _is_hidden(self, run: Node) -> bool:
        properties = run.find(_W + "rPr")
        if properties is None:
            return False
        if _is_on(properties.find(_W + "vanish")) or _is_on(properties.find(_W + "webHidden")):
            return True
        size = properties.find(_W + "sz")
        if (
            size is not None
            and (size.get(_W + "val") or "").isdigit()
            and int(size.get(_W + "val")) <= _TINY_HALF_POINTS
        ):
            return True
        colour, shade = properties.find(_W + "color"), properties.find(_W + "shd")
        white = colour is not None and (colour.get(_W + "val") or "").upper() == "FFFFFF"
        return white and (shade is None or (shade.get(_W + "fill") or "").upper() in ("", "AUTO", "FFFFFF"))

    def _heading_level(self, paragraph: Node) -> int:
        for properties, name in self._style_chain(paragraph):
            outline = properties.find(_W + "outlineLvl") if properties is not None else None
            if outline is not None and (outline.get(_W + "val") or "").isdigit():
                level = int(outline.get(_W + "val"))
                return level + 1 if level < 9 else 0
            if match := _HEADING_STYLE.search(name):
                return int(match.group(1))
            if name.lower() == "title":
                return 1
        return 0

    def _is_contents(self, paragraph: Node) -> bool:
        """A line of the table of contents: it would answer every question with a page number."""
        return any(
            name.lower().startswith(("toc ", "table of figures")) for _, name in self._style_chain(paragraph)
        )

    def _list_depth(self, paragraph: Node) -> int:
        for properties, name in self._style_chain(paragraph):
            numbering = properties.find(_W + "numPr") if properties is not None else None
            if numbering is not None:
                level = numbering.find(_W + "ilvl")
                value = level.get(_W + "val") if level is not None else "0"
                return int(value) + 1 if (value or "").isdigit() else 1
            if name.lower().startswith("list "):
                return 1
        return 0

    def _style_chain(self, paragraph: Node) -> Iterator[tuple[Node, str]]:
        """The paragraph's own properties, then those of its style and the styles that one is based on."""
        properties = paragraph.find(_W + "pPr")
        yield properties, ""
        named = properties.find(_W + "pStyle") if properties is not None else None
        style_id = named.get(_W + "val") if named is not None else None
        for _ in range(_STYLE_DEPTH):
            style = self._styles.get(style_id) if style_id else None
            if style is None:
                return
            name = style.find(_W + "name")
            yield style.find(_W + "pPr"), (name.get(_W + "val") or "") if name is not None else ""
            based = style.find(_W + "basedOn")
            style_id = based.get(_W + "val") if based is not None else None

    def _rows(self, table: Node) -> list[list[str]]:
        rows: list[list[str]] = []
        for line in table.iterchildren(_W + "tr"):
            row: list[str] = []
            for cell in line.iter(_W + "tc"):
                if next(cell.iterancestors(_W + "tr")) is line:
                    self._cell(cell, row, rows[-1] if rows else [])
            rows.append(row)
        return rows

    def _cell(self, cell: Node, row: list[str], above: list[str]) -> None:
        """Append a cell, repeated over its columns; one merged downwards repeats what stands above it."""
        properties = cell.find(_W + "tcPr")
        text = "\n".join(self._text(paragraph) for paragraph in cell.iter(_W + "p"))
        span = properties.find(_W + "gridSpan") if properties is not None else None
        merge = properties.find(_W + "vMerge") if properties is not None else None
        if merge is not None and merge.get(_W + "val") != "restart" and len(row) < len(above):
            text = above[len(row)]
        value = span.get(_W + "val") if span is not None else "1"
        row.extend([text] * max(1, min(int(value) if (value or "").isdigit() else 1, 60)))


def _blocks(body: Node) -> Iterator[Node]:
    """Paragraphs and tables in order, also those inside content controls; without recursion."""
    waiting = list(reversed(list(body)))
    while waiting:
        node = waiting.pop()
        if node.tag in (_W + "p", _W + "tbl"):
            yield node
        elif node.tag in _TRANSPARENT:
            waiting.extend(reversed(list(node)))


def _runs(paragraph: Node) -> Iterator[Node]:
    waiting = list(reversed(list(paragraph)))
    while waiting:
        node = waiting.pop()
        if node.tag == _W + "r":
            yield node
        elif node.tag not in _SKIPPED and node.tag != _W + "pPr":
            waiting.extend(reversed(list(node)))


def _run_text(run: Node) -> Iterator[str]:
    for part in run:
        if part.tag == _W + "t":
            yield part.text or ""
        elif part.tag in (_W + "tab", _W + "br", _W + "cr"):
            yield " "
        elif part.tag == _W + "noBreakHyphen":
            yield "-"


def _is_on(switch: Node) -> bool:
    return switch is not None and (switch.get(_W + "val") or "true").lower() not in ("false", "0", "off")
