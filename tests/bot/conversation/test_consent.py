"""The farmer's word before anything is written down: yes, no and why may be written."""

from __future__ import annotations

import pytest

from tests.bot.conversation.chat import Opener, text_of

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
