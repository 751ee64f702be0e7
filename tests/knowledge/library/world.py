"""A library on the real schema with an index that only remembers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine

from knowledge.documents import LIMITS, Limits, loading
from knowledge.library import FolderFiles, Library, Version
from knowledge.types import Audience, Chunk, Element, LoadedDocument


class Killed(BaseException):
    """Stands for kill -9: no handler of the code under test may catch it."""


class RecordingIndex:
    """Holds chunks by version; can be made to die or to fail, and can belong to another process."""

    def __init__(self) -> None:
        self.owner = True
        self.held: dict[str, list[Chunk]] = {}
        self.fail: BaseException | None = None
        self.preloaded: Path | None = None

    def add(self, chunks: Iterable[Chunk], on_progress: Callable[[int, int], None] | None = None) -> None:
        if self.fail is not None:
            raise self.fail
        found = list(chunks)
        for chunk in found:
            self.held.setdefault(chunk.version_id, []).append(chunk)
        if on_progress:
            on_progress(len(found), len(found))

    def remove(self, version_ids: Iterable[str]) -> None:
        for version_id in list(version_ids):
            self.held.pop(version_id, None)

    def preload_beside(self, folder: Path) -> int:
        self.preloaded = folder
        return 0

    def has(self, version_ids: Iterable[str]) -> set[str]:
        return set(version_ids) & set(self.held)


def in_process(data: bytes, filename: str, *, limits: Limits = LIMITS) -> LoadedDocument:
    """Reads trusted bytes without a child process: these tests are about what comes after."""
    read = loading.read(data, filename, asdict(limits))
    elements = tuple(Element(*parts) for parts in read["elements"])
    return LoadedDocument(read["title"], elements, read["language"], read["pages"], tuple(read["warnings"]))


@pytest.fixture
def index() -> RecordingIndex:
    return RecordingIndex()


@pytest.fixture
def library(engine: Engine, index: RecordingIndex, clock: Any, tmp_path: Path) -> Library:
    return Library(engine, index, clock, files=FolderFiles(tmp_path / "files"), load=in_process)


Publish = Callable[..., Version]


@pytest.fixture
def publish(library: Library) -> Publish:
    """Publish Markdown in one go: the title is the document."""

    def _publish(text: str, since: str = "2026-01-01", **more: Any) -> Version:
        draft = library.stage(text.encode(), "text.md", author="Peng Hui")
        return library.publish(
            draft.draft_id,
            effective_from=date.fromisoformat(since),
            **({"audience": Audience.FARMER, "reason": "test", "by": "Peng Hui"} | more),
        )

    return _publish


def titles(library: Library, on: str, audience: Audience = Audience.FARMER) -> list[str]:
    return [version.version for version in library.live_versions(date.fromisoformat(on), audience)]


__all__: Sequence[str] = ["Killed", "RecordingIndex", "titles"]
