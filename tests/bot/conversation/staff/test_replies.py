"""The farmer answers his officer in plain words, without a button, and hears that the officer has them."""

from __future__ import annotations

import pytest

from bot.conversation import handoff
from intake.applications import ApplicationStatus
from tests.bot.conversation.staff.office import Office
from tests.support.bot import Chat


def asked(office: Office, language: str = "en") -> Chat:
    farmer = office.farmer(language)
    office.claimed(language=language)
    farmer.news()
    office.chen.press("Ask the farmer")
    office.chen.text("How many bags of fertilizer?")
    farmer.news()
    office.chen.news()
    return farmer


def visited(office: Office, language: str = "en") -> Chat:
    farmer = office.farmer(language)
    office.claimed(language=language)
    office.chen.press("Set a visit")
    office.chen.press("Tomorrow")
    farmer.news()
    office.chen.news()
    return farmer


def told(office: Office) -> str:
    return "\n".join(reply.text for reply in office.chen.news())


@pytest.mark.parametrize(
    ("language", "words", "correction"),
    [
        ("en", "about 20 bags of NPK", "no, 25 bags not 20"),
        ("en", "I don't know", "20 bags"),
        ("en", "yes", "no, none"),
        ("zh", "大概20袋", "不对，是25袋"),
        ("sw", "kama mifuko 20", "hapana, ni mifuko 25"),
    ],
)
def test_the_answer_and_its_correction_reach_him(
    office: Office, language: str, words: str, correction: str
) -> None:
    farmer = asked(office, language)
    farmer.text(words)
    assert "Chen Rong" in farmer.words and words in farmer.words
    assert words in told(office)
    farmer.text(correction)
    assert correction in told(office) and "Chen Rong" in farmer.words


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "I cannot be there tomorrow, come on friday"),
        ("en", "sorry tomorrow im at the market"),
        ("zh", "明天我不在家，星期五来吧"),
        ("sw", "kesho sitakuwepo, njoo ijumaa"),
    ],
)
def test_who_cannot_be_there_says_so(office: Office, language: str, words: str) -> None:
    farmer = visited(office, language)
    farmer.text(words)
    assert "Chen Rong" in farmer.words
    assert words in told(office)


@pytest.mark.parametrize("words", ["thank you", "hello", "complaint", "stop", "I want to talk to a person"])
def test_what_is_plainly_something_else_does_not(office: Office, words: str) -> None:
    farmer = asked(office)
    farmer.text(words)
    assert told(office) == ""
    [application] = _applications(office, farmer)
    assert application.status is ApplicationStatus.INFORMATION_REQUESTED


def test_a_question_is_answered_and_may_be_sent_all_the_same(office: Office) -> None:
    farmer = visited(office)
    farmer.text("can you come on friday instead?")
    assert told(office) == ""
    farmer.press("For Chen Rong")
    assert "come on friday" in told(office)


def test_an_older_button_sends_the_words_it_stands_under(office: Office) -> None:
    farmer = visited(office)
    farmer.text("can you come on friday instead?")
    friday = farmer.button("For Chen Rong")
    farmer.text("what papers must I bring?")
    assert friday is not None
    farmer.press_data(friday.action, friday.args)
    said = told(office)
    assert "come on friday" in said and "papers" not in said


def test_ok_after_the_answer_is_no_second_message(office: Office) -> None:
    farmer = asked(office)
    farmer.text("20 bags")
    told(office)
    farmer.text("ok")
    assert told(office) == "" and "don't know" not in farmer.words


def test_in_the_middle_of_another_application_he_says_for_whom(office: Office) -> None:
    farmer = office.asked_while_applying()
    farmer.text("20 bags")
    assert told(office) == ""
    farmer.press("For Chen Rong")
    assert "20 bags" in told(office)


def test_later_words_go_on_to_the_papers(office: Office) -> None:
    farmer = asked(office)
    farmer.text("20 bags")
    told(office)
    office.clock.advance(hours=2)
    farmer.text("my hens are red")
    assert told(office) == ""


def _applications(office: Office, farmer: Chat):  # type: ignore[no-untyped-def]
    with office.services.reading() as connection:
        return office.services.applications.by_farmer(connection, farmer.user_id)


def test_more_questions_than_fit_are_counted(office: Office) -> None:
    services = office.services
    with services.engine.begin() as connection:
        tx = office.world.dispatch.transaction(connection)
        for number in range(12):
            handoff.create(
                tx,
                services,
                key=f"many:{number}",
                chat_id=1001,
                question=f"Question {number}?",
                language="en",
                village="willow-bend",
            )
    office.chen.news()
    office.chen.command("/questions")
    assert len(office.chen.last) == 11 and "2 more are waiting" in office.chen.words
