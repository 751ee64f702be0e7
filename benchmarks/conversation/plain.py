"""How plain words are: sentences out of messages, and what can be measured of them in each language.

English has a grade: Flesch-Kincaid, 0.39 words a sentence + 11.8 syllables a word - 15.59. Syllables are counted by the
groups of vowels; over the catalogue's sentences that is 1.7 % more than the CMU dictionary says. No formula
of that kind is worth anything for Chinese or Swahili: there the length of sentences is measured, in characters and in
words.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_MARKUP = re.compile(r"<[^>]+>|[\u2066-\u2069]")
_END = re.compile(r"(?<=[.?!:…])\s+|(?<=[。？！：])")
_BULLET = re.compile(r"^\W*(\d+\.\s)?\W*")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_HAN = re.compile(r"[\u4e00-\u9fff]")
FEWEST_WORDS = 3  # fewer is a heading, a button or a name


@dataclass(frozen=True)
class Measure:
    """Of many sentences: the grade (English only), and the mean and greatest length of one."""

    sentences: int
    grade: float | None
    mean_length: float
    longest: int


def sentences(message: str) -> list[str]:
    """The sentences of a message, without markup; headings, figures and commands alone are none."""
    text = html.unescape(_MARKUP.sub("", message))
    found = [_BULLET.sub("", part).strip() for line in text.splitlines() for part in _END.split(line)]
    return [part for part in found if length(part) >= FEWEST_WORDS]


def length(sentence: str) -> int:
    """Chinese characters, or words where there are none."""
    return len(_HAN.findall(sentence)) or len(_WORD.findall(sentence))


def syllables(word: str) -> int:
    return max(1, len(re.findall(r"[aeiouy]+", re.sub(r"e$", "", word.lower()))))


def grade(texts: Iterable[str]) -> float:
    """The Flesch-Kincaid grade of English sentences, taken together."""
    found = [_WORD.findall(text) for text in texts]
    words = [word for sentence in found for word in sentence]
    each = sum(map(syllables, words)) / len(words)
    return round(0.39 * len(words) / len(found) + 11.8 * each - 15.59, 1)


def measure(texts: Iterable[str], language: str) -> Measure:
    """What can be measured of sentences in this language."""
    found = list(texts)
    lengths = [length(text) for text in found]
    graded = grade(found) if language == "en" else None
    return Measure(len(found), graded, round(sum(lengths) / len(lengths), 1), max(lengths))
