"""Exact search over cached vectors: what answers while Chroma is broken, or owned by another process."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from knowledge.embeddings import Encoder
from knowledge.index.cache import VectorCache, Vectors
from knowledge.index.lexical import LexicalStore


@dataclass(frozen=True, slots=True)
class _Matrix:
    ids: list[str]
    versions: np.ndarray[tuple[int], np.dtype[np.object_]]
    vectors: Vectors


class ExactScan:
    """Reads the vectors of one encoder and language into memory once and multiplies."""

    def __init__(self, lexical: LexicalStore, cache: VectorCache) -> None:
        self._lexical = lexical
        self._cache = cache
        self._matrices: dict[tuple[str, str], _Matrix] = {}
        self._lock = threading.Lock()

    def nearest(
        self,
        encoder: Encoder,
        language: str,
        vector: list[float],
        version_ids: Collection[str] | None,
        k: int,
    ) -> list[tuple[str, float]]:
        """(chunk_id, cosine similarity) of the nearest among the chunks whose vectors are cached."""
        matrix = self._matrix(encoder, language)
        if not matrix.ids:
            return []
        scores = matrix.vectors @ np.asarray(vector, np.float32)
        if version_ids is not None:
            allowed = set(version_ids)
            scores[[version not in allowed for version in matrix.versions]] = -2.0
        best = np.argsort(-scores)[:k]
        return [(matrix.ids[i], float(scores[i])) for i in best if scores[i] > -2.0]

    def forget(self) -> None:
        """The index changed: read again when next asked."""
        with self._lock:
            self._matrices.clear()

    def _matrix(self, encoder: Encoder, language: str) -> _Matrix:
        key = (encoder.fingerprint, language)
        with self._lock:
            if key not in self._matrices:
                self._matrices[key] = self._read(encoder, language)
            return self._matrices[key]

    def _read(self, encoder: Encoder, language: str) -> _Matrix:
        rows = [(chunk, key) for chunk, key in self._lexical.every() if chunk.language == language]
        known = self._cache.known(encoder, [key for _chunk, key in rows])
        rows = [(chunk, key) for chunk, key in rows if key in known]
        vectors = np.stack([known[key] for _chunk, key in rows]) if rows else np.zeros((0, 1), np.float32)
        versions = np.array([chunk.version_id for chunk, _key in rows], dtype=object)
        return _Matrix([chunk.chunk_id for chunk, _key in rows], versions, vectors)
