"""Money: an exact amount in a currency."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any


@cache
def minor_unit(currency: str) -> Decimal:
    """The smallest amount of the currency (ISO 4217 digits as CLDR gives them): 0.01 CNY, 1 JPY."""
    from babel.numbers import get_currency_precision

    return Decimal(1).scaleb(-get_currency_precision(currency))


def payable(amount: Decimal, currency: str) -> Decimal:
    """The amount in whole smallest coins, as it is shown; nobody pays a tenth of a cent."""
    coin = minor_unit(currency)
    finer = int(amount.as_tuple().exponent) < int(coin.as_tuple().exponent)
    return amount.quantize(coin) if finer else amount


@dataclass(frozen=True)
class Money:
    """An amount in one currency; two currencies never meet in a sum."""

    amount: Decimal
    currency: str

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other), self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other), self.currency)

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other)

    def __le__(self, other: Money) -> bool:
        return self.amount <= self._same(other)

    def __str__(self) -> str:
        return f"{self.amount:f} {self.currency}"

    def _same(self, other: Money) -> Decimal:
        if other.currency != self.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")
        return other.amount


def shown(amount: Decimal, currency: str, locale: Any) -> str:
    """An amount as people at home write it: "¥", not "CN¥"; whole sums without empty decimals.

    `locale` is a Babel locale or its name. Symbols with letters ("Ksh", "R$") stay whole, with a blank behind.
    """
    from babel.numbers import format_decimal, get_currency_symbol

    whole = amount == amount.to_integral_value()
    unit = Decimal(1) if whole else minor_unit(currency)
    pattern = "#,##0" + ("" if unit == 1 else "." + "0" * -int(unit.as_tuple().exponent))
    sign = _sign(get_currency_symbol(currency, locale=locale))
    figures = format_decimal(abs(amount).quantize(unit), format=pattern, locale=locale)
    return f"{'-' if amount < 0 else ''}{sign}{figures}"


def _sign(symbol: str) -> str:
    """The symbol as it stands before the figures; of a country's letters before a sign, "CN¥", the sign alone."""
    symbol = " ".join(symbol.split())
    letters = symbol[:-1]
    if (
        len(letters) == 2
        and letters.isascii()
        and letters.isupper()
        and unicodedata.category(symbol[-1]) == "Sc"
    ):
        return symbol[-1]
    return f"{symbol} " if any(char.isalpha() for char in symbol) else symbol
