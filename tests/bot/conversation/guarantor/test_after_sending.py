"""The link comes to the farmer when he has sent an application that needs a guarantor, once."""

from __future__ import annotations

from tests.bot.conversation.chat import Opener, text_of
from tests.bot.conversation.farmer import asked, begin, fill, interview

LARGER = {
    "amount": "25000",
    "own_funds": "20000",
    "guarantor_name": "Liu Bo",
    "guarantor_phone": "13800000002",
    "guarantor_relation": "neighbour",
}


def test_after_sending_comes_the_link(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, dict(LARGER))
    send = next(one for one in reversed(farmer.buttons()) if one.action == "a.send")
    thanks, link = farmer.tap(send)
    assert "Thank you" in thanks.text
    assert "Liu Bo" in link.text and "?start=g-" in link.text
    assert "?start=g-" not in text_of(farmer.tap(send))


def test_a_smaller_loan_needs_none(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer)
    send = next(one for one in reversed(farmer.buttons()) if one.action == "a.send")
    assert "?start=g-" not in text_of(farmer.tap(send))


def test_a_sum_finer_than_the_coins_is_asked_and_a_guarantor_too(chat: Opener) -> None:
    farmer = chat()
    begin(farmer)
    fill(farmer, until="amount")
    said = farmer.send("19999.999")
    assert asked(farmer).name == "amount"  # type: ignore[union-attr]
    farmer.press("¥20,000", among=said)
    assert interview(farmer).values()["amount"] == "20000"
    fill(farmer, dict(LARGER), until="guarantor_name")
    assert asked(farmer).name == "guarantor_name"  # type: ignore[union-attr]
