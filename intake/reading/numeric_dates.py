"""Dates in figures: `3/4`, `2026-04-03`, `20260403`; which is the day and which the month."""

from __future__ import annotations

import re

from intake.reading.days import coming, day_of, full_year, one, one_of, without_little
from intake.reading.types import LenderLocale, Reading, Reason, refused

NUMERIC = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.,]\s*(\d{1,4}))?")
DMY_LANGUAGES = frozenset({"es", "fr", "hi", "sw"})
MDY_COUNTRIES = frozenset({"US", "PH"})
EIGHT_FIGURES = re.compile(r"(\d{4})(\d{2})(\d{2})")


def read_numeric(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """A date in figures alone; without a year the coming one, in the order that these people write."""
    body = without_little(text)
    if whole := EIGHT_FIGURES.fullmatch(body):
        found_day = day_of(*map(int, whole.groups()))
        return one(found_day) if found_day and 1900 <= found_day.year < 2100 else None
    match = NUMERIC.fullmatch(body)
    if not match:
        return None
    first, second, third = match[1], int(match[2]), match[3]
    if third and len(first) < 3 and len(third) not in (2, 4):  # "1-1-1": which is the year?
        return refused(Reason.NOT_UNDERSTOOD)
    if len(first) == 4 or len(first) == 3:
        return one(day_of(int(first), second, int(third))) if third and len(third) < 3 else None
    pairs = _orders(int(first), second, language, locale)
    if third:
        found = [day for m, d in pairs if (day := day_of(full_year(third), m, d))]
    else:
        found = [day for m, d in pairs for day in coming(m, d, locale.today)]
    return one_of(list(dict.fromkeys(found)), Reason.DAY_MONTH if len(pairs) > 1 else Reason.WHICH_YEAR)


def _orders(first: int, second: int, language: str, locale: LenderLocale) -> list[tuple[int, int]]:
    """(month, day) in the orders these people may have written."""
    mdy, dmy = (first, second), (second, first)
    order = locale.date_order
    if order is None:
        order = "mdy" if language == "zh" or locale.country in MDY_COUNTRIES else None
        order = order or ("dmy" if language in DMY_LANGUAGES else None)
    if order:
        likely, other = (mdy, dmy) if order == "mdy" else (dmy, mdy)
        return [likely] if likely[0] <= 12 else [other]
    return [pair for pair in (dmy, mdy) if pair[0] <= 12] or [dmy]
