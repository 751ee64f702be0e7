"""A trouble, an insult or a greeting in the middle of a question is heard for what it is; no answer is lost by it."""

from __future__ import annotations

import pytest

from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap

TROUBLES = [
    ("en", "they took my cow", "danger"),
    ("en", "my husband died", "sorry"),
    ("en", "my child is very sick", "sorry"),
    ("en", "my goats all died", "sorry"),
    ("zh", "他们把我的牛牵走了", "危险"),
    ("zh", "我丈夫去世了", "难过"),
    ("sw", "wameninyanganya mbuzi", "hatari"),
    ("sw", "mume wangu amefariki", "Pole"),
]
ELSE = [
    ("en", "you are stupid", "sorry"),
    ("en", "hello", "Hello"),
    ("en", "thanks", "welcome"),
    ("zh", "你好", "您好"),
    ("zh", "你是傻子", "对不起"),
    ("sw", "habari", "Habari"),
    ("sw", "mjinga wewe", "Samahani"),
]


@pytest.mark.parametrize("question", ["purpose", "amount", "experience_years", "full_name", "repayment"])
@pytest.mark.parametrize(("language", "words", "said"), [*TROUBLES, *ELSE])
def test_is_answered_and_the_question_asked_again(
    chat: Opener, question: str, language: str, words: str, said: str
) -> None:
    farmer = chat(language)
    begin(farmer)
    asking = text_of(fill(farmer, until=question))
    before = interview(farmer).values()
    heard = text_of(farmer.send(words))
    assert said in heard
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == question and prompt.text in asking and prompt.text in heard
    assert interview(farmer).values() == before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "12 months. And when do I need a guarantor?"),
        ("zh", "12个月，什么时候要担保人？"),
        ("sw", "miezi 12, riba ni ngapi?"),
    ],
)
def test_an_answer_with_a_question_is_taken_and_the_question_answered(
    chat: Opener, language: str, words: str
) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="term_months")
    said = farmer.send(words)
    assert "20,000" in said[0].text or language != "en"
    assert len(said) > 1 and interview(farmer).values()["term_months"] == "12"
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == "repayment" and prompt.text in said[-1].text


@pytest.mark.parametrize("words", ["my goats are fine. why do you ask me this?", "what is it for? 12"])
def test_words_that_answer_nothing_beside_a_question_are_no_answer(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="term_months")
    farmer.send(words)
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == "term_months"


@pytest.mark.parametrize("words", ["hello", "they took my cow", "my wife died last month", "you idiot"])
def test_is_no_story(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    heard = text_of(farmer.send(words))
    assert "Tell me what you need the money for" in heard and not interview(farmer).proposals.items()


def test_a_trouble_beside_a_story_is_heard_and_the_story_too(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    heard = text_of(farmer.send("my husband died, I want 8000 to buy 12 goats"))
    assert "sorry" in heard and "8,000" in heard


def test_a_trouble_told_as_the_last_remark_is_kept_and_help_is_offered(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="remarks")
    heard = farmer.send("they took my cow")
    assert "q.sos" in [button.action for button in farmer.buttons(heard)]
    assert interview(farmer).values()["remarks"] == "they took my cow"


@pytest.mark.parametrize(
    ("question", "words", "value"),
    [
        ("purpose", "my cows died, I want to buy 12 goats", "my cows died, I want to buy 12 goats"),
        ("repayment", "I cannot pay each month, all at once after harvest", "at_harvest"),
    ],
)
def test_what_answers_beside_a_trouble_is_taken(chat: Opener, question: str, words: str, value: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until=question)
    farmer.send(words)
    assert interview(farmer).values()[question] == value


def test_a_sum_beside_a_trouble_is_heard(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="living_costs_month")
    assert "900" in text_of(farmer.send("my wife is sick, we spend 900"))


def test_years_since_a_death_are_no_years_of_work(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="experience_years")
    farmer.send("my wife died 3 years ago")
    assert "experience_years" not in interview(farmer).values()


def test_the_button_for_help_may_be_written_though_the_question_follows(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    farmer.send("they took my cow")
    assert "passed" in text_of(farmer.send("tell my officer now")).lower()


def test_a_greeting_while_confirming_leaves_all_as_it_is(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    farmer.send("I want 8000 to buy 12 goats")
    assert "8,000" in text_of(farmer.send("hello"))
    tap_right(farmer)
    assert interview(farmer).values()["amount"] == "8000"


def tap_right(farmer: Chat) -> None:
    right = [one for one in farmer.buttons() if one.action == "a.ok"]
    farmer.tap(right[-1])


def test_bye_stops_for_today(chat: Opener) -> None:
    farmer = chat("sw")
    begin(farmer)
    farmer.send("usiku mwema")
    assert "expects" not in farmer.state
    farmer.send("/apply")
    tap(farmer, "a.on")
    assert asked(farmer) is not None
