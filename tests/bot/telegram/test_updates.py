"""An update that the library cannot read keeps no other from coming, and stands in no log."""

from __future__ import annotations

import asyncio
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from structlog.testing import capture_logs

from bot.delivery.inbox import Inbox, StoredUpdate
from bot.delivery.ingress import Ingress
from bot.settings import Settings
from bot.telegram.connection import connect
from bot.telegram.incoming import to_incoming
from intake.vault import Vault
from tests.conftest import Clock
from tests.support.simulator import serving

WORDS = "my name is Wang Fang"


class Telegram:
    """A server that has updates until they are confirmed; the simulator gives only what Telegram knows today."""

    def __init__(self, *updates: dict[str, Any]) -> None:
        self.updates = list(updates)
        self.app = Starlette(routes=[Route("/bot{token}/{method}", self._call, methods=["POST"])])
        self.app.state.world = self

    def close(self) -> None:
        """Nobody waits here."""

    async def _call(self, request: Request) -> Response:
        if request.path_params["method"] != "getUpdates":
            return _answered({"id": 1, "is_bot": True, "first_name": "Credit", "username": "credit_bot"})
        offset = int((await request.form()).get("offset", "0"))  # type: ignore[arg-type]
        return _answered([one for one in self.updates if one["update_id"] >= offset])


def _answered(result: object) -> Response:
    return Response(json.dumps({"ok": True, "result": result}), media_type="application/json")


def message(number: int, text: str) -> dict[str, Any]:
    person = {"id": 1001, "is_bot": False, "first_name": "Wang"}
    body = {"message_id": number, "date": 1, "chat": {"id": 1001, "type": "private"}, "from": person}
    return {"update_id": number, "message": body | {"text": text}}


@contextmanager
def served(telegram: Telegram) -> Iterator[str]:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        with serving(telegram.app, listener):
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"


def without_its_date(update: dict[str, Any]) -> None:
    update["message"]["date"] = "yesterday"


def of_a_year_without_end(update: dict[str, Any]) -> None:
    update["message"]["date"] = 10**18


def from_a_chat_beyond_all_numbers(update: dict[str, Any]) -> None:
    update["message"]["chat"]["id"] = 2**70


def with_half_an_entity(update: dict[str, Any]) -> None:
    update["message"]["entities"] = [{"type": "bold"}]


def with_a_photo_of_a_new_kind(update: dict[str, Any]) -> None:
    update["message"]["photo"] = ["small", "large"]


SPOILT = [
    (without_its_date, None),
    (of_a_year_without_end, None),
    (from_a_chat_beyond_all_numbers, None),
    (with_half_an_entity, WORDS),
    (with_a_photo_of_a_new_kind, WORDS),
]


async def polled(url: str, engine: Engine, vault: Vault, clock: Clock, number: int) -> list[Any]:
    """The updates, once so many are stored."""
    settings = Settings(
        telegram_token=SecretStr("1:token"),
        telegram_base_url=url,
        _env_file=None,  # type: ignore[call-arg]
    )
    inbox, there = Inbox(vault), asyncio.Event()

    def look() -> None:
        with engine.connect() as connection:
            if inbox.waiting(connection) == number:
                there.set()

    ingress = Ingress(engine, inbox, clock, look, name="here")
    async with connect(settings) as bot:
        polling = asyncio.create_task(ingress.poll(bot))
        waiting = asyncio.create_task(there.wait())
        await asyncio.wait([polling, waiting], return_when=asyncio.FIRST_COMPLETED)
        waiting.cancel()
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
    return taken(engine, inbox, clock)


def taken(engine: Engine, inbox: Inbox, clock: Clock) -> list[StoredUpdate]:
    found: list[StoredUpdate] = []
    facts: dict[str, Any] = {"worker": "w", "now": clock(), "lease": timedelta(minutes=1), "limit": 10}
    while True:
        with engine.begin() as connection:
            some = inbox.take(connection, **facts)
            for one in some:
                inbox.finish(connection, one.update_id, worker="w", now=clock())
        if not some:
            return sorted(found, key=lambda one: one.update_id)
        found += some


@pytest.mark.parametrize(("spoil", "heard"), SPOILT)
async def test_what_cannot_be_read_is_confirmed_and_the_rest_comes(
    engine: Engine,
    vault: Vault,
    clock: Clock,
    caplog: pytest.LogCaptureFixture,
    spoil: Any,
    heard: str | None,
) -> None:
    updates = [message(1, "I am here"), message(2, WORDS), message(3, "I have goats")]
    spoil(updates[1])
    with served(Telegram(*updates)) as url, capture_logs() as told:
        found = await polled(url, engine, vault, clock, 3)
    incoming = [to_incoming(one.payload, "bot") for one in found]
    said = [one and one.text for one in incoming]
    assert said == ["I am here", heard, "I have goats"], "and as much of it as can be read is heard"
    assert told == [
        {
            "event": "an update cannot be read",
            "log_level": "error",
            "update_id": 2,
            "words_heard": heard is not None,
        }
    ]
    assert "Wang" not in caplog.text
