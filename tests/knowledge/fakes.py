"""Small stand-ins for encoders: words hashed into a vector, so that shared words are near."""

from __future__ import annotations

import hashlib
import math
from datetime import date

from langchain_core.embeddings import Embeddings

from knowledge.embeddings import Embedders, EmbeddingSettings, Encoder
from knowledge.language import content_terms
from knowledge.types import Audience, Chunk, LiveVersion


class HashedWords(Embeddings):
    """Counts what it embeds, so that a test can see what was embedded again."""

    def __init__(self) -> None:
        self.embedded: list[str] = []
        self.asked = 0

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        self.embedded.extend(texts)
        return [self._vector(text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        self.asked += 1
        return self._vector(text)

    @staticmethod
    def _vector(text: str) -> list[float]:
        vector = [0.01] * 64
        for term in content_terms(text, "en"):
            vector[int(hashlib.md5(term.encode()).hexdigest(), 16) % 64] += 1.0
        length = math.sqrt(sum(x * x for x in vector))
        return [x / length for x in vector]


def hashed_embedders(model: HashedWords | None = None, languages: tuple[str, ...] = ("en",)) -> Embedders:
    model = model or HashedWords()
    encoder = Encoder("hashed", "hashed-1", frozenset(), True, lambda: model)
    return Embedders(EmbeddingSettings(languages=languages), [encoder])


def chunk(version: str, position: int, text: str, *, heading: str = "Rules", language: str = "en") -> Chunk:
    return Chunk(
        chunk_id=f"{version}:{position:04d}",
        version_id=version,
        position=position,
        text=text,
        heading_path=("Manual", heading),
        language=language,
        page=position + 1,
        parent_id=f"{version}/{position:04d}",
        is_table="|" in text,
    )


def live(version: str, language: str = "en") -> LiveVersion:
    return LiveVersion(
        version, f"doc-{version}", "Manual", "2026-01", language, Audience.FARMER, date(2026, 1, 1), None
    )
