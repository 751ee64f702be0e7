"""Number words of each language; one module a language, all of one shape."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from importlib import import_module

Token = str | Fraction  # a word, or a number already read from digits


@dataclass(frozen=True, slots=True, eq=False)
class NumberWords:
    """Words by role; all lower case, without accents. `before` are words that change the number after them
    (Hindi sava, sadhe): (add, multiply-if-alone)."""

    units: Mapping[str, int]  # 0 to 19, and every direct word up to 99
    tens: Mapping[str, int]  # 20 to 90: a unit may follow
    scales: Mapping[str, int]  # 100, 1000 and up; also dozens
    ordinals: Mapping[str, int]  # denominators: third, fifths
    halves: frozenset[str]
    joins: frozenset[str]
    points: frozenset[str]
    minus: frozenset[str]
    over: frozenset[str]
    articles: frozenset[str] = frozenset()
    fractions: Mapping[str, Fraction] = field(default_factory=dict)
    before: Mapping[str, Fraction] = field(default_factory=dict)
    of: frozenset[str] = frozenset()  # "sau ka paanchva": a hundred's fifth
    share_of: frozenset[str] = frozenset()  # "a quarter of a million"
    plurals: frozenset[str] = frozenset()  # scales that, alone, name no number: "thousands"
    about: frozenset[str] = frozenset()
    vague: frozenset[str] = frozenset()
    ranges: frozenset[str] = frozenset()
    fillers: frozenset[str] = frozenset()
    bare_scales: bool = False  # "deux mille cent": a scale needs no number before it
    scale_first: bool = False  # "elfu tano"
    merges: Mapping[tuple[str, ...], str] = field(default_factory=dict)
    wide_tens: frozenset[int] = frozenset()  # soixante-douze: 60 + 12
    none: frozenset[str] = frozenset()  # whole answers that mean 0
    ordinal_tens: bool = False  # "thirty fifths" are 35ths


@cache
def number_words(language: str) -> NumberWords:
    words: NumberWords = import_module(f"intake.reading.words.{language}").WORDS
    return words


def pairs(text: str) -> dict[str, int]:
    """`one un 1, two 2` → {"one": 1, "un": 1, "two": 2}."""
    table: dict[str, int] = {}
    for entry in text.replace("\n", " ").split(","):
        *names, value = entry.split()
        table |= dict.fromkeys(names, int(value))
    return table


def words(text: str) -> frozenset[str]:
    """Split at commas, so that an entry may have spaces."""
    return frozenset(word.strip() for word in text.replace("\n", " ").split(",") if word.strip())
