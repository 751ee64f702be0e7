"""A guarantor answers for himself, by a link the farmer passes on, and both hear how it ended."""

from __future__ import annotations

import re

import pytest

from tests.journeys.people import CHEN, ZHAO, Farmer, Person, farmer, staff
from tests.journeys.test_day_in_the_life import REFERENCE, claims_and_recommends
from tests.support.processes import BotProcess
from tests.support.simulator import Simulator

FIRST, SECOND = 7001, 7002
LARGER = {
    "amount": "25000",
    "own_funds": "20000",
    "guarantor_name": "Liu Bo",
    "guarantor_phone": "13800000002",
    "guarantor_relation": "neighbour",
}
LINK = re.compile(r"https://t\.me/\w+\?start=(g-[\w-]+)")
BORROWERS_OWN = ("Wang Fang", "25,000", "13800138000", "goats")


@pytest.mark.timeout(300)
@pytest.mark.slow
def test_a_guarantor_is_asked_answers_and_hears_the_end(bot: BotProcess, telegram: Simulator) -> None:
    chen, zhao = staff(telegram, CHEN, "Chen Rong"), staff(telegram, ZHAO, "Zhao Wen")
    wang = farmer(telegram, 1001, "en", "Wang Fang", **LARGER)
    reference, link = applies(wang)
    assert "your own loan" in wang.say(f"/start {link}"), "he cannot stand for himself"
    first = says_no(telegram, link)
    assert "Liu Bo" in wang.listen()
    second = says_yes(telegram, wang, link)
    assert "Zhou Hua" in wang.listen()
    assert reference in chen.listen()
    claims_and_recommends(chen)
    assert reference in zhao.listen()
    zhao.tap("o.app")
    zhao.tap("o.yes")
    assert "approved" in wang.until("Good news")
    told = second.until("umekubaliwa")
    assert "25,000" in told and "Wang Fang" in told
    assert "25,000" in second.say("/guarantor")
    assert "no longer asked" in first.listen()
    assert knows_nothing(first.say("/guarantor"))


def applies(wang: Farmer) -> tuple[str, str]:
    """He sends it; the number, and the secret of the link he is given."""
    wang.greet()
    wang.apply()
    wang.fill()
    said = wang.tap("a.send")
    [reference] = set(REFERENCE.findall(said))
    return reference, secret(said)


def secret(said: str) -> str:
    [found] = set(LINK.findall(said))
    return str(found)


def says_no(telegram: Simulator, link: str) -> Person:
    """Whom the farmer named reads what he is asked and declines; nobody asks him why."""
    one = opened(telegram, FIRST, "en", "English", link)
    assert "25,000" in one.words and "Wang Fang" in one.words
    assert "goats" not in one.words and "13800138000" not in one.words
    assert "without a reason" in one.tap("g.no")
    return one


def says_yes(telegram: Simulator, wang: Farmer, old: str) -> Person:
    """Another is named: the old link opens nothing for him, the new one what he stands for."""
    wang.tap("g.other")
    wang.say("Zhou Hua")
    new = secret(wang.say("138 0000 0077"))
    one = opened(telegram, SECOND, "sw", "Kiswahili", old)
    assert knows_nothing(one.everything()), "an old link shows nobody's affairs"
    assert "25,000" in one.say(f"/start {new}")
    one.tap("g.yes")
    one.phone.send(contact={"phone_number": "+8613800000077", "first_name": "Zhou", "user_id": SECOND})
    one.listen()
    return one


def opened(telegram: Simulator, user_id: int, language: str, native: str, link: str) -> Person:
    """Somebody new presses a link and chooses his language."""
    one = Person(telegram.phone(user_id, "Somebody", language), language)
    one.say(f"/start {link}")
    one.press(native)
    return one


def knows_nothing(said: str) -> bool:
    """Whether nothing of the borrower is in it."""
    return all(own not in said for own in BORROWERS_OWN)
