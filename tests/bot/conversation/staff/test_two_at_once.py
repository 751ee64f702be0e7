"""Two applications open on one phone: words, buttons and decisions go to the one they were meant for."""

from __future__ import annotations

import pytest

from intake.applications import ApplicationStatus
from tests.bot.conversation.staff.office import CHEN, FARMER, Office

OTHER = 1002


def two_claimed(office: Office) -> tuple[object, object]:
    first, second = office.claimed(), office.claimed(user_id=OTHER)
    return first, second


def held(office: Office, application: object, verb: str) -> None:
    office.chen.press_data(verb, (str(application.application_id), str(office.now(application).version)))


def pressed_under_the_older(office: Office, label: str) -> tuple[object, object]:
    """Asked of both, one after the other; the button pressed stands under the first question."""
    first, second = two_claimed(office)
    held(office, first, "o.ask")
    old = office.chen.button(label)
    held(office, second, "o.ask")
    office.chen.press_data(old.action, old.args)
    return first, second


def test_every_question_names_the_application_and_the_farmer(office: Office) -> None:
    application = office.claimed()
    for verb in ("o.ask", "o.msg", "o.seen", "o.vis", "o.rec"):
        held(office, application, verb)
        assert application.reference in office.chen.words
        assert application.applicant.name in office.chen.words


def test_words_written_after_other_news_are_shown_before_they_go(office: Office) -> None:
    first, second = two_claimed(office)
    one, two = office.farmer("en"), office.farmer("en", OTHER)
    one.news(), two.news()
    held(office, first, "o.msg")
    office.clock.advance(minutes=1)
    two.command("/status")
    two.press("Write to my officer")
    two.text("The pen is ready.")
    office.chen.news()
    office.chen.text("Good, I come on Monday.")
    assert one.news() == [] and two.news() == []
    assert first.reference in office.chen.words and "I come on Monday" in office.chen.words
    office.chen.press("Never mind")
    assert one.news() == [] and two.news() == []
    held(office, second, "o.msg")
    office.chen.text("Good, I come on Monday.")
    assert one.news() == [] and "I come on Monday" in two.news()[0].text


def test_words_in_doubt_go_with_one_press(office: Office) -> None:
    first, second = two_claimed(office)
    one = office.farmer("en")
    one.news()
    held(office, first, "o.ask")
    office.clock.advance(minutes=1)
    held(office, second, "o.show")
    office.chen.text("Where do the goats sleep?")
    assert office.now(first).status is ApplicationStatus.UNDER_REVIEW
    office.chen.press("Yes, for this one")
    assert office.now(first).status is ApplicationStatus.INFORMATION_REQUESTED
    assert office.now(second).status is ApplicationStatus.UNDER_REVIEW
    assert "Where do the goats sleep?" in one.news()[0].text


def test_words_that_answer_another_message_are_in_doubt(office: Office) -> None:
    application = office.claimed()
    held(office, application, "o.ask")
    office.chen.text("Where do the goats sleep?", reply_to=3)
    assert office.now(application).status is ApplicationStatus.UNDER_REVIEW
    office.chen.press("Yes, for this one")
    assert office.now(application).status is ApplicationStatus.INFORMATION_REQUESTED


def test_a_ready_made_sentence_under_an_old_question_goes_nowhere(office: Office) -> None:
    first, second = pressed_under_the_older(office, "Do you owe money")
    assert second.reference in office.chen.words
    for one in (first, second):
        assert office.now(one).status is ApplicationStatus.UNDER_REVIEW


def test_never_mind_under_an_old_question_leaves_the_newer_open(office: Office) -> None:
    _first, second = pressed_under_the_older(office, "Never mind")
    assert office.chen.state["expects"]["id"] == str(second.application_id)


def test_declining_under_an_old_question_declines_nobody(office: Office) -> None:
    first, second = office.recommended(), office.recommended(user_id=OTHER)
    decline = {}
    for one in (first, second):
        office.zhao.press_data("o.rej", (str(one.application_id), str(office.now(one).version)))
        office.zhao.text(f"The pen of {one.reference} has no roof.")
        assert one.reference in office.zhao.words and one.applicant.name in office.zhao.words
        decline[one.application_id] = office.zhao.button("Decline")
    old = decline[first.application_id]
    office.zhao.press_data(old.action, old.args)
    for one in (first, second):
        assert office.now(one).status is ApplicationStatus.RECOMMENDED
    new = decline[second.application_id]
    office.zhao.press_data(new.action, new.args)
    assert office.now(first).status is ApplicationStatus.RECOMMENDED
    assert office.now(second).status is ApplicationStatus.REJECTED


