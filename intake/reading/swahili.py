"""Swahili numbers: the scale comes first, and what follows it may be its factor or the rest."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from intake.reading.words import NumberWords, Token

QUARTER = ("robo",)
LONGEST_SWAHILI = 14  # tokens; more only cost time


@lru_cache(maxsize=4096)
def swahili(tokens: tuple[Token, ...], words: NumberWords) -> list[Fraction]:
    """Every reading of a Swahili number, the one with the longest factor of the scale first.

    "elfu kumi na tano" is fifteen thousand, and, less likely, ten thousand and five.
    """
    if not tokens or len(tokens) > LONGEST_SWAHILI:
        return []
    scales = [(words.scales[t], i) for i, t in enumerate(tokens) if isinstance(t, str) and t in words.scales]
    if not scales:
        return _below_hundred(tokens, words)
    scale, place = max(scales, key=lambda found: (found[0], -found[1]))
    if place > 0:
        return _scale_after(tokens, place, scale, words)
    rest = tokens[1:]
    if not rest:
        return [Fraction(scale)]
    found: list[Fraction] = []
    for cut in range(len(rest), -1, -1):
        factors = swahili(rest[:cut], words) if cut else [Fraction(1)]
        tails = _tail(rest[cut:], scale, words)
        found += [f * scale + t for f in factors[:1] if 0 < f < 1000 for t in tails]
    return list(dict.fromkeys(found))


def _scale_after(tokens: tuple[Token, ...], place: int, scale: int, words: NumberWords) -> list[Fraction]:
    """`5 elfu`, `tano elfu`: the other order, as people also write it."""
    head = tokens[:place]
    if any(isinstance(token, str) and token in words.scales for token in head):
        return []
    factors = swahili(head, words)
    return [factors[0] * scale + tail for tail in _tail(tokens[place + 1 :], scale, words)] if factors else []


def _tail(tokens: tuple[Token, ...], scale: int, words: NumberWords) -> list[Fraction]:
    """What follows a scale: nothing, "na nusu" (half of the scale), or a smaller number."""
    if not tokens:
        return [Fraction(0)]
    joined = tokens[0] in words.joins
    body = tokens[1:] if joined else tokens
    if joined and len(body) == 1 and body[0] in words.halves:
        return [Fraction(scale, 2)]
    if joined and len(body) == 1 and body[0] == "robo":
        return [Fraction(scale, 4)]
    if not joined and body and body[0] not in words.scales:
        return []
    return [value for value in swahili(body, words) if 0 < value < scale]


def _below_hundred(tokens: tuple[Token, ...], words: NumberWords) -> list[Fraction]:
    if len(tokens) == 1:
        return _swahili_one(tokens[0], words)
    if len(tokens) == 2 and tokens[0] == "robo" and tokens[1] == "tatu":
        return [Fraction(3, 4)]
    if len(tokens) != 3 or tokens[1] not in words.joins:
        return []
    head, tail = tokens[0], tokens[2]
    whole = _swahili_one(head, words)
    if tail in words.halves and whole and whole[0] >= 1:
        return [whole[0] + Fraction(1, 2)]
    unit = words.units.get(tail) if isinstance(tail, str) else None
    ten = words.tens.get(head) if isinstance(head, str) else None
    return [Fraction(ten + unit)] if ten and unit and unit < 10 else []


def _swahili_one(token: Token, words: NumberWords) -> list[Fraction]:
    if isinstance(token, Fraction):
        return [token]
    if token in words.halves:
        return [Fraction(1, 2)]
    if token in QUARTER:
        return [Fraction(1, 4)]
    value = words.units.get(token, words.tens.get(token))
    return [Fraction(value)] if value is not None else []
