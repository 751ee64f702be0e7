"""The packaged encoder puts a question beside the passage that answers it, in its own language and across languages."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from knowledge.embeddings.e5 import MODEL, MultilingualE5
from knowledge.embeddings.pinned import ModelFileChanged

PASSAGES = {
    "en": "We never keep your identity card. The officer looks at it, copies the number and gives it back.",
    "zh": "逾期从第六天起每天按逾期金额的0.03%收滞纳金。",
    "sw": "Mdhamini lazima awe na umri wa miaka 18 hadi 70 na aishi katika wilaya hii.",
    "hi": "नया कार्ड मुफ़्त है; दफ़्तर में अपना पहचान पत्र दिखाइए।",
}


@pytest.fixture(scope="module")
def encoder() -> MultilingualE5:
    return MultilingualE5()


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("officer wants to hold on to my ID till i have paid??", "en"),
        ("晚还几天要罚多少", "zh"),
        ("jirani wa miaka sitini anaweza kunidhamini?", "sw"),
        ("कार्ड खो गया, दूसरे का कितना लगेगा", "hi"),
        ("what do i pay if i am a week late", "zh"),
        ("how old may the guarantor be", "sw"),
    ],
)
def test_a_question_is_nearest_the_passage_that_answers(
    encoder: MultilingualE5, question: str, language: str
) -> None:
    near = np.array(encoder.embed_documents(list(PASSAGES.values()))) @ encoder.embed_query(question)
    assert list(PASSAGES)[int(near.argmax())] == language


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "\ud800", "\u202e" * 50, "x" * 100_000, "山" * 5_000, "🐐" * 999]
)
def test_any_text_has_a_vector_of_length_one(encoder: MultilingualE5, text: str) -> None:
    for vector in (encoder.embed_query(text), *encoder.embed_documents([text, "a field"])):
        assert len(vector) == 384 and np.linalg.norm(vector) == pytest.approx(1, abs=1e-4)


def test_what_stands_late_in_a_long_text_is_read_too(encoder: MultilingualE5) -> None:
    filler = "The meeting of members chooses the board every second year. " * 60
    asked = encoder.embed_query("may the officer keep my identity card")
    without, within = encoder.embed_documents([filler, filler + PASSAGES["en"] * 10])
    assert np.dot(asked, within) > np.dot(asked, without)


def test_a_text_has_the_same_vector_alone_and_among_others(encoder: MultilingualE5) -> None:
    (alone,) = encoder.embed_documents([PASSAGES["en"]])
    among = encoder.embed_documents([*PASSAGES.values(), "x " * 900])[0]
    assert np.allclose(alone, among, atol=1e-6)


def test_another_file_is_not_opened(tmp_path: Path) -> None:
    other = tmp_path / "encoder.onnx"
    other.write_bytes(MODEL.read_bytes()[:-1] + b"\0")
    with pytest.raises(ModelFileChanged, match=r"encoder\.onnx has SHA-256"):
        MultilingualE5(model=other)
