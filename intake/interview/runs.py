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
TIME_UNIT = re.compile(rf"\s*(?!{DAY_UNIT.pattern})(?:个?半?月|个?(?:季度?|星期|礼拜)|年|周|天|日|期(?!限))")
# A sum as it is said or typed, each unit once and in its order; the last digit may leave its unit away: "一万五".
_DIGIT, _ONES = "[一二两三四五六七八九\\d]", "[一二三四五六七八九]"
_TEN = f"(?:[二三四五六七八九]?十{_ONES}?)"
SUM = re.compile(
    rf"(?=.*(?:[百千万]|\d{{3}}))(?:\d+(?:\.\d+)?|(?:(?:\d+(?:\.\d+)?|{_DIGIT}百(?:零?{_TEN}|零{_ONES})?|{_TEN}|{_DIGIT})万)?"
    rf"(?:零?(?:\d+\.\d+|{_DIGIT})千)?(?:零?{_DIGIT}百)?(?:(?<=百)(?:{_ONES}十{_ONES}?)|(?<=[百千万]){_DIGIT})?)"
)
TIME_NUMBER = re.compile(rf"\d{{1,2}}|{_TEN}|[一二两三四五六七八九半]")
# Before these units alone a number may be of the sum: "一万五年还", ten thousand in five years, or fifteen.
BARE_UNIT = re.compile(r"[年周天日期]|月(?!份)")
# But not where only a span can stand, nor the one of "一万一年还": nobody says eleven thousand so.
SURELY_A_SPAN = re.compile(r"[年周天日期](?:\s*(?:内|之内|以内)?\s*(?:[还付]?[清完]|分|期限|$|[,;.，。；]))")
BY_THE_UNIT = re.compile(r"[年月周天日期]\s*[还付交息]\D{0,3}\d|月(?:[还付交底初末中])")  # "一万一月还500"
CALENDAR_YEAR = re.compile(r"(?:19|20)\d\d")
MONTH_EDGE = re.compile(r"月[底末初中]")
NO_ONE = re.compile(r"[共起直定样些切般边旦]")  # "买羊一共要6000" counts no goat
# "6月15日", "6月15日到20日": the day of a month, no span.
OF_A_MONTH = re.compile(r"月(?:[\d一二三四五六七八九十]{1,3}[日号]?\s*[到至或、和~-]\s*)?\s*$")
FOR_A_SUM = re.compile(r"\s+kwa\s+(?=(?!100\b)(?:\d{3}|\d{1,3},\d{3}|elfu|laki)\b|\d{4})")
# "ng'ombe wawili elfu ishirini": a number in the form of what it counts says how many, and never how many thousands.
COUNT_THEN_SUM = re.compile(
    r"\b(?:wa|mi|vi|m|ki)(?:wili|tatu|nne|tano|nane|moja)\s+(?=(?:elfu|laki|milioni)\b)"
)
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


def either(clause: str, start: int, end: int) -> list[tuple[int, int, int]]:
    """Where the sum that may be cut in several places begins and ends, and its time begins: in "一万二十个月" both the
    sum of ten thousand and that of twelve."""
    cuts = _cuts(clause, start, end)
    return [(start, last, first) for last, first in cuts] if len(cuts) > 1 else []


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
    cuts = _cuts(clause, start, end)
    return cuts[0][1] if len(cuts) == 1 else None


def _cuts(clause: str, start: int, end: int) -> list[tuple[int, int]]:
    """Ends of the sums that a run before a unit of time may begin with, and where the number of the time begins."""
    run = clause[start:end]
    if not TIME_UNIT.match(clause, end):
        return []
    places = [place for place in range(1, len(run)) if _is_cut(run, place)]
    spaced = [place for place in places if run[place - 1].isspace()]
    cuts = [(start + place, start + place) for place in spaced or places]
    whole = len(cuts) == 1 and not spaced and _may_be_whole(clause, start, end, cuts[0][1])
    return [*cuts, (end, cuts[0][1])] if whole else cuts


def _is_cut(run: str, place: int) -> bool:
    before, behind = run[:place], run[place:]
    if behind[0].isspace() or (re.search(r"[\d.]$", before) and re.match(r"[\d.]", behind)):
        return False
    bare = re.sub(r"\s", "", before)
    values = chinese(bare).values if SUM.fullmatch(bare) and TIME_NUMBER.fullmatch(behind) else ()
    return len(values) == 1 and values[0] >= LEAST_BEFORE


def _may_be_whole(clause: str, start: int, end: int, cut: int) -> bool:
    """Whether the last digit before a bare unit may be of the sum as well."""
    digit = clause[cut:end]
    if not (BARE_UNIT.match(clause, end) and re.fullmatch(_DIGIT, digit) and digit != "两"):
        return False
    if clause[cut - 1] not in "百千万" or not SUM.fullmatch(re.sub(r"\s", "", clause[start:end])):
        return False
    if BY_THE_UNIT.match(clause, end):
        return True
    return digit not in "一1" and clause[end] != "月" and not SURELY_A_SPAN.match(clause, end)


def _parted(clause: str, start: int, end: int) -> list[tuple[int, int]]:
    """ "mbuzi 10 kwa 6000" tells a count and a sum, no share as "10 kwa 100" does."""
    gap = FOR_A_SUM.search(clause, start, end)
    return [(start, gap.start()), (gap.end(), end)] if gap else [(start, end)]


def _in_words(clause: str, language: str, locale: LenderLocale) -> Iterator[tuple[int, int]]:
    count = COUNT_THEN_SUM.search(clause) if language == "sw" else None
    if count is not None:
        yield from _in_words(clause[: count.end()].rstrip(), language, locale)
        behind = _in_words(clause[count.end() :], language, locale)
        yield from ((start + count.end(), end + count.end()) for start, end in behind)
        return
    found = scan(clause, language, decimal_separator=locale.decimal_separator, money=True)
    spans = [(found.lexemes[s.first].start, found.lexemes[s.last].end) for s in found.spans]
    bounds = [piece for span in spans for piece in _parted(clause, *span)]
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
