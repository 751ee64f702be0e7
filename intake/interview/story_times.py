"""The times of a story that no word leads from: how long the loan is wanted for, or what is said back."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from intake.interview.answering import typed
from intake.interview.clauses import Figure
from intake.interview.measures import Typed
from intake.interview.questions import Questions
from intake.interview.spans import is_of_each_month
from intake.interview.story_found import Ask, Found
from intake.interview.types import Ambiguous
from intake.reading import Candidate, Kind, LenderLocale, Reason
from intake.reading.chinese import chinese
from intake.reading.types import plain

LONGEST_TERM = 120  # months: what is longer is an age, or how long he has done it
MONTHS = ("month", "months")
# "Cows of 2 years": how old, not how long.
OF_AGE_BEFORE = re.compile(r"\b(?:of|aged?|every|each|since|wa|wenye|de|kila)\s*$|每|满")
OF_AGE = re.compile(r"\s*-?\s*(?:old|of age|ago|experience|iliyopita|的|以上|大)")
AROUND_A_TIME = re.compile(
    r"^(?:for|over|in|within|about|around|分|借|贷|用|期限是?|为期|大概|大约|约|kwa|ndani ya|muda wa|en|por|durante|"
    r"sur|pendant)\s*"
    r"|\s*(?:please|only|तक|में|के लिए|के|还|还清|还完|期|吧)$"
)
# "Can start paying after 2 months": when, not how long.
_STARTS = re.compile(
    r"\b(?:start|starts|starting|begin|beginning)(?: to)?(?: (?:re)?pay(?:ing|ments?)?(?: (?:it|you|them|back))*)?(?: (?:after|in|within|from|about|around))*\s*$"
    r"|\b(?:start|open|begin)(?: \w+){1,3} (?:after|in|within)\s*$"
    r"|\b(?:nita|nta|na|ku)?(?:anza)(?: ku(?:lipa|rudisha))?(?: (?:baada ya|ndani ya|kwa|muda wa))*\s*$"
)
_STARTS_HAN = re.compile(r"\s*(?:之?后|以后)?(?:再|才|就|可以)*(?:开始|起)还")
INSTALMENTS = re.compile(
    r"(?<![\d.,])(\d{1,2}) (?:equal |monthly )*(?:instal+ments?|payments)\b|\b(?:awamu|mafungu) (\d{1,2})(?!\d)"
    r"|分(?:成|为)?([\d一二两三四五六七八九十]{1,3})期"
)


def lone_time(
    free: Sequence[tuple[str, Figure]],
    asks: Sequence[Ask],
    questions: Questions,
    locale: LenderLocale,
    found: Found,
    at: str,
) -> None:
    """ "8 thousand. 10 months.", "5000 for goats for a year": a clause that is nothing but a time tells the term, the
    one that is kept in months; so does the one time of a story that comes behind the sum asked for, in its breath."""
    every = [(part, f) for part, f in free if f.kind is Kind.DURATION]
    times = [f for part, f in every if AROUND_A_TIME.sub("", part) == f.words]
    if not times and len(every) == 1 and _is_behind_the_sum(*every[0], asks, found):
        times = [every[0][1]]
    first = next((ask for ask in asks[:1] if ask.path == at and ask.reads is Kind.DURATION), None) or term_of(
        asks
    )
    if len(times) == 1 and first is not None:
        found.take(first.path, how_long(times[0], questions, first.path, locale), times[0].words)


def how_long(time: Figure, questions: Questions, path: str, locale: LenderLocale) -> Typed:
    """The time as the question keeps it; each that it may be, where the sum before it may have its first digit."""
    read = typed(time.words, questions, path, locale)
    if not isinstance(read, str) or time.reading.best is not None:
        return read
    months = (Decimal(one.facts["months"]) for one in time.reading.candidates)
    offered = tuple(Candidate(plain(value), f"{plain(value)} months", "months") for value in months)
    return Ambiguous(path, offered, Reason.SEVERAL)


def _is_behind_the_sum(clause: str, time: Figure, asks: Sequence[Ask], found: Found) -> bool:
    loan = next((found.words.get(ask.path) for ask in asks if ask.reads is Kind.AMOUNT), None)
    before, behind = clause[: time.start], clause[time.end :]
    return bool(loan) and str(loan) in before and not _is_of_age(before, behind)


def _is_of_age(before: str, behind: str) -> bool:
    return bool(OF_AGE_BEFORE.search(before) or OF_AGE.match(behind))


def instalments(body: str, asks: Sequence[Ask], found: Found) -> None:
    """ "分10期", "in 10 instalments": perhaps months, which is asked."""
    term = term_of(asks)
    for match in INSTALMENTS.finditer(body) if term is not None else ():
        count = next(filter(None, match.groups()))
        values = [Decimal(count)] if count.isascii() else [Decimal(int(one)) for one in chinese(count).values]
        if len(values) == 1 and term is not None:
            offered = (Candidate(plain(values[0]), f"{plain(values[0])} months", "months"),)
            found.take(term.path, Ambiguous(term.path, offered, Reason.OTHER_WORDS), match[0])


def is_of_starting(clause: str, time: Figure) -> bool:
    """Whether the time tells when he starts to pay, and not how long the loan is for."""
    before, behind = clause[: time.start], clause[time.end :]
    return time.kind is Kind.DURATION and bool(_STARTS.search(before) or _STARTS_HAN.match(behind))


def is_left(clause: str, time: Figure, found: Found) -> bool:
    """Whether it may be how long the loan is wanted for, and has no question: it is said back."""
    if time.kind is not Kind.DURATION or not time.reading.candidates or time.words in found.words.values():
        return False
    facts: Any = time.reading.candidates[0].facts
    of_age = _is_of_age(clause[: time.start], clause[time.end :])
    return Decimal(facts["months"]) <= LONGEST_TERM and not of_age and not is_of_each_month(clause, time)


def term_of(asks: Sequence[Ask]) -> Ask | None:
    """The question how long: the one that is kept in months."""
    return next((ask for ask in asks if ask.reads is Kind.DURATION and ask.unit in MONTHS), None)
