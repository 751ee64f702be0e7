"""Dates and times (OpenRosa date functions)."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime

from intake.forms.xpath.dates import (
    INVALID,
    DateValue,
    days,
    from_days,
    iso_datetime,
    padded,
    time_fraction,
    to_datetime,
    value_of,
)
from intake.forms.xpath.environment import Context
from intake.forms.xpath.functions.registry import function
from intake.forms.xpath.values import Value, to_string

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MARKS: dict[str, Callable[[datetime], str]] = {
    "%Y": lambda moment: f"{moment.year:04}",
    "%y": lambda moment: f"{moment.year % 100:02}",
    "%m": lambda moment: f"{moment.month:02}",
    "%n": lambda moment: str(moment.month),
    "%b": lambda moment: _MONTHS[moment.month - 1],
    "%d": lambda moment: f"{moment.day:02}",
    "%e": lambda moment: str(moment.day),
    "%a": lambda moment: _DAYS[moment.weekday()],
    "%H": lambda moment: f"{moment.hour:02}",
    "%h": lambda moment: str(moment.hour),
    "%M": lambda moment: f"{moment.minute:02}",
    "%S": lambda moment: f"{moment.second:02}",
    "%3": lambda moment: f"{moment.microsecond // 1000:03}",
}


@function("today", 0)
def today(context: Context) -> Value:
    now = context.environment.now()
    return value_of(now.replace(hour=0, minute=0, second=0, microsecond=0))


@function("now", 0, memorable=True)
def now(context: Context) -> Value:
    moment = context.environment.now()
    return DateValue(days(moment), iso_datetime(moment))


def _moment(context: Context, value: Value) -> datetime | None:
    zone = context.environment.zone
    if isinstance(value, float) and not isinstance(value, bool):
        return from_days(value, zone)
    return to_datetime(padded(to_string(value)), zone)


@function("date", 1)
def date(context: Context, value: Value) -> Value:
    if isinstance(value, bool):
        return ""
    if not isinstance(value, float) and not to_string(value):
        return ""
    return value_of(_moment(context, value))


@function("date-time", 1)
def date_time(context: Context, value: Value) -> Value:
    return date(context, value)


@function("decimal-date-time", 1)
def decimal_date_time(context: Context, value: Value) -> Value:
    moment = None if isinstance(value, bool) else _moment(context, value)
    return math.nan if moment is None else days(moment)


@function("decimal-time", 1)
def decimal_time(context: Context, value: Value) -> Value:
    return time_fraction(to_string(value), context.environment.zone)


def _formatted(context: Context, value: Value, pattern: Value) -> Value:
    """The moment as the pattern writes it; both functions know the marks of dates and of times."""
    moment = _readable(context, value)
    if moment is None:
        return ""
    return re.sub("|".join(_MARKS), lambda match: _MARKS[match[0]](moment), to_string(pattern))


function("format-date", 2)(_formatted)
function("format-date-time", 2)(_formatted)


def _readable(context: Context, value: Value) -> datetime | None:
    text = to_string(value)
    if text == INVALID or isinstance(value, bool):
        return None
    moment = to_datetime(padded(text), context.environment.zone)
    if moment is None and re.match(r"\d{2}:\d{2}", text):
        return to_datetime(f"1970-01-01T{text}", context.environment.zone)
    return moment if moment is not None or not isinstance(value, float) else _moment(context, value)
