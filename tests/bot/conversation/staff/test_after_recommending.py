"""What comes in after the recommendation: whoever is to decide hears of it, and decides on nothing older."""

from __future__ import annotations

from intake.applications import Application, ApplicationStatus
from tests.bot.conversation.staff.office import Office


def farmer_writes(office: Office, application: Application, words: str) -> None:
    farmer = office.farmer("en")
    farmer.press_data("s.msg", (str(application.application_id),))
    farmer.text(words)


def test_a_word_of_the_farmers_reaches_the_decider_and_his_old_card_decides_nothing(office: Office) -> None:
    application = office.recommended()
    old = (str(application.application_id), str(application.version), "8000")
    office.clock.advance(minutes=5)
    farmer_writes(office, application, "My goats have died.")
    for colleague in (office.chen, office.zhao, office.sun):
        assert "My goats have died." in colleague.news()[-1].text
    office.zhao.press_data("o.yes", old)
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    assert "there is news in the file since" in office.zhao.words
    assert "Since then the farmer wrote:" in office.zhao.words and "My goats have died." in office.zhao.words
    office.zhao.press("Approve")
    office.zhao.press("Approve ¥8,000")
    assert office.now(application).status is ApplicationStatus.APPROVED


def test_many_words_are_shown_shortly(office: Office) -> None:
    application = office.recommended()
    office.clock.advance(minutes=5)
    for number in range(5):
        farmer_writes(office, application, f"Word number {number}.")
    office.zhao.news()
    [card] = office.zhao.press_data("o.show", (str(application.application_id),))
    said = card.text
    assert "5 messages" in said and "number 1." not in said
    assert all(f"number {number}." in said for number in (2, 3, 4))


def test_before_it_the_decider_is_left_in_peace(office: Office) -> None:
    application = office.claimed()
    farmer_writes(office, application, "When will you come?")
    assert office.zhao.news() == [] and office.sun.news() == []
    assert office.now(application).version == application.version


def test_a_guarantor_who_changes_his_mind_reaches_the_decider(office: Office) -> None:
    application = office.claimed()
    office.guarantor_says(True, application)
    office.chen.news()
    office.chen.press_data("o.rec", (str(application.application_id), str(application.version)))
    for words in ("Yes, lend", "Ten years of goats.", "One buyer only.", "All that was asked", "Hand it on"):
        (office.chen.press if office.chen.button(words) else office.chen.text)(words)
    recommended = office.now(application)
    office.zhao.news()
    office.clock.advance(minutes=5)
    office.guarantor_says(False, application)
    assert "does not stand" in office.zhao.news()[-1].text
    office.zhao.press_data("o.yes", (str(application.application_id), str(recommended.version), "8000"))
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    assert "something changed about the guarantor" in office.zhao.words


def test_what_is_pushed_to_staff_is_a_line_in_the_log(office: Office) -> None:
    application = office.claimed()
    farmer_writes(office, application, "When will you come?")
    with office.services.reading() as connection:
        lines = office.services.applications.audit.of_application(connection, application.application_id)
    assert any(one.name == "system:application:news_sent" for one in lines)


def test_a_question_stays_open_though_other_words_follow(office: Office) -> None:
    """The officer asks, then writes a word that asks nothing: the question is what is waited for."""
    farmer = office.farmer("en")
    application = office.claimed()
    number = str(application.application_id)
    office.chen.press("Ask the farmer")
    office.chen.text("How old are the goats?")
    office.chen.press_data("o.msg", (number, "0"))
    office.chen.text("I shall be in the village on Monday.")
    office.chen.press_data("o.show", (number,))
    assert "Asked, not yet answered:" in office.chen.words and "How old are the goats?" in office.chen.words
    farmer.command("/status")
    assert "How old are the goats?" in farmer.words
