"""A story told and not yet confirmed outlives the night; what was sent and not kept is told as what it is."""

from __future__ import annotations

import pytest

from bot.conversation.messages import FileRef, IncomingKind
from bot.services import Services
from tests.bot.conversation.chat import Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, tap
from tests.bot.conversation.test_story import STORIES
from tests.bot.conversation.test_uploads import PDF

LATER = {"en": "I will continue tomorrow", "zh": "我明天再继续", "sw": "nitaendelea kesho"}


@pytest.mark.parametrize("language", STORIES)
@pytest.mark.parametrize("how", ["words", "button", "command", "keep it"])
def test_a_story_comes_back_when_he_carries_on(chat: Opener, language: str, how: str) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    farmer.send(STORIES[language])
    if how == "button":
        tap(farmer, "a.stop")  # of the question before
    elif how == "keep it":
        farmer.send("/cancel")
        tap(farmer, "a.stop")
    else:
        farmer.send(LATER[language] if how == "words" else "/stop")
    farmer.send("/apply")
    said = text_of(tap(farmer, "a.on"))
    assert "¥8,000" in said and "¥4,000" in said
    assert interview(farmer).values().get("amount") is None
    tap(farmer, "a.ok", farmer.button("✅").args[0])
    values = interview(farmer).values()
    assert values["amount"] == "8000" and values["own_funds"] == "4000" and values["animals"] == "goats"


def test_a_change_that_was_proposed_comes_back_too(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    farmer.send("the amount is 9000")
    farmer.send("/stop")
    farmer.send("/apply")
    said = text_of(tap(farmer, "a.on"))
    assert "¥9,000" in said or interview(farmer).values()["amount"] == "9000"


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "cannot keep this yet"), ("zh", "以后会问您要"), ("sw", "bado siwezi kuhifadhi")],
)
def test_a_photo_that_is_not_kept_is_not_said_to_be(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    begin(farmer, one_by_one=False)
    said = text_of(farmer.file(IncomingKind.PHOTO, "photo.jpg"))
    assert words in said.replace("Bado", "bado")
    farmer.send(STORIES[language])
    said = text_of(farmer.file(IncomingKind.PHOTO, "photo.jpg"))
    assert words in said.replace("Bado", "bado") and "¥8,000" in said, "what was understood still stands"


def test_where_nothing_like_it_is_asked_he_hears_that_it_is_not_kept(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    assert "have not kept it" in text_of(farmer.update(IncomingKind.UNSUPPORTED))


def test_the_words_under_a_photo_are_heard(chat: Opener) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = text_of(
        farmer.update(IncomingKind.PHOTO, file=FileRef("one", "photo.jpg", "", 1000), text=STORIES["en"])
    )
    assert "cannot keep this yet" in said and "¥8,000" in said
    tap(farmer, "a.ok", farmer.button("✅").args[0])
    prompt = asked(farmer)
    assert prompt is not None and prompt.name not in ("amount", "own_funds")


PAPER = FileRef("one", "bank-book.pdf", "application/pdf", 1000)


@pytest.mark.parametrize("until", ["phone", "amount"])
def test_a_paper_that_no_question_asks_for_is_not_promised(chat: Opener, until: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until=until)
    said = text_of(farmer.update(IncomingKind.DOCUMENT, file=PAPER))
    assert "ask you for it later" not in said
    assert "have not kept this" in said and "show it to your officer" in said
    prompt = asked(farmer)
    assert prompt is not None and prompt.name == until


@pytest.mark.parametrize("paper", [FileRef("one", "pen.jpg", "", 9), FileRef("one", "pen", "image/jpeg", 9)])
def test_a_picture_sent_as_a_paper_is_asked_for_later(chat: Opener, paper: FileRef) -> None:
    farmer = chat()
    begin(farmer)
    assert "ask you for it later" in text_of(farmer.update(IncomingKind.DOCUMENT, file=paper))


def test_at_the_question_for_a_photo_a_paper_is_for_the_officer(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="site_photo")
    monkeypatch.setattr(services, "download", lambda file: PDF)
    said = text_of(farmer.update(IncomingKind.DOCUMENT, file=PAPER))
    assert "A photo is asked here" in said and "show it to your officer" in said


@pytest.mark.parametrize("action", ["a.why", "a.c"])
def test_a_button_of_what_was_put_away_takes_it_up_again(chat: Opener, action: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    why = [button for button in farmer.buttons() if button.action == "a.why"]
    button = why[-1] if action == "a.why" else next(one for one in farmer.buttons() if one.action == "a.c")
    farmer.send("/stop")
    farmer.tap(button)
    farmer.send("9000")
    assert interview(farmer).values()["amount"] == "9000"
