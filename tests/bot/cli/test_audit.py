"""`village-credit audit verify` says whether the log is whole, and ends accordingly."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.cli.audit import app
from bot.keys import open_vault
from bot.opening import open_database
from bot.settings import Settings
from intake.audit import AuditLog
from tests.conftest import Clock


def test_from_the_command_line(
    tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(tmp_path))
    vault = open_vault(Settings())
    engine = open_database(Settings())
    with engine.begin() as connection:
        for number in range(3):
            AuditLog(vault).write(connection, "system", f"thing:{number}", clock())
    assert app(args=["verify", "--json"], standalone_mode=False) == 0
    assert json.loads(capsys.readouterr().out)["lines"] == 3
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM intake_audit_events WHERE event_id = 2"))
    assert app(args=["verify"], standalone_mode=False) == 1
    assert "Line 3 does not hold" in capsys.readouterr().out
