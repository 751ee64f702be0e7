"""A shell command holds the index while the bot runs: nothing is told as published before it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.cli.doctor_documents import examine_documents
from bot.cli.findings import Verdict
from bot.housekeeping import Housekeeping
from bot.services import Services
from knowledge.index.owner import Ownership
from knowledge.library import VersionStatus
from knowledge.types import NoAnswer
from tests.bot.conversation.admin.conftest import BEES
from tests.support.bot import Chat, World


@pytest.fixture
def command(services: Services) -> Iterator[Callable[[], None]]:
    """`docs load` came before the bot; called, it ends."""
    services.knowledge.index.give_back()
    other = Ownership(Path(services.settings.home) / "index")
    assert other.take()
    yield other.release
    other.release()


def test_an_answer_to_a_gap_is_sent_once_it_is_published_and_not_before(
    world: World, services: Services, peng: Chat, command: Callable[[], None]
) -> None:
    with services.engine.begin() as connection:
        services.knowledge.record(
            connection, "Do you lend for a wedding?", NoAnswer("nothing", 0.1, "en"), asker="1001"
        )
    Housekeeping(services).publish()
    with pytest.raises(AssertionError, match="Published"):
        _answer_the_gap(peng)
    assert "Nothing was sent" in peng.words and world.chat(1001).news() == []
    command()
    Housekeeping(services).publish()
    peng.command("/start")
    _answer_the_gap(peng)
    assert len(world.chat(1001).news()) == 1
    assert [one.status for one in services.library.versions()] == [VersionStatus.PUBLISHED]


def _answer_the_gap(peng: Chat) -> None:
    peng.command("/gaps")
    peng.press("Write the answer")
    peng.press("Keep these words")
    peng.text("No loan is made for a wedding.")
    peng.press("Publish")
    assert "Published, and sent to" in peng.words


def test_an_upload_waits_and_is_told_once_it_is_published(
    world: World, services: Services, peng: Chat, command: Callable[[], None]
) -> None:
    peng.document(BEES, "bees.md")
    for press in ("Farmers and staff", "A new document", "Today", "Publish"):
        peng.press(press)
    clock = services.clock
    for _round in range(3):
        world.run_jobs()
        Housekeeping(services).publish()
        clock.advance(minutes=1)  # type: ignore[attr-defined]
    assert not any("ublished." in reply.text for reply in peng.news())
    index = next(one for one in examine_documents(services) if one.what == "index")
    assert index.verdict is Verdict.NOTE and "1 version waits" in index.found
    command()
    world.run_jobs()
    assert "Published." in peng.news()[-1].text
    clock.advance(hours=1)  # type: ignore[attr-defined]
    assert world.run_jobs() == 0
