"""Values of expressions, their conversions and comparisons (XPath 1.0, section 3 and 4)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from datetime import UTC, tzinfo
from operator import eq, ge, gt, le, lt, ne
from typing import TypeAlias

from intake.forms.xpath.dates import DateValue, days, to_datetime
from intake.forms.xpath.tree import Node, string_value

Scalar: TypeAlias = bool | float | str
Value: TypeAlias = bool | float | str | list[Node]

_NUMBER = re.compile(r"\s*(-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?Infinity)\s*$", re.ASCII)
_MAX_DIGITS = 400


def to_number(value: Value, zone: tzinfo = UTC) -> float:
    """The value as a number; ISO dates count days since 1970, other text that is no number is NaN."""
    if isinstance(value, bool):
        return 1.0 if value else 0.0
    if isinstance(value, float):
        return value
    text = value if isinstance(value, str) else to_string(value)
    if _NUMBER.match(text) and len(text) < _MAX_DIGITS:
        return float(text.strip().replace("Infinity", "inf"))
    if len(text) >= 10 and text[4:5] == "-":
        moment = to_datetime(text, zone)
        if moment is not None:
            return DateValue(days(moment), text)
    return math.nan


def to_string(value: Value) -> str:
    """The value as text; NaN is empty, as OpenRosa engines write it into answers."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return string_value(value[0]) if value else ""


def to_boolean(value: Value) -> bool:
    if isinstance(value, bool):
        return value
    if isinstance(value, DateValue):
        return not math.isnan(value)
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return len(value) > 0


def number_text(number: float) -> str:
    """The shortest decimal text that reads back as `number`."""
    if isinstance(number, DateValue):
        return number.text
    if math.isnan(number):
        return ""
    if math.isinf(number):
        return "Infinity" if number > 0 else "-Infinity"
    if number == int(number) and abs(number) < 2**53:
        return str(int(number))
    return _with_exponent(repr(float(number)))


def _with_exponent(text: str) -> str:
    """Python switches to exponents below 1e-4 and from 1e16, forms only below 1e-6 and from 1e21."""
    mantissa, mark, exponent = text.partition("e")
    if not mark:
        return text.removesuffix(".0")
    power = int(exponent)
    if 0 < power < 21:
        whole, _, fraction = mantissa.partition(".")
        return whole + fraction.ljust(power, "0")
    if -7 < power < 0:
        sign, digits = ("-", mantissa[1:]) if mantissa.startswith("-") else ("", mantissa)
        return f"{sign}0.{'0' * (-power - 1)}{digits.replace('.', '')}"
    return f"{mantissa.removesuffix('.0')}e{'+' if power > 0 else ''}{power}"


_ORDER: dict[str, Callable[[float, float], bool]] = {"<": lt, "<=": le, ">": gt, ">=": ge}
_HOLDS_WHEN_EQUAL = frozenset({"=", "<=", ">="})


def compare(operator: str, left: Value, right: Value, zone: tzinfo, *, blank: bool = False) -> bool:
    """`left operator right`; a node-set compares true when any of its nodes does.

    Against true and false, `=` and `!=` ask whether there are nodes; `<` and its kin ask each node for its number, as
    JavaRosa and Enketo do. With `blank`, a node-set without nodes compares as empty text: in a form, what is not asked
    is not answered.
    """
    if operator not in _ORDER and (isinstance(left, bool) or isinstance(right, bool)):
        return _compare_scalars(operator, _unset(left), _unset(right), zone)
    lefts, rights = _scalars(left, blank), _scalars(right, blank)
    return any(_compare_scalars(operator, a, b, zone) for a in lefts for b in rights)


def _scalars(value: Value, blank: bool) -> Sequence[Scalar]:
    if not isinstance(value, list):
        return (value,)
    return [string_value(node) for node in value] or ([""] if blank else [])


def _unset(value: Value) -> Scalar:
    return to_boolean(value) if isinstance(value, list) else value


def _compare_scalars(operator: str, left: Scalar, right: Scalar, zone: tzinfo) -> bool:
    if operator in _ORDER:
        return _compare_numbers(operator, to_number(left, zone), to_number(right, zone))
    test = eq if operator == "=" else ne
    if isinstance(left, bool) or isinstance(right, bool):
        return bool(test(to_boolean(left), to_boolean(right)))
    if isinstance(left, float) or isinstance(right, float):
        return _compare_numbers(operator, to_number(left, zone), to_number(right, zone))
    return bool(test(left, right))


def _compare_numbers(operator: str, left: float, right: float) -> bool:
    """Numbers as people mean them: what differs only by binary rounding (0.1 + 0.2 and 0.3) is equal."""
    if left == right or _rounded_apart(left, right):
        return operator in _HOLDS_WHEN_EQUAL
    return operator == "!=" or (operator in _ORDER and _ORDER[operator](left, right))


def _rounded_apart(left: float, right: float) -> bool:
    """Whole numbers never are: two long identity numbers differ by their last digit."""
    if float(left).is_integer() and float(right).is_integer():
        return False
    return math.isclose(left, right, rel_tol=1e-14, abs_tol=1e-12)
