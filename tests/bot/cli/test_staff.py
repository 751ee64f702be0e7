"""`village-credit staff`: a link made, taken back, and what is said about each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.doctor import Verdict, examine
from bot.cli.staff import app
from bot.settings import Settings
from tests.bot.conversation.staff.conftest import empty_home
from tests.bot.conversation.staff.office import SUN, ZHAO
from tests.conftest import Clock
from tests.support.bot import World, copy_home, make_services

__all__ = ["empty_home"]
shell = CliRunner()


@pytest.fixture
def home(empty_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    home = copy_home(empty_home, tmp_path / "home")
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(home))
    monkeypatch.chdir(tmp_path)  # no .env of the checkout
    return home


@pytest.mark.parametrize("form", ["{}", "/start {}", "https://t.me/some_bot?start={}"])
def test_an_invitation_that_went_astray_is_cancelled(home: Path, form: str) -> None:
    made = shell.invoke(app, ["invite", "--role", "reviewer", "--json"])
    token = json.loads(made.stdout)["token"]
    assert shell.invoke(app, ["cancel", form.format(token)]).exit_code == 0
    again = shell.invoke(app, ["cancel", token])
    assert again.exit_code != 0 and "no open invitation" in str(again.exception)
    services = make_services(home, Clock())
    stranger = World(services).chat(9009)
    stranger.command(f"/start {token}")
    assert "works only once" in stranger.words
    with services.reading() as connection:
        assert services.staff.find(connection, 9009) is None
    services.engine.dispose()


def test_an_invitation_that_begins_with_a_dash_is_no_option(home: Path) -> None:
    """One token in sixty-four does."""
    told = shell.invoke(app, ["cancel", "-xQ7_k2LmPw9aZ4tR8vB3w"])
    assert "no open invitation" in str(told.exception)


def test_doctor_says_first_that_nobody_can_decide(home: Path) -> None:
    services = make_services(home, Clock())
    with services.engine.begin() as connection:
        for member in (SUN, ZHAO, 2001):
            services.staff.revoke(connection, member, by="system")
    services.knowledge.index.close()
    services.engine.dispose()
    found = {one.what: one for one in examine(Settings(home=home, _env_file=None))}  # type: ignore[call-arg]
    assert found["staff"].verdict is Verdict.BAD and "nobody can decide" in found["staff"].found
