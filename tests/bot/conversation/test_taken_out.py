"""An answer that may be left open is taken out again, by button and in words, and its files with it."""

from __future__ import annotations

import pytest

from bot.conversation.marks import token
from intake.applications import Attachment
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview, photo, tap


def with_photo(farmer: Chat, *, until: str = "") -> Chat:
    """His application, at the summary or a question, with a photo in it."""
    begin(farmer)
    fill(farmer, until="site_photo")
    photo(farmer)
    fill(farmer, until=until)
    return farmer


def kept(farmer: Chat) -> list[Attachment]:
    services = farmer.services
    with services.reading() as connection:
        draft = services.applications.open_draft(connection, farmer.user_id)
        assert draft is not None
        return list(services.applications.attachments.of_draft(connection, draft.draft_id))


def corrects(farmer: Chat, name: str) -> None:
    """Press the number of an answer in the summary."""
    with farmer.services.reading() as connection:
        draft = farmer.services.applications.open_draft(connection, farmer.user_id)
    assert draft is not None
    tap(farmer, "a.fix", token(draft.draft_id, f"/data/{name}"))


def test_a_photo_is_taken_out_by_its_button_at_the_summary(chat: Opener) -> None:
    farmer = with_photo(chat())
    assert len(kept(farmer)) == 1
    corrects(farmer, "site_photo")
    said = text_of(farmer.press("Take it out"))
    assert "Taken out" in said and "a photo" in said and "These are your answers" in said
    assert asked(farmer) is None and "site_photo" not in interview(farmer).values() and kept(farmer) == []
    said = text_of(photo(farmer))  # an album's further photo goes with none
    assert kept(farmer) == [] and "have not kept this" in said


def test_what_must_be_answered_has_no_such_button(chat: Opener) -> None:
    farmer = with_photo(chat())
    corrects(farmer, "amount")
    assert asked(farmer)
    assert not [one for one in farmer.buttons(farmer.said[-1:]) if "Take it out" in one.text]
    assert "How much money do you want to borrow" in text_of(farmer.send("remove the amount"))
    assert interview(farmer).values()["amount"] == "8000"


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "remove the photo"),
        ("en", "pls delete my photos"),
        ("en", "take the photo out"),
        ("en", "i dont want the photo any more"),
        ("en", "remov the picture"),
        ("zh", "删掉照片"),
        ("zh", "把照片删了吧"),
        ("zh", "照片不要了"),
        ("sw", "ondoa picha"),
        ("sw", "naomba futa picha yangu"),
    ],
)
@pytest.mark.parametrize("where", ["", "remarks", "site_photo"])
def test_a_photo_is_taken_out_in_words(chat: Opener, language: str, words: str, where: str) -> None:
    farmer = with_photo(chat(language), until="remarks" if where == "remarks" else "")
    if where == "site_photo":
        corrects(farmer, "site_photo")
    farmer.send(words)
    prompt = asked(farmer)
    assert (prompt.name if prompt else "") == ("remarks" if where == "remarks" else "")
    assert "site_photo" not in interview(farmer).values() and kept(farmer) == []


def test_it_means_what_was_just_sent(chat: Opener) -> None:
    farmer = with_photo(chat(), until="remarks")
    farmer.send("take it out")
    assert "site_photo" not in interview(farmer).values() and kept(farmer) == []
    assert (prompt := asked(farmer)) and prompt.name == "remarks"


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("national_id", "330102199001011234"),
        ("first_payment", "1 June 2026"),
        ("remarks", "come in the morning"),
    ],
)
def test_whatever_may_be_left_open_can_be_taken_out(chat: Opener, name: str, given: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, {name: given})
    assert name in interview(farmer).values()
    corrects(farmer, name)
    tap(farmer, "a.out")
    assert name not in interview(farmer).values() and asked(farmer) is None


def test_a_place_is_taken_out_with_the_key_under_the_message_box(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="home_location")
    farmer.location(30.1, 120.1)
    fill(farmer)
    corrects(farmer, "home_location")
    keys = [key.text for row in farmer.said[-1].keys or () for key in row]
    assert "Leave it as it is" in keys and "Skip ➡" not in keys
    farmer.send("Leave it as it is")
    assert "home_location" in interview(farmer).values()
    corrects(farmer, "home_location")
    farmer.send("Take it out")
    assert "home_location" not in interview(farmer).values() and asked(farmer) is None


@pytest.mark.parametrize("words", ["no", "no photo", "i have none"])
def test_a_bare_no_to_a_photo_that_was_sent_is_asked_back(chat: Opener, words: str) -> None:
    farmer = with_photo(chat())
    corrects(farmer, "site_photo")
    said = text_of(farmer.send(words))
    assert "site_photo" in interview(farmer).values() and len(kept(farmer)) == 1
    assert "Shall it stay" in said or "A photo is asked" in said


@pytest.mark.parametrize("words", ["clear the land", "remove the stones from my land", "delete weeds"])
def test_words_of_a_purpose_take_nothing_out(chat: Opener, words: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, {"trade": "crop"}, until="amount")
    corrects_back(farmer, "purpose")
    farmer.send(words)
    assert interview(farmer).values()["purpose"] == words


@pytest.mark.parametrize("words", ["clear the shed", "remove the sick goats"])
@pytest.mark.parametrize("where", ["", "purpose"])
def test_words_of_an_answer_do_not_take_it_out(chat: Opener, words: str, where: str) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, {"remarks": "my goats are sick and the shed leaks"})
    if where:
        corrects(farmer, where)
    farmer.send(words)
    told = interview(farmer).values()
    assert told["remarks"] == "my goats are sick and the shed leaks"
    assert not where or told["purpose"] == words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "take everything out"),
        ("en", "remove one"),
        ("en", "remove all"),
        ("en", "delete all of it"),
        ("en", "remove the officer"),
        ("zh", "全部删掉"),
        ("sw", "futa vyote"),
    ],
)
def test_what_names_no_answer_takes_none_out(chat: Opener, language: str, words: str) -> None:
    farmer = with_photo(chat(language))
    farmer.send(words)
    assert "site_photo" in interview(farmer).values() and len(kept(farmer)) == 1


def corrects_back(farmer: Chat, name: str) -> None:
    """Go back to a question."""
    for _ in range(30):
        prompt = asked(farmer)
        if prompt is None or prompt.name == name:
            return
        tap(farmer, "a.back")
