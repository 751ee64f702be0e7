"""F20: one who sends without end fills no disk and holds nobody up; he hears once that he was not read."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from bot.app import Application
from bot.conversation import flooding
from bot.delivery.floodgate import BURST, PER_SECOND, Floodgate
from bot.settings import Settings
from bot.tables import inbox, jobs
from tests.bot.delivery.test_bad_days import message
from tests.conftest import Clock
from tests.support.bot import World, make_services


def test_what_is_too_much_is_let_go_and_others_are_not_touched() -> None:
    now = [0.0]
    gate = Floodgate(lambda: now[0])
    flood = gate.sift([message(number, chat=1) for number in range(1000)])
    assert len(flood.kept) == BURST and flood.flooding == {1}
    assert len(gate.sift([message(1, chat=2)]).kept) == 1
    now[0] += 10
    assert len(gate.sift([message(number, chat=1) for number in range(100)]).kept) == 10 * PER_SECOND


def test_whoever_writes_like_a_person_is_never_stopped() -> None:
    now = [0.0]
    gate = Floodgate(lambda: now[0])
    for number in range(2000):
        now[0] += 0.6
        assert gate.sift([message(number)]).flooding == set()


def sent(number: int, at: float) -> dict[str, Any]:
    update = message(number)
    update["message"]["date"] = int(at)
    return update


def test_what_was_written_in_a_night_is_no_flood() -> None:
    """It comes all at once when the bot is back; Telegram's dates tell that it was written in hours."""
    gate = Floodgate(lambda: 0.0)
    night = [sent(number, 1000 + 60 * number) for number in range(1000)]
    assert gate.sift(night).flooding == set()


def test_a_flood_in_that_night_is_one() -> None:
    gate = Floodgate(lambda: 0.0)
    burst = [sent(number, 1000 + number / 100) for number in range(6000)]
    assert BURST <= len(gate.sift(burst).kept) <= BURST + 60 * PER_SECOND + 1


def test_he_hears_it_once_in_his_language(tmp_path: Path, clock: Clock) -> None:
    services = make_services(tmp_path / "home", clock)
    world = World(services)
    with services.engine.begin() as connection:
        services.conversations.set_language(connection, 1, 1, "sw", clock())
        for chat in (1, 1, 1, -500):
            flooding.noted(services, connection, chat, clock())
    world.run_jobs()
    [news] = world.chat(1).news()
    said = "That was more than I can take in at once"
    assert news.text and said not in news.text
    with services.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(jobs)) == 1
    services.knowledge.index.close()
    services.engine.dispose()


def test_the_running_bot_has_the_gate(tmp_path: Path, clock: Clock) -> None:
    settings = Settings(home=tmp_path / "home", encoders=[], reader=False, _env_file=None)  # type: ignore[call-arg]
    bot = Application(settings, clock)
    bot.ingress().store([message(number, chat=1) for number in range(BURST + 50)])
    with bot.services.reading() as connection:
        assert connection.scalar(select(func.count()).select_from(inbox)) <= BURST + 5
        assert connection.scalar(select(jobs.c.kind)) == flooding.FLOOD
    bot.services.engine.dispose()
