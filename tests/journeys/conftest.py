"""A bot as it is run: real processes, talked to over HTTP alone."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.processes import BotProcess, bot_process, build_sample_home, copied
from tests.support.simulator import Simulator, running_simulator

# Telegram's pace is another test's subject; short leases, so that what a killed bot held is taken over soon.
QUICK = {"messages_per_second": 1000, "chat_messages_per_second": 1000, "lease_seconds": 5}
UNREAD = QUICK | {"reader": "false"}  # where nobody asks a question, or bots are killed by the dozen


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with the sample lender loaded, to copy. VC_SAMPLE_HOME names one that was made before, to save time."""
    made = os.environ.get("VC_SAMPLE_HOME")
    return Path(made) if made else build_sample_home(tmp_path_factory.mktemp("sample") / "home")


@pytest.fixture
def home(sample_home: Path, tmp_path: Path) -> Path:
    """A home with the sample lender loaded, of this test alone."""
    return copied(sample_home, tmp_path / "home")


@pytest.fixture
def telegram() -> Iterator[Simulator]:
    """The simulated Telegram, which outlives any bot of the test."""
    with running_simulator() as simulator:
        yield simulator


@pytest.fixture
def bot(home: Path, telegram: Simulator) -> Iterator[BotProcess]:
    """The running bot of the sample lender."""
    with bot_process(home, telegram.url, **UNREAD) as running:
        yield running
