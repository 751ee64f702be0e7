"""The single-use link, and farmers' questions that come to a person."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation import handoff
from intake.review import Role
from tests.bot.conversation.staff.office import CHEN, Office
from tests.intake.world import SUBMISSION


def _invite(office: Office, role: Role = Role.OFFICER, hours: int = 72) -> str:
    with office.services.engine.begin() as connection:
        return office.services.staff.invite(connection, role, ["goat-hill"], by="system", hours=hours).token


def test_a_link_enrols_once(office: Office) -> None:
    token = _invite(office)
    new = office.world.chat(9001, name="Wu\u202e Lin")
    new.command(f"/start {token}")
    assert "You are enrolled. Welcome, Wu Lin." in new.words and "/queue" in new.words
    assert new.command("/queue")[0].text.startswith("Nothing is waiting")
    new.command(f"/start {token}")
    assert "enrolled already" in new.words
    other = office.world.chat(9002)
    other.command(f"/start {token}")
    assert "works only once" in other.words
    assert "officers only" in other.command("/queue")[0].text


def test_an_expired_or_unknown_link_says_so_and_shows_the_way(office: Office) -> None:
    token = _invite(office, hours=1)
    office.clock.advance(hours=2)
    late = office.world.chat(9003)
    late.command(f"/start {token}")
    assert "too old" in late.words and "Apply for a loan" in late.buttons()
    late.command("/start nonsense")
    assert "don't know this link" in late.words


def test_a_farmers_question_is_answered_by_his_officer_once(office: Office) -> None:
    farmer = office.farmer("sw")
    with office.services.engine.begin() as connection:
        tx = office.world.dispatch.transaction(connection)
        handoff.create(
            tx,
            office.services,
            key="q1",
            chat_id=farmer.user_id,
            question="Ofisi iko wapi?",
            language="sw",
            village="willow-bend",
        )
    office.chen.news()
    office.chen.press("Reply")
    office.chen.text("x" * 3000)
    assert "letters or fewer" in office.chen.words
    office.chen.text("Mtaa wa Soko 12.")
    assert "Mtaa wa Soko 12." in farmer.news()[0].text
    office.sun.press_data(handoff.ANSWER, ("1",))
    assert "Chen Rong has answered this already." in office.sun.words
    assert office.chen.command("/questions")[0].text == "No question is waiting."
    assert CHEN


def test_a_farmer_who_is_enrolled_handles_no_loan_of_his_household(office: Office) -> None:
    office.apply(9001)
    shared = replace(SUBMISSION.applicant, phone=f"+86138{9001:08d}", national_id=None)
    kin = office.apply(9002, applicant=shared, village="goat-hill")
    token = _invite(office)
    new = office.world.chat(9001)
    new.command(f"/start {token}")
    new.press_data("o.show", (str(kin.application_id),))
    assert "A colleague must handle it" in new.words
    assert "Nothing is waiting" in new.command("/queue")[0].text
