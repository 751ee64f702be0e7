"""A message that Telegram will not take, or never answers: the person hears of it once, and has a way on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.conversation.messages import Attachment, Reply
from bot.delivery.outbox import Outgoing
from bot.delivery.sender import MOST_SILENCES, Failure, SendFailed
from bot.tables import outbox
from bot.telegram.outgoing import TelegramSender
from tests.bot.conversation.conftest import enrol
from tests.conftest import Clock
from tests.journeys.test_backlog import agreed, known
from tests.journeys.test_file_server import heard, minutes_pass
from tests.journeys.test_restarts import FARMER, Farmer
from tests.support.handturned import HandTurned

REFUSED = {"status": 400, "methods": ["sendMessage"]}


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[HandTurned]:
    machine = HandTurned(tmp_path, Clock())
    enrol(machine.bot.services)
    yield machine
    machine.close()


@pytest.fixture
def farmer(machine: HandTurned) -> Farmer:
    return known(machine, FARMER)


def put(machine: HandTurned, chat_id: int, *replies: Reply) -> None:
    services = machine.bot.services
    with services.engine.begin() as connection:
        for reply in replies:
            services.outbox.put(connection, chat_id, reply, now=machine.clock())


def rows(machine: HandTurned, chat_id: int) -> int:
    with machine.bot.services.reading() as connection:
        found = select(func.count()).select_from(outbox).where(outbox.c.chat_id == chat_id)
        return connection.scalar(found) or 0


def test_an_answer_that_telegram_refuses_is_spoken_of(machine: HandTurned, farmer: Farmer) -> None:
    machine.world.faults.order({"5xx": REFUSED | {"count": 1}})
    farmer.writes("/help")
    machine.settle()
    assert heard(farmer, "may not have arrived") == 1
    assert not farmer.unanswered()


def test_several_at_once_are_spoken_of_once(machine: HandTurned, farmer: Farmer) -> None:
    machine.world.faults.order({"5xx": REFUSED | {"count": 3}})
    put(machine, FARMER, Reply("one"), Reply("two"), Reply("three"))
    minutes_pass(machine, 1)
    assert heard(farmer, "may not have arrived") == 1


def test_an_apology_that_is_refused_brings_no_other(machine: HandTurned, farmer: Farmer) -> None:
    before = rows(machine, FARMER)
    machine.world.faults.order({"5xx": REFUSED})
    put(machine, FARMER, Reply("one"))
    put(machine, FARMER, Reply("two", attachment=Attachment("swept", "VC-1.pdf")))
    put(machine, FARMER, Reply("three", careful=True))
    minutes_pass(machine, 1)
    settled = rows(machine, FARMER)
    assert settled - before == 7  # one word for each, and one for the pointer to the decision
    minutes_pass(machine, 5)
    assert rows(machine, FARMER) == settled


def test_a_group_hears_nothing_of_it(machine: HandTurned) -> None:
    machine.world.faults.order({"5xx": REFUSED | {"count": 1}})
    put(machine, -100, Reply("I only talk in private"))
    machine.settle()
    assert rows(machine, -100) == 1


def test_what_was_never_answered_is_spoken_of(
    machine: HandTurned, farmer: Farmer, monkeypatch: pytest.MonkeyPatch
) -> None:
    silences, send = [SendFailed(Failure.SILENT, "TimedOut")] * MOST_SILENCES, TelegramSender.__call__

    async def sends(sender: TelegramSender, message: Outgoing) -> int | None:
        if silences:
            raise silences.pop()
        return await send(sender, message)

    monkeypatch.setattr(TelegramSender, "__call__", sends)
    put(machine, FARMER, Reply("one"))
    put(machine, FARMER, Reply("two"))
    minutes_pass(machine, 20)
    assert silences == [] and heard(farmer, "one") == 0 and heard(farmer, "two") == 1
    assert heard(farmer, "may not have arrived") == 1


def test_a_yes_to_a_question_that_was_lost_is_none(machine: HandTurned, farmer: Farmer) -> None:
    machine.world.faults.order({"5xx": REFUSED | {"count": 1}})
    farmer.writes("/apply")
    machine.poll()
    machine.answer()
    machine.clock.advance(seconds=1)
    machine.settle()
    assert heard(farmer, "Do you agree") == 0 and heard(farmer, "may not have arrived") == 1
    farmer.writes("yes")
    machine.settle()
    assert not agreed(farmer)
