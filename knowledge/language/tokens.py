"""Words, and the terms of them that lexical search counts."""

from __future__ import annotations

import itertools
import unicodedata
from functools import cache

import regex

from knowledge.language.scripts import AGGLUTINATING, UNSPACED
from knowledge.language.stems import bare, stem
from knowledge.language.stopwords import STOP_WORDS

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_RUN_OR_REST = regex.compile(rf"([{UNSPACED}]+)")
_CJK = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}ー]+")
_CUT = regex.compile(rf"[{UNSPACED}]+|[{AGGLUTINATING}\p{{M}}]+")
_HIRAGANA = regex.compile(r"\p{Hiragana}+")
_LETTER = regex.compile(r"\X")  # with its vowel signs
PART, PART_SIZE = "\ue000", 4
_DIGITS = {code: str(unicodedata.digit(chr(code))) for code in range(0x660, 0x1FBFA) if chr(code).isdecimal()}


def normalize(text: str) -> str:
    """NFKC and case folding: full-width digits become digits, ligatures letters; digits of all scripts are 0 to 9."""
    return unicodedata.normalize("NFKC", text).casefold().translate(_DIGITS)


def words(text: str) -> list[str]:
    """The words of `text` in order, folded; a run of an unspaced script counts as one word."""
    found: list[str] = []
    for token in _WORD.findall(normalize(text)):
        found.extend(part for part in _RUN_OR_REST.split(token) if part)
    return found


def terms(text: str, language: str) -> list[str]:
    """Stems of words; letters and pairs of letters where a script has no spaces, or words too many endings."""
    return [term for word in words(text) for term in _terms_of(word, language)]


def content_terms(text: str, language: str) -> list[str]:
    """`terms` without the words that say nothing, once each, in order; all of them when nothing is left."""
    stops = stop_words(language)
    kept: dict[str, None] = {}
    for word in words(text):
        if word in stops:
            continue
        for term in _cjk_terms(word, stops) if _CJK.fullmatch(word) else _terms_of(word, language):
            kept.setdefault(term)
    return list(kept) or list(dict.fromkeys(terms(text, language)))


def indexed_terms(text: str, language: str) -> list[str]:
    """What lexical search indexes: `terms`, and in languages whose words we know little of their parts as well."""
    return terms(text, language) + _parts(text, language)


def asked_terms(text: str, language: str) -> list[str]:
    """What lexical search looks for: `content_terms`, then parts of words as `indexed_terms` has them."""
    return content_terms(text, language) + list(dict.fromkeys(_parts(text, language)))


def _parts(text: str, language: str) -> list[str]:
    """Runs of four letters (McNamee and Mayfield, 2004), so that compounds and endings nobody stems meet.

    Each begins with a mark, so that no part is taken for a word.
    """
    if language in STOP_WORDS:
        return []
    long = (bare(word) for word in words(text) if not _CUT.fullmatch(word))
    return [PART + word[at : at + PART_SIZE] for word in long for at in range(len(word) - PART_SIZE + 1)]


def _terms_of(word: str, language: str) -> list[str]:
    if not _CUT.fullmatch(word):
        return [stem(word, language)]
    letters = _LETTER.findall(bare(word))
    return letters + [first + second for first, second in itertools.pairwise(letters)]


def _cjk_terms(run: str, stops: frozenset[str]) -> list[str]:
    """Without what says nothing: stop words, and Japanese endings (hiragana alone)."""
    for phrase in sorted((stop for stop in stops if len(stop) > 1), key=len, reverse=True):
        run = run.replace(phrase, " ")
    found: list[str] = []
    for part in run.split():
        found.extend(char for char in part if char not in stops)
        found.extend(pair for i in range(len(part) - 1) if (pair := part[i : i + 2]) not in stops)
    return [term for term in found if not _HIRAGANA.fullmatch(term)]


@cache
def stop_words(language: str) -> frozenset[str]:
    """The words of a language that say nothing of the subject."""
    return frozenset(STOP_WORDS.get(language, ()))
