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
        ("借1.5万要担保人吗", 15_000),
        ("借三万要担保人吗", 30_000),
        ("二十五万可以吗", 250_000),
        ("Rs. 1,50,000 without a guarantor?", 150_000),
        ("a loan of 3 lakh", 300_000),
        ("thirty five thousand please", 35_000),
        ("mkopo wa elfu thelathini", 30_000),
        ("mkopo wa laki tatu", 300_000),
        ("डेढ़ लाख का लोन", 150_000),
        ("un préstamo de treinta mil", 30_000),
        ("un prêt de 30 000 francs", 30_000),
        ("mkopo wa elfu tano na tano", 5_005),
        ("i need ten 万", None),
        ("two thousand five hundred", None),
        ("late by 1000 days", None),
        ("I have 500 chickens", None),
        ("my phone is 0712345678", None),
    ],
)
def test_the_sum_a_question_names(question: str, amount: float | None) -> None:
    assert amount_asked(question) == amount


PIECES = (
    "5",
    "20,000",
    "1,5",
    "ten",
    "डेढ़",
    "elfu",
    "laki",
    "na",
    "y",
    "thousand",
    "k",
    "千",
    "万",
    "两",
    "十",
    "五",
    " ",
    " ",
    "-",
    "元",
    "Rs.",
)


@given(st.lists(st.sampled_from(PIECES), max_size=8))
def test_whatever_stands_together_is_a_sum_or_none(pieces: list[str]) -> None:
    asked = amount_asked("".join(pieces))
    assert asked is None or asked >= 100


@given(st.integers(100, 200_000))
def test_a_sum_stands_in_one_column(amount: int) -> None:
    expected = COLUMNS[(amount >= 20_000) + (amount >= 50_000)]
    assert band_columns(COLUMNS, amount) == (expected,)


@pytest.mark.parametrize(
    ("columns", "wanted"),
    [
        (("20,000元以下", "20,000至49,999元", "50,000元以上"), "20,000至49,999元"),
        (("Chini ya 20,000", "20,000 hadi 49,999", "50,000 na zaidi"), "20,000 hadi 49,999"),
        (("2万元以下", "2万元至5万元", "5万元以上"), "2万元至5万元"),
        (("2万元以下", "2万元以上5万元以下", "5万元以上"), "2万元以上5万元以下"),
        (("Below 20,000", "From 20,000 to 49,999", "From 50,000"), "From 20,000 to 49,999"),
        (("Under 10k", "10-40k", "More than 40k"), "10-40k"),
        (("Menos de 20.000", "Entre 20.000 y 49.999", "Más de 50.000"), "Entre 20.000 y 49.999"),
    ],
)
def test_other_languages_have_bands_too(columns: tuple[str, ...], wanted: str) -> None:
    assert band_columns(columns, 30_000) == (wanted,)


def test_where_two_bands_meet_the_sum_is_in_the_one_that_starts_there() -> None:
    columns = ("2万元以下", "2万元至5万元", "5万元以上")
    assert band_columns(columns, 20_000) == ("2万元至5万元",)
    assert band_columns(columns, 50_000) == ("5万元以上",)
    assert band_columns(("2万元以下", "更多"), 20_000) == ("2万元以下",)


OTHER = [
    ("2万元以下的贷款不需要担保人。", "借30,000元需要担保人吗"),
    ("不到2万元的贷款不需要担保人。", "借2万元要担保人吗"),
    ("不超过2万元的贷款不需要担保人。", "借3万元要担保人吗"),
    ("2万元以上5万元以下要一个担保人。", "借8000要担保人吗"),
    ("A loan below 1,00,000 needs no guarantor.", "a guarantor for 1,50,000?"),
    ("Below 1 lakh no guarantor is needed.", "a guarantor for 2 lakh?"),
    ("A loan of not more than 20,000 needs no guarantor.", "a guarantor for 30,000?"),
    ("You do not need a guarantor for less than 20,000.", "a guarantor for 30,000?"),
    ("Mkopo chini ya shilingi 20,000 hauhitaji mdhamini.", "mdhamini kwa elfu thelathini?"),
    ("1 लाख रुपये से कम पर जमानतदार नहीं चाहिए।", "2 लाख पर जमानतदार चाहिए?"),
    ("Menos de 20.000 pesos: sin fiador.", "¿fiador para 30.000?"),
    ("Moins de 20 000 francs : sans garant.", "un garant pour 30 000 francs ?"),
]
SAME = [
    ("20,000元起要一名担保人，20,000元以下不要。", "借8000要担保人吗"),
    ("一个人合计不超过60,000元。", "可以担保80,000吗"),
    ("He may stand for no more than 60,000 yuan together.", "can he stand for 80,000?"),
    ("20,000元以下的贷款不需要担保人。", "借20,000元要担保人吗"),
    ("每人最多不超过2万元。", "能借3万吗"),
    ("2万元以上5万元以下要一个担保人。", "借三万要担保人吗"),
    ("A loan of not more than 20,000 needs no guarantor.", "a guarantor for 5,000?"),
    ("You can borrow not more than 20,000.", "can i borrow 30,000"),
    ("You cannot borrow more than 20,000.", "can i borrow 5,000"),
    ("We do not lend less than 500.", "can i borrow 30,000"),
    ("Applicants under 25 bring a parent.", "what papers for 30,000?"),
    ("From 2026 on the fee is dropped.", "the fee for 1,000?"),
    ("The rate is for sums from 20,000 to 49,999 yuan.", "the rate for 60,000?"),
    ("आप 20,000 रुपये से अधिक नहीं ले सकते।", "5,000 रुपये मिलेंगे?"),
    ("No puede pedir más de 20.000.", "¿puedo pedir 5.000?"),
]


@pytest.mark.parametrize(("text", "question"), OTHER)
def test_a_rule_for_other_sums_is_seen_however_they_are_written(text: str, question: str) -> None:
    assert is_for_another_amount(text, question)


@pytest.mark.parametrize(("text", "question"), SAME)
def test_limits_ages_years_and_the_band_itself_are_no_other_sum(text: str, question: str) -> None:
    assert not is_for_another_amount(text, question)


def test_a_rule_for_smaller_sums_is_no_answer() -> None:
    small = "Below 20,000 yuan: identity card and household register."
    assert is_for_another_amount(small, "what papers for 30,000")
    assert not is_for_another_amount(small, "what papers for 8,000")
    assert not is_for_another_amount(small, "what papers")
    assert not is_for_another_amount(f"{small} From 20,000 also a cost list.", "what papers for 30,000")


def test_a_limit_answers_that_a_sum_is_beyond_it() -> None:
    assert not is_for_another_amount("You can borrow 500 to 20,000 yuan.", "can i borrow 30,000")
