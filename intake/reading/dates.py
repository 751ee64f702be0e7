"""Dates as people say them: `3/4`, `next March`, `after harvest`, `明年三月`, `pili Machi`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from intake.reading.calendar_words import (
    AFTER,
    AGO,
    DAY_WORDS,
    DAYS_EITHER_WAY,
    LAST,
    LITTLE,
    NEXT,
    PARTS_OF_DAY,
    PERIODS,
    SEASON_AFTER,
    SEASON_BEFORE,
    THIS,
)
from intake.reading.chinese_dates import read_chinese_date
from intake.reading.cleaning import clean, fold
from intake.reading.days import (
    add_months,
    as_candidate,
    coming,
    day_alone,
    day_of,
    full_year,
    has,
    one,
    without_little,
    without_words,
)
from intake.reading.hours import without_hour
from intake.reading.lunar import read_festival, read_lunar
from intake.reading.month_names import day_number, ordinals_in_figures, read_named
from intake.reading.parts_of_months import read_part_of_month
from intake.reading.quantities import read_duration
from intake.reading.seasons import read_season
from intake.reading.two_days import read_two_dates, read_two_days
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure
from intake.reading.units import table
from intake.reading.weekdays import read_nth_weekday, read_weekday, read_with_weekday

NUMERIC = re.compile(r"(\d{1,4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.,]\s*(\d{1,4}))?")
DMY_LANGUAGES = frozenset({"es", "fr", "hi", "sw"})
MDY_COUNTRIES = frozenset({"US", "PH"})
EIGHT_FIGURES = re.compile(r"(\d{4})(\d{2})(\d{2})")
# How each language says a day of the month and no month.
DAY_OF_MONTH = {
    "en": r"(?:on |by )?the (?P<day>.+)|(?:on |by )?(?P<mark>\d{1,2} ?(?:st|nd|rd|th))",
    "hi": r"(?P<day>.+?) (?:तारीख|तारिख|tarikh|tareekh)(?: (?:को|तक|ko|tak))?",
    "sw": r"(?:tarehe|tar|trh)\.? (?:ya )?(?P<day>.+)",
    "es": r"(?:el )?dia (?P<day>.+)|el (?P<mark>.+)",
    "fr": r"le (?P<day>.+)",
}
# "Quinze jours" are two weeks, "ocho días" one: the day of speaking is counted.
COUNTED_FROM_TODAY = {
    "fr": {"huit jours": 7, "quinze jours": 14, "une huitaine": 7, "une quinzaine": 14, "une huitaine de jours": 7,
           "une quinzaine de jours": 14},
    "es": {"ocho dias": 7, "quince dias": 14},
}  # fmt: skip
COUNTED_FROM = frozenset({"from", "since", "desde", "depuis", "de", "du", "kutoka", "kuanzia"})
CHINESE_WEEK = re.compile(r"(?P<way>上上|上|这|本|下下|下)个?(?:周|星期|礼拜|週)")
YEAR_NOUGHT = re.compile(r"(?<!\d)0{3}\d(?!\d)")  # "1 jan 0000"
MWAKANI = re.compile(r"\b(?:mwakani|mwaka kesho)\b")
_Read = Callable[[str], Reading | None]
_Part = Callable[[str, str, LenderLocale], Reading | None]


def read_date(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a date. Without a year the coming one is meant; a month alone is its first day (`unit` "month")."""
    body = clean(text).strip(" .!?")
    if YEAR_NOUGHT.search(body):
        return refused(Reason.NO_SUCH_DATE)
    reading = _read_in_any(body, language, locale)
    if reading.candidates:
        return reading
    bare = without_hour(fold(body) if language != "hi" else body, language)
    return _read_in_any(bare, language, locale) if bare != body else reading


def _read_in_any(body: str, language: str, locale: LenderLocale) -> Reading:
    last = refused(Reason.NOT_UNDERSTOOD)
    for tongue in dict.fromkeys((language, *_helpers(body, locale))):
        reading = _read_in(body, tongue, locale, language)
        if reading and reading.candidates:
            return reading
        last = reading or last
    return last


def _helpers(body: str, locale: LenderLocale) -> tuple[str, ...]:
    return ("zh",) if re.search(r"[\u3400-\u9fff]", body) else ("en", *locale.languages)


