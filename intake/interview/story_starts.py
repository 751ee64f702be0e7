"""The day that the payments start with: the one that is called so, that words of paying lead to, or that starts
something right behind how long; not the day that rain or school starts, or that money is needed by."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from intake.forms import QuestionKind
from intake.interview.clause_days import Day, is_whole_year
from intake.interview.clauses import Figure
from intake.interview.cued_days import cued
from intake.interview.leading import spoken
from intake.interview.prices import is_past
from intake.interview.questions import Questions
from intake.interview.starting import (
    CALLED,
    CALLED_BEHIND,
    CALLED_HAN,
    CALLED_HAN_BEHIND,
    OPENED,
    OPENED_HAN,
    OPENED_WITH,
)
from intake.interview.story_found import Ask, Found
from intake.interview.story_times import term_of
from intake.interview.types import Ambiguous
from intake.reading import Kind, LenderLocale

# Between how long and the day the payments start with, and behind the day, stands nothing else that could start.
BETWEEN = re.compile(
    r"(?:[\s,;.、，]|\b(?:please|and|to|i|will|can|pay|paying|repay|payments?|back|it|the|na|kulipa|nitalipa)\b|还清?|完|从|自|就|再|到)*$"
)
BEHIND = re.compile(
    r"\s*(?:$|[\d,;.]|(?:please|for|over|to|until|till|up|and|with|kwa|hadi|mpaka|na|tafadhali)\b)|\s*(?:开始|起)?(?:算|吧)?\s*$"
)
TAIL_HAN = re.compile(r"份?(?:开始|起|还|付)")


class Clause(NamedTuple):
    """A clause of the story, with the days and the figures that stand in it."""

    text: str
    days: Sequence[Day]
    figures: Sequence[Figure]


def first_day(
    told: Sequence[Clause],
    asks: Sequence[Ask],
    questions: Questions,
    locale: LenderLocale,
    found: Found,
    language: str,
) -> None:
    """Give the question for a day the one day that is its own; what is told of other days to come is said back."""
    coming = [
        clause._replace(days=[day for day in clause.days if not _is_over(clause.text, day, locale)])
        for clause in told
    ]
    for ask in filter(_is_day, asks):
        for day in _chosen(coming, ask, asks, questions, found, language):
            best = day.reading.best
            unsure = Ambiguous(ask.path, day.reading.candidates, str(day.reading.reason))
            sure = best is not None and not is_whole_year(best)
            found.take(ask.path, str(best.value) if best and sure else unsure, day.words)
            break
    taken = [found.unclear[ask.path].candidates for ask in asks if _is_day(ask) and ask.path in found.unclear]
    found.times += [
        day.words
        for clause in coming
        for day in clause.days
        if day.words not in found.words.values()
        and day.reading.candidates not in taken
        and _is_to_come(day, locale)
    ]


def _chosen(
    told: Sequence[Clause],
    ask: Ask,
    asks: Sequence[Ask],
    questions: Questions,
    found: Found,
    language: str,
) -> Iterator[Day]:
    """The days that may be the question's, the surest first."""
    yield from (day for clause in told for day in clause.days if _is_called_so(clause.text, day))
    for text, here, figures in told:
        spans = [(one.start, one.end) for one in figures if one.kind is Kind.DURATION]
        day = cued(text, here, spoken(ask.path, questions, language), spans)
        if day is not None:
            yield day
    term = term_of(asks)
    length = found.words.get(term.path, "") if term is not None else ""
    for place, clause in enumerate(told):
        before = "; ".join(one.text for one in told[:place])
        yield from (day for day in clause.days if _is_behind(length, before, clause.text, day))


def _is_over(clause: str, day: Day, locale: LenderLocale) -> bool:
    best = day.reading.best
    return is_past(clause) or (best is not None and str(best.value) < locale.today.isoformat())


def _is_to_come(day: Day, locale: LenderLocale) -> bool:
    """Whether the words tell a day to come; "now" and "we harvest" tell none."""
    best = day.reading.candidates[0]
    told = "season" not in best.facts or len(day.words.split()) > 1 or day.words[:1] >= "\u3400"
    return told and str(best.value) > locale.today.isoformat()


def _is_called_so(clause: str, day: Day) -> bool:
    """Whether the words around the day call it that of the first payment."""
    before, behind = clause[: day.start], clause[day.end :]
    if CALLED.search(before) or CALLED_BEHIND.match(behind) or CALLED_HAN.search(before):
        return True
    return CALLED_HAN_BEHIND.match(clause, _end(day)) is not None


def _end(day: Day) -> int:
    """Where the day ends without 开始 and 还, which Chinese reads as parts of it."""
    return day.start + len(TAIL_HAN.split(day.words)[0])


def _is_behind(length: str, before: str, clause: str, day: Day) -> bool:
    """Whether it starts something, and stands right behind how long the loan is for."""
    opened = OPENED.search(clause[: day.start])
    opens = opened or OPENED_WITH.match(clause, day.start) or OPENED_HAN.match(clause, _end(day))
    if not (opens and length):
        return False
    said = f"{before}; {clause[: opened.start() if opened else day.start]}"
    place = said.rfind(length)
    return place >= 0 and bool(BETWEEN.match(said, place + len(length)) and BEHIND.match(clause, day.end))


def _is_day(ask: Ask) -> bool:
    return ask.reads is Kind.DATE or ask.kind is QuestionKind.DATE
