"""Chinese numbers: 三千五, 1万5, 两百零六万, 肆佰陆拾, 五分之一."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

DIGITS = {
    c: i
    for i, cs in enumerate(
        ["零〇○", "一壹幺", "二两贰俩", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖"]
    )
    for c in cs
}
SIMPLE = str.maketrans(
    "萬億兩貳貮參陸負點隻壹貴個幾餘塊錢畝頃雙對倆佰仟拾弍弎陌圓",
    "万亿两贰贰叁陆负点只壹贵个几余块钱亩顷双对俩百千十二三百元",
)
UNITS = {"兆": 10**12, "亿": 10**8, "万": 10**4, "w": 10**4, "千": 1000, "k": 1000, "百": 100, "十": 10}
LONGEST = 60  # characters of one number
BIG = ("兆", "亿", "万", "千", "百", "十")
NUMBER = r"(?:[零〇○一壹幺二两贰俩三叁四肆五伍六陆七柒八捌九玖十百千万亿兆点又]|分之|[\d.,]|打(?!算)|半)"
RUN = re.compile(rf"[负-]?{NUMBER}(?:[几余多来]?\s*{NUMBER})*[几余多来]?(?:\s*(?:[万亿千百]|打(?!算)))*[kw]?")
# "千八百", "百八十": about a thousand, about a hundred; nobody leaves the "one" away in a sum he has counted.
ROUGHLY = re.compile(r"([百千万])[一二两三四五六七八九]?[十百千]")
NEIGHBOURS = re.compile(r"([一二两三四五六七八九])([二两三四五六七八九])(?=[十百千万亿])")


@dataclass(frozen=True, slots=True)
class Chinese:
    """The readings of one expression; `vague` for 十几万, which names no number."""

    values: tuple[Fraction, ...]
    vague: bool = False


def simple(text: str) -> str:
    """Traditional and bank forms of number characters as their plain ones."""
    return text.translate(SIMPLE).replace("廿", "二十").replace("卅", "三十")


def chinese(text: str) -> Chinese:
    """Read a whole expression without currency words."""
    body = re.sub(r"[\s,]", "", simple(text))
    if len(body) > LONGEST:
        return Chinese(())
    vague = bool(re.search(r"[几余多来]", body))
    if vague:
        body = _without_vague(body)
    neighbours = NEIGHBOURS.search(body)
    if neighbours and _consecutive(neighbours):
        return Chinese(_both(body, neighbours), vague)
    value = _signed(body)
    roughly = ROUGHLY.fullmatch(body)
    if roughly and value is not None:
        return Chinese((Fraction(UNITS[roughly[1]]), value), vague=True)
    return Chinese((value,) if value is not None else (), vague)


def _without_vague(body: str) -> str:
    """二十几万 → 二十万, 一百零几万 → 一百万."""
    return re.sub(r"零?[几余多来]", "", body)


def _consecutive(match: re.Match[str]) -> bool:
    """五六千 is five or six thousand; 三五百 is three to five hundred."""
    first, second = DIGITS[match[1]], DIGITS[match[2]]
    return second - first in (1, 2)


def _both(body: str, match: re.Match[str]) -> tuple[Fraction, ...]:
    found = (_signed(body[: match.start()] + digit + body[match.end() :]) for digit in match.groups())
    return tuple(value for value in found if value is not None)


def _signed(body: str) -> Fraction | None:
    if body[:1] in ("负", "-"):
        value = _signed(body[1:]) if body[1:] else None
        return -value if value is not None else None
    return _with_share(body)


def _with_share(body: str) -> Fraction | None:
    """`三又五分之一`, `一万分之三`, `五十打`, `一百五`."""
    if "又" in body:
        whole, _, share = body.partition("又")
        left, right = _signed(whole), _with_share(share) if "分之" in share else None
        return left + right if left is not None and right is not None else None
    if "分之" in body:
        below, _, above = body.partition("分之")
        under, over = _plain(below), _signed(above)
        return over / under if under and over is not None else None
    if body.endswith("打"):
        value = _plain(body[:-1])
        return value * 12 if value is not None else None
    return _plain(body)


def _plain(body: str) -> Fraction | None:
    if "点" in body and not re.search(r"点.*[万亿]", body):
        whole, _, decimals = body.partition("点")
        value, tail = _scaled(whole), _digits(decimals)
        return value + Fraction(int(tail), 10 ** len(tail)) if value is not None and tail else None
    return _scaled(body)


def _scaled(body: str) -> Fraction | None:
    """Split at the last of the biggest unit: 4.78万亿, 四万万, 五亿一万四千六百."""
    body = re.sub("w", "万", body).replace("k", "千")
    if body == "半":
        return Fraction(1, 2)
    unit = next((unit for unit in BIG if unit in body), None)
    if unit is None:
        return _leaf(body)
    left, _, right = body.rpartition(unit)
    if unit != "万" and unit in left:
        return None  # "一千三千": two numbers
    factor = _factor(left)
    rest = _rest(right, UNITS[unit])
    return factor * UNITS[unit] + rest if factor is not None and rest is not None else None


def _factor(left: str) -> Fraction | None:
    if left in ("", "零"):
        return Fraction(1)
    if re.search(r"[百千万][一二三四五六七八九\d]$", left):
        return None  # "五千一万" are two sums
    return _plain(left)


def _rest(right: str, unit: int) -> Fraction | None:
    """What follows a unit: 三千五 is 3,500, 三千零五 is 3,005, 两万半 is 25,000."""
    if not right:
        return Fraction(0)
    if right == "半":
        return Fraction(unit, 2)
    if len(right) == 1 and (right in DIGITS or right.isdigit()) and unit >= 100:
        return Fraction(unit, 10) * (DIGITS[right] if right in DIGITS else int(right))
    value = _scaled(right.lstrip("零") if len(right) > 1 else right)
    return value if value is not None and value < unit else None


def _leaf(body: str) -> Fraction | None:
    if re.fullmatch(r"\d+(?:\.\d*)?|\.\d+", body):
        return Fraction(body.rstrip("."))
    digits = _digits(body)
    if not digits:
        return None
    return (
        Fraction(int(digits))
        if len(digits) in (1,) or "零" in body or "〇" in body or len(digits) > 2
        else None
    )


def _digits(body: str) -> str:
    """`三三` → "33"; empty if anything else stands there."""
    found = [str(DIGITS[c]) if c in DIGITS else c for c in body]
    return "".join(found) if all(c.isdigit() and c.isascii() for c in "".join(found)) else ""
