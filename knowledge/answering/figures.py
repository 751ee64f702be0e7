"""Figures in a text as values: digits however grouped, with their thousands or 万, and number words of six languages."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

import regex

from knowledge.answering.number_words import DOUBTFUL, SCALES, SCALES_FIRST, SMALL, UNITS, UNITS_BEFORE
from knowledge.language import normalize

_DIGITS = r"(?<!\d)(?:\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d+(?:[.,\u00a0\u202f' ]\d{3}(?!\d))*(?:[.,]\d+)?)"
_HAN = "[零〇一二两三四五六七八九十百千万亿]"
_HAN_RUN = regex.compile(rf"(?:{_DIGITS}(?=[十百千万亿])|{_HAN})+")
# Before these, or with these in them, they count something; "一般", "十分" and "千万" do not.
_HAN_COUNTED = regex.compile(r"[元块%天日个周月年人名位次倍头只亩岁份张户笔期成厘]|星期|小时")
_HAN_AMOUNT = regex.compile(r"[二三四五六七八九][十百千万亿]")
_WORD = "|".join(sorted((*SMALL, *SCALES), key=len, reverse=True))
_ONE = rf"(?:{_DIGITS}|(?<![\p{{L}}\p{{M}}])(?:{_WORD})(?![\p{{L}}\p{{M}}])|(?<=\d)k\b)"
_RUN = regex.compile(rf"{_ONE}(?:[ \u00a0]*(?:-|(?:and|na|y|et)\s)?[ \u00a0]*{_ONE})*")
_PART = regex.compile(_ONE)
_PERCENT = regex.compile(r"\b(?:per cent|percent|por ciento|pour cent)\b|प्रतिशत|फीसदी")
_HAN_PERCENT = regex.compile(rf"百分之({_HAN}+|{_DIGITS})")
_SCALE = "|".join(SCALES)
_RANGE = regex.compile(
    rf"({_DIGITS})(\s*(?:-|–|~|至|到|to\b|hadi\b|a\b|à)\s*{_DIGITS}(\s*(?:[万千]|(?:{_SCALE})\b)))"
)
_AFTER = {unit: regex.compile(rf"[\s-]*(?:{words})") for unit, words in UNITS.items()}
_BEFORE = {unit: regex.compile(rf"(?:{words})\s*$") for unit, words in UNITS_BEFORE.items()}
_HAN_DIGITS = {
    char: at for at, chars in enumerate(("零〇", "一", "二两", *"三四五六七八九")) for char in chars
}
_HAN_UNITS = {"十": 10, "百": 100, "千": 1000}
_HAN_GROUPS = {"万": 10_000, "亿": 100_000_000}


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands, its value, and what it counts ("percent", "day"); empty where that is not told.

    `counts` is false for what may be no number at all: "one", "once", the 一 of 一般.
    """

    said: str
    value: Decimal
    unit: str
    counts: bool


@lru_cache(maxsize=256)
def figures(text: str) -> tuple[Figure, ...]:
    """The figures of a text, in digits and in words; of "2 to 3 thousand" both are thousands."""
    folded = _HAN_PERCENT.sub(r"\1%", _PERCENT.sub("%", normalize(text)))
    folded = _RANGE.sub(r"\1\3\2", folded)
    return (*_han_figures(folded), *_word_figures(folded))


def _han_figures(folded: str) -> Iterator[Figure]:
    for run in _HAN_RUN.finditer(folded):
        said, (start, end) = run.group(), run.span()
        amount = _han_value(said)
        counted = _HAN_COUNTED.match(folded, end) or _HAN_AMOUNT.search(said)
        sure = bool(counted) and amount != 1 and folded[max(start - 1, 0) : start] != "第"
        yield Figure(said, amount, _unit(folded, start, end), sure or said[0].isdecimal())


def _word_figures(folded: str) -> Iterator[Figure]:
    for run in _RUN.finditer(_HAN_RUN.sub(lambda han: "\n" * len(han.group()), folded)):
        for words, amount in _numbers(list(_PART.finditer(folded, *run.span()))):
            start, end = min(word.start() for word in words), max(word.end() for word in words)
            unit = _unit(folded, start, end)
            yield Figure(folded[start:end], amount, unit, _counts(words, amount, unit))


