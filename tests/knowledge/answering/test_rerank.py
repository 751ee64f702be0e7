"""A reader of question and passage may change the order; nobody needs one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from knowledge.answering import Answerer
from knowledge.answering.support import numbers_without_source
from knowledge.embeddings import packaged_reranker
from knowledge.index import ChunkIndex
from knowledge.retrieval import Retriever
from knowledge.types import Answer, NoAnswer
from tests.knowledge.answering.test_model import SURE
from tests.knowledge.fakes import chunk, hashed_embedders, live

RULES = (
    "Goat loans are repaid after the season.",
    "Goat loans carry 9.6% a year.",
    "Seed loans carry 8.4% a year.",
)


class _Prefers:
    """Likes passages that hold a word; keeps what it was given."""

    def __init__(self, word: str, language: str = "en") -> None:
        self._word, self._language = word, language
        self.read: list[str] = []

    def knows(self, language: str) -> bool:
        return language == self._language

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        self.read.extend(passages)
        return [10.0 if self._word in passage else -10.0 for passage in passages]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add([chunk("v1", place, text) for place, text in enumerate(RULES)])
        yield index


def _first(index: ChunkIndex, reranker: _Prefers) -> str:
    answerer = Answerer(Retriever(index), calibration=SURE, reranker=reranker)
    weighed = answerer.weigh("goat loans", versions=[live("v1")], language="en")
    assert weighed.hits[0].chunk == weighed.evidence[0].hit.chunk
    return weighed.hits[0].chunk.text


def test_what_was_read_decides_between_near_passages(index: ChunkIndex) -> None:
    assert _first(index, _Prefers("9.6%")) == RULES[1]
    assert _first(index, _Prefers("season")) == RULES[0]


def test_a_reader_is_not_asked_in_a_language_it_does_not_know(index: ChunkIndex) -> None:
    stranger = _Prefers("8.4%", language="fr")
    assert _first(index, stranger) != RULES[2] and not stranger.read


def test_near_equal_passages_are_both_said_each_with_its_citation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.answering.answerer.NEAR", 4.0)  # five passages make coarse z-scores
    with ChunkIndex(tmp_path / "twins", hashed_embedders()) as index:
        others = ["The office opens at eight.", "A receipt is copied free.", "Corn is dried in autumn."]
        texts = ["Goat loans cost 9.6% yearly.", "Goat loans need 30% yourself.", *others]
        index.add([chunk("v1", place, text) for place, text in enumerate(texts)])
        answerer = Answerer(Retriever(index), calibration=SURE)
        outcome = answerer.ask("goat loans", versions=[live("v1")], language="en")
        assert isinstance(outcome, Answer | NoAnswer)
        if isinstance(outcome, Answer):
            quotes = [citation.quote for citation in outcome.citations]
            assert len(quotes) == 2 and not numbers_without_source(outcome.text, quotes)


def test_the_packaged_reader_tells_an_answer_from_a_passage_about_something_else() -> None:
    reader = packaged_reranker()
    assert reader is not None and reader.knows("en") and not reader.knows("sw")
    right, wrong = reader.scores("what is the interest on goats", [RULES[1], "The office opens at eight."])
    assert right > wrong and reader.scores("anything", []) == []
