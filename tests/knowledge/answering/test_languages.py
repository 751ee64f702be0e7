"""A question in a language without documents, and a question that leans on the one before."""

from __future__ import annotations

from pathlib import Path

from knowledge.answering import Answerer
from knowledge.index import ChunkIndex
from knowledge.retrieval import Retriever
from knowledge.types import Answer
from tests.knowledge.answering.test_model import SURE
from tests.knowledge.fakes import chunk, hashed_embedders, live


def test_without_documents_of_its_own_a_language_is_answered_from_another_and_told_so(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders(languages=("en", "sw"))) as index:
        index.add([chunk("v1", 0, "Goat loans cost 9.6%."), chunk("v1", 1, "The office opens at eight.")])
        outcome = Answerer(Retriever(index), calibration=SURE).ask(
            "mkopo wa goat loans", versions=[live("v1")], language="sw"
        )
    assert isinstance(outcome, Answer)
    assert "9.6%" in outcome.text and outcome.language == outcome.citations[0].language == "en"


def test_a_follow_up_is_answered_from_what_both_turns_ask(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        texts = [
            "Seed loans carry 8.4% interest.",
            "Goat loans carry 9.6% interest.",
            "Goat pens are inspected.",
        ]
        index.add([chunk("v1", place, text) for place, text in enumerate(texts)])
        outcome = Answerer(Retriever(index), calibration=SURE).ask(
            "and for goats?", versions=[live("v1")], language="en", history=["how much is the interest?"]
        )
    assert isinstance(outcome, Answer)
    assert "9.6%" in outcome.text
