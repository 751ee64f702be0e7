"""A day or a month named among other words, and in place of how long: "明年十月卖了羊", "until October 2027"."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from intake.interview.clause_days import days, is_whole_year
from intake.interview.clauses import clauses
from intake.interview.year import years_since
from intake.reading import Kind, LenderLocale, Reading, Reason, read
from intake.reading.cleaning import clean, fold
from intake.reading.types import ambiguous

UNTIL = re.compile(
    r"^(?:(?:until|till|to|by|up to|hadi|mpaka|kufikia)\s+|[到至])|(?:为止|之前|以前|前|止)$", re.IGNORECASE
)
# Beside the day: "1 jan 0000" is no first of January, and "not before june" not June.
UNLIKE = re.compile(
    r"\d|n't\b|\b(?:not|never|no|cannot|cant|wont|dont|si|sio|sitaki|siwezi|hapana|ne|pas|nunca|jamais)\b|[不没别非]|नहीं"
)
MOST_MONTHS = 600  # more of them is a year that was taken for a number


def day_within(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """The one day that stands among other words, to be asked about."""
    found = [day for clause in clauses(text) for day in days(clause, language, locale)]
    if len(found) != 1 or UNLIKE.search(fold(clean(text)).replace(found[0].words, " ")):
        return None
    best = found[0].reading.best
    if best is not None and is_whole_year(best):
        return found[0].reading
    # A sentence about paying is heard whole elsewhere, and so is one with spaces between its words.
    alone = language == "zh" and re.search(r"[还付首]|第一", text) is None
    return ambiguous(Reason.OTHER_WORDS, best) if best is not None and alone else None


def span_named_by_a_day(
    text: str, wanted: Kind, unit: str | None, language: str, locale: LenderLocale
) -> int | None:
    """How many years since the year, or months until the month, that is named in place of how long; else None."""
    if wanted is not Kind.DURATION:
        return None
    if unit in ("years", "year"):
        return years_since(text, locale)
    return _months_until(text, language, locale) if unit in ("months", "month") else None


def _months_until(text: str, language: str, locale: LenderLocale) -> int | None:
    span = read(text, Kind.DURATION, language=language, locale=locale, unit="month").best
    if span is not None and Decimal(str(span.facts.get("months", 0))) <= MOST_MONTHS:
        return None
    named = UNTIL.sub("", text.strip(" .,。，")).strip()
    day = read(named, Kind.DATE, language=language, locale=locale).best
    if day is None or day.unit not in ("month", "day") or not re.search(r"[^\W\d_]", named):
        return None
    then = date.fromisoformat(str(day.value))
    left = (then.year - locale.today.year) * 12 + then.month - locale.today.month
    return left if 0 < left <= MOST_MONTHS else None
