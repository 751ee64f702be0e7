"""The lender's calendar, units and currency as the reader of typed values wants them."""

from __future__ import annotations

from datetime import date

from intake.lender import Lender
from intake.reading import Kind, LenderLocale, Season, read


def lender_locale(lender: Lender, today: date) -> LenderLocale:
    """How this lender's people write amounts, areas and days, as of `today`."""
    return LenderLocale(
        today=today,
        currency=lender.currency,
        decimal_separator=lender.decimal_separator,
        area_unit=lender.area_unit,
        units=lender.units,
        country=lender.country,
        seasons=tuple(Season(one.season_id, one.names, one.starts, one.ends) for one in lender.seasons),
        languages=lender.languages,
    )


def read_days(text: str, language: str, locale: LenderLocale) -> list[date]:
    """The days a text may mean: one if it is clear, several to ask about, none if it is no day."""
    found = read(text, Kind.DATE, language=language, locale=locale).candidates
    return [date.fromisoformat(str(one.value)) for one in found]
