"""Keys change while the bot runs, and the walk survives a kill (fault F18)."""

from __future__ import annotations

import itertools

from intake.applications import Prepared
from intake.people.rekeying import rekey, sealed_columns
from intake.vault import Vault
from tests.intake.world import FARMER, World


def test_every_table_with_personal_data_is_walked() -> None:
    walked = {column.table.name for column in sealed_columns()}
    personal = [
        "people",
        "drafts",
        "applications",
        "findings",
        "messages",
        "attachments",
        "audit_events",
        "staff",
    ]
    assert {f"intake_{name}" for name in personal} <= walked


def test_a_walk_broken_off_anywhere_is_finished_by_the_next(world: World) -> None:
    for user_id in range(1001, 1006):
        application = world.submit(user_id)
        photo = Prepared(f"jpeg{user_id}".encode(), "image/jpeg", "jpg")
        world.write(world.applications.attachments.add, application.draft_id, "/data/pen", photo)
    new, index = Vault.new_key(), Vault.new_key()
    both = Vault([new, *world.keys], index)
    steps = sum(1 for _ in rekey(world.engine, both, {"files": world.files}, batch=2))
    newer = Vault.new_key()
    for stop in range(1, steps):
        rotated = Vault([newer, new], index)
        list(itertools.islice(rekey(world.engine, rotated, {"files": world.files}, batch=2), stop))
    list(rekey(world.engine, rotated, {"files": world.files}, batch=2))
    alone = Vault([newer], index)
    with world.engine.begin() as connection:
        for column in sealed_columns():
            for (token,) in connection.execute(column.table.select().with_only_columns(column)):
                alone.decrypt(token)
    assert {alone.decrypt(world.files.get(name)) for name in world.files.names()} == {
        f"jpeg{user_id}".encode() for user_id in range(1001, 1006)
    }
    assert all(one.rotated == 0 for one in rekey(world.engine, alone, {"files": world.files}))


def test_a_bot_with_both_keys_reads_all_along(world: World) -> None:
    world.submit()
    both = Vault([Vault.new_key(), *world.keys], "x" * 32)
    for _ in rekey(world.engine, both, {"files": world.files}, batch=1):
        pass
    store = type(world.applications.store)(both)
    with world.engine.begin() as connection:
        assert store.find(connection)[0].user_id == FARMER
