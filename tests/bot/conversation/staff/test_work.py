"""From claim to recommendation: each press once, by who may, the farmer told in his language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.conversation.messages import IncomingKind
from intake.applications import ApplicationStatus, FindingKind
from tests.bot.conversation.conftest import photo
from tests.bot.conversation.staff.office import CHEN, FARMER, LI, SUN, Office

NAUGHTY = Path("/work/shared/data/hostile/naughty_strings.json")
STRANGE = [
    "\u202eabc",
    "a\x00b",
    "\ud800",
    "<b>",
    "&amp;",
    "{officer}",
    "{0}",
    "%s",
    "x" * 2000,
    "\u200b",
    "𝕏",
    "ab\nc",
]


def test_claiming_tells_the_farmer_and_renews_the_card_in_place(office: Office) -> None:
    farmer = office.farmer("sw")
    office.apply(language="sw")
    office.chen.news()
    [card] = office.chen.press("Claim")
    assert card.edit == 1 and "You hold it." in card.text
    assert office.chen.toasts == ["It is yours. The farmer knows your name now."]
    assert {"Ask the farmer", "Set a visit", "Recommend", "Write to the farmer"} <= set(office.chen.buttons())
    [news] = farmer.news()
    assert "Chen Rong" in news.text


def test_the_second_officer_hears_who_was_quicker(office: Office) -> None:
    application = office.apply()
    office.chen.news(), office.sun.command("/queue")
    office.sun.press("1")
    office.chen.press("Claim")
    office.sun.press("Claim")
    assert (
        "Already done: it is with the officer since" in office.sun.words and "Chen Rong" in office.sun.words
    )
    assert office.now(application).holder == CHEN
    office.chen.press_data("o.claim", (str(application.application_id), "1"))
    assert ", by you." in office.chen.words


def test_a_question_goes_to_the_farmer_and_his_answer_comes_back(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    farmer.news()
    office.chen.press("Ask the farmer")
    office.chen.text("Where do the <goats> sleep?")
    assert office.now(application).status is ApplicationStatus.INFORMATION_REQUESTED
    assert "Asked, not yet answered: " in office.chen.words
    assert "Where do the &lt;goats&gt; sleep?" in farmer.news()[0].text
    farmer.press("Answer")
    farmer.text("In the shed behind the house.")
    [news] = office.chen.news()
    assert "In the shed behind the house." in news.text
    office.chen.press("Show the application")
    assert "with the officer" in office.chen.words


def test_a_ready_made_question_is_read_in_the_farmers_language(office: Office) -> None:
    farmer = office.farmer("zh")
    office.claimed(language="zh")
    farmer.news()
    office.chen.press("Ask the farmer")
    assert "The farmer reads 中文" in office.chen.words
    office.chen.press("When can I find you at home?")
    question = office.services.wording("zh").translated("When can I find you at home?")
    assert question in farmer.news()[0].text
    assert "Asked, not yet answered: \u2068When can I find you at home?" in office.chen.words
    assert question in farmer.command("/status")[0].text


def test_it_is_read_in_the_language_he_has_chosen_since(office: Office) -> None:
    farmer = office.farmer("zh")
    office.claimed(language="zh")
    office.chen.press("Ask the farmer")
    office.chen.press("When can I find you at home?")
    farmer.command("/language")
    farmer.press("English")
    assert "When can I find you at home?" in farmer.command("/status")[0].text


def test_a_message_to_the_farmer_changes_nothing_else(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    farmer.news()
    office.chen.press("Write to the farmer")
    office.chen.text("I will call you tomorrow.")
    assert "I will call you tomorrow." in farmer.news()[0].text
    assert office.now(application).version == application.version
    farmer.press("Answer")
    farmer.text("Good.")
    assert "Good." in office.chen.news()[0].text


def test_the_visit_by_button_by_date_and_moved(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    farmer.news()
    office.chen.press("Set a visit")
    office.chen.press("Tomorrow")
    assert str(office.now(application).visit_on) == "2026-03-03"
    assert "March 3, 2026" in farmer.news()[0].text
    office.chen.press("Move the visit")
    office.chen.text("2020-01-01")
    assert "This day is over" in office.chen.words
    office.chen.text("no idea")
    assert "could not read that as a day" in office.chen.words
    office.chen.text("2026-03-15")
    assert str(office.now(application).visit_on) == "2026-03-15"


def test_a_day_pressed_twice_is_told_to_the_farmer_once(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    office.chen.press("Set a visit")
    tomorrow = office.chen.button("Tomorrow")
    assert tomorrow is not None
    farmer.news()
    office.chen.press_data(tomorrow.action, tomorrow.args)
    office.chen.press_data(tomorrow.action, tomorrow.args)
    assert "That card was old: you changed it" in office.chen.words
    assert len(farmer.news()) == 1 and str(office.now(application).visit_on) == "2026-03-03"


def test_a_day_that_may_mean_two_is_asked_about(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Set a visit")
    office.chen.text("04/05/2026")
    assert "Which day do you mean?" in office.chen.words
    office.chen.press("May 4, 2026")
    assert str(office.now(application).visit_on) == "2026-05-04"


@pytest.mark.parametrize("words", ["after 5 March", "before 5 March", "April", "next week"])
def test_what_names_no_one_day_is_asked_about_before_the_farmer_hears(office: Office, words: str) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    office.chen.press("Set a visit")
    farmer.news()
    office.chen.text(words)
    assert "Which day do you mean?" in office.chen.words and farmer.news() == []
    assert office.now(application).visit_on is None
    [day] = [one for one in office.chen.buttons() if ", 2026" in one]
    office.chen.press(day)
    assert office.now(application).visit_on is not None and len(farmer.news()) == 1


def test_the_visit_is_recorded_with_photo_and_place(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Record the visit")
    office.chen.photo(photo())
    office.chen.location(30.25, 120.16)
    office.chen.text("Pen is dry, nine goats, all healthy.")
    assert "Visited on" in office.chen.words and "nine goats" in office.chen.words
    with office.services.reading() as connection:
        [paper] = office.services.applications.store.findings(connection, application.application_id)
    assert paper.kind is FindingKind.VISIT and tuple(paper.facts["location"]) == (30.25, 120.16)
    assert "Photos (1)" in office.chen.buttons()


def test_a_visit_made_before_its_day_is_told_to_the_farmer(office: Office) -> None:
    farmer = office.farmer("en")
    office.claimed()
    office.chen.press("Set a visit")
    office.chen.press("Tomorrow")
    farmer.news()
    office.chen.press("Record the visit")
    office.chen.text("Came a day early, all is well.")
    [told] = farmer.news()
    assert "has seen your place already" in told.text
    assert "The visit on March 3, 2026 will not take place." in told.text


def test_a_visit_on_its_day_is_no_news_to_the_farmer(office: Office) -> None:
    farmer = office.farmer("en")
    office.claimed()
    office.chen.press("Set a visit")
    office.chen.press("Today")
    farmer.news()
    office.chen.press("Record the visit")
    office.chen.text("All is well.")
    assert farmer.news() == []


def test_an_officer_is_not_sent_to_his_officer(office: Office) -> None:
    office.chen.text("Do you sell chainsaws on Sundays?")
    assert "I don't know" in office.chen.words
    assert office.chen.buttons() == []


def test_a_broken_photo_is_refused_and_the_step_stays_open(office: Office) -> None:
    office.claimed()
    office.chen.press("Record the visit")
    office.chen.photo(b"no picture")
    assert "I cannot open this photo" in office.chen.words
    office.chen.text("Seen all the same.")
    assert "The visit is in the file." in office.chen.words


def test_a_recommendation_has_reasons_for_and_against_and_is_read_before_it_counts(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("Yes, lend")
    office.chen.text("Ten years of goats.")
    office.chen.press("There is only one buyer.")
    office.chen.text("a lot")
    assert "could not read that as an amount" in office.chen.words
    office.chen.text("9000")
    assert "at most ¥8,000" in office.chen.words
    office.chen.text("6k")
    assert "You recommend to lend ¥6,000." in office.chen.words
    assert office.now(application).status is ApplicationStatus.UNDER_REVIEW
    office.chen.press("Hand it on")
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    [card] = office.zhao.news()
    for fact in (
        "Chen Rong recommends ¥6,000.",
        "Ten years of goats.",
        "There is only one buyer.",
        "Nobody has recorded a visit",
    ):
        assert fact in card.text
    assert {"Approve", "Decline", "Return for information"} <= set(office.zhao.buttons())


def test_not_to_lend_needs_both_reasons_too(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Recommend")
    office.chen.press("No, do not lend")
    office.chen.press("Knows this work well.")
    office.chen.text("Owes the shop 20,000.")
    office.chen.press("Hand it on")
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    assert "recommends not to lend" in office.zhao.news()[0].text


def test_words_are_given_back_when_the_farmer_took_it_back_meanwhile(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Ask the farmer")
    with office.services.engine.begin() as connection:
        office.services.applications.withdraw(connection, application.application_id, FARMER)
    office.chen.text("Where do the goats sleep?")
    assert "Already done: it is withdrawn" in office.chen.words
    assert "Your words were not used: \u2068Where do the goats sleep?\u2069" in office.chen.words
    office.chen.text("Hello")
    assert "not used" not in office.chen.words


def test_an_old_card_says_so_and_shows_the_new_one(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Set a visit")
    office.chen.press("Tomorrow")
    office.chen.press_data("o.rec", (str(application.application_id), str(application.version)))
    assert "That card was old: you changed it" in office.chen.words
    office.chen.press("Recommend")
    assert "Do you recommend this loan?" in office.chen.words


def test_giving_back_and_being_given(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    farmer.news()
    office.chen.press("Give it back")
    assert office.now(application).holder is None
    assert office.chen.news() == []  # no card of what he just gave back
    assert "Another officer will look after" in farmer.news()[0].text
    office.sun.command("/queue")
    office.sun.press("1")
    office.sun.press("Give it to an officer")
    assert office.sun.buttons()[0].startswith("Chen Rong (holds 0)")
    office.sun.press("Li Na")
    assert office.now(application).holder == LI
    assert office.chat(LI).news()
    assert "Li Na now looks after" in farmer.news()[0].text
    office.sun.press("Give it to an officer")
    office.sun.press("Chen Rong")
    assert application.reference in office.chat(LI).news()[0].text


def test_given_with_two_taps_it_is_not_taken_from_who_was_given_it(office: Office) -> None:
    farmer = office.farmer("en")
    application = office.claimed()
    farmer.news(), office.chen.news()
    office.sun.press_data("o.give", (str(application.application_id), "1"))
    to_li = office.sun.button("Li Na")
    assert to_li is not None
    office.sun.press_data(to_li.action, to_li.args)
    office.sun.press_data(to_li.action, to_li.args)
    assert "That card was old: you changed it" in office.sun.words
    assert len(farmer.news()) == len(office.chen.news()) == 1
    assert all("Nothing more is to be done by you" not in one.text for one in office.chat(LI).news())


def test_only_the_lead_gives(office: Office) -> None:
    application = office.claimed()
    office.chen.press_data("o.give", (str(application.application_id), str(application.version)))
    assert "Your role may not do this." in office.chen.words
    office.chen.press_data("o.to", (str(application.application_id), str(application.version), str(LI)))
    assert office.now(application).holder == CHEN


def test_a_revoked_officer_can_do_nothing_from_the_next_press_on(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Ask the farmer")
    with office.services.engine.begin() as connection:
        office.services.staff.revoke(connection, CHEN, by="system")
    before = office.now(application)
    office.chen.press_data("o.rel", (str(application.application_id), str(application.version)))
    assert "officers only" in office.chen.words
    office.chen.command("/queue")
    assert "officers only" in office.chen.words
    assert office.now(application) == before


def test_a_command_ends_the_open_step(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Ask the farmer")
    office.chen.command("/mine")
    office.chen.text("is the rate for goats 9.6?")
    assert office.now(application).status is ApplicationStatus.UNDER_REVIEW


def test_a_step_left_lying_for_a_day_takes_no_words(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Ask the farmer")
    office.clock.advance(hours=25)
    office.chen.text("hello")
    assert office.now(application).status is ApplicationStatus.UNDER_REVIEW


def test_never_mind_leaves_everything(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Record the visit")
    office.chen.press("Never mind")
    assert "nothing was changed" in office.chen.words
    assert office.now(application).version == application.version


def test_too_long_or_empty_words_are_refused_and_asked_again(office: Office) -> None:
    application = office.claimed()
    office.chen.press("Ask the farmer")
    for words in ("x" * 4097, "\u200b", "x" * 100_000):
        office.chen.text(words)
        assert office.now(application).status is ApplicationStatus.UNDER_REVIEW
    office.chen.text("Now a good question?")
    assert office.now(application).status is ApplicationStatus.INFORMATION_REQUESTED


@pytest.mark.parametrize("verb", ["o.ask", "o.msg", "o.seen"])
def test_strange_words_are_stored_or_refused_never_a_crash(office: Office, verb: str) -> None:
    strange = STRANGE + (json.loads(NAUGHTY.read_text())[:60] if NAUGHTY.exists() and verb == "o.ask" else [])
    application = office.claimed()
    for words in strange:
        office.chen.press_data(verb, (str(application.application_id), str(office.now(application).version)))
        office.chen.text(words)
        assert office.chen.last
        for reply in office.chen.last:
            reply.text.encode()  # no lone surrogate reaches Telegram
            assert "\u202e" not in reply.text and "<a" not in reply.text


def test_buttons_of_another_age_never_crash(office: Office) -> None:
    application = office.claimed()
    number = str(application.application_id)
    for action in (
        "o.claim",
        "o.on",
        "o.yes",
        "o.share",
        "o.quick",
        "o.lent",
        "o.sure",
        "o.to",
        "o.lend",
        "o.day",
        "o.q",
    ):
        for args in (
            (),
            ("x",),
            (number,),
            (number, "x"),
            (number, "1", "NaN"),
            ("99999", "1", "5", "5"),
            ("-1", "1"),
        ):
            office.chen.press_data(action, args)
            assert office.chen.last
    assert office.now(application).status is ApplicationStatus.UNDER_REVIEW
    office.chen.sends(IncomingKind.UNSUPPORTED)
    assert SUN


def test_a_full_disk_refuses_photos_and_keeps_words(office: Office) -> None:
    """F11"""
    application = office.claimed()
    office.chen.press("Record the visit")
    office.services.free_bytes = lambda: 1_000_000
    office.chen.photo(photo())
    assert "cannot keep files just now" in office.chen.words
    office.chen.text("Pen is dry, nine goats.")
    assert "The visit is in the file." in office.chen.words
    with office.services.reading() as connection:
        assert office.services.applications.attachments.of_draft(connection, application.draft_id) == []
