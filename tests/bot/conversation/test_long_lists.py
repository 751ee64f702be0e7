"""Telegram takes a hundred buttons under a message: where there is more to choose from, the rest is written."""

from __future__ import annotations

import pytest

from bot.conversation.messages import Reply
from bot.services import Services
from intake.forms import load_form
from intake.lender import Village
from tests.bot.conversation.chat import Chat, Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview

TELEGRAMS_MOST = 100
FIRST = ("Ash", "Birch", "Cedar", "Elm", "Fir", "Gorse", "Hazel", "Ivy", "Juniper", "Larch", "Maple", "Oak")
LAST = ("bank", "bridge", "brook", "dale", "den", "field", "ford", "gate", "grove", "hill", "lea", "moor")
NAMES = [f"{first}{last}" for first in FIRST for last in LAST]
CHOICES = "\n".join(f"| | place | p{number} | {name} | |" for number, name in enumerate(NAMES))
FORM = f"""
| survey   |                      |         |                     |          |
|          | type                 | name    | label               | required |
|          | select_one place     | place   | Where do you live?  | yes      |
|          | select_multiple place| markets | Where do you sell?  | yes      |
|          | text                 | purpose | What for?           | yes      |
| choices  |                      |         |                     |          |
|          | list_name            | name    | label               |          |
{CHOICES}
| settings |                      |         |                     |          |
|          | form_title           | form_id | version             |          |
|          | Many places          | places  | 1                   |          |
"""


@pytest.fixture
def farmer(chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch) -> Chat:
    form = load_form(FORM.encode(), "places.md")
    monkeypatch.setattr(services, "current_form", lambda: form)
    return chat()


def fits(farmer: Chat, said: list[Reply]) -> bool:
    return 1 < len(farmer.buttons(said)) <= TELEGRAMS_MOST


def test_a_choice_of_very_many_is_written(farmer: Chat) -> None:
    said = begin(farmer)
    assert fits(farmer, said) and "write it" in text_of(said)
    said = farmer.send("Oakmoor")
    assert interview(farmer).values()["place"] == f"p{NAMES.index('Oakmoor')}"
    farmer.tap(farmer.button("Ashbank", among=said))
    said = farmer.send("Oaklea")
    assert interview(farmer).values()["markets"] == f"p0 p{NAMES.index('Oaklea')}", text_of(said)


def test_the_village_is_written_where_there_are_very_many(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    more = [Village(id=f"v{n}", names={"en": name}) for n, name in enumerate(NAMES)]
    villages = (*services.lender.villages, *more)
    monkeypatch.setattr(services, "lender", services.lender.model_copy(update={"villages": villages}))
    farmer = chat()
    said = farmer.send("/person")
    assert fits(farmer, said) and "write it" in text_of(said)
    assert "Write your message now" in text_of(farmer.send("oakmoor"))
    assert farmer.state["village"] == f"v{NAMES.index('Oakmoor')}"


def test_of_very_many_answers_one_is_numbered(chat: Opener, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.conversation.application.review.MOST_BUTTONS", 12)
    farmer = chat()
    begin(farmer)
    said = text_of(fill(farmer))
    assert "✏ 12" in [button.text for button in farmer.buttons()] and "write" in said
    assert "✏ 13" not in [button.text for button in farmer.buttons()]
    farmer.send("13")
    assert asked(farmer) is not None