def _unit(folded: str, start: int, end: int) -> str:
    after = (unit for unit, pattern in _AFTER.items() if pattern.match(folded, end))
    before = (unit for unit, pattern in _BEFORE.items() if pattern.search(folded[max(start - 12, 0) : start]))
    return next(before, "") or next(after, "")


def _counts(words: Sequence[regex.Match[str]], amount: Decimal, unit: str) -> bool:
    only = words[0].group() if len(words) == 1 else "0"
    return only[0].isdecimal() or (amount != 1 and (bool(unit) or only not in DOUBTFUL))


def _numbers(parts: Sequence[regex.Match[str]]) -> Iterator[tuple[list[regex.Match[str]], Decimal]]:
    """The numbers that a run of number words makes: "two hundred fifty" one, "five and ten" two."""
    read: list[regex.Match[str]] = []
    total = section = Decimal(0)
    for part in _scales_last(parts):
        word = part.group()
        amount = _value(word) if word[0].isdecimal() else SMALL.get(word)
        if read and amount is not None and not _goes_on(read[-1].group(), word, section, amount):
            yield read, total + section
            read, total, section = [], Decimal(0), Decimal(0)
        read.append(part)
        if amount is not None:
            section += amount
        elif SCALES[word] == 100:
            section = (section or Decimal(1)) * 100
        else:
            total, section = total + (section or 1) * SCALES[word], Decimal(0)
    if read:
        yield read, total + section


def _goes_on(before: str, word: str, section: Decimal, amount: Decimal) -> bool:
    """Whether a number below what was read goes on the same number: "hundred five", "twenty five", "dix sept"."""
    if word[0].isdecimal() or before[0].isdecimal():
        return False
    room = 1000 if section % 1000 == 0 else 100 if section % 100 == 0 else 20 if section % 20 == 0 else 10
    return section % 10 == 0 and amount < room


def _scales_last(parts: Sequence[regex.Match[str]]) -> list[regex.Match[str]]:
    """Swahili says the thousands before how many: "elfu thelathini na tano" as 35, elfu."""
    found: list[regex.Match[str]] = []
    waiting: list[regex.Match[str]] = []
    for at, part in enumerate(parts):
        if part.group() in SCALES_FIRST and not (found and found[-1].group()[0].isdecimal()):
            waiting.append(part)
            continue
        found.append(part)
        tens = SMALL.get(part.group(), Decimal(1)) % 10 == 0
        following = parts[at + 1].group() if at + 1 < len(parts) else ""
        if waiting and not (tens and SMALL.get(following, 10) < 10):
            found.extend(reversed(waiting))
            waiting = []
    return [*found, *reversed(waiting)]


def _value(said: str) -> Decimal:
    """1,00,000 and 100 000 and 100000 are one number; 1,5 and 1.50 are one."""
    digits = regex.sub(r"[\u00a0\u202f' ]", "", said)
    match = regex.fullmatch(r"(.*?)[.,](\d{1,2}|\d{4,})", digits)
    whole, fraction = (match[1], match[2]) if match else (digits, "0")
    return Decimal(f"{regex.sub(r'[.,]', '', whole) or '0'}.{fraction}")


def _han_value(run: str) -> Decimal:
    """三万, 3万, 2万5千, 一万五, 二〇二六."""
    tokens = regex.findall(rf"{_DIGITS}|.", run)
    if len(tokens) > 1 and all(token in _HAN_DIGITS for token in tokens):
        return Decimal("".join(str(_HAN_DIGITS[token]) for token in tokens))
    total, section, digit, last = Decimal(0), Decimal(0), Decimal(0), 1
    for token in tokens:
        if token in _HAN_GROUPS:
            last = _HAN_GROUPS[token]
            total, section, digit = (total + section + digit) * last, Decimal(0), Decimal(0)
        elif token in _HAN_UNITS:
            last = _HAN_UNITS[token]
            section, digit = section + (digit or 1) * last, Decimal(0)
        else:
            digit = Decimal(_HAN_DIGITS[token]) if token in _HAN_DIGITS else _value(token)
            last = last if digit else 1
    return total + section + digit * max(last // 10, 1)