def _read_in(body: str, language: str, locale: LenderLocale, chosen: str) -> Reading | None:
    text = body if language == "hi" else fold(body)
    text = ordinals_in_figures(text) if language == "en" else text
    text = MWAKANI.sub("mwaka ujao", text) if language == "sw" else text
    reading = _read_whole(text, language, locale, chosen)
    if reading and reading.candidates:
        return reading
    part = PARTS_OF_DAY[language]
    bare = re.sub(rf"^(?:{part})|(?:{part})$" if language == "zh" else rf"\s+(?:{part})$", "", text)
    if bare not in ("", text):  # "tomorrow morning" is a day
        return _read_whole(bare, language, locale, chosen)
    sides = "|".join(sorted(SEASON_BEFORE[language] | SEASON_AFTER[language], key=len, reverse=True))
    sided = re.sub(rf"^(?:{sides})\s+" if language != "hi" else rf"\s+(?:{sides})$", "", text)
    if sided != text and (near := _read_whole(sided, language, locale, chosen)) and near.candidates:
        return ambiguous(
            Reason.OTHER_WORDS, *near.candidates
        )  # "before 5 March": the day itself may be too late
    return reading


def _read_whole(text: str, language: str, locale: LenderLocale, chosen: str) -> Reading | None:
    def read(part: str) -> Reading | None:
        return _first_of(_steps(language), part.strip(" ,.") or "-", language, locale, chosen)

    numeric = _numeric(text, chosen, locale)
    if numeric is not None and language != "zh":
        return numeric
    reading = (
        read_two_days(text, language, read) or _weekday_named(text, language, locale, read) or read(text)
    )
    if reading is None or not reading.candidates:
        reading = read_two_dates(text, language, read) or reading
    return reading


def _weekday_named(text: str, language: str, locale: LenderLocale, read: _Read) -> Reading | None:
    nth = read_nth_weekday(text, language, locale.today, read)

    def day(rest: str) -> Reading | None:  # "viernes 4"
        return day_alone(int(rest), locale.today) if re.fullmatch(r"\d{1,2}", rest) else read(rest)

    return nth or read_weekday(text, language, locale) or read_with_weekday(text, language, day)


def _first_of(
    steps: Sequence[_Part], text: str, language: str, locale: LenderLocale, chosen: str
) -> Reading | None:
    for step in steps:
        reading = step(text, chosen if step is _numeric else language, locale)
        if reading is not None:
            return reading
    return None


def _steps(language: str) -> list[_Part]:
    if language == "zh":  # a lender's season may be called after a festival: its own calendar goes first
        return [
            _lunar,
            _numeric,
            _day_word,
            read_season,
            _festival,
            _period,
            _relative,
            read_weekday,
            read_chinese_date,
        ]
    return [
        _numeric,
        _day_word,
        _part_of_month,
        read_season,
        _period,
        read_weekday,
        _relative,
        read_named,
        _day_of_month,
    ]


def _part_of_month(text: str, language: str, locale: LenderLocale) -> Reading | None:
    def month(words: str) -> Reading | None:
        return _period(words, language, locale) or read_named(words, language, locale)

    return read_part_of_month(text, language, locale, month)


def _numeric(text: str, language: str, locale: LenderLocale) -> Reading | None:
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
    found = [day_of(full_year(third), m, d) if third else coming(m, d, locale.today) for m, d in pairs]
    days = list(dict.fromkeys(day for day in found if day))
    if not days:
        return refused(Reason.NO_SUCH_DATE)
    return one(days[0]) if len(days) == 1 else ambiguous(Reason.DAY_MONTH, *map(as_candidate, days))


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


def _day_word(text: str, language: str, locale: LenderLocale) -> Reading | None:
    for words in (text, _without_little_but_spans(text, language)):
        if words in DAY_WORDS[language]:
            return one(locale.today + timedelta(days=DAY_WORDS[language][words]))
        if (days := DAYS_EITHER_WAY.get(language, {}).get(words)) is not None:
            both = (locale.today + timedelta(days=way * days) for way in (1, -1))
            return ambiguous(Reason.SEVERAL, *map(as_candidate, both))
    return None


def _without_little_but_spans(text: str, language: str) -> str:
    """ "On tomorrow" is tomorrow, "a month from now" is not now."""
    bare = without_little(text)
    before = text.removesuffix(bare).split()
    spans = any(word in table("time", language) for word in before)
    return text if spans and before[-1] in COUNTED_FROM else bare


def _day_of_month(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`the 5th`, `tarehe 10`, `10 तारीख`: the coming one."""
    match = re.fullmatch(DAY_OF_MONTH[language], text)
    if not match:
        return None
    day = day_number(match["day"] or match.groupdict().get("mark") or "", language)
    return day_alone(day, locale.today) if day else None


def _period(text: str, language: str, locale: LenderLocale) -> Reading | None:
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


def _relative(text: str, language: str, locale: LenderLocale) -> Reading | None:
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


def _lunar(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_lunar(text, locale.today)


def _festival(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_festival(text, locale.today)
