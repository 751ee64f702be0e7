"""Fetching a file a person sent: what passes is told from what does not."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from telegram.error import BadRequest, NetworkError, RetryAfter, TelegramError, TimedOut

from bot.conversation.messages import FileRef, Unreachable
from bot.telegram import connection
from bot.telegram.connection import FromThreads

FILE = FileRef("file", "photo.jpg", "image/jpeg", 10)


class FileServer:
    """A Telegram that says no, or nothing."""

    def __init__(self, error: TelegramError | None) -> None:
        self.error, self.left = error, False

    async def get_file(self, _file_id: str) -> Any:
        if self.error is not None:
            raise self.error
        try:
            await asyncio.Event().wait()
        finally:
            self.left = True


async def fetch(server: FileServer) -> bytes:
    threads = FromThreads(server, asyncio.get_running_loop())  # type: ignore[arg-type]
    return await asyncio.to_thread(threads.download, FILE)


@pytest.mark.parametrize("error", [NetworkError("Bad Gateway"), TimedOut(), RetryAfter(timedelta(seconds=3))])
async def test_what_passes_is_worth_waiting_for(error: TelegramError) -> None:
    with pytest.raises(Unreachable):
        await fetch(FileServer(error))


async def test_a_no_is_no_outage() -> None:
    """A `NetworkError` by descent."""
    with pytest.raises(BadRequest):
        await fetch(FileServer(BadRequest("file is too big")))


async def test_what_takes_too_long_is_left_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connection, "FETCH_TIMEOUT", 0.01)
    server = FileServer(None)
    with pytest.raises(Unreachable):
        await fetch(server)
    for _ in range(3):
        await asyncio.sleep(0)
    assert server.left
