"""A lender in China, and one about whom nothing is known."""

from __future__ import annotations

from datetime import date

from intake.reading import LenderLocale, Season

TODAY = date(2026, 3, 2)
LENDER = LenderLocale(
    today=TODAY,
    currency="CNY",
    decimal_separator=".",
    area_unit="mu",
    country="CN",
    languages=("en", "zh", "sw"),
    seasons=(
        Season("autumn", {"en": ("harvest",), "zh": ("秋收",), "sw": ("mavuno",)}, "09-15", "10-31"),
        Season("market", {"en": ("new year market",), "zh": ("年集",)}, "01-15", "02-15"),
    ),
)
ANYONE = LenderLocale(today=TODAY)
