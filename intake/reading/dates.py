"""Dates as people say them: `3/4`, `next March`, `after harvest`, `明年三月`, `pili Machi`."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import timedelta

from intake.reading.calendar_words import (
    DAY_WORDS,
    DAYS_EITHER_WAY,
    PARTS_OF_DAY,
    SEASON_AFTER,
    SEASON_BEFORE,
)
from intake.reading.chinese_dates import read_chinese_date
from intake.reading.cleaning import clean, fold
from intake.reading.counted_days import read_period, read_relative
from intake.reading.days import (
    as_candidate,
    day_alone,
    one,
    without_little,
)
from intake.reading.hours import without_hour
from intake.reading.lunar import read_festival, read_lunar
from intake.reading.month_names import day_number, ordinals_in_figures, read_named
from intake.reading.numeric_dates import read_numeric
from intake.reading.parts_of_months import read_part_of_month
from intake.reading.seasons import read_season
from intake.reading.two_days import read_two_dates, read_two_days
from intake.reading.types import LenderLocale, Reading, Reason, ambiguous, refused
from intake.reading.units import table
from intake.reading.weekdays import read_nth_weekday, read_weekday, read_with_weekday

# How each language says a day of the month and no month.
DAY_OF_MONTH = {
    "en": r"(?:on |by )?the (?P<day>.+)|(?:on |by )?(?P<mark>\d{1,2} ?(?:st|nd|rd|th))",
    "hi": r"(?P<day>.+?) (?:तारीख|तारिख|tarikh|tareekh)(?: (?:को|तक|ko|tak))?",
    "sw": r"(?:tarehe|tar|trh)\.? (?:ya )?(?P<day>.+)",
    "es": r"(?:el )?dia (?P<day>.+)|el (?P<mark>.+)",
    "fr": r"le (?P<day>.+)",
}
COUNTED_FROM = frozenset({"from", "since", "desde", "depuis", "de", "du", "kutoka", "kuanzia"})
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

    numeric = read_numeric(text, chosen, locale)
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
        reading = step(text, chosen if step is read_numeric else language, locale)
        if reading is not None:
            return reading
    return None


def _steps(language: str) -> list[_Part]:
    if language == "zh":  # a lender's season may be called after a festival: its own calendar goes first
        return [
            _lunar,
            read_numeric,
            _day_word,
            read_season,
            _festival,
            read_period,
            read_relative,
            read_weekday,
            read_chinese_date,
        ]
    return [
        read_numeric,
        _day_word,
        _part_of_month,
        read_season,
        read_period,
        read_weekday,
        read_relative,
        read_named,
        _day_of_month,
    ]


def _part_of_month(text: str, language: str, locale: LenderLocale) -> Reading | None:
    def month(words: str) -> Reading | None:
        return read_period(words, language, locale) or read_named(words, language, locale)

    return read_part_of_month(text, language, locale, month)


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


def _lunar(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_lunar(text, locale.today)


def _festival(text: str, language: str, locale: LenderLocale) -> Reading | None:
    return read_festival(text, locale.today)
