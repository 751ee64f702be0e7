"""One household, one file."""

from __future__ import annotations

from typing import Any

import pytest

from intake.people import KnownPerson
from intake.people.consent import WORDS
from tests.intake.world import FARMER, NEIGHBOUR, World


def remember(world: World, user_id: int, **changes: Any) -> KnownPerson:
    person = {
        "phone": "+8613800000001",
        "national_id": "ID 1001",
        "name": "Wang Fang",
        "known": {"a": 1},
        "village": "willow-bend",
        **changes,
    }
    found: KnownPerson = world.write(
        world.applications.people.remember,
        user_id=user_id,
        language="en",
        at=world.clock(),
        **person,
    )
    return found


def test_who_shares_a_phone_shares_the_household(world: World) -> None:
    first = remember(world, FARMER)
    wife = remember(world, NEIGHBOUR, national_id="ID 1002", phone="+86 138-0000-0001")
    stranger = remember(world, 1003, national_id="ID 1003", phone="+8613900000003")
    assert first.household_id == wife.household_id != stranger.household_id


def test_a_returning_farmer_is_known(world: World) -> None:
    remember(world, FARMER)
    again = remember(world, FARMER, known={"b": 2})
    assert again.known == {"a": 1, "b": 2}
    (found,) = world.write(world.applications.people.find, national_id="id-1001")
    assert found.person_id == again.person_id


def test_what_is_no_number_makes_nobody_kin(world: World) -> None:
    first = remember(world, FARMER, national_id="sina kitambulisho")
    other = remember(
        world, NEIGHBOUR, national_id="Sina kitambulisho", phone="+8613900000003", village="goat-hill"
    )
    assert first.household_id != other.household_id
    assert world.write(world.applications.people.find, national_id="sina kitambulisho") == []


@pytest.mark.parametrize("number", ["0000", "12345678", "99999999", "lost", "9876 5432 10"])
def test_what_is_typed_to_get_past_the_question_makes_nobody_kin(world: World, number: str) -> None:
    first = remember(world, FARMER, national_id=number)
    other = remember(world, NEIGHBOUR, national_id=number, phone="+8613900000003")
    assert first.household_id != other.household_id


def test_words_in_place_of_a_phone_make_nobody_kin(world: World) -> None:
    first = remember(world, FARMER, national_id=None, phone="none")
    other = remember(world, NEIGHBOUR, national_id=None, phone="sina simu")
    assert first.household_id != other.household_id


def test_nobody_is_found_by_nothing(world: World) -> None:
    remember(world, FARMER, phone=None, national_id=None)
    assert world.write(world.applications.people.find) == []
    assert world.write(world.applications.people.find, phone="") == []
    assert world.write(world.applications.other_running, NEIGHBOUR) == []


def test_consent_is_kept_by_version_and_can_be_withdrawn(world: World) -> None:
    consents = world.applications.consents
    world.write(world.applications.give_consent, FARMER, "sw")
    world.write(world.applications.give_consent, FARMER, "sw")
    (only,) = world.write(consents.history, FARMER)
    assert (only.version, only.language) == (f"2026-01/{WORDS}", "sw")
    assert world.write(world.applications.has_consented, FARMER)
    assert world.write(consents.withdraw, FARMER, world.clock())
    assert not world.write(world.applications.has_consented, FARMER)
    assert not world.write(consents.withdraw, FARMER, world.clock())
