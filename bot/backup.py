"""A copy of all that cannot be made anew, taken while the bot runs, and the drill that proves it good (F19).

The index is left out: it is a cache. The keys are left out: whoever finds the copy must not be able to read it.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from pydantic import BaseModel, ValidationError
from sqlalchemy import Connection, create_engine, select

from bot.clock import Clock
from bot.database import all_metadata
from bot.keys import FILENAME as KEYS
from bot.settings import PREFIX, Settings
from intake.audit import AuditLog
from intake.errors import VaultError
from intake.tables import attachments
from intake.vault import Vault
from knowledge.tables import versions

DATABASE = "village-credit.sqlite"
MANIFEST = "backup.json"  # written last: a folder without one is no backup
PHOTOS = "photos"
DOCUMENTS = "documents"
OUTGOING = "outgoing"
FOLDERS = (PHOTOS, DOCUMENTS, OUTGOING)
CALIBRATION = "calibration.json"
BESIDE = tuple(f"{DATABASE}{suffix}" for suffix in ("-wal", "-shm", "-journal"))


class BackupRefused(Exception):
    """It cannot be done here; says what to do instead."""


class Manifest(BaseModel):
    """What a backup holds; `missing` are photos and documents that the database names and the home had not."""

    made_at: datetime
    seconds: float
    rows: dict[str, int]
    files: dict[str, int]
    missing: list[str]


@dataclass
class Drill:
    """What the drill found: nothing in `faults` means that all of it can be had back."""

    rows: int = 0
    audit_lines: int = 0
    photos: int = 0
    documents: int = 0
    seconds: float = 0.0
    faults: list[str] = field(default_factory=list)


def make(
    settings: Settings, target: Path, clock: Clock, monotonic: Callable[[], float] = time.monotonic
) -> Manifest:
    """Copy the home to the empty folder `target`. Photos and rows agree: a row's photo is always written before it."""
    _only_sqlite(settings)
    if target.exists() and any(target.iterdir()):
        raise BackupRefused(f"{target} is not empty: name a new folder")
    begun = monotonic()
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    _copy_files(settings.home, target)
    _copy_database(settings.home / DATABASE, target / DATABASE)
    _copy_files(settings.home, target)  # those that came while the first were copied
    missing = _keep_what_is_named(target)
    manifest = Manifest(
        made_at=clock(),
        seconds=round(monotonic() - begun, 2),
        rows=_rows(target / DATABASE),
        files={name: sum(1 for _ in _files(target / name)) for name in FOLDERS},
        missing=missing,
    )
    _write(target / MANIFEST, manifest.model_dump_json(indent=2))
    return manifest


def check(folder: Path, vault: Vault, monotonic: Callable[[], float] = time.monotonic) -> Drill:
    """The drill, without writing anything: rows, the chain of the log, every photo opened, every document as it was."""
    begun, drill = monotonic(), Drill()
    manifest = _manifest(folder)
    drill.faults += [f"{name} was missing when the backup was made" for name in manifest.missing]
    try:
        _check_rows(folder / DATABASE, manifest, drill)
    except sqlite3.DatabaseError as error:
        drill.faults.append(f"the database is damaged: {error}")
        return drill
    engine = create_engine(f"sqlite:///file:{folder / DATABASE}?mode=ro&uri=true", hide_parameters=True)
    try:
        with engine.connect() as connection:
            _check_log(connection, vault, drill)
    finally:
        engine.dispose()
    _check_files(folder, manifest, vault, drill)
    drill.seconds = round(monotonic() - begun, 2)
    return drill


def restore(folder: Path, settings: Settings) -> None:
    """Put a backup into a home that has the keys and nothing else. Check it before; start the bot after."""
    _only_sqlite(settings)
    _manifest(folder)
    home = settings.home
    if (home / DATABASE).exists():
        raise BackupRefused(f"{home} has a database: restore into another home ({PREFIX}HOME)")
    if left := [name for name in BESIDE if (home / name).exists()]:  # SQLite would play its pages into ours
        raise BackupRefused(f"another database left something in {home}: move {', '.join(left)} away first")
    if not (home / KEYS).exists():
        raise BackupRefused(f"put the key file there first: {home / KEYS}. Without it nothing can be read")
    ours = shutil.ignore_patterns(MANIFEST, DATABASE, *BESIDE)
    shutil.copytree(folder, home, dirs_exist_ok=True, ignore=ours)
    draft = home / f"{DATABASE}.new"
    shutil.copy2(folder / DATABASE, draft)
    draft.replace(home / DATABASE)  # last, and whole: a kill before leaves a home that can be restored into


def _only_sqlite(settings: Settings) -> None:
    if settings.effective_database_url != f"sqlite:///{settings.home / DATABASE}":
        raise BackupRefused(
            f"{PREFIX}DATABASE_URL is set: copy that database with its own tool (pg_dump), and after it the folders "
            f"{', '.join(FOLDERS)} of {settings.home}"
        )


