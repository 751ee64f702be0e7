"""All right, go on, something is wrong, none of it: said at a first story, at a change, at the end."""

from __future__ import annotations

import pytest

from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import begin, fill, interview

STORIES = {
    "en": "I want 8000 to buy 12 goats",
    "zh": "我想借8000元买12只羊",
    "sw": "Nataka 8000 kununua mbuzi 12",
}
ONE_THING = {
    "en": "I want to borrow 8000 yuan please",
    "zh": "我想借8000元",
    "sw": "Nataka kukopa 8000 tafadhali",
}
RIGHT = {
    "en": "all correct; no problem; looks good; nothing is wrong; yes go on",
    "zh": "没问题; 都对，继续; 没有不对的地方",
    "sw": "sawa yote; hakuna makosa; hakuna kosa; hakuna shida; hakuna tatizo",
}
STAYS = {"en": "nothing to change; continue", "zh": "不需要修改; 继续", "sw": "hakuna mabadiliko; endelea"}
WRONG = {
    "en": "something is wrong; no; no, that's not right; there is a mistake",
    "zh": "不; 有错误; 不太对",
    "sw": "hapana; kuna makosa; si sahihi",
}
NONE = {"en": "none of this; everything is wrong", "zh": "都不对; 全错了", "sw": "yote si sahihi"}


def _each(*tables: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (language, one) for table in tables for language, all_ in table.items() for one in all_.split("; ")
    ]


def _told(chat: Opener, language: str, story: str) -> Chat:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(story)
    return farmer


@pytest.mark.parametrize(("language", "words"), _each(RIGHT, STAYS))
@pytest.mark.parametrize("stories", [STORIES, ONE_THING])
def test_a_first_story_is_found_right(
    chat: Opener, stories: dict[str, str], language: str, words: str
) -> None:
    farmer = _told(chat, language, stories[language])
    proposed = dict(interview(farmer).proposals.values)
    farmer.send(words)
    assert interview(farmer).proposals.values == {}
    values = interview(farmer).values()
    assert {path.rpartition("/")[2]: value for path, value in proposed.items()}.items() <= values.items()


@pytest.mark.parametrize(("language", "words"), _each(WRONG))
@pytest.mark.parametrize("stories", [STORIES, ONE_THING])
def test_what_is_wrong_is_asked_and_nothing_forgotten(
    chat: Opener, stories: dict[str, str], language: str, words: str
) -> None:
    farmer = _told(chat, language, stories[language])
    proposed = dict(interview(farmer).proposals.values)
    farmer.send(words)
    assert interview(farmer).proposals.values == proposed


@pytest.mark.parametrize(("language", "words"), _each(NONE))
def test_none_of_a_story_is_as_the_button_says(chat: Opener, language: str, words: str) -> None:
    farmer = _told(chat, language, STORIES[language])
    farmer.send(words)
    assert interview(farmer).proposals.values == {} and interview(farmer).values().get("amount") is None


@pytest.mark.parametrize(("language", "words"), _each(RIGHT))
def test_a_change_is_agreed_to(chat: Opener, language: str, words: str) -> None:
    farmer = _to_be_changed(chat, language)
    farmer.send(words)
    assert interview(farmer).values()["amount"] == "9000"


@pytest.mark.parametrize(
    ("language", "words"), _each(WRONG, {one: text.split("; ")[0] for one, text in STAYS.items()})
)
def test_a_change_is_left(chat: Opener, language: str, words: str) -> None:
    farmer = _to_be_changed(chat, language)
    farmer.send(words)
    assert interview(farmer).values()["amount"] == "8000" and not interview(farmer).proposals.values


def _to_be_changed(chat: Opener, language: str) -> Chat:
    farmer = _told(chat, language, ONE_THING[language])
    farmer.press("✅")
    farmer.send({"en": "no, 9000 not 8000", "zh": "不是8000，是9000", "sw": "hapana, 9000 si 8000"}[language])
    assert "9000" in interview(farmer).proposals.values.values()
    return farmer


@pytest.mark.parametrize(
    ("language", "words"), [("en", "nothing to change"), ("zh", "没问题"), ("sw", "hakuna makosa")]
)
def test_at_the_end_the_button_sends(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer)
    fill(farmer)
    farmer.send(words)
    assert farmer.button("✅").action == "a.send"


@pytest.mark.parametrize("words", ["something is wrong", "it is not correct"])
def test_at_the_end_what_is_wrong_is_asked(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    assert "Which answer" in text_of(farmer.send(words))
