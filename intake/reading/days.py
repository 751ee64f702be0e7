"""Days as candidates: the coming one of a day and month, the month alone, so many months on."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from datetime import date, timedelta

from intake.reading.calendar_words import LITTLE
from intake.reading.types import Candidate, Reading, Reason, ambiguous, refused, sure

FAR = 400  # days: a day without its year is no further away than this, or it is asked about


def one(day: date | None, unit: str = "day", **facts: str) -> Reading:
    """A sure day, or the refusal that there is no such day."""
    if day is None:
        return refused(Reason.NO_SUCH_DATE)
    return sure(as_candidate(day, unit, **facts))


def as_candidate(day: date, unit: str = "day", **facts: str) -> Candidate:
    """The day to offer; `unit` says how exactly it was named (day, week, month, year)."""
    shown = day.isoformat() if unit == "day" else day.isoformat()[:7]
    return Candidate(day.isoformat(), shown, unit, facts=facts)


def day_of(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has no such day, or its year leaves none to count on from there."""
    try:
        return date(year, month, day) if year < date.max.year else None
    except (ValueError, OverflowError):
        return None


def day_or_last(year: int, month: int, day: int) -> date | None:
    """The date, cut to the month's last day; None where the calendar has no such month."""
    first = day_of(year, month, 1)
    return first and first.replace(day=min(day, calendar.monthrange(year, month)[1]))


def part_of_this_month(day: int, today: date) -> date | None:
    """That day of this month, cut to its last, or of the next month where it has passed."""
    months = (add_months(today.replace(day=1), ahead) for ahead in (0, 1))
    days = (day_or_last(month.year, month.month, day) for month in months)
    return next((found for found in days if found and found >= today), None)


def full_year(written: str) -> int:
    """26 → 2026, 89 → 1989: two figures are within sixty years back and forty ahead of 2026."""
    number = int(written)
    return number if len(written) > 2 else number + (2000 if number < 66 else 1900)


def coming(month: int, day: int, today: date) -> list[date]:
    """The next such day from today on. Where the coming year has none (29 February) that is a day years away, which
    nobody means for sure: the days on either side of the gap go before it."""
    return _nearest_first(
        month, day, today, [found for found in _in_years(month, day, today, 1) if found >= today]
    )


def gone(month: int, day: int, today: date) -> list[date]:
    """The last such day before today; where it is years ago, behind the days on either side of the last year's gap."""
    return _nearest_first(
        month, day, today, [found for found in _in_years(month, day, today, -1) if found < today]
    )


def _in_years(month: int, day: int, today: date, way: int) -> list[date]:
    found = (day_of(today.year + way * ahead, month, day) for ahead in range(9))
    return [each for each in found if each]


def _nearest_first(month: int, day: int, today: date, found: list[date]) -> list[date]:
    if not found or abs((found[0] - today).days) <= FAR:
        return found[:1]
    way = 1 if found[0] > today else -1
    years = [today.year + way * ahead for ahead in range(2)]
    ends = [end for year in years if (end := day_or_last(year, month, day)) and (end >= today) == (way > 0)]
    around = [each for end in ends[:1] for each in (end, end + timedelta(days=1))]
    return [*around, found[0]]


def one_of(days: Sequence[date], reason: Reason = Reason.WHICH_YEAR) -> Reading:
    """The one day, or each of several to be asked about; none is a refusal."""
    if len(days) > 1:
        return ambiguous(reason, *map(as_candidate, days))
    return one(days[0] if days else None)


def day_alone(day: int, today: date) -> Reading:
    """`12号`, `the 12th`: this month's if still to come, else the next month that has it."""
    for ahead in range(13):
        month = add_months(today.replace(day=1), ahead)
        found = day_of(month.year, month.month, day)
        if found and found >= today:
            return one(found)
    return refused(Reason.NO_SUCH_DATE)


def add_months(day: date, count: int) -> date:
    """The same day so many months on, or the last of that month."""
    month = day.month - 1 + max(-1200, min(count, 1200))
    year, month = day.year + month // 12, month % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def month_alone(month: int, way: int, today: date) -> Reading:
    """`March` is the coming one; `next March` (`way` 1) said in January may be either, so it is asked, as is
    `last March` (-1) said in December."""
    this_year, next_year = date(today.year, month, 1), date(today.year + 1, month, 1)
    if way < 0:
        last_year = date(today.year - 1, month, 1)
        options = [last_year] if month >= today.month else [this_year, last_year]
    elif month < today.month or (month == today.month and way > 0):
        options = [next_year]
    else:
        options = [this_year, next_year] if month == today.month or way > 0 else [this_year]
    if len(options) == 1:
        return one(options[0], "month")
    return ambiguous(Reason.WHICH_YEAR, *(as_candidate(day, "month") for day in options))


def without_little(text: str) -> str:
    """Without the small words people begin with ("on", "el", "le")."""
    words = text.split()
    while words and words[0].strip(",") in LITTLE:
        words = words[1:]
    return " ".join(words)


def has(rest: str, words: frozenset[str]) -> bool:
    """Whether one of the words stands in the text; Chinese has no spaces to look for."""
    han = any("\u3400" <= word[0] <= "\u9fff" for word in words)
    return any(word in rest if han else re.search(rf"(?<!\w){re.escape(word)}(?!\w)", rest) for word in words)


def without_words(text: str, phrases: frozenset[str]) -> str:
    """The text with each of the phrases taken out, the longest first."""
    for phrase in sorted(phrases, key=len, reverse=True):
        han = "\u3400" <= phrase[0] <= "\u9fff"
        text = re.sub(re.escape(phrase) if han else rf"(?<!\w){re.escape(phrase)}(?!\w)", " ", text)
    return " ".join(text.split())
