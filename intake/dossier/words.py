"""Figures, dates and people's own words made ready for paper."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime, tzinfo
from decimal import Decimal

from intake.products.money import shown

LONGEST_TEXT = 4000  # a Telegram message; more is cut with an ellipsis
LONGEST_WORD = 30  # longer runs get invisible break points, or they would run off the page
_KEPT = {"\n", "\t", "\u200c", "\u200d"}  # the joiners belong to the spelling of Hindi
_ZERO_WIDTH_SPACE = "\u200b"


def clean(text: str) -> str:
    """A person's words, harmless on paper: no control characters, nothing that reorders or hides what follows."""
    whole = text.encode("utf-8", "replace").decode("utf-8")[: LONGEST_TEXT + 1]
    shown = "".join(char for char in whole if char in _KEPT or unicodedata.category(char) not in _UNSAFE)
    cut = shown if len(whole) <= LONGEST_TEXT else shown[:LONGEST_TEXT] + "…"
    return _breakable(cut.strip())


# control, format (bidi overrides, zero-width), surrogate, private use, unassigned
_UNSAFE = {"Cc", "Cf", "Cs", "Co", "Cn"}


def _breakable(text: str) -> str:
    out, run = [], 0
    for char in text:
        run = 0 if char.isspace() else run + 1
        out.append(char)
        if run and run % LONGEST_WORD == 0:
            out.append(_ZERO_WIDTH_SPACE)
    return "".join(out)


class Locale:
    """Money, numbers and dates in one language, by Babel."""

    def __init__(self, language: str, currency: str, zone: tzinfo) -> None:
        from babel import Locale as BabelLocale
        from babel import UnknownLocaleError

        try:
            self._locale = BabelLocale.parse(language.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            self._locale = BabelLocale("en")
        self._currency = currency
        self._zone = zone
        self.language = self._locale.language

    def money(self, amount: Decimal) -> str:
        """With the currency's sign or code."""
        return shown(amount, self._currency, self._locale)

    def figure(self, amount: Decimal) -> str:
        """An amount without the sign, for the columns of a table."""
        from babel.numbers import format_currency

        return format_currency(amount, self._currency, "#,##0.00", locale=self._locale).strip()

    def percent(self, value: Decimal) -> str:
        """From per cent: 12.5 -> 12.5%."""
        from babel.numbers import format_decimal

        return format_decimal(value, "#,##0.##", locale=self._locale, decimal_quantization=False) + "%"

    def day(self, day: date) -> str:
        from babel.dates import format_date

        return format_date(day, "medium", locale=self._locale)

    def moment(self, at: datetime) -> str:
        """Day and minute in the lender's time zone."""
        from babel.dates import format_time

        local = at.astimezone(self._zone)
        return f"{self.day(local.date())}, {format_time(local.time(), 'short', locale=self._locale)}"

    def month(self, day: date) -> str:
        """Short: "Mar", "3月"."""
        from babel.dates import format_date

        return format_date(day, "LLL", locale=self._locale)
