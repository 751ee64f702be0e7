"""Whose money a sum is, in chat: help is said back, a debt is proposed as a debt wherever it is told."""

from __future__ import annotations

import pytest

from tests.bot.conversation.chat import Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview


@pytest.mark.parametrize(
    ("language", "words", "said"),
    [
        ("en", "my husband gives me 2000", "do not know what this is for"),
        ("zh", "我姐能帮我2000", "我不知道这是指什么"),
        ("sw", "ndugu yangu atanipa 2000", "Sijui hii ni ya nini"),
    ],
)
def test_help_is_said_back_where_his_own_money_is_asked(
    chat: Opener, language: str, words: str, said: str
) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until="own_funds")
    told = text_of(farmer.send(words))
    prompt = asked(farmer)
    assert said in told and prompt is not None and prompt.name == "own_funds" and prompt.text in told


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "I owe my brother 2000"), ("zh", "我欠我哥2000"), ("sw", "nadaiwa 2000")],
)
@pytest.mark.parametrize("until", ["full_name", ""])
def test_a_debt_after_the_no_is_changed_with_one_yes(
    chat: Opener, language: str, words: str, until: str
) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer, until=until)
    said = farmer.send(words)
    assert "2,000" in text_of(said) and "full_name" not in interview(farmer).proposals.values
    farmer.press(farmer.button("✅", among=said).text, among=said)
    values = interview(farmer).values()
    assert (values["has_debts"], values["debts_total"]) == ("yes", "2000")