def _copy_files(home: Path, target: Path) -> None:
    for name in FOLDERS:
        for path in _files(home / name):
            _copy(path, target / path.relative_to(home))
    if (home / CALIBRATION).exists():
        _copy(home / CALIBRATION, target / CALIBRATION)


def _copy(path: Path, to: Path) -> None:
    """Unless it was copied and has not changed since."""
    to.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        if to.exists() and to.stat().st_mtime_ns == path.stat().st_mtime_ns:
            return
        shutil.copy2(path, to)
    except FileNotFoundError:  # swept meanwhile: nothing refers to it any more
        return


def _files(folder: Path) -> Iterator[Path]:
    """Every whole file; those being written have a name that begins with a dot or ends in .new."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not path.name.startswith(".") and path.suffix != ".new":
            yield path


def _copy_database(live: Path, copy: Path) -> None:
    """By SQLite's own backup: one moment of the database, while others write."""
    with closing(sqlite3.connect(live, timeout=30)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target)
        target.execute("PRAGMA journal_mode=DELETE")  # one file, which can be read where nobody may write


def _keep_what_is_named(target: Path) -> list[str]:
    """Drop photos that nobody's row names (their owners had them erased); returns what is named and not there."""
    named = _named(target / DATABASE)
    there = {kind: {path.name: path for path in _files(target / kind)} for kind in named}
    for name in there[PHOTOS].keys() - named[PHOTOS]:
        there[PHOTOS][name].unlink()
    return sorted(f"{kind}/{name}" for kind in named for name in named[kind] - there[kind].keys())


def _named(database: Path) -> dict[str, set[str]]:
    """The files that rows speak of: a photo by its number, a document by the hash of its bytes."""
    columns = {PHOTOS: attachments.c.attachment_id, DOCUMENTS: versions.c.content_hash}
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return {
            kind: {str(row[0]) for row in connection.execute(str(select(column)))}
            for kind, column in columns.items()
        }


def _rows(database: Path) -> dict[str, int]:
    names = sorted(table.name for metadata in all_metadata() for table in metadata.sorted_tables)
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        return {
            name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])  # noqa: S608 - our own names
            for name in names
        }


def _manifest(folder: Path) -> Manifest:
    try:
        return Manifest.model_validate_json((folder / MANIFEST).read_bytes())
    except (FileNotFoundError, ValidationError):
        raise BackupRefused(f"{folder} is no whole backup: it has no {MANIFEST} that can be read") from None


def _check_rows(database: Path, manifest: Manifest, drill: Drill) -> None:
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as connection:
        said = connection.execute("PRAGMA integrity_check").fetchone()[0]
        astray = connection.execute("PRAGMA foreign_key_check").fetchall()
    if said != "ok" or astray:
        drill.faults.append(f"the database is damaged: {said}, {len(astray)} rows point nowhere")
    rows = _rows(database)
    drill.rows = sum(rows.values())
    wrong = [name for name, number in manifest.rows.items() if rows.get(name) != number]
    drill.faults += [
        f"{name}: {rows.get(name)} rows, {manifest.rows[name]} when it was made" for name in wrong
    ]


def _check_log(connection: Connection, vault: Vault, drill: Drill) -> None:
    found = AuditLog(vault).verify(connection)
    drill.audit_lines = found.lines
    if found.fault is not None:
        drill.faults.append(f"the log of who did what does not hold at line {found.broken}: {found.fault}")


def _check_files(folder: Path, manifest: Manifest, vault: Vault, drill: Drill) -> None:
    named = _named(folder / DATABASE)
    there = {kind: {path.name: path for path in _files(folder / kind)} for kind in FOLDERS}
    lost = {f"{kind}/{name}" for kind in named for name in named[kind] - there[kind].keys()}
    drill.faults += [f"{one} is lost" for one in sorted(lost - set(manifest.missing))]
    sealed = [there[kind][name] for kind in (PHOTOS, OUTGOING) for name in sorted(there[kind])]
    drill.faults += [
        f"{one.relative_to(folder)} opens with none of our keys" for one in sealed if not _opens(one, vault)
    ]
    kept = [there[DOCUMENTS][name] for name in sorted(named[DOCUMENTS] & there[DOCUMENTS].keys())]
    drill.faults += [f"{one.relative_to(folder)} is not as it was" for one in kept if _hash(one) != one.name]
    if len(there[OUTGOING]) != manifest.files[OUTGOING]:
        drill.faults.append(f"{OUTGOING}: {len(there[OUTGOING])} files, {manifest.files[OUTGOING]} when made")
    drill.photos, drill.documents = len(there[PHOTOS]), len(kept)


def _opens(path: Path, vault: Vault) -> bool:
    try:
        vault.decrypt(path.read_bytes())
    except VaultError:
        return False
    return True


def _hash(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _write(path: Path, text: str) -> None:
    with path.open("w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
