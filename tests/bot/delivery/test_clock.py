"""F14: a clock that leaps a day or a year ahead and comes back: no storm, nothing closed too early, nobody held off."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import Engine

from bot.conversation.messages import Reply
from bot.delivery import lease
from bot.delivery.inbox import Inbox
from bot.delivery.jobrunner import JobRunner
from bot.delivery.jobs import Jobs
from bot.delivery.outbox import Outbox
from intake.vault import Vault
from tests.bot.delivery.test_bad_days import message
from tests.conftest import Clock

MINUTE = timedelta(minutes=1)


class Counter:
    """Seconds that only count on."""

    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


class Deadlines:
    """A runner with one job a day ahead, on a clock that may be turned by itself."""

    def __init__(self, engine: Engine, vault: Vault, clock: Clock) -> None:
        self.clock, self.counter = clock, Counter()
        jobs = Jobs(vault)
        self.runner = JobRunner(
            engine,
            jobs,
            {},
            lambda _: None,
            clock,
            name="w",
            lease=MINUTE,
            elapsed=self.counter,  # type: ignore[arg-type,return-value]
        )
        with engine.begin() as connection:
            jobs.put(connection, "close the draft", "draft_expiry", {}, clock() + timedelta(days=1))

    def passes(self, **delta: float) -> None:
        self.clock.advance(**delta)
        self.counter.seconds += timedelta(**delta).total_seconds()

    def due(self) -> int:
        return len(self.runner.take(10))


@pytest.fixture
def deadlines(engine: Engine, vault: Vault, clock: Clock) -> Deadlines:
    return Deadlines(engine, vault, clock)


@pytest.mark.parametrize("leap", [1, 365])
def test_deadlines_do_not_believe_a_leap_that_is_taken_back(deadlines: Deadlines, leap: int) -> None:
    assert deadlines.due() == 0
    deadlines.clock.advance(days=leap, hours=1)
    deadlines.counter.seconds += 60
    assert deadlines.due() == 0
    deadlines.clock.advance(days=-leap, hours=-1)
    deadlines.counter.seconds += 60
    assert deadlines.due() == 0
    deadlines.passes(hours=23)
    assert deadlines.due() == 0
    deadlines.passes(hours=2)
    assert deadlines.due() == 1


def test_a_clock_that_stays_where_it_leapt_to_is_believed_after_an_hour(deadlines: Deadlines) -> None:
    assert deadlines.due() == 0
    deadlines.clock.advance(days=2)
    assert deadlines.due() == 0
    deadlines.passes(minutes=59)
    assert deadlines.due() == 0
    deadlines.passes(minutes=2)
    assert deadlines.due() == 1


def test_time_that_really_passes_is_no_leap(deadlines: Deadlines) -> None:
    assert deadlines.due() == 0
    deadlines.passes(days=3)
    assert deadlines.due() == 1


def test_what_was_written_while_the_clock_was_ahead_waits_for_no_tomorrow(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    box, post = Inbox(vault), Outbox(vault)
    clock.advance(days=1)
    with engine.begin() as connection:
        assert lease.hold(connection, "poller", "one", clock(), MINUTE)
        box.store(connection, [message(1)], clock())
        post.put(connection, 7, Reply("hello"), now=clock())
        assert box.take(connection, worker="killed", now=clock(), lease=MINUTE, limit=1)
    clock.advance(days=-1)
    with engine.begin() as connection:
        assert lease.hold(connection, "poller", "two", clock(), MINUTE)
        assert len(box.take(connection, worker="next", now=clock(), lease=MINUTE, limit=1)) == 1
        assert len(post.take(connection, worker="next", now=clock(), lease=MINUTE, limit=1)) == 1
