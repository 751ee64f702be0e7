"""Where the numbers of a clause begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from intake.reading import LenderLocale
from intake.reading.chinese import RUN, chinese, simple
from intake.reading.scanning import scan

BETWEEN = re.compile(r"\b(?:between|entre|kati ya|from|de|kuanzia)\s*$")
# "6000十个月", "两万半年": the sum and the time behind it stand in one run.
# "年底" and its like are days, no units: "一万五年底还" is 15,000 by the end of the year.
DAY_UNIT = re.compile(r"年[底终末初关]|周年|期[末初间]")
TIME_UNIT = re.compile(rf"\s*(?!{DAY_UNIT.pattern})(?:个?半?月|个?(?:季度?|星期|礼拜)|年|周|天|日|期)")
TIME_NUMBERS = (  # at a run's end, longest last
    re.compile(r"(?<=[\d百千万])[一二两三四五六七八九十半]$|(?<=[百千万])\d{1,2}$"),
    re.compile(r"(?<=[\d百千万])(?:十[一二三四五六七八九]|[二三四五六七八九]十)$"),
    re.compile(r"(?<=[\d百千万])[二三四五六七八九]十[一二三四五六七八九]$"),
)
# In "一万二十个月" the two may be of the sum, or of the months; the five of "一万五年还" and "一万五月底还" too.
EITHER = re.compile(r"(?<=[百千万])([二三四五六七八九])十[一二三四五六七八九]?$")
EITHER_DIGIT = re.compile(r"(?<=[百千万])([一二三四五六七八九1-9])$")
BARE_UNIT = re.compile(r"[年周天日期]|月(?!份)")
CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
MONTH_EDGE = re.compile(r"月[底末初中]")
NO_ONE = re.compile(r"[共起直定样些切般边旦]")  # "买羊一共要6000" counts no goat
# "6月15日", "6月15日到20日": the day of a month, no span.
OF_A_MONTH = re.compile(r"月(?:[\d一二三四五六七八九十]{1,3}[日号]?\s*[到至或、和~-]\s*)?\s*$")
LEAST_BEFORE = 500  # a smaller number and its time are one: "一百二十天"


def runs(clause: str, language: str, locale: LenderLocale) -> Iterator[tuple[int, int]]:
    """Begin and end of every number."""
    yield from _in_chinese(clause) if language == "zh" else _in_words(clause, language, locale)


def names_a_day(clause: str, start: int, end: int, unit: int) -> bool:
    """Whether the number and the Chinese unit behind it are no span of time: "15日" of "6月15日", "8000年底"."""
    if clause[unit : unit + 1] in ("日", "号"):
        return OF_A_MONTH.search(clause[:start]) is not None
    if MONTH_EDGE.match(clause, unit):
        return any(value > 12 for value in chinese(clause[start:end]).values)  # "5月底" is a month's
    return bool(DAY_UNIT.match(clause, unit)) and not CALENDAR_YEAR.fullmatch(clause[start:end])


def either(clause: str, start: int, end: int) -> tuple[tuple[int, int], tuple[int, int]] | None:
    """The two sums that "一万二" of "一万二十个月" may be."""
    match = _in_doubt(clause, start, end)
    if match and _may_be_cut(clause, start, end):
        return (start, start + match.start(1)), (start, start + match.end(1))
    return None


def _in_doubt(clause: str, start: int, end: int) -> re.Match[str] | None:
    """The last digit of the sum or the first of the time behind it, where it may be either."""
    digit = EITHER_DIGIT.search(clause[start:end]) if BARE_UNIT.match(clause, end) else None
    return digit or EITHER.search(clause[start:end])


def _in_chinese(clause: str) -> Iterator[tuple[int, int]]:
    plain = simple(clause)
    for run in RUN.finditer(plain):
        if not re.search(r"[\d零一二两三四五六七八九十百千万半]", run[0]):
            continue
        start, end = run.span()
        if run[0] == "一" and NO_ONE.match(plain, end):
            continue
        cut = _cut(plain, start, end)
        yield from ((start, end),) if cut is None else ((start, cut), (cut, end))


def _cut(clause: str, start: int, end: int) -> int | None:
    """Where the number of a time begins behind a sum; None where there is one number, or either may be."""
    if not _may_be_cut(clause, start, end) or _in_doubt(clause, start, end):
        return None
    found = [match for pattern in TIME_NUMBERS if (match := pattern.search(clause[start:end]))]
    return start + found[-1].start() if found else None


def _may_be_cut(clause: str, start: int, end: int) -> bool:
    if not TIME_UNIT.match(clause, end):
        return False
    found = [match for pattern in TIME_NUMBERS if (match := pattern.search(clause[start:end]))]
    before = chinese(clause[start : start + found[-1].start()]).values if found else ()
    return len(before) == 1 and before[0] >= LEAST_BEFORE


def _in_words(clause: str, language: str, locale: LenderLocale) -> Iterator[tuple[int, int]]:
    found = scan(clause, language, decimal_separator=locale.decimal_separator, money=True)
    bounds = [(found.lexemes[s.first].start, found.lexemes[s.last].end) for s in found.spans]
    place = 0
    while place < len(bounds):
        start, end = bounds[place]
        following = bounds[place + 1] if place + 1 < len(bounds) else None
        joins = "|and|na|y|et" if BETWEEN.search(clause[:start]) else ""
        if following and re.fullmatch(
            rf"\s*(?:to|or|-|hadi|au|a|o|ou{joins})\s*", clause[end : following[0]]
        ):
            end = following[1]  # "5 to 6 thousand" is one doubt, not two numbers
            place += 1
        yield start, end
        place += 1
