"""A farmer has all that is kept about him deleted: nothing of his is taken for the next one's."""

from __future__ import annotations

from tests.bot.conversation.staff.office import Office
from tests.support.bot import Chat

NEXT = 1002


def passed_on(office: Office, user_id: int, question: str) -> Chat:
    """He asks what the papers do not answer, and has it passed on to the officer of Willow Bend."""
    farmer = office.farmer("en", user_id)
    farmer.text(question)
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    assert "Chen Rong" in farmer.words
    return farmer


def erased(farmer: Chat) -> None:
    farmer.command("/privacy")
    farmer.press("Delete what you keep")
    farmer.press("Yes, delete it")
    assert "It is deleted" in farmer.words


def test_the_next_farmers_question_reaches_the_officer_too(office: Office) -> None:
    erased(passed_on(office, 1001, "May I borrow for a boat?"))
    office.chen.news()
    passed_on(office, NEXT, "May I borrow for a helicopter?")
    assert "helicopter" in "".join(news.text for news in office.chen.news())


def test_what_is_pressed_under_the_erased_question_answers_nobody_else(office: Office) -> None:
    first = passed_on(office, 1001, "May I borrow for a boat?")
    office.chen.news()
    old = office.chen.button("Reply")
    assert old is not None
    erased(first)
    second = passed_on(office, NEXT, "May I borrow for a helicopter?")
    office.chen.press_data(old.action, old.args)
    office.chen.text("Yes, you may.")
    assert "Yes, you may." not in "".join(news.text for news in second.news())
