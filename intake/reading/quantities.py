"""Spans of time and areas of land: numbers with units, `a year and a half`, `2 mu`, `一个半月`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from intake.reading.cleaning import clean
from intake.reading.numbers import decimal
from intake.reading.pieces import Parsed, Piece, parse
from intake.reading.types import (
    Candidate,
    LenderLocale,
    Reading,
    Reason,
    Value,
    ambiguous,
    plain,
    refused,
    sure,
)
from intake.reading.units import MONTHS, SPAN_DAYS, square_metres

LONE_M = re.compile(r"\d+(?:[.,]\d+)?\s?m")


# "11月1日" is a day of the year, no time.
_DAY = re.compile(r"(?<!个)月\s*(?:[\d一二三四五六七八九十廿初]{1,3})\s*[日号]")


def read_duration(text: str, language: str, locale: LenderLocale, *, unit: str | None = None) -> Reading:
    """Read a span of time. `unit` is what a bare number means ("months", "years"); facts hold months and days."""
    if _DAY.search(clean(text)):
        return refused(Reason.NOT_UNDERSTOOD)
    parsed = parse(text, "time", language, locale)
    unit = unit.removesuffix("s") if unit else None
    if parsed.bare is not None:
        return _bare(parsed, unit, ("month", "year", "week"), _duration)
    if not parsed.pieces:
        return refused(parsed.doubt or Reason.NOT_UNDERSTOOD)
    options = [_span(group) for group in parsed.spans or (parsed.pieces,)]
    options += [_duration(*_simple(replace(parsed.pieces[0], value=other))) for other in parsed.others]
    if unit not in MONTHS and LONE_M.fullmatch(clean(text)):
        options.append(_duration(parsed.pieces[0].value, "minute"))
    return _decided(options, parsed.doubt)


def read_area(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read an area of land; a bare number is in the lender's unit. Facts hold square metres."""
    parsed = parse(text, "area", language, locale)

    def area(value: Fraction, unit: str) -> Candidate:
        return _area(value, unit, locale)

    if parsed.bare is not None:
        return _bare(parsed, locale.area_unit, ("mu", "acre", "hectare"), area)
    if not parsed.pieces:
        return refused(parsed.doubt or Reason.NOT_UNDERSTOOD)
    if any(square_metres(piece.unit, locale) is None for piece in parsed.pieces):
        return refused(Reason.NO_SUCH_UNIT)
    options = [area(*_summed(group, locale)) for group in parsed.spans or (parsed.pieces,)]
    options += [area(other, parsed.pieces[0].unit) for other in parsed.others]
    return _decided(options, parsed.doubt)


def _decided(options: Sequence[Candidate], doubt: Reason | None) -> Reading:
    return ambiguous(doubt or Reason.SEVERAL, *options) if doubt or len(options) > 1 else sure(options[0])


def _bare(parsed: Parsed, unit: str | None, offer: Sequence[str], make: object) -> Reading:
    assert callable(make) and parsed.bare is not None
    values = (parsed.bare, *parsed.others)
    if unit is None:
        return ambiguous(Reason.UNIT_MISSING, *(make(parsed.bare, each) for each in offer))
    return _decided([make(value, unit) for value in values], parsed.doubt)


def _span(pieces: Sequence[Piece]) -> Candidate:
    """All pieces as one span; months and odd days also apart, for who counts on a calendar."""
    whole = _duration(*_joined(pieces))
    months = sum((p.value * MONTHS[p.unit] for p in pieces if p.unit in MONTHS), Fraction(0))
    days = sum((p.value * _days_in(p.unit) for p in pieces if p.unit not in MONTHS), Fraction(0))
    if not (months and days) or months.denominator != 1:
        return whole
    return replace(whole, facts={**whole.facts, "whole_months": int(months), "odd_days": int(days)})


def _days_in(unit: str) -> Fraction:
    return Fraction(SPAN_DAYS[unit]).limit_denominator(86400)


def _joined(pieces: Sequence[Piece]) -> tuple[Fraction, str]:
    """Several pieces in the smallest unit that loses nothing: 1 year 2 months → 14 months."""
    if len(pieces) == 1:
        return _simple(pieces[0])
    if all(piece.unit in MONTHS for piece in pieces):
        return sum((piece.value * MONTHS[piece.unit] for piece in pieces), Fraction(0)), "month"
    return sum((piece.value * _days_in(piece.unit) for piece in pieces), Fraction(0)), "day"


def _simple(piece: Piece) -> tuple[Fraction, str]:
    swap = {
        "fortnight": (2, "week"),
        "decade": (10, "year"),
        "quarter": (3, "month"),
        "half_year": (6, "month"),
    }
    factor, unit = swap.get(piece.unit, (1, piece.unit))
    return piece.value * factor, unit


def _duration(value: Fraction, unit: str) -> Candidate:
    days = value * _days_in(unit)
    months = value * MONTHS[unit] if unit in MONTHS else days / 30
    facts: Mapping[str, Value] = {"months": decimal(months), "days": decimal(days), "iso": _iso(value, unit)}
    number = decimal(value)
    return Candidate(number, f"{plain(number)} {unit}s", f"{unit}s", facts=facts)


def _iso(value: Fraction, unit: str) -> str:
    letter = {
        "second": "TS",
        "minute": "TM",
        "hour": "TH",
        "day": "D",
        "week": "W",
        "month": "M",
        "year": "Y",
    }[unit]
    number = plain(decimal(value))
    return f"PT{number}{letter[1]}" if letter[0] == "T" else f"P{number}{letter}"


def _summed(pieces: Sequence[Piece], locale: LenderLocale) -> tuple[Fraction, str]:
    if len(pieces) == 1:
        return pieces[0].value, pieces[0].unit
    metres = [Fraction(square_metres(piece.unit, locale) or 0) for piece in pieces]
    total = sum((piece.value * metre for piece, metre in zip(pieces, metres, strict=True)), Fraction(0))
    return round(total / metres[0], 6), pieces[0].unit


def _area(value: Fraction, unit: str, locale: LenderLocale) -> Candidate:
    metres = square_metres(unit, locale)
    number = decimal(value)
    facts: dict[str, Value] = {}
    if metres is not None:
        facts["square_metres"] = round(number * metres, 4)
        own = square_metres(locale.area_unit, locale) if locale.area_unit else None
        if own and locale.area_unit:
            facts["in_lender_unit"] = round(number * metres / own, 4)
    return Candidate(number, f"{plain(number)} {unit}", unit, facts=facts)
