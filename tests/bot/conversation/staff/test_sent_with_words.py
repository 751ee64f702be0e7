"""A photo, a paper or a place from a farmer who has no application: its words are heard, and it goes where they go."""

from __future__ import annotations

import pytest

from bot.conversation import handed
from bot.conversation.messages import IncomingKind
from tests.bot.conversation.conftest import photo
from tests.bot.conversation.staff.office import CHEN, FARMER, SUN, Office
from tests.support.bot import Chat


@pytest.fixture
def farmer(office: Office) -> Chat:
    chat = office.farmer()
    office.chen.news()
    office.sun.news()
    return chat


def shown(member: Chat) -> list[bool]:
    """What the button under the newest card brings: pictures or not."""
    member.press("Show what came with it")
    return [one.attachment.picture for one in member.last if one.attachment]


@pytest.mark.parametrize(
    ("language", "words", "told"),
    [
        ("en", "what is the emergency phone number of the moon base", "don't know"),
        ("en", "I want a loan for goats", "step by step"),
        ("zh", "我想贷款买羊", "一步"),
        ("sw", "nataka mkopo wa mbuzi", "hatua"),
    ],
)
def test_the_words_under_a_photo_are_heard(office: Office, language: str, words: str, told: str) -> None:
    farmer = office.farmer(language)
    farmer.photo(photo(), words)
    assert told in farmer.words and "/person" in farmer.words


@pytest.mark.parametrize("kind", [IncomingKind.VOICE, IncomingKind.VIDEO, IncomingKind.DOCUMENT])
def test_the_words_under_anything_else_too(farmer: Chat, kind: IncomingKind) -> None:
    farmer.sends(kind, text="I want a loan for goats")
    assert "step by step" in farmer.words


def test_without_words_he_hears_how_a_person_sees_it(farmer: Chat) -> None:
    farmer.photo(photo())
    assert "/person" in farmer.words and "in words" in farmer.words


def test_a_complaint_under_a_photo_goes_with_it(office: Office, farmer: Chat) -> None:
    farmer.photo(photo(), "complaint: the receipt is wrong, he took 200 and wrote 100")
    assert "Sun Mei" in farmer.words
    [card] = office.sun.news()
    assert "wrote 100" in card.text and "📎 a photo" in card.text
    assert shown(office.sun) == [True]
    assert office.chen.news() == []


def test_photos_before_and_with_the_words(office: Office, farmer: Chat) -> None:
    farmer.text("complaint")
    farmer.photo(photo())
    assert "with your words" in farmer.words and office.sun.news() == []
    farmer.photo(photo())
    farmer.text("this is the receipt he gave me")
    [card] = office.sun.news()
    assert "this is the receipt" in card.text and card.text.count("📎 a photo") == 2
    assert shown(office.sun) == [True, True]


def test_never_mind_drops_what_waited(office: Office, farmer: Chat) -> None:
    farmer.text("complaint")
    farmer.photo(photo())
    farmer.press("Never mind")
    farmer.text("complaint: he was rude to my wife")
    assert "📎" not in office.sun.news()[0].text


def test_a_photo_right_after_the_complaint(office: Office, farmer: Chat) -> None:
    farmer.text("complaint: he took 200 and wrote 100")
    office.sun.news()
    farmer.photo(photo())
    assert "Sun Mei" in farmer.words
    assert "📎 a photo" in office.sun.news()[0].text
    farmer.photo(photo(), "and this one")
    assert "and this one" in office.sun.news()[0].text


def test_a_photo_long_after_is_none_of_it(office: Office, farmer: Chat) -> None:
    farmer.text("complaint: he took 200 and wrote 100")
    office.sun.news()
    office.clock.advance(hours=2)
    farmer.photo(photo())
    assert office.sun.news() == []


def test_who_has_an_application_says_for_whom(office: Office) -> None:
    farmer = office.farmer()
    office.claimed()
    farmer.text("complaint: he took 200 and wrote 100")
    office.sun.news()
    office.chen.news()
    farmer.photo(photo())
    assert office.sun.news() == [] and office.chen.news() == []
    farmer.press("For Sun Mei")
    assert "📎 a photo" in office.sun.news()[0].text and office.chen.news() == []


