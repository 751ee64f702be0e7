"""Dates and times in expressions: ISO text, days since 1970, and a value that is both."""

from __future__ import annotations

import math
import re
from datetime import UTC, datetime, timedelta, tzinfo

DAY_MS = 86_400_000
INVALID = "Invalid Date"
_DATE_TIME = re.compile(
    r"(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?)?$"
)
_LOOSE_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(T.*)?$")
_TIME = re.compile(r"(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?(Z|[+-]\d{2}:\d{2})?$")
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DateValue(float):
    """A number of days since 1970-01-01T00:00Z that reads as an ISO date or date-time."""

    __slots__ = ("text",)
    text: str

    def __new__(cls, days: float, text: str) -> DateValue:
        value = super().__new__(cls, days)
        value.text = text
        return value


def to_datetime(text: str, zone: tzinfo) -> datetime | None:
    """The moment an ISO date or date-time names; without an offset it is local to `zone`."""
    match = _DATE_TIME.match(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, fraction, offset = match.groups()
    micros = int((fraction or "0")[:6].ljust(6, "0"))
    try:
        local = datetime(  # noqa: DTZ001 - the zone follows
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), micros
        )
        return (
            local.replace(tzinfo=zone)
            if not offset
            else local.replace(tzinfo=_offset(offset)).astimezone(zone)
        )
    except (ValueError, OverflowError):
        return None


def _offset(text: str) -> tzinfo:
    from datetime import timezone

    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[-2:]) if len(text) > 3 else 0
    if hours > 23 or minutes > 59:
        raise ValueError(text)
    delta = timedelta(hours=hours, minutes=minutes)
    return timezone(-delta if text[0] == "-" else delta)


def milliseconds(moment: datetime) -> float:
    return (moment - _EPOCH) / timedelta(milliseconds=1)


def days(moment: datetime) -> float:
    """Days since 1970-01-01T00:00Z."""
    return math.floor(milliseconds(moment)) / DAY_MS


def iso(moment: datetime) -> str:
    """The date when the time is midnight, else date and time to the millisecond with offset."""
    if (moment.hour, moment.minute, moment.second, moment.microsecond) == (0, 0, 0, 0):
        return f"{moment.year:04}-{moment.month:02}-{moment.day:02}"
    return iso_datetime(moment)


def iso_datetime(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds")


def value_of(moment: datetime | None) -> DateValue:
    """The value of a moment; None is an invalid date."""
    if moment is None:
        return DateValue(math.nan, INVALID)
    return DateValue(days(moment), iso(moment))


def from_days(number: float, zone: tzinfo) -> datetime | None:
    """The moment `number` days after 1970-01-01T00:00Z, to the millisecond."""
    if math.isnan(number) or math.isinf(number):
        return None
    try:
        return (_EPOCH + timedelta(milliseconds=round(number * DAY_MS))).astimezone(zone)
    except OverflowError:
        return None


def padded(text: str) -> str:
    """`2020-1-2` as `2020-01-02`; anything else unchanged."""
    match = _LOOSE_DATE.match(text.strip())
    if match is None:
        return text
    year, month, day, rest = match.groups()
    return f"{year}-{int(month):02}-{int(day):02}{rest or ''}"


def time_fraction(text: str, zone: tzinfo) -> float:
    """The part of the day that `hh:mm[:ss[.fff]]` has run, in local time; NaN when it is no time."""
    if _TIME.match(text) is None:
        return math.nan
    moment = to_datetime(f"1970-01-01T{text}", zone)
    if moment is None:
        return math.nan
    whole = moment.hour * 3_600_000 + moment.minute * 60_000 + moment.second * 1000
    return (whole + moment.microsecond // 1000) / DAY_MS
