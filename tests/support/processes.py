"""The bot and the simulated Telegram as real processes: on free ports, ended by their own pid.

with simulator_process() as telegram, bot_process(home, telegram.url) as bot:
    bot.kill()      # SIGKILL
    bot.start()
"""

from __future__ import annotations

import contextlib
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx

from bot.settings import PREFIX
from bot.simulator.app import DEFAULT_TOKEN

ROOT = Path(__file__).parents[2]
START_SECONDS = 60.0


def environment(home: Path, telegram: str = "", **settings: object) -> dict[str, str]:
    """The environment of a bot in `home`, cleared of the operator's own settings."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(PREFIX)}
    given = {"home": home, "telegram_token": DEFAULT_TOKEN, "telegram_base_url": telegram, **settings}
    return others | {PREFIX + name.upper(): str(value) for name, value in given.items()}


def command_line(home: Path, *arguments: str, telegram: str = "", **settings: object) -> str:
    """Run `village-credit …` to its end; returns what it printed."""
    done = subprocess.run(
        _program(*arguments),
        env=environment(home, telegram, **settings),
        cwd=home,  # no .env of the checkout
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, f"village-credit {' '.join(arguments)}: {done.stdout}{done.stderr}"
    return done.stdout


def build_sample_home(home: Path) -> Path:
    """A home with the sample lender loaded: made once, copied before use (`copied`)."""
    home.mkdir(parents=True, exist_ok=True)
    command_line(home, "sample")
    return home


def copied(home: Path, target: Path) -> Path:
    """A home of one's own from one that was built."""
    return Path(shutil.copytree(home, target, dirs_exist_ok=True))


class BotProcess:
    """`village-credit run` in `home`; it may be killed and started again."""

    def __init__(self, home: Path, telegram: str, **settings: object) -> None:
        self.home = home
        self.starts = 0
        self._environment = environment(home, telegram, **{"log_format": "json", **settings})
        self._process: subprocess.Popen[bytes] | None = None

    @property
    def log(self) -> Path:
        """What the newest start says."""
        return self.home / f"bot-{id(self)}-{self.starts}.log"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self, *, wait: bool = True) -> BotProcess:
        """Start the process, and wait until it says that it runs."""
        self.starts += 1
        self._process = start(_program("run"), self._environment, self.home, self.log)
        return self.wait_for('"running"') if wait else self

    def wait_for(self, words: str, seconds: float = START_SECONDS) -> BotProcess:
        """Until the log holds `words`."""
        deadline = time.monotonic() + seconds
        while words not in self.said():
            assert self.alive(), f"the bot ended: {self.said()[-3000:]}"
            assert time.monotonic() < deadline, f"not said within {seconds} s: {words}; {self.said()[-3000:]}"
            time.sleep(0.02)
        return self

    def said(self) -> str:
        """The log of the newest start."""
        return self.log.read_text(errors="replace") if self.log.exists() else ""

    def alive(self) -> bool:
        return self._process is not None and self._process.poll() is None

    def kill(self) -> None:
        """SIGKILL: no handler runs, nothing is finished."""
        assert self._process is not None
        self._process.kill()
        self._process.wait()

    def stop(self) -> int:
        """SIGTERM, as an operator does it; returns the exit code."""
        assert self._process is not None
        return end(self._process)


@contextmanager
def bot_process(home: Path, telegram: str, **settings: object) -> Iterator[BotProcess]:
    """A running bot for as long as the block lasts."""
    bot = BotProcess(home, telegram, **settings)
    try:
        yield bot.start()
    finally:
        if bot.alive():
            bot.stop()


@contextmanager
def simulator_process(folder: Path, *, limits: str = "off") -> Iterator[str]:
    """A simulated Telegram in a process of its own; yields its address."""
    port = free_port()
    address = f"http://127.0.0.1:{port}"
    arguments = ("simulator", "serve", "--port", str(port), "--token", DEFAULT_TOKEN, "--limits", limits)
    process = start(_program(*arguments), environment(folder), folder, folder / "simulator.log")
    try:
        _wait_for(address, process)
        yield address
    finally:
        end(process)


def start(program: Sequence[str], env: dict[str, str], folder: Path, log: Path) -> subprocess.Popen[bytes]:
    """Start a program in a group of its own, its words in a file."""
    with log.open("ab") as stream:
        return subprocess.Popen(
            program, env=env, cwd=folder, stdout=stream, stderr=stream, start_new_session=True
        )


def end(process: subprocess.Popen[bytes], seconds: float = 20.0) -> int:
    """SIGTERM, and SIGKILL for one that does not listen."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
    return process.wait()


def free_port() -> int:
    """A port that is still free when its server starts: none that the system hands out to others meanwhile."""
    while True:
        port = random.randint(20_000, 30_000)
        with socket.socket() as listener, contextlib.suppress(OSError):
            listener.bind(("127.0.0.1", port))
            return port


def _program(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", *arguments]


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        assert process.poll() is None, "the simulator ended at once"
        assert time.monotonic() < deadline, f"no simulator at {address}"
        try:
            httpx.get(f"{address}/sim/faults", timeout=1, trust_env=False)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
