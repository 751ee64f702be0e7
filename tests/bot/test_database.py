"""Writers wait for each other in line; a failed transaction leaves the line; readers never wait."""

from __future__ import annotations

import threading
from contextlib import ExitStack

import pytest
from sqlalchemy import Engine, func, select

from bot.app import SERVER_THREADS
from bot.database import reader
from bot.tables import leases


def _write(engine: Engine, name: str, clock: object) -> None:
    with engine.begin() as connection:
        connection.execute(leases.insert().values(name=name, holder="x", until=clock(), fence=1))  # type: ignore[operator]


def test_many_writers_lose_nothing(engine: Engine, clock: object) -> None:
    def some(place: int) -> None:
        for number in range(20):
            _write(engine, f"{place}-{number}", clock)

    threads = [threading.Thread(target=some, args=(place,)) for place in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with reader(engine).begin() as connection:
        assert connection.scalar(select(func.count()).select_from(leases)) == 160


def test_a_transaction_that_failed_leaves_the_line(engine: Engine, clock: object) -> None:
    with pytest.raises(ZeroDivisionError), engine.begin():
        raise ZeroDivisionError
    _write(engine, "after", clock)
    with pytest.raises(Exception, match="UNIQUE"):
        _write(engine, "after", clock)
    _write(engine, "and after that", clock)


def test_a_reader_passes_a_writer(engine: Engine, clock: object) -> None:
    with engine.begin() as connection:
        connection.execute(leases.insert().values(name="held", holder="x", until=clock(), fence=1))  # type: ignore[operator]
        with reader(engine).begin() as looking:
            assert looking.scalar(select(func.count()).select_from(leases)) == 0


def test_who_writes_may_read_besides_however_many_wait_in_line(engine: Engine) -> None:
    """Each thread in line holds a connection: the writer's second one must not wait for theirs."""
    with ExitStack() as line:
        for _ in range(SERVER_THREADS):
            line.enter_context(engine.connect())
        with engine.begin(), reader(engine).begin() as looking:
            assert looking.scalar(select(func.count()).select_from(leases)) == 0
