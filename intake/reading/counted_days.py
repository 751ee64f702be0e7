"""Days counted from today: `next month`, `in 3 weeks`, `三个月后`, `two years ago`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from intake.reading.calendar_words import AFTER, AGO, LAST, LITTLE, NEXT, PERIODS, THIS
from intake.reading.days import add_months, as_candidate, day_of, has, one, without_words
from intake.reading.month_names import day_number
from intake.reading.quantities import read_duration
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure

# "Quinze jours" are two weeks, "ocho días" one: the day of speaking is counted.
COUNTED_FROM_TODAY = {
    "fr": {"huit jours": 7, "quinze jours": 14, "une huitaine": 7, "une quinzaine": 14, "une huitaine de jours": 7,
           "une quinzaine de jours": 14},
    "es": {"ocho dias": 7, "quince dias": 14},
}  # fmt: skip
CHINESE_WEEK = re.compile(r"(?P<way>上上|上|这|本|下下|下)个?(?:周|星期|礼拜|週)")


def read_period(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`next month`, `mwaka ujao`, `5th of next month`."""
    if language == "zh":
        week = CHINESE_WEEK.fullmatch(text)
        steps = {"上上": -2, "上": -1, "下": 1, "下下": 2}
        return _in_period("week", steps.get(week["way"], 0), None, locale.today) if week else None
    periods = PERIODS[language]
    named = {periods[word] for word in text.split() if word in periods}
    if len(named) > 1:  # "mwezi wa sita mwaka ujao" is no day of the coming month
        return None
    period = next(iter(named), None)
    ways = {1: NEXT[language], 0: THIS[language], -1: LAST[language]}
    way = next((step for step, words in ways.items() if has(text, words)), None)
    if period is None or way is None:
        return None
    left = without_words(text, frozenset().union(*ways.values())).split()
    others = [word for word in left if word not in periods and word not in LITTLE]
    if not others:
        return _in_period(period, way, None, locale.today)
    day = day_number(" ".join(others), language)
    return _in_period(period, way, day, locale.today) if day and period == "month" else None


def _in_period(period: str, step: int, day: int | None, today: date) -> Reading:
    if period == "week":
        return one(today + timedelta(days=7 * step), "week")
    if period == "year":
        return one(date(today.year + step, 1, 1), "year") if step else refused(Reason.NOT_UNDERSTOOD)
    first = add_months(today.replace(day=1), step)
    return one(day_of(first.year, first.month, day)) if day else one(first, "month")


def read_relative(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`in 3 weeks`, `三个月后`, `baada ya miezi mitatu`, `two years ago`."""
    for pattern, sign in ((AGO[language], -1), (AFTER[language], 1)):
        match = re.fullmatch(pattern, text)
        if not match:
            continue
        span = match["span"] or match.groupdict().get("span2") or ""
        if idiom := COUNTED_FROM_TODAY.get(language, {}).get(span):
            both = (locale.today + timedelta(days=sign * days) for days in (idiom, idiom + 1))
            return ambiguous(Reason.SEVERAL, *map(as_candidate, both))
        read = read_duration(span, language, locale)
        if read.candidates and read.candidates[0].unit:
            days = [_moved(locale.today, candidate, sign) for candidate in read.candidates]
            options = [as_candidate(day) for day in days]
            return sure(options[0]) if read.sure else ambiguous(read.reason or Reason.SEVERAL, *options)
    return None


def _moved(today: date, candidate: Candidate, sign: int) -> date:
    if "whole_months" in candidate.facts:  # "2 years 1 month 21 days"
        count, odd = (int(candidate.facts[name]) for name in ("whole_months", "odd_days"))
        return add_months(today, sign * count) + timedelta(days=sign * min(odd, 36500))
    months_ahead = candidate.facts.get("months")
    if candidate.unit in ("months", "years") and months_ahead == int(str(months_ahead).split(".")[0]):
        return add_months(today, sign * int(str(months_ahead).split(".")[0]))
    days = int(float(str(candidate.facts["days"])))
    return today + timedelta(days=sign * min(days, 36500))
