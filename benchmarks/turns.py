"""Farmer turns a second through the whole bot on SQLite, beside a no-op python-telegram-bot Application.

    python -m benchmarks.turns [--quick] [--json] [--home FOLDER]

Both programs poll the same simulated Telegram (a process of its own, flood limits off) and are driven by the
same farmers: `--at-once` of them wait for an answer at any time, and each says only two things, so that
Telegram's pace within a chat is not what is measured. Kinds of turn: `menu` (/help), `question` (a golden
question of the sample lender, answered with its source).
The peer does no work, stores nothing and loses what it had in hand when it is killed: the ratio says what
storing, answering and deciding cost.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

import httpx
import psutil

from bot.simulator.app import DEFAULT_TOKEN
from tests.support.processes import (
    BotProcess,
    build_sample_home,
    copied,
    end,
    environment,
    simulator_process,
    start,
)

GOLDEN = Path(__file__).parents[1] / "tests" / "golden" / "questions.jsonl"
TURNS_A_FARMER = 2
NO_PACE = {"messages_per_second": 100_000, "chat_messages_per_second": 100_000}
_numbers: Iterator[int] = itertools.count(100_000)


@dataclass(frozen=True)
class Measured:
    """What one program did with one kind of turn."""

    program: str
    kind: str
    turns: int
    per_second: float
    median_ms: float
    p95_ms: float
    cpu_ms: float


@dataclass(frozen=True)
class Program:
    """Seconds from the start of the process to its first answer; MB of memory after it, and after all turns."""

    program: str
    start_seconds: float
    memory_mb: float
    memory_after_mb: float


class Farmers:
    """Many people at their phones, over the control API."""

    def __init__(self, address: str) -> None:
        self._client = httpx.AsyncClient(base_url=address, timeout=60, trust_env=False)
        self._waiting: dict[int, asyncio.Event] = {}
        self._watcher: asyncio.Task[None] | None = None

    async def __aenter__(self) -> Farmers:
        await self.join(next(_numbers), "en")
        last = (await self._client.get("/sim/events", params={"timeout": 0})).json()["last_event"]
        self._watcher = asyncio.create_task(self._watch(last))
        return self

    async def __aexit__(self, *_error: object) -> None:
        assert self._watcher is not None
        self._watcher.cancel()
        await self._client.aclose()

    async def _watch(self, last: int) -> None:
        """One long poll for everybody's answers."""
        while True:
            query = {"after": last, "timeout": 20}
            answer = (await self._client.get("/sim/events", params=query)).json()
            last = answer["last_event"]
            for event in answer["events"]:
                if event["type"] == "message" and event["by_bot"]:
                    self._waiting.setdefault(event["chat_id"], asyncio.Event()).set()

    async def join(self, user_id: int, language: str) -> None:
        """A farmer gets a phone."""
        person = {"id": user_id, "first_name": "Wang Fang", "language_code": language}
        (await self._client.post("/sim/users", json=person)).raise_for_status()

    async def turn(self, user_id: int, text: str) -> float:
        """Say something; seconds until the bot's next message in this chat."""
        heard = self._waiting[user_id] = asyncio.Event()
        begun = time.perf_counter()
        (await self._client.post(f"/sim/users/{user_id}/send", json={"text": text})).raise_for_status()
        await asyncio.wait_for(heard.wait(), 120)
        return time.perf_counter() - begun


async def drive(
    farmers: Farmers, sayings: Sequence[tuple[str, str]], at_once: int
) -> tuple[list[float], float]:
    """Say everything, `at_once` farmers at a time; seconds each turn took, and all of them together."""
    groups = [sayings[i : i + TURNS_A_FARMER] for i in range(0, len(sayings), TURNS_A_FARMER)]
    people = {next(_numbers): group for group in groups}
    for user_id, group in people.items():
        await farmers.join(user_id, group[0][0])
    line = iter(people.items())
    took: list[float] = []

    async def one_after_another() -> None:
        for user_id, group in line:
            for _language, text in group:
                took.append(await farmers.turn(user_id, text))

    begun = time.perf_counter()
    async with asyncio.TaskGroup() as tasks:
        for _ in range(at_once):
            tasks.create_task(one_after_another())
    return took, time.perf_counter() - begun


async def measure_kind(
    name: str,
    kind: str,
    process: psutil.Process,
    farmers: Farmers,
    sayings: Sequence[tuple[str, str]],
    at_once: int,
) -> Measured:
    """Drive one kind of turn."""
    before = _cpu_seconds(process)
    took, whole = await drive(farmers, sayings, at_once)
    cpu = (_cpu_seconds(process) - before) / len(took)
    median, p95 = statistics.median(took), statistics.quantiles(took, n=20)[-1]
    return Measured(name, kind, len(took), len(took) / whole, 1000 * median, 1000 * p95, 1000 * cpu)


def _cpu_seconds(process: psutil.Process) -> float:
    times = process.cpu_times()
    return times.user + times.system


