"""A month by name, with a day, a year, both or neither around it: `5 May 2027`, `Jan '27`, `marzo que viene`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from intake.reading.calendar_words import FIRSTS, LAST, LITTLE, NEXT, THIS, months
from intake.reading.days import (
    as_candidate,
    coming,
    day_of,
    full_year,
    gone,
    has,
    month_alone,
    one,
    one_of,
    without_words,
)
from intake.reading.scanning import scan
from intake.reading.types import LenderLocale, Reading, Reason, ambiguous, refused
from intake.reading.words import number_words

ORDINAL_MARK = re.compile(r"(?<=\d)(?:st|nd|rd|th|er|ere|e|eme|º|°|ª|o|a|ro|do|to|vo|mo|no)(?![^\W\d_])")
SHORT_YEAR = re.compile(r"(?<!\w)'(\d{2})(?!\d)")  # Jan '27
NOT = re.compile(r"n't\b")  # the "t" of "can't" is no trillion
# Where a number behind the month is a year as well as a day: "enero del 27", "janvier 27".
OR_YEAR = {"es": re.compile(r"\|\s*del?\s+\d{2}(?!\d)"), "fr": re.compile(r"\|\s*\d{2}(?!\d)")}
HOUR = re.compile(r"\|.*(?:\b(?:at|a|las?|saa|kuanzia|pm|am|heures?|h)\b|बजे)")  # a number near it is no year
NEXT_YEAR = re.compile(
    r"\b(?:next year|mwaka ujao)\b|अगले साल|(?:del? )?(?:proximo ano|ano que viene)|(?:de )?l'an(?:nee)? prochaine?"
)
THIS_YEAR = re.compile(r"\bthis year\b|\bmwaka huu\b|इस साल|\b(?:de )?este ano\b|\b(?:de )?cette annee\b")
LAST_YEAR = re.compile(
    r"\blast year\b|\bmwaka (?:jana|uliopita)\b|पिछले साल|\b(?:del? )?ano pasado\b"
    r"|\b(?:de )?l'an(?:nee)? (?:derniere?|passee?)\b"
)
YEARS = ((NEXT_YEAR, 1), (THIS_YEAR, 0), (LAST_YEAR, -1))
LAST_DAY = 31


_TENS = {"twenty": 20, "thirty": 30}
_SPELLED = re.compile(r"\b(twenty|thirty)[ -](first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)\b")


@dataclass(frozen=True, slots=True)
class _Numbers:
    """The numbers on one side of the month's name, and whether a word there was not understood."""

    values: tuple[int, ...]
    strange: bool


def read_named(text: str, language: str, locale: LenderLocale) -> Reading | None:
    """The day, or the month, that a month's name and the numbers around it mean."""
    names = months(language)
    for pattern, step in YEARS:
        text = pattern.sub(f" {locale.today.year + step} ", text)
    body = _plain(text)
    found = [name for name in names if _standing(name).search(body)]
    if not found:
        return None
    name = max(found, key=len)
    rest = _standing(name).sub(" | ", body, count=1)
    before, after = (_numbers(side, language) for side in rest.split("|", 1))
    if before.strange or after.strange:
        return refused(Reason.OTHER_WORDS)
    way = 1 if has(rest, NEXT[language]) else -1 if has(rest, LAST[language]) else 0
    dated = _dated(names[name], before.values, after.values, way, locale, hour=bool(HOUR.search(rest)))
    or_year = OR_YEAR.get(language)
    if or_year and dated.sure and not before.values and or_year.search(rest):
        year = one(day_of(full_year(f"{after.values[0]:02}"), names[name], 1), "month")
        return ambiguous(Reason.WHICH_YEAR, *year.candidates, *dated.candidates)
    return dated


def ordinals_in_figures(text: str) -> str:
    """`thirty first of december` → `31st of december`: a space or a hyphen in it is the same day."""
    units = number_words("en").ordinals
    return _SPELLED.sub(lambda match: f"{_TENS[match[1]] + units[match[2]]}th", text)


def day_number(words: str, language: str) -> int | None:
    """The day of a month that these words are, in figures or spelled; None for anything else."""
    read = _numbers(_plain(words), language)
    if read.strange or len(read.values) != 1 or not 1 <= read.values[0] <= LAST_DAY:
        return None
    return read.values[0]


def _standing(name: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){re.escape(name)}(?![^\W\d_])")


def _plain(text: str) -> str:
    """Without the marks between and behind the figures; a year's apostrophe makes it a whole year."""
    body = SHORT_YEAR.sub(lambda match: f" {full_year(match[1])} ", NOT.sub("nt", text))
    body = re.sub(r"(?<=\d)[.,/-]|(?<=[^\W\d_])[-/](?=\d)", " ", body)
    return ORDINAL_MARK.sub("", re.sub(r"[.,']", " ", body))


def _numbers(side: str, language: str) -> _Numbers:
    direction = NEXT[language] | THIS[language] | LAST[language]
    words = [word for word in without_words(side, direction).split() if word not in LITTLE]
    days = [FIRSTS[word] for word in words if word in FIRSTS]
    result = scan(" ".join(word for word in words if word not in FIRSTS), language)
    ordinals = number_words(language).ordinals
    for stranger in list(result.strangers):
        number = int(stranger.text[1:]) if stranger.text.startswith("#") else ordinals.get(stranger.text)
        if number and number <= LAST_DAY:
            days.append(number)
            result.strangers.remove(stranger)
    days += [int(lexeme.text[1:]) for lexeme in result.lexemes if lexeme.kind == "ordinal"]
    whole = [span for span in result.spans if len(span.values) == 1 and span.values[0].denominator == 1]
    strange = bool(result.strangers) or len(whole) != len(result.spans)
    return _Numbers((*days, *(int(span.values[0]) for span in whole)), strange)


def _dated(
    month: int, before: tuple[int, ...], after: tuple[int, ...], way: int, locale: LenderLocale, *, hour: bool
) -> Reading:
    numbers = (*before, *after)
    years = [number for number in numbers if number >= 1000]
    days = [number for number in numbers if number < 1000]
    if len(years) > 1 or len(days) > 2 or any(day > 99 for day in days):
        return refused(Reason.NOT_UNDERSTOOD)
    if len(days) == 2:
        if years or hour or not _day_and_year(before, after):
            return _first_asked(month, days, years, locale)
        years, days = [full_year(f"{days[1]:02}")], days[:1]
    if years:
        return one(day_of(years[0], month, days[0])) if days else one(day_of(years[0], month, 1), "month")
    if days:
        return one_of((gone if way < 0 else coming)(month, days[0], locale.today))
    return month_alone(month, way, locale.today)


def _day_and_year(before: tuple[int, ...], after: tuple[int, ...]) -> bool:
    """Whether two small numbers are a day and a year: `5 June 27`, `June 5 67`; not `5 6 June`, `June 3 at 5`."""
    if not after or after[-1] < 10:
        return False
    return len(before) == 1 or after[-1] > LAST_DAY


def _first_asked(month: int, numbers: list[int], years: list[int], locale: LenderLocale) -> Reading:
    """The day that was named first; the other number may be a year (`mar-3-27`), or an hour."""
    day, other = numbers
    of_year = day_of(full_year(str(other)), month, day) if other >= locale.today.year % 100 else None
    found = [day_of(years[0], month, day)] if years else [of_year, *coming(month, day, locale.today)]
    days = dict.fromkeys(each for each in found if each)
    return ambiguous(Reason.OTHER_WORDS, *map(as_candidate, days)) if days else refused(Reason.NO_SUCH_DATE)
