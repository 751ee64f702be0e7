"""`village-credit read` prints the reading."""

from __future__ import annotations

import json

from typer.testing import CliRunner

from bot.cli.read import app


def test_json() -> None:
    result = CliRunner().invoke(
        app, ["1.5 lakh", "--kind", "amount", "--language", "hi", "--currency", "INR", "--json"]
    )
    printed = json.loads(result.stdout)
    assert (printed["status"], printed["value"], printed["unit"]) == ("sure", 150000, "INR")


def test_people_are_told_what_would_be_asked() -> None:
    result = CliRunner().invoke(app, ["03/04/2026", "--kind", "date", "--today", "2026-03-01"])
    assert result.stdout.strip() == "ask (day_month): 2026-04-03 | 2026-03-04"


def test_a_language_that_is_not_read_is_named() -> None:
    result = CliRunner().invoke(app, ["5", "--language", "xx"])
    assert result.exit_code == 2 and "xx" in result.output
