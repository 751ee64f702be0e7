"""Files taken in as drafts: read, kept, seen by nobody until somebody publishes them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import Any, Protocol

from sqlalchemy import Connection, Engine

from knowledge.clock import Clock
from knowledge.documents import LIMITS, PATIENT, Limits, Warn, chunk, load_bytes
from knowledge.documents.builder import Builder
from knowledge.documents.chunking import CHUNKER
from knowledge.documents.text import load_text
from knowledge.library import store
from knowledge.library.errors import ReadOtherwise
from knowledge.library.files import FileStore
from knowledge.library.likeness import sketch
from knowledge.library.model import DocumentKind, Draft, Version
from knowledge.library.shelf import Shelf
from knowledge.library.standing import Calendar
from knowledge.library.status import Standing, VersionStatus
from knowledge.library.written import WRITTEN_NAME, as_file, words_of
from knowledge.orders import is_order
from knowledge.types import Chunk, LoadedDocument


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
            title=builder.elements[0].text,
            elements=tuple(builder.elements),
            language=language,
            warnings=builder.warnings,
        )
        data = as_file(title, text)
        return self.draft(self._keep(loaded, data, WRITTEN_NAME, author).version_id)

    def _staged_again(self, old: Version, author: str) -> str:
        """A draft of a version, by its id: what today's reader has read is copied, else its file is read again.

        Raises `DocumentRefused`, and `ReadOtherwise` where the reader warns of more than it did: nobody looks at
        what is published now.
        """
        if not _outdated(old) and not self._orders_unseen(old):
            return self._copied(old, author)
        data = self._files.get(old.content_hash)
        if old.kind is DocumentKind.CURATED and old.filename == WRITTEN_NAME:
            draft = self.stage_text(old.title, words_of(data), language=old.language, author=author)
        else:
            draft = self.stage(
                data, old.filename, title=old.title, language=old.language, author=author, limits=PATIENT
            )
        if new := tuple(warning for warning in draft.version.warnings if warning not in old.warnings):
            raise ReadOtherwise(draft.draft_id, old.title, new)
        return draft.draft_id

    def _copied(self, old: Version, author: str) -> str:
        with self._engine.begin() as connection:
            values = {
                "title": old.title,
                "language": old.language,
                "filename": old.filename,
                "content_hash": old.content_hash,
                "size": old.size,
                "pages": old.pages,
                "warnings": list(old.warnings),
                "sketch": store.sketch_of(connection, old.version_id),
            }
            found = list(store.chunks_of(connection, [old.version_id]))
            version = self._insert(connection, values, author)
            store.insert_chunks(
                connection, [_moved(one, old.version_id, version.version_id) for one in found]
            )
        return version.version_id

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
                "filename": filename[-300:],
                "content_hash": content_hash,
                "size": len(data),
                "pages": loaded.pages,
                "warnings": list(loaded.warnings),
                "sketch": sketch(element.text for element in loaded.elements),
            }
            version = self._insert(connection, values, author)
            store.insert_chunks(connection, chunk(loaded, version_id=version.version_id))
            return version

    def _insert(self, connection: Connection, values: dict[str, Any], author: str) -> Version:
        staged = {"status": VersionStatus.DRAFT, "staged_at": self._clock(), "staged_by": author}
        key = store.insert_version(connection, values | staged)
        version_id = version_id_of(key, values["content_hash"], values["title"], values["language"])
        store.name_version(connection, key, version_id)
        version = store.version(connection, version_id)
        store.add_event(connection, version, "staged", by=author, at=self._clock())
        return version

    def outdated(self) -> list[Version]:
        """Versions that an older reader has read and that answer, today or on the day they begin."""
        today, versions = self.today(), self.versions()
        older = [v for v in versions if _outdated(v)]
        begun = {v.version_id: max(today, v.effective_from or today) for v in older}
        calendars = {day: Calendar(versions, day) for day in set(begun.values())}
        return [v for v in older if calendars[begun[v.version_id]].standing(v) is Standing.LIVE]

    def with_orders(self) -> list[Version]:
        """Versions in force or to come that give a machine orders of which nobody was warned: read before we looked."""
        used = [one for one, how in self.standings() if how in (Standing.LIVE, Standing.SCHEDULED)]
        return [version for version in used if self._orders_unseen(version)]

    def _orders_unseen(self, version: Version) -> bool:
        warned = any(said.startswith(Warn.ORDERS) for said in version.warnings)
        return not warned and any(map(_gives_orders, self.chunks([version.version_id])))


def _gives_orders(chunk: Chunk) -> bool:
    return any(is_order(line) for text in (*chunk.heading_path, chunk.text) for line in text.splitlines())


def _outdated(version: Version) -> bool:
    """Whether an older reader has read it."""
    made_today = version_id_of(version.version_key, version.content_hash, version.title, version.language)
    return version.version_id != made_today


def _moved(chunk: Chunk, old_id: str, new_id: str) -> Chunk:
    """A chunk as a piece of another version."""
    return replace(
        chunk,
        version_id=new_id,
        chunk_id=chunk.chunk_id.replace(old_id, new_id),
        parent_id=chunk.parent_id.replace(old_id, new_id),
    )


def version_id_of(key: int, content_hash: str, title: str, language: str) -> str:
    """Holds what the chunks depend on, so that an index older than a restored database is never taken for it."""
    made_of = "\n".join((content_hash, title[:300], language, CHUNKER))
    return f"v{key}-{hashlib.sha256(made_of.encode('utf-8', 'replace')).hexdigest()[:10]}"
