"""Who reads farmers' questions, and that each reading is a line in the log."""

from __future__ import annotations

from sqlalchemy import select

from intake.tables import audit_events
from tests.bot.conversation.staff.office import FARMER, PENG, SUN, Office


def asked(office: Office) -> None:
    office.farmer().text("I want to talk to a person")
    farmer = office.chat(FARMER)
    if farmer.button("Willow Bend") is not None:
        farmer.press("Willow Bend")
    farmer.text("Will you come on Monday?")


def readings(office: Office) -> list[tuple[str, str]]:
    with office.services.reading() as connection:
        found = select(audit_events.c.name, audit_events.c.actor).where(
            audit_events.c.name.contains("question:read"), audit_events.c.user_id == FARMER
        )
        return [(row.name, row.actor) for row in connection.execute(found)]


def test_an_admin_reads_no_question_that_an_officer_hears(office: Office) -> None:
    asked(office)
    assert "Monday" in office.chen.news()[-1].text
    peng = office.chat(PENG)
    peng.command("/questions")
    assert "Monday" not in peng.words and "No question is waiting" in peng.words
    peng.press_data("o.answer", ("1",))
    assert "Monday" not in peng.words


def test_where_nobody_else_is_the_admin_answers(office: Office) -> None:
    with office.services.engine.begin() as connection:
        for member in office.services.staff.members(connection):
            if member.user_id != PENG:
                office.services.staff.revoke(connection, member.user_id, by="system")
    asked(office)
    peng = office.chat(PENG)
    peng.command("/questions")
    assert "Monday" in peng.words


def test_what_is_pushed_and_what_is_looked_up_is_logged(office: Office) -> None:
    asked(office)
    assert readings(office) == [("system:question:read", "system")]
    office.sun.command("/questions")
    assert "Monday" in office.sun.words
    assert readings(office)[1:] == [("staff:question:read", f"staff:{SUN}")]


# a colleague was quicker


def test_an_answer_begun_ends_when_a_colleague_answers(office: Office) -> None:
    asked(office)
    for chat in (office.chen, office.sun):
        chat.press_data("o.answer", ("1",))
    office.chen.text("Yes, on Monday.")
    [said] = office.sun.news()
    assert "Chen Rong has answered this already" in said.text and "Monday" in said.text
    assert "Your words" not in said.text and "expects" not in office.sun.state
    assert office.chen.news() == [] and "expects" not in office.chen.state


def test_words_of_an_answer_begun_are_given_back(office: Office) -> None:
    asked(office)
    for chat in (office.chen, office.sun):
        chat.press_data("o.answer", ("1",))
    office.clock.advance(minutes=1)
    office.sun.command("/help")
    office.sun.press_data("o.answer", ("1",))
    office.clock.advance(minutes=1)
    application = office.apply(user_id=1002)
    office.sun.press_data("o.show", (str(application.application_id),))
    office.sun.text("Nobody comes on Monday.")
    assert "not sent yet" in office.sun.words
    office.sun.news()
    office.chen.text("Yes, on Monday.")
    office.chen.press("Yes, for this one") if office.chen.button("Yes, for this one") else None
    said = office.sun.news()[-1].text
    assert "Chen Rong has answered this already" in said and "Nobody comes on Monday." in said
    assert "expects" not in office.sun.state


def test_another_step_of_a_colleague_stays_open(office: Office) -> None:
    application = office.claimed()
    asked(office)
    office.sun.press_data("o.msg", (str(application.application_id), "1"))
    office.chen.press_data("o.msg", (str(application.application_id), "1"))
    office.sun.press_data("o.answer", ("1",))
    office.sun.text("Yes, on Monday.")
    assert office.chen.state["expects"]["verb"] == "o.msg"
