"""F19: a backup is taken while the bot works, and restored elsewhere all of it is there."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import func, select
from typer.testing import CliRunner, Result

from bot.cli.backup import app
from bot.opening import open_services
from bot.services import Services
from bot.settings import PREFIX, Settings
from intake.applications import Prepared
from intake.audit import AuditLog
from intake.people.data_rights import DataRights
from intake.tables import attachments, people
from tests.bot.conversation.staff.office import Office
from tests.conftest import Clock
from tests.support.bot import make_services

KEYS = "keys.json"


@pytest.fixture
def office(tmp_path: Path, clock: Clock) -> Iterator[Office]:
    services = make_services(tmp_path / "home", clock, encoders=[], reader=False)
    yield Office(services, clock)
    services.knowledge.index.close()
    services.engine.dispose()


def comes_in(office: Office, user_id: int, photos: int = 3) -> None:
    """An application with photos that tell whose they are."""
    office.apply(user_id=user_id)
    services = office.services
    with services.engine.begin() as connection:
        draft = services.applications.start_draft(
            connection,
            user_id=user_id,
            form_id="microloan",
            form_version="1",
            language="en",
            state={},
            total=22,
        )
    for number in range(photos):
        photo = Prepared(f"photo {number} of {user_id}".encode(), "image/jpeg", "jpg")
        with services.engine.begin() as connection:
            services.applications.attachments.add(connection, draft.draft_id, "pen", photo)


def run(home: Path, *arguments: object) -> Result:
    environment = {PREFIX + "HOME": str(home), PREFIX + "ENCODERS": "[]", PREFIX + "READER": "false"}
    return CliRunner().invoke(app, [str(one) for one in arguments], env=environment)


@contextmanager
def at_work(office: Office) -> Iterator[None]:
    """Applications come in for as long as the block lasts, one after the other."""
    stop, coming = threading.Event(), threading.Event()
    failed: list[BaseException] = []

    def work() -> None:
        user_id = 50_000
        while not stop.is_set():
            try:
                comes_in(office, user_id)
            except BaseException as error:
                failed.append(error)
                raise
            finally:
                coming.set()
            user_id += 1

    thread = threading.Thread(target=work)
    thread.start()
    coming.wait(30)
    try:
        yield
    finally:
        stop.set()
        thread.join(60)
    assert failed == []


def everything(services: Services) -> tuple[int, list[bytes], int]:
    """Households, photos, lines of the log."""
    with services.reading() as connection:
        households = connection.scalar(select(func.count()).select_from(people)) or 0
        numbers = list(connection.scalars(select(attachments.c.attachment_id)))
        log = AuditLog(services.vault).verify(connection)
    assert log.fault is None
    return households, sorted(services.applications.attachments.read(one) for one in numbers), log.lines


def test_a_backup_under_load_is_restored_elsewhere(office: Office, tmp_path: Path, clock: Clock) -> None:
    with at_work(office):
        for number in range(3):
            assert run(tmp_path / "home", "make", tmp_path / f"copy{number}").exit_code == 0
    for number in range(3):
        done = run(tmp_path / "home", "check", tmp_path / f"copy{number}", "--json")
        drill = json.loads(done.stdout)
        assert done.exit_code == 0 and drill["faults"] == [] and drill["seconds"] >= 0
        assert not (tmp_path / f"copy{number}" / KEYS).exists()
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    shutil.copy(tmp_path / "home" / KEYS, elsewhere)
    assert run(elsewhere, "restore", tmp_path / "copy2").exit_code == 0
    services = open_services(Settings(home=elsewhere, encoders=[], reader=False, _env_file=None), clock)  # type: ignore[call-arg]
    households, photos, lines = everything(services)
    assert (len(photos), lines) == (drill["photos"], drill["audit_lines"])
    assert households >= 1 and lines > 0
    services.knowledge.index.close()
    services.engine.dispose()


def test_what_somebody_had_erased_is_in_no_later_backup(office: Office, tmp_path: Path) -> None:
    """His photos leave the disk at the next sweep, and the backup at once."""
    comes_in(office, 1001)
    services = office.services
    with services.engine.begin() as connection:
        [application] = services.applications.by_farmer(connection, 1001)
        services.applications.withdraw(connection, application.application_id, 1001)
        DataRights(services.applications, services.vault, services.clock).erase(connection, 1001)
    assert list((tmp_path / "home" / "photos").rglob("*"))
    assert run(tmp_path / "home", "make", tmp_path / "copy").exit_code == 0
    assert [path for path in (tmp_path / "copy" / "photos").rglob("*") if path.is_file()] == []


def admit(office: Office) -> None:
    """A document in the library, and a file that waits to be sent."""
    services = office.services
    services.library.stage_text(
        "Goat loans", "The loan for goats runs 12 months.", language="en", author="Peng Hui"
    )
    services.attachments.put(b"%PDF a dossier")


def spoil_photo(copy: Path) -> None:
    next(path for path in (copy / "photos").rglob("*") if path.is_file()).write_bytes(b"rot")


def lose_photo(copy: Path) -> None:
    next(path for path in (copy / "photos").rglob("*") if path.is_file()).unlink()


def cut_database(copy: Path) -> None:
    content = (copy / "village-credit.sqlite").read_bytes()
    (copy / "village-credit.sqlite").write_bytes(content[: len(content) // 2])


def a_file(copy: Path, folder: str) -> Path:
    return next(path for path in (copy / folder).rglob("*") if path.is_file())


def cut_document(copy: Path) -> None:
    content = a_file(copy, "documents").read_bytes()
    a_file(copy, "documents").write_bytes(content[: len(content) // 2])


def exchange_document(copy: Path) -> None:
    a_file(copy, "documents").rename(copy / "documents" / "another")


def cut_outgoing(copy: Path) -> None:
    content = a_file(copy, "outgoing").read_bytes()
    a_file(copy, "outgoing").write_bytes(content[: len(content) // 2])


SPOILT = {
    spoil_photo: "opens with none of our keys",
    lose_photo: "is lost",
    cut_database: "the database is damaged",
    cut_document: "is not as it was",
    exchange_document: "is lost",
    cut_outgoing: "opens with none of our keys",
}


@pytest.mark.parametrize("spoil", SPOILT)
def test_the_drill_tells_a_spoilt_backup(
    office: Office, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    comes_in(office, 1001)
    admit(office)
    assert run(tmp_path / "home", "make", tmp_path / "copy").exit_code == 0
    good = json.loads(run(tmp_path / "home", "check", tmp_path / "copy", "--json").stdout)
    assert (good["faults"], good["photos"], good["documents"]) == ([], 3, 1)
    spoil(tmp_path / "copy")
    done = run(tmp_path / "home", "check", tmp_path / "copy", "--json")
    [fault] = json.loads(done.stdout)["faults"]
    assert done.exit_code == 1 and SPOILT[spoil] in fault


def test_a_folder_with_no_list_of_what_it_holds_is_no_backup(office: Office, tmp_path: Path) -> None:
    assert run(tmp_path / "home", "make", tmp_path / "copy").exit_code == 0
    (tmp_path / "copy" / "backup.json").unlink()
    assert "no whole backup" in str(run(tmp_path / "home", "check", tmp_path / "copy").exception)


@pytest.mark.parametrize("folder", ["photos", "documents"])
def test_what_the_home_had_lost_before_is_told_when_the_backup_is_made(
    office: Office, tmp_path: Path, folder: str
) -> None:
    comes_in(office, 1001)
    admit(office)
    lost = a_file(tmp_path / "home", folder)
    lost.unlink()
    done = run(tmp_path / "home", "make", tmp_path / "copy", "--json")
    assert done.exit_code == 1
    [missing] = json.loads(done.stdout)["missing"]
    assert missing == f"{folder}/{lost.name}"
    [fault] = json.loads(run(tmp_path / "home", "check", tmp_path / "copy", "--json").stdout)["faults"]
    assert fault == f"{missing} was missing when the backup was made"


def test_nothing_is_written_over(office: Office, tmp_path: Path) -> None:
    home = tmp_path / "home"
    assert run(home, "make", tmp_path / "copy").exit_code == 0
    assert "not empty" in str(run(home, "make", tmp_path / "copy").exception)
    assert "has a database" in str(run(home, "restore", tmp_path / "copy").exception)
    assert "key file" in str(run(tmp_path / "new", "restore", tmp_path / "copy").exception)


@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
def test_what_another_database_left_beside_it_is_not_laid_under_the_restored_one(
    office: Office, tmp_path: Path, suffix: str
) -> None:
    """SQLite would play the pages of the old one into the new."""
    home, new = tmp_path / "home", tmp_path / "new"
    assert run(home, "make", tmp_path / "copy").exit_code == 0
    new.mkdir()
    shutil.copy(home / KEYS, new)
    left = new / f"village-credit.sqlite{suffix}"
    left.write_bytes(b"pages of another database")
    assert f"move {left.name} away" in str(run(new, "restore", tmp_path / "copy").exception)
    assert sorted(path.name for path in new.iterdir()) == [KEYS, left.name], "nothing was put there"
    left.unlink()
    (tmp_path / "copy" / left.name).write_bytes(b"left by a look into the copy")
    assert run(new, "restore", tmp_path / "copy").exit_code == 0
    assert not left.exists()
