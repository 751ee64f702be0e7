"""Reads the body of a Word file block by block; pages are those Word saw when it last saved."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from knowledge.documents.builder import Builder
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.documents.word.runs import is_bold, notes_in, text_of
from knowledge.documents.word.styles import Styles
from knowledge.documents.word.tables import rows_of
from knowledge.documents.word.xml import Node, W, blocks, boxes, value, whole

_HEADING_STYLE = re.compile(r"(?:heading|título|titre|标题|標題|kichwa)\s*(\d)", re.IGNORECASE)
_TYPED_BULLET = re.compile(r"^\s*(?:[•‣▪◦●○■□➢✓–—*-]|\(?[a-z]\)|\(?\d{1,2}\))\s+(?=\S)")
_BOX_DEPTH = 3
_HEADING_MOST = 90


def load_docx(data: bytes, builder: Builder) -> None:
    """Read a Word file: the body with its text boxes and footnotes; headers and footers are no text."""
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
        self._styles = Styles({style.style_id: style.element for style in document.styles})
        self._notes = _notes_of(document.part)
        self._paged = next(self._body.iter(W + "lastRenderedPageBreak"), None) is not None
        self._page = 1
        self._level = 0

    def read(self) -> None:
        self._read(self._body, _BOX_DEPTH)
        if self._paged:
            self._builder.pages = self._page

    def _read(self, body: Node, depth: int) -> None:
        for block in blocks(body):
            if block.tag == W + "tbl":
                self._builder.table(rows_of(block, self._text), self._here)
            else:
                self._paragraph(block)
            for box in boxes(block) if depth else ():
                self._read(box, depth - 1)
            for paragraph in [block] if block.tag == W + "p" else block.iter(W + "p"):
                self._add_notes(paragraph)
            self._page += sum(1 for _ in block.iter(W + "lastRenderedPageBreak"))

    @property
    def _here(self) -> int | None:
        return self._page if self._paged else None

    def _text(self, paragraph: Node) -> str:
        return text_of(paragraph, self._builder.hidden, self._styles)

    def _paragraph(self, paragraph: Node) -> None:
        if self._is_contents(paragraph):
            return
        text = self._text(paragraph)
        if level := self._heading_level(paragraph):
            self._level = level
            self._builder.heading(text, level, self._here)
        elif depth := self._list_depth(paragraph):
            self._builder.list_item(text, depth, self._here)
        elif _is_typed_heading(text) and is_bold(paragraph):
            self._builder.heading(text, self._level + 1, self._here)
        else:
            self._plain(text)

    def _plain(self, text: str) -> None:
        """A paragraph; lines in it that begin with a bullet typed by hand are list items."""
        plain: list[str] = []
        for line in text.split("\n"):
            if bullet := _TYPED_BULLET.match(line):
                self._builder.paragraph("\n".join(plain), self._here)
                plain.clear()
                self._builder.list_item(line[bullet.end() :], 1, self._here)
            else:
                plain.append(line)
        self._builder.paragraph("\n".join(plain), self._here)

    def _add_notes(self, paragraph: Node) -> None:
        """The footnotes of a paragraph stand right behind it."""
        for kind, number in notes_in(paragraph):
            note = self._notes.get((kind, number))
            if note is not None:
                text = " ".join(self._text(line) for line in note.iter(W + "p"))
                self._builder.paragraph(f"[{number}] {text.strip()}", self._here)

    def _heading_level(self, paragraph: Node) -> int:
        for properties, name in self._style_chain(paragraph):
            outline = properties.find(W + "outlineLvl") if properties is not None else None
            if outline is not None and value(outline).isdigit():
                level = whole(outline, 9)
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
            numbering = properties.find(W + "numPr") if properties is not None else None
            if numbering is not None:
                return whole(numbering.find(W + "ilvl"), 0) + 1
            if name.lower().startswith("list "):
                return 1
        return 0

    def _style_chain(self, paragraph: Node) -> Iterator[tuple[Node, str]]:
        """The paragraph's own properties, then those of its style and the styles that one is based on."""
        properties = paragraph.find(W + "pPr")
        yield properties, ""
        named = properties.find(W + "pStyle") if properties is not None else None
        for style in self._styles.chain(value(named)):
            yield style.find(W + "pPr"), value(style.find(W + "name"))


def _notes_of(part: Any) -> dict[tuple[str, str], Node]:
    """The file's footnotes and endnotes by kind and id."""
    found: dict[tuple[str, str], Node] = {}
    for relation in part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1].removesuffix("s")
        if kind not in ("footnote", "endnote") or relation.is_external:
            continue
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        root = etree.fromstring(relation.target_part.blob, parser)
        for note in root.iter(W + kind):
            if not value(note, "type"):  # separators have one
                found[kind, value(note, "id")] = note
    return found


def _is_typed_heading(text: str) -> bool:
    """Short, one line, and no sentence: a heading set bold by hand."""
    plain = text.strip()
    ends = plain.endswith((".", ",", ";", ":", "!", "?", "。", "，", "；", "：", "！", "？"))
    return 2 < len(plain) < _HEADING_MOST and "\n" not in plain and not ends and any(map(str.isalpha, plain))
