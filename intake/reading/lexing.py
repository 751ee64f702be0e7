"""A text cut into the words, numerals and signs that a number may be made of."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache

import regex

from intake.reading.cleaning import fold
from intake.reading.numerals import numeral
from intake.reading.words import NumberWords, number_words

NUMERAL = r"\d{1,3}(?:[ ']\d{3})+(?:[.,]\d+)?(?![\d])|\d[\d.,]*\d|\d|(?<!\d)[.,]\d+"
LEXER = regex.compile(
    rf"(?P<power>-?\s?\d+(?:[.,]\d+)?(?:\^[+-]*\d+|\s?[x×]\s?10\^[+-]?\d+|e[+-]?\d+)(?!\w))|(?P<numeral>{NUMERAL})|"
    r"(?P<word>[\p{L}\p{M}]+)|(?P<sign>[-+/%~¤§&#])|(?P<rest>\S)"
)
LEAST_FUZZY_LENGTH = 5  # of the typed word; shorter slips turn into other numbers


@dataclass(frozen=True, slots=True)
class Lexeme:
    """One token and where it stands in the cleaned text."""

    text: str
    start: int
    end: int
    kind: str
    values: tuple[Fraction, ...] = ()
    slip: bool = False


def lex(text: str, language: str, decimal_separator: str | None, *, money: bool) -> list[Lexeme]:
    """Split cleaned text into words (folded), numerals (with their readings) and signs."""
    words = number_words(language)
    lexemes = []
    for match in LEXER.finditer(text):
        kind = str(match.lastgroup)
        body = match.group()
        values: tuple[Fraction, ...] = ()
        if kind == "numeral":
            read = numeral(body, decimal_separator=decimal_separator, language=language, money=money)
            values = tuple(map(Fraction, read.values))
            kind = kind if values else "rest"
        elif kind == "power":
            values = power(body)
        slip = False
        if kind == "word":
            body, slip = _spelled(fold(body), language)
        lexemes.append(Lexeme(body, *match.span(), "numeral" if kind == "power" else kind, values, slip))
    return _merge(_with_scales(lexemes, words), words)


def _with_scales(lexemes: list[Lexeme], words: NumberWords) -> list[Lexeme]:
    """Before a scale a mark with one or two digits after it is a decimal one: `2,5 mil`."""
    for place, lexeme in enumerate(lexemes[:-1]):
        short = regex.fullmatch(r"\d+[.,]\d{1,2}", lexeme.text)
        if short and len(lexeme.values) > 1 and lexemes[place + 1].text in words.scales:
            lexemes[place] = replace(lexeme, values=lexeme.values[:1])
    return lexemes


def power(body: str) -> tuple[Fraction, ...]:
    """`1.1^23`, `1.3x10^6`, `12.32e+14`; nothing for exponents no person means."""
    body = body.replace(" ", "").replace("--", "+").replace(",", ".")
    base, _, exponent = regex.sub(r"[x×]10\^|e", "E", body).partition("E")
    if exponent:
        return (Fraction(f"{base}E{int(exponent)}"),) if abs(int(exponent)) <= 30 else ()
    base, _, exponent = body.partition("^")
    sign = -1 if base.startswith("-") else 1
    if abs(int(exponent)) > 100:
        return ()
    return (sign * Fraction(Decimal(base.lstrip("-")) ** int(exponent)),)


@cache
def _vocabulary(language: str) -> tuple[str, ...]:
    words = number_words(language)
    tables = (words.units, words.tens, words.scales, words.before, words.fractions)
    return tuple(word for table in tables for word in table if len(word) >= LEAST_FUZZY_LENGTH - 1)


@cache
def known_words(words: NumberWords) -> frozenset[str]:
    """Every single word that means something to the number reader."""
    sets = (
        words.joins,
        words.points,
        words.minus,
        words.over,
        words.articles,
        words.halves,
        words.of,
        words.share_of,
    )
    tables = (words.units, words.tens, words.scales, words.ordinals, words.before, words.fractions)
    return frozenset(word for table in tables for word in table) | frozenset().union(*sets)


@cache
def _spelled(word: str, language: str) -> tuple[str, bool]:
    """The word itself, or the number word it is a slip of."""
    words = number_words(language)
    plain = word in known_words(words) or word in words.fillers or word in words.about
    if plain or len(word) < LEAST_FUZZY_LENGTH or not word.isascii() or word in words.ranges | words.vague:
        return word, False
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.extract(
        word, _vocabulary(language), scorer=OSA.distance, score_cutoff=1 if len(word) < 8 else 2
    )
    best = [name for name, distance, _ in found if distance == min(d for _, d, _ in found)]
    meant = {_meaning(name, words) for name in best}
    return (best[0], True) if len(meant) == 1 else (word, False)


def _meaning(name: str, words: NumberWords) -> object:
    tables = (words.units, words.tens, words.scales, words.before, words.fractions)
    return next(table[name] for table in tables if name in table)


def _merge(lexemes: list[Lexeme], words: NumberWords) -> list[Lexeme]:
    """`quatre-vingt` is one word; `twenty-one` and `fifty - two` one number; other hyphens between words go."""
    merged: list[Lexeme] = []
    for lexeme in lexemes:
        last = merged[-1] if merged else None
        if (
            last
            and last.text == "-"
            and len(merged) > 1
            and merged[-2].kind == "word"
            and lexeme.kind == "word"
        ):
            merged.pop()
            joined = _hyphenated(merged[-1], lexeme, words)
            if joined:
                merged[-1] = joined
                continue
        pair = (merged[-1].text, lexeme.text) if merged else ()
        if pair in words.merges:
            merged[-1] = Lexeme(words.merges[pair], merged[-1].start, lexeme.end, "word")
            continue
        merged.append(lexeme)
    return merged


def _hyphenated(left: Lexeme, right: Lexeme, words: NumberWords) -> Lexeme | None:
    if not words.ordinal_tens or left.text not in words.tens:
        return None
    ten = words.tens[left.text]
    if right.text in words.units and words.units[right.text] < 10:
        value = Fraction(ten + words.units[right.text])
        return Lexeme(f"{left.text}-{right.text}", left.start, right.end, "numeral", (value,))
    if words.ordinals.get(right.text, 10) < 10:
        return Lexeme(f"#{ten + words.ordinals[right.text]}", left.start, right.end, "ordinal")
    return None
