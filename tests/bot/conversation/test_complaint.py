"""The word "complaint" does what the documents promise: the head of the branch reads it, the officer does not."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.services import Services
from tests.bot.conversation.chat import Opener, drain, text_of
from tests.conftest import Clock

OFFICER, LEAD = 2001, 4001
PHONE = "+86 571 5550 0199"
WORDS = [
    ("en", "complaint", "Chen Rong asked me for a chicken"),
    ("en", "Complaint!", "he was rude"),
    ("zh", "投诉", "陈荣跟我要鸡"),
    ("zh", "我要投诉", "他骂我"),
    ("sw", "malalamiko", "Chen Rong ananiomba kuku"),
    ("sw", "nataka kulalamika", "alinitukana"),
]


@pytest.mark.parametrize(("language", "word", "told"), WORDS)
def test_the_word_asks_for_his_own_and_passes_it_past_his_officer(
    chat: Opener, services: Services, language: str, word: str, told: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    assert PHONE in text_of(farmer.send(word))
    done = text_of(farmer.send(told))
    assert "Sun Mei" in done and PHONE in done
    [card] = drain(services, LEAD)
    assert told in card.text  # type: ignore[union-attr]
    assert drain(services, OFFICER) == []
    assert "expects" not in farmer.state


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "complaint: Chen Rong asks me for a chicken every month"),
        ("zh", "我要投诉信贷员陈荣，他每个月跟我要鸡"),
        ("sw", "Malalamiko: Chen Rong ananiomba kuku kila mwezi"),
    ],
)
def test_what_stands_beside_the_word_goes_at_once(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    assert "Sun Mei" in text_of(farmer.send(text))
    assert text in drain(services, LEAD)[0].text  # type: ignore[union-attr]
    assert drain(services, OFFICER) == []


def test_a_complaint_where_words_for_the_officer_were_awaited_never_reaches_him(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    farmer.send("/person")
    farmer.press("Willow Bend")
    _quiet(services)
    farmer.send("complaint")
    farmer.send("he asks for a chicken")
    assert drain(services, OFFICER) == []
    assert "chicken" in drain(services, LEAD)[0].text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "my officer asks me for a chicken, what can I do"),
        ("en", "the officer wants money from me, what should I do?"),
        ("en", "must I buy lunch, the officer asked me for food"),
        ("zh", "信贷员跟我要鸡，怎么办"),
        ("zh", "信贷员要我请吃饭，我该找谁说"),
        ("sw", "afisa wangu ananiomba kuku, nifanye nini"),
        ("en", "the officer wants to keep my id card till i pay, is that ok"),
        ("en", "the manager shouted at me, where can i go"),
        ("sw", "mkopeshaji amenitukana, nifanye nini"),
        ("zh", "信贷员要扣我身份证，怎么办"),
        ("sw", "afisa anataka abaki na kitambulisho changu, ni sawa?"),
    ],
)
def test_ill_treatment_in_a_question_offers_the_same_road(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    farmer.send(text)
    farmer.press(services.wording(language).plain("Tell the head of the branch, not my officer"))
    farmer.press(services.wording(language).plain("Tell the head of the branch, not my officer"))
    [card] = drain(services, LEAD)
    assert text in card.text  # type: ignore[union-attr]
    assert drain(services, OFFICER) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "my officer asked me for a goat to approve the loan"), ("zh", "信贷员跟我要了一只鸡")],
)
def test_ill_treatment_that_is_told_is_not_looked_up(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    said = farmer.send(text)
    assert not any(button.action.startswith("q.") for button in farmer.buttons(said))
    farmer.press(services.wording(language).plain("Tell the head of the branch, not my officer"))
    [card] = drain(services, LEAD)
    assert text in card.text  # type: ignore[union-attr]


QUESTIONS = [
    ("en", "is it right that officer Chen asks me 500 to pass my loan?"),
    ("en", "Chen Rong asks me for 500, is that allowed?"),
    ("en", "can the officer take money from me?"),
    ("en", "do i have to give the officer money?"),
    ("en", "when a payment is late and the officer visits, can the officer take my goats?"),
    ("zh", "信贷员让我给五百块才批，对吗？"),
    ("zh", "信贷员可以收我的钱吗？"),
    ("sw", "je ni sawa afisa Chen aniombe 500 ili apitishe mkopo wangu?"),
    ("sw", "afisa anaweza kuchukua pesa yangu?"),
]


@pytest.mark.parametrize(("language", "text"), QUESTIONS)
def test_a_question_that_complains_has_the_way_past_his_officer_first(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    wording = services.wording(language)
    said = farmer.send(text)
    assert farmer.buttons(said)[0].text == wording.plain("Tell the head of the branch, not my officer")
    assert wording.plain("Ask my officer") not in [one.text for one in farmer.buttons(said)]
    farmer.send({"en": "yes", "zh": "是", "sw": "ndiyo"}[language])
    [card] = drain(services, LEAD)
    assert text in card.text  # type: ignore[union-attr]
    assert drain(services, OFFICER) == []


def test_several_questions_that_complain_have_one_way_past_the_officer(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    _quiet(services)
    text = (
        "is it allowed that officer Chen takes money from me? And how long do I have when a payment is late?"
    )
    said = farmer.send(text)
    past = [one for one in farmer.buttons(said) if one.text.startswith("Tell the head of the branch")]
    assert len(said) > 1 and len(past) == 1
    assert "Ask my officer" not in [one.text for one in farmer.buttons(said)]
    farmer.send("yes")
    farmer.tap(past[0])
    [card] = drain(services, LEAD)
    assert text in card.text  # type: ignore[union-attr]


BY_NAME_ALONE = [
    ("en", "chen wants money for goats"),
    ("en", "why does chen want a goat, what for?"),
    ("zh", "陈荣要钱"),
    ("sw", "chen anataka pesa"),
]


@pytest.mark.parametrize(("language", "text"), BY_NAME_ALONE)
def test_where_only_a_name_complains_the_way_to_the_officer_stands_second(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    _quiet(services)
    wording = services.wording(language)
    shown = [one.text for one in farmer.buttons(farmer.send(text))]
    both = ("Tell the head of the branch, not my officer", "Ask my officer")
    assert shown[:2] == [wording.plain(one) for one in both]
    farmer.press(wording.plain("Ask my officer"))
    assert drain(services, OFFICER) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "chen wants to borrow 5000"),
        ("en", "I am Chen Rong, I want to take 5000"),
        ("en", "can my son chen take 5000 for goats?"),
        ("zh", "我叫陈荣，想要5000块"),
        ("zh", "陈荣要借5000块"),
        ("sw", "naitwa Chen Rong, nataka kuchukua 5000"),
    ],
)
def test_a_farmer_who_is_called_as_his_officer_does_not_complain(
    chat: Opener, services: Services, language: str, text: str
) -> None:
    farmer = chat(language)
    said = farmer.send(text)
    head = services.wording(language).plain("Tell the head of the branch, not my officer")
    assert head not in [one.text for one in farmer.buttons(said)]


def test_a_question_that_may_complain_asks_who_shall_read_it_before_it_is_passed_on(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    _quiet(services)
    farmer.send("he wants 500 before he signs, what is the price of signing?")
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    assert drain(services, OFFICER) == []
    farmer.press("Tell the head of the branch")
    assert "before he signs" in drain(services, LEAD)[0].text  # type: ignore[union-attr]
    assert drain(services, OFFICER) == []


def test_one_complaint_reaches_the_head_of_the_branch_once_whichever_buttons_are_pressed(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    _quiet(services)
    farmer.send("why does chen want a goat, what for?")
    way_past, ask_officer = farmer.button("head of the branch"), farmer.button("Ask my officer")
    farmer.tap(ask_officer)
    farmer.press("Willow Bend")
    asked_whom = farmer.button("head of the branch")
    farmer.tap(way_past)
    assert len(drain(services, LEAD)) == 1
    for later in (asked_whom, ask_officer):
        farmer.tap(later)
        assert "already" in farmer.toasts[-1].text
    assert drain(services, LEAD) == [] and drain(services, OFFICER) == []


def test_the_other_way_round_as_well(chat: Opener, services: Services) -> None:
    farmer = chat()
    _quiet(services)
    farmer.send("why does chen want a goat, what for?")
    way_past = farmer.button("head of the branch")
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    farmer.press("head of the branch")
    assert len(drain(services, LEAD)) == 1
    farmer.tap(way_past)
    assert drain(services, LEAD) == [] and "already" in farmer.toasts[-1].text


def test_the_same_words_said_again_later_are_another_complaint(
    chat: Opener, services: Services, slow_clock: Clock
) -> None:
    farmer = chat()
    for _ in range(2):
        _quiet(services)
        farmer.send("my officer asks me for a chicken, what can I do")
        farmer.press("head of the branch")
        assert len(drain(services, LEAD)) == 1
        slow_clock.now += timedelta(days=1)


def test_each_button_passes_on_the_words_it_stands_under(chat: Opener, services: Services) -> None:
    farmer = chat()
    _quiet(services)
    farmer.send("my officer asked me for a goat to approve the loan")
    goat = farmer.button("head of the branch")
    farmer.send("my officer asks me for a chicken, what can I do")
    chicken = farmer.button("head of the branch")
    for button, words in ((goat, "a goat to approve"), (chicken, "a chicken")):
        farmer.tap(button)
        farmer.tap(button)
        [card] = drain(services, LEAD)
        assert words in card.text  # type: ignore[union-attr]


@pytest.mark.parametrize("word", ["stop", "never mind", "/start"])
def test_it_can_be_left(chat: Opener, services: Services, word: str) -> None:
    farmer = chat()
    _quiet(services)
    farmer.send("complaint")
    farmer.send(word)
    farmer.send("hello")
    assert drain(services, LEAD) == [] and "expects" not in farmer.state


@pytest.mark.parametrize(
    ("language", "word"), [("en", "no"), ("en", "no thanks"), ("zh", "不"), ("sw", "hapana")]
)
def test_a_bare_no_is_no_complaint(chat: Opener, services: Services, language: str, word: str) -> None:
    farmer = chat(language)
    _quiet(services)
    farmer.send("complaint")
    farmer.send(word)
    assert drain(services, LEAD) == [] and "expects" not in farmer.state


def test_a_bare_yes_is_asked_what_happened(chat: Opener, services: Services) -> None:
    farmer = chat()
    _quiet(services)
    farmer.send("complaint")
    assert "what happened" in text_of(farmer.send("yes"))
    farmer.send("he wants a chicken")
    [card] = drain(services, LEAD)
    assert "he wants a chicken" in card.text  # type: ignore[union-attr]


def _quiet(services: Services) -> None:
    drain(services, LEAD)
    drain(services, OFFICER)
