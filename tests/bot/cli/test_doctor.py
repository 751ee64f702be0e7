"""`village-credit doctor`: what an operator on call sees at a glance."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.cli.doctor import Finding, Verdict, examine
from bot.delivery import lease
from bot.delivery.identity import own_name
from bot.delivery.inbox import Inbox
from bot.services import Services
from bot.settings import Settings
from bot.tables import inbox
from tests.bot.conversation.staff.conftest import empty_home
from tests.conftest import Clock
from tests.support.bot import copy_home, make_services

__all__ = ["empty_home"]
NOW = datetime.now(UTC)  # noqa: TID251 - the command asks the machine


@pytest.fixture
def services(empty_home: Path, tmp_path: Path) -> Services:
    return make_services(copy_home(empty_home, tmp_path / "home"), Clock(NOW))


def found(services: Services) -> dict[str, Finding]:
    services.knowledge.index.close()
    return {one.what: one for one in examine(Settings(home=services.settings.home, _env_file=None))}  # type: ignore[call-arg]


def test_a_bot_that_runs_is_named_and_one_that_does_not_is_missed(services: Services) -> None:
    assert found(services)["bot"].verdict is Verdict.NOTE
    with services.engine.begin() as connection:
        other = own_name().replace(f":{os.getpid()}:", f":{os.getppid()}:")
        lease.hold(connection, "poller", other, NOW, timedelta(minutes=5))
    running = found(services)["bot"]
    assert running.verdict is Verdict.OK and f":{os.getppid()}:" in running.found


def test_what_waits_too_long_and_what_was_given_up_are_bad(services: Services) -> None:
    box = Inbox(services.vault)
    assert {found(services)[what].verdict for what in ("queues", "dead letters")} == {Verdict.OK}
    with services.engine.begin() as connection:
        box.store(connection, [{"update_id": 1}], NOW - timedelta(hours=2))
        box.store(connection, [{"update_id": 2}], NOW)
        given_up = {"done_at": NOW, "error": "KeyError"}
        connection.execute(update(inbox).where(inbox.c.update_id == 2).values(given_up))
    seen = found(services)
    assert seen["queues"].verdict is Verdict.BAD and "1 updates to answer" in seen["queues"].found
    assert seen["dead letters"].verdict is Verdict.BAD and "update 2 (KeyError)" in seen["dead letters"].found
