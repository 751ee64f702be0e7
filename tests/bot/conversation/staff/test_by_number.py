"""An application's number opens it at any time; it is never the words that a step waited for."""

from __future__ import annotations

import pytest

from intake.applications import Application, ApplicationStatus
from tests.bot.conversation.conftest import photo
from tests.bot.conversation.staff.office import Office
from tests.support.bot import Chat

OTHER = 1002


def press(office: Office, chat: Chat, application: Application, verb: str) -> None:
    chat.press_data(verb, (str(application.application_id), str(office.now(application).version)))


@pytest.mark.parametrize("written", ["{}", "{} ", " {}.", "lower", "bare"])
@pytest.mark.parametrize("verb", ["o.app", "o.rej", "o.ret"])
def test_a_number_is_no_decision(office: Office, verb: str, written: str) -> None:
    farmer = office.farmer()
    other = office.apply(user_id=OTHER)
    application = office.recommended()
    farmer.news(), office.chen.news()
    press(office, office.zhao, application, verb)
    forms = {"lower": other.reference.lower().replace("-", " "), "bare": other.reference.removeprefix("TR-")}
    office.zhao.text(forms.get(written) or written.format(other.reference))
    said = "\n".join(one.text for one in office.zhao.last)
    assert f"What you began for {application.reference} is closed. Nothing was done." in said
    assert other.reference in office.zhao.words
    assert "expects" not in office.zhao.state
    assert office.now(application).status is ApplicationStatus.RECOMMENDED
    assert farmer.news() == [] and office.chen.news() == []


@pytest.mark.parametrize("verb", ["o.ask", "o.msg", "o.seen", "o.vis"])
def test_a_number_is_nothing_for_the_file_or_the_farmer(office: Office, verb: str) -> None:
    farmer = office.farmer()
    application, other = office.claimed(), office.apply(user_id=OTHER)
    farmer.news(), office.chen.news()
    press(office, office.chen, application, verb)
    office.chen.text(other.reference)
    assert other.reference in office.chen.words and "Claim" in office.chen.buttons()
    assert farmer.news() == [] and "expects" not in office.chen.state


@pytest.mark.parametrize("steps", [0, 1, 2])
def test_a_number_is_no_part_of_a_recommendation(office: Office, steps: int) -> None:
    application, other = office.claimed(), office.apply(user_id=OTHER)
    office.chen.news()
    press(office, office.chen, application, "o.rec")
    office.chen.press("Yes, lend")
    written = ["Ten years of goats.", "One buyer only."][:steps]
    for words in written:
        office.chen.text(words)
    office.chen.text(other.reference)
    said = "\n".join(one.text for one in office.chen.last)
    assert f"What you began for {application.reference} is closed" in said
    assert all(words in said for words in written), "his words are given back"
    assert "Claim" in office.chen.buttons()


def test_the_number_of_the_very_application_opens_it_too(office: Office) -> None:
    application = office.recommended()
    office.zhao.press("Decline")
    office.zhao.text("The pen has no roof yet.")
    office.zhao.text(application.reference)
    said = "\n".join(one.text for one in office.zhao.last)
    assert "Nothing was done." in said and "The pen has no roof yet." in said
    assert "Approve" in office.zhao.buttons()


@pytest.mark.parametrize("number", ["TR-2026-00999-0", "TR-2026-00001-9"])
def test_a_number_that_nobody_has_leaves_the_step_open(office: Office, number: str) -> None:
    application = office.recommended()
    office.zhao.press("Approve")
    office.zhao.text(number)
    assert "I cannot find this application." in office.zhao.words
    office.zhao.text("5000")
    office.zhao.press("Approve ¥5,000")
    assert office.now(application).status is ApplicationStatus.APPROVED


def test_words_beside_a_number_are_words(office: Office) -> None:
    application, other = office.claimed(), office.apply(user_id=OTHER)
    office.chen.news()
    press(office, office.chen, application, "o.seen")
    office.chen.text(f"The same pen as {other.reference}.")
    assert "The visit is in the file." in office.chen.words


def test_a_farmers_question_waits_on(office: Office) -> None:
    farmer = office.farmer()
    application = office.claimed()
    farmer.press_data("person")
    farmer.text("When do you come to us?")
    office.chen.news()
    office.chen.press("Reply")
    farmer.news()
    office.chen.text(application.reference)
    assert "The farmer's question still waits" in office.chen.last[0].text
    assert application.reference in office.chen.words
    assert farmer.news() == []


@pytest.mark.parametrize("caption", ["{}", "{}.", "TR-2026-00999-0"])
def test_a_photo_is_kept_whatever_number_stands_under_it(office: Office, caption: str) -> None:
    application = office.claimed()
    press(office, office.chen, application, "o.seen")
    office.chen.photo(photo(), caption.format(application.reference))
    assert "The photo is in the file." in office.chen.words
    with office.services.reading() as connection:
        kept = office.services.applications.attachments.of_draft(connection, application.draft_id)
    assert [one.path for one in kept] == ["visit"]
    office.chen.text("The pen is dry.")
    assert "The visit is in the file." in office.chen.words


# a number of the list, as it says "press a number to open it"


@pytest.mark.parametrize("written", ["1", " 1 ", "1.", "\uff11"])
@pytest.mark.parametrize("command", ["/queue", "/mine"])
def test_a_written_number_of_the_list_opens_what_it_stands_for(
    office: Office, command: str, written: str
) -> None:
    application = office.apply() if command == "/queue" else office.claimed()
    office.chen.news()
    office.chen.command(command)
    office.chen.text(written)
    assert application.reference in office.chen.last[-1].text and "Open the file" in office.chen.buttons()


def test_a_written_number_opens_the_second_of_two(office: Office) -> None:
    office.apply(), office.apply(user_id=OTHER)
    office.chen.news()
    listed = office.chen.command("/queue")[-1]
    second = next(one for row in listed.buttons for one in row if one.text == "2")
    office.chen.text("2")
    shown = office.chen.last[-1].text
    office.chen.press_data(second.action, second.args)
    assert shown == office.chen.last[-1].text


def test_a_written_number_that_is_not_on_the_list_opens_nothing(office: Office) -> None:
    office.apply()
    office.chen.news()
    office.chen.command("/queue")
    office.chen.text("7")
    assert "Open the file" not in office.chen.buttons()


def test_a_number_after_something_else_was_said_is_what_the_step_asks_for(office: Office) -> None:
    application = office.recommended()
    office.zhao.command("/queue")
    press(office, office.zhao, application, "o.app")
    office.zhao.text("1")
    assert "Open the file" not in office.zhao.buttons()
    assert office.zhao.state["expects"]["verb"] == "o.sum"
