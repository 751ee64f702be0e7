"""A farmer's words after his question was answered by a person reach that person."""

from __future__ import annotations

import pytest

from tests.bot.conversation.staff.office import Office
from tests.support.bot import Chat

VILLAGE = {"en": "Willow Bend", "zh": "柳湾村", "sw": "Kijiji cha Mierebi"}


def answered(office: Office, language: str = "en", answer: str = "We can talk on Monday.") -> Chat:
    farmer = office.farmer(language)
    farmer.command("/person")
    if farmer.button(village := VILLAGE[language]):
        farmer.press(village)
    farmer.text("can goats from the next county be bought?")
    office.chen.news()
    office.chen.press("Reply")
    office.chen.text(answer)
    farmer.news()
    office.chen.news()
    return farmer


def told(office: Office) -> str:
    return "\n".join(reply.text for reply in office.chen.news())


@pytest.mark.parametrize(
    "words", ["Monday I am at the market, Tuesday is better", "my neighbour says they are sick there"]
)
def test_plain_words_reach_who_answered(office: Office, words: str) -> None:
    farmer = answered(office)
    farmer.text(words)
    assert "Chen Rong" in farmer.words
    assert words in told(office)
    farmer.text("and bring the paper")
    assert "and bring the paper" in told(office)


def test_a_question_is_answered_here_and_offered_to_him(office: Office) -> None:
    farmer = answered(office)
    farmer.text("how much does the loan cost?")
    assert "Chen Rong" in farmer.words
    farmer.press("For Chen Rong")
    assert "how much does the loan cost?" in told(office)


def test_thanks_and_ok_stay_here(office: Office) -> None:
    farmer = answered(office)
    farmer.text("thank you")
    farmer.text("ok")
    assert not told(office)


def test_a_yes_to_his_question_reaches_him(office: Office) -> None:
    farmer = answered(office, answer="Do you have a truck?")
    farmer.text("yes")
    assert "yes" in told(office)


def test_words_for_the_head_of_the_branch_never_reach_the_officer_who_answers_after(office: Office) -> None:
    farmer = answered(office)
    farmer.text("can sheep be bought instead?")
    farmer.press("For Chen Rong")
    farmer.text("complaint: Chen Rong wants a chicken")
    office.sun.news()
    office.sun.press("Reply")
    office.sun.text("When was that?")
    farmer.news()
    farmer.text("must I give him the chicken?")
    to_the_lead = farmer.button("For Sun Mei")
    told(office)
    office.sun.news()
    office.chen.command("/questions")
    office.chen.press("Reply")
    office.chen.text("Yes, sheep too.")
    assert to_the_lead is not None
    farmer.press_data(to_the_lead.action, to_the_lead.args)
    assert "must I give him the chicken?" in "\n".join(reply.text for reply in office.sun.news())
    assert "must I give him" not in told(office)


def test_each_button_sends_the_words_it_stands_under_once(office: Office) -> None:
    farmer = answered(office)
    farmer.text("how much does the loan cost?")
    first = farmer.button("For Chen Rong")
    farmer.text("what papers must I bring?")
    assert first is not None
    farmer.press_data(first.action, first.args)
    farmer.press_data(first.action, first.args)
    said = told(office)
    assert said.count("how much does the loan cost?") == 1 and "papers" not in said
    assert "already" in "".join(farmer.toasts)
