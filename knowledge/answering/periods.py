"""Months, years and days of the week that a text names: a price of February is none of April's."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import cache

import regex
from babel.dates import get_day_names, get_month_names

from knowledge.language import SPOKEN, normalize

_YEAR = regex.compile(r"(?<![\d.,])(?:19|20)\d\d(?![\d.,]\d|\d)")
_MONTH_FIGURE = regex.compile(r"(?<!\d)(1[0-2]|[1-9])\s*月")
_PERMITTED = regex.compile(r"\bmay (?:i|we|you|he|she|they|it|one|a|the|people|members?)\b")


class Measure(StrEnum):
    """What a period is one of."""

    YEAR = "year"
    MONTH = "month"
    WEEKDAY = "weekday"


_AROUND = {Measure.MONTH: 12, Measure.WEEKDAY: 7}
Periods = dict[Measure, list[int]]


def periods(text: str, language: str) -> Periods:
    """The periods that stand in a text, in their order, by what they are one of."""
    said = _PERMITTED.sub(" ", _folded(text))
    found: Periods = {}
    if years := [int(one[0]) for one in _YEAR.finditer(said)]:
        found[Measure.YEAR] = years
    for measure in (Measure.MONTH, Measure.WEEKDAY):
        names, pattern = _named(measure, language)
        told = [(one.start(), names[one[0]]) for one in pattern.finditer(said)]
        if measure is Measure.MONTH:
            told += [(one.start(), int(one[1])) for one in _MONTH_FIGURE.finditer(said)]
        if told:
            found[measure] = [number for _at, number in sorted(told)]
    return found


def fits(head: Periods, asked: Periods) -> bool:
    """Whether a row of this period ("2027", "April 2027", "May to July") is of the one asked for."""
    return all(_fits(measure, head[measure], asked[measure]) for measure in asked if measure in head)


def told_by(heads: Sequence[Periods]) -> frozenset[Measure]:
    """Which measures of time every row is told by; none of a single row."""
    every = [frozenset(head) for head in heads]
    return frozenset.intersection(*every) if len(every) > 1 else frozenset()


def _folded(text: str) -> str:
    """Without the dot that few write under a letter: फ़रवरी is फरवरी."""
    return normalize(text).replace("\u093c", "")


def _fits(measure: Measure, head: Sequence[int], asked: Sequence[int]) -> bool:
    first, last = head[0], head[-1]
    around = _AROUND.get(measure, 10**4)
    return any((one - first) % around <= (last - first) % around for one in asked)


@cache
def _named(measure: Measure, language: str) -> tuple[dict[str, int], regex.Pattern[str]]:
    """The names of months or days, long ones first: 十一月 (November) ends in 一月 (January)."""
    locale = language if language in SPOKEN else "en"
    read = get_month_names if measure is Measure.MONTH else get_day_names
    names = {
        _folded(name).rstrip(".॰"): number
        for width in ("wide", "abbreviated")
        for context in ("format", "stand-alone")
        for number, name in read(width, context, locale).items()
    }
    if locale == "zh":
        names |= {f"礼拜{name[2:]}": at for name, at in names.items() if name.startswith("星期")}
        names |= {"星期天": 6, "礼拜天": 6} if measure is Measure.WEEKDAY else {}
    names |= {"sept": 9} if "sep" in names else {}
    written = "|".join(sorted(map(regex.escape, names), key=len, reverse=True))
    edge = "" if locale == "zh" else r"(?<![\p{L}\p{M}])"
    end = "" if locale == "zh" else r"(?![\p{L}\p{M}])"
    return names, regex.compile(f"{edge}(?:{written}){end}")
