"""How single characters of a PDF stand: level, turned, slanted; and which figures are cut small as footnote marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

UNMAPPED = "(cid:"  # how pdfminer writes a glyph whose font does not say which letter it is
Char = dict[str, Any]  # one of pdfplumber's characters
_STRAIGHT = 0.1
_NARROW = 0.74  # of the same figure's common width; a font's own raised figures are about two thirds


def is_turned(char: Char) -> bool:
    """Whether the letter stands on its side, as in the head of a narrow column."""
    across, up = char["matrix"][:2]
    return bool(abs(across) < _STRAIGHT * abs(up))


def is_slanted(char: Char) -> bool:
    """Whether it runs across the page at an angle: a watermark."""
    across, up = char["matrix"][:2]
    return not is_turned(char) and bool(abs(up) > _STRAIGHT * abs(across))


def narrow_figures(chars: Sequence[Char]) -> set[int]:
    """Figures a font cuts small and high for footnotes; nothing but their width tells them from others.

    A 1 is narrow in many fonts, so it is compared with other 1s alone; and only a figure that ends a word, or begins
    one before a letter, is taken for a mark.
    """
    full = _full_widths(chars)
    return {
        id(char)
        for place, char in enumerate(chars)
        if char["text"].isdecimal()
        and char["x1"] - char["x0"] < _NARROW * full[_kind(char)]
        and _is_placed_as_mark(chars, place)
    }


def _full_widths(chars: Sequence[Char]) -> dict[tuple[str, float, str], float]:
    """How wide each figure of a font is at most; but for 1, at least as wide as the font's figures commonly are."""
    widest: dict[tuple[str, float, str], float] = {}
    seen: dict[tuple[str, float], Counter[float]] = {}
    for char in chars:
        if char["text"].isdecimal():
            kind, width = _kind(char), char["x1"] - char["x0"]
            widest[kind] = max(width, widest.get(kind, 0.0))
            if char["text"] != "1":
                seen.setdefault(kind[:2], Counter())[round(width, 1)] += 1
    common = {font: max(widths, key=lambda width: (widths[width], width)) for font, widths in seen.items()}
    return {kind: width if kind[2] == "1" else max(width, common[kind[:2]]) for kind, width in widest.items()}


def _kind(char: Char) -> tuple[str, float, str]:
    return char["fontname"], round(char["size"], 1), char["text"]


def _is_placed_as_mark(chars: Sequence[Char], place: int) -> bool:
    before = chars[place - 1]["text"] if place else " "
    behind = chars[place + 1]["text"] if place + 1 < len(chars) else " "
    after = chars[place + 2]["text"] if place + 2 < len(chars) else " "
    if before.isspace():
        return behind.isalpha()
    return behind.isspace() or behind.isalpha() or (not behind.isalnum() and not after.isdecimal())
