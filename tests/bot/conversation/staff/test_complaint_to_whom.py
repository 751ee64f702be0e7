"""Words about an officer never reach that officer unawares, wherever words for him are awaited."""

from __future__ import annotations

import pytest

from tests.bot.conversation.staff.office import Office
from tests.bot.conversation.staff.test_after_an_answer import answered
from tests.bot.conversation.staff.test_replies import asked, visited
from tests.support.bot import Chat

HEAD = {
    "en": "Tell the head of the branch, not my officer",
    "zh": "告诉网点负责人，不告诉信贷员",
    "sw": "Mwambie mkuu wa tawi, si afisa wangu",
}
ABOUT_HIM = [
    ("en", "my officer is rude and asks me for money"),
    ("en", "officer ask me 500 to pass my loan"),
    ("en", "he asks me for a chicken"),
    ("en", "Chen Rong wants money first"),
    ("zh", "Chen Rong跟我要五百才给批"),
    ("zh", "他骂我"),
    ("sw", "afisa Chen ananiomba pesa ndipo apitishe mkopo"),
    ("sw", "ananiomba pesa ndipo apitishe mkopo"),
]


def told(chat: Chat) -> str:
    return "\n".join(reply.text for reply in chat.news())


def writing_to_person(office: Office, language: str) -> Chat:
    farmer = office.farmer(language)
    office.claimed(language=language)
    farmer.command("/person")
    farmer.news()
    office.chen.news()
    return farmer


def writing_about_it(office: Office, language: str) -> Chat:
    farmer = office.farmer(language)
    office.claimed(language=language)
    farmer.news()
    farmer.command("/status")
    farmer.press(office.services.wording(language).plain("Write to my officer"))
    office.chen.news()
    return farmer


def after_a_reply(office: Office, language: str) -> Chat:
    farmer = asked(office, language)
    farmer.text("20")
    office.chen.news()
    return farmer


ROOMS = [asked, after_a_reply, visited, answered, writing_to_person, writing_about_it]


@pytest.mark.parametrize("room", ROOMS)
@pytest.mark.parametrize(("language", "words"), ABOUT_HIM)
def test_nothing_is_passed_on_before_he_says_to_whom(
    office: Office, room: object, language: str, words: str
) -> None:
    farmer = room(office, language)  # type: ignore[operator]
    office.sun.news()
    farmer.text(words)
    assert words not in told(office.chen)
    farmer.press(HEAD[language])
    assert words in told(office.sun)
    assert words not in told(office.chen)


@pytest.mark.parametrize("room", ROOMS)
def test_he_may_send_them_all_the_same(office: Office, room: object) -> None:
    farmer = room(office, "en")  # type: ignore[operator]
    words = "my officer asked me for a chicken"
    farmer.text(words)
    farmer.press("Send it to Chen Rong all the same")
    assert words in told(office.chen)


@pytest.mark.parametrize("room", ROOMS)
def test_what_he_adds_does_not_slip_through(office: Office, room: object) -> None:
    farmer = room(office, "en")  # type: ignore[operator]
    office.sun.news()
    farmer.text("my officer is rude to me")
    farmer.text("that was on monday in the market")
    farmer.text("yes")
    assert not told(office.chen)
    farmer.press(HEAD["en"])
    said = told(office.sun)
    assert "rude to me" in said and "on monday" in said
    assert not told(office.chen)


def test_he_may_leave_it(office: Office) -> None:
    farmer = writing_to_person(office, "en")
    farmer.text("my officer is rude to me")
    farmer.text("never mind")
    assert not told(office.chen) and "expects" not in farmer.state


def test_in_the_middle_of_an_application_too(office: Office) -> None:
    farmer = office.asked_while_applying()
    office.sun.news()
    farmer.text("my officer is rude and asks me for money")
    assert not told(office.chen)
    farmer.press(HEAD["en"])
    assert "rude" in told(office.sun) and not told(office.chen)


@pytest.mark.parametrize(
    "words", ["he told me to wait, I have 20 bags", "the officer asked me for 2 photos, I sent them"]
)
def test_staff_at_their_work_is_no_complaint(office: Office, words: str) -> None:
    farmer = asked(office)
    farmer.text(words)
    assert words in told(office.chen)


def test_a_yes_to_the_offer_goes_to_the_head(office: Office) -> None:
    farmer = office.farmer()
    office.claimed()
    office.sun.news()
    office.chen.news()
    farmer.text("my officer asked me for a goat to approve the loan")
    farmer.text("yes")
    assert "goat to approve" in told(office.sun) and not told(office.chen)


def test_it_gets_into_no_application_before_he_says_so(office: Office) -> None:
    farmer = office.farmer()
    farmer.command("/apply")
    farmer.press("Yes, I agree")
    office.sun.news()
    words = "I need 6000 for goats but my officer is rude and wants 500 first"
    farmer.text(words)
    assert "complaint about an officer" in farmer.words
    mine = farmer.button("For my application")
    farmer.press(HEAD["en"])
    assert words in told(office.sun)
    assert mine is not None
    farmer.press_data(mine.action, mine.args)
    assert "6,000" in farmer.words


@pytest.mark.parametrize("room", [asked, after_a_reply, visited, answered])
@pytest.mark.parametrize(
    "words", ["he wants 500 first, is that allowed?", "can the officer take money from me?"]
)
def test_a_question_of_it_is_answered_with_the_way_past_him_alone(
    office: Office, room: object, words: str
) -> None:
    farmer = room(office, "en")  # type: ignore[operator]
    office.sun.news()
    farmer.text(words)
    assert farmer.button("For Chen Rong") is None and farmer.button("Ask my officer") is None
    farmer.press(HEAD["en"])
    assert words in told(office.sun)
    assert words not in told(office.chen)
