"""What every inbox store must do, whatever the database."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, delete, select

from bot.delivery.inbox import Inbox
from bot.tables import inbox as table
from intake.vault import Vault
from tests.conftest import Clock

LEASE = timedelta(seconds=60)


def update(update_id: int, chat_id: int, text: str = "hello") -> dict[str, Any]:
    return {"update_id": update_id, "message": {"chat": {"id": chat_id}, "text": text}}


@pytest.fixture
def inbox(vault: Vault) -> Inbox:
    return Inbox(vault)


def take(engine: Engine, inbox: Inbox, clock: Clock, worker: str = "a", limit: int = 100) -> list[int]:
    with engine.begin() as connection:
        taken = inbox.take(connection, worker=worker, now=clock(), lease=LEASE, limit=limit)
    return [stored.update_id for stored in taken]


def finish(engine: Engine, inbox: Inbox, clock: Clock, update_id: int, worker: str = "a") -> bool:
    with engine.begin() as connection:
        return inbox.finish(connection, update_id, worker=worker, now=clock())


def test_the_same_update_is_stored_once_however_often_it_comes(
    engine: Engine, inbox: Inbox, clock: Clock
) -> None:
    with engine.begin() as connection:
        assert inbox.store(connection, [update(1, 7), update(1, 7), update(2, 7)], clock()) == 2
        assert inbox.store(connection, [update(2, 7)], clock()) == 0


def test_an_update_done_yesterday_is_not_taken_again(engine: Engine, inbox: Inbox, clock: Clock) -> None:
    with engine.begin() as connection:
        inbox.store(connection, [update(1, 7)], clock())
    assert take(engine, inbox, clock) == [1]
    assert finish(engine, inbox, clock, 1)
    clock.advance(days=1)
    with engine.begin() as connection:
        assert inbox.store(connection, [update(1, 7)], clock()) == 0
    assert take(engine, inbox, clock) == []


def test_one_chat_goes_in_order_and_others_do_not_wait(engine: Engine, inbox: Inbox, clock: Clock) -> None:
    with engine.begin() as connection:
        inbox.store(connection, [update(1, 7), update(2, 7), update(3, 8)], clock())
    assert take(engine, inbox, clock) == [1, 3]
    assert take(engine, inbox, clock) == []
    finish(engine, inbox, clock, 1)
    assert take(engine, inbox, clock) == [2]


def test_a_dead_workers_update_is_taken_over_and_its_late_finish_counts_for_nothing(
    engine: Engine, inbox: Inbox, clock: Clock
) -> None:
    with engine.begin() as connection:
        inbox.store(connection, [update(1, 7)], clock())
    assert take(engine, inbox, clock, "dead") == [1]
    clock.advance(seconds=61)
    assert take(engine, inbox, clock, "heir") == [1]
    assert not finish(engine, inbox, clock, 1, "dead")
    assert finish(engine, inbox, clock, 1, "heir")


def test_what_is_given_back_uncounted_was_not_tried(engine: Engine, inbox: Inbox, clock: Clock) -> None:
    with engine.begin() as connection:
        inbox.store(connection, [update(1, 7)], clock())
    tried = []
    for counted in (False, False, True, False, True, True):
        with engine.begin() as connection:
            facts = {"worker": "a", "now": clock(), "lease": LEASE, "limit": 1}
            (taken,) = inbox.take(connection, **facts)
            inbox.release(connection, 1, worker="a", retry_at=clock(), counted=counted)
        tried.append(taken.attempts)
        clock.advance(seconds=1)
    assert tried == [1, 1, 1, 2, 2, 3]


def test_what_a_person_wrote_is_unreadable_at_rest_and_forgotten_when_done(
    engine: Engine, inbox: Inbox, clock: Clock
) -> None:
    with engine.begin() as connection:
        inbox.store(connection, [update(1, 7, "my brother owes 900")], clock())
        payload = connection.scalar(select(table.c.payload))
        assert b"brother" not in payload
    take(engine, inbox, clock)
    finish(engine, inbox, clock, 1)
    with engine.begin() as connection:
        assert connection.scalar(select(table.c.payload)) is None


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(chats=st.lists(st.integers(1, 4), min_size=1, max_size=25), data=st.data())
def test_whatever_the_workers_do_each_chat_is_answered_in_order_once(
    engine: Engine, inbox: Inbox, clock: Clock, chats: list[int], data: st.DataObject
) -> None:
    with engine.begin() as connection:
        connection.execute(delete(table))
        inbox.store(connection, [update(number, chat) for number, chat in enumerate(chats, 1)], clock())
    done: list[int] = []
    for _ in range(20 * len(chats)):
        worker = data.draw(st.sampled_from(["a", "b"]), label="worker")
        for number in take(engine, inbox, clock, worker, limit=data.draw(st.integers(1, 3), label="limit")):
            if data.draw(st.booleans(), label="dies"):
                clock.advance(seconds=61)
            elif finish(engine, inbox, clock, number, worker):
                done.append(number)
        if len(done) == len(chats):
            break
    while len(done) < len(chats):
        clock.advance(seconds=61)
        done += [number for number in take(engine, inbox, clock) if finish(engine, inbox, clock, number)]
    assert sorted(done) == list(range(1, len(chats) + 1))
    for chat in set(chats):
        mine = [number for number in done if chats[number - 1] == chat]
        assert mine == sorted(mine)
