"""A part of a month: `end of December`, `mi-mars`, `mwanzo wa Machi`, `जनवरी के अंत में`."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from intake.reading.calendar_words import PERIODS
from intake.reading.days import day_or_last, one, part_of_this_month
from intake.reading.types import Candidate, LenderLocale, Reading, ambiguous

BEGINNING, MIDDLE, LAST = 5, 15, 31  # the day that is meant; the last is cut to the month's length
# Before the month; Hindi says it after. Chinese has its own (`chinese_dates`).
PARTS: dict[str, dict[int, str]] = {
    "en": {
        BEGINNING: r"(?:the )?(?:beginning|start|first (?:week|days)) of|early(?: in)?",
        MIDDLE: r"(?:the )?middle of|mid[ -]?(?:of )?",
        LAST: r"(?:the )?(?:very )?(?:end|last (?:week|days?)) of|(?:late|end)(?: in)?",
    },
    "sw": {
        BEGINNING: r"mwanzo(?:ni)? (?:wa|mwa)",
        MIDDLE: r"katikati (?:ya|mwa)",
        LAST: r"mwisho(?:ni)? (?:wa|mwa)|siku ya mwisho ya|wiki ya mwisho ya",
    },
    "es": {
        BEGINNING: r"(?:a |al )?(?:principios?|comienzos?|inicios?|primeros(?: dias)?) de|(?:la )?primera semana de",
        MIDDLE: r"(?:a )?mediados? de|mitad de",
        LAST: r"(?:a |al )?(?:fin|fines|final|finales) de|(?:el |los )?ultimos? dias? de|(?:la )?ultima semana de",
    },
    "fr": {
        BEGINNING: r"(?:au )?debut (?:de |d')?|(?:la )?premiere semaine (?:de |d')",
        MIDDLE: r"(?:a la )?mi-|(?:au )?milieu (?:de |d')?",
        LAST: r"(?:a la )?fin (?:de |d')?|(?:le )?dernier jour (?:de |d')|(?:la )?derniere semaine (?:de |d')",
    },
}
PARTS_AFTER = {
    BEGINNING: r"(?:की|के) (?:शुरुआत|शुरूआत|शुरू|आरंभ)(?: में)?",
    MIDDLE: r"के (?:बीच|मध्य)(?: में)?",
    LAST: r"के (?:अंत|आखिर|आख़िर)(?: में)?",
}


def read_part_of_month(
    text: str, language: str, locale: LenderLocale, read: Callable[[str], Reading | None]
) -> Reading | None:
    """The day of a month that a part of it means; `read` reads the month ("December", "this month")."""
    body = re.sub(r"^(?:by|before|around|about|in|at|on|the|kufikia|para|hacia|vers|avant)\s+", "", text)
    for day, pattern in (PARTS_AFTER if language == "hi" else PARTS.get(language, {})).items():
        around = rf"(?P<month>.+?)\s*{pattern}" if language == "hi" else rf"(?:{pattern})\s*(?P<month>.+)"
        match = re.fullmatch(around, body)
        if match and PERIODS[language].get(_bare(match["month"])) == "month":
            return one(part_of_this_month(day, locale.today))  # "the end of the month"
        if match and day == LAST and PERIODS[language].get(_bare(match["month"])) == "year":
            return one(date(locale.today.year, 12, 31))
        if match:
            return _at(day, read(_bare(match["month"])))
    return None


def _bare(words: str) -> str:
    return re.sub(r"^(?:the|del?|el|le|du)\s+", "", words.strip())


def _at(day: int, month: Reading | None) -> Reading | None:
    """That day of each month that was read; None where something else than a month was."""
    if month is None or not month.candidates or any(one.unit != "month" for one in month.candidates):
        return None
    found = [one(_day(day, candidate)) for candidate in month.candidates]
    if len(found) == 1 or month.reason is None:
        return found[0]
    return ambiguous(month.reason, *(each.candidates[0] for each in found))


def _day(day: int, month: Candidate) -> date | None:
    first = date.fromisoformat(str(month.value))
    return day_or_last(first.year, first.month, day)
