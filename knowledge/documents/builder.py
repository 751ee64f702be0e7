"""Collects what a loader reads: cleaned elements under the caps, warnings as code and detail."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum

from knowledge.documents import tables
from knowledge.documents.cleaning import one_line
from knowledge.documents.limits import LIMITS
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.orders import orders_in
from knowledge.types import Element, ElementKind


class Warn(StrEnum):
    """What an admin should know before publishing; kept as `code: detail` in a document's warnings."""

    HIDDEN_TEXT = "hidden_text"
    ORDERS = "orders"
    SCANNED_PAGES = "scanned_pages"
    OCR = "ocr"
    UNREADABLE_FONT = "unreadable_font"
    DAMAGED_PAGES = "damaged_pages"
    TABLES_AS_TEXT = "tables_as_text"
    MISNAMED = "misnamed"
    GUESSED_CHARSET = "guessed_charset"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    SHORTENED = "shortened"
    UNEVEN_ROWS = "uneven_rows"


HIDDEN_SHOWN = 500
ORDER_SHOWN = 90  # characters of a sentence that gives orders to a machine: enough to find it
_TOLD_MOST = 10


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
        self._told = Counter[Warn]()
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
        """A table with its header first; one of a single row or column is text, an empty one is nothing."""
        for part in tables.plain(rows):
            if isinstance(part, str):
                self.paragraph(part, page)
            else:
                self._add(ElementKind.TABLE, tables.markdown(part), 0, page)

    def hidden(self, text: str) -> None:
        """Text a reader of the file does not see: shown to the admin, never indexed."""
        shown = one_line(text)
        if shown:
            self._hidden.append(shown)

    def warn(self, code: Warn, detail: str = "") -> None:
        """Tell the admin; what many cells or rows have in common is told for the first of them."""
        self._told[code] += 1
        if self._told[code] <= _TOLD_MOST:
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
        if not self.short_of_time:
            self._warn_of_orders(text, page)

    def _warn_of_orders(self, text: str, page: int | None) -> None:
        for order in orders_in(text):
            cut = order[:ORDER_SHOWN] + ("…" if len(order) > ORDER_SHOWN else "")
            self.warn(Warn.ORDERS, f"“{cut}” ({page})" if page else f"“{cut}”")
