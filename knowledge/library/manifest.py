"""A folder of documents with its `library.toml`, loaded into a library; loading twice changes nothing."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any

from knowledge.documents import PATIENT, DocumentRefused
from knowledge.library.errors import LibraryError
from knowledge.library.library import Library
from knowledge.library.model import Version
from knowledge.library.status import VersionStatus
from knowledge.types import Audience

Step = Callable[[str, int, int], None]
"""Told the document's title, its place from 1 and how many there are, before each one."""

_REQUIRED = ("id", "file", "audience", "version", "effective_from", "published_by", "reason")
_OPTIONAL = ("title", "language", "effective_until", "supersedes")
_DAYS = ("effective_from", "effective_until")
_TEXTS = tuple(name for name in (*_REQUIRED, *_OPTIONAL) if name not in _DAYS)


class ManifestError(LibraryError):
    """A fault in `library.toml`: names the file, the entry and how to mend it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One `[[documents]]` of a manifest, checked."""

    document_id: str
    file: Path
    audience: Audience
    label: str
    effective_from: date
    published_by: str
    reason: str
    title: str | None = None
    language: str | None = None
    effective_until: date | None = None
    supersedes: str | None = None


def load_folder(library: Library, folder: Path, on_step: Step | None = None) -> list[Version]:
    """Publish what the manifest names and the library lacks; returns the versions published by this call."""
    entries = read_manifest(folder)
    published: list[Version] = []
    for place, entry in enumerate(entries, 1):
        if on_step:
            on_step(entry.title or entry.document_id, place, len(entries))
        if not _is_there(library, entry):
            published.append(_publish(library, entry))
    return published


def read_manifest(folder: Path) -> list[Entry]:
    """The entries of `library.toml` in order of effect; raises `ManifestError`."""
    path = folder / "library.toml"
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("documents", [])
    except FileNotFoundError as error:
        raise ManifestError(f"{path} is missing: write one [[documents]] entry for each file") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ManifestError(f"{path} cannot be read: {error}") from error
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise ManifestError(f"{path}: write one [[documents]] entry, in double brackets, for each file")
    entries = [_entry(path, number, row) for number, row in enumerate(rows, 1)]
    _check_references(path, entries)
    return sorted(entries, key=lambda entry: entry.effective_from)


def _entry(path: Path, number: int, row: Mapping[str, Any]) -> Entry:
    where = f"{path}, entry {number} ({row.get('id', 'without id')})"
    if missing := [name for name in _REQUIRED if not row.get(name)]:
        raise ManifestError(f"{where}: add {', '.join(missing)}")
    if unknown := sorted(set(row) - {*_REQUIRED, *_OPTIONAL}):
        raise ManifestError(f"{where}: remove or correct {', '.join(unknown)}")
    for name in _TEXTS:
        if not isinstance(row.get(name, ""), str):
            raise ManifestError(f"{where}: {name} is {row[name]!r}; write it in quotes")
    if row["audience"] not in set(Audience):
        raise ManifestError(f"{where}: audience is {row['audience']!r}; write {' or '.join(Audience)}")
    for name in _DAYS:  # one with a time of day is a date too, for Python
        if type(row.get(name)) not in (date, NoneType):
            raise ManifestError(f"{where}: write {name} as a date without quotes, such as 2026-01-31")
    file = path.parent / row["file"]
    if not file.is_file() or not file.resolve().is_relative_to(path.parent.resolve()):
        raise ManifestError(f"{where}: there is no file {file}; correct `file`")
    return Entry(
        document_id=row["id"],
        file=file,
        audience=Audience(row["audience"]),
        label=row["version"],
        effective_from=row["effective_from"],
        published_by=row["published_by"],
        reason=row["reason"],
        **{name: row.get(name) for name in _OPTIONAL},
    )


def _check_references(path: Path, entries: list[Entry]) -> None:
    ids = {entry.document_id for entry in entries}
    for entry in entries:
        if entry.supersedes and entry.supersedes not in ids:
            raise ManifestError(
                f"{path}, entry {entry.document_id}: supersedes {entry.supersedes!r}, which is no document here"
            )
    pairs = [(entry.document_id, entry.label) for entry in entries]
    if twice := {pair for pair in pairs if pairs.count(pair) > 1}:
        raise ManifestError(f"{path}: {', '.join(map(' '.join, sorted(twice)))} stands there twice")


def _is_there(library: Library, entry: Entry) -> bool:
    """Whether these bytes were ever published as this document: what an admin took off stays off."""
    content_hash = hashlib.sha256(entry.file.read_bytes()).hexdigest()
    return any(
        version.document_id == entry.document_id
        and version.label == entry.label
        and version.content_hash == content_hash
        and version.status not in (VersionStatus.DRAFT, VersionStatus.DISCARDED)
        for version in library.versions()
    )


def _publish(library: Library, entry: Entry) -> Version:
    try:
        draft = library.stage(
            entry.file,
            title=entry.title,
            language=entry.language,
            author=entry.published_by,
            limits=PATIENT,
        )
    except DocumentRefused as refused:
        raise ManifestError(f"{entry.file}: {refused}") from refused
    return library.publish(
        draft.draft_id,
        audience=entry.audience,
        effective_from=entry.effective_from,
        effective_until=entry.effective_until,
        document_id=entry.document_id,
        supersedes=entry.supersedes,
        label=entry.label,
        reason=entry.reason,
        by=entry.published_by,
    )
