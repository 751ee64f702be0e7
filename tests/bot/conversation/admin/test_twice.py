"""A second press on what another admin has done already says by whom and when."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.conversation.messages import Button
from intake.review import Role, StaffMember
from tests.bot.conversation.admin.conftest import PENG
from tests.support.bot import Chat, World

MEI = 5002


@pytest.fixture
def mei(world: World) -> Chat:
    """A second admin."""
    services = world.services
    with services.engine.begin() as connection:
        services.staff.put(connection, StaffMember(MEI, "Mei Lan", Role.ADMIN, frozenset(), "en", True))
        services.conversations.set_language(connection, MEI, MEI, "en", services.clock())
    return world.chat(MEI, name="Mei Lan")


def opened(chat: Chat) -> None:
    chat.command("/documents")
    chat.press("1")


def button(chat: Chat, label: str) -> Button:
    found = chat.button(label)
    assert found is not None
    return found


@pytest.mark.parametrize(("label", "status"), [("Retire", "retired"), ("Roll back", "rolled back")])
def test_the_second_admin_hears_who_was_first(
    published: Callable[..., Chat], peng: Chat, mei: Chat, label: str, status: str
) -> None:
    published()
    opened(mei), opened(peng)
    first = button(mei, label)
    mei.press(label)
    sure = button(mei, "Yes")
    peng.press(label)
    peng.press("Yes")
    for press in (sure, first):
        said = "\n".join(one.text for one in mei.press_data(press.action, press.args))
        assert f"Already done: it is {status} since" in said and "by Peng Hui" in said
    said = "\n".join(one.text for one in peng.press_data(sure.action, sure.args))
    assert "by you" in said and peng.user_id == PENG


def test_who_brought_it_back_is_named(published: Callable[..., Chat], peng: Chat, mei: Chat) -> None:
    published()
    opened(peng)
    peng.press("Retire")
    peng.press("Yes")
    back = button(peng, "Bring it back")
    peng.press("Bring it back")
    sure = button(peng, "Yes")
    mei.press_data(back.action, back.args)
    mei.press("Yes")
    for press in (sure, back):
        said = "\n".join(one.text for one in peng.press_data(press.action, press.args))
        assert "Already done: it is published since" in said and "by Mei Lan" in said
