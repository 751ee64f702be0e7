"""Cells as a spreadsheet shows them: percent, thousands, decimals, currency, dates."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

_LITERAL = re.compile(r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|_.|\*.|\[[^\]]*\]')
_DIGITS = re.compile(r"[#0?][#0?,.]*")
_DATE_TOKENS = re.compile(r"yyyy|yy|mmmm|mmm|mm|m|dddd|ddd|dd|d", re.IGNORECASE)


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
    """Dates as ISO, so that 03/04 cannot be read two ways; month alone where only that is shown."""
    if isinstance(value, datetime):
        tokens = {token.lower()[0] for token in _DATE_TOKENS.findall(_LITERAL.sub("", pattern))}
        if value.time() == time(0):
            return value.strftime("%Y-%m") if tokens == {"y", "m"} else value.strftime("%Y-%m-%d")
        return value.strftime("%Y-%m-%d %H:%M")
    return str(value)


def _number(value: int | float | Decimal, pattern: str) -> str:
    try:
        number = Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if not number.is_finite():
        return ""
    section = _section(pattern, number)
    skeleton = _LITERAL.sub("", section)
    digits = _DIGITS.search(skeleton)
    if digits is None or "E+" in section.upper() or "/" in skeleton:
        return _general(number)
    return _framed(number, section, skeleton, digits.group())


def _section(pattern: str, number: Decimal) -> str:
    """Excel formats run `positive;negative;zero`; the minus sign we put ourselves."""
    sections = pattern.split(";")
    if number == 0 and len(sections) > 2 and _DIGITS.search(_LITERAL.sub("", sections[2])):
        return sections[2]
    return sections[0]


def _framed(number: Decimal, section: str, skeleton: str, digits: str) -> str:
    percent = "%" in skeleton
    number = number * 100 if percent else number
    places = len(digits.split(".", 1)[1].strip(",")) if "." in digits else 0
    optional = digits.count("#", digits.find(".")) if "." in digits else 0
    rounded = (
        number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
        if abs(number) < 10**20
        else number
    )
    text = f"{abs(rounded):,f}" if "," in digits else f"{abs(rounded):f}"
    if optional and "." in text:
        text = text[: len(text) - optional] + text[len(text) - optional :].rstrip("0")
        text = text.rstrip(".")
    before, after = _frame(section, digits)
    sign = "-" if rounded < 0 else ""
    return f"{sign}{before}{text}{'%' if percent else ''}{after}".strip()


def _frame(section: str, digits: str) -> tuple[str, str]:
    """The literal text around the figures: a currency sign, a unit."""
    at = section.find(digits)
    if at < 0:
        return "", ""
    return _literal(section[:at]), _literal(section[at + len(digits) :])


def _literal(part: str) -> str:
    kept = _LITERAL.sub(lambda match: match.group(1) or match.group(2) or match.group(3) or "", part)
    return kept.replace("%", "").replace("General", "").replace("@", "")


def _general(number: Decimal) -> str:
    """Up to ten significant figures, as a spreadsheet shows a number nobody formatted."""
    rounded = (
        +number.normalize() if len(number.as_tuple().digits) <= 10 else Decimal(f"{number:.10g}").normalize()
    )
    return f"{rounded:f}"
