"""Days around the lender's seasons and the feasts of everybody: `after harvest`, `kabla ya Krismasi`."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from intake.reading.calendar_words import LITTLE, NEXT, SEASON_AFTER, SEASON_BEFORE, THIS, months
from intake.reading.chinese_sums import CHINESE_FILLERS
from intake.reading.cleaning import clean, fold
from intake.reading.days import has, one, without_words
from intake.reading.quantities import read_duration
from intake.reading.types import LenderLocale, Reading, Reason, Season, ambiguous
from intake.reading.words import number_words, words

FEASTS = (
    Season(
        "new_year",
        {
            "en": ("new year", "new years", "new year's", "new year's day", "new years day"),
            "hi": ("नया साल", "नए साल", "नये साल", "नववर्ष", "नव वर्ष", "naya saal", "naye saal"),
            "sw": ("mwaka mpya",),
            "es": ("año nuevo",),
            "fr": ("nouvel an", "jour de l'an", "nouvelle année"),
        },
        "01-01",
        "01-01",
    ),
    Season(
        "new_year_eve",
        {"en": ("new year's eve", "new years eve", "new year eve"), "es": ("nochevieja",), "fr": ("saint-sylvestre",)},
        "12-31",
        "12-31",
    ),
    Season(
        "christmas",
        {
            "en": ("christmas", "christmas day", "xmas", "x-mas", "chrismas"),
            "zh": ("圣诞节", "圣诞"),
            "hi": ("क्रिसमस", "बड़ा दिन", "christmas"),
            "sw": ("krismasi", "noeli", "sikukuu ya krismasi"),
            "es": ("navidad", "navidades"),
            "fr": ("noël",),
        },
        "12-25",
        "12-25",
    ),
    Season(
        "christmas_eve",
        {
            "en": ("christmas eve", "xmas eve"),
            "zh": ("平安夜",),
            "sw": ("mkesha wa krismasi",),
            "es": ("nochebuena",),
            "fr": ("veille de noël", "réveillon de noël"),
        },
        "12-24",
        "12-24",
    ),
)  # fmt: skip
NEXT_YEAR = re.compile(r"\bnext year|mwaka ujao|明年|अगले साल|proximo|prochain")
YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
# What people say around a season, besides what they say around days and numbers.
AROUND = words(
    "season, time, is, are, over, done, finished, comes, back, our, msimu, wakati, kipindi, wangu, wetu, yetu,"
    "मौसम, समय, वापस, पर, साल, temporada, epoca, ano, saison, periode, notre, nuestra, an, annee"
)
AROUND_HAN = re.compile(r"等|再|会|时候?|之?内|期间|季节?|今年|年|结束|收?完")
HAN_DAY = re.compile(r"[一二两三四五六七八九十几半]个?(?:月|号|日|周|星期|礼拜|天|年)")


@dataclass(frozen=True, slots=True)
class _Named:
    """A season, the name it was called by, and the text around it."""

    season: Season
    name: str
    rest: str


def read_season(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`after harvest`: the day after the season's end, by the lender's calendar.

    A name that is a season of the lender's and a feast as well ("new year") is asked.
    """
    found = [named for seasons in (locale.seasons, FEASTS) if (named := _named(seasons, text, language))]
    if not found:
        return None
    longest = max(len(named.name) for named in found)
    readings = [_day(named, language, locale) for named in found if len(named.name) == longest]
    if len(readings) == 1:
        return readings[0]
    days = [candidate for reading in readings for candidate in reading.candidates]
    return ambiguous(Reason.SEVERAL, *sorted(days, key=lambda candidate: str(candidate.value)))


def _named(seasons: Sequence[Season], text: str, language: str) -> _Named | None:
    """The season whose longest name stands in the text."""
    best: tuple[Season, str] | None = None
    for season in seasons:
        for name in season.names.get(language, ()):
            folded = fold(clean(name))
            if _stands(folded, text, language) and (best is None or len(folded) > len(best[1])):
                best = (season, folded)
    if best is None:
        return None
    return _Named(*best, text.replace(best[1], "" if language == "zh" else " ", 1))


def _stands(name: str, text: str, language: str) -> bool:
    if language == "zh":
        return name in text
    return bool(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text))


def _day(named: _Named, language: str, locale: LenderLocale) -> Reading:
    season, rest = named.season, named.rest
    year = YEAR.search(rest)
    starts, ends = _season_days(season, locale.today, int(year[1]) if year else None, rest)
    day, side = ends, "in"
    if has(rest, SEASON_AFTER[language]):
        day, side = ends + timedelta(days=1), "after"
    elif has(rest, SEASON_BEFORE[language]):
        day, side = starts - timedelta(days=1), "before"
    reading = one(day, season=season.id, side=side)
    rest = YEAR.sub(" ", NEXT_YEAR.sub(" ", rest), count=1)
    if tells_a_time(rest, language, locale) or _strange(rest, language):
        return ambiguous(Reason.OTHER_WORDS, *reading.candidates)
    return reading


def tells_a_time(rest: str, language: str, locale: LenderLocale) -> bool:
    """Whether the words beside a season tell a time of their own: "two weeks" (after harvest), "10 May" (after it)."""
    if re.search(r"\d", rest) or (language == "zh" and HAN_DAY.search(rest)):
        return True
    if has(rest, frozenset(months(language))):
        return True
    return any(candidate.unit for candidate in read_duration(rest, language, locale).candidates)


def _strange(rest: str, language: str) -> bool:
    """Whether words stand beside the season that are none of the small ones."""
    left = without_words(
        rest, SEASON_AFTER[language] | SEASON_BEFORE[language] | NEXT[language] | THIS[language]
    )
    if language == "zh":
        return bool(re.search(r"\w", AROUND_HAN.sub("", CHINESE_FILLERS.sub("", left))))
    spoken = number_words(language)
    known = LITTLE | AROUND | spoken.about | spoken.fillers
    return any(word not in known for word in re.findall(r"[^\s,.!?;:-]+", left))


def _season_days(season: Season, today: date, year: int | None, rest: str) -> tuple[date, date]:
    """Of the year that is named (the year it begins in), of the next year, or the coming one."""
    later = bool(NEXT_YEAR.search(rest))
    for starting in [year] if year else range(today.year - 1, today.year + 3):
        starts = _on(season.starts, starting)
        ends = _on(season.ends, starting + (season.ends < season.starts))
        if year or (ends >= today and (not later or starts.year > today.year)):
            return starts, ends
    raise AssertionError("three years hold every season")


def _on(month_day: str, year: int) -> date:
    """That day of the year, cut to its month's last: a season may end on the 29th of February."""
    month, day = map(int, month_day.split("-"))
    return date(year, month, min(day, calendar.monthrange(year, month)[1]))
