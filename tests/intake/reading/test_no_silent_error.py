"""Texts that tempt a reader into one wrong sure number. A fresh pair of eyes found each of them read so."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from intake.reading import Kind, LenderLocale, Reading, Status, read

ANYONE = LenderLocale(today=date(2026, 11, 28))
AMOUNT, NUMBER, INTEGER, DURATION, AREA = Kind.AMOUNT, Kind.NUMBER, Kind.INTEGER, Kind.DURATION, Kind.AREA

ASKED = [
    # a range, or two readings of one span, is no sum of spans
    ("zh", DURATION, "三个月到六个月", {3, 6}), ("zh", DURATION, "半年到一年", {Decimal("0.5"), 1}), ("zh", DURATION, "一年、两年", {1, 2, 36}),
    ("zh", DURATION, "半年一年", {Decimal("0.5"), 1, 18}), ("en", DURATION, "6 months - 1 year", {6, 1}), ("en", DURATION, "6 months, 1 year", {6, 1, 18}),
    ("en", DURATION, "from 6 months to 1 year", {6, 1}), ("en", DURATION, "1 year 2 years", {1, 2, 36}),
    ("sw", DURATION, "miezi sita hadi mwaka mmoja", {6, 1}), ("zh", AREA, "三亩到五亩", {3, 5}), ("zh", AREA, "3亩-5亩", {3, 5}),
    ("en", AREA, "2 acres to 3 acres", {2, 3}), ("en", AREA, "2 ha (5 acres)", {2, 5}),
    ("en", DURATION, "12m", {12}), ("es", DURATION, "6m", {6}),
    # marks that group in one country and part in another
    ("es", AMOUNT, "1'500,000", {1500000, 1500}), ("es", AMOUNT, "1’500.000", {1500000, 1500}), ("es", AMOUNT, "1.500,000", {1500000, 1500}),
    ("en", INTEGER, "1.000", {1000, 1}),
    *((language, AMOUNT, "5000/6000", {5000, 6000}) for language in ("en", "zh", "hi", "sw", "es", "fr")),
    # colloquial tails: "two lakh fifty" is two and a half
    ("en", AMOUNT, "2k5", {2500, 2005}), ("es", AMOUNT, "2K5", {2500, 2005}), ("en", NUMBER, "2k5", {2500, 2005}), ("es", AMOUNT, "12 mil 5", {12500, 12005}),
    ("en", AMOUNT, "two lakh fifty", {250000, 200050}), ("en", AMOUNT, "2 lakh 50", {250000, 200050}), ("hi", AMOUNT, "दो लाख पचास", {250000, 200050}),
    ("en", AMOUNT, "1 lakh 5", {150000, 100005}), ("hi", AMOUNT, "एक लाख बीस", {120000, 100020}), ("es", AMOUNT, "un millón quinientos", {1500000, 1000500}),
    ("es", AMOUNT, "dos millones quinientos", {2500000, 2000500}), ("fr", AMOUNT, "un million cinq cents", {1500000, 1000500}),
    ("sw", AMOUNT, "laki mbili na hamsini", {250000, 200050}), ("sw", AMOUNT, "milioni moja na mia tano", {1500000, 1000500}),
    ("zh", AMOUNT, "千八百块", {1000, 1800}), ("zh", AMOUNT, "万八千", {10000, 18000}), ("zh", AMOUNT, "百八十块", {100, 180}),
    # bounds
    ("en", AMOUNT, "<5000", {5000}), ("en", AMOUNT, ">5000", {5000}), ("en", AMOUNT, "<= 5000", {5000}), ("hi", DURATION, "दो साल से कम", {2}),
    ("hi", DURATION, "एक साल से ज्यादा", {1}), ("en", DURATION, "6+ months", {6}), ("zh", DURATION, "大半年", {Decimal("0.5")}),
    # what sounds like a number, spans and sums with a stroke, a count below nothing, a yuan or so
    ("en", AMOUNT, "for thousand", {4000, 1000}), ("en", AMOUNT, "to thousand yuan", {2000, 1000}), ("en", AMOUNT, "5/6k", {5000, 6000}),
    ("en", DURATION, "6/12 months", {6, 12}), ("en", AREA, "6/12 acres", {6, 12}), ("en", DURATION, "-3 months", {3}), ("zh", AMOUNT, "一万出头", {10000}),
    ("zh", AMOUNT, "块八毛", None), ("en", AMOUNT, "5000 (six thousand)", {5000, 6000}), ("en", AMOUNT, "two thousand, three thousand", {2000, 3000}),
    ("en", NUMBER, "one hundred twenty-third", None), ("en", NUMBER, "one hundred twenty third", None),
]  # fmt: skip
READ = [
    ("es", AMOUNT, "más o menos 5000", 5000), ("es", AMOUNT, "mas o menos cinco mil", 5000), ("es", DURATION, "más o menos un año", 1),
    ("es", DURATION, "más o menos 6 meses", 6), ("es", AREA, "más o menos 2 hectáreas", 2), ("fr", AMOUNT, "ni plus ni moins 5000", 5000),
    ("en", AMOUNT, "5000, plus or minus", 5000), ("sw", DURATION, "mwaka na nusu", Decimal("1.5")), ("sw", DURATION, "mwezi na nusu", Decimal("1.5")),
    ("sw", AREA, "ekari na nusu", Decimal("1.5")), ("sw", DURATION, "mwaka na miezi sita", 18), ("en", DURATION, "1y 6m", 18), ("en", DURATION, "5y", 5),
    ("en", DURATION, "3w", 3), ("en", AREA, "100 sq ft", 100), ("hi", AREA, "500 वर्ग मीटर", 500), ("sw", AREA, "mita za mraba 500", 500),
    ("zh", AREA, "三亩七", Decimal("3.7")), ("es", AMOUNT, "cinco cientos", 500), ("en", AMOUNT, "fifteen thou", 15000), ("es", AMOUNT, "un cuarto de millón", 250000),
    ("en", AMOUNT, "a quarter of a million", 250000), ("fr", AMOUNT, "un demi-million", 500000), ("fr", AMOUNT, "un quart de million", 250000),
    ("zh", AMOUNT, "叁仟柒佰贰拾柒元捌角玖分", Decimal("3727.89")), ("zh", AMOUNT, "人民币伍佰元正", 500), ("zh", AMOUNT, "伍佰圆整", 500),
    ("en", AMOUNT, "quarter million", 250000), ("en", AMOUNT, "five thousand (5000)", 5000), ("fr", AMOUNT, "5000 (cinq mille)", 5000),
    ("en", AMOUNT, "nine thousand, five hundred yuan only", 9500), ("en", AMOUNT, "5 k yuan pls", 5000), ("en", INTEGER, "a dozen and a half", 18),
    ("sw", NUMBER, "mbili nukta tano", Decimal("2.5")), ("en", AREA, "1000 sq. meters", 1000), ("en", AREA, "500 sq m", 500), ("zh", AREA, "三畝", 3),
    ("en", DURATION, "a twelve month term", 12), ("en", DURATION, "1/2 year", Decimal("0.5")), ("en", AMOUNT, "3/4 million", 750000),
    # and what must not change: two parts of one sum, span or field
    ("en", DURATION, "1 year 6 months", 18), ("en", DURATION, "1 year, 6 months", 18), ("en", DURATION, "2 years and 3 months", 27), ("zh", DURATION, "一年零三个月", 15),
    ("sw", DURATION, "mwaka mmoja na miezi sita", 18), ("en", AMOUNT, "five thousand fifty", 5050), ("en", AMOUNT, "2 lakh 50 thousand", 250000),
    ("hi", AMOUNT, "दो लाख पचास हज़ार", 250000), ("sw", AMOUNT, "laki mbili na elfu hamsini", 250000), ("en", AMOUNT, "3/4 lakh", 75000),
    ("en", AMOUNT, "3K500", 3500), ("zh", AMOUNT, "一千三", 1300), ("es", AMOUNT, "cinco mil", 5000), ("fr", AMOUNT, "mille", 1000), ("en", NUMBER, "50/60", Decimal(5) / 6),
]  # fmt: skip
NOT_SURE = [
    *(("en", word) for word in ("hundreds", "thousands", "millions", "dozens", "lakhs")), ("es", "miles"), ("es", "millares"), ("es", "millones"), ("es", "docenas"),
    ("fr", "des milliers"), ("fr", "des centaines"), ("fr", "des millions"), ("hi", "हजारों"), ("hi", "लाखों"), ("sw", "maelfu"), ("sw", "malaki"),
    ("zh", "一千三千"), ("sw", "elfu mbli"), ("en", "1 lakh 200 thousand 5 lakh"),
]  # fmt: skip


def heard(language: str, kind: Kind, text: str) -> Reading:
    return read(text, kind, language=language, locale=ANYONE)


@pytest.mark.parametrize(("language", "kind", "text", "values"), ASKED)
def test_it_is_asked(language: str, kind: Kind, text: str, values: set[Decimal] | None) -> None:
    reading = heard(language, kind, text)
    assert reading.status is Status.AMBIGUOUS, reading
    assert values is None or {one.value for one in reading.candidates} == values, reading


@pytest.mark.parametrize(("language", "kind", "text", "value"), READ)
def test_it_is_read(language: str, kind: Kind, text: str, value: Decimal | int) -> None:
    reading = heard(language, kind, text)
    assert reading.best is not None, reading
    assert round(Decimal(str(reading.best.value)), 6) == round(Decimal(value), 6)


@pytest.mark.parametrize(("language", "text"), NOT_SURE)
def test_no_one_number_is_made_of_it(language: str, text: str) -> None:
    reading = heard(language, AMOUNT, text)
    assert reading.best is None and not (len(reading.candidates) == 1 and reading.reason == "spelling"), (
        reading
    )


def test_months_where_months_are_asked() -> None:
    reading = read("12m", Kind.DURATION, language="en", locale=ANYONE, unit="months")
    assert reading.best is not None and (reading.best.value, reading.best.unit) == (12, "months")
