"""What an answer looks like on paper: values of every kind as the text a form stores."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, tzinfo
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from typing import Any

from intake.errors import Refused
from intake.forms.model import QuestionKind
from intake.forms.xpath.dates import iso_datetime, to_datetime

MAX_TEXT = 10_000
MAX_DIGITS = 40


class RefusalCode(StrEnum):
    """Why an answer was not taken."""

    UNKNOWN_PATH = "unknown_path"
    NOT_A_QUESTION = "not_a_question"
    NOT_RELEVANT = "not_relevant"
    READONLY = "readonly"
    REQUIRED = "required"
    CONSTRAINT = "constraint"
    NOT_AN_INTEGER = "not_an_integer"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NOT_A_TIME = "not_a_time"
    NOT_A_DATETIME = "not_a_datetime"
    NOT_A_CHOICE = "not_a_choice"
    NOT_A_PLACE = "not_a_place"
    INCOMPLETE_RANKING = "incomplete_ranking"
    OUT_OF_RANGE = "out_of_range"
    NOT_A_TEXT = "not_a_text"
    UNSTORABLE_CHARACTER = "unstorable_character"
    TOO_LONG = "too_long"
    FORM_FAULT = "form_fault"


ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_INTEGER = re.compile(rf"[+-]?[0-9]{{1,{MAX_DIGITS}}}")
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?")
_POINT = re.compile(r"-?\d{1,3}(\.\d+)?( -?\d{1,3}(\.\d+)?)( -?\d+(\.\d+)?){0,2}")


def storable(text: str) -> str:
    """`text`, refused when XML cannot carry it or it is too long."""
    illegal = ILLEGAL.search(text)
    if illegal:
        raise Refused(
            RefusalCode.UNSTORABLE_CHARACTER, character=f"U+{ord(illegal[0]):04X}", at=illegal.start()
        )
    if len(text) > MAX_TEXT:
        raise Refused(RefusalCode.TOO_LONG, length=len(text), most=MAX_TEXT)
    return text


def written(kind: QuestionKind, value: Any, zone: tzinfo) -> str:
    """The value as the form stores it. Raises `Refused` when it is not of this kind."""
    return _WRITERS.get(kind, _text)(value, zone)


def _text(value: Any, _zone: tzinfo) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str | int | Decimal | float):
        return storable(str(value))
    if isinstance(value, date | time):
        return value.isoformat()
    raise Refused(RefusalCode.NOT_A_TEXT, given=type(value).__name__)


def _integer(value: Any, _zone: tzinfo) -> str:
    if isinstance(value, float | Decimal) and _finite(value) and value == int(value):
        value = int(value)
    text = str(value).strip()
    if isinstance(value, bool) or not _INTEGER.fullmatch(text):
        raise Refused(RefusalCode.NOT_AN_INTEGER, given=text[:100])
    return str(int(text))


def _finite(value: float | Decimal) -> bool:
    return math.isfinite(value)


def _decimal(value: Any, _zone: tzinfo) -> str:
    text = str(value).strip()
    try:
        number = Decimal(text)
    except InvalidOperation:
        raise Refused(RefusalCode.NOT_A_NUMBER, given=text[:100]) from None
    if (
        isinstance(value, bool)
        or not number.is_finite()
        or len(text) > MAX_DIGITS
        or abs(number.adjusted()) > MAX_DIGITS
        or "_" in text
    ):
        raise Refused(RefusalCode.NOT_A_NUMBER, given=text[:100])
    return format(number, "f")


def _step(value: Any, zone: tzinfo) -> str:
    """A mark on a scale: 2.0 is the mark 2, whether the scale counts wholes or not."""
    text = _decimal(value, zone)
    return text.rstrip("0").rstrip(".") if "." in text else text


def _date(value: Any, zone: tzinfo) -> str:
    if isinstance(value, datetime):
        return value.astimezone(zone).date().isoformat() if value.tzinfo else value.date().isoformat()
    text = value.isoformat() if isinstance(value, date) else str(value).strip()
    try:
        return date.fromisoformat(text[:10] if text[10:11] == "T" else text).isoformat()
    except ValueError:
        raise Refused(RefusalCode.NOT_A_DATE, given=text[:100]) from None


def _time(value: Any, _zone: tzinfo) -> str:
    text = value.isoformat() if isinstance(value, time) else str(value).strip()
    if not _TIME.fullmatch(text):
        raise Refused(RefusalCode.NOT_A_TIME, given=text[:100])
    return f"{text[:5]}:00{text[5:]}" if text[5:6] != ":" else text  # servers want the seconds


def _datetime(value: Any, zone: tzinfo) -> str:
    if isinstance(value, datetime):
        moment: datetime | None = value if value.tzinfo else value.replace(tzinfo=zone)
    else:
        moment = to_datetime(str(value), zone)
    if moment is None:
        raise Refused(RefusalCode.NOT_A_DATETIME, given=str(value)[:100])
    return iso_datetime(moment)


def _names(value: Any, _zone: tzinfo) -> str:
    if isinstance(value, Mapping) or not isinstance(value, Iterable):
        raise Refused(RefusalCode.NOT_A_CHOICE, given=str(value)[:100])
    names = value.split() if isinstance(value, str) else [str(name) for name in value]
    return storable(" ".join(dict.fromkeys(names)))


def _name(value: Any, _zone: tzinfo) -> str:
    if isinstance(value, list | tuple) and len(value) == 1:
        value = value[0]
    return storable(str(value).strip())


def _point(value: Any, _zone: tzinfo) -> str:
    if isinstance(value, Mapping):
        value = [value.get(key) for key in ("latitude", "longitude", "altitude", "accuracy")]
        value = [part for part in value if part is not None]
    text = " ".join(str(part) for part in value) if isinstance(value, list | tuple) else str(value).strip()
    if not _POINT.fullmatch(text):
        raise Refused(RefusalCode.NOT_A_PLACE, given=text[:100])
    latitude, longitude = (float(part) for part in text.split()[:2])
    if abs(latitude) > 90 or abs(longitude) > 180:
        raise Refused(RefusalCode.NOT_A_PLACE, given=text[:100])
    return " ".join([*text.split(), "0", "0"][:4])


def _shape(value: Any, zone: tzinfo) -> str:
    parts = value if isinstance(value, list | tuple) else str(value).split(";")
    points = [
        _point(part if isinstance(part, Mapping | list | tuple) else str(part).strip(), zone)
        for part in parts
        if part and str(part).strip()
    ]
    if len(points) < 2:
        raise Refused(RefusalCode.NOT_A_PLACE, given=str(value)[:100])
    return ";".join(points)


def _acknowledged(value: Any, _zone: tzinfo) -> str:
    if value is True or str(value).strip().lower() in ("ok", "true", "1", "yes"):
        return "OK"
    raise Refused(RefusalCode.NOT_A_CHOICE, given=str(value)[:100])


_WRITERS: dict[QuestionKind, Callable[[Any, tzinfo], str]] = {
    QuestionKind.INTEGER: _integer,
    QuestionKind.DECIMAL: _decimal,
    QuestionKind.RANGE: _step,
    QuestionKind.DATE: _date,
    QuestionKind.TIME: _time,
    QuestionKind.DATETIME: _datetime,
    QuestionKind.SELECT_ONE: _name,
    QuestionKind.SELECT_MULTIPLE: _names,
    QuestionKind.RANK: _names,
    QuestionKind.GEOPOINT: _point,
    QuestionKind.GEOTRACE: _shape,
    QuestionKind.GEOSHAPE: _shape,
    QuestionKind.ACKNOWLEDGE: _acknowledged,
}


def cast(type_name: str, text: str, zone: tzinfo) -> str:
    """A calculated text in the shape its field's type asks for; what does not fit stays as it is."""
    if not text:
        return text
    if type_name == "date" and text[10:11] == "T":
        moment = to_datetime(text, zone)
        return moment.date().isoformat() if moment else text[:10]
    if type_name == "time" and text[10:11] == "T":
        return text[11:]
    if type_name in ("int", "integer"):
        try:
            return str(int(float(text))) if "." in text or "e" in text else text
        except (ValueError, OverflowError):
            return text
    return text
