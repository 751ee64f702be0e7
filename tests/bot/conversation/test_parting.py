"""Two questions in one message are two questions."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from bot.conversation.parting import answer_and_question, questions_in, without_and

SEVERAL = [
    ("en", "how much can i get and what papers do i need", ["how much can i get", "and what papers do i need"]),
    ("en", "What is the interest? When do I pay it back?", ["What is the interest?", "When do I pay it back?"]),
    ("en", "i have 5 goats. how much can i get? and what is the rate", ["i have 5 goats. how much can i get?", "and what is the rate"]),
    ("en", "how much for goats and sheep, can I pay early", ["how much for goats and sheep", "can I pay early"]),
    ("zh", "能借多少，要什么材料", ["能借多少", "要什么材料"]),
    ("zh", "利息多少还有要担保人吗？", ["利息多少", "还有要担保人吗？"]),
    ("sw", "riba ni ngapi na nahitaji karatasi gani", ["riba ni ngapi", "na nahitaji karatasi gani"]),
    ("hi", "ब्याज कितना है और कागज़ कौन से चाहिए", ["ब्याज कितना है", "और कागज़ कौन से चाहिए"]),
    ("es", "cuanto es el interes y que papeles necesito", ["cuanto es el interes", "y que papeles necesito"]),
    ("fr", "quel est le taux et quels papiers faut-il, comment payer", ["quel est le taux", "et quels papiers faut-il", "comment payer"]),
]  # fmt: skip
ONE = [
    ("en", "when and where do I pay"), ("en", "I want to plant maize, what do I need"), ("en", "what is the rate for goats and pigs?"),
    ("en", "what happens if my goats die and I cannot pay"), ("zh", "我养羊，利息多少"), ("sw", "riba ya mbuzi na ng'ombe ni ngapi"),
    ("en", "what? how? when? why?"), ("en", "thanks"), ("en", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "questions"), SEVERAL)
def test_each_question_is_told_apart(language: str, text: str, questions: list[str]) -> None:
    assert list(questions_in(text, language)) == questions


@pytest.mark.parametrize(("language", "text"), ONE)
def test_one_question_stays_whole(language: str, text: str) -> None:
    assert questions_in(text, language) == (text,)


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "12 months. And how much is the interest?", ("12 months", "how much is the interest?")),
        ("en", "about 5 years, who decides about my loan?", ("about 5 years", "who decides about my loan?")),
        ("zh", "10个月，利息多少？", ("10个月", "利息多少？")),
        ("sw", "miezi 10, riba ni ngapi?", ("miezi 10", "riba ni ngapi?")),
        ("en", "how much is it", None), ("en", "12 months", None), ("en", "?", None),
    ],
)  # fmt: skip
def test_what_is_told_before_a_question_stands_apart(
    language: str, text: str, told: tuple[str, str] | None
) -> None:
    assert answer_and_question(text, language) == told


def test_the_joining_word_is_no_part_of_a_question() -> None:
    joined = ("and what is it", "also, what is it", "还有要什么", "na karatasi gani")
    assert [without_and(one) for one in joined] == ["what is it", "what is it", "要什么", "karatasi gani"]
