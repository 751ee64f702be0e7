"""How a document prints its body, its headings and its lists."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.documents.pdf.lines import Line, Page
from knowledge.documents.text import NUMBERED

_BULLET = re.compile(
    r"^(?:[-*•‣▪◦●○■□➢✓–\uf0b7\uf0a7·]|\(?[a-z]\)|\(\d{1,2}\)|\d{1,2}\)|\(?[ivx]{1,4}\)|[①-⑳])\s*(?=\S)"
)
_BULLET_NEEDS_SPACE = re.compile(r"^(?:[-*–·]|\(?[a-z]\)|\(?[ivx]{1,4}\))(?!\s)")
_STEP = re.compile(r"^\d{1,2}\.\s+(?=\S)")
_HEADING_SIZE = 1.12
_HEADING_MOST = 140
_LITTLE_TEXT = 200  # letters


@dataclass(slots=True)
class Style:
    """How this document prints its body and its headings."""

    body: float
    gap: float
    hanging: bool
    vocabulary: frozenset[str]
    ranks: dict[tuple[float, int], int]

    @classmethod
    def of(cls, pages: Sequence[Page]) -> Style:
        sizes = Counter[float]()
        gaps = Counter[float]()
        for page in pages:
            for line in page.lines:
                sizes[line.size] += len(line.text)
            for line, below in pairwise(page.lines):
                if below.size == line.size:
                    gaps[round((below.top - line.bottom) * 2) / 2] += 1
        if sizes.total() < _LITTLE_TEXT:  # tables and hardly a line beside them
            for page in pages:
                sizes += page.sizes
        body = sizes.most_common(1)[0][0] if sizes else 10.0
        gap = gaps.most_common(1)[0][0] if gaps else 3.0
        style = cls(body, gap, _items_hang(pages), _vocabulary(pages), {})
        keys = {style._key(line) for page in pages for line in page.lines if style.is_heading(line)}
        style.ranks = {key: rank for rank, key in enumerate(sorted(keys, key=lambda k: (-k[0], k[1])), 1)}
        return style

    @property
    def heading_size(self) -> float:
        return self.body * _HEADING_SIZE

    def is_heading(self, line: Line) -> bool:
        """Larger than the body, or bold and short and not the start of a sentence that runs on."""
        text = line.text.strip()
        if len(text) > _HEADING_MOST or not any(char.isalpha() for char in text):
            return False
        if line.size >= self.heading_size:
            return True
        ends = text.endswith((".", ",", ";", ":", "。", "，", "；", "："))
        return line.bold and len(text) < 100 and (not ends or (bool(NUMBERED.match(text)) and len(text) < 60))

    def level(self, line: Line) -> int:
        return self.ranks.get(self._key(line), 1)

    def _key(self, line: Line) -> tuple[float, int]:
        number = re.match(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s", line.text)
        return round(line.size * 2) / 2, number.group(1).count(".") if number else 0


def bullet_of(text: str) -> int | None:
    """How long the bullet is that a line begins with; None without one."""
    match = _BULLET.match(text)
    return match.end() if match and not _BULLET_NEEDS_SPACE.match(text) else None


def step_of(text: str) -> int | None:
    """How long the number is that a step of a list begins with: `2. Fill in the form`."""
    match = _STEP.match(text)
    return match.end() if match else None


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
                bullet_of(line.text) is not None
                and bullet_of(below.text) is None
                and below.top - line.bottom < line.size
            ):
                votes[below.left > line.left + 2] += 1
    return votes[True] > 0 and votes[True] * 2 >= votes[False]
