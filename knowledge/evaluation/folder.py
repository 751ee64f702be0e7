"""A folder of documents opened as a library of its own, in a temporary store: for measuring it."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import create_engine

from knowledge.clock import Clock
from knowledge.embeddings import Embedders, EmbeddingSettings
from knowledge.index import ChunkIndex
from knowledge.library import FolderFiles, Library
from knowledge.library.manifest import load_folder
from knowledge.tables import metadata

SAMPLES = Path(__file__).parent.parent / "samples"


def utc_now() -> datetime:
    """The wall clock, for command lines; everything else is handed one."""
    return datetime.now(UTC)  # noqa: TID251


@contextmanager
def open_folder(
    folder: Path,
    *,
    languages: Sequence[str] = ("en", "zh", "sw"),
    clock: Clock = utc_now,
    settings: EmbeddingSettings | None = None,
    cache: Path | None = None,
    on_step: Callable[[str, int, int], None] | None = None,
) -> Iterator[tuple[Library, ChunkIndex]]:
    """The library and index of the manifest in `folder`; gone with the context unless `cache` names a folder."""
    with tempfile.TemporaryDirectory(prefix="village-credit-library-") as temporary:
        home = cache or Path(temporary)
        engine = create_engine(f"sqlite:///{home / 'library.sqlite'}")
        metadata.create_all(engine)
        embedders = Embedders(settings or EmbeddingSettings(languages=tuple(languages)))
        with ChunkIndex(home / "index", embedders) as index:
            library = Library(engine, index, clock, files=FolderFiles(home / "files"))
            index.preload_beside(folder)
            load_folder(library, folder, on_step)
            library.sync_index()
            yield library, index
        engine.dispose()
