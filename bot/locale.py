"""The lender's calendar, units and currency as the reader of typed values wants them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from intake.lender import Lender
from intake.reading import Kind, LenderLocale, Reason, Season, read


def lender_locale(lender: Lender, today: date) -> LenderLocale:
    """How this lender's people write amounts, areas and days, as of `today`."""
    return LenderLocale(
        today=today,
        currency=lender.currency,
        decimal_separator=lender.decimal_separator,
        area_unit=lender.area_unit,
        date_order=lender.date_order,
        units=lender.units,
        country=lender.country,
        seasons=tuple(Season(one.season_id, one.names, one.starts, one.ends) for one in lender.seasons),
        languages=lender.languages,
    )


@dataclass(frozen=True, slots=True)
class Days:
    """What a text means as a day: the `clear` one, or all it `may` mean, to ask about; none if it is no day.

    `no_such`: it is written as a day that the calendar does not have.
    """

    clear: date | None
    may: list[date]
    no_such: bool = False


def read_days(text: str, language: str, locale: LenderLocale) -> Days:
    """A day is clear if it was named itself: "March", "before 5 March" are asked."""
    reading = read(text, Kind.DATE, language=language, locale=locale)
    days = [date.fromisoformat(str(one.value)) for one in reading.candidates]
    return Days(
        days[0] if reading.best and reading.best.unit == "day" else None,
        days,
        reading.reason is Reason.NO_SUCH_DATE,
    )
