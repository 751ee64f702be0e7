"""Files taken in as drafts: read, kept, seen by nobody until somebody publishes them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from sqlalchemy import Engine

from knowledge.clock import Clock
from knowledge.documents import LIMITS, Limits, chunk, load_bytes
from knowledge.documents.builder import Builder
from knowledge.documents.chunking import CHUNKER
from knowledge.documents.text import load_text
from knowledge.library import store
from knowledge.library.files import FileStore
from knowledge.library.likeness import sketch
from knowledge.library.model import DocumentKind, Draft, Version
from knowledge.library.shelf import Shelf
from knowledge.library.standing import Calendar
from knowledge.library.status import Standing, VersionStatus
from knowledge.library.written import WRITTEN_NAME, as_file, words_of
from knowledge.types import LoadedDocument


class Load(Protocol):
    """Reads a file's bytes under its name; raises `DocumentRefused`. The default parses in a limited child process."""

    def __call__(self, data: bytes, filename: str, *, limits: Limits) -> LoadedDocument: ...


class Drafts(Shelf):
    """The shelf, and the way a file gets to it."""

    def __init__(self, engine: Engine, clock: Clock, *, files: FileStore, load: Load = load_bytes) -> None:
        super().__init__(engine, clock, files)
        self._load = load
        self._engine = engine

    def stage(
        self,
        source: bytes | Path,
        filename: str | None = None,
        *,
        title: str | None = None,
        language: str | None = None,
        author: str,
        replaces: str | None = None,
        limits: Limits = LIMITS,
    ) -> Draft:
        """Read a file and keep it as a draft nobody is answered from; raises `DocumentRefused`.

        The same file staged twice is one draft. `replaces` names the document whose next version it is to be.
        """
        data = source.read_bytes() if isinstance(source, Path) else source
        name = filename or (source.name if isinstance(source, Path) else "document")
        loaded = self._load(data, name, limits=limits)
        if title:
            loaded = replace(loaded, title=title)
        if language:
            loaded = replace(loaded, language=language)
        return self.draft(self._keep(loaded, data, name, author).version_id, replaces=replaces)

    def stage_text(self, title: str, text: str, *, language: str, author: str) -> Draft:
        """A few paragraphs written by staff, as a draft under `title`."""
        builder = Builder()
        builder.heading(title, 1)
        load_text(text.encode("utf-8", "replace"), builder)
        loaded = LoadedDocument(
            title=builder.elements[0].text, elements=tuple(builder.elements), language=language
        )
        data = as_file(title, text)
        return self.draft(self._keep(loaded, data, WRITTEN_NAME, author).version_id)

    def _staged_again(self, old: Version, author: str) -> Draft:
        """A draft of a version's file, taken in the way it was at first."""
        data = self._files.get(old.content_hash)
        if old.kind is DocumentKind.CURATED and old.filename == WRITTEN_NAME:
            return self.stage_text(old.title, words_of(data), language=old.language, author=author)
        return self.stage(data, old.filename, title=old.title, language=old.language, author=author)

    def _keep(self, loaded: LoadedDocument, data: bytes, filename: str, author: str) -> Version:
        content_hash = hashlib.sha256(data).hexdigest()
        self._files.put(content_hash, data)
        with self._engine.begin() as connection:
            for same in store.drafts_like(connection, content_hash, loaded.title[:300], loaded.language):
                if same.version_id == version_id_of(
                    same.version_key, content_hash, loaded.title, loaded.language
                ):
                    return same  # a draft an older reader read is not the same
            values = {
                "title": loaded.title[:300],
                "language": loaded.language,
                "status": VersionStatus.DRAFT,
                "filename": filename[-300:],
                "content_hash": content_hash,
                "size": len(data),
                "pages": loaded.pages,
                "warnings": list(loaded.warnings),
                "sketch": sketch(element.text for element in loaded.elements),
                "staged_at": self._clock(),
                "staged_by": author,
            }
            key = store.insert_version(connection, values)
            version_id = version_id_of(key, content_hash, loaded.title, loaded.language)
            store.name_version(connection, key, version_id)
            store.insert_chunks(connection, chunk(loaded, version_id=version_id))
            version = store.version(connection, version_id)
            store.add_event(connection, version, "staged", by=author, at=self._clock())
            return version

    def outdated(self) -> list[Version]:
        """Versions that an older reader has read and that answer, today or on the day they begin."""
        today, versions = self.today(), self.versions()
        older = [
            v
            for v in versions
            if v.version_id != version_id_of(v.version_key, v.content_hash, v.title, v.language)
        ]
        begun = {v.version_id: max(today, v.effective_from or today) for v in older}
        calendars = {day: Calendar(versions, day) for day in set(begun.values())}
        return [v for v in older if calendars[begun[v.version_id]].standing(v) is Standing.LIVE]


def version_id_of(key: int, content_hash: str, title: str, language: str) -> str:
    """Holds what the chunks depend on, so that an index older than a restored database is never taken for it."""
    made_of = "\n".join((content_hash, title[:300], language, CHUNKER))
    return f"v{key}-{hashlib.sha256(made_of.encode('utf-8', 'replace')).hexdigest()[:10]}"
