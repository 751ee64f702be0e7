"""Spans of time, areas of land and days as people type them."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading import LANGUAGES, Kind, LenderLocale, Reason, Season, Status, read
from tests.intake.reading.lender import ANYONE, LENDER


@pytest.mark.parametrize(
    ("language", "text", "months"),
    [("en", "10 months", 10), ("en", "a year and a half", 18), ("en", "1 year 2 months", 14), ("zh", "一年半", 18), ("zh", "一个半月", "1.5"),
     ("zh", "半年", 6), ("sw", "miezi kumi na miwili", 12), ("sw", "mwaka mmoja na nusu", 18), ("hi", "डेढ़ साल", 18), ("es", "año y medio", 18),
     ("fr", "un an et demi", 18), ("en", "18", 18)],
)  # fmt: skip
def test_a_duration_is_read(language: str, text: str, months: int | str) -> None:
    best = read(text, Kind.DURATION, language=language, locale=LENDER, unit="month").best
    assert best and best.facts["months"] == Decimal(months)


@pytest.mark.parametrize(
    ("language", "text", "mu"),
    [("en", "half an acre", "3.0351"), ("en", "2 mu", 2), ("en", "2", 2), ("zh", "两亩半", "2.5"), ("zh", "一亩三分", "1.3"), ("sw", "nusu ekari", "3.0351")],
)  # fmt: skip
def test_an_area_is_read(language: str, text: str, mu: int | str) -> None:
    best = read(text, Kind.AREA, language=language, locale=LENDER).best
    assert best and abs(Decimal(str(best.facts["in_lender_unit"])) - Decimal(mu)) < Decimal("0.001")


@pytest.mark.parametrize(
    ("text", "months"),
    [("2 years 6 months", 30), ("miaka 2 miezi 6", 30), ("mwaka mmoja na miezi sita", 18), ("3 miezi", 3), ("ndani ya miezi mitatu", 3)],
)  # fmt: skip
def test_in_swahili_each_number_counts_its_own_unit_in_front_or_behind(text: str, months: int) -> None:
    reading = read(text, Kind.DURATION, language="sw", locale=LENDER)
    assert reading.best is not None, reading
    assert reading.best.facts["months"] == months


@pytest.mark.parametrize("text", ["0月底", "0月5号", "2026年0月5日", "00月初", "13月底", "2026年2月30日"])
def test_a_month_or_day_that_is_none_is_no_date(text: str) -> None:
    assert not read(text, Kind.DATE, language="zh", locale=LENDER).candidates


@given(st.integers(1, 9), st.integers(1, 11), st.sampled_from(LANGUAGES))
def test_years_and_months_in_english_are_the_same_span_in_every_language(
    years: int, months: int, language: str
) -> None:
    reading = read(f"{years} years {months} months", Kind.DURATION, language=language, locale=LENDER)
    assert reading.best is not None and reading.best.facts["months"] == 12 * years + months


def test_words_around_a_span_that_no_language_knows_are_asked_about() -> None:
    reading = read("I'll leave for 2 days 1 month", Kind.DURATION, language="en", locale=LENDER)
    assert reading.status is Status.AMBIGUOUS
    assert [candidate.value for candidate in reading.candidates] == [32, 2, 1]


def test_a_bare_measure_without_a_unit_is_asked() -> None:
    assert read("10", Kind.DURATION, language="en", locale=ANYONE).reason is Reason.UNIT_MISSING
    assert read("10", Kind.AREA, language="en", locale=ANYONE).reason is Reason.UNIT_MISSING
    assert read("2 बीघा", Kind.AREA, language="hi", locale=LENDER).reason is Reason.NO_SUCH_UNIT


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [("en", "next March", "2027-03-01"), ("en", "after harvest", "2026-11-01"), ("zh", "秋收以后", "2026-11-01"), ("sw", "baada ya mavuno", "2026-11-01"),
     ("en", "after the new year market", "2027-02-16"), ("en", "before harvest", "2026-09-14"), ("en", "2026-04-05", "2026-04-05"), ("sw", "pili Machi", "2026-03-02"),
     ("en", "in 3 weeks", "2026-03-23"), ("en", "2 years 1 month 21 days ago", "2024-01-12"), ("sw", "baada ya miezi mitatu", "2026-06-02"), ("zh", "明年三月", "2027-03-01"), ("zh", "下个月5号", "2026-04-05"),
     ("es", "10/11/2026", "2026-11-10"), ("fr", "dans trois mois", "2026-06-02"), ("hi", "तीन महीने बाद", "2026-06-02"),
     ("en", "5 May 2027", "2027-05-05"), ("es", "marzo que viene", "2027-03-01"), ("en", "I can pay it back after the next harvest", "2026-11-01"),
     ("en", "once the harvest is over", "2026-11-01"), ("zh", "等秋收完了再还", "2026-11-01"), ("sw", "nitalipa baada ya mavuno mwakani", "2027-11-01"),
     ("es", "antes de la Navidad del próximo año", "2027-12-24"), ("hi", "अगले साल क्रिसमस पर", "2027-12-25")],
)  # fmt: skip
def test_a_date_is_read(language: str, text: str, day: str) -> None:
    reading = read(text, Kind.DATE, language=language, locale=LENDER)
    assert reading.best and reading.best.value == day


@pytest.mark.parametrize(
    ("language", "text", "day"),
    [("en", "end of december", "2026-12-31"), ("en", "mid january", "2027-01-15"), ("en", "by the end of the month", "2026-03-31"),
     ("en", "early april", "2026-04-05"), ("zh", "月底", "2026-03-31"), ("zh", "明年二月底", "2027-02-28"), ("zh", "下月中旬", "2026-04-15"),
     ("sw", "mwisho wa desemba", "2026-12-31"), ("sw", "katikati ya januari", "2027-01-15"), ("es", "a finales de enero", "2027-01-31"),
     ("fr", "mi-juin", "2026-06-15"), ("fr", "fin janvier", "2027-01-31"), ("hi", "जनवरी के अंत में", "2027-01-31")],
)  # fmt: skip
def test_a_part_of_a_month_is_read(language: str, text: str, day: str) -> None:
    reading = read(text, Kind.DATE, language=language, locale=LENDER)
    assert reading.best and reading.best.value == day


@pytest.mark.parametrize(
    ("today", "language", "text", "day"),
    [(date(2026, 3, 20), "zh", "月初", "2026-04-05"), (date(2026, 3, 20), "en", "beginning of the month", "2026-04-05"),
     (date(2026, 12, 20), "sw", "mwanzo wa mwezi", "2027-01-05"), (date(2028, 3, 1), "zh", "二月底", "2029-02-28"),
     (date(2027, 3, 5), "zh", "二月底", "2028-02-29"), (date(2028, 2, 29), "zh", "月底", "2028-02-29")],
)  # fmt: skip
def test_a_part_of_a_month_is_the_coming_one(today: date, language: str, text: str, day: str) -> None:
    reading = read(text, Kind.DATE, language=language, locale=LenderLocale(today=today))
    assert reading.best and reading.best.value == day


LUNAR = [
    ("腊月二十", ["2027-01-27"]), ("农历12月20", ["2027-01-27"]), ("正月十五", ["2026-03-03"]), ("大年三十", ["2027-02-05"]),
    ("腊月三十", ["2027-02-05"]), ("明年正月十五", ["2027-02-20"]), ("闰五月初一", ["2028-06-23"]), ("腊月廿三", ["2027-01-30"]),
    ("中秋节", ["2026-09-25"]), ("过了中秋", ["2026-09-26"]), ("春节前", ["2027-02-05"]), ("等过了年", ["2026-03-04", "2027-02-13"]),
    ("小年", ["2027-01-30", "2027-01-31"]), ("三月三", ["2026-04-19", "2026-03-03"]), ("三月十五", ["2026-03-15", "2026-05-01"]),
    ("初五", ["2026-03-23"]), ("年底", ["2026-12-31", "2027-02-05"]), ("农历2015年十月初一", ["2015-11-12"]),
]  # fmt: skip
MARCH = LenderLocale(today=date(2026, 3, 2))


@pytest.mark.parametrize(("text", "days"), LUNAR)
def test_a_lunar_day_is_asked_back_in_our_calendar(text: str, days: list[str]) -> None:
    reading = read(text, Kind.DATE, language="zh", locale=MARCH)
    assert (reading.status, reading.reason) == (Status.AMBIGUOUS, Reason.LUNAR)
    assert [candidate.value for candidate in reading.candidates] == days


@pytest.mark.parametrize(
    ("text", "day"),
    [("3月15日", "2026-03-15"), ("三月十五号", "2026-03-15"), ("2027年三月三", "2027-03-03"), ("一月二十三", "2027-01-23"),
     ("清明", "2026-04-05"), ("冬至前", "2026-12-21"), ("国庆节后", "2026-10-02"), ("五一", "2026-05-01")],
)  # fmt: skip
def test_a_day_of_our_calendar_is_taken(text: str, day: str) -> None:
    reading = read(text, Kind.DATE, language="zh", locale=MARCH)
    assert reading.best is not None and reading.best.value == day


def test_between_the_two_new_years_next_year_may_be_either() -> None:
    january = LenderLocale(today=date(2027, 1, 20))  # the lunar year is still 2026
    reading = read("明年正月十五", Kind.DATE, language="zh", locale=january)
    assert [candidate.value for candidate in reading.candidates] == ["2027-02-20", "2028-02-09"]


def test_a_lender_s_season_called_after_a_festival_goes_first() -> None:
    season = Season("new_year", {"zh": ("春节",)}, "01-15", "02-15")
    locale = LenderLocale(today=date(2026, 3, 2), seasons=(season,))
    reading = read("春节后", Kind.DATE, language="zh", locale=locale)
    assert reading.best is not None and reading.best.value == "2027-02-16"


@pytest.mark.parametrize(
    ("language", "text", "reason"),
    [("en", "03/04/2026", Reason.DAY_MONTH), ("en", "March", Reason.WHICH_YEAR), ("en", "next May", Reason.WHICH_YEAR),
     ("en", "31 February", Reason.NO_SUCH_DATE), ("zh", "正月初一", Reason.LUNAR), ("en", "when I sell the goats", Reason.NOT_UNDERSTOOD),
     ("en", "10 May, after harvest", Reason.OTHER_WORDS), ("en", "1 June, before the harvest", Reason.OTHER_WORDS), ("zh", "5月10号，秋收后", Reason.OTHER_WORDS),
     ("sw", "tarehe 10 Mei, baada ya mavuno", Reason.OTHER_WORDS), ("en", "I can't pay before 10 May, my harvest is late", Reason.OTHER_WORDS),
     ("en", "my harvest is late", Reason.OTHER_WORDS), ("zh", "秋收不好", Reason.OTHER_WORDS), ("zh", "秋收后两周", Reason.OTHER_WORDS)],
)  # fmt: skip
def test_a_doubtful_date_is_not_taken(language: str, text: str, reason: Reason) -> None:
    reading = read(text, Kind.DATE, language=language, locale=LENDER)
    assert not reading.sure and reading.reason is reason
