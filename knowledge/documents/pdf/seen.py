"""Which characters of a page a person sees.

Not those of no size, never painted, off the page, of the colour of what they stand on, or under a box.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from knowledge.documents.pdf.glyphs import UNMAPPED, Char, is_slanted
from knowledge.documents.pdf.ground import Ground
from knowledge.documents.pdf.marks import INVISIBLE_MODE
from knowledge.documents.pdf.spelling import spelled

_TINY = 1.5
_SCAN_IMAGE_SHARE = 0.5
_DOUBLE = 1.0  # points between a letter and its second print


@dataclass(slots=True)
class Characters:
    """A page's characters in printing order: read, set aside, and those whose font does not say what they are."""

    seen: list[Char] = field(default_factory=list)
    hidden: list[Char] = field(default_factory=list)
    unmapped: int = 0


def characters_of(page: Any) -> Characters:
    """The characters of a pdfplumber page, each once.

    A watermark across the page is seen but is no part of the text; it is told with what is hidden.
    """
    picture = sum(image["width"] * image["height"] for image in page.images)
    covered = picture > page.width * page.height * _SCAN_IMAGE_SHARE
    ground = None if covered else Ground(page)
    found = Characters()
    for char in spelled(page.chars):
        if char["text"].startswith(UNMAPPED):
            found.unmapped += 1
        elif is_slanted(char) or _is_hidden(char, page, covered) or (ground and ground.hides(char)):
            found.hidden.append(char)
        else:
            found.seen.append(char)
    found.seen = _printed_once(found.seen)
    return found


def _printed_once(chars: Sequence[Char]) -> list[Char]:
    """Characters without their doubles: some programs print a letter twice, a hair apart, to make it bold."""
    printed: dict[tuple[int, int], list[Char]] = defaultdict(list)
    kept: list[Char] = []
    for char in chars:
        across, down = round(char["x0"]), round(char["top"])
        near = (
            other
            for x in (across - 1, across, across + 1)
            for y in (down - 1, down, down + 1)
            for other in printed.get((x, y), ())
        )
        if char["text"].isspace() or not any(_is_double(char, other) for other in near):
            kept.append(char)
            printed[across, down].append(char)
    return kept


def _is_double(char: Char, other: Char) -> bool:
    hair = min(_DOUBLE, 0.3 * (other["x1"] - other["x0"]))
    return bool(
        char["text"] == other["text"]
        and char["fontname"] == other["fontname"]
        and abs(char["x0"] - other["x0"]) <= hair
        and abs(char["top"] - other["top"]) <= _DOUBLE
    )


def _is_hidden(char: Char, page: Any, covered: bool) -> bool:
    """Nobody sees it wherever it stands: no size, never painted, off the page.

    Text never painted over a picture of the whole page is the reading layer of a scan: that is text.
    """
    if char["size"] < _TINY:
        return True
    if char.get("render") == INVISIBLE_MODE or char.get("unseen"):
        return not covered
    across = char["x1"] < 0 or char["x0"] > page.width
    return bool(across or char["bottom"] < 0 or char["top"] > page.height)
