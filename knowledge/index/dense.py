"""The dense side: one Chroma collection for each encoder and passage language, in a folder with one owner."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from knowledge.embeddings import Encoder
from knowledge.index.cache import Vectors

_log = logging.getLogger(__name__)
BATCH = 1000
CANARIES = 3
# Chroma's own (16, 100, 100) leave one of sixty near-duplicates unreachable, one build in some thirty.
HNSW = {"space": "cosine", "max_neighbors": 48, "ef_construction": 200, "ef_search": 200}
NEAR = 0.99  # a stored vector asked for itself comes back at least this similar


class DenseStore:
    """Nearest chunks by cosine. Every failure of Chroma shows as an exception here; the index decides what then."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._client: Any = None
        self._collections: dict[str, Any] = {}

    def open(self) -> None:
        """Load Chroma, which is otherwise loaded when it is first asked."""
        self._opened()

    def _opened(self) -> Any:
        if self._client is None:
            import chromadb
            from chromadb.config import Settings

            self._folder.mkdir(parents=True, exist_ok=True)
            settings = Settings(anonymized_telemetry=False, allow_reset=True)
            self._client = chromadb.PersistentClient(path=str(self._folder), settings=settings)
        return self._client

    def _collection(self, encoder: Encoder, language: str) -> Any:
        name = f"{encoder.fingerprint}.{language}".replace(":", "_").replace("/", "_")[:120]
        if name not in self._collections:
            self._collections[name] = self._opened().get_or_create_collection(
                name, configuration={"hnsw": HNSW}, embedding_function=None
            )
        return self._collections[name]

    def upsert(
        self,
        encoder: Encoder,
        language: str,
        ids: Sequence[str],
        versions: Sequence[str],
        vectors: Sequence[Vectors],
    ) -> None:
        """Put chunks in; the same id twice is the same chunk."""
        collection = self._collection(encoder, language)
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            collection.upsert(
                ids=list(ids[part]),
                embeddings=np.stack(vectors[part]),
                metadatas=[{"version_id": version} for version in versions[part]],
            )

    def remove(
        self, encoders: Sequence[Encoder], languages: Collection[str], version_ids: Collection[str]
    ) -> None:
        """Forget versions in every collection."""
        for encoder in encoders:
            for language in languages:
                self._collection(encoder, language).delete(where=_only(version_ids))

    def nearest(
        self,
        encoder: Encoder,
        language: str,
        vector: Sequence[float],
        version_ids: Collection[str] | None,
        k: int,
    ) -> list[tuple[str, float]]:
        """(chunk_id, cosine similarity) of the nearest; `version_ids` None means all that is in."""
        collection = self._collection(encoder, language)
        where = None if version_ids is None else _only(version_ids)
        found = collection.query(
            query_embeddings=[list(vector)], n_results=k, where=where, include=["distances"]
        )
        return [
            (key, 1.0 - distance)
            for key, distance in zip(found["ids"][0], found["distances"][0], strict=True)
        ]

    def count(self, encoder: Encoder, language: str) -> int:
        """How many chunks Chroma says are in: not proof that any is found, see `canary`."""
        return int(self._collection(encoder, language).count())

    def canary(self, encoder: Encoder, language: str, stored: Sequence[tuple[str, Vectors]]) -> bool:
        """Whether stored chunks come back for their own vectors (a truncated segment answers, but misses)."""
        for _chunk_id, vector in stored[:CANARIES]:
            found = self.nearest(encoder, language, vector.tolist(), None, 3)
            if not found or found[0][1] < NEAR:
                return False
        return True

    def clear(self) -> None:
        """Throw everything away, also what Chroma can no longer read."""
        try:
            self._opened().reset()
        except Exception:
            _log.warning("Chroma could not reset itself; its folder is replaced")
            self._close()
            shutil.rmtree(self._folder, ignore_errors=True)
        self._collections.clear()  # after it: a question may have opened one meanwhile

    def _close(self) -> None:
        from chromadb.api.shared_system_client import SharedSystemClient

        self._client = None
        SharedSystemClient.clear_system_cache()


def _only(version_ids: Collection[str]) -> dict[str, Any]:
    return {"version_id": {"$in": sorted(version_ids)}}
