"""The days and seasons that stand in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from intake.interview.clauses import with_unit
from intake.interview.runs import runs
from intake.interview.starting import without_first
from intake.reading import Candidate, Kind, LenderLocale, Reading, read
from intake.reading.calendar_words import DAY_WORDS, months
from intake.reading.cleaning import clean, fold
from intake.reading.currency import mark
from intake.reading.lunar import names_feast
from intake.reading.seasons import tells_a_time

# "After 3 months", "3个月后", "every 3 months before harvest": the span may be of the day.
TO_A_DAY = re.compile(
    r"\b(?:after|every|each|baada ya|kila|dans|despues de|apres)\s*(?:about |the |kama )?$|每$|过$"
)
OF_A_YEAR = re.compile(r"[\d一二三四五六七八九十]月|\d{4}年")  # "五月" is a month's name
FROM_NOW = re.compile(
    r"\s*(?:later|from|after|before|ago|baadaye|baada|kabla|zijazo|ijayo|[以之]?[后前]|के बाद|में|mein)(?![a-z])"
)
_CUTS_A_SUM = re.compile(
    r"(?<=还)(?:\d(?=\d)|[\d一二两三四五六七八九十](?=[百千万元块]))"
)  # "五月还5" of "五月还500"
OLDEST_YEAR = 1900
BEFORE_A_YEAR = 4  # words between which and the year a day stands: "5 june of 2015"
LONGEST_DAY = 8  # words, or twice as many Chinese characters


@dataclass(frozen=True, slots=True)
class Day:
    """A date or season in a clause."""

    start: int
    end: int
    reading: Reading
    words: str


def is_whole_year(candidate: Candidate) -> bool:
    """Whether no more is named than a year: its first day was said by nobody."""
    return candidate.unit == "year" and str(candidate.value).endswith("-01-01")


def days(clause: str, language: str, locale: LenderLocale) -> list[Day]:
    """The longest stretch that names a day or a season, if any does, less the words before it: of each piece between
    the spans of time and the sums of the clause."""
    plain, found = without_first(clause), []
    for start, end in _between_times(plain, language, locale):
        found += [
            replace(day, start=day.start + start, end=day.end + start)
            for day in _days(plain[start:end], language, locale)
        ]
    return found


def _between_times(clause: str, language: str, locale: LenderLocale) -> Iterator[tuple[int, int]]:
    """The pieces between "for 10 months" and "6000", which are no part of a day; "after 3 months" may be one."""
    begin = 0
    for start, end in _no_days(clause, language, locale):
        yield begin, start
        begin = end
    yield begin, len(clause)


def _no_days(clause: str, language: str, locale: LenderLocale) -> Iterator[tuple[int, int]]:
    if not _may_name_day(clause, language, locale):
        return
    past = 0
    for start, end in runs(clause, language, locale):
        span = with_unit(clause, start, end, "time", language)
        if (
            span
            and span[0] >= past
            and not (TO_A_DAY.search(clause[: span[0]]) or FROM_NOW.match(clause, span[1]))
        ):
            reading = read(clause[slice(*span)], Kind.DURATION, language=language, locale=locale)
            if reading.candidates and not OF_A_YEAR.search(clause[slice(*span)]):
                yield span
                past = span[1]
        elif (
            clause[start:end].isdigit()
            and end - start > 3
            and not _is_year(clause, start, end, language, locale)
        ):
            yield start, end
            past = end


def _is_year(clause: str, start: int, end: int, language: str, locale: LenderLocale) -> bool:
    """Whether the figure may be the year of a day: one of these years, or any year of a life right behind a day."""
    year, this = int(clause[start:end]), locale.today.year
    if re.match(r"\d+\s*¤", mark(clause[start : end + 12], language)[0]):
        return False
    if this - 1 <= year < this + 10:
        return True
    return OLDEST_YEAR <= year < this and any(
        _day(clause[begin:start], language, locale) and _day(clause[begin:end], language, locale)
        for begin, _ in _bounds(clause[:start], language)[-BEFORE_A_YEAR:]
    )


def _days(clause: str, language: str, locale: LenderLocale) -> list[Day]:
    if not _may_name_day(clause, language, locale):
        return []
    for start, end in _stretches(clause, language):
        reading = _day(clause[start:end], language, locale)
        if reading is not None and not _cut_short(clause, start, end, reading, language, locale):
            begin = _begin(clause, start, end, reading, language, locale)
            alone = _season_alone(clause[start:end], reading, language, locale)
            last = _end(clause, begin, end, reading, language, locale)
            beyond = (
                replace(day, start=day.start + last, end=day.end + last)
                for day in _days(clause[last:], language, locale)
            )
            before = _days(clause[:begin], language, locale)
            return [*before, Day(begin, last, alone or reading, clause[begin:last]), *beyond]
    return []


def _season_alone(words: str, reading: Reading, language: str, locale: LenderLocale) -> Reading | None:
    """The season that a doubtful stretch holds, said plainly: the words around it tell other things of the story."""
    if reading.sure or "season" not in reading.candidates[0].facts:
        return None
    for start, end in reversed([*_stretches(words, language)]):
        alone = _day(words[start:end], language, locale)
        if alone is not None and alone.sure and alone.candidates == reading.candidates:
            told = tells_a_time(f"{words[:start]} {words[end:]}", language, locale)
            return None if told else alone
    return None


def _day(words: str, language: str, locale: LenderLocale) -> Reading | None:
    reading = read(words, Kind.DATE, language=language, locale=locale)
    return reading if reading.candidates and not _mere_number(words) else None


def _cut_short(
    clause: str, start: int, end: int, reading: Reading, language: str, locale: LenderLocale
) -> bool:
    """Whether its year stands behind it, or a doubt comes of a name's missing end: "new year" of "new year market"."""
    year = re.compile(r"\s+(\d{4})(?!\w)").match(clause, end)
    if year and _is_year(clause, *year.span(1), language, locale):
        return True
    if reading.sure:
        return False
    longer = ((begin, last) for begin, last in _stretches(clause, language) if start < begin < end < last)
    tails = (_day(clause[begin:last], language, locale) for begin, last in longer)
    return any(tail is not None and tail.sure for tail in tails)


