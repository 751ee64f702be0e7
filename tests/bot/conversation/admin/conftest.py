"""An admin with a library of his own: small documents, a small index, real services."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from bot.services import Services
from intake.lender import SAMPLES
from tests.conftest import Clock
from tests.support.bot import Chat, World, make_services

PENG, FARMER = 5001, 1001
BEES = b"""# Loans for bees

## Amount

We lend up to 900 yuan for a bee hive.

## Rate

The rate of the bee loan is 5.5% a year.
"""
GOLDEN = (
    '{"id": "g1", "language": "en", "question": "How much do you lend for a bee hive?", "answerable": true, '
    '"passages": [{"document": "loans-for-bees", "passage": "up to 900 yuan for a bee hive"}]}\n'
    '{"id": "g2", "language": "en", "question": "What is the rate of the bee loan?", "answerable": true, '
    '"passages": [{"document": "loans-for-bees", "passage": "rate of the bee loan is 5.5%"}]}\n'
)


@pytest.fixture
def lender(tmp_path: Path) -> Path:
    """The sample lender with two golden questions of its own."""
    folder = tmp_path / "lender"
    shutil.copytree(SAMPLES, folder, ignore=shutil.ignore_patterns("golden.jsonl"))
    (folder / "golden.jsonl").write_text(GOLDEN)
    return folder


@pytest.fixture
def services(tmp_path: Path, clock: Clock, lender: Path) -> Iterator[Services]:
    opened = make_services(tmp_path / "home", clock, lender=lender)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def world(services: Services) -> World:
    return World(services)


@pytest.fixture
def peng(world: World) -> Chat:
    return world.chat(PENG, name="Peng Hui")


@pytest.fixture
def published(world: World, peng: Chat) -> Callable[..., Chat]:
    """Publishes a file through the chat, from today, for farmers."""

    def publish(data: bytes = BEES, name: str = "bees.md") -> Chat:
        peng.document(data, name)
        peng.press("Farmers and staff")
        peng.press("A new document")
        peng.press("Today")
        peng.press("Publish")
        world.run_jobs()
        peng.news()
        return peng

    return publish
