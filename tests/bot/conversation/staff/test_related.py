"""A loan that touches a member of staff: he is named to nobody as who acts on it, and is offered it by nobody."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import update

from bot.conversation.messages import Reply
from bot.conversation.wording import Html
from bot.delivery.outbox import Outgoing
from intake.applications import Application
from intake.review import Role
from intake.tables import applications
from tests.bot.conversation.chat import Chat as Farmer
from tests.bot.conversation.chat import text_of
from tests.bot.conversation.farmer import begin, fill, tap
from tests.bot.conversation.staff.office import ASHA, CHEN, FARMER, LI, PENG, SUN, Office

HERS = {"village": "goat-hill", "related_staff": frozenset({ASHA})}


def sends(office: Office, kin: str, village: str = "goat-hill", language: str = "en") -> str:
    """What a farmer hears who sends an application and names this employee as kin."""
    office.farmer(language)
    farmer = Farmer(office.services, office.world.dispatch, FARMER, language)
    begin(farmer)
    related = "yes" if kin else "no"
    fill(farmer, {"village": village, "staff_related": related, "staff_related_who": kin})
    pressed = [one for one in farmer.buttons() if one.action == "a.send"][-1]
    return text_of(tap(farmer, "a.send", *pressed.args))


@pytest.mark.parametrize(
    ("kin", "language", "told"),
    [
        ("", "en", "Asha Mwangi, your officer, looks"),
        ("Asha Mwangi", "en", "An officer looks at it now"),
        ("Asha Mwangi", "sw", "Afisa ataliangalia sasa"),
        ("Chen Rong", "en", "Asha Mwangi, your officer, looks"),
    ],
)
def test_only_who_may_act_is_named_to_who_sends(office: Office, kin: str, language: str, told: str) -> None:
    said = sends(office, kin, language=language)
    assert told in said
    assert ("Asha" in said) is (kin != "Asha Mwangi")


def writes(office: Office, application: Application) -> str:
    farmer = office.farmer("en")
    farmer.press_data("s.msg", (str(application.application_id),))
    farmer.text("The pen is ready.")
    return farmer.words


def test_words_that_go_to_the_lead_are_with_the_branch(office: Office) -> None:
    application = office.apply(**HERS)
    assert "waiting for an officer" in office.farmer("en").command("/status")[0].text
    assert "The branch has it now" in writes(office, application)
    assert office.chat(ASHA).news() == []
    assert "The pen is ready." in office.sun.news()[-1].text


def test_words_that_go_to_the_officer_are_with_the_officer(office: Office) -> None:
    application = office.apply()
    assert "waiting for your officer" in office.farmer("en").command("/status")[0].text
    assert "Your officer has it now" in writes(office, application)


def test_a_lead_who_works_on_it_is_his_officer(office: Office) -> None:
    application = office.apply(**HERS)
    office.sun.news()
    office.sun.press("Claim")
    assert "Your officer has it now" in writes(office, application)


def given(office: Office, to: int, **changes: object) -> str:
    application = office.apply(**{**HERS, **changes})
    office.sun.news()
    place = (str(application.application_id), str(application.version), str(to))
    return office.sun.press_data("o.to", place)[-1].text


def test_who_may_not_have_it_is_not_offered(office: Office) -> None:
    office.apply(**HERS)
    office.sun.news()
    office.sun.press("Give it to an officer")
    offered = " ".join(office.sun.buttons())
    assert "Asha" not in offered and "Chen Rong" in offered and "Li Na" in offered


def test_where_nobody_is_left_that_is_said(office: Office) -> None:
    office.apply(village="goat-hill", related_staff=frozenset({ASHA, CHEN, LI}))
    office.sun.news()
    assert "no other officer" in office.sun.press("Give it to an officer")[-1].text


def test_a_refusal_names_whom_it_is_about(office: Office) -> None:
    said = given(office, ASHA)
    assert "Asha Mwangi is related to this loan" in said and "You are" not in said


def test_a_role_that_may_not_have_it_is_not_laid_to_the_lead(office: Office) -> None:
    services = office.services
    with services.engine.begin() as connection:
        chen = services.staff.get(connection, CHEN)
        services.staff.put(connection, replace(chen, role=Role.REVIEWER))
    assert "Chen Rong's role may not do this" in given(office, CHEN)


def test_who_presses_and_is_related_hears_it_of_himself(office: Office) -> None:
    application = office.apply(**HERS)
    number = (str(application.application_id), str(application.version))
    said = office.chat(ASHA).press_data("o.claim", number)[-1].text
    assert "You are related" in said or "Mwenzako" in said


@pytest.mark.parametrize(
    ("amount", "told"), [("8000", "¥8,000. The"), ("5000", "¥5,000 of the ¥8,000 asked")]
)
def test_the_officer_hears_what_was_approved(office: Office, amount: str, told: str) -> None:
    application = office.recommended()
    office.chen.news()
    number = (str(application.application_id), str(application.version))
    office.zhao.press_data("o.yes", (*number, amount))
    assert told in office.chen.news()[-1].text


@pytest.mark.parametrize(("user_id", "person"), [(CHEN, False), (FARMER, True)])
def test_a_failed_send_points_staff_to_no_officer(office: Office, user_id: int, person: bool) -> None:
    office.farmer()
    gone = Outgoing(1, user_id, Reply(Html("news")), careful=False, failures=3, abandoned=False)
    with office.services.engine.begin() as connection:
        office.world.dispatch.make_up_for(connection, gone)
    [said] = office.chat(user_id).news()
    assert "may not have arrived" in said.text and ("/person" in said.text) is person


def test_who_gave_it_back_has_not_what_the_farmer_answers(office: Office) -> None:
    farmer = office.farmer()
    application = office.claimed()
    office.chen.press("Ask the farmer")
    office.chen.text("How many bags?")
    with office.services.engine.begin() as connection:
        office.services.review.assign(connection, SUN, application.application_id, LI)
    farmer.news()
    farmer.text("Twenty.")
    assert "Li Na has it now" in farmer.words and "Chen Rong has it now" not in farmer.words


def turns_kin(office: Office, application: Application, *members: int) -> None:
    """The officer joins the household while the loan runs."""
    with office.services.engine.begin() as connection:
        changed = update(applications).where(applications.c.application_id == application.application_id)
        connection.execute(changed.values(related_staff=sorted(members)))


def test_who_turns_kin_while_he_holds_it_is_no_longer_who_comes(office: Office) -> None:
    farmer = office.farmer()
    application = office.claimed()
    farmer.news()
    assert "Chen Rong is working on it" in farmer.command("/status")[0].text
    turns_kin(office, application, CHEN)
    said = farmer.command("/status")[0].text
    assert "Chen Rong" not in said and "comes to see you" not in said and "another officer" in said
    farmer.text("who is my officer?")
    assert "Chen Rong" not in farmer.words


def test_words_about_him_name_who_reads_them(office: Office) -> None:
    farmer = office.farmer()
    application = office.claimed()
    office.chen.press("Ask the farmer")
    office.chen.text("How many bags?")
    turns_kin(office, application, CHEN)
    farmer.news()
    farmer.text("can I pay early?")
    assert farmer.button("For Chen Rong") is None


@pytest.mark.parametrize("kin", [(CHEN,), (CHEN, SUN)])
def test_a_question_to_the_village_passes_who_is_kin(office: Office, kin: tuple[int, ...]) -> None:
    farmer = office.farmer()
    turns_kin(office, office.apply(), *kin)
    office.chen.news()
    office.sun.news()
    farmer.command("/person")
    assert "Chen Rong" not in farmer.words
    farmer.text("May I bring my brother?")
    assert office.chen.news() == []
    heard = office.chat(PENG) if SUN in kin else office.sun
    assert "bring my brother" in heard.news()[-1].text
    office.chen.command("/questions")
    assert "bring my brother" not in office.chen.words
