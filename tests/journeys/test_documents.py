"""The admin changes answers by sending files in chat; what is superseded or retired is never said again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journeys.conftest import QUICK
from tests.journeys.people import PENG, Person, farmer, staff
from tests.support.processes import bot_process
from tests.support.simulator import Simulator

BEES = """# Loans for bees

## How much we lend for a bee hive

We lend up to 900 yuan for a bee hive.

## The rate of the bee loan

The rate of the bee loan is 5.5% a year.
"""
QUESTION = "How much do you lend for a bee hive?"
REFUSED = "I don't know"


@pytest.mark.timeout(300)
def test_a_changed_document_changes_the_answer(home: Path, telegram: Simulator) -> None:
    with bot_process(home, telegram.url, **QUICK):
        peng, wang = staff(telegram, PENG, "Peng Hui"), farmer(telegram, 1001, "en", "Wang Fang")
        wang.greet()
        assert "900" not in wang.say(QUESTION)
        publishes(peng, BEES, "bees.md", "A new document")
        assert "900" in wang.say(QUESTION)
        publishes(peng, BEES.replace("900", "1,200"), "bees-2.md", "New version of “Loans for bees”")
        said = wang.say(QUESTION)
        assert "1,200" in said and "900" not in said, said
        passage = wang.tap("q.src")
        assert "1,200" in passage and "900" not in passage
        retires(peng, "Loans for bees")
        said = wang.say(QUESTION)
        assert "1,200" not in said and "900" not in said, said


def publishes(peng: Person, text: str, name: str, which: str) -> None:
    """Send the file, say who may read it, what it replaces and from when, publish, and wait for the end of it."""
    peng.phone.send(document=text.encode(), filename=name)
    peng.listen()
    peng.press("Farmers and staff")
    peng.press(which)
    peng.press("Today")
    peng.press("Publish")
    peng.until("in force since")


def retires(peng: Person, title: str) -> None:
    """From the list of documents, with the second press that it asks for."""
    peng.say("/documents")
    while title not in peng.words:
        peng.press("more ▶")
    line = next(line for line in peng.words.splitlines() if title in line)
    peng.press(line.split(".")[0].strip("\u2068\u2069 "))
    peng.press("Retire")
    peng.press("Yes")
    assert "Done." in peng.words
