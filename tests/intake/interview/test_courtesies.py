"""Polite and hesitating words before an answer say nothing, whatever is asked."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Ambiguous, Refused
from tests.intake.interview.world import interview, say, until

WORDS = {
    "en": ("sorry ", "sorry, ", "ok, ", "well, ", "hmm... ", "err ", "ok sorry, "),
    "sw": ("samahani ", "samahani, ", "pole, ", "sawa, ", "haya, ", "mmh "),
    "zh": ("不好意思，", "不好意思", "对不起，", "抱歉", "好的，", "嗯，", "那个，", "呃"),
}
ANSWERS = {
    "en": [
        ("first_payment", "1 july"),
        ("amount", "8000"),
        ("term_months", "12 months"),
        ("animals", "goats"),
        ("has_debts", "no"),
        ("income_months", "june and july"),
        ("phone", "13812345679"),
        ("full_name", "Amina Juma"),
        ("village", "Goat Hill"),
        ("repayment", "at harvest"),
    ],
    "sw": [
        ("first_payment", "1 Julai"),
        ("amount", "8000"),
        ("term_months", "miezi 12"),
        ("animals", "mbuzi"),
        ("has_debts", "hapana"),
        ("income_months", "Juni na Julai"),
        ("full_name", "Amina Juma"),
    ],
    "zh": [
        ("first_payment", "7月1日"),
        ("amount", "8000"),
        ("term_months", "12个月"),
        ("animals", "山羊"),
        ("has_debts", "没有"),
        ("income_months", "六月和七月"),
        ("full_name", "王五"),
    ],
}


@pytest.mark.parametrize(
    ("language", "at", "answer"), [(language, *one) for language, told in ANSWERS.items() for one in told]
)
def test_the_answer_behind_is_the_answer(language: str, at: str, answer: str) -> None:
    alone = say(until(interview(language), at), answer)
    assert isinstance(alone, Accepted)
    for words in WORDS[language]:
        heard = say(until(interview(language), at), words + answer)
        assert isinstance(heard, Accepted) and heard.echo.value == alone.echo.value, words


@pytest.mark.parametrize(
    ("text", "offered"),
    [("ok Amina", ["Amina", "ok Amina"]), ("Pole Juma", ["Juma", "Pole Juma"])]
    + [
        (f"{word} {name}", [name, f"{word} {name}"])
        for word, name in (
            ("Asante", "Juma"),
            ("Merci", "Wanjiru"),
            ("Pardon", "Moyo"),
            ("Thanks", "Banda"),
            ("Please", "Otieno"),
            ("Gracias", "Mora"),
            ("Um", "Ji-won"),
            ("Er", "Ah Kow"),
        )
    ],
)
def test_a_word_that_may_be_of_the_name_is_asked_about(text: str, offered: list[str]) -> None:
    heard = say(until(interview(), "full_name"), text)
    assert isinstance(heard, Ambiguous) and [one.value for one in heard.candidates] == offered


@pytest.mark.parametrize(("language", "name"), [("zh", "那英"), ("en", "Ben Mutua"), ("en", "So Jung")])
def test_a_name_that_begins_so_is_left_whole(language: str, name: str) -> None:
    heard = say(until(interview(language), "full_name"), name)
    assert isinstance(heard, Accepted) and heard.echo.value == name


@pytest.mark.parametrize(
    "text", ["Asante, Juma", "thanks. Juma", "um... Juma", "ummm Juma", "tafadhali Juma"]
)
def test_a_mark_parts_it_from_the_name(text: str) -> None:
    heard = say(until(interview(), "full_name"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == "Juma"


def test_hesitating_alone_is_no_name() -> None:
    assert isinstance(say(until(interview(), "full_name"), "hmm"), Refused)


def test_an_apology_that_may_correct_the_sum_before_is_asked_about() -> None:
    assert isinstance(say(until(interview(), "own_funds"), "sorry, 9000"), Ambiguous)


@pytest.mark.parametrize("text", ["sorry i am late, call me after 5", "well, my wife helps me"])
def test_a_text_is_kept_to_the_letter(text: str) -> None:
    heard = say(until(interview(), "remarks"), text)
    assert isinstance(heard, Accepted) and heard.echo.value == text
