"""Who his officer is, told from his own application."""

from __future__ import annotations

import pytest

from bot.conversation import my_officer
from tests.bot.conversation.staff.office import Office

ASKED = [("en", "who is my officer?"), ("zh", "我的信贷员是谁"), ("sw", "je afisa wangu ni nani?")]


@pytest.mark.parametrize(("language", "words"), ASKED)
def test_the_holder_is_named(office: Office, language: str, words: str) -> None:
    farmer = office.farmer(language)
    application = office.claimed(language=language)
    farmer.news()
    farmer.text(words)
    assert "Chen Rong" in farmer.words and application.reference in farmer.words


@pytest.mark.parametrize(("language", "words"), ASKED)
def test_nobody_has_it_yet(office: Office, language: str, words: str) -> None:
    farmer = office.farmer(language)
    application = office.apply(language=language)
    farmer.text(words)
    assert application.reference in farmer.words and "Chen Rong" in farmer.words
    if language == "en":
        assert "Nobody has taken up" in farmer.words and "Willow Bend" in farmer.words


def test_nothing_of_anothers(office: Office) -> None:
    office.claimed()
    stranger = office.farmer(user_id=1999)
    stranger.text("who is my officer?")
    assert "Chen Rong" not in stranger.words and "TR-" not in stranger.words


@pytest.mark.parametrize(
    "words",
    [
        "who is my guarantor?",
        "what does the officer do?",
        "who is the officer's boss",
        "我的信贷员",
        "信贷员是做什么的",
    ],
)
def test_other_questions_stay(words: str) -> None:
    assert not my_officer.asked(words)


@pytest.mark.parametrize(
    ("language", "words", "village", "place"),
    [
        ("en", "who is my officer?", "Willow Bend", "Willow Bend"),
        ("en", "my officer's name", "Willow Bend", "Willow Bend"),
        ("zh", "我的信贷员是谁", "柳湾村", "柳湾村"),
        ("sw", "jina la afisa wangu", "Kijiji cha Mierebi", "Kijiji cha Mierebi"),
    ],
)
def test_without_an_application_his_village_tells(
    office: Office, language: str, words: str, village: str, place: str
) -> None:
    farmer = office.farmer(language)
    farmer.text(words)
    assert "Chen Rong" not in farmer.words
    farmer.press(village)
    assert "Chen Rong" in farmer.words and place in farmer.words
    farmer.text(words)
    assert "Chen Rong" in farmer.words  # he is not asked twice


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "who is the officer of willow bend?"),
        ("en", "who is the loan officer in Willow Bend village"),
        ("zh", "柳湾村的信贷员是谁？"),
        ("sw", "afisa wa Kijiji cha Mierebi ni nani?"),
    ],
)
def test_the_officer_of_a_village_that_is_named(office: Office, language: str, words: str) -> None:
    farmer = office.farmer(language)
    farmer.text(words)
    assert "Chen Rong" in farmer.words


def test_of_another_place_nobody_is_invented(office: Office) -> None:
    farmer = office.farmer()
    farmer.text("who is my officer?")
    farmer.press("Another place")
    assert "no officer" in farmer.words and "Chen Rong" not in farmer.words