def _begin(clause: str, start: int, end: int, reading: Reading, language: str, locale: LenderLocale) -> int:
    """Where the day begins: in "3000 myself, pay after new year" the sum is no part of it."""
    for place, _end in reversed(_bounds(clause[start:end], language)):
        shorter = _day(clause[start + place : end], language, locale)
        if shorter is not None and shorter.candidates == reading.candidates:
            return start + place
    return start


def _end(clause: str, start: int, end: int, reading: Reading, language: str, locale: LenderLocale) -> int:
    """Where the day ends: in "june i have no income" nothing but the month is of it."""
    if language == "zh":
        return end  # "九月开始", "五月份"
    for _begin, place in _bounds(clause[start:end], language):
        shorter = _day(clause[start : start + place], language, locale)
        if shorter is not None and shorter.candidates == reading.candidates:
            return start + place
    return end


def _may_name_day(clause: str, language: str, locale: LenderLocale) -> bool:
    seasons = [name for season in locale.seasons for name in season.names.get(language, ())]
    names = [*seasons, *months(language), *DAY_WORDS[language]]
    if language == "zh" and names_feast(clause):
        return True
    return any(fold(clean(name)) in clause for name in names) or bool(
        re.search(
            r"\d[-/.]\d|\bnext\b|\bmwezi ujao\b|prochain|proxim|अगले|以后|之后|月|年底|明年|下个", clause
        )
    )


def _stretches(clause: str, language: str) -> Iterator[tuple[int, int]]:
    """Windows of the clause, longest first."""
    bounds = _bounds(clause, language)
    most = 2 * LONGEST_DAY if language == "zh" else LONGEST_DAY
    for size in range(min(most, len(bounds)), 0, -1):
        for first in range(len(bounds) - size + 1):
            last = bounds[first + size - 1][1]
            if not _CUTS_A_SUM.match(clause, last - 1):
                yield bounds[first][0], last


def _bounds(text: str, language: str) -> list[tuple[int, int]]:
    """Where words begin and end; in Chinese, characters."""
    return [match.span() for match in re.finditer(r"\S" if language == "zh" else r"\S+", text)]


def _mere_number(words: str) -> bool:
    """A lone figure, or a bare span of time, names no day here."""
    return bool(re.fullmatch(r"(?:in )?[\d.,/ -]+", words)) and not re.search(r"\d[-/.]\d+[-/.]\d", words)