def test_what_may_be_a_complaint_takes_it_along(office: Office, farmer: Chat) -> None:
    farmer.photo(photo(), "Chen Rong asked me for 500 as a bribe")
    farmer.press("Tell the head of the branch")
    [card] = office.sun.news()
    assert "📎 a photo" in card.text and "500" in card.text
    assert shown(office.sun) == [True]


def test_to_his_officer_it_goes_with_his_words(office: Office, farmer: Chat) -> None:
    farmer.command("/person")
    farmer.press("Willow Bend")
    farmer.photo(photo(), "is this paper enough?")
    [card] = office.chen.news()
    assert "is this paper enough?" in card.text and "📎 a photo" in card.text
    assert shown(office.chen) == [True]


def test_a_place_stands_on_the_card(office: Office, farmer: Chat) -> None:
    farmer.command("/person")
    farmer.press("Willow Bend")
    farmer.location(-1.25, 36.5)
    assert "-1.25000, 36.50000" in office.chen.news()[0].text


def test_after_an_answer_it_goes_to_who_answered(office: Office, farmer: Chat) -> None:
    farmer.command("/person")
    farmer.press("Willow Bend")
    farmer.text("Is my paper enough?")
    office.chen.news()
    office.chen.press("Reply")
    office.chen.text("Send me a photo of it")
    office.chen.news()
    farmer.news()
    farmer.photo(photo())
    assert "📎 a photo" in office.chen.news()[0].text


def test_nobody_else_opens_it_and_who_does_is_logged(office: Office, farmer: Chat) -> None:
    farmer.photo(photo(), "complaint: the receipt is wrong, he took 200 and wrote 100")
    [card] = office.sun.news()
    button = next(one for row in card.buttons for one in row if one.action == "o.with")
    office.chen.press_data(button.action, button.args)
    assert not any(one.attachment for one in office.chen.last)
    office.sun.press_data(button.action, button.args)
    assert any(one.attachment for one in office.sun.last)
    with office.services.reading() as connection:
        [kept] = handed.of_chat(connection, office.services, FARMER)
        log = office.services.applications.audit
        seen = [one.actor for one in log.of_person(connection, FARMER) if one.facts.get("enclosed")]
    assert len(kept.enclosed) == 1
    assert seen == [f"staff:{SUN}"] and f"staff:{CHEN}" not in seen


def test_what_is_no_picture_is_said(office: Office, farmer: Chat) -> None:
    farmer.photo(b"\xff\xd8\xff not a picture", "complaint: he took 200 and wrote 100")
    office.sun.news()
    office.sun.press("Show what came with it")
    assert "cannot be shown" in office.sun.words


# under an answer of the papers

UNKNOWN = "what is the emergency phone number of the moon base"


def test_the_photo_of_a_question_goes_along_to_the_officer(office: Office, farmer: Chat) -> None:
    farmer.photo(photo(), UNKNOWN)
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    [card] = office.chen.news()
    assert UNKNOWN in card.text and "📎 a photo" in card.text
    assert shown(office.chen) == [True]


def test_so_does_a_paper(office: Office, farmer: Chat) -> None:
    farmer.document(b"%PDF-1.7\nthe contract", "contract.pdf", UNKNOWN)
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    [card] = office.chen.news()
    assert UNKNOWN in card.text and "📎" in card.text


def test_each_question_takes_its_own(office: Office, farmer: Chat) -> None:
    farmer.photo(photo(), UNKNOWN)
    first = farmer.button("Ask my officer")
    farmer.text("and what is the fax number of the moon base")
    second = farmer.button("Ask my officer")
    assert first is not None and second is not None
    farmer.press_data(second.action, second.args)
    farmer.press("Willow Bend")
    [card] = office.chen.news()
    assert "📎" not in card.text
    farmer.press_data(first.action, first.args)
    [card] = office.chen.news()
    assert "📎 a photo" in card.text
