"""Two files, two admins, two presses at once: nothing is decided by the wrong button, nothing undone unseen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.services import Services
from intake.review import Role, StaffMember
from knowledge.types import Answer, Audience
from tests.bot.conversation.admin.conftest import BEES
from tests.support.bot import Chat, World

ASKED = "How much do you lend for a bee hive?"
SILK = b"# Loans for silkworms\n\nWe lend up to 700 yuan for a tray of silkworms.\n"


@pytest.fixture
def tao(world: World, services: Services) -> Chat:
    """A second admin."""
    with services.engine.begin() as connection:
        services.staff.put(connection, StaffMember(5002, "Tao Min", Role.ADMIN, frozenset(), "en", True))
    return world.chat(5002, name="Tao Min")


def amount(world: World) -> str:
    found = world.services.knowledge.ask(ASKED, language="en", audience=Audience.FARMER)
    return found.text if isinstance(found, Answer) else ""


def test_the_button_of_another_file_decides_nothing(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    bees = {word: peng.button(word) for word in ("Farmers and staff", "Throw it away")}
    peng.document(SILK, "silk.md")
    old = bees["Farmers and staff"]
    assert old is not None
    peng.press_data(old.action, old.args)
    assert "This button belongs to “Loans for bees”. Open here is “Loans for silkworms”." in peng.words
    peng.press("Carry on with “Loans for silkworms”")
    peng.press("Staff only")
    gone = bees["Throw it away"]
    assert gone is not None
    peng.press_data(gone.action, gone.args)
    assert "Thrown away" in peng.words
    peng.text("words")  # the other file is open still, with what was decided
    assert "A new document" in peng.buttons()
    peng.press("A new document")
    peng.press("Today")
    assert "Staff only" in peng.words
    peng.press("Publish")
    world.run_jobs()
    (live,) = world.services.library.live_versions(world.services.library.today(), Audience.STAFF)
    assert live.title == "Loans for silkworms" and live.audience is Audience.STAFF


def test_a_change_published_meanwhile_is_not_undone_unseen(
    world: World, published: Callable[..., Chat], tao: Chat
) -> None:
    peng = published()
    for chat, sum_ in ((peng, b"1,000"), (tao, b"1,100")):
        chat.document(BEES.replace(b"900", sum_), "bees.md")
        chat.press("Farmers and staff")
        chat.press("New version of “Loans for bees”")
        chat.press("Today")
    peng.press("Publish")
    world.run_jobs()
    tao.press("Publish")
    world.run_jobs()
    told = tao.news()[-1]
    assert "Not published." in told.text and "Meanwhile Peng Hui published another version" in told.text
    assert "\u20681,000\u2069 → \u20681,100\u2069" in told.text
    assert "1,000" in amount(world)
    tao.last = [told]
    tao.press("Publish")
    world.run_jobs()
    assert "1,100" in amount(world)


def test_the_same_file_sent_twice_quickly_is_one_draft(world: World, peng: Chat) -> None:
    peng.document(BEES, "bees.md")
    peng.document(BEES, "bees.md")
    peng.press("Farmers and staff")
    peng.press("A new document")
    peng.press("Today")
    peng.press("Publish")
    world.run_jobs()
    assert len(world.services.library.versions()) == 1


def test_two_admins_answer_one_gap(world: World, peng: Chat, tao: Chat) -> None:
    world.chat(1001).text("May I keep a camel on credit?")
    for admin in (peng, tao):
        admin.command("gaps")
        admin.press("Write the answer")
        admin.press("Keep these words")
    peng.text("Yes, as livestock, up to 50,000 yuan.")
    tao.text("No camels, no.")
    peng.press("Publish")
    assert "Published, and sent to 1 person." in peng.words
    tao.press("Publish")
    assert "Peng Hui has answered this already" in tao.words and "not published" in tao.words
