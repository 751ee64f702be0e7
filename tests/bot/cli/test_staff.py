"""`village-credit staff`: a link made, taken back, and what is said about each."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from bot.cli.doctor import Verdict, examine
from bot.cli.staff import app
from bot.settings import Settings
from intake.tables import audit_events
from tests.bot.conversation.staff.conftest import empty_home
from tests.bot.conversation.staff.office import SUN, ZHAO
from tests.conftest import Clock
from tests.support.bot import World, copy_home, make_services

__all__ = ["empty_home"]
shell = CliRunner()
PENG = "operator:Peng Hui"


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


def test_who_comes_back_on_another_phone_is_invited_as_the_same_person(home: Path) -> None:
    """And every line of the log says who did it at the shell."""
    told = shell.invoke(app, ["revoke", str(SUN), "--by", "Peng Hui"])
    line = next(one for one in told.stdout.splitlines() if "--instead-of" in one)
    words = line.split("village-credit staff ")[1].split()
    token = json.loads(shell.invoke(app, [*words, "--json", "--by", "Peng Hui"]).stdout)["token"]
    services = make_services(home, Clock())
    World(services).chat(9010).command(f"/start {token}")
    with services.reading() as connection:
        member = services.staff.find(connection, 9010)
        assert member is not None and member.formerly == {SUN}
        deeds = select(audit_events.c.name, audit_events.c.actor).where(
            audit_events.c.name.contains("staff:")
        )
        logged = {(one.name, one.actor) for one in connection.execute(deeds)}
    assert {("operator:staff:revoke", PENG), ("operator:staff:invite", PENG)} <= logged
    services.engine.dispose()


@pytest.mark.parametrize(("number", "told"), [(SUN, "still works here"), (77, "was never enrolled")])
def test_only_who_left_is_replaced(home: Path, number: int, told: str) -> None:
    refused = shell.invoke(app, ["invite", "--role", "lead", "--instead-of", str(number)])
    assert refused.exit_code == 2 and told in " ".join(refused.output.replace("│", " ").split())
