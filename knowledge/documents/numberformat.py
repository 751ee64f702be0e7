"""Cells as a spreadsheet shows them: percent, thousands, scale, decimals, currency, dates."""

from __future__ import annotations

import operator
import re
from calendar import month_name
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.|\[[^\]]*\]')
_PLACES = re.compile(r"[#0?][#0?,.]*")
_CONDITION = re.compile(r"\[(<=|>=|<>|<|>|=)(-?[\d.]+)\]")
_DATE_TOKENS = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d", re.IGNORECASE)
_COMPARE = {
    "<": operator.lt, ">": operator.gt, "<=": operator.le, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip
_EXACT_MOST = Decimal(10) ** 20


def shown(value: object, pattern: str) -> str:
    """`value` as its cell shows it under the Excel number format `pattern`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (datetime, date, time, timedelta)):
        return _moment(value, pattern)
    if isinstance(value, (int, float, Decimal)):
        return _number(value, pattern)
    return str(value)


def _moment(value: datetime | date | time | timedelta, pattern: str) -> str:
    """Dates as ISO, so that 03/04 cannot be read two ways; month or day alone where only that is shown."""
    if isinstance(value, datetime):
        if value.time() != time(0):
            return value.strftime("%Y-%m-%d %H:%M")
        tokens = {token.lower()[0] for token in _DATE_TOKENS.findall(_LITERAL.sub("", pattern))}
        if tokens == {"y", "m"}:
            return value.strftime("%Y-%m")
        if tokens == {"m", "d"}:  # every year's day: the year behind it is nobody's business
            chinese = "月" in pattern
            return f"{value.month}月{value.day}日" if chinese else f"{value.day} {month_name[value.month]}"
        return value.strftime("%Y-%m-%d")
    if isinstance(value, timedelta):
        minutes = round(value.total_seconds() / 60)
        return f"{minutes // 60}:{minutes % 60:02}"
    return value.strftime("%H:%M:%S" if value.second else "%H:%M") if isinstance(value, time) else str(value)


def _number(value: int | float | Decimal, pattern: str) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if not number.is_finite():
        return ""
    section = _section(pattern, number)
    skeleton = _bare(section)
    groups = _PLACES.findall(skeleton)
    if not groups:
        return _words(section) or _general(number)
    if "E+" in section.upper() or "/" in skeleton:
        return _general(number)
    if len(groups) > 1 or abs(number) >= _EXACT_MOST:
        return _grouped(number, section, len(groups))
    return _framed(number, section, groups[0])


def _section(pattern: str, number: Decimal) -> str:
    """Formats run `positive;negative;zero`, or say when each holds; the minus sign we put ourselves."""
    sections = pattern.split(";")
    for section in sections[:3]:
        if (condition := _CONDITION.search(section)) and _COMPARE[condition.group(1)](
            number, Decimal(condition.group(2))
        ):
            return section
    if _CONDITION.search(pattern):
        return next((section for section in sections[:3] if not _CONDITION.search(section)), "General")
    if number == 0 and len(sections) > 2:
        return (
            sections[2] if _PLACES.search(_bare(sections[2])) or _words(sections[2]) != "-" else sections[0]
        )
    if number < 0 and len(sections) > 1 and not _PLACES.search(_bare(sections[1])):
        return sections[1]
    return sections[0]


def _bare(section: str) -> str:
    return _LITERAL.sub("", section)


def _words(section: str) -> str:
    """What a section without places for figures shows: `"yes"`."""
    return "" if "general" in section.lower() or "@" in section else _literal(section).strip()


def _framed(number: Decimal, section: str, places: str) -> str:
    percent = "%" in _bare(section)
    scale = len(places) - len(places.rstrip(","))  # each comma behind the last place is three places off
    places = places.rstrip(",")
    number = number * 100 if percent else number.scaleb(-3 * scale)
    decimals = places.split(".", 1)[1].replace(",", "") if "." in places else ""
    rounded = number.quantize(Decimal(1).scaleb(-len(decimals)), rounding=ROUND_HALF_UP)
    least = places.split(".", 1)[0].count("0")
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    whole = whole.zfill(least)
    if "," in places:
        whole = f"{int(whole):,}" if len(whole) > least or least <= 3 else whole
    if optional := decimals.count("#"):
        rest = rest[: len(rest) - optional] + rest[len(rest) - optional :].rstrip("0")
    text = f"{whole}.{rest}" if rest else whole
    at = section.find(places)
    before, after = (_literal(section[:at]), _literal(section[at + len(places) :])) if at >= 0 else ("", "")
    sign = "-" if rounded < 0 else ""
    return f"{sign}{before}{text}{'%' if percent else ''}{after}".strip()


def _grouped(number: Decimal, section: str, groups: int) -> str:
    """Figures with something between them, as in a telephone number: filled from the right."""
    if number != number.to_integral_value() or groups < 2 or "." in _bare(section):
        return _general(number)
    left = f"{abs(int(number))}"
    pieces: list[str] = []
    for mark in reversed(re.findall(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|.', section)):
        if mark in "#0?":
            pieces.append(left[-1:] or ("0" if mark == "0" else ""))
            left = left[:-1]
        elif mark != "," and (left or pieces):
            pieces.append(_literal(mark) if len(mark) > 1 else mark)
    text = left + "".join(reversed(pieces)).lstrip(" ,-") if not left else _general(number)
    return f"-{text}" if number < 0 and left else text


def _literal(part: str) -> str:
    """The words and signs around the figures: a currency, a unit, a quoted percent sign."""
    text, at = "", 0
    for match in _LITERAL.finditer(part):
        text += re.sub(r"%|General|@|,", "", part[at : match.start()])
        text += match.group(1) or match.group(2) or match.group(3) or ""
        at = match.end()
    return text + re.sub(r"%|General|@|,", "", part[at:])


def _general(number: Decimal) -> str:
    """As a spreadsheet shows a number nobody formatted: whole numbers whole, others to ten significant figures."""
    if number != number.to_integral_value() and len(number.as_tuple().digits) > 10:
        number = Decimal(f"{number:.10g}")
    return f"{number.normalize():f}"
