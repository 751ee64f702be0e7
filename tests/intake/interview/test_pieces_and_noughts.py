"""Telephone numbers written in pieces, and what is "none" of something else than what is asked."""

from __future__ import annotations

import pytest

from intake.interview import Accepted, Refused
from tests.intake.interview.world import interview, say, until

PHONE = "+8613812345678"
STORIES = [
    ("en", "my number is 138 1234 5678 and I want 8000"),
    ("en", "I want 8000 for goats, call me on 138-1234-5678"),
    ("en", "I want 8000, phone 138.1234.5678"),
    ("en", "my phone is 1381234 5678 i want 8000"),
    ("zh", "我电话138 1234 5678，想借8000"),
    ("zh", "想借8000买羊，电话：138-1234-5678"),
    ("zh", "手机号是138 12345678想借8000"),
    ("sw", "nataka 8000, simu yangu 138 1234 5678"),
    ("sw", "namba yangu ni 138-1234-5678 nataka 8000"),
]


@pytest.mark.parametrize(("language", "story"), STORIES)
def test_a_phone_in_pieces_is_told_in_a_story(language: str, story: str) -> None:
    heard = interview(language).proposals.hear(story)
    told = {one.item.name: one.item.value for one in heard.items}
    assert (told.get("phone"), told.get("amount"), told.get("own_funds")) == (PHONE, "8000", None)
    assert not heard.unplaced and not heard.unclear


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "no, my number is 138 1234 5678"),
        ("zh", "没有，我电话138 1234 5678"),
        ("sw", "hapana, namba yangu 138 1234 5678"),
    ],
)
def test_a_phone_in_pieces_beside_a_no_is_proposed(language: str, text: str) -> None:
    talk = until(interview(language), "has_debts")
    say(talk, text)
    assert talk.values()["has_debts"] == "no"
    assert list(talk.proposals.values.values()) == [PHONE]


@pytest.mark.parametrize("text", ["138, 1234, 5678", "138 12345678", "13 81 23 45 67 8", "no, 138-1234-5678"])
def test_a_phone_in_pieces_is_an_answer(text: str) -> None:
    talk = until(interview(), "phone")
    say(talk, text)
    assert talk.values()["phone"] == PHONE


@pytest.mark.parametrize("text", ["8,000", "8 000", "12,000", "about 4 000"])
def test_a_sum_in_groups_is_a_sum(text: str) -> None:
    talk = until(interview(), "own_funds")
    assert isinstance(say(talk, text), Accepted)


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "animals_have", "i have no phone"),
        ("en", "own_funds", "i have no husband"),
        ("zh", "animals_have", "没有电话"),
        ("zh", "own_funds", "没有老婆"),
        ("sw", "animals_have", "sina simu"),
        ("sw", "own_funds", "sina mume"),
        ("sw", "animals_have", "hakuna makosa"),
        ("sw", "animals_have", "hakuna mabadiliko"),
    ],
)
def test_none_of_something_else_is_no_nought(language: str, question: str, text: str) -> None:
    talk = until(interview(language), question)
    assert not isinstance(say(talk, text), Accepted)


@pytest.mark.parametrize(
    ("language", "question", "text"),
    [
        ("en", "animals_have", "i don't have any"),
        ("en", "own_funds", "no savings"),
        ("zh", "animals_have", "没有羊"),
        ("zh", "own_funds", "没有存款"),
        ("sw", "animals_have", "sina mbuzi"),
        ("sw", "own_funds", "sina akiba"),
    ],
)
def test_none_of_what_is_asked_is_nought(language: str, question: str, text: str) -> None:
    talk = until(interview(language), question)
    say(talk, text)
    assert talk.values()[question] == "0"


def test_who_has_no_phone_is_still_heard_so() -> None:
    heard = say(until(interview(), "phone"), "i have no phone")
    assert isinstance(heard, Refused) and heard.code == "no_phone"
