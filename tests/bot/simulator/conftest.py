"""One simulator for a module's tests, forgotten between them; clients of two libraries and of none."""

from __future__ import annotations

import io
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import aiogram
import httpx
import pytest
import telegram
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from PIL import Image

from bot.simulator.limits import OFF
from tests.bot.simulator.small_bot import SmallBot
from tests.support.simulator import Phone, Simulator, running_simulator

Call = Callable[..., dict[str, Any]]


@pytest.fixture(scope="module")
def running() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def simulator(running: Simulator) -> Simulator:
    running.reset()
    running.world.flood.change(OFF)
    running.world.updates.allowed = None
    return running


@pytest.fixture
def farmer(simulator: Simulator) -> Phone:
    return simulator.phone(1001)


@pytest.fixture
def started(farmer: Phone) -> Phone:
    """A farmer the bot has heard from."""
    farmer.send("/start")
    return farmer


@pytest.fixture
def small_bot(simulator: Simulator) -> Iterator[SmallBot]:
    bot = SmallBot(simulator)
    bot.thread.start()
    yield bot
    bot.stop()


@pytest.fixture
def http(simulator: Simulator) -> Iterator[httpx.Client]:
    with httpx.Client(
        base_url=f"{simulator.base_url}{simulator.token}/", timeout=20, trust_env=False
    ) as client:
        yield client


@pytest.fixture
def call(http: httpx.Client) -> Call:
    """A raw Bot API call: `call("sendMessage", chat_id=…)`; the whole envelope comes back."""

    def do(method: str, **params: Any) -> dict[str, Any]:
        answer: dict[str, Any] = http.post(method, json=params).json()
        return answer

    return do


@pytest.fixture
async def ptb(simulator: Simulator) -> AsyncIterator[telegram.Bot]:
    bot = telegram.Bot(simulator.token, base_url=simulator.base_url, base_file_url=simulator.base_file_url)
    async with bot:
        yield bot


@pytest.fixture
async def aio(simulator: Simulator) -> AsyncIterator[aiogram.Bot]:
    session = AiohttpSession(api=TelegramAPIServer.from_base(simulator.url))
    yield aiogram.Bot(simulator.token, session=session)
    await session.close()


def picture(width: int = 640, height: int = 480, kind: str = "PNG") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), "seagreen").save(buffer, kind)
    return buffer.getvalue()
