"""Random presses and words by everybody at once: always an answer, always a legal state, decided by two people."""

from __future__ import annotations

import random

import pytest

from bot.conversation.messages import CALLBACK_LIMIT, Button
from intake.applications import Application, ApplicationStatus, FindingKind
from tests.bot.conversation.staff.office import CHEN, FARMER, SUN, ZHAO, Office
from tests.support.bot import Chat

WORDS = (
    "yes",
    "8000",
    "2026-03-20",
    "tomorrow",
    "5k",
    "",
    "It is fine.",
    "/",
    "04/05/2026",
    "x" * 2100,
    "<b>no",
)
COMMANDS = ("/queue", "/mine", "/questions", "/help")
STEPS = 120


@pytest.mark.parametrize("seed", range(4))
def test_nothing_they_press_or_write_breaks_the_rules(office: Office, seed: int) -> None:
    chance = random.Random(seed)
    office.farmer("en")
    applications = [office.apply(FARMER + number) for number in range(3)]
    staff = [office.chat(user_id) for user_id in (CHEN, CHEN, ZHAO, SUN)]
    seen: dict[int, list[Button]] = {}
    for _ in range(STEPS):
        person = chance.choice(staff)
        person.news()
        known = seen.setdefault(person.user_id, [])
        known += [button for reply in person.last for row in reply.buttons for button in row]
        _step(chance, person, known)
        assert person.last and all(len(reply.text) < 4096 for reply in person.last)
        assert all(len(button.data.encode()) <= CALLBACK_LIMIT for button in known)
    for application in applications:
        _decided_by_two(office, office.now(application))


def _step(chance: random.Random, person: Chat, known: list[Button]) -> None:
    what = chance.random()
    if what < 0.08 or not known:
        person.command(chance.choice(COMMANDS))
    elif what < 0.25:
        person.text(chance.choice(WORDS))
    elif what < 0.85:
        button = chance.choice(known[-8:])  # what stands on the screen
        person.press_data(button.action, button.args)
    else:
        button = chance.choice(known)  # an old one
        person.press_data(button.action, button.args)


def _decided_by_two(office: Office, application: Application) -> None:
    with office.services.reading() as connection:
        papers = office.services.applications.store.findings(connection, application.application_id)
    decisions = [paper for paper in papers if paper.kind is FindingKind.DECISION]
    decided = application.status in (ApplicationStatus.APPROVED, ApplicationStatus.REJECTED)
    assert len(decisions) == int(decided)
    assert all(paper.by not in application.investigators for paper in decisions)
