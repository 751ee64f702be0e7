"""Sums as people at home write them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from intake.products.money import shown


@pytest.mark.parametrize(
    ("currency", "locale", "expected"),
    [
        ("CNY", "en", "¥5,000"),
        ("CNY", "zh_Hans_CN", "¥5,000"),
        ("KES", "sw_KE", "Ksh 5,000"),
        ("KES", "en", "KES 5,000"),
        ("TZS", "sw_KE", "TSh 5,000"),
        ("IDR", "id", "Rp 5.000"),
        ("BRL", "pt", "R$ 5.000"),
        ("BRL", "en", "R$ 5,000"),
        ("USD", "fr", "$US 5 000"),
        ("MXN", "en", "$5,000"),
        ("INR", "hi", "₹5,000"),
        ("XOF", "fr", "F CFA 5 000"),
    ],
)
def test_the_sign_of_the_currency(currency: str, locale: str, expected: str) -> None:
    assert " ".join(shown(Decimal(5000), currency, locale).split()) == expected