def test_the_words_that_count_are_those_above_the_button(office: Office) -> None:
    application = office.recommended()
    office.zhao.press_data("o.rej", (str(application.application_id), str(application.version)))
    office.zhao.text("It is too early.")
    old = office.zhao.button("Decline")
    office.zhao.text("The pen has no roof yet.")
    office.zhao.press_data(old.action, old.args)
    assert office.now(application).status is ApplicationStatus.RECOMMENDED


def test_an_amount_under_an_old_question_is_not_the_other_loans(office: Office) -> None:
    first, second = two_claimed(office)
    buttons = []
    for one in (first, second):
        held(office, one, "o.rec")
        office.chen.press("Yes, lend")
        office.chen.text("Ten years of goats.")
        office.chen.text("One buyer only.")
        buttons.append(office.chen.button("All that was asked"))
    office.chen.press_data(buttons[0].action, buttons[0].args)
    assert "You recommend to lend" not in office.chen.words
    office.chen.press_data(buttons[1].action, buttons[1].args)
    assert second.reference in office.chen.words and "You recommend to lend" in office.chen.words


@pytest.mark.parametrize("words", ["never mind", "Cancel", "stop"])
def test_calling_it_off_in_words_sends_nothing(office: Office, words: str) -> None:
    application = office.claimed()
    farmer = office.farmer("en")
    farmer.news()
    held(office, application, "o.msg")
    office.chen.text(words)
    assert "nothing was changed" in office.chen.words and farmer.news() == []
    office.chen.text("is the rate for goats 9.6?")
    assert farmer.news() == []


@pytest.mark.parametrize("bare", ["no", "hapana", "ok", "9000", "¥ 9,000"])
def test_a_nod_or_a_figure_is_no_reason(office: Office, bare: str) -> None:
    application = office.claimed()
    held(office, application, "o.rec")
    office.chen.press("Yes, lend")
    office.chen.text(bare)
    assert "in a few words" in office.chen.words
    office.chen.text("Ten years of goats.")
    office.chen.text(bare)
    assert "in a few words" in office.chen.words
    office.chen.text("There is no water in winter.")
    assert "How much would you lend?" in office.chen.words


NONE = ["Nothing", "none", "n/a", "nil", "hakuna", "sina", "没有", "कुछ नहीं", "nada", "rien"]


@pytest.mark.parametrize("none", NONE)
def test_nothing_speaks_for_no_loan_but_may_speak_against_none(office: Office, none: str) -> None:
    application = office.claimed()
    held(office, application, "o.rec")
    office.chen.press("Yes, lend")
    office.chen.text(none)
    assert "in a few words" in office.chen.words
    office.chen.text("Ten years of goats.")
    office.chen.text(none)
    assert "How much would you lend?" in office.chen.words


REASONS = ["No income", "No debts", "no other income", "没有收入", "hakuna mapato", "sina deni", "no money"]


@pytest.mark.parametrize("reason", REASONS)
def test_that_there_is_none_of_something_is_a_reason(office: Office, reason: str) -> None:
    application = office.claimed()
    held(office, application, "o.rec")
    office.chen.press("Yes, lend")
    office.chen.text(reason)
    assert "in a few words" not in office.chen.words
    office.chen.text(reason)
    assert "How much would you lend?" in office.chen.words


HOURS = [
    ("tomorrow 10am", True),
    ("tomorrow at 10:30", True),
    ("tomorrow morning", True),
    ("tomorrow", False),
]


@pytest.mark.parametrize(("words", "hour"), HOURS)
def test_the_hour_of_a_visit_is_not_dropped_in_silence(office: Office, words: str, hour: bool) -> None:
    application = office.claimed()
    held(office, application, "o.vis")
    office.chen.text(words)
    assert "The visit is set for" in office.chen.words
    assert ("write the hour to the farmer yourself" in office.chen.words) is hour


