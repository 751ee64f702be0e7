"""Whole numbers in words, summand by summand: "two hundred and five thousand", "सवा लाख", "quatre-vingts"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from intake.reading.swahili import swahili
from intake.reading.words import NumberWords, Token

QUARTER = 4
COUNTED = (2, 12)  # pairs and dozens count the hundreds right before them


@dataclass(slots=True)
class _Part:
    """One summand on the way: `room` is what may still be added under it."""

    value: Fraction
    room: Fraction
    scale: int = 1


def cardinal_value(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    if words.scale_first:
        return _scale_first(tokens, words)
    parts = _cardinal(tokens, words)
    return sum((part.value for part in parts), Fraction(0)) if parts else None


def _cardinal(tokens: Sequence[Token], words: NumberWords) -> list[_Part] | None:
    parts: list[_Part] = []
    position = 0
    while position < len(tokens):
        token = tokens[position]
        if token in words.joins:
            if not parts or position + 1 == len(tokens) or tokens[position + 1] in words.joins:
                return None
        elif token in words.points:
            taken = decimals(tokens[position + 1 :], words)
            if not taken:
                return None
            whole = parts.pop().value if parts else Fraction(0)
            if whole.denominator != 1:
                return None  # "one point one point one"
            parts.append(_Part(whole + taken[0], Fraction(0)))
            position += taken[1]
        elif not _take(parts, token, tokens[position + 1 :], words):
            return None
        position += 1
    return parts if _descending(parts) else None


def _descending(parts: list[_Part]) -> bool:
    return all(parts[i].value > parts[i + 1].value for i in range(len(parts) - 1))


def _take(parts: list[_Part], token: Token, rest: Sequence[Token], words: NumberWords) -> bool:
    if isinstance(token, Fraction):
        return _add(parts, _Part(token, Fraction(0)))
    if token in words.scales:
        return _scale(parts, words.scales[token], words)
    if token in words.before or token in words.fractions:
        return _add(parts, _before(token, rest, words))
    if token in words.tens:
        value = words.tens[token]
        room = Fraction(20 if value in words.wide_tens else 100 if value >= 100 else 10)
        return _add(parts, _Part(Fraction(value), room))
    if token in words.units:
        return _add(parts, _Part(Fraction(words.units[token]), Fraction(0)))
    if token in words.articles:
        return bool(rest) and rest[0] not in words.units and _add(parts, _Part(Fraction(1), Fraction(1)))
    if token in words.halves:
        return _half(parts, rest, words)
    if token in words.ordinals and rest and rest[0] in words.scales:
        return _quarters(parts, words.ordinals[token])
    return False


def _quarters(parts: list[_Part], below: int) -> bool:
    """`three quarters million`, `quarter million`: the count so far is the numerator."""
    if not parts and below == QUARTER:
        parts.append(_Part(Fraction(1, below), Fraction(0)))
        return True
    if not parts or parts[-1].scale > 1 or parts[-1].value >= below:
        return False
    parts[-1] = _Part(parts[-1].value / below, Fraction(0))
    return True


def _half(parts: list[_Part], rest: Sequence[Token], words: NumberWords) -> bool:
    """`half a million`, `half dozen`: only before a scale; elsewhere `_mixed` reads it."""
    follow = [token for token in rest[:2] if token not in words.articles]
    if not follow or follow[0] not in words.scales:
        return False
    article = not words.articles and len(parts) == 1 and parts[0].room == 0  # "un demi-million"
    if parts and parts[-1].value == 1 and (parts[-1].room == 1 or article):
        parts.pop()  # "a half million", but not "one and half million"
    return _add(parts, _Part(Fraction(1, 2), Fraction(2)))


def _before(token: str, rest: Sequence[Token], words: NumberWords) -> _Part:
    """`सवा लाख` is 1.25 lakh, `सवा दो` is 2.25, `साढ़े तीन` is 3.5, `डेढ़` alone is 1.5."""
    if token in words.fractions:
        return _Part(words.fractions[token], Fraction(0))
    add = words.before[token]
    follows = rest[0] if rest else None
    counted = isinstance(follows, Fraction) or (isinstance(follows, str) and follows in words.units)
    return _Part(add, Fraction(100)) if counted else _Part(1 + add, Fraction(0))


def _add(parts: list[_Part], part: _Part) -> bool:
    if not parts:
        parts.append(part)
        return True
    last = parts[-1]
    if (abs(last.value) < 1 and last.room == 100) or (last.value == 1 and last.room == 1 and part.value < 1):
        parts[-1] = _Part(last.value + part.value if abs(last.value) < 1 else part.value, Fraction(0))
        return True
    if last.value < 1 and last.room == 2 and part.room == 1:
        return True  # the "a" of "half a dozen"
    if part.value >= last.room or (part.value == 0 and last.room <= 10):
        return False
    parts.append(part)
    return True


def _scale(parts: list[_Part], scale: int, words: NumberWords) -> bool:
    taken = Fraction(0)
    found = False
    if scale in COUNTED and parts and parts[-1].scale > scale:  # "two hundred dozens"
        whole = sum((part.value for part in parts), Fraction(0))
        parts[:] = [_Part(whole * scale, Fraction(scale), scale)]
        return True
    while parts and (parts[-1].value < scale or (parts[-1].scale == 1 and not found)):
        taken += parts.pop().value
        found = True
    if not found and parts and not words.bare_scales:
        return False
    parts.append(_Part((taken if found else 1) * Fraction(scale), Fraction(scale), scale))
    return True


def decimals(tokens: Sequence[Token], words: NumberWords) -> tuple[Fraction, int] | None:
    """The digits after "point": `five`, `zero three`, `25`, `ninety-nine`; with how many tokens they took."""
    for length in range(min(len(tokens), 5), 0, -1):
        two = _two_digits(tokens[:length], words)
        if two is not None:
            return two / 100, length
    digits = ""
    count = 0
    for token in tokens:
        value = token if isinstance(token, Fraction) else words.units.get(token)
        if value is None or value >= 10 ** (2 if isinstance(token, str) else 9) or (digits and value > 9):
            break
        digits += str(value)
        count += 1
    return (Fraction(int(digits), 10 ** len(digits)), count) if digits else None


def _two_digits(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    """`noventa y nueve`, `quatre-vingt-dix-neuf`: a number of two digits in words."""
    if not all(isinstance(token, str) for token in tokens) or words.scale_first:
        return None
    if any(token in words.scales or token in words.points for token in tokens):
        return None
    value = cardinal_value(tokens, words)
    return value if value is not None and value.denominator == 1 and 10 <= value <= 99 else None


def _scale_first(tokens: Sequence[Token], words: NumberWords) -> Fraction | None:
    readings = swahili(tuple(tokens), words)
    return readings[0] if readings else None
