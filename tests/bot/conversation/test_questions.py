"""Questions: an answer with its source, an honest refusal, and the way to a person."""

from __future__ import annotations

import pytest

from bot.conversation import handed, handoff, readers
from bot.conversation.dispatch import Dispatch
from bot.conversation.messages import Button, Reply
from bot.delivery.jobs import Job
from bot.services import Services
from tests.bot.conversation.chat import Opener, drain, text_of
from tests.conftest import Clock

OFFICER = 2001  # of willow-bend and stone-bridge
LEAD = 4001
QUESTION = "When do I need a guarantor?"
UNKNOWN = "Do you sell chainsaws on Sundays?"


def test_an_answer_shows_where_it_stands(chat: Opener) -> None:
    farmer = chat()
    said = text_of(farmer.send(QUESTION))
    assert "20,000" in said
    assert "Credit handbook" in said and "Guarantors" in said


def test_each_question_of_a_message_has_its_answer(chat: Opener) -> None:
    said = chat().send("Hello! When do I need a guarantor and what happens when a payment is late?")
    assert ["20,000" in one.text for one in said] == [True, False]
    assert "officer visits you" in said[1].text


def test_of_two_questions_the_one_without_an_answer_is_named(chat: Opener, services: Services) -> None:
    farmer = chat()
    said = farmer.send(f"{UNKNOWN} and when do I need a guarantor?")
    assert "20,000" in said[0].text
    assert UNKNOWN.rstrip("?") in said[1].text and "I don't know" in said[1].text
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    assert UNKNOWN.rstrip("?") in drain(services, OFFICER)[-1].text  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("text", "said"),
    [("😀😀", "any time"), ("👍", "any time"), ("?", "could not read"), ("...?", "could not read")],
)
def test_signs_alone_are_no_question(chat: Opener, text: str, said: str) -> None:
    assert said in text_of(chat().send(text))


def test_courtesies_before_a_question_are_no_part_of_it(chat: Opener) -> None:
    assert "20,000" in text_of(chat().send("thank you very much!! when do I need a guarantor"))


def test_the_source_and_its_whole_section_can_be_read(chat: Opener) -> None:
    farmer = chat()
    farmer.send("What happens when a payment is late?")
    passage = farmer.press("Show where it stands")
    assert "officer visits you" in text_of(passage)
    section = farmer.press("Read the whole section")
    assert "first" in text_of(section) and "thirty days" in text_of(section)


