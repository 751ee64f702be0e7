"""Collects what a loader reads: cleaned elements under the caps, warnings as code and detail."""

from __future__ import annotations

import re
import time
import unicodedata
from collections.abc import Iterable, Sequence
from enum import StrEnum

from knowledge.documents.limits import LIMITS
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.types import Element, ElementKind


class Warn(StrEnum):
    """What an admin should know before publishing; kept as `code: detail` in a document's warnings."""

    HIDDEN_TEXT = "hidden_text"
    SCANNED_PAGES = "scanned_pages"
    OCR = "ocr"
    UNREADABLE_FONT = "unreadable_font"
    DAMAGED_PAGES = "damaged_pages"
    TABLES_AS_TEXT = "tables_as_text"
    MISNAMED = "misnamed"
    GUESSED_CHARSET = "guessed_charset"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    SHORTENED = "shortened"


_SPACES = re.compile(r"[^\S\n]+")
_NEWLINES = re.compile(r"\s*\n\s*")
# Cf and Cc characters that reorder or hide text; zero-width joiners stay, Hindi needs them.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]"
)
_SURROGATE = re.compile("[\ud800-\udfff]")
HIDDEN_SHOWN = 500
HIDDEN_NOTES = 10


def clean(text: str) -> str:
    """Text as a person sees it: NFC, single spaces, no control or direction-turning characters."""
    text = _SURROGATE.sub("\ufffd", text)
    text = _INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " "))
    return _NEWLINES.sub("\n", _SPACES.sub(" ", unicodedata.normalize("NFC", text))).strip()


def one_line(text: str) -> str:
    """`clean`, with line ends as spaces; Chinese lines join without one."""
    return re.sub(
        r"(?<=[\u3000-\u9fff\uff00-\uffef])\n(?=[\u3000-\u9fff\uff00-\uffef])", "", clean(text)
    ).replace("\n", " ")


class Builder:
    """Elements in reading order; raises `DocumentRefused` when a file holds more than a document may."""

    def __init__(
        self,
        elements: int = LIMITS.elements,
        characters: int = LIMITS.characters,
        *,
        soft_cpu: float = LIMITS.soft_cpu_seconds,
        soft_wall: float = LIMITS.soft_wall_seconds,
    ) -> None:
        self.elements: list[Element] = []
        self.title = ""
        self.pages: int | None = None
        self._warnings: dict[str, None] = {}
        self._hidden: list[str] = []
        self._most_elements = elements
        self._characters_left = characters
        self._cpu_end = time.process_time() + soft_cpu
        self._wall_end = time.monotonic() + soft_wall

    @property
    def short_of_time(self) -> bool:
        """Whether the slow, careful way through a file should give way to the quick one."""
        return time.process_time() > self._cpu_end or time.monotonic() > self._wall_end

    def heading(self, text: str, level: int, page: int | None = None) -> None:
        self._add(ElementKind.HEADING, one_line(text), max(1, min(level, 9)), page)

    def paragraph(self, text: str, page: int | None = None) -> None:
        self._add(ElementKind.PARAGRAPH, one_line(text), 0, page)

    def list_item(self, text: str, level: int = 1, page: int | None = None) -> None:
        self._add(ElementKind.LIST_ITEM, one_line(text), level, page)

    def table(self, rows: Sequence[Sequence[str]], page: int | None = None) -> None:
        """A table with its header first; one of a single cell is a paragraph, an empty one is nothing."""
        kept = tidy(rows)
        if not kept:
            return
        if len(kept) == 1 or len(kept[0]) == 1:
            for row in kept:
                self.paragraph(" · ".join(cell for cell in row if cell), page)
            return
        self._add(ElementKind.TABLE, markdown_table(kept), 0, page)

    def hidden(self, text: str) -> None:
        """Text a reader of the file does not see: shown to the admin, never indexed."""
        shown = one_line(text)
        if shown:
            self._hidden.append(shown)

    def warn(self, code: Warn, detail: str = "") -> None:
        self._warnings[f"{code}: {detail}".rstrip(": ")] = None

    @property
    def warnings(self) -> tuple[str, ...]:
        if self._hidden:
            joined = " ".join(dict.fromkeys(self._hidden))
            cut = joined[:HIDDEN_SHOWN] + ("…" if len(joined) > HIDDEN_SHOWN else "")
            self.warn(Warn.HIDDEN_TEXT, cut)
            self._hidden.clear()
        return tuple(self._warnings)

    def _add(self, kind: ElementKind, text: str, level: int, page: int | None) -> None:
        if not text:
            return
        self._characters_left -= len(text)
        if self._characters_left < 0 or len(self.elements) >= self._most_elements:
            raise DocumentRefused(Refusal.TOO_MUCH_TEXT)
        self.elements.append(Element(kind, text, level, page))


def tidy(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Rows of equal length without the rows and columns that are wholly empty."""
    cleaned = [[one_line(cell) for cell in row] for row in rows]
    width = max((len(row) for row in cleaned), default=0)
    even = [row + [""] * (width - len(row)) for row in cleaned if any(row)]
    used = [column for column in range(width) if any(row[column] for row in even)]
    return [[row[column] for column in used] for row in even]


def markdown_table(rows: Sequence[Sequence[str]]) -> str:
    """A GitHub Markdown table whose first row is the header."""
    lines = ["| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |" for row in rows]
    return "\n".join([lines[0], "|" + " --- |" * len(rows[0]), *lines[1:]])
