"""multilingual-e5-small in four bits, run by the package's own C engine: every language we serve, and across them."""

from __future__ import annotations

import importlib
import os
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.embeddings.packed_e5 import FILE, MODEL_SHA256, PACKAGE
from knowledge.embeddings.pinned import pinned_file

BATCH = 16


class MultilingualE5(Embeddings):
    """384 numbers for a text, of length 1; questions and passages are marked as such for the model."""

    def __init__(self, threads: int = 2) -> None:
        model = pinned_file(PACKAGE, FILE, MODEL_SHA256)
        os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # read when the engine is loaded
        os.environ.setdefault(
            "GOMP_SPINCOUNT", "0"
        )  # threads that spin for one another starve a busy machine
        package: Any = importlib.import_module(PACKAGE)
        self._threads = threads
        self._model = package.E5(model_path=str(model))

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in the order given; texts beyond 512 tokens are read in windows."""
        self._use_threads(self._threads)
        vectors: list[list[float]] = [[] for _ in texts]
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            encoded = self._model.passage([_clean(texts[i]) for i in batch])
            for index, vector in zip(batch, np.asarray(encoded).tolist(), strict=True):
                vectors[index] = vector
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question: short enough that a second thread costs more than it brings."""
        self._use_threads(1)
        vector: list[float] = np.asarray(self._model.query(_clean(text))).tolist()
        return vector

    def _use_threads(self, number: int) -> None:
        """OpenMP keeps the number for each calling thread, so it is said before each call."""
        self._model._lib.omp_set_num_threads(number)


def _clean(text: str) -> str:
    """The engine takes C strings: a zero byte would cut the text, a lone surrogate cannot be encoded."""
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