def test_where_nothing_answers_surely_the_nearest_sections_can_be_read(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    said = farmer.send("can a guarantor be from another village")
    assert "I don't know for sure" in text_of(said) and "20,000" not in text_of(said)
    section = farmer.press("📄 Guarantors")
    assert "Credit handbook" in text_of(section) and "20,000" in text_of(section)
    farmer.press("👍 This answers it")
    with services.reading() as connection:
        [logged] = services.knowledge.log.of(connection, str(farmer.user_id))
        open_questions = services.knowledge.log.unanswered(connection)
    assert logged.rating == 1 and logged not in open_questions


def test_who_does_not_find_his_answer_in_the_nearest_section_asks_his_officer(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    farmer.send("can a guarantor be from another village")
    farmer.press("📄 Late payment")
    farmer.press("Ask my officer")
    farmer.press("Willow Bend")
    assert "another village" in drain(services, OFFICER)[-1].text  # type: ignore[union-attr]


def test_what_the_papers_do_not_speak_of_has_no_nearest_section(chat: Opener) -> None:
    farmer = chat()
    assert "Our papers do not answer this" in text_of(farmer.send(UNKNOWN))
    assert not any("📄" in button.text for button in farmer.buttons())


def test_a_rating_can_be_changed(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(QUESTION)
    farmer.press("👍")
    offered = farmer.press("👎")
    assert "ask your officer" in text_of(offered)
    assert farmer.press("👎") == []  # the offer is made once
    with services.reading() as connection:
        logged = services.knowledge.log.of(connection, str(farmer.user_id))
    assert logged[0].rating == -1


def test_what_is_not_in_the_papers_reaches_the_officer_and_comes_back(
    chat: Opener, services: Services
) -> None:
    farmer = chat()
    said = farmer.send(UNKNOWN)
    assert "I don't know" in text_of(said)
    drain(services, OFFICER)
    asked = farmer.press("Ask my officer")
    assert "Which village" in text_of(asked)
    passed = farmer.press("Willow Bend")
    assert "Chen Rong" in text_of(passed)
    card = drain(services, OFFICER)
    assert UNKNOWN in card[0].text  # type: ignore[union-attr]
    answered(services, card[0].buttons[0][0])  # type: ignore[union-attr]
    assert "Only on Mondays" in text_of(farmer.hear())
    assert "Chen Rong" in farmer.said[-1].text


@pytest.mark.parametrize(
    ("language", "yes", "village"), [("en", "yes pls", "wilow bend"), ("sw", "ndio", "2")]
)
def test_yes_and_the_village_may_be_written(
    chat: Opener, services: Services, language: str, yes: str, village: str
) -> None:
    farmer = chat(language)
    farmer.send(UNKNOWN)
    drain(services, OFFICER)
    labels = [one.text for one in farmer.buttons(farmer.send(yes))]
    passed = farmer.send(village if not village.isdecimal() else labels[int(village) - 1])
    assert "Chen Rong" in text_of(passed)
    assert UNKNOWN in drain(services, OFFICER)[0].text  # type: ignore[union-attr]


def test_a_written_no_passes_nothing_on(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(UNKNOWN)
    drain(services, OFFICER)
    assert "/person" in text_of(farmer.send("no thanks"))
    assert not drain(services, OFFICER)
    assert "All right" in text_of(farmer.send("yes"))  # nothing is asked any more
    assert not drain(services, OFFICER)


def test_a_yes_long_after_is_no_answer(chat: Opener, slow_clock: Clock) -> None:
    farmer = chat()
    farmer.send(UNKNOWN)
    slow_clock.advance(hours=2)
    assert "Which village" not in text_of(farmer.send("yes"))


def test_a_yes_after_something_else_was_said_is_no_answer(
    chat: Opener, services: Services, slow_clock: Clock
) -> None:
    farmer = chat()
    farmer.send(UNKNOWN)
    slow_clock.advance(minutes=5)
    with services.engine.begin() as connection:  # an officer's message, say
        tx = Dispatch(services, (), lambda turn: lambda tx: None).transaction(connection)
        tx.send(farmer.user_id, Reply("Shall I come tomorrow?"))
    slow_clock.advance(minutes=1)
    farmer.hear()
    assert "Which village" not in text_of(farmer.send("ok"))


@pytest.mark.parametrize(
    "words", ["not willow bend", "My officer in Willow Bend took my cow", "I am from willow bend and sick"]
)
def test_a_name_among_other_words_is_not_its_button(chat: Opener, services: Services, words: str) -> None:
    farmer = chat()
    farmer.send(UNKNOWN)
    farmer.send("yes")
    drain(services, OFFICER)
    farmer.send(words)
    assert not drain(services, OFFICER)
    assert "village" not in farmer.state


@pytest.mark.parametrize("words", ["yes", "ok", "please"])
def test_what_cannot_be_undone_takes_a_button(chat: Opener, words: str) -> None:
    farmer = chat()
    farmer.send("/privacy")
    farmer.press("Delete")
    assert "deleted" not in text_of(farmer.send(words))


def test_a_written_yes_to_what_is_done_already_is_answered_in_words(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(QUESTION)
    farmer.press("👎")
    farmer.send("yes")
    farmer.send("willow bend")
    farmer.send(UNKNOWN)
    farmer.send("yes")
    again = farmer.press("👎")
    assert not again  # the offer is made once, and takes the place of nothing


def answered(services: Services, button: Button) -> None:
    with services.engine.begin() as connection:
        tx = Dispatch(services, (), lambda turn: lambda tx: None).transaction(connection, OFFICER)
        member = services.staff.get(connection, OFFICER)
        handoff.answer(tx, services, int(button.args[0]), member, "Only on Mondays.")
        with pytest.raises(handoff.AlreadyAnswered):
            handoff.answer(tx, services, int(button.args[0]), member, "Again.")


def test_a_question_nobody_answers_comes_before_the_branch_lead(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send("/person")
    farmer.press("Willow Bend")
    farmer.send("Are you there?")
    drain(services, LEAD)
    with services.engine.begin() as connection:
        [question] = handed.of_chat(connection, services, farmer.user_id)
        job = Job(1, "key", handoff.ESCALATE, {"handoff_id": question.handoff_id}, 1)
        commit = handoff.handlers(services)[handoff.ESCALATE](job)
        assert commit is not None
        commit(Dispatch(services, (), lambda turn: lambda tx: None).transaction(connection))
    assert "Are you there?" in drain(services, LEAD)[0].text  # type: ignore[union-attr]


def test_pressed_twice_it_is_passed_on_once(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(UNKNOWN)
    farmer.press("Ask my officer")
    village = farmer.button("Stone Bridge")
    drain(services, OFFICER)
    farmer.tap(village)
    farmer.tap(village)
    farmer.press("Ask my officer")  # the village is remembered: no question again
    assert len(drain(services, OFFICER)) == 1
    assert "already" in farmer.toasts[-1].text


def test_a_place_without_an_officer_goes_to_the_branch_lead(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send(UNKNOWN)
    farmer.press("Ask my officer")
    drain(services, LEAD)
    assert "Sun Mei" in text_of(farmer.press("Another place"))
    assert len(drain(services, LEAD)) == 1


def test_only_who_asked_may_press(chat: Opener) -> None:
    farmer, stranger = chat(), chat()
    farmer.send(UNKNOWN)
    assert stranger.tap(farmer.button("Ask my officer")) == []
    assert "no longer" in stranger.toasts[-1].text


def test_an_officer_of_another_village_may_not_answer(services: Services) -> None:
    with services.reading() as connection:
        other = services.staff.get(connection, 2002)
        question = handed.Handoff(1, 1, "willow-bend", "en", False, "?", services.clock())
        assert not readers.may_answer(connection, services, other, question)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hello", "Hello"),
        ("thank you", "welcome"),
        ("bye", "Goodbye"),
        ("who are you", "program"),
        ("I want to talk to a person", "Which village"),
        ("what is the status of my application", "no application"),
    ],
)
def test_small_talk_is_led_where_it_belongs(chat: Opener, text: str, expected: str) -> None:
    assert expected in text_of(chat().send(text))


def test_an_emergency_is_one_press_from_a_person(chat: Opener, services: Services) -> None:
    farmer = chat()
    said = farmer.send("They took my goats and I can't pay")
    assert "not alone" in text_of(said)
    drain(services, LEAD)
    farmer.press("head of the branch")
    farmer.press("head of the branch")
    told = drain(services, LEAD)
    assert len(told) == 1 and "Urgent" in told[0].text  # type: ignore[union-attr]


def test_nobody_in_danger_is_told_to_be_shorter(chat: Opener) -> None:
    farmer = chat()
    told = "We planted maize and the rain did not come. " * 30
    assert "not alone" in text_of(farmer.send(told + "I do not want to live any more"))
    assert farmer.button("head of the branch")


def test_each_emergency_goes_by_the_button_under_it(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send("/person")
    farmer.press("Willow Bend")
    farmer.press("Never mind")
    farmer.send("They took my goats and I can't pay")
    first = farmer.button("Tell my officer now"), farmer.button("head of the branch")
    farmer.send("My house burned down and I can't pay")
    second = farmer.button("Tell my officer now"), farmer.button("head of the branch")
    drain(services, OFFICER)
    drain(services, LEAD)
    for officer, lead in (first, second):
        farmer.tap(officer)
        farmer.tap(lead)
    for whom in (OFFICER, LEAD):
        goats, house = drain(services, whom)
        assert "They took my goats" in goats.text and "My house burned" in house.text  # type: ignore[union-attr]


def test_a_message_to_a_person(chat: Opener, services: Services) -> None:
    farmer = chat()
    farmer.send("/person")
    assert "Chen Rong" in text_of(farmer.press("Willow Bend"))
    drain(services, OFFICER)
    farmer.send("Please come on Friday")
    assert "Please come on Friday" in drain(services, OFFICER)[0].text  # type: ignore[union-attr]
    assert "expects" not in farmer.state


@pytest.mark.parametrize(
    "text", ["\u200b\u200b", "x" * 4097, "y" * 100_000, "a\x00b", "\ud800", "\u202egnihton"]
)
def test_no_text_is_too_strange(chat: Opener, text: str) -> None:
    assert chat().send(text)


@pytest.mark.parametrize(
    "message", ["Can I get a loan for chainsaws on Sundays?", "Can I have a loan for a wig shop?"]
)
def test_who_asks_for_a_loan_that_no_paper_speaks_of_may_still_apply(chat: Opener, message: str) -> None:
    farmer = chat()
    farmer.send(message)
    assert "Apply for a loan" in [button.text for button in farmer.buttons()]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "sorry"),
        ("en", "forget it"),
        ("en", "wait"),
        ("sw", "subiri"),
        ("sw", "samahani"),
        ("zh", "对不起"),
        ("zh", "算了"),
    ],
)
def test_a_bare_apology_or_forget_it_is_no_question(chat: Opener, language: str, words: str) -> None:
    farmer = chat(language)
    farmer.send(words)
    assert not {"q.ask", "q.sos"} & {button.action for button in farmer.buttons()}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "my payment is late, the officer has not visited"),
        ("en", "the officer never came, 3 weeks i wait"),
        ("zh", "信贷员三个星期都没来"),
    ],
)
def test_whoever_waits_for_an_officer_in_vain_may_tell_a_person(
    chat: Opener, language: str, words: str
) -> None:
    farmer = chat(language)
    farmer.send(words)
    assert "k.tell" in {button.action for button in farmer.buttons()}
