"""Telegram's file server is out of reach for a while: what a person sent is fetched when it is back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.simulator.requests import Upload
from intake.review import Role
from tests.bot.conversation.conftest import DOCUMENT, enrol, photo
from tests.conftest import Clock
from tests.journeys.test_backlog import begin, known
from tests.journeys.test_restarts import FARMER, Farmer
from tests.support.handturned import HandTurned

FAULTS = (
    {"5xx": {"methods": ["getFile"], "status": 502}},
    {"5xx": {"methods": ["getFile"], "status": 504}},
    {"429": {"methods": ["getFile"], "retry_after": 20}},
)


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[HandTurned]:
    machine = HandTurned(tmp_path, Clock())
    enrol(machine.bot.services)
    yield machine
    machine.close()


def sends(machine: HandTurned, farmer: Farmer, kind: str, upload: Upload) -> None:
    machine.do(farmer.phone.send_file(kind, upload))


def minutes_pass(machine: HandTurned, minutes: int) -> None:
    for _ in range(6 * minutes):
        machine.settle()
        machine.clock.advance(seconds=10)
    machine.settle()


def heard(farmer: Farmer, words: str) -> int:
    return sum(words in str(entry.raw.get("text")) for entry in farmer.entries if entry.by_bot)


def asked_for_a_photo(machine: HandTurned) -> Farmer:
    farmer = known(machine, FARMER)
    begin(machine, farmer, until="site_photo")
    return farmer


def photos(farmer: Farmer) -> int:
    with farmer.services.reading() as connection:
        draft = farmer.services.applications.open_draft(connection, farmer.user_id)
        return len(farmer.services.applications.attachments.of_draft(connection, draft.draft_id))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_farmers_photos_are_fetched_when_they_can_be(machine: HandTurned, fault: dict[str, Any]) -> None:
    """He hears once that it is tried; the photos are his answer, and nobody asks him for them again."""
    farmer = asked_for_a_photo(machine)
    machine.world.faults.order(fault)
    for _ in range(2):
        sends(machine, farmer, "photo", Upload("file", photo(), ""))
    minutes_pass(machine, 12)
    assert photos(farmer) == 0
    machine.world.faults.clear()
    minutes_pass(machine, 1)
    assert photos(farmer) == 2
    assert heard(farmer, "something went wrong") == 0
    assert heard(farmer, "I keep trying") == 1
    assert machine.failures() == []


def test_a_further_photo_may_be_late_itself(machine: HandTurned) -> None:
    farmer = asked_for_a_photo(machine)
    sends(machine, farmer, "photo", Upload("file", photo(), ""))
    minutes_pass(machine, 1)
    machine.world.faults.order(FAULTS[0])
    sends(machine, farmer, "photo", Upload("file", photo(), ""))
    minutes_pass(machine, 12)
    machine.world.faults.clear()
    minutes_pass(machine, 1)
    assert photos(farmer) == 2


def test_a_short_fault_is_not_worth_a_word(machine: HandTurned) -> None:
    farmer = asked_for_a_photo(machine)
    machine.world.faults.order({"5xx": {"methods": ["getFile"], "count": 2}})
    sends(machine, farmer, "photo", Upload("file", photo(), ""))
    minutes_pass(machine, 2)
    assert photos(farmer) == 1 and heard(farmer, "I keep trying") == 0


def test_a_photo_that_cannot_be_fetched_at_all_is_given_up_with_an_apology(machine: HandTurned) -> None:
    farmer = asked_for_a_photo(machine)
    machine.world.faults.order(FAULTS[0])
    sends(machine, farmer, "photo", Upload("file", photo(), ""))
    farmer.writes("hello?")
    minutes_pass(machine, 14)
    assert heard(farmer, "something went wrong") == 0
    minutes_pass(machine, 5)
    assert heard(farmer, "something went wrong") == 1
    assert not farmer.unanswered()
    assert photos(farmer) == 0


def test_a_passing_error_after_a_long_wait_is_tried_again(
    machine: HandTurned, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What could not be fetched is no error of ours: it does not count among the five tries."""
    farmer = asked_for_a_photo(machine)
    machine.world.faults.order(FAULTS[0])
    sends(machine, farmer, "photo", Upload("file", photo(), ""))
    minutes_pass(machine, 5)
    download, broken = machine.bot.services.download, [OSError("too many open files")]
    monkeypatch.setattr(
        machine.bot.services, "download", lambda file: fail(broken.pop()) if broken else download(file)
    )
    machine.world.faults.clear()
    minutes_pass(machine, 1)
    assert photos(farmer) == 1 and heard(farmer, "something went wrong") == 0


def fail(error: Exception) -> bytes:
    raise error


def test_an_admins_document_is_fetched_when_it_can_be(machine: HandTurned) -> None:
    (number,) = (one.user_id for one in machine.bot.services.lender.staff if one.role == Role.ADMIN)
    admin = known(machine, number)
    machine.world.faults.order(FAULTS[0])
    sends(machine, admin, "document", Upload("handbook.md", DOCUMENT.encode(), "text/markdown"))
    minutes_pass(machine, 10)
    assert heard(admin, "Credit handbook") == 0
    machine.world.faults.clear()
    minutes_pass(machine, 1)
    assert heard(admin, "Credit handbook") > 0
    assert heard(admin, "something went wrong") == 0
