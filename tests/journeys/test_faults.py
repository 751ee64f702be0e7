"""What goes wrong between us and Telegram: kills, repeats, disorder, floods, silence, a second bot by mistake."""

from __future__ import annotations

import random
import sqlite3
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.journeys.conftest import UNREAD
from tests.journeys.people import NATIVE, Person
from tests.support.processes import BotProcess, bot_process, command_line, copied
from tests.support.simulator import Simulator

FIRST_FARMER = 10_000


@pytest.fixture(scope="session")
def bare_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the schema and no documents."""
    home = tmp_path_factory.mktemp("bare")
    command_line(home, "staff", "list")
    return home


@pytest.fixture
def home(bare_home: Path, tmp_path: Path) -> Path:
    return copied(bare_home, tmp_path / "home")


@contextmanager
def database(home: Path) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(home / "village-credit.sqlite", timeout=30)) as connection:
        yield connection


def count(home: Path, query: str, *values: object) -> int:
    with database(home) as connection:
        return int(connection.execute(query, values).fetchone()[0])


def wait_until_drained(home: Path, updates: int, seconds: float = 120) -> None:
    """Until as many updates are in the inbox, all done, and nothing waits to be sent."""
    deadline = time.monotonic() + seconds
    while True:
        done = count(home, "SELECT count(*) FROM inbox WHERE done_at IS NOT NULL")
        unsent = count(home, "SELECT count(*) FROM outbox WHERE done_at IS NULL")
        if done >= updates and not unsent:
            return
        assert time.monotonic() < deadline, f"{done} of {updates} done, {unsent} unsent"
        time.sleep(0.1)


def questions_answered(telegram: Simulator, user_id: int) -> list[str]:
    """The numbers of the answers a farmer got to his questions, in the order he got them."""
    phone = telegram.phone(user_id)
    buttons = [button for message in phone.messages() for button in message["buttons"]]
    data = [(button.get("data") or "").split("|") for button in buttons]
    return [number for action, *rest in data if action == "q.ask" for number in rest]


@pytest.mark.parametrize(
    ("kills", "updates"),
    [(2, 30), pytest.param(15, 300, marks=[pytest.mark.slow, pytest.mark.timeout(900)])],
)
def test_killed_again_and_again_nothing_is_lost_or_done_twice(
    home: Path, telegram: Simulator, kills: int, updates: int
) -> None:
    """F1, F2: SIGKILL at random moments while ten farmers ask."""
    dice = random.Random(20260302)
    people = range(FIRST_FARMER, FIRST_FARMER + 10)
    phones = [telegram.phone(user_id) for user_id in people]
    bot = BotProcess(home, telegram.url, **UNREAD).start()
    for round_ in range(kills + 1):
        for number in range(round_ * updates // (kills + 1), (round_ + 1) * updates // (kills + 1)):
            phones[number % len(phones)].send(f"may I borrow for a boat number {number}")
        if round_ < kills:
            time.sleep(dice.uniform(0.0, 1.0))
            bot.kill()
            with database(home) as connection:
                assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            bot.start()
    wait_until_drained(home, updates)
    assert bot.stop() == 0
    assert count(home, "SELECT count(*) FROM answers") == updates, "each question was taken once"
    answered = {user_id: questions_answered(telegram, user_id) for user_id in people}
    for numbers in answered.values():
        first_seen = list(dict.fromkeys(numbers))
        assert first_seen == sorted(first_seen, key=int), "answers keep the order of the questions"
    times = Counter(number for numbers in answered.values() for number in numbers)
    assert len(times) == updates, "every question was answered"
    repeats = sum(times.values()) - len(times)
    assert repeats <= kills, "a kill finds one send in doubt, whoever it is to"


def test_repeated_and_disordered_updates_count_once(home: Path, telegram: Simulator) -> None:
    """F3, F4: the same update up to four times, others out of order."""
    telegram.faults(seed=3, duplicate={"probability": 0.6, "copies": 4}, reorder={"probability": 0.3})
    phones = [telegram.phone(FIRST_FARMER + number) for number in range(5)]
    with bot_process(home, telegram.url, **UNREAD):
        for number in range(30):
            phones[number % 5].send(f"may I borrow for a boat number {number}")
        wait_until_drained(home, 30)
        telegram.faults()
        for phone in phones:
            phone.send("/help")
        wait_until_drained(home, 35)
    assert count(home, "SELECT count(*) FROM answers") == 30
    for phone in phones:
        assert len(set(questions_answered(telegram, phone.user_id))) == 6
        assert len(questions_answered(telegram, phone.user_id)) == 6


@pytest.mark.slow
def test_a_flood_refusal_is_waited_out(home: Path, telegram: Simulator) -> None:
    """F6: 429 on a fifth of the sends; all arrive, none before its time."""
    telegram.faults(seed=5, **{"429": {"probability": 0.2, "retry_after": 1, "methods": ["sendMessage"]}})
    phones = [telegram.phone(FIRST_FARMER + number) for number in range(10)]
    with bot_process(home, telegram.url, **UNREAD):
        for number in range(40):
            phones[number % 10].send("/help")
        wait_until_drained(home, 40)
    said = [len([one for one in phone.messages() if one["sender"] == "bot"]) for phone in phones]
    assert said == [4] * 10


@pytest.mark.slow
def test_an_outage_of_telegram_is_waited_out(home: Path, telegram: Simulator) -> None:
    """F7: 5xx and hanging calls; the question arrives all the same, at least once."""
    telegram.faults(
        seed=7,
        **{"5xx": {"count": 3}, "timeout": {"count": 1, "seconds": 1, "delivers": False}},
    )
    with bot_process(home, telegram.url, **UNREAD):
        farmer = Person(telegram.phone(FIRST_FARMER))
        farmer.phone.send("/start")
        wait_until_drained(home, 1)
    said = [one for one in farmer.phone.messages() if one["sender"] == "bot"]
    assert 1 <= len(said) <= 2


@pytest.mark.slow
def test_a_second_bot_by_mistake_waits_and_then_takes_over(home: Path, telegram: Simulator) -> None:
    """F9, F15: on one database one polls, the other waits; when the first is killed, the second is there at once."""
    farmer = Person(telegram.phone(FIRST_FARMER))
    first = BotProcess(home, telegram.url, **UNREAD).start()
    with bot_process(home, telegram.url, **UNREAD) as second:
        second.wait_for("another process polls")
        assert farmer.say("/start")
        assert farmer.press(NATIVE["en"])
        assert "Conflict" not in first.said() and "Conflict" not in second.said()
        first.kill()
        begun = time.monotonic()
        assert farmer.say("/help")
        assert time.monotonic() - begun < 30
    assert count(home, "SELECT count(*) FROM inbox") == 3


@pytest.mark.slow
def test_a_stranger_with_our_token_is_reported_and_outlived(home: Path, telegram: Simulator) -> None:
    """F9: another program polls with the same token (409): said in the log, and nothing is lost."""
    farmer = Person(telegram.phone(FIRST_FARMER))
    with bot_process(home, telegram.url, **UNREAD) as bot:
        deadline = time.monotonic() + 30
        while "another program uses this bot" not in bot.said():
            telegram.client.post(f"/bot{telegram.token}/getUpdates", json={"timeout": 1}, timeout=30)
            assert time.monotonic() < deadline, bot.said()
        assert farmer.say("/start")
