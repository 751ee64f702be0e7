"""Hands submissions out of the database into a folder, and writes down who did it before a byte is written."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Engine, select

from bot.database import reader
from intake.applications import Application, Applications, ApplicationStatus
from intake.applications.export import Exported, SubmissionWriter, write_private
from intake.audit import operator
from intake.clock import Clock
from intake.tables import applications as table
from intake.tables import instances

STAGE = ".export-"  # how the folder begins in which an export is made ready
MANIFEST = "export.json"  # what an export wrote: what the next one may replace
BATCH = 200  # lines of the audit log in one transaction, so that the bot waits for none


class FolderRefused(Exception):
    """The folder cannot take an export: why, and what to do."""


class NoSuchForm(Exception):
    """Nothing was handed in on this form; the message names those on which something was."""


@dataclass(frozen=True)
class Wanted:
    """Which submissions: handed in from `since` until before `until`, with one of these statuses."""

    statuses: Sequence[ApplicationStatus]
    form_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None

    def as_facts(self) -> dict[str, Any]:
        """For the audit log."""
        return {
            "form": self.form_id,
            "since": self.since,
            "until": self.until,
            "statuses": [status.value for status in self.statuses],
        }


class Exporter:
    """Exports on an open database."""

    def __init__(self, engine: Engine, applications: Applications, clock: Clock) -> None:
        self._engine = engine
        self._applications = applications
        self._clock = clock

    def export(self, folder: Path, wanted: Wanted, *, by: str, overwrite: bool = False) -> Exported:
        """Write what is wanted into `folder`, whole or not at all, and say so in the audit log first.

        Raises `FolderRefused`, `NoSuchForm`. Nothing is written when nothing is found; an earlier export goes even so.
        """
        earlier = _earlier(folder, overwrite)
        found = self._find(wanted)
        if not found:
            _remove(folder, earlier)
            return Exported()
        with _staged(folder, earlier) as stage:
            self._record(found, wanted, by)
            writer = SubmissionWriter(stage, self._applications.attachments.read, self._clock)
            self._write(writer, found)
            exported = writer.finish()
            facts = {"exported_at": self._clock().isoformat(), "by": by, "submissions": exported.submissions}
            entries = sorted(path.name for path in stage.iterdir())
            manifest = json.dumps({**facts, "entries": [*entries, MANIFEST]}, ensure_ascii=False, indent=1)
            write_private(stage / MANIFEST, manifest.encode())
        return exported

    def _find(self, wanted: Wanted) -> list[Application]:
        conditions: list[ColumnElement[bool]] = [
            table.c.application_id.in_(select(instances.c.application_id))
        ]
        if wanted.form_id is not None:
            conditions.append(table.c.form_id == wanted.form_id)
        if wanted.since is not None:
            conditions.append(table.c.submitted_at >= wanted.since)
        if wanted.until is not None:
            conditions.append(table.c.submitted_at < wanted.until)
        with reader(self._engine).begin() as connection:
            known = connection.scalars(select(table.c.form_id).distinct().order_by(table.c.form_id)).all()
            if wanted.form_id is not None and wanted.form_id not in known:
                raise NoSuchForm(_no_such_form(wanted.form_id, known))
            return self._applications.store.with_status(connection, wanted.statuses, *conditions)

    def _record(self, found: Sequence[Application], wanted: Wanted, by: str) -> None:
        """One line for the export, and one in the history of each application."""
        audit, actor, now = self._applications.audit, operator(by), self._clock()
        with self._engine.begin() as connection:
            audit.write(
                connection, actor, "submissions:export", now, submissions=len(found), **wanted.as_facts()
            )
        for batch in _batches(found):
            with self._engine.begin() as connection:
                for one in batch:
                    audit.write(
                        connection,
                        actor,
                        "file:export",
                        now,
                        application_id=one.application_id,
                        user_id=one.user_id,
                    )

    def _write(self, writer: SubmissionWriter, found: Iterable[Application]) -> None:
        for application in found:
            with reader(self._engine).begin() as connection:
                instance = self._applications.instances.of(connection, application.application_id)
                files = self._applications.attachments.of_draft(connection, application.draft_id)
            if instance is not None:  # erased at this moment
                writer.add(application, instance, files)


def _no_such_form(form_id: str, known: Sequence[str]) -> str:
    if not known:
        return f"nothing was handed in on {form_id!r}, nor on any other form"
    return f"nothing was handed in on {form_id!r}; the forms are: {', '.join(known)}"


def _batches(found: Sequence[Application]) -> Iterator[list[Application]]:
    rest = iter(found)
    while batch := list(islice(rest, BATCH)):
        yield batch


def _earlier(folder: Path, overwrite: bool) -> list[str]:
    """What an earlier export left in the folder; an empty or new one has nothing."""
    try:
        inside = sorted(path.name for path in folder.iterdir() if not path.name.startswith(STAGE))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FolderRefused(_cannot(folder, error)) from None
    if inside and not overwrite:
        raise FolderRefused(
            f"{folder} is not empty ({inside[0]}): give a new folder, or --overwrite to replace an earlier export"
        )
    return _listed(folder) if MANIFEST in inside else []


def _listed(folder: Path) -> list[str]:
    try:
        entries = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["entries"]
        return [name for name in entries if Path(name).name == name and (folder / name).exists()]
    except (OSError, ValueError, KeyError, TypeError):
        raise FolderRefused(f"{folder / MANIFEST} is not the list of an export: give a new folder") from None


@contextmanager
def _staged(folder: Path, earlier: Sequence[str]) -> Iterator[Path]:
    """A folder inside `folder`, emptied into it at the end; a fault before leaves all as it was."""
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        for left in folder.glob(f"{STAGE}*"):  # of an export that was killed: farmers' data in the clear
            shutil.rmtree(left)
        stage = Path(tempfile.mkdtemp(dir=folder, prefix=STAGE))
    except OSError as error:
        raise FolderRefused(_cannot(folder, error)) from None
    try:
        yield stage
        _replace(folder, stage, earlier)
    except OSError as error:
        raise FolderRefused(_cannot(folder, error)) from None
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _replace(folder: Path, stage: Path, earlier: Sequence[str]) -> None:
    made = sorted(path.name for path in stage.iterdir())
    foreign = [name for name in made if name not in earlier and (folder / name).exists()]
    if foreign:
        raise FolderRefused(
            f"{folder / foreign[0]} is not of an earlier export: move it away, or give a new folder"
        )
    _remove(folder, earlier)
    for name in made:
        (stage / name).rename(folder / name)


def _remove(folder: Path, names: Sequence[str]) -> None:
    try:
        for name in names:
            old = folder / name
            if old.is_dir() and not old.is_symlink():
                shutil.rmtree(old)
            else:
                old.unlink(missing_ok=True)
    except OSError as error:
        raise FolderRefused(_cannot(folder, error)) from None


def _cannot(folder: Path, error: OSError) -> str:
    return f"{folder} cannot be written: {error.strerror or error}. Give a folder that you may write, with room in it"
