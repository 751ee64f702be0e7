"""Words that no rule placed and that tell what staff do never go to the officer by themselves."""

from __future__ import annotations

import pytest

from bot.services import Services
from tests.bot.conversation.chat import Opener, drain

OFFICER, LEAD = 2001, 4001
HEAD = "Tell the head of the branch, not my officer"
TOLD = [
    ("en", "my wife was beaten by the loan officer"),
    ("en", "the loan officer slept with my wife for the loan"),
    ("en", "my officer is drunk at work"),
    ("en", "the officer is never at his desk"),
    ("en", "the loan officer told people my secrets"),
    ("zh", "信贷员摸我女儿"),
    ("zh", "信贷员把我的事告诉别人"),
    ("sw", "afisa alimshika binti yangu"),
    ("sw", "afisa anapenda wasichana"),
]
ASKED = [
    ("en", "when will the officer come"),
    ("en", "what does the loan officer do"),
    ("en", "where is the officer's desk"),
    ("en", "must the paper be signed by the officer"),
    ("en", "officer phone number"),
    ("zh", "信贷员什么时候来"),
    ("zh", "信贷员上班时间"),
    ("sw", "afisa anakuja lini"),
    ("sw", "namba ya afisa"),
]


@pytest.mark.parametrize(("language", "text"), TOLD)
def test_the_head_of_the_branch_is_offered_it_first_and_no_gap_stays(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    wording = services.wording(language)
    shown = [one.text for one in farmer.buttons(farmer.send(text))]
    assert shown[0] == wording.plain(HEAD) and wording.plain("Ask my officer") not in shown
    farmer.press(wording.plain(HEAD))
    [card] = drain(services, LEAD)
    assert text in card.text  # type: ignore[union-attr]
    assert drain(services, OFFICER) == [] and text not in _gaps(services)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I was told by the officer to bring two photos"),
        ("zh", "信贷员让我带身份证"),
        ("sw", "afisa alinitembelea jana"),
    ],
)
def test_of_his_work_the_way_to_the_officer_stays_second(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    wording = services.wording(language)
    shown = [one.text for one in farmer.buttons(farmer.send(text))]
    assert shown[0] == wording.plain(HEAD) and wording.plain("Ask my officer") in shown
    farmer.press(wording.plain("Ask my officer"))
    assert drain(services, OFFICER) == []


def test_beside_a_question_too(chat: Opener, services: Services) -> None:
    farmer = chat()
    _quiet(services)
    told = "what can I do, the officer slept with my wife?"
    farmer.send(told)
    farmer.send("yes")
    assert len(drain(services, LEAD)) == 1
    assert drain(services, OFFICER) == [] and told not in _gaps(services)


@pytest.mark.parametrize(("language", "text"), ASKED)
def test_what_is_asked_about_the_officer_stays_a_question(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    said = farmer.send(text)
    assert services.wording(language).plain(HEAD) not in [one.text for one in farmer.buttons(said)]


def _gaps(services: Services) -> list[str]:
    with services.reading() as connection:
        asked = services.gaps.asked(connection)
    return [one.question for one in services.gaps.open(asked)]


def _quiet(services: Services) -> None:
    drain(services, LEAD)
    drain(services, OFFICER)
