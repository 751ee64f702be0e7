"""Which word a misspelt one means: a letter doubled, left out or swapped, a vowel heard otherwise.

"Internet" looks like "interest" and "millet" like "mill", but nobody hears one for the other: who asks for the one must
not be told the figures of the other.
"""

from __future__ import annotations

from collections.abc import Collection

import regex

from knowledge.language.stems import bare

SHORTEST = 4  # letters of a word that may be misspelt
SHORT = 6  # a shorter word may want a vowel, not a consonant ("food", "flood"), and has none too many ("goat", "got")
LONG = 8  # from here on two slips
_VOWELS = regex.compile(r"[aeiou\p{M}]")
_DOUBLED = regex.compile(r"(.)\1+")
_ALIKE = str.maketrans("czq", "ssk")


def spellings(word: str, among: Collection[str], language: str) -> list[str]:
    """Words that `word` may be a misspelling of, nearest first."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    said = bare(word)
    near = process.extract(said, among, processor=bare, scorer=OSA.distance, score_cutoff=2, limit=None)
    found = [
        (distance, other) for other, distance, _at in near if _slipped(said, bare(other), distance, language)
    ]
    return [other for _distance, other in sorted(found)]


def _slipped(word: str, other: str, distance: int, language: str) -> bool:
    """Whether who meant `other` may have written `word`, that many letters apart."""
    wanting, alike = len(other) - len(word), _heard(word) == _heard(other)
    if language == "sw":  # its forms differ by a vowel or a letter: kupita, kupata, kumpa; analipa, inalipwa
        return distance <= 1 and alike and (wanting == 1 or _VOWELS.findall(word) == _VOWELS.findall(other))
    if not alike:
        return distance == wanting == 1 and len(word) >= SHORT and word[0] == other[0]
    if distance == 2:
        return len(other) >= LONG and wanting >= -1
    return distance == 0 or wanting > 0 or len(word) > SHORT or sorted(word) == sorted(other)


def _heard(word: str) -> str:
    """The consonants as one hears them, after the first letter."""
    single = _DOUBLED.sub(r"\1", word)
    return (single[:1] + _VOWELS.sub("", single[1:])).translate(_ALIKE)
