"""What a question is about, in words that share nothing with the rule's, and what it does to the ranking."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from knowledge.embeddings import Embedders, Encoder
from knowledge.index import ChunkIndex
from knowledge.retrieval import Retriever, System
from knowledge.retrieval.fusion import raised
from knowledge.retrieval.matters import Linear, Matters, packaged_matters
from tests.knowledge.fakes import chunk, hashed_embedders, live

RULES = {
    "recovers": "One who has paid in the borrower's place may claim every yuan of it back from that person.",
    "receipts": "Bills for what was bought are shown within thirty days.",
    "death": "What is owed by somebody who has died is taken over by the heirs up to what they inherit.",
    "data": "Files are closed five years after the last payment and then destroyed.",
}
ASKED = (
    ("en", "i stood for my nephew and had to pay, can i get it off him after", "recovers"),
    ("zh", "我替他垫了钱，以后能找他要回来不", "recovers"),
    ("sw", "nimelipa badala ya rafiki yangu aliyekimbia, nitarudishiwa na yeye?", "recovers"),
    ("en", "bought the pig feed already, must u see some slip", "receipts"),
    ("en", "father passed away last week and he still had a loan, do us kids carry it", "death"),
    ("en", "how many years do u hold on to what i told u", "data"),
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Embedders().encoders[0]


@pytest.mark.parametrize(("language", "question", "rule"), ASKED)
def test_a_question_agrees_most_with_the_rule_of_the_same_matter(
    encoder: Encoder, language: str, question: str, rule: str
) -> None:
    vectors = dict(zip(RULES, encoder.embeddings.embed_documents(list(RULES.values())), strict=True))
    agreement = packaged_matters().agreement(encoder.asked(question), vectors)
    assert max(agreement, key=lambda name: agreement[name]) == rule, language


@pytest.mark.parametrize(
    "question",
    [
        "who wrote the national anthem",
        "how do i reset the card's pin",
        "怎么做红烧肉",
        "timu gani ilishinda kombe",
    ],
)
def test_what_is_no_matter_of_lenders_agrees_with_little(encoder: Encoder, question: str) -> None:
    vectors = dict(zip(RULES, encoder.embeddings.embed_documents(list(RULES.values())), strict=True))
    assert max(packaged_matters().agreement(encoder.asked(question), vectors).values()) < 2.0


def test_the_packaged_ones_are_of_the_encoder_that_serves(encoder: Encoder) -> None:
    assert packaged_matters().encoder == encoder.fingerprint


def test_what_has_no_agreement_is_not_raised() -> None:
    assert raised([("a", 2.0), ("b", 1.0)], {"b": 1.0}, 2.0) == [("b", 3.0), ("a", 2.0)]


def test_saved_ones_agree_as_before(tmp_path: Path) -> None:
    side = Linear(np.array([[4, 0], [0, 4], [0, 0]], np.float32), np.zeros(3, np.float32))
    matters = Matters("any", ("one", "other"), side, side)
    matters.save(tmp_path / "matters.npz")
    again = Matters.load(tmp_path / "matters.npz")
    found = again.agreement([1, 0], {"alike": [1, 0], "apart": [0, 1]})
    assert found == matters.agreement([1, 0], {"alike": [1, 0], "apart": [0, 1]})
    assert found["alike"] > found["apart"]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add([chunk("v1", 0, "Goats are insured."), chunk("v1", 1, "Goats and pigs are fed.")])
        yield index


def test_vectors_of_another_encoder_are_left_alone(index: ChunkIndex) -> None:
    found = Retriever(index).retrieve("are goats insured", versions=[live("v1")], language="en")
    assert found.hits
    assert found.agreement == {}


def test_the_parts_alone_are_as_they_were(index: ChunkIndex, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--system dense|lexical|hybrid` compares: only what serves farmers hears matters."""
    encoder = index.embedders.encoders[0]
    width = len(encoder.asked("goats"))
    side = Linear(np.zeros((2, width), np.float32), np.zeros(2, np.float32))
    mine = Matters(encoder.fingerprint, ("one",), side, side)
    monkeypatch.setattr("knowledge.retrieval.retriever.packaged_matters", lambda: replace(mine))
    heard = {
        system: bool(
            Retriever(index, system=system)
            .retrieve("are goats insured", versions=[live("v1")], language="en")
            .agreement
        )
        for system in System
    }
    assert heard == {
        System.DENSE: False,
        System.LEXICAL: False,
        System.HYBRID: True,
        System.HYBRID_RERANK: True,
    }
