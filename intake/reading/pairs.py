"""Two numbers in one answer: a sum with cents, a range, or one number in colloquial words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from intake.reading import currency
from intake.reading.scanning import Scan, Span
from intake.reading.words import number_words

LEAST_SPELLED = 3  # digits said one by one
BETWEEN = frozenset({"between", "entre", "kati"})
MOST_BELOW = 12  # of a share of money: a half, a quarter, a twelfth; 5000/6000 is no share
MOST_SHARED = 4  # before a scale: "1/2 million" is a share, "5/6k" are two sums
SOUNDS = {"to": 2, "too": 2, "tree": 3, "for": 4, "fore": 4, "ate": 8}
HEARD = re.compile(rf"(?P<word>{'|'.join(SOUNDS)})\s+(?P<scale>hundred|thousand|lakh|million)(?:\s*¤)?")
# After a lakh, a million, a crore a small number is said for that many thousands (of a crore: lakhs).
TAIL_OF = {100_000: 1_000, 1_000_000: 1_000, 10_000_000: 100_000, 1_000_000_000: 1_000_000}
CENT_JOINS = ("and", "y", "et", "na", "और", "con", "avec")


def with_cents(result: Scan, values: list[tuple[Fraction, ...]], units: list[str]) -> Fraction | None:
    """`3 dollars 50 cents`, `15 dollars 50`, `$20 and 43c`; never `$10-$20`."""
    small = next((currency.SUBUNITS[unit] for unit in units if unit in currency.SUBUNITS), None)
    first, second = result.spans
    between = [lexeme.text for lexeme in result.lexemes[first.last + 1 : second.first]]
    after = [lexeme.text for lexeme in result.lexemes[second.last + 1 :]]
    named = between[:1] == ["¤"] or (between in ([], *([join] for join in CENT_JOINS)) and after[:1] == ["¤"])
    joined = not between[1:] or (len(between) == 2 and between[1] in CENT_JOINS)
    if not named or not joined or len(values[0]) > 1 or len(values[1]) > 1 or values[0][0].denominator != 1:
        return None
    whole, part = values[0][0], values[1][0]
    if part.denominator != 1 or not 0 <= part < (small or 100):
        return None
    if small is None and (part < 10 or set(after) - {"."}):
        return None
    return whole + part / (small or 100)


def ranged(result: Scan, language: str) -> bool:
    """`5 to 6 thousand`, `entre 5 y 6 mil`; Hindi needs no word between: बीस तीस हजार."""
    beside = result.spans[1].first == result.spans[0].last + 1
    said = any(lexeme.text in BETWEEN for lexeme in result.lexemes)
    return result.ranged or said or (language == "hi" and beside and last_scale(result, language) > 1)


def last_scale(result: Scan, language: str) -> int:
    """The thousand or lakh that ends the second number of a range."""
    last = result.lexemes[result.spans[-1].last].text
    return number_words(language).scales.get(last, 1)


def low_and_high(values: Sequence[tuple[Fraction, ...]], scale: int = 1) -> tuple[Fraction, ...]:
    """`5 to 6 thousand`: the scale of the second belongs to both."""
    low, high = values[0][0], values[1][0]
    if scale >= 100 and low < high and high % scale == 0 and low <= high / scale:
        low *= scale
    return (low, high) if low != high else (low,)


def spelled_out(result: Scan, values: list[tuple[Fraction, ...]]) -> tuple[Fraction, ...]:
    """`five five nine two`: digit by digit, one number."""
    adjacent = all(
        right.first == left.last + 1 for left, right in zip(result.spans, result.spans[1:], strict=False)
    )
    digits = [
        str(first) for first, *more in values if not more and first.denominator == 1 and 0 <= first <= 9
    ]
    whole = len(digits) == len(values) >= LEAST_SPELLED and adjacent
    return (Fraction(int("".join(digits))),) if whole else ()


def one_fifty(result: Scan, values: list[tuple[Fraction, ...]], money: bool) -> tuple[Fraction, ...]:
    """`one fifty` is 150, or, of money, 1.50; nobody knows, so both are offered."""
    if len(values) != 2 or result.spans[1].first != result.spans[0].last + 1:
        return ()
    (head, *more), (tail, *others) = values
    if more or others or head.denominator != 1 or not 1 <= head <= 19 or not 10 <= tail <= 99:
        return ()
    return (head * 100 + tail, head + tail / 100) if money else (head * 100 + tail, head, tail)


def slashed(result: Scan, language: str) -> tuple[Fraction, ...]:
    """`5000/6000`, `5/6k`: of money, two sums rather than a share of one; `3/4 million` is a share."""
    for span in result.spans:
        said = result.lexemes[span.first : span.last + 1]
        scale = number_words(language).scales.get(said[-1].text, 1)
        kinds = [lexeme.kind for lexeme in (said[:-1] if scale > 1 else said)]
        if kinds == ["numeral", "sign", "numeral"] and said[1].text == "/":
            low, high = said[0].values[0], said[2].values[0]
            return (low * scale, high * scale) if high > (MOST_SHARED if scale > 1 else MOST_BELOW) else ()
    return ()


def said_twice(result: Scan, values: list[tuple[Fraction, ...]]) -> tuple[Fraction, ...]:
    """`five thousand (5000)`: one sum, in words and in figures as on a cheque."""
    if len(values) != 2 or values[0] != values[1] or len(values[0]) != 1:
        return ()
    figures = [any(result.lexemes[p].kind == "numeral" for p in _places(span)) for span in result.spans]
    return values[0] if figures[0] != figures[1] else ()


def parted_by_commas(result: Scan, values: list[tuple[Fraction, ...]], language: str) -> tuple[Fraction, ...]:
    """`nine thousand, five hundred`: one sum in words, its parts ever smaller."""
    scales = number_words(language).scales
    if len(values) < 2 or any(len(several) != 1 for several in values):
        return ()
    for (left, right), (higher, lower) in zip(pairwise(result.spans), pairwise(values), strict=True):
        between = [lexeme.text for lexeme in result.lexemes[left.last + 1 : right.first]]
        last = scales.get(result.lexemes[left.last].text, 1)
        if between != [","] or last < 1000 or not 0 < lower[0] < last or higher[0] % last:
            return ()
    words_only = all(result.lexemes[place].kind == "word" for span in result.spans for place in _places(span))
    hundreds = result.lexemes[result.spans[-1].last].text in scales
    return (sum((several[0] for several in values), Fraction(0)),) if words_only and hundreds else ()


def heard_as_number(text: str, money: bool) -> tuple[Fraction, ...]:
    """`for thousand`, `to thousand`: the word that sounds like a number, or one thousand."""
    match = HEARD.fullmatch(text.strip(" .!")) if money else None
    if match is None:
        return ()
    scale = number_words("en").scales[match["scale"]]
    return (Fraction(SOUNDS[match["word"]] * scale), Fraction(scale))


def _places(span: Span) -> range:
    return range(span.first, span.last + 1)


def short(
    result: Scan, values: list[tuple[Fraction, ...]], language: str, money: bool
) -> tuple[Fraction, ...]:
    """Both readings of a number whose last word may be said for more: `five thousand five`, `two lakh fifty`, `2k5`."""
    if money:
        return short_of_hundreds(result, values, language) or _short_of_thousands(result, values, language)
    span = result.spans[0]
    attached = span.last > span.first and len(result.lexemes[span.last - 1].text) == 1
    return short_of_hundreds(result, values, language) if attached else ()


def _short_of_thousands(
    result: Scan, values: list[tuple[Fraction, ...]], language: str
) -> tuple[Fraction, ...]:
    """`two lakh fifty`, `un millón quinientos`, `laki mbili na hamsini`: 250,000 and 1,500,000 more often than not."""
    if len(values) != 1 or len(values[0]) != 1:
        return ()
    span, scales = result.spans[0], number_words(language).scales
    said = [scales.get(lexeme.text, 0) for lexeme in result.lexemes[span.first : span.last + 1]]
    large = [scale for scale in said if scale >= 1000]
    if len(large) != 1 or large[0] not in TAIL_OF:
        return ()
    [value], [scale] = values[0], large
    tail = value % scale
    meant = tail * TAIL_OF[scale]
    if tail.denominator != 1 or not tail >= 10 or meant >= scale:
        return ()
    return (value - tail + meant, value)


def short_of_hundreds(
    result: Scan, values: list[tuple[Fraction, ...]], language: str
) -> tuple[Fraction, ...]:
    """Of money `mille cinq`, `five thousand five` may mean 1,500 and 5,500; `mia tano hamsini` is 550."""
    words = number_words(language)
    if words.scale_first:
        plain_values = [first for first, *more in values if not more]
        beside = len(result.spans) == 2 and result.spans[1].first == result.spans[0].last + 1
        if len(plain_values) == len(values) == 2 and beside and plain_values[0] % 100 == 0:
            return (sum(plain_values, Fraction(0)),) if 0 < plain_values[1] < 100 else ()
        return ()
    span = result.spans[0]
    if len(values) != 1 or len(values[0]) != 1 or span.last == span.first:
        return ()
    scale = words.scales.get(result.lexemes[span.last - 1].text, 1)
    last = result.lexemes[span.last].text
    digit = int(last) if last.isdigit() and len(last) == 1 else words.units.get(last, 0)
    if scale < 1000 or not 1 <= digit <= 9:
        return ()
    return (values[0][0] - digit + Fraction(digit * scale, 10), values[0][0])
