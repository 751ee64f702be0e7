"""Numbers and money: from a text to one sure value, candidates to ask, or a refusal."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import replace
from decimal import Context, Decimal
from fractions import Fraction

from intake.products.money import payable
from intake.reading import currency, pairs, phones
from intake.reading.chinese_sums import find_chinese
from intake.reading.cleaning import clean, fold
from intake.reading.found import PERCENT, Found
from intake.reading.renminbi import renminbi
from intake.reading.scanning import scan
from intake.reading.types import (
    Candidate,
    Kind,
    LenderLocale,
    Reading,
    Reason,
    Status,
    ambiguous,
    plain,
    refused,
    sure,
)
from intake.reading.words import number_words

MOST_CANDIDATES = 4
GREATEST = 10**21  # beyond it nobody means a number
EXACT = Context(prec=20)
# "五百一只" is five hundred each, not five hundred and ten.
EACH = re.compile(r"([百千万块元])一([只头匹口个亩斤条棵月年天])")
LINE = re.compile(r"(?<![\d\s])\s*-{2,}\s*(?=\d)")  # "--9": a line before a figure is no sign
NO_NUMBER = re.compile(
    r"不一定|一定|一般|一样|一直|一些|(?<![\d一二两三四五六七八九十百千几半.])万一|一共"
)  # words with a numeral in them
SHARE = re.compile(r"\d[.,]\d|^[.,]\d")  # "0.25" may be a sum
WRITTEN_OUT = re.compile(r"(?<=[元块角分])[正整]$")  # closes a sum on paper
POINT_OR_GROUP = re.compile(
    r"[1-9]\d{0,2}\.\d{3}"
)  # a whole number has no decimals, so 1.000 may be a thousand
BOUND = re.compile(r"[<>≤≥]|\d\s*\+\s*$")  # "<5000", "6+"
ABOUT_ONE = re.compile(r"[块元塊](?=[一二两三四五六七八九][毛角])")  # "块八毛": a yuan or so
HAN = re.compile(r"[\u3400-\u9fff]")
DEVANAGARI = re.compile(r"[\u0900-\u097f]")


def decimal(value: Fraction) -> Decimal:
    """As a decimal of 20 digits; exact for anything people write out."""
    return EXACT.divide(Decimal(value.numerator), Decimal(value.denominator))


def read_number(
    text: str, kind: Kind, language: str, locale: LenderLocale, expected: Collection[str] = ()
) -> Reading:
    """Read an amount, a number or an integer; `expected` words may stand beside it."""
    body = LINE.sub(" ", _without(EACH.sub(r"\1 每\2", clean(text)), expected))
    money = kind is Kind.AMOUNT
    if fold(body.strip(" .!")).replace("'", " ") in number_words(language).none:
        return sure(candidate(Decimal(0), locale.currency if money else None))
    if money:
        return _judge_sum(body, language, locale)
    found = _best(body, language, locale, money)
    if kind is Kind.INTEGER and len(found.values) == 1 and POINT_OR_GROUP.fullmatch(body.strip()):
        grouped = Fraction(body.strip().replace(".", ""))
        found = replace(found, values=(grouped, *found.values), doubts=frozenset({Reason.SEPARATOR}))
    return _judge(found, kind, locale)


def _judge_sum(body: str, language: str, locale: LenderLocale) -> Reading:
    """A sum, unless it is a phone number; what may be either is asked."""
    rest = phones.without_phones(body)
    found = _best(rest, language, locale, True)
    if found.values and found.unit is None and not found.percent and _is_share(found, body):
        return refused(Reason.NOT_UNDERSTOOD)
    if rest != body:
        if not found.values:
            return refused(Reason.LIKE_A_PHONE)
        found = replace(found, doubts=found.doubts | {Reason.OTHER_WORDS})
    like = phones.doubts(rest, locale, currency_named=found.unit is not None)
    return _judge(replace(found, doubts=found.doubts | like) if found.values else found, Kind.AMOUNT, locale)


def _is_share(found: Found, body: str) -> bool:
    """ "A third" is a share of something, and no sum."""
    return all(0 < abs(value) < 1 for value in found.values) and not SHARE.search(body)


def _without(body: str, expected: Collection[str]) -> str:
    for word in sorted(map(clean, expected), key=len, reverse=True):
        if word and word[0] >= "\u3400":
            body = body.replace(word, " ")
        elif word:
            body = re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", " § ", body)  # what stood apart stays apart
    return body


def find(body: str, language: str, locale: LenderLocale, *, money: bool) -> Found:
    """Read cleaned text in one language; no other is tried."""
    body = fold(body)
    if language == "zh":
        body = NO_NUMBER.sub(" ", WRITTEN_OUT.sub("", body.replace("圆", "元")))
    small = renminbi(body) if money and language == "zh" else None
    if small is not None:
        return Found((small,), unit=currency.resolve(["yuan"], locale.currency), words=3)
    marked, units = currency.mark(body, language, locale.currency) if money else (body, [])
    unit = currency.resolve(units, locale.currency)
    if language == "zh":
        found = find_chinese(marked, units, unit, locale, money)
    else:
        found = _find_scanned(marked, units, unit, language, locale, money)
    if found.values and (BOUND.search(body) or (language == "zh" and ABOUT_ONE.match(body))):
        found = replace(found, doubts=found.doubts | {Reason.VAGUE})
    if any(abs(value) > GREATEST for value in found.values):
        return Found(doubts=frozenset({Reason.NOT_UNDERSTOOD}))
    return found


def _best(body: str, language: str, locale: LenderLocale, money: bool) -> Found:
    """The farmer's language first; other languages may only help where it leaves a doubt."""
    first = find(body, language, locale, money=money)
    if first.sure or first.doubts & {Reason.SEPARATOR, Reason.RANGE, Reason.VAGUE}:
        return first
    others = [find(body, other, locale, money=money) for other in _others(body, language, locale)]
    good = [found for found in others if found.sure and found.words > 1]
    if not good:
        return first
    values = tuple(dict.fromkeys(value for found in good for value in found.values))
    if len(values) == 1:
        return good[0]
    return Found(values, frozenset({Reason.SEVERAL}), good[0].unit)


