"""The database is full, locked or out of reach, Telegram says no: the bot waits, loses nothing and goes on."""

from __future__ import annotations

import asyncio
import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import Engine, event, insert, select, update
from sqlalchemy.exc import SQLAlchemyError
from telegram import Update

from bot.conversation.messages import Reply
from bot.database import open_engine
from bot.delivery import runtime
from bot.delivery.inbox import Inbox
from bot.delivery.ingress import SECRET_HEADER, Ingress
from bot.delivery.jobs import Jobs
from bot.delivery.outbox import Outbox
from bot.delivery.runtime import Bell, Runtime
from bot.delivery.worker import Worker
from bot.migrations import migrate
from bot.tables import inbox, jobs, outbox
from intake.vault import Vault
from tests.conftest import Clock

LEASE = timedelta(seconds=60)


def message(number: int, chat: int = 7, words: str = "hi ") -> dict[str, Any]:
    person = {"id": chat, "is_bot": False, "first_name": "Wang"}
    body = {"message_id": number, "date": 1, "chat": {"id": chat, "type": "private"}, "from": person}
    return {"update_id": number, "message": body | {"text": words * 20_000}}


@contextmanager
def full(engine: Engine) -> Iterator[None]:
    """A disk without a page left, as SQLite itself says it."""

    pages = [1]

    def limit(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute(f"PRAGMA max_page_count={pages[0]}")

    event.listen(engine, "checkout", limit)
    try:
        yield
    finally:
        pages[0] = 2**30  # and the listener stays: another thread may be calling it just now


class Line:
    """A Telegram that has updates until they are confirmed."""

    def __init__(self, *updates: dict[str, Any]) -> None:
        self.updates, self.asked = list(updates), 0
        self.before: Callable[[], None] = lambda: None

    async def get_updates(self, *, offset: int | None, **facts: Any) -> list[Update]:
        self.asked += 1
        self.before()
        await asyncio.sleep(0)
        left = [one for one in self.updates if offset is None or one["update_id"] >= offset]
        if not left and not facts["timeout"]:
            return []
        if not left:
            await asyncio.Event().wait()
        return [Update.de_json(one) for one in left[:100]]


@pytest.fixture
def no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.delivery.ingress.FIRST_BACKOFF", 0.001)
    monkeypatch.setattr(runtime, "IDLE_SECONDS", 0.01)


async def until(condition: Any) -> None:
    for _ in range(12_000):  # a minute: a machine under load is slow, and not broken
        if condition():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("it did not come to that")


def stored(engine: Engine) -> int:
    with engine.connect() as connection:
        return len(connection.execute(select(inbox.c.update_id)).all())


@pytest.mark.usefixtures("no_waiting")
async def test_what_could_not_be_stored_is_not_confirmed(engine: Engine, vault: Vault, clock: Clock) -> None:
    line = Line(message(1), message(2))
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here")
    with full(engine):
        task = asyncio.create_task(ingress.poll(line))  # type: ignore[arg-type]
        await until(lambda: line.asked > 2 or task.done())
        assert not task.done() and stored(engine) == 0
    await until(lambda: stored(engine) == 2)
    task.cancel()


def test_what_is_brought_again_because_it_could_not_be_stored_is_no_flood(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here", monotonic=lambda: 0.0)
    waiting = [message(number) for number in range(1, 101)]
    with full(engine):
        for _ in range(3):
            with pytest.raises(SQLAlchemyError):
                ingress.store(waiting)
    ingress.store(waiting)
    assert stored(engine) == 100


async def test_a_webhook_that_cannot_store_asks_for_it_again(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here")
    transport = httpx.ASGITransport(app=ingress.webhook("secret"))
    async with httpx.AsyncClient(transport=transport, base_url="http://hook") as telegram:
        with full(engine):
            answer = await telegram.post("/telegram", json=message(1), headers={SECRET_HEADER: "secret"})
            assert answer.status_code == 503
        answer = await telegram.post("/telegram", json=message(1), headers={SECRET_HEADER: "secret"})
    assert answer.status_code == 200 and stored(engine) == 1


class Loops:
    """A runtime whose worker reads a real table."""

    def __init__(self, engine: Engine, clock: Clock, box: Inbox) -> None:
        self.engine, self.clock, self.box, self.answered = engine, clock, box, list[int]()

    def take(self, limit: int) -> list[Any]:
        with self.engine.begin() as connection:
            return self.box.take(connection, worker="w", now=self.clock(), lease=LEASE, limit=limit)

    def answer(self, update: Any) -> None:
        self.answered.append(update.update_id)
        with self.engine.begin() as connection:
            self.box.finish(connection, update.update_id, worker="w", now=self.clock())

    run = answer

    async def deliver(self, update: Any) -> None:
        raise AssertionError


class Idle:
    def take(self, limit: int) -> list[Any]:
        return []

    def run(self, item: Any) -> None: ...

    async def deliver(self, item: Any) -> None: ...


@pytest.mark.usefixtures("no_waiting")
async def test_a_locked_database_does_not_end_the_bot(engine: Engine, vault: Vault, clock: Clock) -> None:
    """F10: it recovers without a restart by hand."""
    box = Inbox(vault)
    with engine.begin() as connection:
        box.store(connection, [message(1)], clock())
    loops = Loops(engine, clock, box)
    bell = Bell()
    running = Runtime(loops, Idle(), Idle(), bell, workers=2)  # type: ignore[arg-type]
    ingress = Ingress(engine, box, clock, bell.ring, name="here")
    with locked(engine):
        task = asyncio.create_task(running.run(ingress.poll(Line(message(2)))))  # type: ignore[arg-type]
        await asyncio.sleep(0.1)
        assert not task.done() and loops.answered == []
    await until(lambda: loops.answered == [1, 2])
    task.cancel()


@contextmanager
def locked(engine: Engine) -> Iterator[None]:
    """Somebody else holds the writers' lock, for longer than anybody waits."""

    def impatient(connection: Any, _record: Any, _proxy: Any) -> None:
        connection.execute("PRAGMA busy_timeout=1")

    holder = sqlite3.connect(str(engine.url.database), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    event.listen(engine, "checkout", impatient)
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def test_a_row_that_cannot_be_read_keeps_nobody_elses_waiting(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    """A key dropped too early, a message of a newer version: others are served, and the row itself is kept."""
    box, post, later = Inbox(vault), Outbox(vault), Jobs(vault)
    foreign = Vault([Vault.new_key()], Vault.new_key()).encrypt_json({"update_id": 1})
    with engine.begin() as connection:
        box.store(connection, [message(1, chat=1), message(2, chat=2)], clock())
        connection.execute(update(inbox).where(inbox.c.update_id == 1).values(payload=foreign))
        for chat in (1, 2):
            post.put(connection, chat, Reply(f"to {chat}"), now=clock())
            later.put(connection, f"job {chat}", "kind", {}, clock())
        newer = vault.encrypt_json({"reply": {"text": "of a newer version", "colour": "red"}})
        connection.execute(update(outbox).where(outbox.c.chat_id == 1).values(payload=newer))
        connection.execute(update(jobs).where(jobs.c.key == "job 1").values(payload=foreign))
    for _ in range(2):
        with engine.begin() as connection:
            facts = {"worker": "w", "now": clock(), "lease": LEASE, "limit": 10}
            taken = (
                box.take(connection, **facts),
                post.take(connection, **facts),
                later.take(connection, **facts),
            )
        for rows in taken:
            assert len(rows) <= 1
    with engine.connect() as connection:
        for table in (inbox, outbox, jobs):
            unread = connection.execute(select(table).where(table.c.error.is_not(None))).mappings().all()
            assert [row["done_at"] for row in unread] == [None] and unread[0]["payload"] is not None


def test_an_update_that_nothing_can_be_done_with_does_not_block_its_chat(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    box, answered = Inbox(vault), list[int]()
    with engine.begin() as connection:
        box.store(connection, [message(1), message(2)], clock())

    def prepare(update: Any) -> Any:
        if update.update_id == 1:
            raise KeyError("message")
        return lambda connection: answered.append(update.update_id)

    def give_up(_connection: Any, update: Any) -> None:
        prepare(update)

    worker = Worker(engine, box, prepare, give_up, clock, name="w", lease=LEASE)
    for _ in range(7):
        for one in worker.take(5):
            worker.answer(one)
        clock.advance(minutes=2)
    assert answered == [2]


def test_what_stood_in_a_statement_is_in_no_error(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'state.sqlite'}")
    migrate(engine)
    row = {"key": "Wang Fang's key", "kind": "k", "payload": b"", "due_at": Clock()(), "attempts": 0}
    with pytest.raises(Exception, match="UNIQUE") as failed, engine.begin() as connection:
        connection.execute(insert(jobs).values(row))
        connection.execute(insert(jobs).values(row))
    assert "Wang Fang" not in str(failed.value)
    engine.dispose()


@pytest.mark.parametrize(
    "body",
    [
        b"[1, 2]",
        b"[" * 100_000,
        b"{}",
        json.dumps(message(2**70)).encode(),
        json.dumps({"update_id": "7", "message": message(1)["message"]}).encode(),
    ],
)
async def test_what_is_no_update_is_turned_away(
    engine: Engine, vault: Vault, clock: Clock, body: bytes
) -> None:
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here")
    transport = httpx.ASGITransport(app=ingress.webhook("secret"))
    async with httpx.AsyncClient(transport=transport, base_url="http://hook") as telegram:
        answer = await telegram.post("/telegram", content=body, headers={SECRET_HEADER: "secret"})
    assert answer.status_code == 400 and stored(engine) == 0


async def test_what_cannot_be_read_is_not_asked_for_again(engine: Engine, vault: Vault, clock: Clock) -> None:
    """Telegram repeats for a day what is turned away."""
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here")
    transport = httpx.ASGITransport(app=ingress.webhook("secret"))
    async with httpx.AsyncClient(transport=transport, base_url="http://hook") as telegram:
        body = message(1, chat=2**70)
        answer = await telegram.post("/telegram", json=body, headers={SECRET_HEADER: "secret"})
    assert answer.status_code == 200 and stored(engine) == 1


@pytest.mark.usefixtures("no_waiting")
async def test_an_error_nobody_thought_of_does_not_end_the_polling(
    engine: Engine, vault: Vault, clock: Clock
) -> None:
    line = Line(message(1))

    def fail() -> None:
        if line.asked < 3:
            raise RecursionError

    line.before = fail
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here")
    task = asyncio.create_task(ingress.poll(line))  # type: ignore[arg-type]
    await until(lambda: task.done() or stored(engine) == 1)
    assert not task.done()
    task.cancel()


@pytest.mark.parametrize("written", [200, 250])
@pytest.mark.usefixtures("no_waiting")
async def test_while_a_night_comes_in_nothing_is_answered_yet(
    engine: Engine, vault: Vault, clock: Clock, written: int
) -> None:
    """F16: what a chat wrote is answered together, so all of it must be there first."""
    late = int(clock().timestamp()) - 3600
    night = [message(number, chat=1 + number % 3, words="hi") for number in range(1, written + 1)]
    for one in night:
        one["message"]["date"] = late
    line = Line(*night)
    ingress = Ingress(engine, Inbox(vault), clock, lambda: None, name="here", monotonic=lambda: 0.0)
    worker = Worker(
        engine,
        Inbox(vault),
        lambda update: lambda connection: None,
        lambda connection, update: None,
        clock,
        name="w",
        lease=LEASE,
        catching_up=ingress.catching_up,
    )
    taken: list[int] = []
    line.before = lambda: taken.append(len(worker.take(5)))
    task = asyncio.create_task(ingress.poll(line))  # type: ignore[arg-type]
    await until(lambda: len(taken) == 4)
    task.cancel()
    assert taken == [0, 0, 0, 3] and stored(engine) == written
