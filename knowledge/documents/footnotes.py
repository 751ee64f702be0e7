"""Marks of footnotes, told so that nobody takes them for digits: `20,000 [2]`, and `40 m²`."""

from __future__ import annotations

import re

_UNIT = re.compile(r"(?:^|[\s\d(])(?:m|km|cm|mm|dm)$", re.IGNORECASE)
_DIGITS = re.compile(r"^\s*(\d{1,3})\s*$")
_POWERS = {"2": "²", "3": "³"}


def footnote_mark(text: str, before: str) -> str:
    """A raised text as it stands behind `before`; figures get brackets, letters (`1st`) stay as they are."""
    digits = _DIGITS.match(text)
    if not digits:
        return text
    figure = digits.group(1)
    if _UNIT.search(before) and figure in _POWERS:
        return _POWERS[figure]
    apart = " " if before and not before[-1].isspace() else ""
    return f"{apart}[{figure}]"


def marked(before: str, raised: str) -> str:
    """`before` with a raised text behind it."""
    mark = footnote_mark(raised, before)
    return before + mark + ("" if before or not mark.endswith("]") else " ")
