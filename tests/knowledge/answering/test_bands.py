"""What holds for one sum is not said of another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.answering.bands import amount_asked, band_columns, is_for_another_amount

COLUMNS = ("Below 20,000", "20,000 to 49,999", "50,000 and more")


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("papers for a loan of 30,000?", 30_000),
        ("what documents for 60k", 60_000),
        ("借3万要带什么材料", 30_000),
        ("karatasi gani kwa mkopo wa 30000", 30_000),
        ("can i repay in 12 months", None),
        ("what changed in 2026", None),
        ("8000 or 9000", None),
    ],
)
def test_the_sum_a_question_names(question: str, amount: float | None) -> None:
    assert amount_asked(question) == amount


@given(st.integers(100, 200_000))
def test_a_sum_stands_in_one_column(amount: int) -> None:
    expected = COLUMNS[(amount >= 20_000) + (amount >= 50_000)]
    assert band_columns(COLUMNS, amount) == (expected,)


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        (("20,000元以下", "20,000至49,999元", "50,000元以上"), "20,000至49,999元"),
        (("Chini ya 20,000", "20,000 hadi 49,999", "50,000 na zaidi"), "20,000 hadi 49,999"),
    ],
)
def test_other_languages_have_bands_too(columns: tuple[str, ...], wanted: str) -> None:
    assert band_columns(columns, 30_000) == (wanted,)


def test_a_rule_for_smaller_sums_is_no_answer() -> None:
    small = "Below 20,000 yuan: identity card and household register."
    assert is_for_another_amount(small, "what papers for 30,000")
    assert not is_for_another_amount(small, "what papers for 8,000")
    assert not is_for_another_amount(small, "what papers")
    assert not is_for_another_amount(f"{small} From 20,000 also a cost list.", "what papers for 30,000")


def test_a_limit_answers_that_a_sum_is_beyond_it() -> None:
    assert not is_for_another_amount("You can borrow 500 to 20,000 yuan.", "can i borrow 30,000")
