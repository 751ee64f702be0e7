"""Days around the seasons of the lender's calendar: `after harvest`, `kabla ya mavuno`."""

from __future__ import annotations

import re
from datetime import date, timedelta

from intake.reading.calendar_words import SEASON_AFTER, SEASON_BEFORE
from intake.reading.cleaning import clean, fold
from intake.reading.days import has, one
from intake.reading.types import LenderLocale, Reading, Season


def read_season(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """`after harvest`: the day after the season's end, by the lender's calendar."""
    found = _season_named(text, language, locale)
    if found is None:
        return None
    season, name = found
    rest = text.replace(name, " ", 1) if language != "zh" else text.replace(name, "", 1)
    next_year = bool(re.search(r"\bnext year|mwaka ujao|明年|अगले साल|proximo|prochain", rest))
    starts, ends = _season_days(season, locale.today, 1 if next_year and locale.today.year else 0)
    if has(rest, SEASON_AFTER[language]):
        return one(ends + timedelta(days=1), season=season.id, side="after")
    if has(rest, SEASON_BEFORE[language]):
        return one(starts - timedelta(days=1), season=season.id, side="before")
    return one(ends, season=season.id, side="in")


def _season_named(text: str, language: str, locale: LenderLocale) -> tuple[Season, str] | None:
    """The season whose longest name stands in the text."""
    best: tuple[Season, str] | None = None
    for season in locale.seasons:
        for name in season.names.get(language, ()):
            folded = fold(clean(name))
            stands = (
                folded in text if language == "zh" else re.search(rf"(?<!\w){re.escape(folded)}(?!\w)", text)
            )
            if stands and (best is None or len(folded) > len(best[1])):
                best = (season, folded)
    return best


def _season_days(season: Season, today: date, later: int) -> tuple[date, date]:
    for year in range(today.year - 1, today.year + 3):
        starts, ends = (
            date.fromisoformat(f"{year}-{season.starts}"),
            date.fromisoformat(f"{year}-{season.ends}"),
        )
        if ends < starts:
            ends = ends.replace(year=year + 1)
        if ends >= today and (not later or starts.year > today.year):
            return starts, ends
    raise AssertionError("three years hold every season")
