"""The keys change under a bot that runs: in every table of every package, and in every file (fault F18)."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Column, LargeBinary, select

from bot import keys
from bot.cli.keys import app
from bot.conversation import handoff
from bot.database import all_metadata
from bot.delivery.inbox import Inbox
from bot.opening import open_database
from bot.settings import Settings
from intake.errors import VaultError
from intake.people.rekeying import sealed_columns
from intake.vault import Vault
from tests.bot.conversation.staff.conftest import empty_home, office
from tests.bot.conversation.staff.office import FARMER, Office
from tests.conftest import Clock

__all__ = ["empty_home", "office"]

PLAIN = {"intake_form_versions.source"}  # the lender's form is no secret
UPDATE = {"update_id": 1, "message": {"chat": {"id": FARMER}, "text": "I have goats"}}


@pytest.fixture
def lived_in(office: Office) -> Office:
    """A bot in whose every table somebody has left something."""
    services = office.services
    farmer = office.farmer()
    office.apply(photos=2)
    farmer.text("May I borrow for a boat?")
    with services.engine.begin() as connection:
        Inbox(services.vault).store(connection, [UPDATE], office.clock())
        tx = office.world.dispatch.transaction(connection, FARMER)
        handoff.create(tx, services, key="h1", chat_id=FARMER, question="Who will come?", language="en")
    services.attachments.put(b"%PDF a dossier")
    return office


def settings_of(office: Office) -> Settings:
    return office.services.settings


def kept(office: Office) -> list[str]:
    found: list[str] = json.loads((settings_of(office).home / keys.FILENAME).read_text())["keys"]
    return found


def walked(office: Office, steps: int | None = None) -> int:
    """Walk as a command of its own would, at most some steps; how many it took."""
    settings = settings_of(office)
    vault = keys.open_vault(settings)
    return sum(1 for _ in itertools.islice(keys.walk(settings, office.services.engine, vault), steps))


def tokens(office: Office) -> list[bytes]:
    """Everything that is sealed."""
    found = []
    with office.services.reading() as connection:
        for column in sealed_columns(all_metadata()):
            found += [bytes(one) for one in connection.scalars(select(column).where(column.is_not(None)))]
    home = settings_of(office).home
    folders = (home / "photos", home / "outgoing")
    return found + [path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()]


def opened_by(key: str, office: Office) -> int:
    vault = Vault([key], "x" * 32)
    return sum(vault.is_current(token) for token in tokens(office))


def test_no_sealed_column_is_forgotten() -> None:
    """Bytes are sealed, or stand in the short list of those that are not."""
    every = [column for one in all_metadata() for table in one.sorted_tables for column in table.columns]
    walked = {name(column) for column in sealed_columns(all_metadata())}
    bytes_ = {name(column) for column in every if isinstance(column.type, LargeBinary)}
    assert bytes_ - walked == PLAIN
    assert {"conversations.state", "inbox.payload", "outbox.payload", "jobs.payload"} <= walked
    assert {
        "intake_instances.sealed",
        "handoffs.question",
        "answers.question_enc",
        "intake_drafts.sealed",
    } <= walked


def name(column: Column[bytes]) -> str:
    return f"{column.table.name}.{column.name}"


def test_a_walk_killed_anywhere_is_finished_by_the_next(lived_in: Office) -> None:
    [old] = kept(lived_in)
    everything = len(tokens(lived_in))
    assert opened_by(old, lived_in) == everything
    assert keys.begin(settings_of(lived_in))
    new, still = kept(lived_in)
    assert still == old
    for steps in range(1, len(sealed_columns(all_metadata())), 3):  # each walk is killed a little further on
        walked(lived_in, steps)
        assert not keys.begin(settings_of(lived_in)), "a walk broken off goes on with its key"
        assert lived_in.farmer().text("hello"), "the bot answers all along"
    walked(lived_in)
    assert opened_by(new, lived_in) == len(tokens(lived_in)) > everything
    assert opened_by(old, lived_in) == 0


def test_a_running_bot_takes_the_new_key_up_and_reads_what_it_seals(lived_in: Office) -> None:
    keys.begin(settings_of(lived_in))
    new, old = kept(lived_in)
    vault = lived_in.services.vault
    assert Vault([new], "x" * 32).decrypt(vault.encrypt(b"from now on")) == b"from now on"
    assert vault.decrypt(Vault([old], "x" * 32).encrypt(b"from before")) == b"from before"


def test_old_keys_are_dropped_only_when_nothing_needs_them(lived_in: Office) -> None:
    settings, services = settings_of(lived_in), lived_in.services
    keys.begin(settings)
    new, old = kept(lived_in)
    assert keys.drop(settings, services.engine, keys.open_vault(settings)) == 1, "it walks before it drops"
    assert kept(lived_in) == [new] and opened_by(old, lived_in) == 0
    assert lived_in.farmer().command("/status"), "the bot goes on with the new key alone"
    with pytest.raises(VaultError):
        services.vault.decrypt(Vault([old], "x" * 32).encrypt(b"a stranger's"))


@pytest.mark.parametrize("by_hand", ["", Vault.new_key()], ids=["no key", "a key by hand"])
def test_another_home_makes_no_keys_of_its_own_for_a_database_that_was_lived_in(
    lived_in: Office, tmp_path: Path, by_hand: str
) -> None:
    """A restored PostgreSQL, a second host: with another key of the blind index nobody would be found any more."""
    database = settings_of(lived_in).effective_database_url
    home = tmp_path / "second"
    settings = Settings(home=home, database_url=database, keys=by_hand, _env_file=None)  # type: ignore[call-arg, arg-type]
    with pytest.raises(keys.KeysLost, match=r"keys\.json is missing"):
        keys.open_vault(settings)
    assert not (home / keys.FILENAME).exists()


def test_a_home_with_no_key_file_starts_from_an_empty_database(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, _env_file=None)  # type: ignore[call-arg]
    open_database(settings).dispose()
    keys.open_vault(settings)
    assert (tmp_path / keys.FILENAME).exists()


def first_opens(other: Callable[[], object], real: Callable[..., Any]) -> Callable[..., Any]:
    """Another process does its part just before this step of ours, once."""
    others = [other]

    def step(*arguments: Any) -> Any:
        if others:
            others.pop()()
        return real(*arguments)

    return step


def test_two_processes_that_start_at_once_on_a_new_home_have_the_same_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path, _env_file=None)  # type: ignore[call-arg]
    others: list[Vault] = []
    meanwhile = first_opens(lambda: others.append(keys.open_vault(settings)), Vault.new_key)
    monkeypatch.setattr(Vault, "new_key", staticmethod(meanwhile))
    ours = keys.open_vault(settings)
    [other] = others
    assert ours.decrypt(other.encrypt(b"sealed by the other")) == b"sealed by the other"
    assert ours.blind_index("Wang Fang") == other.blind_index("Wang Fang")
    assert [path.name for path in tmp_path.iterdir() if "key" in path.name] == [keys.FILENAME]


def test_a_process_that_starts_behind_one_that_has_sealed_something_already_finds_its_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(home=tmp_path, _env_file=None)  # type: ignore[call-arg]

    def lives() -> None:
        engine = open_database(settings)
        with engine.begin() as connection:
            Inbox(keys.open_vault(settings)).store(connection, [UPDATE], Clock()())
        engine.dispose()

    monkeypatch.setattr(keys, "open_engine", first_opens(lives, keys.open_engine))
    keys.open_vault(settings)


def test_from_the_command_line(
    lived_in: Office, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    home: Path = settings_of(lived_in).home
    monkeypatch.chdir(home)
    monkeypatch.setenv("VILLAGE_CREDIT_HOME", str(home))
    app(args=["rotate", "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    assert said["new_key"] and said["rotated"]["photos"] == 2 and said["rotated"]["outgoing"] == 1
    assert said["rotated"]["answers.question_enc"] == said["seen"]["answers.question_enc"] > 0
    app(args=["rotate", "--json"], standalone_mode=False)
    said = json.loads(capsys.readouterr().out)
    assert not said["new_key"] and not any(said["rotated"].values())
    app(args=["drop", "--json"], standalone_mode=False)
    assert json.loads(capsys.readouterr().out) == {"dropped": 1}
