"""`village-credit ask --json`: the names that scripts read."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli import ask, docs
from tests.bot.conversation.conftest import DOCUMENT

SECTION = {"document", "title", "version", "section", "page", "quote", "language"}
run = CliRunner()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(tmp_path / "home"))
    file = tmp_path / "handbook.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    added = run.invoke(docs.app, ["add", str(file), "--audience", "farmer"])
    assert added.exit_code == 0, added.output


def asked(question: str) -> dict[str, Any]:
    told = run.invoke(ask.app, [question, "--json"])
    assert told.exit_code == 0, told.output
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def test_an_answer_and_a_refusal_name_the_sections_to_read() -> None:
    answer = asked("When do I need a guarantor?")
    common = {"kind", "text", "citations", "nearest", "confidence", "language", "took_ms"}
    assert set(answer) == common and answer["kind"] == "answer"
    assert [one["section"] for one in answer["citations"]] == ["Guarantors"]
    assert [one["section"] for one in answer["nearest"]] == ["Late payment"]
    assert set(answer["nearest"][0]) == SECTION
    refused = asked("can a guarantor be from another village")
    assert set(refused) == common and refused["kind"] == "no_answer" and not refused["citations"]
    assert {one["section"] for one in refused["nearest"]} == {"Guarantors", "Late payment"}


def test_in_print_only_what_was_refused_names_them() -> None:
    assert "Nearest" not in run.invoke(ask.app, ["When do I need a guarantor?"]).output
    assert "Nearest" in run.invoke(ask.app, ["can a guarantor be from another village"]).output
