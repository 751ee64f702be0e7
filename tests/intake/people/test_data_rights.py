"""A person's copy of his data, and its end."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from intake.applications import Prepared
from intake.errors import NotFound, Refused
from intake.people.data_rights import DataRights
from intake.tables import audit_events
from tests.intake.world import FARMER, NEIGHBOUR, SUBMISSION, World

# Too long to turn up by chance in the digests and sealed bytes of a dump.
ERASED = 7_310_001_001


@pytest.fixture
def data_rights(world: World) -> DataRights:
    return DataRights(world.applications, world.vault, world.clock)


def test_the_copy_is_whole(world: World, data_rights: DataRights) -> None:
    application = world.submit()
    photo = Prepared(b"jpeg", "image/jpeg", "jpg")
    world.write(world.applications.attachments.add, application.draft_id, "/data/pen", photo)
    export = world.write(data_rights.export, FARMER)
    text = json.dumps(export.record)
    for part in ("Farmer 1001", "+8613800001001", "12 goats", application.reference, "2026-01"):
        assert part in text
    assert [world.applications.attachments.read(one.attachment_id) for one in export.sent_in] == [b"jpeg"]


def test_the_copy_names_nobody_elses_application(world: World, data_rights: DataRights) -> None:
    neighbours, draft = world.submit(), world.draft(NEIGHBOUR)
    same_phone = replace(SUBMISSION, applicant=replace(SUBMISSION.applicant, phone="+86 138 0000 1001"))
    mine, _ = world.write(world.applications.submit, draft.draft_id, NEIGHBOUR, same_phone)
    text = json.dumps(world.write(data_rights.export, NEIGHBOUR).record)
    assert mine.reference in text and neighbours.reference not in text


def test_a_running_application_keeps_the_file(world: World, data_rights: DataRights) -> None:
    application = world.submit()
    with pytest.raises(Refused) as refused:
        world.write(data_rights.erase, FARMER)
    assert refused.value.facts["references"] == [application.reference]


def test_the_log_keeps_that_it_was_erased_and_no_longer_of_whom(
    world: World, data_rights: DataRights
) -> None:
    application = world.submit()
    world.write(world.applications.withdraw, application.application_id, FARMER)
    world.write(data_rights.erase, FARMER)
    with world.engine.begin() as connection:
        found = select(audit_events).where(audit_events.c.name == "system:person:erase")
        row = connection.execute(found).one()
        assert world.applications.audit.verify(connection).fault is None
    assert (row.user_id, row.actor) == (None, "system")
    facts = world.vault.decrypt_json(row.sealed)["facts"]
    assert facts["references"] == [application.reference] and str(FARMER) not in str(facts)


def test_after_erasure_nothing_personal_is_left(world: World, data_rights: DataRights) -> None:
    application = world.submit(ERASED)
    attachment = world.write(
        world.applications.attachments.add,
        application.draft_id,
        "/data/pen",
        Prepared(b"jpeg", "image/jpeg", "jpg"),
    )
    world.write(world.applications.withdraw, application.application_id, ERASED)
    assert world.write(data_rights.erase, ERASED) == 1
    assert world.write(world.applications.attachments.sweep) == 1
    with pytest.raises(NotFound):
        world.applications.attachments.read(attachment.attachment_id)
    assert world.write(world.applications.known, ERASED) is None
    assert world.write(world.applications.by_farmer, ERASED) == []
    kept = world.write(world.applications.store.by_reference, application.reference)
    assert (kept.applicant.name, kept.guarantor, kept.lines) == ("", None, ())
    with world.engine.begin() as connection:
        dump = "\n".join(connection.connection.driver_connection.iterdump())
    assert str(ERASED) not in dump
    again = world.write(data_rights.export, ERASED).record
    assert (again["applications"], again["log"], again["consents"]) == ([], [], [])
