"""Whether what was read is words at all: bytes of no text come out of a decoder as letters of all the world."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

LOOKED_AT = 20_000  # letters
_FILLED = re.compile(r"([^\w\s]|_)(?:\s*\1)+")  # rules, leaders and places to write on
_BARS = "|"  # between the cells of a table
_TOGETHER = {"HIRAGANA": "CJK", "KATAKANA": "CJK", "KATAKANA-HIRAGANA": "CJK", "IDEOGRAPHIC": "CJK"}
_NO_LETTERS = ("Cc", "Cn", "Co", "Cs")
_MOST_ODD = 0.1  # bullets of symbol fonts are a few in a hundred
_MOST_BROKEN = 0.2  # of two letters that stand side by side: "loan" has none, "iPhone" one
_LEAST_WORDED = 0.5  # letters and figures of all that is no space


def has_words(text: str) -> bool:
    """Whether two letters of one script stand side by side anywhere, or a sign that is a word alone."""
    letters = list(pairwise(text))
    return any(_joined(first, second) for first, second in letters) or any(map(_is_word_alone, text))


def is_legible(text: str) -> bool:
    """Whether it reads as a language's text: few signs that are no letters, and words of one script each."""
    signs = [
        char for char in _FILLED.sub(r"\1", text[:LOOKED_AT]) if not char.isspace() and char not in _BARS
    ]
    if not signs:
        return True
    odd = sum(char == "\ufffd" or unicodedata.category(char) in _NO_LETTERS for char in signs)
    worded = sum(unicodedata.category(char)[0] in "LMN" for char in signs)
    return odd <= len(signs) * _MOST_ODD and worded >= len(signs) * _LEAST_WORDED and not _is_broken(text)


def _is_broken(text: str) -> bool:
    pairs = [pair for pair in pairwise(text[:LOOKED_AT]) if pair[0].isalpha() and pair[1].isalpha()]
    broken = sum(not _joined(*pair) or (pair[0].islower() and pair[1].isupper()) for pair in pairs)
    return broken > len(pairs) * _MOST_BROKEN


def _joined(first: str, second: str) -> bool:
    return first.isalpha() and second.isalpha() and _script(first) == _script(second)


def _script(letter: str) -> str:
    named = unicodedata.name(letter, "").partition(" ")[0]
    return _TOGETHER.get(named, named)


def _is_word_alone(char: str) -> bool:
    return char.isalpha() and _script(char) == "CJK"
