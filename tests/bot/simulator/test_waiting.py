"""When `wait` ends: on a clock that stands until it is turned."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from bot.simulator.chats import Person
from bot.simulator.limits import OFF
from bot.simulator.phone import Phone
from bot.simulator.requests import RawCall
from bot.simulator.schema import find_method
from bot.simulator.server import BotApi
from bot.simulator.waiting import SPINNER_SECONDS, wait_for_answer
from bot.simulator.world import World
from tests.bot.simulator.test_polling_and_webhook import Turned

SETTLE = 0.3


class Scene:
    """A farmer at his phone, and a bot that does what the test says."""

    def __init__(self) -> None:
        self.clock = Turned()
        self.world = World(token="1:x", bot_name="Bot", bot_username="bot", limits=OFF, monotonic=self.clock)
        person = self.world.people[7] = Person(7, "Wang Fang", "en")
        self.phone = Phone(self.world, person, self.world.private_chat(person))
        self.waiting: asyncio.Task[bool] | None = None

    async def call(self, method: str, **values: Any) -> Any:
        return await BotApi(self.world).do(find_method(method), RawCall(values))

    async def says(self, text: str, **more: Any) -> int:
        return int((await self.call("sendMessage", chat_id=7, text=text, **more))["message_id"])

    async def takes_updates(self, seconds: float = 0.0) -> None:
        """Gets what is new, and confirms it after `seconds`."""
        updates = await self.call("getUpdates")
        self.clock.now += seconds
        await self.call("getUpdates", offset=updates[-1]["update_id"] + 1)

    async def pressed(self) -> str:
        """The farmer has pressed a button, the bot has the update; the number of the press."""
        self.phone.send_text("/start")
        await self.takes_updates()
        await self.says("Yes?", reply_markup={"inline_keyboard": [[{"text": "Yes", "callback_data": "y"}]]})
        query = self.phone.press("Yes")["callback_query_id"]
        await self.takes_updates()
        return str(query)

    def wait(self) -> None:
        chat = self.phone.chat
        self.waiting = asyncio.create_task(
            wait_for_answer(
                self.world, self.phone.person, chat, after=chat.last_user_seq, seconds=60, settle=SETTLE
            )
        )

    async def over_after(self, seconds: float) -> bool:
        """Turn the clock; whether the wait has ended."""
        self.clock.now += seconds
        for _ in range(5):
            self.world.signal.fire()
            await asyncio.sleep(0)
        assert self.waiting is not None
        return self.waiting.done()


@pytest.fixture
def scene() -> Scene:
    return Scene()


async def test_an_answer_and_then_silence(scene: Scene) -> None:
    scene.phone.send_text("hello")
    scene.wait()
    assert not await scene.over_after(5)
    await scene.takes_updates()
    assert not await scene.over_after(5)
    await scene.says("Hello!")
    assert not await scene.over_after(SETTLE / 2)
    assert await scene.over_after(SETTLE)


async def test_a_press_that_still_turns_is_not_answered(scene: Scene) -> None:
    query = await scene.pressed()
    scene.wait()
    await scene.says("Here it is")
    assert not await scene.over_after(3 * SETTLE)
    await scene.call("answerCallbackQuery", callback_query_id=query)
    assert await scene.over_after(SETTLE)


async def test_a_bot_that_never_answers_presses_is_not_waited_for_in_vain(scene: Scene) -> None:
    await scene.pressed()
    scene.wait()
    await scene.says("Here it is")
    assert await scene.over_after(SPINNER_SECONDS)


async def test_a_toast_alone_is_given_longer(scene: Scene) -> None:
    query = await scene.pressed()
    scene.wait()
    await scene.call("answerCallbackQuery", callback_query_id=query, text="One moment")
    assert not await scene.over_after(2 * SETTLE), "the message it announces may be on its way"
    await scene.says("Here it is")
    assert not await scene.over_after(SETTLE / 2)
    assert await scene.over_after(SETTLE)


async def test_a_toast_may_be_all_there_is(scene: Scene) -> None:
    query = await scene.pressed()
    scene.wait()
    await scene.call("answerCallbackQuery", callback_query_id=query, text="Done already")
    assert await scene.over_after(4 * SETTLE)


async def test_a_slow_machine_is_given_longer(scene: Scene) -> None:
    scene.phone.send_text("hello")
    await scene.takes_updates(seconds=0.4)
    scene.wait()
    await scene.says("One moment…")
    assert not await scene.over_after(1.0), "what took 0.4 s to confirm an update may take as long again"
    await scene.says("Hello!")
    assert not await scene.over_after(1.0)
    assert await scene.over_after(2.5)


async def test_a_bot_that_recovers_is_not_waited_for_as_before(scene: Scene) -> None:
    for seconds in [0.4] + 10 * [0.01]:
        scene.phone.send_text("hello")
        await scene.takes_updates(seconds)
    scene.wait()
    await scene.says("Hello!")
    assert await scene.over_after(SETTLE)