def _others(body: str, language: str, locale: LenderLocale) -> Iterable[str]:
    if HAN.search(body):
        return [other for other in ("zh",) if other != language]
    if DEVANAGARI.search(body):
        return [other for other in ("hi",) if other != language]
    return [other for other in dict.fromkeys(("en", *locale.languages)) if other not in (language, "zh")]


def _find_scanned(
    marked: str, units: list[str], unit: str | None, language: str, locale: LenderLocale, money: bool
) -> Found:
    heard = pairs.heard_as_number(marked, money) if language == "en" else ()
    if heard:
        return Found(heard, frozenset({Reason.SPELLING}), unit, 2)
    percent = bool(PERCENT.search(marked))
    body = _scale_before_currency(PERCENT.sub(" ", marked), language)
    result = scan(body, language, decimal_separator=locale.decimal_separator, money=money)
    plural = result.plural(number_words(language))
    if not result.spans or ((result.vague or plural) and result.bare):
        return Found(doubts=frozenset({Reason.VAGUE if result.vague or plural else Reason.NOT_UNDERSTOOD}))
    values = [span.values for span in result.spans]
    doubts: set[Reason] = set().union(*(span.doubts for span in result.spans))
    joins = number_words(language).joins  # "3 dollars and 50 cents"
    said_between = any(lexeme.text in pairs.BETWEEN for lexeme in result.lexemes)
    known = {"¤", *(joins if units or said_between else ()), *(pairs.BETWEEN if said_between else ())}
    strangers = [stranger for stranger in result.strangers if stranger.text not in known]
    if strangers:
        doubts.add(Reason.OTHER_WORDS)
    if result.vague or plural:
        doubts.add(Reason.VAGUE)
    words = sum(span.last - span.first + 1 for span in result.spans) + len(units)
    if len(values) == 2 and len(units) >= 1:
        whole = pairs.with_cents(result, values, units)
        if whole is not None:
            return Found((whole,), frozenset(doubts), currency.resolve(units, locale.currency), words)
    if len(values) == 2 and not doubts - {Reason.SPELLING} and pairs.ranged(result, language):
        return Found(
            pairs.low_and_high(values, pairs.last_scale(result, language)),
            frozenset({Reason.RANGE}),
            unit,
            words,
        )
    one = pairs.said_twice(result, values) or pairs.parted_by_commas(result, values, language)
    if one and not doubts:
        values = [one]
    slashed = pairs.slashed(result, language) if money else ()
    if slashed:
        return Found(slashed, frozenset({Reason.SEVERAL}), unit, words)
    short = pairs.short(result, values, language, money) if not doubts else ()
    if short:
        return Found(short, frozenset({Reason.SEVERAL}), unit, words)
    joined = pairs.spelled_out(result, values) or (
        pairs.one_fifty(result, values, money) if language == "en" else ()
    )
    if joined:
        return Found(joined, frozenset(doubts | {Reason.SEVERAL}), unit, words)
    return _settled(values, doubts, unit, words, percent, money)


