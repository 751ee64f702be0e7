"""Reference numbers survive phones and bad lines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.applications import make_reference, read_reference, without_references
from intake.applications.reference import check_digit


def test_the_published_example_of_damm() -> None:
    assert check_digit("572") == 4


@given(st.integers(2000, 2999), st.integers(1, 999_999))
def test_a_reference_reads_back(year: int, number: int) -> None:
    reference = make_reference("TR", year, number)
    assert read_reference(reference, "TR") == reference
    assert read_reference(reference.replace("-", "").lower(), "TR") == reference
    assert read_reference(reference.removeprefix("TR-"), "TR") == reference


@given(st.integers(1, 99_999), st.integers(0, 9), st.integers(0, 9))
def test_one_wrong_digit_is_caught(number: int, place: int, digit: int) -> None:
    reference = make_reference("TR", 2026, number)
    digits = [index for index, char in enumerate(reference) if char.isdigit()]
    spot = digits[place % len(digits)]
    wrong = reference[:spot] + str(digit) + reference[spot + 1 :]
    assert wrong == reference or read_reference(wrong, "TR") is None


def test_another_lender_and_nonsense() -> None:
    assert read_reference(make_reference("XX", 2026, 1), "TR") is None
    assert read_reference("hello", "TR") is None
    assert read_reference("", "TR") is None


@pytest.mark.parametrize("prefix", ["4V", "2", "365D"])
def test_a_lender_s_initials_may_be_figures(prefix: str) -> None:
    for number in (1, 123456):
        reference = make_reference(prefix, 2026, number)
        for typed in (reference, reference.replace("-", " ").lower(), reference.removeprefix(f"{prefix}-")):
            assert read_reference(typed, prefix) == reference


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("5000 for TR-2026-00003-8", "5000 for"),
        ("tr 2026 00003 8: 5000", ": 5000"),
        ("TR2026000038", ""),
        ("2026-00003-7 5000", "5000"),
        ("5000到TR-2026-00003-8", "5000到"),
        ("12,000", "12,000"),
        ("8000 by 2026-03-15", "8000 by 2026-03-15"),
        ("13800138000", "13800138000"),
    ],
)
def test_what_stands_beside_a_reference(text: str, rest: str) -> None:
    assert without_references(text, "TR").strip() == rest
