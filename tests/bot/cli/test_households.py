"""`village-credit applications household`: who is taken for one household, and the way to undo it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import update

from bot.cli.applications import app
from intake.applications import Application
from intake.tables import applications, people
from tests.bot.conversation.staff.conftest import empty_home, office
from tests.bot.conversation.staff.office import Office
from tests.intake.world import SUBMISSION

__all__ = ["empty_home", "office"]
SHARED = "+8613800000001"


@pytest.fixture(autouse=True)
def at_home(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(office.services.settings.home))


def shell(capsys: Any, *arguments: str) -> str:
    app(args=["household", *arguments], standalone_mode=False)
    said: str = capsys.readouterr().out
    return said


def applied(office: Office, user_id: int, *, phone: str, national_id: str) -> Application:
    person = replace(SUBMISSION.applicant, phone=phone, national_id=national_id)
    return office.apply(user_id, applicant=person)


def card(office: Office, application: Application) -> str:
    office.chen.command("/queue")
    office.chen.text(application.reference)
    return office.chen.words


def test_the_shell_undoes_a_wrong_join_and_the_officer_sees_it(office: Office, capsys: Any) -> None:
    one = applied(office, 1001, phone=SHARED, national_id="ID 1001")
    other = applied(office, 1002, phone=SHARED, national_id="ID 1002")
    assert f"This household has another one running: {one.reference}" in card(office, other)
    said = shell(capsys, other.reference)
    assert one.reference in said and "the same phone" in said and "--part" in said
    assert "a household of his own" in shell(capsys, other.reference, "--part", "--by", "ann")
    assert "another one running" not in card(office, other)
    assert "another one running" not in card(office, one)
    with office.services.reading() as connection:
        [line] = [
            event
            for event in office.services.applications.audit.of_person(connection, 1002)
            if event.name.endswith("household:part")
        ]
    assert line.actor == "operator:ann"


def test_what_an_older_program_joined_is_parted_before_anybody_looks(office: Office, capsys: Any) -> None:
    one = applied(office, 1001, phone=SHARED, national_id="sina")
    other = applied(office, 1002, phone="+8613800000002", national_id="sina")
    with office.services.engine.begin() as connection:
        connection.execute(update(people).values(household_id=1, national_id_index="x", numbers_rule=0))
        connection.execute(update(applications).values(household_id=1))
    assert "a household of his own" in shell(capsys, one.reference)
    assert office.now(one).household_id != office.now(other).household_id
