"""The library's hold on the index: a cache of what is published, filled and emptied after it."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Protocol

from sqlalchemy import Engine

from knowledge.clock import Clock
from knowledge.documents import load_bytes
from knowledge.library.errors import PublishProblem, PublishRefused
from knowledge.library.files import FileStore
from knowledge.library.staging import Drafts, Load
from knowledge.library.status import VersionStatus
from knowledge.types import Chunk, Progress

_HELD = (VersionStatus.PUBLISHED, VersionStatus.INDEXING)


class ChunkIndex(Protocol):
    """What the library asks of an index. `owner` is False where another process writes it."""

    owner: bool

    def add(self, chunks: Sequence[Chunk], on_progress: Progress | None = None) -> None: ...

    def remove(self, version_ids: Iterable[str]) -> None: ...

    def has(self, version_ids: Iterable[str]) -> set[str]: ...


class Indexed(Drafts):
    """Drafts and published versions; of these the index holds all, of those only what is being rehearsed."""

    def __init__(
        self, engine: Engine, index: ChunkIndex, clock: Clock, *, files: FileStore, load: Load = load_bytes
    ) -> None:
        super().__init__(engine, clock, files=files, load=load)
        self._index = index
        self._indexing = threading.RLock()  # the index has one owner; in it, one change at a time
        self._lent: list[str] = []

    def indexed_version_ids(self) -> set[str]:
        """The versions the index must hold: all that are published, so that any day can be asked for."""
        return {v.version_id for v in self.versions() if v.status is VersionStatus.PUBLISHED}

    def pending_index(self) -> list[str]:
        """Published versions the index lacks."""
        wanted = self.indexed_version_ids()
        return sorted(wanted - self._index.has(wanted))

    def sync_index(self, on_progress: Progress | None = None) -> int:
        """Rebuild what the index lacks and drop what it should not hold; returns how many versions were added."""
        if not self._index.owner:
            return 0
        with self._indexing:
            if missing := self.pending_index():
                self._index.add(list(self.chunks(missing)), on_progress)
            self._drop_unused()
        return len(missing)

    @contextmanager
    def lent(self, draft_id: str) -> Iterator[None]:
        """A draft stands in the index while it is rehearsed; one that is published meanwhile stays there."""
        with self._indexing:
            if not self._index.has([draft_id]):
                if not self._index.owner:
                    raise PublishRefused(PublishProblem.INDEX_FAILED, detail="another process owns it")
                self._index.add(list(self.chunks([draft_id])))
            self._lent.append(draft_id)
        try:
            yield
        finally:
            with self._indexing:
                self._lent.remove(draft_id)
                self._drop_unused()

    def _drop_unused(self) -> None:
        used = {v.version_id: v.status in _HELD or v.version_id in self._lent for v in self.versions()}
        unused = self._index.has(version_id for version_id, is_used in used.items() if not is_used)
        if unused and self._index.owner:
            self._index.remove(unused)

    def _forget(self, version_id: str) -> None:
        if self._index.owner:
            with self._indexing:
                self._index.remove([version_id])
