"""Phone numbers spelled digit by digit, and with words around them."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading import Kind, LenderLocale, Reading, Reason, Status, read

CHINA, KENYA, FRANCE = (
    LenderLocale(today=date(2026, 11, 28), country=country) for country in ("CN", "KE", "FR")
)


def _read(text: str, language: str, locale: LenderLocale) -> Reading:
    return read(text, Kind.PHONE, language=language, locale=locale)


@pytest.mark.parametrize(
    ("language", "text", "locale", "number"),
    [("zh", "幺三八一二三四五六七八", CHINA, "+8613812345678"), ("zh", "一三八 一二三四 五六七八", CHINA, "+8613812345678"),
     ("sw", "sifuri saba moja mbili tatu nne tano sita saba nane", KENYA, "+254712345678"),
     ("en", "zero seven one two three four five six seven eight", KENYA, "+254712345678"), 
     ("en", "oh seven double one three four five six seven eight", KENYA, "+254711345678"),
     ("fr", "zéro six un deux trois quatre cinq six sept huit", FRANCE, "+33612345678"),
     ("zh", "13812345678微信同号", CHINA, "+8613812345678"), ("zh", "我的手机号是138 1234 5678", CHINA, "+8613812345678"),
     ("en", "my number is 0712345678", KENYA, "+254712345678"), ("en", "0712-345-678 please", KENYA, "+254712345678")],
)  # fmt: skip
def test_a_phone_in_words_or_among_them_is_read(
    language: str, text: str, locale: LenderLocale, number: str
) -> None:
    best = _read(text, language, locale).best
    assert (best.value if best else None) == number


@pytest.mark.parametrize("text", ["13812345678 (wife)", "13812345678 老婆的", "13812345678 ask for Li"])
def test_a_phone_that_may_be_somebody_else_s_is_asked(text: str) -> None:
    reading = _read(text, "zh", CHINA)
    assert (reading.reason, [c.value for c in reading.candidates]) == (Reason.OTHER_WORDS, ["+8613812345678"])


@pytest.mark.parametrize(
    ("language", "text", "locale", "number"),
    [("fr", "zéro six douze trente-quatre cinquante-six soixante-dix-huit", FRANCE, "+33612345678"),
     ("en", "oh seven twelve thirty-four five six seven eight", KENYA, "+254712345678")],
)  # fmt: skip
def test_a_phone_spelled_in_pairs_is_asked(
    language: str, text: str, locale: LenderLocale, number: str
) -> None:
    reading = _read(text, language, locale)
    assert (reading.status, [c.value for c in reading.candidates]) == (Status.AMBIGUOUS, [number])


def test_of_two_phones_neither_is_taken() -> None:
    assert _read("13812345678 or 13912345678", "en", CHINA).reason is Reason.SEVERAL


DIGITS = {
    "en": "zero one two three four five six seven eight nine",
    "sw": "sifuri moja mbili tatu nne tano sita saba nane tisa",
    "es": "cero uno dos tres cuatro cinco seis siete ocho nueve",
    "fr": "zéro un deux trois quatre cinq six sept huit neuf",
    "hi": "शून्य एक दो तीन चार पांच छह सात आठ नौ",
    "zh": "零 一 二 三 四 五 六 七 八 九",
}


@given(st.integers(10**7, 10**8 - 1), st.sampled_from(sorted(DIGITS)))
def test_a_phone_spelled_digit_by_digit_is_that_in_figures(number: int, language: str) -> None:
    figures = f"07{number}"
    words = DIGITS[language].split()
    assert _read(" ".join(words[int(digit)] for digit in figures), language, KENYA) == _read(
        figures, language, KENYA
    )


def test_words_without_a_number_are_no_phone() -> None:
    for text in ("call me", "seven", "zero seven", "幺三八"):
        assert _read(text, "zh" if text == "幺三八" else "en", CHINA).status is Status.REFUSED
