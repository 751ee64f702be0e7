"""Who is in danger is told to get help before all else; who was wronged by staff reaches somebody past them."""

from __future__ import annotations

import pytest

from bot.services import Services
from tests.bot.conversation.chat import Opener, text_of


@pytest.mark.parametrize(
    ("language", "message", "first"),
    [
        ("en", "help my house is burning", "Get help first"),
        ("zh", "房子着火了", "先求救"),
        ("sw", "mtoto wangu amekunywa sumu", "Tafuta msaada kwanza"),
    ],
)
def test_danger_is_answered_with_what_to_do_and_a_person(
    chat: Opener, services: Services, language: str, message: str, first: str
) -> None:
    farmer = chat(language)
    said = text_of(farmer.send(message))
    assert said.startswith(first)
    assert services.lender.phone in said
    assert "q.sos" in [button.action for button in farmer.buttons()]


def test_an_emergency_number_is_named_only_where_the_lender_has_set_one(
    chat: Opener, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    farmer = chat()
    assert "emergency number of your area" in text_of(farmer.send("my house is on fire"))
    lender = services.lender.model_copy(update={"emergency_phone": "112"})
    monkeypatch.setattr(services, "lender", lender)
    assert "Call 112 now" in text_of(farmer.send("a snake bit my son"))
