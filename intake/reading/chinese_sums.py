"""Numbers and sums within Chinese text: 我想借八千, 三块五, 五千到六千."""

from __future__ import annotations

import re
from fractions import Fraction

from intake.reading import chinese, currency, pairs
from intake.reading.found import PERCENT, Found
from intake.reading.lexing import power
from intake.reading.numerals import numeral
from intake.reading.types import LenderLocale, Reason, plain

CHINESE_POWER = re.compile(r"[负-]?\s?\d+(?:\.\d+)?(?:\^[+-]*\d+|e[+-]?\d+)")
CHINESE_FILLERS = re.compile(
    r"我们?|想要?|要|借款?|贷款?|需要|大概|大约|差不多|左右|约|吧|呢|啊|哦|就是|就|了|的|钱|给|一共|总共|共|是|有|可以|能|请|您?你?好|"
    r"金额|多少|只|左右|上下|每个?月|自己|出(?!头)|拿|可|到|整|在|为|用|行|嗯|那|这|大|年?收入|花|费|还|欠|头|匹|家里?"
)
SCALE_ON_TEN = re.compile(
    r"[十拾百佰][千仟]"
)  # "五十千" is not how Chinese counts: a slip, or the English way

_NUMERAL = r"零〇一二两三四五六七八九十"
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:\s\d{3})+(?!\d)")  # "8 000": one number
# Between two numbers: "四千，两头羊", "50 80" and "八千 12只" are two each; "5 万", "7万 5千" and "5千 500" are one.
APART = re.compile(
    rf"(?<=[\d{_NUMERAL}百千万亿半])(?:\s*,\s+|(?<!\d),|,(?!\d))(?=[\d{_NUMERAL}])"
    r"|(?<=\d)\s+(?=\d)|(?<=百)\s+(?=\d(?![\d百千万亿wk]))|(?<=[千万亿])\s+(?=\d{1,2}(?![\d百千万亿wk]))"
)


def find_chinese(marked: str, units: list[str], unit: str | None, locale: LenderLocale, money: bool) -> Found:
    # Spaces mean nothing between Chinese characters; between digits they do.
    whole = THOUSANDS.sub(lambda found: re.sub(r"\s", "", found[0]), chinese.simple(marked))
    body = re.sub(r"\s+(?!\d)|(?<!\d)\s+", "", APART.sub(";", whole))
    body = re.sub(r"(?<=\d)-(?=\d)", "到", body)
    body = re.sub(r"([一二两三四五六七八九十\d])个半", r"\1点五", re.sub(r"^个半", "一点五", body))
    body = re.sub(r"(?<=[零〇一二两三四五六七八九十百千万亿\d])个(?!百分)", " ", body)
    percent = bool(PERCENT.search(body)) and not re.search(r"[一壹二两三四五六七八九十\d]百分之", body)
    if percent:
        body = body.replace("百分之", " ").replace("个百分点", " ").replace("%", " ")
    exact = CHINESE_POWER.fullmatch(body.strip())
    if exact:
        return Found(power(body.strip()), words=2)
    with_parts = _jiao(body, units)
    if with_parts is not None:
        return Found((with_parts,), unit=unit, words=3)
    runs = [run for run in chinese.RUN.finditer(body) if re.search(r"[^\s.,又多余几来]", run[0])]
    left = chinese.RUN.sub(" ", body) if runs else body
    strange = CHINESE_FILLERS.sub("", re.sub(r"[\s¤.,!?~！？;:+-]", "", left))
    read = [_read_run(run[0], locale, money) for run in runs]
    found = _chinese_found(read, unit, len(units))
    ranged = len(runs) == 2 and re.fullmatch(r"\s*[-~到至或]\s*", body[runs[0].end() : runs[1].start()])
    if ranged and found.values:
        strange = re.sub(r"[-~到至或]", "", strange)
        scale = 10000 if runs[1][0].endswith(("万", "w")) else 1000 if runs[1][0].endswith(("千", "k")) else 1
        both = [(value,) for value in found.values]
        found = Found(pairs.low_and_high(both, scale) if len(both) == 2 else found.values,
                      frozenset({Reason.RANGE}), unit, found.words)  # fmt: skip
    if strange and found.values:
        return Found(found.values, found.doubts | {Reason.OTHER_WORDS}, found.unit, found.words, percent)
    return Found(found.values, found.doubts, found.unit, found.words, percent)


def _read_run(run: str, locale: LenderLocale, money: bool) -> tuple[tuple[Fraction, ...], set[Reason]]:
    marks = re.findall(r"\d[\d.,]*", run)
    choices = [
        numeral(m, decimal_separator=locale.decimal_separator, language="zh", money=money) for m in marks
    ]
    if marks and not all(choice.values for choice in choices):
        return (), {Reason.NOT_UNDERSTOOD}
    found: list[Fraction] = []
    doubts: set[Reason] = {Reason.SPELLING} if SCALE_ON_TEN.search(run) else set()
    for turn in range(max((len(choice.values) for choice in choices), default=1)):
        body = run
        for mark, choice in zip(marks, choices, strict=True):
            body = body.replace(mark, plain(choice.values[min(turn, len(choice.values) - 1)]), 1)
        read = chinese.chinese(re.sub(r"(?<=\d)\s*(\d)/(\d)", r"又\2分之\1", body))
        found += read.values
        if read.vague:
            doubts.add(Reason.VAGUE)
        if len(read.values) > 1:
            doubts.add(Reason.RANGE)
        elif any(len(choice.values) > 1 for choice in choices):
            doubts.add(Reason.SEPARATOR)
    return tuple(dict.fromkeys(found)), doubts


def _chinese_found(
    read: list[tuple[tuple[Fraction, ...], set[Reason]]], unit: str | None, units: int
) -> Found:
    values = tuple(dict.fromkeys(value for several, _ in read for value in several))
    doubts: set[Reason] = set().union(*(doubt for _, doubt in read)) if read else set()
    if not values:
        return Found(doubts=frozenset(doubts or {Reason.NOT_UNDERSTOOD}))
    if len(read) > 1:
        doubts.add(Reason.SEVERAL)
    if len(values) > 1 and not doubts:
        doubts.add(Reason.SEVERAL)
    return Found(values, frozenset(doubts), unit, 2 + units)


def _jiao(body: str, units: list[str]) -> Fraction | None:
    """`三块五`, `1元5角`, `10日元5日本銭`: the second number is a part of the first."""
    match = re.fullmatch(r"\s*([^¤]+?)\s*¤\s*([^¤]+?)\s*(¤?)\s*", body)
    if not match or (match[3] and len(units) < 2):
        return None
    if match[2].startswith("零"):
        return None  # 三块零四 skips a place
    whole, part = (chinese.chinese(match[i]).values for i in (1, 2))
    if len(whole) != 1 or len(part) != 1:
        return None
    if match[3]:
        return whole[0] + part[0] / currency.SUBUNITS.get(units[-1], 100)
    return whole[0] + part[0] / 10 if part[0] < 10 else None
