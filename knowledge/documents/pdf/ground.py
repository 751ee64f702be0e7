"""What lies behind and over a page's letters: white on paper, blue on blue and what is under a box nobody reads."""

from __future__ import annotations

from itertools import takewhile
from typing import Any

from knowledge.documents.pdf.glyphs import Char

_WHITE = 0.96  # of a channel's light: nobody tells it from paper
_THIN = 4.0  # points: lines and rules hide no letter


class Ground:
    """The pictures and filled shapes of a pdfplumber page whose marks were kept, in the order of painting."""

    def __init__(self, page: Any) -> None:
        filled = [shape for shape in (*page.rects, *page.curves) if shape.get("fill")]
        self._painted = sorted((*page.images, *filled), key=lambda shape: -shape["order"])  # the last first
        first = min((char["order"] for char in page.chars), default=0)
        boxes = (shape for shape in self._painted if shape["object_type"] == "rect" and shape["covers"])
        large = [box for box in boxes if min(box["width"], box["height"]) > _THIN]
        self._over = [box for box in large if box["order"] > first]
        self._colours = {_inks(box.get("non_stroking_color")) for box in large}

    def hides(self, char: Char) -> bool:
        """Whether a character cannot be told from what it stands on, or was painted over afterwards.

        What a lender blackened or pasted over is not said any more.
        """
        later = takewhile(lambda box: box["order"] > char["order"], self._over)
        return self._is_lost(char) or any(_lies_in(char, box) for box in later)

    def _is_lost(self, char: Char) -> bool:
        colour = char.get("non_stroking_color")
        white = _is_white(colour)
        if not white and _inks(colour) not in self._colours:
            return False
        behind = (shape for shape in self._painted if shape["order"] < char["order"])
        ground = next((shape for shape in behind if _lies_in(char, shape)), None)
        if ground is None or ground["object_type"] == "image":
            return white and ground is None
        under = ground.get("non_stroking_color")
        if white:
            return _is_white(under)
        return bool(ground["object_type"] == "rect" and ground["covers"] and _inks(under) == _inks(colour))


def _lies_in(char: Char, shape: Char) -> bool:
    across, down = (char["x0"] + char["x1"]) / 2, (char["top"] + char["bottom"]) / 2
    return bool(shape["x0"] <= across <= shape["x1"] and shape["top"] <= down <= shape["bottom"])


def _inks(colour: Any) -> tuple[Any, ...]:
    return tuple(colour) if isinstance(colour, (tuple, list)) else (colour,)


def _is_white(colour: Any) -> bool:
    """Grey or red, green and blue near full light, or hardly any of four inks."""
    channels = _inks(colour)
    if not all(isinstance(channel, (int, float)) for channel in channels):
        return False
    if len(channels) == 4:
        return all(ink <= 1 - _WHITE for ink in channels)
    return len(channels) in (1, 3) and all(light >= _WHITE for light in channels)
