"""The day that the payments start with, in a story that says for how long: not the day that rain or school starts."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.forms import QuestionKind
from intake.interview.clause_days import Day
from intake.interview.prices import is_past
from intake.interview.story_found import Ask, Found
from intake.interview.story_times import term_of
from intake.interview.types import Ambiguous
from intake.reading import Kind, LenderLocale

_START = (
    r"start(?:s|ing)?|begin(?:s|ning)?|first (?:re)?(?:payment|instal+ment)|from|kuanzia|kuanza|nianze|nitaanza|"
    r"naanza|malipo ya kwanza"
)
_TO_PAY = r"in|on|from|at|paying|to pay|payments?|the|is|of|kulipa|ya|ni|kwanza|mwezi|wa"
STARTS_WITH = re.compile(rf"(?:{_START})\b")
STARTS = re.compile(rf"\b(?:{_START})(?: (?:{_TO_PAY}))*\s*$")
STARTS_HAN = re.compile(r"\s*(?:开始|起)")
# What makes it the first payment's without more.
FIRST = re.compile(
    r"first (?:re)?(?:payment|instal+ment)|malipo ya kwanza|(?:第一次|首次|第一笔|头一次)[还付]"
)
PAYS = re.compile(r"\bto pay\b|\bpaying\b|\bpayments?\b|\bkulipa\b")
PAYS_BEFORE = re.compile(
    r"(?:^|[,;.]|\b(?:the|my|loan|monthly|and|with|i|we|will|can|to|months?|years?|miezi \d+|mwaka)\b)\s*"
    r"\b(?:(?:re)?pay(?:ing|ments?)?|instal+ments?|nita\w*lipa|nalipa|kulipa|malipo)(?: (?:it|you|back|will|yangu))*\s*$"
)
FIRST_HAN = re.compile(
    r"(?:第一次|首次|第一笔|头一次)(?:[还付]款?)?(?:的?(?:时间|日子|日期))?(?:就?[是在从]|定在|[:：])?\s*$"
)
PAYS_HAN = re.compile(r"\s*(?:开始|起)?(?:第一次|首次)?(?:分\w{1,5})?[还付](?![要得有没是会能在不我])")
# Between how long and the day the payments start with, and behind the day, stands nothing else that could start.
BETWEEN = re.compile(
    r"(?:[\s,;.、，]|\b(?:please|and|to|i|will|can|pay|paying|repay|payments?|back|it|the|na|kulipa|nitalipa)\b|还清?|完|从|自|就|再|到)*$"
)
BEHIND = re.compile(
    r"\s*(?:$|[\d,;.]|(?:please|for|over|to|until|till|up|and|with|kwa|hadi|mpaka|na|tafadhali)\b)|\s*(?:开始|起)?(?:算|吧)?\s*$"
)


def first_day(
    told: Sequence[tuple[str, Sequence[Day]]], asks: Sequence[Ask], locale: LenderLocale, found: Found
) -> None:
    """ "For 10 months start may": where the story says how long, the day that the payments start with is the first
    payment's, before all one that is called so; what else starts on a day is said back."""
    term, first = term_of(asks), next((ask for ask in asks if _is_day(ask)), None)
    starts = [
        (clause, day, "; ".join(part for part, _ in told[:place]))
        for place, (clause, days) in enumerate(told)
        for day in days
        if _starts(clause, day)
        and not _is_over(clause, day, locale)
        and day.words not in found.words.values()
    ]
    if term is not None and first is not None and term.path in {*found.values, *found.unclear}:
        length = found.words.get(term.path, "")
        called = [day for clause, day, _ in starts if _is_called_so(clause, day)]
        near = [day for clause, day, before in starts if _is_behind(length, before, clause, day)]
        for day in (called or near)[:1]:
            best = day.reading.best
            unsure = Ambiguous(first.path, day.reading.candidates, str(day.reading.reason))
            found.take(first.path, str(best.value) if best else unsure, day.words)
    doubt = found.unclear.get(first.path) if first is not None else None
    found.times += [
        day.words
        for _, day, _ in starts
        if day.words not in found.words.values()
        and not (doubt and doubt.candidates == day.reading.candidates)
    ]


def _is_over(clause: str, day: Day, locale: LenderLocale) -> bool:
    best = day.reading.best
    return is_past(clause) or (best is not None and str(best.value) < locale.today.isoformat())


def _starts(clause: str, day: Day) -> bool:
    return _start(clause, day) is not None or bool(
        STARTS_HAN.search(day.words)
        or STARTS_HAN.match(clause, day.end)
        or FIRST_HAN.search(clause[: day.start])
    )


def _start(clause: str, day: Day) -> re.Match[str] | None:
    """The words before the day that say that something starts, which may reach into those of the day."""
    called = [match for match in FIRST.finditer(clause) if match.start() <= day.start < match.end()]
    return (
        next(iter(called), None) or STARTS.search(clause[: day.start]) or STARTS_WITH.match(clause, day.start)
    )


def _is_called_so(clause: str, day: Day) -> bool:
    """Whether the words around the day speak of paying."""
    start = _start(clause, day)
    if start is not None:
        lead = clause[start.start() : day.end]
        return bool(FIRST.match(lead) or PAYS.search(lead) or PAYS_BEFORE.search(clause[: start.start()]))
    behind = len(STARTS_HAN.split(day.words)[0]) + day.start
    return bool(FIRST_HAN.search(clause[: day.start]) or PAYS_HAN.match(clause, behind))


def _is_behind(length: str, before: str, clause: str, day: Day) -> bool:
    """Whether it stands right behind how long the loan is for."""
    start = _start(clause, day)
    said = f"{before}; {clause[: start.start() if start else day.start]}"
    place = said.rfind(length) if length else -1
    return place >= 0 and bool(BETWEEN.match(said, place + len(length)) and BEHIND.match(clause, day.end))


def _is_day(ask: Ask) -> bool:
    return ask.reads is Kind.DATE or ask.kind is QuestionKind.DATE
