"""What people type is read rightly, asked about, or refused; never guessed silently."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

from datetime import date
from decimal import Decimal

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from intake.reading import LANGUAGES, Kind, LenderLocale, Option, Reason, Status, read
from tests.intake.reading.lender import ANYONE, LENDER, TODAY

AMOUNTS = [
    ("en", "5k", 5000), ("en", "five thousand", 5000), ("en", "1,00,000", 100000), ("en", "8000 yuan please", 8000),
    ("en", "I want 8000", 8000), ("en", "about 5000", 5000), ("en", "half a million", 500000), ("en", "8,000/-", 8000),
    ("en", "two and a half thousand", 2500), ("en", "none", 0), ("en", "5 000", 5000), ("en", "1,234,567.5", "1234567.5"),
    ("hi", "1.5 lakh", 150000), ("hi", "ढाई हज़ार", 2500), ("hi", "डेढ़ लाख", 150000), ("hi", "साढ़े तीन हजार", 3500),
    ("hi", "पौने दो लाख", 175000), ("hi", "२०,०००", 20000), ("hi", "paanch hazaar", 5000), ("hi", "सवा दो लाख", 225000),
    ("sw", "laki moja", 100000), ("sw", "elfu tano", 5000), ("sw", "elfu tano na mia tatu", 5300), ("sw", "elfu 8", 8000),
    ("sw", "8 elfu", 8000), ("sw", "milioni moja na nusu", 1500000), ("sw", "elfu kumi na tano", 15000),
    ("es", "1,5 mil", 1500), ("es", "mil y medio", 1500), ("es", "dos mil quinientos", 2500), ("es", "unos 5000", 5000),
    ("fr", "deux cent mille", 200000), ("fr", "mille cinq cents", 1500), ("fr", "quatre-vingt-dix mille", 90000),
    ("zh", "三千五", 3500), ("zh", "1万5", 15000), ("zh", "八千块", 8000), ("zh", "1.5w", 15000), ("zh", "我想借八千", 8000),
    ("zh", "两百零六万", 2060000), ("zh", "三块五", "3.5"), ("zh", "１０００", 1000), ("zh", "没有", 0), ("zh", "five thousand", 5000),
    ("en", "五千", 5000), ("en", "elfu tano", 5000),
    ("zh", "三块零四", "3.04"), ("zh", "两毛五", "0.25"), ("zh", "五分钱", "0.05"), ("zh", "五元六角五分", "5.65"),
    ("zh", "三块四毛", "3.4"), ("zh", "人民幣3.14", "3.14"), ("zh", "一个半", "1.5"), ("zh", "三百个", 300),
    ("en", "two hundred dozens", 2400), ("en", "a pair", 2), ("en", "30 lkh", 3000000), ("en", "exactly 500", 500),
    ("en", "1 point 05", "1.05"), ("en", "two point twenty five million", 2250000), ("en", "50 mao", 5),
    ("es", "diez y seis", 16), ("es", "doce coma noventa y nueve", "12.99"), ("fr", "deux virgule vingt-cinq", "2.25"),
    ("hi", "छह सौ दशमलव पचहत्तर", "600.75"), ("en", "1/2 million", 500000), ("en", "one and half million", 1500000),
    ("en", "two and half lakh", 250000), ("sw", "10,000/=", 10000), ("en", "5000/- only", 5000), ("sw", "elf tano", 5000),
]  # fmt: skip
LENDERS = [
    ("en", "INR", "20 rupees and 50 paise", "20.5"), ("hi", "INR", "छह सौ पच्चीस रुपये दो पैसे", "625.02"),
    ("en", "USD", "$20 and 43 cents", "20.43"), ("es", "USD", "setenta y cinco dólares con sesenta y tres", "75.63"),
    ("en", "USD", "seventy five dollars sixty three", "75.63"), ("en", "MYR", "42 ringgit", 42),
    ("es", "GTQ", "cien quetzales", 100), ("sw", "KES", "shilingi mia tano", 500), ("fr", "XOF", "500 000 F", 500000), ("es", "GTQ", "Q 5,000.00", 5000), ("en", "SAR", "ten riyals", 10),
]  # fmt: skip
ASKED = [
    ("es", "1.500", Reason.SEPARATOR, {1500, Decimal("1.5")}),
    ("en", "1.500", Reason.SEPARATOR, {1500, Decimal("1.5")}),
    ("en", "1,5", Reason.SEPARATOR, {Decimal("1.5"), 15}),
    ("en", "5 to 6 thousand", Reason.RANGE, {5000, 6000}),
    ("en", "5-6k", Reason.RANGE, {5000, 6000}),
    ("zh", "五六千", Reason.RANGE, {5000, 6000}),
    ("zh", "五千到六千", Reason.RANGE, {5000, 6000}),
    ("zh", "十几万", Reason.VAGUE, {100000}),
    ("en", "eighty thousnd", Reason.SPELLING, {80000}),
    ("en", "12 goats", Reason.OTHER_WORDS, {12}),
    ("en", "$500", Reason.OTHER_CURRENCY, {500}),
    ("en", "twelve fifty", Reason.SEVERAL, {1250, Decimal("12.5")}),
    ("en", "one fifty", Reason.SEVERAL, {150, Decimal("1.5")}),
    ("en", "five five nine two", Reason.SEVERAL, {5592}),
    ("fr", "mille cinq", Reason.SEVERAL, {1500, 1005}),
    ("en", "five thousand five", Reason.SEVERAL, {5500, 5005}),
    ("sw", "mia tano hamsini", Reason.SEVERAL, {550}),
    ("zh", "五百一只", Reason.OTHER_WORDS, {500}),
    ("zh", "五十千", Reason.SPELLING, {50000}),
    ("zh", "2-3万", Reason.RANGE, {20000, 30000}),
    ("hi", "2-3 लाख", Reason.RANGE, {200000, 300000}),
    ("hi", "बीस तीस हजार", Reason.RANGE, {20000, 30000}),
    ("es", "entre 5 y 6 mil", Reason.RANGE, {5000, 6000}),
    ("fr", "entre 5 et 6 mille", Reason.RANGE, {5000, 6000}),
    ("en", "between 5 and 6 thousand", Reason.RANGE, {5000, 6000}),
    ("en", "at least 500", Reason.VAGUE, {500}),
    ("es", "al menos 500", Reason.VAGUE, {500}),
    ("es", "por lo menos 500", Reason.VAGUE, {500}),
    ("fr", "au moins 500", Reason.VAGUE, {500}),
    ("fr", "plus que 500", Reason.VAGUE, {500}),
    ("zh", "个九", Reason.OTHER_WORDS, {9}),
    ("sw", "angalau 500", Reason.VAGUE, {500}),
    ("zh", "至少五百", Reason.OTHER_WORDS, {500}),
]


@pytest.mark.parametrize(("language", "text", "value"), AMOUNTS)
def test_an_amount_is_read(language: str, text: str, value: int | str) -> None:
    reading = read(text, Kind.AMOUNT, language=language, locale=LENDER)
    assert reading.best is not None, reading
    assert (reading.best.value, reading.best.unit) == (Decimal(value), "CNY")


@pytest.mark.parametrize(("language", "currency", "text", "value"), LENDERS)
def test_a_lender_s_own_money_is_known_by_its_short_name_and_its_parts(
    language: str, currency: str, text: str, value: int | str
) -> None:
    locale = LenderLocale(today=LENDER.today, currency=currency)
    reading = read(text, Kind.AMOUNT, language=language, locale=locale)
    assert reading.best is not None, reading
    assert (reading.best.value, reading.best.unit) == (Decimal(value), currency)


def test_a_range_between_two_signs_of_money_is_no_sum_with_cents() -> None:
    reading = read("about $10-$20", Kind.AMOUNT, language="en", locale=LenderLocale(today=LENDER.today))
    assert reading.best is None and {one.value for one in reading.candidates} == {10, 20}


@pytest.mark.parametrize(("language", "text", "reason", "values"), ASKED)
def test_a_doubtful_amount_is_asked(language: str, text: str, reason: Reason, values: set[Decimal]) -> None:
    reading = read(text, Kind.AMOUNT, language=language, locale=LENDER)
    assert (reading.status, reading.reason) == (Status.AMBIGUOUS, reason)
    assert {candidate.value for candidate in reading.candidates} == values


@pytest.mark.parametrize(
    ("text", "reason"),
    [("", Reason.EMPTY), ("abc", Reason.NOT_UNDERSTOOD), ("5%", Reason.PERCENT), ("9" * 500, Reason.TOO_LONG), ("a few thousand", Reason.VAGUE)],
)  # fmt: skip
def test_what_is_no_amount_is_refused(text: str, reason: Reason) -> None:
    reading = read(text, Kind.AMOUNT, language="en", locale=LENDER)
    assert (reading.status, reading.reason, reading.candidates) == (Status.REFUSED, reason, ())


KENYA = LenderLocale(today=date(2026, 3, 2), currency="KES", country="KE", languages=("en", "sw"))
CHINA = LenderLocale(today=date(2026, 3, 2), currency="CNY", country="CN", languages=("zh", "en"))


@pytest.mark.parametrize(
    "text",
    ["0712345678", "0712 345 678", "(0712) 345-678", "+254 712 345 678", "00254712345678", "my number is 0712345678",
     "KES 0712345678", "٠٧١٢٣٤٥٦٧٨"],
)  # fmt: skip
def test_a_phone_number_is_no_sum(text: str) -> None:
    reading = read(text, Kind.AMOUNT, language="en", locale=KENYA)
    assert (reading.status, reading.reason) == (Status.REFUSED, Reason.LIKE_A_PHONE)


@pytest.mark.parametrize(
    ("text", "locale", "reason", "values"),
    [
        ("13812345678", CHINA, Reason.LIKE_A_PHONE, [13812345678]),
        ("712345678", KENYA, Reason.LIKE_A_PHONE, [712345678]),
        ("254712345678", KENYA, Reason.LIKE_A_PHONE, [254712345678]),
        ("13812345678", KENYA, Reason.LIKE_A_PHONE, [13812345678]),
        ("0500", KENYA, Reason.LEADING_ZERO, [500]),
        ("08000", CHINA, Reason.LEADING_ZERO, [8000]),
        ("I need 8000, call 0712345678", KENYA, Reason.OTHER_WORDS, [8000]),
    ],
)
def test_what_may_be_a_phone_or_a_slip_is_asked(
    text: str, locale: LenderLocale, reason: Reason, values: list[int]
) -> None:
    reading = read(text, Kind.AMOUNT, language="en", locale=locale)
    assert reading.reason == reason
    assert [candidate.value for candidate in reading.candidates] == values


@pytest.mark.parametrize(
    ("text", "value"),
    [("712345000", 712345000), ("712345678 shillings", 712345678), ("0", 0), ("0.5", Decimal("0.5")), ("12 000 000", 12000000),
     ("1234567", 1234567)],
)  # fmt: skip
def test_a_large_round_or_named_sum_stays_a_sum(text: str, value: Decimal) -> None:
    reading = read(text, Kind.AMOUNT, language="en", locale=KENYA)
    assert reading.best is not None and reading.best.value == value


@given(st.integers(10**8, 10**9 - 1))
def test_no_kenyan_mobile_number_is_taken_for_a_sum(number: int) -> None:
    phone = phonenumbers.parse(str(number), "KE")
    if phonenumbers.number_type(phone) is phonenumbers.PhoneNumberType.MOBILE or number // 10**8 == 7:
        assert read(f"0{number}", Kind.AMOUNT, language="sw", locale=KENYA).status is Status.REFUSED


def test_the_lenders_separator_decides_where_it_can() -> None:
    comma = LenderLocale(today=TODAY, decimal_separator=",")
    assert [c.value for c in read("1.500", Kind.AMOUNT, language="es", locale=comma).candidates] == [1500]
    assert read("1,500", Kind.AMOUNT, language="en", locale=LENDER).sure
    assert not read("1,500", Kind.AMOUNT, language="es", locale=comma).sure


def test_a_share_named_like_a_place_in_a_row_is_asked() -> None:
    shares = {
        text: read(text, Kind.NUMBER, language="en", locale=LENDER)
        for text in ("two millionth", "100 millionths")
    }
    assert {reading.status for reading in shares.values()} == {Status.AMBIGUOUS}
    plain = read("two millionths", Kind.NUMBER, language="en", locale=LENDER)
    assert plain.best is not None and plain.best.value == Decimal("0.000002")


def test_a_line_before_a_figure_is_no_sign() -> None:
    assert [
        read(text, Kind.AMOUNT, language="en", locale=LENDER).candidates[0].value
        for text in ("-- 5000", "- 5000")
    ] == [5000, -5000]


@pytest.mark.parametrize(
    ("currency", "text", "offered"),
    [("CNY", "19999.999", "20000"), ("CNY", "8000.555", "8000.56"), ("UGX", "8000.50", "8000"), ("CNY", "a third of a million", "333333.33")],
)  # fmt: skip
def test_a_sum_finer_than_the_money_there_is_is_asked(currency: str, text: str, offered: str) -> None:
    reading = read(text, Kind.AMOUNT, language="en", locale=LenderLocale(today=TODAY, currency=currency))
    assert [(c.value, c.echo) for c in reading.candidates] == [(Decimal(offered), f"{offered} {currency}")]
    assert not reading.sure


def test_currency_is_reported() -> None:
    for text, unit in (
        ("usd$ 15", "USD"),
        ("115USD", "USD"),
        ("nzd$15", "NZD"),
        ("15 euros", "EUR"),
        ("15 rupees", "rupee"),
    ):
        best = read(text, Kind.AMOUNT, language="en", locale=ANYONE).best
        assert best and (best.value, best.unit) == (15 if "115" not in text else 115, unit)


def test_a_counted_word_may_stand_beside_a_number() -> None:
    reading = read("12 goats", Kind.INTEGER, language="en", locale=LENDER, expected=("goats", "goat"))
    assert reading.best and reading.best.value == 12
    assert read("1.5", Kind.INTEGER, language="en", locale=LENDER).reason is Reason.NOT_WHOLE


@pytest.mark.parametrize(
    ("language", "text", "answer"),
    [("en", "yess", True), ("en", "no", False), ("zh", "没有", False), ("zh", "好的", True), ("sw", "ndiyo", True), ("sw", "hapana", False), ("hi", "जी हाँ", True),
     ("es", "sí", True), ("fr", "d'accord", True), ("en", "of course", True)],
)  # fmt: skip
def test_yes_and_no(language: str, text: str, answer: bool) -> None:
    best = read(text, Kind.YES_NO, language=language, locale=LENDER).best
    assert best and best.value is answer


def test_a_phone_becomes_international() -> None:
    best = read("138 1234 5678", Kind.PHONE, language="en", locale=LENDER).best
    assert best and best.value == "+8613812345678"
    assert read("call me", Kind.PHONE, language="en", locale=LENDER).reason is Reason.NOT_UNDERSTOOD


def test_choices_forgive_slips_but_not_too_many() -> None:
    options = [
        Option("goats", ("goats",), ("羊", "mbuzi")),
        Option("pigs", ("pigs",), ("猪",)),
        Option("cattle", ("cattle",)),
    ]

    def chosen(text: str) -> list[object]:
        return [
            c.value for c in read(text, Kind.CHOICE, language="en", locale=LENDER, options=options).candidates
        ]

    assert [chosen(text) for text in ("Goats!", "goatz", "养了羊", "12 goats")] == [["goats"]] * 4
    assert chosen("goats and pigs") == ["goats", "pigs"]
    assert chosen("dog") == []


@given(st.text(max_size=60), st.sampled_from(list(Kind)), st.sampled_from(LANGUAGES))
def test_no_text_breaks_the_reader(text: str, kind: Kind, language: str) -> None:
    reading = read(text, kind, language=language, locale=LENDER, options=[Option("a", ("apple",))])
    assert (reading.status is Status.REFUSED) == (not reading.candidates)
    assert reading.status is not Status.SURE or len(reading.candidates) == 1


SAID = {
    "en": "0 1 12 31 99 1/2 0/0 1/0 k hundred dozen lakh month years fortnight quarter decade week half a quarter march "
    "0th 30th 9999 13812345678 can't december friday minus end of monday next last from to and or in harvest acre - / . : pm two twenty",
    "zh": "0 1 12 31 99 零 一 十 百 万 半 月 日 号 年 个月 底 初 中旬 季度 明年 下个月 到 还有 和 、 亩 分 元 块 春节 农历 闰 多 点 星期",
    "sw": "0 1 31 99 elfu laki nusu robo mwezi miezi mwaka ujao kesho baada ya mavuno machi hadi na wiki mwisho saa ekari",
    "hi": "0 1 31 99 ० १२ लाख हज़ार ढाई सवा पौने साढ़े महीना साल अगले मार्च तारीख सोमवार कल बजे एकड़ तक से",
    "es": "0 1 31 99 mil medio media mes años próximo marzo de lunes hasta fin quincena trimestre hectárea y cien",
    "fr": "0 1 31 99 mille demi quatre-vingt cent mois an prochain mars du lundi fin quinzaine trimestre hectare et",
}


@given(st.data(), st.sampled_from(list(Kind)), st.sampled_from(sorted(SAID)), st.sampled_from(["", " "]))
def test_no_heap_of_the_words_people_use_breaks_the_reader(
    data: st.DataObject, kind: Kind, language: str, between: str
) -> None:
    said = data.draw(st.lists(st.sampled_from(SAID[language].split()), min_size=1, max_size=6))
    reading = read(between.join(said), kind, language=language, locale=LENDER)
    assert (reading.status is Status.REFUSED) == (not reading.candidates)


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [("0月", Kind.DATE, "zh"), ("1月到3月，还有10月", Kind.DATE, "zh"), ("3月0日", Kind.DATE, "zh"),
        ("八月0", Kind.DATE, "zh"), ("13812345678 may", Kind.DATE, "en"), ("may -13812345678", Kind.DATE, "en"),
        ("9876543210 मार्च", Kind.DATE, "hi"), ("monday 31 december 9999", Kind.DATE, "en"),
        ("last friday of december 9999", Kind.DATE, "en"), ("9999年下下月", Kind.DATE, "zh")],
)  # fmt: skip
def test_what_is_no_month_or_day_is_refused(text: str, kind: Kind, language: str) -> None:
    assert read(text, kind, language=language, locale=LENDER).status is Status.REFUSED


def test_the_end_of_cannot_is_no_trillion() -> None:
    for text in ("can't pay 5 March", "I can’t pay on the 5th of March"):
        reading = read(text, Kind.DATE, language="en", locale=LENDER)
        assert (reading.candidates, reading.reason) == ((), Reason.OTHER_WORDS), text


def test_a_word_of_one_choice_alone_is_asked_about() -> None:
    options = [
        Option("ferry", ("Ferry Landing",)),
        Option("hill", ("Goat Hill",)),
        Option("low", ("Low Hill",)),
    ]
    said = {
        text: [
            c.value for c in read(text, Kind.CHOICE, language="en", locale=LENDER, options=options).candidates
        ]
        for text in ("ferry", "goat", "hill", "in", "landings", "river")
    }
    assert said == {
        "ferry": ["ferry"],
        "goat": ["hill"],
        "hill": ["hill"],
        "in": [],
        "landings": [],
        "river": [],
    }
    assert read("goat", Kind.CHOICE, language="en", locale=LENDER, options=options).status is Status.AMBIGUOUS


def test_a_sum_over_some_months_is_no_share_of_it() -> None:
    for kind, text in ((Kind.DURATION, "5000 over 10 months"), (Kind.AMOUNT, "8000 over 12 months")):
        said = read(text, kind, language="en", locale=LENDER)
        assert not {Decimal(500), Decimal(8000) / 12} & {one.value for one in said.candidates}
    assert read("one over three", Kind.NUMBER, language="en", locale=LENDER).best is not None


def test_a_sum_in_doubt_with_a_single_reading_is_asked() -> None:
    assert read("thousand quarter", Kind.AMOUNT, language="en", locale=LENDER).status is Status.AMBIGUOUS


def test_every_reading_of_a_count_of_fortnights_and_quarters_is_told() -> None:
    said = read("多12和0.5季度", Kind.DURATION, language="zh", locale=LENDER)
    assert [one.unit for one in said.candidates] == ["months"] * len(said.candidates) != []
    assert all(
        one.unit == "weeks"
        for one in read("1 media quincena", Kind.DURATION, language="es", locale=LENDER).candidates
    )


@given(st.integers(0, 10**9), st.sampled_from(LANGUAGES))
def test_plain_figures_are_themselves(number: int, language: str) -> None:
    best = read(str(number), Kind.AMOUNT, language=language, locale=LENDER).best
    assert best and best.value == number


DIGITS = "零一二三四五六七八九"


def _in_chinese(number: int) -> str:
    """Numbers below ten thousand, written out in full."""
    text, gap = "", False
    for unit, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit = number // unit % 10
        gap = gap or (digit == 0 and bool(text))
        if digit:
            text += ("零" if gap and text and not text.endswith("零") else "") + DIGITS[digit] + name
            gap = False
    return text or "零"


@given(st.integers(0, 9999))
def test_chinese_numbers_come_back(number: int) -> None:
    best = read(_in_chinese(number), Kind.NUMBER, language="zh", locale=LENDER).best
    assert best and best.value == number


@pytest.mark.parametrize(
    "text",
    [
        "mia " * 100,
        "one and " * 50,
        "1 " * 200,
        "elfu na " * 50,
        "万" * 400,
        "2 million million million million",
        "9" * 40 + " acres",
    ],
)
@pytest.mark.timeout(30)
def test_repetition_neither_hangs_nor_overflows(text: str) -> None:
    for kind in Kind:
        for language in LANGUAGES:
            read(text, kind, language=language, locale=LENDER)
