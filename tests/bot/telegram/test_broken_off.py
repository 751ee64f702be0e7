"""A call that is broken off, at whatever moment, takes no connection away from those that follow."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from pydantic import SecretStr
from telegram import Bot

from bot.settings import Settings
from bot.telegram import connection
from bot.telegram.connection import connect
from tests.support.simulator import Simulator, running_simulator

PLACES = 4


@pytest.fixture
async def telegram(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Simulator]:
    monkeypatch.setattr(connection, "CONNECTIONS", PLACES)
    with running_simulator() as simulator:
        yield simulator


@asynccontextmanager
async def bot_at(telegram: Simulator) -> AsyncIterator[Bot]:
    settings = Settings(telegram_token=SecretStr(telegram.token), telegram_base_url=telegram.url)
    async with connect(settings) as bot:
        yield bot


async def break_off(bot: Bot, after: int) -> None:
    """Cancel a call when the loop has gone round `after` times."""
    call = asyncio.create_task(bot.get_me())
    for _ in range(after):
        await asyncio.sleep(0)
    call.cancel()
    await asyncio.wait([call])


async def answers(bot: Bot) -> None:
    """As many calls at once as there are connections, and more, come through."""
    async with asyncio.timeout(20):
        await asyncio.gather(*(bot.get_me() for _ in range(2 * PLACES)))


async def test_calls_broken_off_at_any_moment(telegram: Simulator) -> None:
    async with bot_at(telegram) as bot:
        for after in range(60):
            await asyncio.gather(*(break_off(bot, after) for _ in range(PLACES)))
        await answers(bot)


async def test_calls_broken_off_while_they_wait_for_a_connection(telegram: Simulator) -> None:
    async with bot_at(telegram) as bot:
        for after in range(60):
            await asyncio.gather(*(break_off(bot, after) for _ in range(4 * PLACES)))
        await answers(bot)