@contextmanager
def peer(address: str, folder: Path) -> Iterator[psutil.Process]:
    """The no-op Application, started now."""
    arguments = [
        sys.executable,
        "-m",
        "benchmarks.noop_peer",
        "--telegram",
        address,
        "--token",
        DEFAULT_TOKEN,
    ]
    root = str(Path(__file__).parents[1])
    process = start(arguments, environment(folder) | {"PYTHONPATH": root}, folder, folder / "peer.log")
    try:
        yield psutil.Process(process.pid)
    finally:
        end(process)


@contextmanager
def product(address: str, home: Path) -> Iterator[psutil.Process]:
    """The bot, started now."""
    bot = BotProcess(home, address, **NO_PACE).start(wait=False)
    try:
        yield psutil.Process(bot.pid)
    finally:
        bot.stop()


def memory(process: psutil.Process) -> float:
    """MB in memory, of the process and its children."""
    family = [process, *process.children(recursive=True)]
    return sum(one.memory_info().rss for one in family) / 1e6


async def measure(
    name: str,
    process: psutil.Process,
    begun: float,
    address: str,
    kinds: dict[str, list[tuple[str, str]]],
    at_once: int,
) -> tuple[Program, list[Measured]]:
    """Wait for the first answer, warm up, then drive every kind of turn."""
    async with Farmers(address) as farmers:
        first = next(_numbers)
        await farmers.join(first, "en")
        await farmers.turn(first, "/help")
        started, fresh = time.perf_counter() - begun, memory(process)
        for sayings in kinds.values():
            await drive(farmers, sayings[:8], 4)
        figures = [
            await measure_kind(name, kind, process, farmers, sayings, at_once)
            for kind, sayings in kinds.items()
        ]
        return Program(name, started, fresh, memory(process)), figures


def run(turns: int, at_once: int, home: Path | None) -> tuple[list[Program], list[Measured]]:
    """Both programs, one after the other, against one simulator."""
    kinds = {"menu": [("en", "/help")] * turns, "question": _questions(turns)}
    programs: list[Program] = []
    figures: list[Measured] = []
    with tempfile.TemporaryDirectory() as name, simulator_process(Path(name)) as address:
        folder = Path(name)
        own = copied(home or build_sample_home(folder / "sample"), folder / "home")
        for program, running in (("peer", peer(address, folder)), ("village-credit", product(address, own))):
            begun = time.perf_counter()
            with running as process:
                of_program, of_kinds = asyncio.run(measure(program, process, begun, address, kinds, at_once))
            programs.append(of_program)
            figures += of_kinds
    return programs, figures


def _questions(count: int) -> list[tuple[str, str]]:
    """Answerable golden questions in every language, round and round."""
    rows = [json.loads(line) for line in GOLDEN.read_text(encoding="utf-8").splitlines()]
    asked = [(row["language"], row["question"]) for row in rows if row["answerable"]]
    asked = [asked[i * 7 % len(asked)] for i in range(len(asked))]
    return list(itertools.islice(itertools.cycle(asked), count))


def show(programs: Sequence[Program], figures: Sequence[Measured]) -> None:
    """The tables, and the ratios to the peer."""
    print(
        f"{'':<15}{'kind':<9}{'turns':>6}{'turns/s':>9}{'median ms':>11}{'p95 ms':>8}{'CPU ms':>8}{'ratio':>7}"
    )
    peers = {row.kind: row for row in figures if row.program == "peer"}
    for row in figures:
        ratio = row.per_second / peers[row.kind].per_second
        print(
            f"{row.program:<15}{row.kind:<9}{row.turns:>6}{row.per_second:>9.1f}{row.median_ms:>11.0f}"
            f"{row.p95_ms:>8.0f}{row.cpu_ms:>8.1f}{ratio:>7.2f}"
        )
    print(f"\n{'':<16}{'start s':>9}{'ratio':>7}{'MB':>7}{'ratio':>7}{'MB after':>10}{'ratio':>7}")
    base = programs[0]
    for one in programs:
        print(
            f"{one.program:<16}{one.start_seconds:>9.2f}{one.start_seconds / base.start_seconds:>7.1f}"
            f"{one.memory_mb:>7.0f}{one.memory_mb / base.memory_mb:>7.1f}"
            f"{one.memory_after_mb:>10.0f}{one.memory_after_mb / base.memory_after_mb:>7.1f}"
        )


def main(arguments: Sequence[str] | None = None) -> None:
    """Read the arguments, measure, print."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--quick", action="store_true", help="a fifth of the turns")
    parser.add_argument("--turns", type=int, default=400, help="turns of each kind")
    parser.add_argument("--at-once", type=int, default=16, help="farmers waiting for an answer at any time")
    parser.add_argument("--home", type=Path, help="a home with the sample lender loaded; else one is made")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    programs, figures = run(
        options.turns // 5 if options.quick else options.turns, options.at_once, options.home
    )
    if options.json:
        print(json.dumps([asdict(row) for row in (*programs, *figures)]))
    else:
        show(programs, figures)


if __name__ == "__main__":
    main()
