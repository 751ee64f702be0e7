"""Weekdays: `next Friday`, `上周五`, `first Monday of December`, and dates that name their weekday."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta

from intake.reading.calendar_words import LAST, LITTLE, NEXT, NTHS, PERIODS, THIS, weekdays
from intake.reading.days import add_months, as_candidate, has, one, without_words
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused

WEEK = timedelta(days=7)
# What stands between the weekday and its ordinal; Swahili says it behind.
_BEHIND = {"sw": r"(?P<weekday>{days})\s+(?:ya|wa)\s+(?:ki)?(?P<nth>{nths})"}
_BEFORE = r"(?P<nth>{nths})\s*(?P<weekday>{days})"
_OF = re.compile(r"^(?:的|在|of|in|ya|wa|del?|en|du|d')\s*|\s*(?:的|के|का|की|में|को)$")
_Read = Callable[[str], Reading | None]


def read_weekday(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """The coming one, or the one of this, the next or the last week."""
    found = _weekday_in(text, language)
    if found is None:
        return None
    day, rest = found
    today = locale.today
    monday = today - timedelta(days=today.weekday())
    steps = [
        number
        for number, words in ((0, THIS), (1, NEXT), (-1, LAST))
        if rest and has(rest, words[language] - {"is"})
    ]
    left = without_words(rest, THIS[language] | NEXT[language] | LAST[language]).split()
    weeks = [word for word in left if PERIODS[language].get(word) == "week"]
    if [word for word in left if word not in LITTLE and word not in weeks] or len(steps) > 1:
        return None
    ahead = timedelta(days=(day - today.weekday()) % 7 or 7)
    if not steps:
        return None if weeks else one(today + ahead)
    of_week = monday + timedelta(days=day) + steps[0] * WEEK * (2 if re.search(r"下下|上上", rest) else 1)
    if language == "zh" or weeks:
        return one(of_week)
    near = today + ahead if steps[0] >= 0 else today - timedelta(days=(today.weekday() - day) % 7 or 7)
    if steps[0] == 0 and of_week >= today:
        return one(of_week)
    return one(near) if near == of_week else ambiguous(Reason.SEVERAL, *map(as_candidate, (near, of_week)))


def read_nth_weekday(text: str, language: str, today: date, read: _Read) -> Reading | None:
    """`first Monday of December`; `read` reads the month ("December", "next month")."""
    found = re.search(_nth_pattern(language), text)
    if not found:
        return None
    rest = f"{text[: found.start()]} {text[found.end() :]}".strip(" ,")
    words = [word for word in rest.split() if word not in ("the", "le", "el", "को")]
    bare = _OF.sub("", " ".join(words)).strip()
    wanted = weekdays(language)[found["weekday"]], NTHS[language][found["nth"]]
    if not bare:
        return _of_a_coming_month(today, *wanted)
    month = read(bare)
    if month is None or not month.candidates or any(one.unit != "month" for one in month.candidates):
        return refused(Reason.NOT_UNDERSTOOD)
    firsts = [date.fromisoformat(str(candidate.value)) for candidate in month.candidates]
    days = [day for first in firsts if (day := _nth(first, *wanted))]
    days = [day for day in days if day >= today or len(days) == 1]  # of two years, one may have passed
    if not days:
        return refused(Reason.NO_SUCH_DATE)
    if len(days) == 1:
        return one(days[0])
    return ambiguous(month.reason or Reason.WHICH_YEAR, *map(as_candidate, days))


def _of_a_coming_month(today: date, weekday: int, number: int) -> Reading | None:
    """ "First Monday", and no month: of this one if it is still to come, or of the next; asked."""
    if number < 0:  # "last Friday" is the one that was
        return None
    firsts = (add_months(today.replace(day=1), ahead) for ahead in range(3))
    days = [day for first in firsts if (day := _nth(first, weekday, number)) and day >= today][:2]
    return ambiguous(Reason.SEVERAL, *map(as_candidate, days)) if days else None


def read_with_weekday(text: str, language: str, read: _Read) -> Reading | None:
    """A date that names its weekday too: `Tuesday 1 March 2027`. Where the two disagree it is asked."""
    found = _weekday_in(text, language)
    if found is None or not found[1]:
        return None
    day, rest = found
    reading = read(rest)
    if reading is None or any(one.unit != "day" for one in reading.candidates):
        return None
    fitting = [one for one in reading.candidates if _day(one).weekday() == day]
    if len(fitting) == 1:
        return one(_day(fitting[0])) if reading.sure or reading.reason is Reason.DAY_MONTH else reading
    if fitting or not reading.candidates:
        return reading
    near = [as_candidate(_nearest(_day(one), day)) for one in reading.candidates]
    return ambiguous(Reason.SEVERAL, *reading.candidates, *near)


def _weekday_in(text: str, language: str) -> tuple[int, str] | None:
    """The weekday that stands in the text, and the text without it."""
    pattern = _names(language) if language == "zh" else rf"(?<![\w\u0900-\u097f]){_names(language)}\.?(?!\w)"
    match = re.search(pattern, text)
    if not match:
        return None
    rest = f"{text[: match.start()]} {text[match.end() :]}"
    return weekdays(language)[match[0].rstrip(".")], " ".join(rest.split()).strip(" ,()")


def _names(language: str) -> str:
    names = sorted(weekdays(language), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, names))})"


def _nth_pattern(language: str) -> str:
    nths = "|".join(map(re.escape, sorted(NTHS[language], key=len, reverse=True)))
    pattern = _BEHIND.get(language, _BEFORE).format(nths=nths, days=_names(language))
    return pattern if language == "zh" else rf"(?<!\w){pattern}(?!\w)"


def _nth(first: date, weekday: int, number: int) -> date | None:
    """That weekday of the month; None where it has no fifth."""
    after = add_months(first, 1)
    if number < 0:
        return after - timedelta(days=(after.weekday() - weekday) % 7 or 7)
    found = first + timedelta(days=(weekday - first.weekday()) % 7) + (number - 1) * WEEK
    return found if found < after else None


def _day(candidate: Candidate) -> date:
    return date.fromisoformat(str(candidate.value))


def _nearest(day: date, weekday: int) -> date:
    """Such a weekday at most three days off."""
    return day + timedelta(days=(weekday - day.weekday() + 3) % 7 - 3)
