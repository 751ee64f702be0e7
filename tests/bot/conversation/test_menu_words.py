"""The words on a button do what the button does; "I am back" goes on with what is unfinished."""

from __future__ import annotations

import pytest

from bot.services import Services
from tests.bot.conversation.chat import Opener, drain, text_of
from tests.bot.conversation.farmer import asked, begin

MENU = ("Apply for a loan", "My applications", "Talk to a person")


@pytest.mark.parametrize("language", ["en", "zh", "sw"])
@pytest.mark.parametrize("label", MENU)
def test_the_words_of_the_menu(chat: Opener, services: Services, language: str, label: str) -> None:
    pressing, writing = chat(language), chat(language)
    pressing.send("/start")
    words = services.wording(language).plain(label)
    assert text_of(writing.send(words.lower())) == text_of(pressing.press(words))


@pytest.mark.parametrize("words", ["yes apply", "Yes, apply for a loan", "apply please"])
def test_a_yes_before_the_words(chat: Opener, words: str) -> None:
    farmer = chat()
    farmer.send("hello")
    said = farmer.send(words)
    assert {"a.yes", "apply"} & {button.action for button in farmer.buttons(said)}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I am back, want to go on"),
        ("en", "continue"),
        ("zh", "继续"),
        ("zh", "我回来了，继续"),
        ("sw", "endelea"),
        ("sw", "nimerudi, nataka kuendelea"),
    ],
)
@pytest.mark.parametrize("away", [True, False])
def test_going_on(chat: Opener, language: str, words: str, away: bool) -> None:
    farmer = chat(language)
    begin(farmer)
    before = asked(farmer)
    if away:
        farmer.send("/stop")
    farmer.send(words)
    assert farmer.state["expects"]["room"] == "application"
    assert asked(farmer).name == before.name  # type: ignore[union-attr]


def test_a_button_of_the_newest_message(chat: Opener) -> None:
    farmer = chat()
    farmer.send("When do I need a guarantor?")
    assert "20,000" in text_of(farmer.send("show where it stands"))


@pytest.mark.parametrize("words", ["ok", "okay", "yes"])
def test_ok_after_a_reply_stirs_nothing_up(chat: Opener, services: Services, words: str) -> None:
    farmer = chat()
    farmer.send("Do you sell chainsaws on Sundays?")
    farmer.send("When do I need a guarantor?")
    drain(services, 2001)
    said = text_of(farmer.send(words))
    assert "All right" in said and drain(services, 2001) == []


@pytest.mark.parametrize(
    ("language", "story"),
    [
        ("zh", "我想借八千块买12只羊，自己有三千，过年卖了羊就还"),
        ("en", "I want to borrow 8000 to buy 12 goats, I have 3000, I pay back at new year"),
        ("sw", "Nataka kukopa 8000 kununua mbuzi 12, nina 3000 zangu"),
    ],
)
def test_a_story_is_a_wish_whatever_the_papers_say(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch, language: str, story: str
) -> None:
    answer = services.knowledge.ask("When do I need a guarantor?", language="en", audience=_farmer())
    monkeypatch.setattr(services.knowledge, "ask", lambda *args, **named: answer)
    farmer = chat(language)
    said = farmer.send(story)
    assert "apply" in [button.action for button in farmer.buttons(said)]
    assert farmer.state["told"] == story


def _farmer():  # type: ignore[no-untyped-def]
    from knowledge.types import Audience

    return Audience.FARMER


@pytest.mark.parametrize(
    ("language", "words", "spoken"),
    [
        ("sw", "i want english", "en"),
        ("zh", "say english", "en"),
        ("en", "说中文", "zh"),
        ("en", "请用中文回复", "zh"),
        ("en", "speak swahili please", "sw"),
        ("en", "naomba kiswahili", "sw"),
        ("sw", "kiingereza tafadhali", "en"),
        ("sw", "can you speak chinese?", "zh"),
    ],
)
def test_who_asks_to_be_spoken_to_in_a_language_is(
    chat: Opener, language: str, words: str, spoken: str
) -> None:
    farmer = chat(language)
    said = farmer.send(words)
    with farmer.services.reading() as connection:
        assert farmer.services.conversations.language_of(connection, farmer.user_id) == spoken
    assert farmer.services.wording(spoken).plain("Apply for a loan") in [
        button.text for button in farmer.buttons(said)
    ]


@pytest.mark.parametrize("words", ["i want french", "hablas español"])
def test_a_language_that_is_not_spoken_here_shows_which_are(chat: Opener, words: str) -> None:
    farmer = chat()
    farmer.send(words)
    assert {button.action for button in farmer.buttons()} == {"lang"}


@pytest.mark.parametrize(
    "words",
    [
        "i do not understand english",
        "不会说英语",
        "in which languages is the contract",
        "I grow chinese cabbage",
    ],
)
def test_words_about_a_language_are_no_switch(chat: Opener, words: str) -> None:
    farmer = chat()
    farmer.send(words)
    assert "lang" not in {button.action for button in farmer.buttons()}
    with farmer.services.reading() as connection:
        assert farmer.services.conversations.language_of(connection, farmer.user_id) == "en"
