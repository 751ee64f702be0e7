"""The calculator takes the loan's name, a trade or a figure, and holds nobody who says something else."""

from __future__ import annotations

import pytest

from bot.services import Services
from tests.bot.conversation.chat import Opener, text_of

BEGUN = {
    "en": "how much do I pay back if I borrow 5000 for 10 months?",
    "zh": "借5000十个月要还多少？",
    "sw": "nikikopa elfu tano kwa miezi kumi nitalipa ngapi?",
}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "livestock"),
        ("en", "Livestock loan"),
        ("en", "goats"),
        ("zh", "养殖贷款"),
        ("zh", "养殖"),
        ("zh", "养羊"),
        ("sw", "mifugo"),
        ("sw", "mbuzi"),
    ],
)
def test_the_loans_name_or_a_trade_is_taken(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    farmer.send(BEGUN[language])
    assert farmer.state["expects"]["need"] == "product"
    said = farmer.send(words)
    assert "¥5,000" in text_of(said) and said[-1].attachment is not None
    assert "expects" not in farmer.state


@pytest.mark.parametrize(
    ("language", "words", "then"),
    [
        ("en", "what would 5000 over 10 months cost me", "for goats"),
        ("en", "5000 for 10 months how much do i pay each month", "and for goats"),
        ("zh", "借5000十个月要花多少利息", "养羊"),
        ("sw", "mkopo wa 5000 kwa miezi 10 gharama ni kiasi gani", "mbuzi"),
    ],
)
def test_figures_beside_a_cost_are_those_of_the_loan(
    chat: Opener, language: str, words: str, then: str
) -> None:
    farmer = chat(language)
    farmer.send(words)
    said = farmer.send(then)
    assert "¥5,000" in text_of(said) and said[-1].attachment is not None
    assert farmer.state["calculator"]["term"] == 10


@pytest.mark.parametrize("language", BEGUN)
def test_the_words_of_its_buttons_are_taken(chat: Opener, language: str) -> None:
    farmer = chat(language)
    label = farmer.buttons(farmer.send(BEGUN[language]))[0].text
    farmer.send(label.lower())
    assert farmer.state.get("expects", {}).get("need") != "product"


@pytest.mark.parametrize(
    ("language", "words", "room"),
    [
        ("en", "complaint", "complaint"),
        ("en", "hello", None),
        ("en", "stop", None),
        ("en", "never mind", None),
        ("en", "/start", None),
        ("en", "I want to talk to a person", None),
        ("zh", "我要投诉", "complaint"),
        ("zh", "我想找人说话", None),
        ("zh", "停", None),
        ("zh", "你好", None),
        ("sw", "acha", None),
        ("sw", "habari", None),
    ],
)
@pytest.mark.parametrize("need", ["product", "amount"])
def test_other_words_leave_it(chat: Opener, language: str, words: str, room: str | None, need: str) -> None:
    farmer = chat(language)
    farmer.send(BEGUN[language] if need == "product" else "/calculator")
    if need == "amount":
        farmer.tap(farmer.buttons()[0])
    farmer.send(words)
    assert farmer.state.get("expects", {}).get("room") == room


@pytest.mark.parametrize(
    ("language", "words"), [("zh", "贷款要带身份证吗"), ("en", "When do I need a guarantor?")]
)
def test_a_question_is_answered(chat: Opener, services: Services, language: str, words: str) -> None:
    farmer = chat(language)
    asked = text_of(farmer.send(BEGUN[language]))
    assert asked not in text_of(farmer.send(words))


TOO_MUCH = "how much would 600000 for goats over 12 months cost"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "i am 68 can i borrow"),
        ("en", "i am 68 years old can i still get one"),
        ("en", "i owe bank 4000 can i still borrow"),
        ("en", "i miss saving 2 month can i still ask"),
        ("en", "my cow is dry how do i pay"),
        ("zh", "我68岁了还能贷吗"),
        ("zh", "没有身份证行不行"),
        ("sw", "nina miaka 68 naweza kukopa"),
    ],
)
def test_figures_in_a_question_about_something_else_are_none_of_the_loan(
    chat: Opener, language: str, words: str
) -> None:
    farmer = chat(language)
    farmer.send(TOO_MUCH)
    assert farmer.state["expects"] == {"room": "calculator", "need": "amount"}
    known = farmer.state["calculator"]
    farmer.send(words)
    assert farmer.state["calculator"] == known and not any("c.amt" in one.action for one in farmer.buttons())


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "can i borrow 9000?"),
        ("en", "9000"),
        ("en", "what about 9000"),
        ("en", "and how much would 9000 cost then?"),
        ("en", "is 9000 ok"),
        ("zh", "9000可以吗"),
        ("zh", "借9000行不行"),
        ("sw", "naweza kukopa 9000?"),
        ("sw", "elfu tisa je?"),
    ],
)
def test_a_question_about_a_sum_alone_gives_the_sum(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    farmer.send(TOO_MUCH)
    farmer.send(words)
    assert farmer.state["calculator"]["amount"] == "9000"


def test_words_that_mean_nothing_are_asked_about_once(chat: Opener) -> None:
    farmer = chat()
    farmer.send(BEGUN["en"])
    assert "Which loan" in text_of(farmer.send("blah"))
    assert "Which loan" not in text_of(farmer.send("blah"))
    assert "expects" not in farmer.state


def test_a_draft_waits_for_its_answer_again(chat: Opener) -> None:
    from tests.bot.conversation.farmer import begin

    farmer = chat()
    begin(farmer)
    farmer.send("/calculator")
    farmer.send("hello")
    assert farmer.state["expects"]["room"] == "application"


def test_a_button_under_an_older_answer_reckons_no_other_loan(chat: Opener) -> None:
    farmer = chat("en")
    farmer.send("what do 8000 cost for goats over 12 months?")
    old = next(one for one in farmer.buttons() if one.action == "c.way")
    farmer.send("/calculator 3000 for my house over 6 months")
    said = text_of(farmer.tap(old))
    assert "earlier calculation" in said and "3,000" in said
