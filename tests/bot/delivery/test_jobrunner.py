"""A job that does not come to its end is given back, at once and not when its lease ends."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import Engine

from bot.conversation.turn import Stale, Tx
from bot.delivery.jobrunner import JobRunner
from bot.delivery.jobs import Jobs
from intake.vault import Vault
from tests.conftest import Clock


def test_a_job_whose_chat_never_stands_still_is_tried_again_soon(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    jobs = Jobs(vault)

    def overtaken(_tx: Tx | None) -> None:
        raise Stale

    runner = JobRunner(
        engine,
        jobs,
        {"remind": lambda _job: overtaken},
        lambda _connection: None,  # type: ignore[arg-type,return-value]
        clock,
        name="w",
        lease=timedelta(minutes=10),
        elapsed=lambda: clock().timestamp(),
    )
    with engine.begin() as connection:
        jobs.put(connection, "remind:1", "remind", {}, clock())
    (job,) = runner.take(10)
    runner.run(job)
    clock.advance(seconds=2)
    assert [one.attempts for one in runner.take(10)] == [2]
