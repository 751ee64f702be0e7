"""Vectors by content: a text that was embedded once is not embedded again, whatever document it stands in."""

from __future__ import annotations

import hashlib
import json
import threading
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from knowledge.embeddings import Encoder
from knowledge.index.storage import connect, reads_well, writing
from knowledge.types import Chunk, Progress

Vectors = npt.NDArray[np.float32]
STEP = 32  # texts between two calls of the progress callback, and between two commits


def embedded_text(chunk: Chunk) -> str:
    """What of a chunk is embedded: its headings, then its text."""
    return "\n".join((*chunk.heading_path, chunk.text))


def text_hash(text: str) -> str:
    """The key of a text in the cache."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


class VectorCache:
    """One SQLite table (encoder, hash of text) -> vector, committed as it grows: a killed ingest loses seconds."""

    def __init__(self, path: Path) -> None:
        self._lock = threading.Lock()
        self._connection = connect(path)
        self._connection.execute(
            "CREATE TABLE IF NOT EXISTS vectors (encoder TEXT, hash TEXT, vector BLOB NOT NULL,"
            " PRIMARY KEY (encoder, hash)) WITHOUT ROWID"
        )

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def whole(self) -> bool:
        """Whether the file can be read from end to end."""
        return reads_well(self._connection)

    def known(self, encoder: Encoder, hashes: Sequence[str]) -> dict[str, Vectors]:
        """The vectors that are there, by hash."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT hash, vector FROM vectors WHERE encoder = ? AND hash IN (SELECT value FROM json_each(?))",
                (encoder.fingerprint, json.dumps(list(hashes))),
            ).fetchall()
        return {row[0]: np.frombuffer(row[1], dtype=np.float32) for row in rows}

    def embed(
        self, encoder: Encoder, texts: Sequence[str], on_progress: Progress | None = None
    ) -> list[Vectors]:
        """A vector a text; only texts never seen are given to the encoder. `on_progress(done, total)`."""
        hashes = [text_hash(text) for text in texts]
        vectors = self.known(encoder, hashes)
        missing = list(
            {key: text for key, text in zip(hashes, texts, strict=True) if key not in vectors}.items()
        )
        missing.sort(key=lambda item: len(item[1]))
        for start in range(0, len(missing), STEP):
            batch = missing[start : start + STEP]
            fresh = encoder.embeddings.embed_documents([text for _key, text in batch])
            found = {
                key: np.asarray(vector, np.float32) for (key, _text), vector in zip(batch, fresh, strict=True)
            }
            self.keep(encoder, found)
            vectors.update(found)
            if on_progress:
                on_progress(len(texts) - len(missing) + start + len(batch), len(texts))
        return [vectors[key] for key in hashes]

    def all_of(self, encoder: Encoder) -> dict[str, Vectors]:
        """Every vector of an encoder, by the hash of its text."""
        with self._lock:
            rows = self._connection.execute(
                "SELECT hash, vector FROM vectors WHERE encoder = ?", (encoder.fingerprint,)
            ).fetchall()
        return {key: np.frombuffer(vector, dtype=np.float32) for key, vector in rows}

    def keep(self, encoder: Encoder, vectors: dict[str, Vectors]) -> None:
        """Store vectors by the hash of their text."""
        rows = [(encoder.fingerprint, key, vector.tobytes()) for key, vector in vectors.items()]
        with self._lock, writing(self._connection):
            self._connection.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?, ?)", rows)
