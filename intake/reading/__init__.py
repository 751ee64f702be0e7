"""Read what people type: amounts, numbers, areas, durations, dates, phones, yes or no, choices.

Deterministic and in six languages. A reading is sure, ambiguous (ask with buttons) or refused; nothing is
guessed silently.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from intake.reading.choices import Option, read_choice
from intake.reading.dates import read_date
from intake.reading.numbers import read_number
from intake.reading.phones import read_phone
from intake.reading.quantities import read_area, read_duration
from intake.reading.times import read_time
from intake.reading.types import (
    AREA_UNITS,
    LANGUAGES,
    Candidate,
    Kind,
    LenderLocale,
    Reading,
    Reason,
    Season,
    Status,
    refused,
)
from intake.reading.yes_no import read_yes_no

LONGEST_TEXT = 400  # characters; a value typed by a person is far shorter

__all__ = [
    "AREA_UNITS", "LANGUAGES", "LONGEST_TEXT", "Candidate", "Kind", "LenderLocale", "Option", "Reading", "Reason",
    "Season", "Status", "read",
]  # fmt: skip


def read(
    text: str,
    kind: Kind,
    *,
    language: str,
    locale: LenderLocale,
    options: Sequence[Option] = (),
    unit: str | None = None,
    expected: Collection[str] = (),
) -> Reading:
    """Read `text` as `kind`; never raises, whatever the text.

    `language` is the farmer's (one of `LANGUAGES`; others read as English), `options` the choices of a
    `CHOICE`, `unit` what a bare number of a `DURATION` means, `expected` words that may stand beside a number
    without casting doubt on it ("12 goats").
    """
    if len(text) > LONGEST_TEXT:
        return refused(Reason.TOO_LONG)
    if not text.strip():
        return refused(Reason.EMPTY)
    language = language if language in LANGUAGES else "en"
    match kind:
        case Kind.AMOUNT | Kind.NUMBER | Kind.INTEGER:
            return read_number(text, kind, language, locale, expected)
        case Kind.DURATION:
            return read_duration(text, language, locale, unit=unit)
        case Kind.AREA:
            return read_area(text, language, locale)
        case Kind.DATE:
            return read_date(text, language, locale)
        case Kind.TIME:
            return read_time(text, language, locale)
        case Kind.PHONE:
            return read_phone(text, language, locale)
        case Kind.YES_NO:
            return read_yes_no(text, language, locale)
        case Kind.CHOICE:
            return read_choice(text, options, language, locale)
