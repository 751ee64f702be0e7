"""kill -9 at random points of a real ingest: farmers are answered from one whole version, and the end comes right."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from bot.opening import open_knowledge
from bot.settings import Settings
from knowledge.types import Audience

KILLS = 6
ROOT = Path(__file__).parents[2]


def manual(edition: int) -> str:
    parts = (
        f"## Part {part}\n\nThe ox loan of part {part} is {edition}{part:03} yuan for a yoke, paid back in months."
        for part in range(30)
    )
    return "# Ox loans\n\n" + "\n\n".join(parts)


def add(home: Path, file: Path, *more: str) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "VILLAGE_CREDIT_HOME": str(home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "bot.cli", "docs", "add", str(file), "--by", "x", *more]
    return subprocess.Popen(
        command, env=environment, cwd=home, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )  # fmt: skip


def editions(home: Path) -> set[str]:
    """Of which editions passages are found; looked at without mending anything, as a bot that runs would."""
    knowledge = open_knowledge(Settings(home=home))
    try:
        # The lender's day, as the shell publishes: for eight hours of every day it is ahead of Greenwich's.
        live = knowledge.library.live_versions(knowledge.library.today(), Audience.FARMER)
        hits = knowledge.answerer.retriever.search(
            "How much is the ox loan of part 7?", versions=live, language="en", k=10
        )
        return {hit.chunk.text.split(" is ")[1].split(" yuan")[0][:-3] for hit in hits}
    finally:
        knowledge.index.close()


@pytest.mark.slow
def test_killed_at_any_point(tmp_path: Path) -> None:
    home, file, chance = tmp_path / "home", tmp_path / "ox.md", random.Random(7)
    home.mkdir()
    file.write_text(manual(1))
    assert add(home, file).wait(120) == 0
    whole = {"1"}
    for edition in range(2, KILLS + 2):
        file.write_text(manual(edition))
        child = add(home, file, "--replaces", "ox-loans")
        try:
            child.wait(chance.uniform(0.5, 8.0))
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            child.wait()
        found = editions(home)
        assert len(found) == 1 and found <= whole | {str(edition) for edition in range(1, edition + 1)}
        whole = found
    file.write_text(manual(9))
    assert add(home, file, "--replaces", "ox-loans").wait(120) == 0
    assert editions(home) == {"9"}
    knowledge = open_knowledge(Settings(home=home))
    try:
        assert knowledge.mend().ok
        assert knowledge.library.recover() == []
    finally:
        knowledge.index.close()