def test_photos_between_the_question_and_the_notes_make_no_doubt(office: Office) -> None:
    from tests.bot.conversation.conftest import photo

    application = office.claimed()
    held(office, application, "o.seen")
    office.chen.photo(photo(), words="The north wall is new.")
    office.chen.text("Nine goats, all healthy.")
    assert "The visit is in the file." in office.chen.words
    with office.services.reading() as connection:
        [kept] = office.services.applications.attachments.of_draft(connection, application.draft_id)
    assert kept.caption == "The north wall is new."


def test_the_farmers_words_come_with_a_way_to_answer(office: Office) -> None:
    office.claimed()
    farmer = office.farmer("en")
    farmer.news()
    farmer.command("/status")
    farmer.press("Write to my officer")
    farmer.text("May I sell two goats?")
    [news] = office.chen.news()
    assert [button.text for row in news.buttons for button in row] == [
        "Write to the farmer",
        "Show the application",
    ]
    office.chen.press("Write to the farmer")
    office.chen.text("Yes, you may.")
    assert "Yes, you may." in farmer.news()[0].text


def test_a_step_of_another_village_tells_nothing(office: Office) -> None:
    """Forged buttons: no reference, name or amount of a file that is not open to him."""
    application = office.claimed()
    number, version = str(application.application_id), str(office.now(application).version)
    for action, args in (
        ("o.lend", (number, version, "1")),
        ("o.msg", (number, version)),
        ("o.less", (number, version)),
        ("o.seen", (number, version)),
    ):
        office.chat(2003).press_data(action, args)
        assert application.applicant.name not in office.chat(2003).words
        assert "expects" not in office.chat(2003).state
    assert FARMER and CHEN


def test_words_straight_under_a_farmers_message_are_offered_to_him(office: Office) -> None:
    office.claimed()
    farmer = office.farmer("en")
    farmer.news()
    farmer.command("/status")
    farmer.press("Write to my officer")
    farmer.text("May I sell two goats?")
    office.chen.news()
    office.chen.text("Yes, you may.")
    assert farmer.news() == [] and "Shall I send this to the farmer?" in office.chen.words
    office.chen.press("Send it to the farmer")
    assert "Yes, you may." in farmer.news()[0].text
    office.chen.text("and what is the rate?")
    assert "Shall I send this" not in office.chen.words and farmer.news() == []


def test_a_farmers_question_is_answered_straight_too(office: Office) -> None:
    farmer = office.farmer("en")
    farmer.command("/person")
    if "Willow Bend" in farmer.buttons():
        farmer.press("Willow Bend")
    farmer.text("When is the office open on market days?")
    office.chen.news()
    office.chen.text("To twelve.")
    assert "market days" in office.chen.words and "Shall I send this" in office.chen.words
    office.chen.press("Send it to the farmer")
    assert "To twelve." in farmer.news()[-1].text


def test_words_that_were_a_question_go_to_the_papers(office: Office) -> None:
    office.claimed()
    farmer = office.farmer("en")
    farmer.news()
    farmer.command("/status")
    farmer.press("Write to my officer")
    farmer.text("May I sell two goats?")
    office.chen.news()
    office.chen.text("how many goats make a herd?")
    office.chen.press("No, I ask the papers")
    assert "I don't know" in office.chen.words and farmer.news() == []
    assert "expects" not in office.chen.state


def test_whoever_holds_it_no_more_is_not_offered_to_answer(office: Office) -> None:
    application = office.claimed()
    farmer = office.farmer("en")
    farmer.command("/status")
    farmer.press("Write to my officer")
    farmer.text("May I sell two goats?")
    office.chen.news()
    office.sun.press_data("o.to", (str(application.application_id), "2", "2002"))
    office.chen.text("Yes, you may.")
    assert "Shall I send this" not in office.chen.words


def test_words_in_doubt_may_be_turned_to_the_farmer_who_wrote_last(office: Office) -> None:
    first, _second = two_claimed(office)
    one, two = office.farmer("en"), office.farmer("en", OTHER)
    held(office, first, "o.ask")
    office.clock.advance(minutes=1)
    two.command("/status")
    two.press("Write to my officer")
    two.text("The pen is ready.")
    one.news(), two.news(), office.chen.news()
    office.chen.text("Good, I come on Monday.")
    office.chen.press("No, for the last message")
    assert "Shall I send this to the farmer?" in office.chen.words and two.news() == []
    office.chen.press("Send it to the farmer")
    assert one.news() == [] and "I come on Monday" in two.news()[0].text
    assert office.now(first).status is ApplicationStatus.UNDER_REVIEW
