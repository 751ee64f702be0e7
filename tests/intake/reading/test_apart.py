"""Two numbers beside one another are never one; one number written with blanks is never two."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from intake.reading import Kind, LenderLocale, Status, read

LOCALE = LenderLocale(today=date(2026, 5, 14))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("8 000元", 8000), ("15 000", 15000), ("1 000 000", 1000000), ("我要借 8 000 元", 8000), ("15,000", 15000),
        ("5 万", 50000), ("一万五", 15000), ("一万一", 11000), ("一万一千", 11000),
        ("一万 五千", 15000), ("7万 5千 4百", 75400), ("5千 500", 5500),
        ("三 百", 300), ("三千五百万", 35000000), ("八千元，", 8000),
    ],
)  # fmt: skip
def test_one_number_with_blanks(text: str, value: int) -> None:
    reading = read(text, Kind.AMOUNT, language="zh", locale=LOCALE)
    assert reading.best is not None and reading.best.value == Decimal(value)


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("50 80", "zh", Kind.AMOUNT), ("八千 12只羊", "zh", Kind.AMOUNT), ("四千，两头羊", "zh", Kind.AMOUNT),
        ("五千一万", "zh", Kind.AMOUNT), ("三万 5", "zh", Kind.AMOUNT), ("12 8", "zh", Kind.INTEGER),
        ("10 12个月", "zh", Kind.DURATION), ("elfu nne na mbuzi wawili", "sw", Kind.AMOUNT),
        ("elfu nane na mbuzi kumi", "sw", Kind.AMOUNT),
    ],
)  # fmt: skip
def test_two_numbers_are_asked_about(text: str, language: str, kind: Kind) -> None:
    assert read(text, kind, language=language, locale=LOCALE).status is not Status.SURE
