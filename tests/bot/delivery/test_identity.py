"""What a dead process held is free at once; what a living one or another machine's holds is not."""

from __future__ import annotations

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from bot.delivery import identity, lease
from bot.delivery.identity import is_gone, own_name
from bot.delivery.inbox import Inbox
from bot.delivery.leasing import release_gone
from bot.tables import inbox
from intake.vault import Vault
from tests.conftest import Clock

UPDATE = {"update_id": 1, "message": {"chat": {"id": 7}}}
LEASE = timedelta(minutes=1)


def _name_of_a_dead_process() -> str:
    code = "from bot.delivery.identity import own_name; print(own_name())"
    return subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.strip()


def test_who_is_gone() -> None:
    own = own_name()
    assert not is_gone(own, own)
    assert len(own) <= 64
    assert is_gone(_name_of_a_dead_process(), own)
    assert not is_gone("elsewhere/1:1:abcd", own)
    assert not is_gone("somebody", own)
    machine, pid, _token = own.rsplit(":", 2)
    assert is_gone(f"{machine}:{pid}:before", own), "our number, another life: a container that was restarted"
    assert not is_gone(f"{machine}:1:other", own), "process 1 lives"


def test_a_host_of_the_same_name_is_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The process namespace of every Linux host has the same number: what tells them apart is when they started."""
    boot = tmp_path / "boot_id"
    monkeypatch.setattr(identity, "BOOT", boot)
    boot.write_text("11111111-0000-0000-0000-000000000000\n")
    theirs = _name_of_a_dead_process_here()
    assert is_gone(theirs, own_name())
    boot.write_text("22222222-0000-0000-0000-000000000000\n")
    assert not is_gone(theirs, own_name()) and len(own_name()) <= 64
    boot.unlink()
    assert not is_gone(theirs, own_name()), "a system without one has its name alone"


def _name_of_a_dead_process_here() -> str:
    _machine, pid, _token = _name_of_a_dead_process().rsplit(":", 2)
    here, _pid, token = own_name().rsplit(":", 2)
    return f"{here}:{pid}:{token}"


def test_an_update_in_a_dead_hand_is_taken_at_once(engine: Engine, vault: Vault, clock: Clock) -> None:
    store, dead = Inbox(vault), _name_of_a_dead_process()
    with engine.begin() as connection:
        store.store(connection, [UPDATE], clock())
        assert store.take(connection, worker=dead, now=clock(), lease=LEASE, limit=9)
        assert not store.take(connection, worker="me", now=clock(), lease=LEASE, limit=9)
        assert release_gone(connection, inbox, lambda holder: is_gone(holder, own_name())) == 1
        assert store.take(connection, worker="me", now=clock(), lease=LEASE, limit=9)


def test_the_place_of_a_dead_poller_is_free(engine: Engine, clock: Clock) -> None:
    dead, own = _name_of_a_dead_process(), own_name()
    with engine.begin() as connection:
        assert lease.hold(connection, "poller", dead, clock(), LEASE)
        assert not lease.hold(connection, "poller", own, clock(), LEASE)
        assert lease.hold(connection, "poller", own, clock(), LEASE, lambda holder: is_gone(holder, own))
