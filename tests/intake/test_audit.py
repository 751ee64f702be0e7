"""The audit log is a chain: whoever changes it behind our back is found out, and an erasure is no forgery."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import text

from intake.audit import AuditLog
from intake.chain import Fault, Verdict
from intake.people.data_rights import DataRights
from intake.people.rekeying import rekey
from intake.vault import Vault
from tests.intake.world import FARMER, NEIGHBOUR, World


@pytest.fixture
def world(engine: Any, clock: Any) -> World:
    """Two farmers have applied, and an officer has read one file."""
    world = World(engine, clock)
    for farmer in (FARMER, NEIGHBOUR):
        application = world.submit(farmer)
        world.write(world.applications.record, application, "staff:2001", "read", note="\ud83d")
    return world


def verdict(world: World, vault: Vault | None = None) -> Verdict:
    found: Verdict = world.write(AuditLog(vault or world.vault).verify)
    return found


def behind_our_back(world: World, statement: str, **values: Any) -> None:
    with world.engine.begin() as connection:
        connection.execute(text(statement), values)


def test_a_log_nobody_touched_is_whole(world: World) -> None:
    found = verdict(world)
    assert found.broken is None and found.lines > 4 and found.erased == 0


def test_an_empty_log_is_whole(engine: Any, vault: Vault) -> None:
    with engine.begin() as connection:
        assert AuditLog(vault).verify(connection) == Verdict(0, 0)


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("UPDATE intake_audit_events SET name = 'staff:application:other' WHERE event_id = 3", Fault.CHANGED),
        (
            "UPDATE intake_audit_events SET at = '2020-01-01 00:00:00.000000' WHERE event_id = 3",
            Fault.CHANGED,
        ),
        ("UPDATE intake_audit_events SET application_id = 77 WHERE event_id = 3", Fault.CHANGED),
        ("UPDATE intake_audit_events SET actor = 'staff:9999' WHERE event_id = 3", Fault.CONTENT),
        ("UPDATE intake_audit_events SET user_id = 9999 WHERE event_id = 3", Fault.CONTENT),
        ("UPDATE intake_audit_events SET sealed = x'00' WHERE event_id = 3", Fault.UNREADABLE),
        (
            "UPDATE intake_audit_events SET sealed = "
            "(SELECT sealed FROM intake_audit_events WHERE event_id = 4) WHERE event_id = 3",
            Fault.CONTENT,
        ),
        ("DELETE FROM intake_audit_events WHERE event_id = 2", Fault.MISSING),
    ],
)
def test_the_first_line_that_was_changed_is_named(world: World, change: str, fault: Fault) -> None:
    behind_our_back(world, change)
    found = verdict(world)
    assert (found.broken, found.fault) == (3, fault)


def test_a_staff_deed_cannot_be_passed_off_as_an_erased_farmers(world: World) -> None:
    query = text("SELECT min(event_id) FROM intake_audit_events WHERE name LIKE 'staff:%'")
    with world.engine.begin() as connection:
        number = connection.scalar(query)
    behind_our_back(
        world, "UPDATE intake_audit_events SET actor = 'farmer:erased' WHERE event_id = :n", n=number
    )
    assert (verdict(world).broken, verdict(world).fault) == (number, Fault.CONTENT)


def test_an_end_that_was_cut_off_is_missed(world: World) -> None:
    lines = verdict(world).lines
    behind_our_back(world, "DELETE FROM intake_audit_events WHERE event_id >= :n", n=lines)
    assert verdict(world) == Verdict(lines - 1, 0, lines - 1, Fault.CUT)


def test_who_has_no_key_cannot_write_a_line_that_holds(world: World) -> None:
    forger = AuditLog(Vault([Vault.new_key()], Vault.new_key()))
    lines = verdict(world).lines
    world.write(forger.write, "staff:2001", "application:approve", world.clock())
    assert (verdict(world).broken, verdict(world).fault) == (lines + 1, Fault.CHANGED)


def test_a_person_who_has_his_data_erased_breaks_nothing(world: World) -> None:
    world.write(world.applications.withdraw, 1, FARMER)
    world.write(DataRights(world.applications, world.vault, world.clock).erase, FARMER)
    found = verdict(world)
    assert found.broken is None and found.erased > 0
    behind_our_back(world, "UPDATE intake_audit_events SET name = 'farmer:x:y' WHERE event_id = 1")
    assert verdict(world).broken == 1, "what stays of an emptied line still holds the chain"


def test_a_change_of_keys_breaks_nothing(world: World) -> None:
    new, index = Vault.new_key(), world.vault
    index.use([new, *world.keys])
    list(rekey(world.engine, index))
    index.use([new])
    assert verdict(world).broken is None


def test_a_deed_that_is_rolled_back_leaves_no_hole(world: World) -> None:
    with world.engine.connect() as connection:
        AuditLog(world.vault).write(connection, "system", "thing:try", world.clock())
        connection.rollback()
    world.write(AuditLog(world.vault).write, "system", "thing:do", world.clock())
    assert verdict(world).broken is None
