"""What a reading is: the candidates, and whether one of them may be taken without asking."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Any

LANGUAGES = ("en", "zh", "hi", "sw", "es", "fr")


class Kind(StrEnum):
    """What a question expects."""

    AMOUNT = "amount"
    NUMBER = "number"
    INTEGER = "integer"
    DATE = "date"
    TIME = "time"
    DURATION = "duration"
    AREA = "area"
    PHONE = "phone"
    YES_NO = "yes_no"
    CHOICE = "choice"


class Status(StrEnum):
    """`SURE` may be taken, `AMBIGUOUS` must be asked with buttons, `REFUSED` gives nothing to offer."""

    SURE = "sure"
    AMBIGUOUS = "ambiguous"
    REFUSED = "refused"


class Reason(StrEnum):
    """Why a reading is not sure."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_UNDERSTOOD = "not_understood"
    SEVERAL = "several"  # more than one number, or one number with more than one reading
    SEPARATOR = "separator"  # 1.500 may be one and a half or fifteen hundred
    RANGE = "range"  # "5 to 6 thousand"
    VAGUE = "vague"  # "a few thousand", "十几万"
    SPELLING = "spelling"  # read through a typing slip
    OTHER_WORDS = "other_words"  # the number stands among words that were not understood
    OTHER_CURRENCY = "other_currency"
    PERCENT = "percent"
    NOT_WHOLE = "not_whole"
    DAY_MONTH = "day_month"  # 03/04/2026
    WHICH_YEAR = "which_year"
    LUNAR = "lunar"  # said in the lunar calendar, or perhaps in it: the day in ours is confirmed
    NO_SUCH_DATE = "no_such_date"
    UNIT_MISSING = "unit_missing"
    NO_SUCH_UNIT = "no_such_unit"
    INVALID = "invalid"  # not a possible phone number
    LIKE_A_PHONE = "like_a_phone"  # a sum was asked
    LEADING_ZERO = "leading_zero"  # "0500": a digit may be missing


Value = Decimal | int | str | bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """One possible reading: `value` (a `Decimal`, ISO date or time, E.164 phone, choice name, bool), the
    `unit` it is in, and an `echo` in figures and unit codes that the bot may word."""

    value: Value
    echo: str
    unit: str | None = None
    confidence: float = 1.0
    facts: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read from one text."""

    status: Status
    candidates: tuple[Candidate, ...] = ()
    reason: Reason | None = None

    @property
    def sure(self) -> bool:
        return self.status is Status.SURE

    @property
    def best(self) -> Candidate | None:
        """The one candidate of a sure reading; None if people must be asked."""
        return self.candidates[0] if self.sure else None


@dataclass(frozen=True, slots=True)
class Season:
    """A season of the lender's calendar: names by language, `MM-DD` of its first and last day."""

    id: str
    names: Mapping[str, tuple[str, ...]]
    starts: str
    ends: str


# Square metres in one unit; a lender adds or overrides its own.
AREA_UNITS: Mapping[str, Decimal] = {
    "mu": Decimal("666.6667"),
    "hectare": Decimal(10000),
    "acre": Decimal("4046.8564"),
    "square_metre": Decimal(1),
    "square_kilometre": Decimal(1000000),
}


@dataclass(frozen=True, slots=True)
class LenderLocale:
    """What the lender sets about reading: its currency, separators, units, country, seasons, and today."""

    today: date
    currency: str | None = None
    decimal_separator: str | None = None
    area_unit: str | None = None
    units: Mapping[str, Decimal] = field(default_factory=lambda: dict(AREA_UNITS))
    country: str | None = None
    seasons: tuple[Season, ...] = ()
    languages: tuple[str, ...] = LANGUAGES
    date_order: str | None = None  # "dmy" or "mdy": how a lender's people write 03/04/2026

    @classmethod
    def load(cls, path: Path, *, today: date) -> LenderLocale:
        """From a `lender.toml`."""
        return cls.of(tomllib.loads(path.read_text(encoding="utf-8")), today=today)

    @classmethod
    def of(cls, settings: Mapping[str, Any], *, today: date) -> LenderLocale:
        """From the tables of a `lender.toml`."""
        lender = settings.get("lender", {})
        units = {name: Decimal(value) for name, value in settings.get("units", {}).items()}
        seasons = tuple(
            Season(s["id"], {k: tuple(v) for k, v in s["names"].items()}, s["starts"], s["ends"])
            for s in settings.get("seasons", ())
        )
        named = ("currency", "decimal_separator", "area_unit", "country", "date_order")
        known = {name: lender.get(name) for name in named}
        languages = tuple(lender.get("languages", LANGUAGES))
        return cls(today, units={**AREA_UNITS, **units}, seasons=seasons, languages=languages, **known)

    def with_settings(self, **settings: str | None) -> LenderLocale:
        """The same with those settings that are not None."""
        return replace(self, **{name: value for name, value in settings.items() if value is not None})  # type: ignore[arg-type]


def sure(candidate: Candidate) -> Reading:
    return Reading(Status.SURE, (candidate,))


def ambiguous(reason: Reason, *candidates: Candidate) -> Reading:
    return Reading(Status.AMBIGUOUS, candidates, reason)


def refused(reason: Reason) -> Reading:
    return Reading(Status.REFUSED, (), reason)


def plain(value: Decimal) -> str:
    """A number without exponent or trailing zeros: `8000`, `1.5`."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
