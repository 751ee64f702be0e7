"""The farmer's word before anything is written down: yes, no and why may be written."""

from __future__ import annotations

import pytest

from bot.conversation.messages import IncomingKind
from tests.bot.conversation.chat import Opener, text_of
from tests.conftest import Clock

NO = [
    ("en", "no i dont agree"),
    ("en", "I do not agree"),
    ("zh", "我不同意"),
    ("sw", "sikubali"),
    ("sw", "hapana, sitaki"),
]
YES = [("en", "i agree"), ("en", "yes, I agree"), ("zh", "我同意"), ("sw", "nakubali")]


@pytest.mark.parametrize(("language", "words"), NO)
def test_a_no_in_words(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    farmer.send("/apply")
    said = farmer.send(words)
    assert "a.yes" in [button.action for button in farmer.buttons(said)]  # "I agree after all"
    assert not _agreed(farmer)
    farmer.send(farmer.services.wording(language).plain("I agree after all"))
    assert _agreed(farmer)


@pytest.mark.parametrize(("language", "words"), YES)
def test_a_yes_in_words(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    farmer.send("/apply")
    farmer.send(words)
    assert _agreed(farmer)


@pytest.mark.parametrize(("language", "words"), [("en", "why?"), ("zh", "为什么"), ("sw", "kwa nini?")])
def test_why_is_answered_and_the_question_stands(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    asked = text_of(farmer.send("/apply"))
    said = text_of(farmer.send(words))
    assert asked in said and said != asked
    farmer.send("i agree")
    assert _agreed(farmer)


def _agreed(farmer) -> bool:  # type: ignore[no-untyped-def]
    with farmer.services.reading() as connection:
        return bool(farmer.services.applications.has_consented(connection, farmer.user_id))


SAID_FIRST = [
    ("en", "what happens when I pay late?", "yes"),
    ("en", "blah blah", "I agree"),
    ("en", "hello", "i agree"),
    ("en", "they took my cow", "yes"),
    ("en", "thanks", "ok"),
    ("en", "I want 8000 to buy 12 goats", "yes"),
    ("zh", "你好", "我同意"),
    ("zh", "我丈夫去世了", "同意"),
    ("sw", "habari", "nakubali"),
    ("sw", "nataka 8000 kununua mbuzi 12", "ndiyo"),
]


@pytest.mark.parametrize(("language", "words", "yes"), SAID_FIRST)
def test_the_question_comes_back_after_something_else(
    chat: Opener, language: str, words: str, yes: str
) -> None:
    farmer = chat(language)
    asked = text_of(farmer.send("/apply"))
    assert asked in text_of(farmer.send(words)[-1:])
    farmer.send(yes)
    assert _agreed(farmer)


def test_a_story_told_before_his_word_is_heard_after_it(chat: Opener) -> None:
    farmer = chat()
    farmer.send("/apply")
    farmer.send("I want 8000 to buy 12 goats")
    assert "8,000" in text_of(farmer.send("yes"))


def test_after_a_no_the_question_rests(chat: Opener) -> None:
    farmer = chat()
    asked = text_of(farmer.send("/apply"))
    farmer.send("no")
    assert asked not in text_of(farmer.send("what happens when I pay late?"))


def test_stop_is_a_no(chat: Opener) -> None:
    farmer = chat()
    asked = text_of(farmer.send("/apply"))
    farmer.send("stop")
    assert asked not in text_of(farmer.send("hello")) and not _agreed(farmer)


def test_a_yes_counts_for_the_words_above_it_alone(chat: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    """The button of an old message: what it stood under says something else now."""
    farmer = chat()
    old = next(one for one in farmer.buttons(farmer.send("/apply")) if one.action == "a.yes")
    monkeypatch.setattr("intake.people.consent.WORDS", 99)
    said = text_of(farmer.tap(old))
    assert "have changed" in said and "Do you agree?" in said and not _agreed(farmer)
    farmer.send("yes")
    assert _agreed(farmer)


def test_it_says_what_a_guarantor_will_read(chat: Opener) -> None:
    assert "Whoever opens it reads your name" in text_of(chat().send("/apply"))


def test_a_yes_after_hours_brings_the_question_again(chat: Opener, slow_clock: Clock) -> None:
    farmer = chat()
    asked = text_of(farmer.send("/apply"))
    slow_clock.advance(hours=5)
    said = text_of(farmer.send("yes"))
    assert asked in said and "once more" in said and not _agreed(farmer)
    farmer.send("yes")
    assert _agreed(farmer)


@pytest.mark.parametrize(("language", "yes"), [("en", "yes"), ("zh", "同意"), ("sw", "ndiyo")])
def test_a_yes_that_waited_for_the_bot_is_one(
    chat: Opener, slow_clock: Clock, language: str, yes: str
) -> None:
    farmer = chat(language)
    farmer.send("/apply")
    slow_clock.advance(seconds=10)
    written = slow_clock()
    slow_clock.advance(hours=2)
    farmer.update(IncomingKind.TEXT, text=yes, sent_at=written)
    assert _agreed(farmer)


def test_a_question_over_which_something_was_said_is_not_asked_again(chat: Opener, slow_clock: Clock) -> None:
    farmer = chat()
    farmer.send("/apply")
    slow_clock.advance(hours=5)
    farmer.send("what happens when I pay late?")
    assert "Do you agree?" not in text_of(farmer.send("yes"))


def test_a_second_yes_hears_that_the_first_counted(chat: Opener) -> None:
    farmer = chat("en")
    farmer.send("/apply")
    yes = farmer.button("Yes, I agree")
    farmer.tap(yes)
    said = text_of(farmer.tap(yes))
    assert "You have agreed already." in said and "You stopped" not in said
