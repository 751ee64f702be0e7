"""Choices that are the months of the year: their names in every spelling, and months told by their number."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from intake.interview.year import MONTHS
from intake.reading import LANGUAGES, Option
from intake.reading.calendar_words import months
from intake.reading.choices import Told
from intake.reading.cleaning import clean, fold

LEAST_FOREIGN = 4  # letters of a month's name in another language: "ago" is no August in English
_MONTH = r"(?:十[一二]?|[一二三四五六七八九]|\d{1,2})"
_AND = r"(?:\s*[、,，.和跟及到至~-]\s*|(?<=\d)\s+(?=\d))"
_SEVERAL = re.compile(rf"(?<![十\d])({_MONTH})({_AND})(?={_MONTH}(?:{_AND}{_MONTH})*\s*月)")
_TWO = re.compile(r"(?<!十)([一二三四五六七八九])(?=(?:[一二三四五六七八九]|十[一二]?)月)")
_BEHIND = re.compile(
    rf"(?<=月)(\s*[、,，和跟及到至~-]\s*)({_MONTH})(?![\d一二三四五六七八九十月个万千百号日天年岁头只元块%.])"
)
_FIGURE = r"(?<![\w.])(?:1[0-2]|0?[1-9])(?:st|nd|rd|th)?(?![\w%])"
_JOIN = r"(?:\s*(?:[,&/;~+-]|\b(?:and|or|to|till|until|through|na|au|hadi|mpaka|mpk|y|et|ou?|hasta|mwezi|wa|ya)\b)\s*|\s+)+"
_JOINED = r"\s*[,&/+]\s*|\s+(?:and|or|na|au|y|et|ou?)\s+(?:mwezi\s+)?(?:wa\s+)?"
_ROW = rf"{_FIGURE}(?:{_JOIN}{_FIGURE})*"
# "Month 9", "mwezi wa 10 na 11"; "3 months" and "miezi 3" count them.
_NUMBERED = re.compile(
    rf"\b(?:months?|mwezi|mwezi wa|miezi ya|mes|mois)\s+(?:(?:no|number|namba)\.?\s*)?({_ROW})(?!\s*(?:months?|times|mara)\b)"
)
_NTH_MONTH = re.compile(r"\b(?:the )?(1[0-2]|[1-9])(?:st|nd|rd|th) month\b")
# "March is bad, June is good": a month that is called bad is not one of the best.
_BAD = re.compile(
    r"\b(?:(?:is|are|was|very|so|too) )*(?:bad|poor|low|slow|weak|worst)\b|\b(?:ni )?(?:mbaya|mibaya|vibaya)\b"
)
_BAD_HAN = re.compile(r"(?<=月)(份?)(?:就|都|最|很|比较|有点)*(?:差(?!不)|淡|少)")
_BARE = re.compile(rf"[\s.]*({_ROW})[\s.]*")
_MAY = re.compile(
    r"\b(i|we|you|it|he|she|they|this|that|there|money)\s+may\b(?=\s+(?!and\b|or\b|to\b|till\b|until\b)[a-z])"
)


def as_months(options: Sequence[Option], language: str) -> list[Option]:
    """The twelve options with every name a month has; none where they are not the months of the year."""
    if len(options) != MONTHS:
        return []
    tables = {tongue: months(tongue) for tongue in LANGUAGES}
    for number, option in enumerate(options, 1):
        if not any(
            table.get(fold(clean(label))) == number for table in tables.values() for label in option.labels
        ):
            return []
    own = (language, "en")
    spelled = {
        name: number
        for tongue, table in tables.items()
        for name, number in table.items()
        if tongue in own or name == "okt" or len(name) >= LEAST_FOREIGN
    }
    return [
        replace(
            option,
            synonyms=(
                *option.synonyms,
                f"{number}月",
                *(name for name in spelled if spelled[name] == number),
            ),
        )
        for number, option in enumerate(options, 1)
    ]


def each_month(text: str) -> str:
    """ "八九月", "7、8月", "八到十月", "9月和10": each with its own 月."""
    body = _BEHIND.sub(r"\1\2月", _SEVERAL.sub(r"\1月\2", text))
    while (told := _TWO.sub(r"\1月", body)) != body:
        body = told
    return body


def numbered(body: str) -> str:
    """With months told by their number written as names: "mwezi wa 10" is 10月. "May" that helps a verb is none."""
    body = _NTH_MONTH.sub(r"\1月", re.sub(r"\bmay be\b", "maybe", body))
    body = _BAD_HAN.sub(r"\1不", _BAD.sub("not good", body))
    marked = _NUMBERED.sub(lambda match: _with_sign(match[1]), body)
    return _MAY.sub(r"\1 can", marked)


def bare_numbers(body: str) -> str:
    """ "9 and 10", "9-12": nothing but figures, which may be months; empty for anything else."""
    match = _BARE.fullmatch(body)
    return _with_sign(match[1]) if match and len(re.findall(_FIGURE, match[1])) > 1 else ""


def beside(body: str, heard: Told) -> list[int]:
    """The figures that stand in a row with months: "mwezi wa tisa na 10"; they may be months too."""
    ends, starts = {hit[1] for hit in heard.mentions}, {hit[0] for hit in heard.mentions}
    rows = (row for row in re.finditer(rf"(?:{_JOINED})?{_FIGURE}(?:{_JOINED})?", body))
    return [int(re.sub(r"\D", "", row[0])) for row in rows if _joined(row, ends, starts)]


def _joined(row: re.Match[str], ends: set[int], starts: set[int]) -> bool:
    figure = re.search(r"\d+", row[0])
    assert figure
    behind = row.start() in ends and figure.start() > 0
    before = row.end() in starts and figure.end() < len(row[0])
    return behind or before


def _with_sign(row: str) -> str:
    return re.sub(_FIGURE, lambda figure: f"{int(re.sub(r'[a-z]', '', figure[0]))}月", row)
