"""The encoder of a home without the multilingual one takes whatever people send."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.embeddings.minilm import MiniLM


@pytest.fixture(scope="module")
def encoder() -> MiniLM:
    return MiniLM(1)


@pytest.mark.parametrize("text", ["", "\0", "\ud800", "goat\udc00 loan", "🐐" * 300])
def test_any_text_has_a_vector_of_length_one(encoder: MiniLM, text: str) -> None:
    for vector in (encoder.embed_query(text), *encoder.embed_documents([text, "a field"])):
        assert len(vector) == 384 and np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)
