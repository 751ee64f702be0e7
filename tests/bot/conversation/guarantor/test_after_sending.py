"""The link comes to the farmer when he has sent an application that needs a guarantor, once."""

from __future__ import annotations

from tests.bot.conversation.chat import Opener, text_of
from tests.bot.conversation.farmer import begin, fill

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