def _scale_before_currency(body: str, language: str) -> str:
    """`75 USD millones` is 75 millones USD."""
    scales = "|".join(word for word in number_words(language).scales if len(word) > 2)
    return re.sub(rf"(?<=\d)\s*¤\s+({scales})(?!\w)", r" \1 ¤", body)


def _settled(
    values: list[tuple[Fraction, ...]],
    doubts: set[Reason],
    unit: str | None,
    words: int,
    percent: bool,
    money: bool,
) -> Found:
    if len(values) > 1:
        doubts.add(Reason.SEVERAL)
    flat = tuple(dict.fromkeys(value for several in values for value in several))
    if (
        doubts == {Reason.SEVERAL}
        and len(values) == 1
        and len(flat) > 1
        and money
        and flat[0] - flat[1] > 0
        and flat[0] % 100 == 0
    ):
        # "elfu kumi na tano": nobody borrows 10,005, so the plain reading stands
        flat, doubts = flat[:1], set()
    return Found(flat, frozenset(doubts), unit, words, percent)


def _judge(found: Found, kind: Kind, locale: LenderLocale) -> Reading:
    """Turn what was found into a reading: sure only if nothing is in doubt."""
    money = kind is Kind.AMOUNT
    if not found.values:
        return refused(next(iter(sorted(found.doubts)), Reason.NOT_UNDERSTOOD))
    if found.percent and money:
        return refused(Reason.PERCENT)
    if locale.currency and found.unit in currency.SUBUNITS:
        small = currency.SUBUNITS[found.unit]  # "五角" is half a yuan
        found = replace(found, values=tuple(value / small for value in found.values), unit=locale.currency)
    unit = "%" if found.percent else found.unit
    if money and unit is None:
        unit = locale.currency
    candidates = [candidate(decimal(value), unit) for value in found.values[:MOST_CANDIDATES]]
    if kind is Kind.INTEGER and any(
        c.value != int(c.value) for c in candidates if isinstance(c.value, Decimal)
    ):
        return ambiguous_or_refused_whole(candidates, found)
    if money and currency.foreign(found.unit, locale.currency):
        own = [candidate(decimal(value), locale.currency) for value in found.values[:MOST_CANDIDATES]]
        return ambiguous(Reason.OTHER_CURRENCY, *own)
    doubts = found.doubts
    if money and unit and unit == locale.currency and (coarse := _payable(candidates, unit)) != candidates:
        return ambiguous(_first_reason(doubts) if doubts else Reason.NOT_WHOLE, *coarse)
    if not money and doubts == {Reason.VAGUE} and len(candidates) == 1:
        return Reading(Status.SURE, tuple(candidates), Reason.VAGUE)
    if doubts or len(candidates) > 1:
        return ambiguous(_first_reason(doubts), *candidates)
    return sure(candidates[0])


def _payable(candidates: list[Candidate], unit: str) -> list[Candidate]:
    values = (each.value for each in candidates if isinstance(each.value, Decimal))
    return [candidate(Decimal(plain(payable(value, unit))), unit) for value in values]


def ambiguous_or_refused_whole(candidates: list[Candidate], found: Found) -> Reading:
    """A count must be whole: offer the neighbours if one is near, else say so."""
    whole = [c for c in candidates if isinstance(c.value, Decimal) and c.value == int(c.value)]
    return ambiguous(_first_reason(found.doubts), *whole) if whole else refused(Reason.NOT_WHOLE)


def _first_reason(doubts: frozenset[Reason]) -> Reason:
    order = (
        Reason.LIKE_A_PHONE,
        Reason.LEADING_ZERO,
        Reason.SEPARATOR,
        Reason.RANGE,
        Reason.VAGUE,
        Reason.SEVERAL,
        Reason.SPELLING,
        Reason.OTHER_WORDS,
    )
    return next((reason for reason in order if reason in doubts), Reason.SEVERAL)


def candidate(value: Decimal, unit: str | None) -> Candidate:
    """A number candidate with its echo in plain figures."""
    return Candidate(value, plain(value) + (f" {unit}" if unit else ""), unit)
