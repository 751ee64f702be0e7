"""With a chat model in the settings a story is pointed at; sums stay the deterministic reader's, nothing is made up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pytest

from bot.opening import open_services
from bot.services import Services
from bot.settings import Settings
from tests.bot.conversation.chat import Opener, text_of
from tests.bot.conversation.farmer import begin

STORY = "I want 8000 for my stall with honey at the bus stop, I have 3000 myself"


class Pointing:
    """A model that points at some words and makes others up."""

    def __init__(self) -> None:
        self.asked: list[Mapping[str, str]] = []

    def read(self, text: str, questions: Mapping[str, str]) -> Mapping[str, str]:
        self.asked.append(questions)
        return {
            "/data/goods": "honey at the bus stop",
            "/data/full_name": "Wang Made Up",
            "/data/amount": "3000",
        }


@pytest.fixture
def reader(services: Services) -> Iterator[Pointing]:
    found = Pointing()
    services.story_reader = found
    yield found
    services.story_reader = None


def test_a_story_is_pointed_at_and_confirmed(chat: Opener, reader: Pointing) -> None:
    farmer = chat()
    begin(farmer, one_by_one=False)
    said = text_of(farmer.send(STORY))
    assert "honey at the bus stop" in said and "8,000" in said and "3,000" in said
    assert "Made Up" not in said
    [asked] = reader.asked
    assert "/data/goods" in asked and not {"/data/amount", "/data/own_funds", "/data/term_months"} & set(
        asked
    )


def test_without_a_model_nobody_reads_along(services: Services) -> None:
    assert services.story_reader is None


def test_the_setting_brings_the_reader(services: Services) -> None:
    settings = Settings(
        home=services.settings.home,
        chat_model="openai:local",
        chat_model_base_url="http://127.0.0.1:9/v1",
        _env_file=None,  # type: ignore[call-arg]
    )
    opened = open_services(settings, services.clock)
    try:
        assert opened.story_reader is not None
    finally:
        opened.engine.dispose()
