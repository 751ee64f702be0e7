"""Rules for sums: a question about 30,000 is not answered by what holds below 20,000."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

import regex

from knowledge.language import normalize

SMALLEST = 100.0  # smaller numbers count days, animals or people
_NUMBER = r"(\d{1,3}(?:[,. ’']\d{3})+|\d+)"
_MONEY = r"\s*(?:yuan|shillings?|rupees?|元|块|रुपये|रुपए)?"
_SUM = regex.compile(
    rf"(?<![\d.,])(?:yuan |tsh |ksh |rs\.? ?)?{_NUMBER}\s*(k\b|thousand\b|elfu\b|mil\b|mille\b|हज़?ार|千|万)?(?!\s*(?:%|％|\p{{L}}*day|\p{{L}}*month|year|week|hour|天|个月|年|siku|miezi|d[ií]a|mes|jour|mois|ans?\b))"
)
_TIMES = {"k": 1e3, "thousand": 1e3, "elfu": 1e3, "mil": 1e3, "mille": 1e3, "千": 1e3, "万": 1e4}
_YEAR = regex.compile(r"(?:19|20)\d\d")
_BELOW = regex.compile(
    rf"(?:\b(?:below|under|less than|menos de|moins de|chini ya(?: yuan)?)\s+{_NUMBER})|(?:{_NUMBER}{_MONEY}\s*(?:以下|से कम))"
)
_FROM = regex.compile(
    rf"(?:\b(?:from|over|above|more than|kuanzia(?: yuan)?|zaidi ya(?: yuan)?|desde|a partir de|à partir de|dès)\s+{_NUMBER}(?!{_MONEY}\s*(?:to|hadi|a|à|-|–)\s*\d))"
    rf"|(?:{_NUMBER}{_MONEY}\s*(?:or more|and more|and above|or above|au zaidi|na zaidi|o más|y más|ou plus|et plus|及?以上|起|से अधिक|या अधिक))"
)
_BETWEEN = regex.compile(rf"{_NUMBER}{_MONEY}\s*(?:to|hadi|至|到|a|à|से|-|–)\s*{_NUMBER}")


@dataclass(frozen=True, slots=True)
class Band:
    """Sums from `least` on, below `limit`."""

    least: float
    limit: float

    def holds(self, amount: float) -> bool:
        return self.least <= amount < self.limit


def amount_asked(question: str) -> float | None:
    """The one sum of money a question names; None where it names none or several."""
    found = {amount for amount in _sums(normalize(question)) if amount >= SMALLEST}
    return found.pop() if len(found) == 1 else None


def band_columns(names: Sequence[str], amount: float) -> tuple[str, ...]:
    """The columns whose heading is a band with this amount in it."""
    return tuple(name for name in names if any(band.holds(amount) for band in _bands(name, between=True)))


def is_for_another_amount(text: str, question: str) -> bool:
    """Whether a text tells only what holds for other sums than the one asked about.

    Limits ("500 to 20,000 yuan") do not count: that 30,000 is beyond them is an answer.
    """
    amount = amount_asked(question)
    bands = list(_bands(text, between=False)) if amount is not None else []
    return bool(bands) and not any(band.holds(amount or 0.0) for band in bands)


def _bands(text: str, *, between: bool) -> Iterator[Band]:
    folded = normalize(text)
    for found in _BELOW.finditer(folded):
        yield Band(0.0, _value(found))
    for found in _FROM.finditer(folded):
        yield Band(_value(found), inf)
    for found in _BETWEEN.finditer(folded) if between else ():
        yield Band(_number(found[1]), _number(found[2]) + 1)


def _sums(folded: str) -> Iterator[float]:
    for found in _SUM.finditer(folded):
        if found[2] or not _YEAR.fullmatch(found[1]):
            yield _number(found[1]) * _TIMES.get(found[2] or "", 1e3 if found[2] else 1.0)


def _value(found: regex.Match[str]) -> float:
    return _number(next(group for group in found.groups() if group))


def _number(text: str) -> float:
    return float(regex.sub(r"\D", "", text))
