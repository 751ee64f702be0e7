"""How his own application goes, and what is kept about him, asked in a farmer's words."""

# ruff: noqa: E501 - tables of examples

from __future__ import annotations

import pytest

from bot.conversation import leavewords
from bot.services import Services
from knowledge.answering.intent import redirect
from knowledge.types import RedirectKind
from tests.bot.conversation.chat import Opener, text_of
from tests.bot.conversation.test_status import submitted

OFFICER = 2001


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "when will the officer come"), ("en", "when is the visit?"), ("en", "did you decide"), ("en", "any news?"),
        ("zh", "信贷员什么时候来"), ("zh", "什么时候来看我家"), ("zh", "有结果了吗"),
        ("sw", "afisa atakuja lini"), ("sw", "mmeamua"),
    ],
)  # fmt: skip
def test_who_has_applied_hears_how_it_stands(
    chat: Opener, services: Services, language: str, words: str
) -> None:
    farmer = chat(language)
    application = submitted(services, farmer)
    assert application.reference in text_of(farmer.send(words))


def test_its_number_is_enough(chat: Opener, services: Services) -> None:
    farmer, stranger = chat(), chat()
    application = submitted(services, farmer)
    assert application.reference in text_of(farmer.send(f"what about {application.reference.lower()}"))
    assert "TR-" not in text_of(stranger.send(f"what about {application.reference}"))


def test_who_has_not_applied_is_told_the_rule_or_that_there_is_none(chat: Opener) -> None:
    assert "I don't know" in text_of(chat().send("when will the officer come"))


@pytest.mark.parametrize(
    "words", ["when must I come to sign", "can I visit the office", "when is my goat old enough"]
)
def test_other_questions_are_asked_of_the_papers(chat: Opener, services: Services, words: str) -> None:
    farmer = chat()
    application = submitted(services, farmer)
    assert application.reference not in text_of(farmer.send(words))


@pytest.mark.parametrize(
    "words",
    [
        "show me my data", "What do you know about me?", "i want to see my information", "我要看我的资料", "你们有我什么资料",
        "nataka kuona taarifa zangu", "मेरी जानकारी दिखाओ", "quiero ver mis datos", "je veux voir mes données",
    ],
)  # fmt: skip
def test_what_is_kept_may_be_asked_for_in_words(words: str) -> None:
    assert leavewords.meant(words) == leavewords.SHOW


def test_what_is_kept_is_shown_with_its_buttons(chat: Opener) -> None:
    farmer = chat()
    farmer.send("show me my data please")
    assert farmer.button("Send me everything") and farmer.button("Delete what you keep")


@pytest.mark.parametrize(
    "words", ["what do you know about goats", "show me my application", "who sees my data?"]
)
def test_other_wishes_are_not_taken_for_it(words: str) -> None:
    assert leavewords.meant(words) is None


def test_a_second_wish_for_a_loan_is_one() -> None:
    assert redirect("we want to borrow some more money", "en") is RedirectKind.WANTS_LOAN


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "why did you refuse me"), ("en", "I want to appeal"), ("zh", "为什么没批"), ("zh", "我要申诉"),
        ("sw", "kwa nini mmenikataa"), ("sw", "nataka rufaa"), ("en", "why?? i need this mony"), ("en", "but why"), ("zh", "为什么？"), ("sw", "kwa nini"),
    ],
)  # fmt: skip
def test_who_was_declined_hears_the_reason_and_of_the_second_look(
    chat: Opener, services: Services, language: str, words: str
) -> None:
    farmer = chat(language)
    number = submitted(services, farmer).application_id
    with services.engine.begin() as connection:
        services.review.claim(connection, OFFICER, number)
        services.review.recommend(
            connection, OFFICER, number, lend=False, reasons_for="x", reasons_against="y"
        )
        services.review.reject(connection, 3001, number, reason="Too many debts.")
    said = text_of(farmer.send(words))
    assert "Too many debts." in said and services.lender.complaints_phone in said


def test_after_the_visit_the_farmer_waits_for_no_other(chat: Opener, services: Services) -> None:
    farmer = chat()
    number = submitted(services, farmer).application_id
    with services.engine.begin() as connection:
        services.review.claim(connection, OFFICER, number)
        services.review.record_visit(connection, OFFICER, number, "the pen is dry")
    said = text_of(farmer.send("/status"))
    assert "has seen the place" in said and "comes to see you" not in said
