"""The command menu of a member of staff, over HTTP: his role's, and a farmer's again when he is revoked."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from telegram import Bot

from bot.conversation.officer import leaving
from bot.opening import open_services
from bot.services import Services
from bot.settings import Settings
from bot.simulator.methods.commands import commands_shown
from bot.telegram.menu import StaffMenus, publish_menu
from tests.bot.conversation.conftest import enrol
from tests.support.bot import World
from tests.support.simulator import Simulator, running_simulator

CHEN, ZHAO, SUN, PENG = 2001, 3001, 4001, 5001


@pytest.fixture
def telegram() -> Iterator[Simulator]:
    with running_simulator() as simulator:
        for user_id in (CHEN, ZHAO, SUN, PENG):
            simulator.phone(user_id).send("/start")
        yield simulator


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(Settings(home=tmp_path, encoders=(), reader=False, _env_file=None))
    enrol(opened)
    yield opened
    opened.engine.dispose()


@pytest.fixture
async def bot(telegram: Simulator) -> AsyncIterator[Bot]:
    async with Bot(telegram.token, base_url=telegram.base_url) as bot:
        yield bot


def menu(telegram: Simulator, user_id: int = CHEN) -> list[str]:
    """The commands that one of the staff sees, Chen Rong by default."""
    world = telegram.world
    return [one["command"] for one in commands_shown(world, world.people[user_id], world.chats[user_id])]


@pytest.mark.parametrize("restarted", [False, True])
async def test_who_is_revoked_sees_a_farmers_menu(
    telegram: Simulator, services: Services, bot: Bot, restarted: bool
) -> None:
    menus = StaffMenus(bot, services)
    await publish_menu(bot, services)
    await menus.tell()
    assert "queue" in menu(telegram)
    with services.engine.begin() as connection:
        leaving.revoke(services, connection, CHEN, by="system")
    await (StaffMenus(bot, services) if restarted else menus).tell()
    assert "queue" not in menu(telegram) and "apply" in menu(telegram)


@pytest.mark.parametrize(
    ("user_id", "shown"),
    [
        (CHEN, ["queue", "mine", "questions"]),
        (ZHAO, ["queue"]),
        (SUN, ["queue", "mine", "questions"]),
        (PENG, ["documents", "gaps"]),
    ],
)
async def test_the_menu_and_help_show_the_same_commands(
    telegram: Simulator, services: Services, bot: Bot, user_id: int, shown: list[str]
) -> None:
    await StaffMenus(bot, services).tell()
    person = World(services).chat(user_id)
    person.command("/help")
    assert re.findall(r"^/(\w+) –", person.words, re.MULTILINE) == shown
    assert menu(telegram, user_id) == [*shown, "language", "help"]
