"""Strangers whom an older rule took for one household are parted, kin are not; staff can undo a wrong join."""

from __future__ import annotations

import pytest
from sqlalchemy import select, update

from intake.applications import Application, Person
from intake.errors import NotFound
from intake.people.parting import Parting
from intake.review.staff import Role, Staff, StaffMember
from intake.tables import applications, people
from tests.intake.world import FARMER, NEIGHBOUR, World, submission_of

COUSIN = 1003
NONE = "sina kitambulisho"


def parting(world: World) -> Parting:
    return Parting(world.vault, world.clock)


def apply(world: World, user_id: int, national_id: str | None, phone: str | None = None) -> Application:
    sample = submission_of(user_id).applicant
    applicant = Person(sample.name, phone or sample.phone, national_id)
    return world.submit(user_id, applicant=applicant, guarantor=None)


def as_it_was(world: World, *users: int) -> None:
    """All in the first one's household, found by whatever they wrote, as an older program left it."""
    with world.engine.begin() as connection:
        first = select(people.c.household_id).where(people.c.user_id == users[0]).scalar_subquery()
        home = connection.execute(select(first)).scalar_one()
        mark = world.vault.blind_index("national_id:sinakitambulisho")
        theirs = people.c.user_id.in_(users)
        connection.execute(
            update(people).where(theirs).values(household_id=home, numbers_rule=0, national_id_index=mark)
        )
        connection.execute(
            update(applications).where(applications.c.user_id.in_(users)).values(household_id=home)
        )


def enrol(world: World, user_id: int) -> None:
    member = StaffMember(user_id, "Farmer", Role.OFFICER, frozenset({"willow-bend"}), "en", active=True)
    world.write(Staff(world.vault, world.clock).put, member)


def settle(world: World) -> int:
    with world.engine.begin() as connection:
        assert Parting.due(connection)
        left = parting(world).settle(connection)
        assert not Parting.due(connection)
        return left


def others(world: World, application: Application) -> tuple[str, ...]:
    found: tuple[str, ...] = world.write(
        world.applications.look, application.application_id, application.user_id
    ).other_running
    return found


def home(world: World, user_id: int) -> int:
    with world.engine.begin() as connection:
        return connection.execute(
            select(people.c.household_id).where(people.c.user_id == user_id)
        ).scalar_one()


def test_strangers_joined_by_mere_words_are_parted(world: World) -> None:
    one, other = apply(world, FARMER, NONE), apply(world, NEIGHBOUR, "Sina kitambulisho!")
    as_it_was(world, FARMER, NEIGHBOUR)
    assert settle(world) == 1
    assert home(world, FARMER) != home(world, NEIGHBOUR)
    for application in (one, other):
        own = world.write(world.applications.store.get, application.application_id)
        assert own.household_id == home(world, application.user_id)
        assert world.write(world.applications.other_running, application.user_id) == [application.reference]
    assert world.write(world.applications.people.find, national_id=NONE) == []


def test_who_has_written_his_number_since_is_parted_too(world: World) -> None:
    apply(world, FARMER, NONE), apply(world, NEIGHBOUR, NONE)
    apply(world, NEIGHBOUR, "330101198001010028")
    as_it_was(world, FARMER, NEIGHBOUR)
    assert settle(world) == 1
    assert home(world, FARMER) != home(world, NEIGHBOUR)


def test_kin_by_a_phone_stay_kin_though_neither_has_a_card(world: World) -> None:
    shared = "+8613800000001"
    apply(world, FARMER, NONE, shared), apply(world, NEIGHBOUR, NONE, shared), apply(world, COUSIN, NONE)
    apply(world, FARMER, NONE, "+8613811112222")  # a new phone since
    as_it_was(world, FARMER, NEIGHBOUR, COUSIN)
    assert settle(world) == 1
    assert home(world, FARMER) == home(world, NEIGHBOUR) != home(world, COUSIN)


def test_who_was_joined_otherwise_stays(world: World) -> None:
    apply(world, FARMER, "ID 1001"), apply(world, NEIGHBOUR, "ID 1002")
    as_it_was(world, FARMER, NEIGHBOUR)
    assert settle(world) == 0
    assert home(world, FARMER) == home(world, NEIGHBOUR)
    assert world.write(world.applications.people.find, national_id="ID 1002")[0].user_id == NEIGHBOUR


def test_a_wrong_join_is_seen_and_undone_for_good(world: World) -> None:
    shared = "+8613800000001"
    one, other = apply(world, FARMER, "ID 1001", shared), apply(world, NEIGHBOUR, "ID 1002", shared)
    own, kin = world.write(parting(world).members, one.reference)
    assert (own.running, kin.running, kin.shares) == ((one.reference,), (other.reference,), ("phone",))
    world.write(parting(world).part, one.reference, by="ann")
    world.write(parting(world).part, one.reference, by="ann")
    assert len(world.write(parting(world).members, one.reference)) == 1
    running = world.applications.other_running
    assert world.write(running, FARMER, phone=shared) == [one.reference]
    assert world.write(running, NEIGHBOUR, phone=shared) == [other.reference]
    again = apply(world, FARMER, "ID 1001", shared)
    assert again.household_id == home(world, FARMER) != home(world, NEIGHBOUR)


def test_an_employee_who_was_parted_is_still_found_as_guarantor(world: World) -> None:
    shared = "+8613800000001"
    apply(world, NEIGHBOUR, "ID 1002", shared)
    own = apply(world, FARMER, "ID 1001", shared)
    enrol(world, FARMER)
    world.write(parting(world).part, own.reference, by="ann")
    apply(world, FARMER, "ID 1001", shared)  # whatever he sends in later
    guarantor = Person("Farmer", shared)
    loan = world.submit(COUSIN, guarantor=guarantor)
    assert loan.related_staff == {FARMER}
    assert loan.household_id not in (home(world, FARMER), home(world, NEIGHBOUR))


def test_nobody_joins_the_household_of_who_was_parted(world: World) -> None:
    shared = "+8613800000001"
    one, other = apply(world, FARMER, "ID 1001", shared), apply(world, NEIGHBOUR, "ID 1002", shared)
    world.write(parting(world).part, one.reference, by="ann")
    third = apply(world, COUSIN, "ID 1003", shared)
    assert third.household_id == home(world, NEIGHBOUR) == other.household_id
    assert one.reference not in world.write(world.applications.other_running, COUSIN, phone=shared)


def test_who_was_parted_is_indexed_anew_as_everybody_is(world: World) -> None:
    shared = "+8613800000001"
    own = apply(world, FARMER, "ID 1001", shared)
    apply(world, NEIGHBOUR, "ID 1002", "+8613800000002")
    world.write(parting(world).part, own.reference, by="ann")
    with world.engine.begin() as connection:
        hidden = {"phone_index": None, "national_id_index": None, "numbers_rule": 0}
        connection.execute(update(people).where(people.c.user_id == FARMER).values(hidden))
    assert settle(world) == 0
    assert [one.user_id for one in world.write(world.applications.people.find, phone=shared)] == [FARMER]


def test_no_such_application_has_no_household(world: World) -> None:
    with pytest.raises(NotFound):
        world.write(parting(world).members, "VC-2026-00099-1")
