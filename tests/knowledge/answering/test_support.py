"""A chat model's wording against the passages it cites: figures in every form, names, negation."""

from __future__ import annotations

from decimal import Decimal

import pytest

from knowledge.answering.figures import figures
from knowledge.answering.support import holds_against, numbers_without_source

SEED = "Loans › Seed Loan\nThe interest of the Seed Loan is 5 percent each year."
GOAT = "Loans › Goat Loan\nThe interest of the Goat Loan is 8 percent each year."
NONE_BELOW = (
    "Guarantors\nYou do not need a guarantor for a loan below 20,000 yuan. "
    "From 20,000 yuan one guarantor is needed."
)
AT_MOST = "You can borrow at most 20,000 yuan."


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("twenty-five percent", "25"),
        ("two hundred and fifty thousand yuan", "250000"),
        ("30k", "30000"),
        ("3 lakh", "300000"),
        ("1,50,000", "150000"),
        ("100 000", "100000"),
        ("1,5 million", "1500000"),
        ("elfu thelathini na tano", "35000"),
        ("elfu mbili na mia tano", "2500"),
        ("elfu mia mbili", "200000"),
        ("elfu 30", "30000"),
        ("30 elfu", "30000"),
        ("kumi na mbili", "12"),
        ("treinta y cinco mil", "35000"),
        ("doscientos cincuenta", "250"),
        ("veinticinco por ciento", "25"),
        ("quatre-vingt-dix jours", "90"),
        ("soixante-dix-sept", "77"),
        ("neuf mois", "9"),
        ("डेढ़ लाख", "150000"),
        ("दो सौ पचास", "250"),
        ("पच्चीस हज़ार", "25000"),
        ("१२ महीने", "12"),
        ("百分之二十", "20"),
        ("3万元", "30000"),
        ("1.5万", "15000"),
        ("2万5千", "25000"),
        ("一万五千元", "15000"),
        ("二〇二六年", "2026"),
    ],
)
def test_a_figure_is_one_value_however_written(text: str, value: str) -> None:
    (figure,) = figures(text)
    assert figure.value == Decimal(value) and figure.counts


def test_figures_beside_one_another_stay_apart() -> None:
    assert [one.value for one in figures("five and ten years, in 2026 two officers")] == [5, 10, 2026, 2]
    assert [one.value for one in figures("2至3万元")] == [20_000, 30_000]


@pytest.mark.parametrize(
    "text",
    [
        "you pay once, one by one",
        "we may seize the quince trees",
        "一般统一办理，十分方便，千万别忘",
        "moja kwa moja",
        "un prêt neuf",
        "दे दो",
    ],
)
def test_words_that_only_look_like_figures_need_no_source(text: str) -> None:
    assert numbers_without_source(text, ["nothing here"]) == []


@pytest.mark.parametrize(
    ("text", "passages", "language", "passage_language"),
    [
        ("The interest of the Seed Loan is 8 percent each year.", [SEED], "en", "en"),
        ("The interest of the Seed Loan is 8 percent each year.", [SEED, GOAT], "en", "en"),
        ("The interest of the Seed Loan is twelve percent each year.", [SEED], "en", "en"),
        ("The interest of the Seed Loan is not 5 percent each year.", [SEED], "en", "en"),
        ("You need a guarantor for a loan below 20,000 yuan.", [NONE_BELOW], "en", "en"),
        ("You can repay early with a fee.", ["You can repay the loan early without a fee."], "en", "en"),
        ("Pay the man Eed at the desk.", ["You need to pay the man at the desk."], "en", "en"),
        ("The fee is due in 8 days.", ["The fee is 8% and due when you sign."], "en", "en"),
        ("利率是每年百分之二十。", ["利率\n利率是每年百分之八。"], "zh", "zh"),
        ("三万元以下不要担保人。", ["二万元以下不要担保人。"], "zh", "zh"),
        ("每笔最多借3万元，8天内还。", ["每笔最多借1万元，8天内还款。3个月后可再借。"], "zh", "zh"),
        ("二万元以下的贷款需要担保人。", ["二万元以下的贷款不需要担保人。"], "zh", "zh"),
        ("可以提前还款，要收手续费。", ["可以提前还款，不收手续费。"], "zh", "zh"),
        ("Mkopo wa mbegu hauhitaji mdhamini.", ["Mkopo wa mbegu unahitaji mdhamini."], "sw", "sw"),
        (
            "20,000 से कम के ऋण के लिए गारंटर चाहिए।",
            ["20,000 से कम के ऋण के लिए गारंटर नहीं चाहिए।"],
            "hi",
            "hi",
        ),
        (
            "El préstamo de semillas necesita fiador.",
            ["El préstamo de semillas no necesita fiador."],
            "es",
            "es",
        ),
        (
            "Le prêt de semences ne demande pas de garant.",
            ["Le prêt de semences demande un garant."],
            "fr",
            "fr",
        ),
        ("Riba ni asilimia ishirini.", [SEED], "sw", "en"),
        ("Riba ni siku 5.", [SEED], "sw", "en"),
        ("年利率是百分之八。", [SEED], "zh", "en"),
        ("El interés es del ocho por ciento.", [SEED], "es", "en"),
    ],
)
def test_what_the_cited_passages_do_not_say_is_refused(
    text: str, passages: list[str], language: str, passage_language: str
) -> None:
    assert not holds_against(text, passages, language, passage_language)


@pytest.mark.parametrize(
    ("text", "passages", "language", "passage_language"),
    [
        ("The Seed Loan costs five percent a year.", [SEED], "en", "en"),
        ("The Seed Loan costs 5 percent and the Goat Loan 8 percent each year.", [SEED, GOAT], "en", "en"),
        ("No, you do not need a guarantor for a loan below 20,000 yuan.", [NONE_BELOW], "en", "en"),
        ("A loan below 20,000 yuan needs no guarantor.", [NONE_BELOW], "en", "en"),
        ("You need one guarantor from 20,000 yuan on.", [NONE_BELOW], "en", "en"),
        ("You cannot borrow more than 20,000 yuan.", [AT_MOST], "en", "en"),
        (
            "You get the second loan after you have paid the first loan.",
            ["You do not get the second loan before you have paid the first loan."],
            "en",
            "en",
        ),
        (
            "You do not need a guarantor for a loan below 20,000 yuan.",
            ["Do I need a guarantor for a loan below 20,000 yuan? No, you do not need one."],
            "en",
            "en",
        ),
        (
            "Members pay 8% a year.",
            ["Members pay 8% a year, those who are not members 9% a year."],
            "en",
            "en",
        ),
        (
            "Bring your identity card, register and photographs.",
            ["Bring your identity card, register and photographs, no appointment is needed."],
            "en",
            "en",
        ),
        ("The Goat Loans are repaid.", ["Goat loan: it is repaid after the season."], "en", "en"),
        ("三万元以下不用担保人。", ["3万元以下的贷款不需要担保人。"], "zh", "zh"),
        ("贷款最多30,000元。", ["贷款最多3万元。"], "zh", "zh"),
        ("Riba ni asilimia tano kwa mwaka kwa Mkopo wa Mbegu.", [SEED], "sw", "en"),
        ("种子贷款的年利率是百分之五。", [SEED], "zh", "en"),
        ("Le taux est de cinq pour cent par an.", [SEED], "fr", "en"),
        ("ब्याज पाँच प्रतिशत सालाना है।", [SEED], "hi", "en"),
    ],
)
def test_what_they_say_in_other_words_passes(
    text: str, passages: list[str], language: str, passage_language: str
) -> None:
    assert holds_against(text, passages, language, passage_language)
