"""What every outbox and jobs store must do, whatever the database."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine, update

from bot.conversation.messages import Button, CallbackAnswer, Key, KeyKind, Reply
from bot.delivery.jobs import Jobs
from bot.delivery.outbox import Outbox, Outcome, Outgoing
from bot.tables import outbox as messages
from intake.vault import Vault
from tests.conftest import Clock

LEASE = timedelta(seconds=60)


@pytest.fixture
def outbox(vault: Vault) -> Outbox:
    return Outbox(vault)


@pytest.fixture
def jobs(vault: Vault) -> Jobs:
    return Jobs(vault)


def take(engine: Engine, outbox: Outbox, clock: Clock, worker: str = "a") -> list[Outgoing]:
    with engine.begin() as connection:
        return outbox.take(connection, worker=worker, now=clock(), lease=LEASE, limit=10)


def test_a_reply_comes_out_as_it_went_in(engine: Engine, outbox: Outbox, clock: Clock) -> None:
    reply = Reply(
        "<b>8,000</b> 元 🐐",
        buttons=((Button("Yes", "a.yes", ("1", "x")), Button("Page", url="https://example.org")),),
        keys=((Key("My number", KeyKind.CONTACT),),),
        edit="progress",
        careful=True,
    )
    with engine.begin() as connection:
        outbox.put(connection, 7, reply, now=clock())
    (taken,) = take(engine, outbox, clock)
    assert taken.body == reply
    assert taken.careful


def test_what_an_older_program_stored_is_said(
    engine: Engine, outbox: Outbox, vault: Vault, clock: Clock
) -> None:
    with engine.begin() as connection:
        outbox.put(connection, 7, Reply("hello"), now=clock())
        older = {"reply": Reply("hello").to_json() | {"location": None, "silent": False}}
        connection.execute(update(messages).values(payload=vault.encrypt_json(older)))
    assert take(engine, outbox, clock)[0].body == Reply("hello")


def test_a_toast_comes_out_as_it_went_in(engine: Engine, outbox: Outbox, clock: Clock) -> None:
    with engine.begin() as connection:
        outbox.put(connection, 7, CallbackAnswer("q1", "Done", alert=True), now=clock())
    assert take(engine, outbox, clock)[0].body == CallbackAnswer("q1", "Done", alert=True)


def test_a_key_is_said_once_even_after_it_was_sent(engine: Engine, outbox: Outbox, clock: Clock) -> None:
    with engine.begin() as connection:
        assert outbox.put(connection, 7, Reply("approved"), now=clock(), key="decision:1")
    (taken,) = take(engine, outbox, clock)
    with engine.begin() as connection:
        outbox.finish(connection, taken.outbox_id, Outcome.SENT, worker="a", now=clock(), message_id=55)
        assert not outbox.put(connection, 7, Reply("approved"), now=clock(), key="decision:1")
        assert outbox.message_id(connection, "decision:1") == 55


def test_a_postponed_message_keeps_its_place_before_the_later_ones(
    engine: Engine, outbox: Outbox, clock: Clock
) -> None:
    with engine.begin() as connection:
        outbox.put(connection, 7, Reply("first"), now=clock())
        outbox.put(connection, 7, Reply("second"), now=clock())
    (first,) = take(engine, outbox, clock)
    with engine.begin() as connection:
        wait = clock() + timedelta(seconds=5)
        outbox.postpone(connection, first.outbox_id, worker="a", due_at=wait, error="429")
    assert take(engine, outbox, clock) == []
    clock.advance(seconds=5)
    (again,) = take(engine, outbox, clock)
    assert (again.outbox_id, again.abandoned) == (first.outbox_id, False)


def test_silences_and_faults_are_counted_apart_from_what_certainly_did_not_leave(
    engine: Engine, outbox: Outbox, clock: Clock
) -> None:
    with engine.begin() as connection:
        outbox.put(connection, 7, Reply("question"), now=clock())
    ends = [{}, {"silence": True}, {"fault": True}, {}, {"silence": True}, {}]
    for counted in ends:
        (taken,) = take(engine, outbox, clock)
        with engine.begin() as connection:
            outbox.postpone(
                connection, taken.outbox_id, worker="a", due_at=clock(), error="no answer", **counted
            )
    (taken,) = take(engine, outbox, clock)
    assert (taken.failures, taken.silences, taken.faults, taken.abandoned) == (6, 2, 1, False)


def test_a_message_whose_sender_died_says_so(engine: Engine, outbox: Outbox, clock: Clock) -> None:
    with engine.begin() as connection:
        outbox.put(connection, 7, Reply("approved", careful=True), now=clock())
    take(engine, outbox, clock, "dead")
    clock.advance(seconds=61)
    assert take(engine, outbox, clock, "heir")[0].abandoned


def test_a_job_is_put_once_taken_when_due_and_finished_once(engine: Engine, jobs: Jobs, clock: Clock) -> None:
    with engine.begin() as connection:
        due = clock() + timedelta(hours=1)
        assert jobs.put(connection, "remind:1", "remind", {"n": 1}, due)
        assert not jobs.put(connection, "remind:1", "remind", {"n": 2}, due)
        assert jobs.take(connection, worker="a", now=clock(), lease=LEASE, limit=5) == []
    clock.advance(hours=1)
    with engine.begin() as connection:
        (job,) = jobs.take(connection, worker="a", now=clock(), lease=LEASE, limit=5)
        assert job.payload == {"n": 1}
        assert jobs.take(connection, worker="b", now=clock(), lease=LEASE, limit=5) == []
        assert jobs.finish(connection, job.job_id, worker="a", now=clock())
        assert not jobs.finish(connection, job.job_id, worker="a", now=clock())


def test_a_job_given_up_is_kept_with_its_error(engine: Engine, jobs: Jobs, clock: Clock) -> None:
    with engine.begin() as connection:
        jobs.put(connection, "publish:1", "publish", {}, clock())
        (job,) = jobs.take(connection, worker="a", now=clock(), lease=LEASE, limit=5)
        jobs.finish(connection, job.job_id, worker="a", now=clock(), error="DiskFull")
        assert jobs.dead(connection) == [("publish:1", "DiskFull")]


def test_a_long_message_goes_in_parts_each_sent_for_itself(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    """One that fails does not bring those before it a second time; the key names the one with the buttons."""
    box = Outbox(vault)
    long = Reply("goat " * 2000, buttons=((Button("Yes", "y"),),))
    with engine.begin() as connection:
        assert box.put(connection, 7, long, now=clock(), key="news")
        assert not box.put(connection, 7, long, now=clock(), key="news")
    said = []
    for number in range(1, 4):
        with engine.begin() as connection:
            taken = box.take(connection, worker="w", now=clock(), lease=timedelta(minutes=1), limit=5)
            said += [one.body for one in taken]
            for one in taken:
                box.finish(
                    connection, one.outbox_id, Outcome.SENT, worker="w", now=clock(), message_id=100 + number
                )
    assert "".join(one.text for one in said).count("goat") == 2000 and len(said) == 3
    with engine.begin() as connection:
        assert box.message_id(connection, "news") == 103
