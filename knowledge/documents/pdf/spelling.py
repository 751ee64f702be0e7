"""Scripts whose letters are printed in another order than they are written: their spans say the text."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from itertools import groupby

from knowledge.documents.pdf.glyphs import UNMAPPED, Char

_INDIC = range(0x0900, 0x1100)  # Devanagari to Burmese
_GARBLED_MOST = 2


def spelled(chars: Sequence[Char]) -> Iterator[Char]:
    """The characters, with those of one spelled span taken together as the text it stands for."""
    for spelling, group in groupby(chars, key=lambda char: char.get("spelling")):
        span = list(group)
        if spelling is None or not _is_honest(spelling[1], span):
            yield from span
        else:
            yield _together(span, spelling[1])


def _is_honest(text: str, span: Sequence[Char]) -> bool:
    """Only for scripts that need it, and never a figure or a letter that is not printed: nobody would see the lie."""
    printed = "".join(char["text"] for char in span if not char["text"].startswith(UNMAPPED))
    plain = [char for char in text if not _is_indic(char) and not char.isspace()]
    return any(map(_is_indic, text)) and all(char in printed for char in plain) and len(text) <= 4 * len(span)


def _is_indic(char: str) -> bool:
    return ord(char) in _INDIC or char in "\u200c\u200d"


def _together(span: Sequence[Char], text: str) -> Char:
    return {
        **span[0],
        "text": text,
        "x0": min(char["x0"] for char in span),
        "x1": max(char["x1"] for char in span),
    }


def garbled(words: Sequence[str]) -> bool:
    """Whether words begin with a vowel sign: no text does, so the font's letters are not what they say."""
    indic = [word for word in words if _is_indic(word[0])]
    wrong = sum(unicodedata.category(word[0]).startswith("M") for word in indic)
    return wrong > _GARBLED_MOST and wrong > len(indic) * 0.02
