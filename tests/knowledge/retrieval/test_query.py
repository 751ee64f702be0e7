"""What a question is understood as: typos, synonyms, follow-ups; and what it may find."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest

from knowledge.index import ChunkIndex
from knowledge.language import stem
from knowledge.retrieval import QueryReader, Retriever, System
from tests.knowledge.fakes import chunk, hashed_embedders, live


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add(
            [
                chunk("v1", 0, "The guarantor signs the contract.", heading="Guarantor"),
                chunk("v1", 1, "Livestock is insured for the term of the loan.", heading="Livestock"),
                chunk("v1", 2, "Interest is counted by the day.", heading="Interest"),
            ]
        )
        yield index


def test_a_typo_becomes_a_word_of_the_documents(index: ChunkIndex) -> None:
    query = QueryReader(index).read("is the intrest counted on livestock", "en")
    assert query.corrected == (("intrest", "interest"),)


def test_colloquial_words_find_what_policies_call_them(index: ChunkIndex) -> None:
    query = QueryReader(index).read("must a backer do anything", "en")
    assert "guarantor" in query.words and not query.corrected
    retriever = Retriever(index, system=System.LEXICAL)
    hits = retriever.search("must a backer do anything", versions=[live("v1")], language="en")
    assert hits[0].chunk.heading_path[-1] == "Guarantor"


def test_a_lenders_own_synonym_counts_as_the_word(index: ChunkIndex) -> None:
    query = QueryReader(index, {"markup": ["interest"]}).read("how is the markup counted", "en")
    assert "interest" in query.words and stem("interest", "en") in query.alternatives[stem("markup", "en")]


def test_a_follow_up_takes_the_question_before_it(index: ChunkIndex) -> None:
    query = QueryReader(index).read("and for livestock?", "en", ["who signs the contract?"])
    assert query.resolved and "contract" in query.text and "livestock" in query.text


def test_a_question_that_stands_alone_is_left_alone(index: ChunkIndex) -> None:
    assert not QueryReader(index).read("who signs the contract", "en", ["what is livestock?"]).resolved


class Meanwhile(ChunkIndex):
    """A staff document comes in between the look at which versions are in and the search."""

    def _filter(self, version_ids: Collection[str], language: str | None) -> set[str] | None:
        visible = super()._filter(version_ids, language)
        self.add([chunk("staff", 0, "Officers score the guarantor from 1 to 5.")])
        return visible


@pytest.mark.parametrize("system", [System.LEXICAL, System.DENSE, System.HYBRID])
def test_what_is_published_while_somebody_asks_is_not_found_by_him(tmp_path: Path, system: System) -> None:
    with Meanwhile(tmp_path / "index", hashed_embedders()) as index:
        index.add([chunk("v1", 0, "The guarantor signs the contract.")])
        retriever = Retriever(index, system=system)
        hits = retriever.search("how do officers score the guarantor", versions=[live("v1")], language="en")
    assert {hit.chunk.version_id for hit in hits} == {"v1"}
