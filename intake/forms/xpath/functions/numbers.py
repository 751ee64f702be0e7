"""Numbers (XPath 1.0 section 4.4; OpenRosa number functions)."""

from __future__ import annotations

import math
from collections.abc import Callable

from intake.forms.xpath.dates import DateValue
from intake.forms.xpath.environment import Context
from intake.forms.xpath.functions.basics import flattened
from intake.forms.xpath.functions.registry import MANY, function, nodes_of
from intake.forms.xpath.tree import string_value
from intake.forms.xpath.values import Value, to_number


@function("number", 0, 1)
def number(context: Context, value: Value | None = None) -> Value:
    """The value as a number; written out, the text of a date and time is its whole days since 1970."""
    source = [context.node] if value is None else value
    result = to_number(source, context.environment.zone)
    if isinstance(result, DateValue) and not isinstance(source, float) and "T" in result.text:
        return DateValue(result, str(math.floor(result)))
    return result


@function("sum", 1)
def total(context: Context, nodes: Value) -> Value:
    zone = context.environment.zone
    return _add([to_number(string_value(node), zone) for node in nodes_of(nodes, "sum")])


def _add(numbers: list[float]) -> float:
    result = 0.0
    for number in numbers:
        result += number
    return result


def _plain(context: Context, value: Value) -> float:
    return float(to_number(value, context.environment.zone))


@function("floor", 1)
def floor(context: Context, value: Value) -> Value:
    number = _plain(context, value)
    return float(math.floor(number)) if math.isfinite(number) else number


@function("ceiling", 1)
def ceiling(context: Context, value: Value) -> Value:
    number = _plain(context, value)
    return float(math.ceil(number)) if math.isfinite(number) else number


@function("int", 1)
def integer(context: Context, value: Value) -> Value:
    number = _plain(context, value)
    return float(math.trunc(number)) if math.isfinite(number) else number


@function("round", 1, 2)
def rounded(context: Context, value: Value, digits: Value = 0.0) -> Value:
    """Half away from zero, to `digits` places; negative digits round to tens, hundreds, …"""
    number, places = _plain(context, value), _plain(context, digits)
    if math.isnan(places):
        return math.nan
    if not math.isfinite(number):
        return number
    places = math.trunc(max(-300, min(300, places)))
    scaled = abs(number) * 10**places if places >= 0 else abs(number) / 10**-places
    if not math.isfinite(scaled):
        return number
    whole = math.floor(scaled + 0.5)
    return math.copysign(whole / 10**places if places >= 0 else whole * 10**-places, number)


def _guarded(operation: Callable[..., float]) -> Callable[..., Value]:
    """`operation` on plain numbers; outside its domain NaN, beyond the range infinity."""

    def call(context: Context, *values: Value) -> Value:
        numbers = [_plain(context, value) for value in values]
        try:
            return operation(*numbers)
        except ValueError:
            return math.nan
        except OverflowError:
            return math.inf

    return call


def _logarithm(operation: Callable[[float], float]) -> Callable[[float], float]:
    return lambda number: -math.inf if number == 0 else operation(number)


def _power(base: float, exponent: float) -> float:
    if math.isnan(exponent):
        return math.nan
    if base == 0 and exponent < 0:
        return math.inf
    return math.pow(base, exponent) if not (abs(base) == 1 and math.isinf(exponent)) else math.nan


for _name, _operation in {
    "abs": math.fabs,
    "sqrt": math.sqrt,
    "sin": math.sin,
    "cos": math.cos,
    "tan": math.tan,
    "asin": math.asin,
    "acos": math.acos,
    "atan": math.atan,
    "exp": math.exp,
    "exp10": lambda number: _power(10.0, number),
    "log": _logarithm(math.log),
    "log10": _logarithm(math.log10),
}.items():
    function(_name, 1)(_guarded(_operation))

function("atan2", 2)(_guarded(math.atan2))
function("pow", 2)(_guarded(_power))


@function("pi", 0)
def pi(_context: Context) -> Value:
    return math.pi


@function("random", 0, memorable=True)
def random(context: Context) -> Value:
    return context.environment.random.random()


def _extreme(pick: Callable[[list[float]], float]) -> Callable[..., Value]:
    def call(context: Context, *values: Value) -> Value:
        zone = context.environment.zone
        numbers = [to_number(value, zone) for value in flattened(values)]
        if not numbers or any(math.isnan(number) for number in numbers):
            return math.nan
        return pick(numbers)

    return call


function("max", 1, MANY)(_extreme(max))
function("min", 1, MANY)(_extreme(min))
