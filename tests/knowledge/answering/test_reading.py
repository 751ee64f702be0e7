"""A reader of question and passage may change the order; nobody needs one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from knowledge.answering import Answerer
from knowledge.answering.support import numbers_without_source
from knowledge.embeddings.reader import Found
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


class _Finds:
    """Finds a word where it stands; keeps what it was given."""

    def __init__(self, word: str, language: str = "en") -> None:
        self._word, self._language = word, language
        self.given: list[str] = []

    def knows(self, language: str) -> bool:
        return language == self._language

    def read(self, question: str, passages: Sequence[str]) -> Sequence[Found]:
        self.given.extend(passages)
        places = [passage.find(self._word) for passage in passages]
        odds = [10.0 if at >= 0 else -10.0 for at in places]
        return [
            Found(one, one, max(at, 0), max(at, 0) + len(self._word))
            for one, at in zip(odds, places, strict=True)
        ]


@pytest.fixture
def index(tmp_path: Path) -> Iterator[ChunkIndex]:
    with ChunkIndex(tmp_path / "index", hashed_embedders()) as index:
        index.add([chunk("v1", place, text) for place, text in enumerate(RULES)])
        yield index


def _first(index: ChunkIndex, reader: _Finds) -> str:
    answerer = Answerer(Retriever(index), calibration=SURE, reader=reader)
    weighed = answerer.weigh("goat loans", versions=[live("v1")], language="en")
    assert weighed.hits[0].chunk == weighed.evidence[0].hit.chunk
    return weighed.hits[0].chunk.text


def test_what_was_read_decides_between_near_passages(index: ChunkIndex) -> None:
    assert _first(index, _Finds("9.6%")) == RULES[1]
    assert _first(index, _Finds("season")) == RULES[0]


def test_a_reader_is_not_asked_in_a_language_it_does_not_know(index: ChunkIndex) -> None:
    stranger = _Finds("8.4%", language="fr")
    assert _first(index, stranger) != RULES[2] and not stranger.given


def test_near_equal_passages_are_both_said_each_with_its_citation(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("knowledge.answering.weighed.NEAR", 4.0)  # five passages make coarse z-scores
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


@pytest.mark.parametrize(
    ("question", "right", "wrong", "word"),
    [
        (
            "Do I need a guarantor for 30,000?",
            "From 20,000 on one guarantor is needed.",
            "Below 20,000 no guarantor is needed.",
            "Below",
        ),
        (
            "借30,000元需要担保人吗",
            "20,000元以上的贷款需要一名担保人。",
            "20,000元以下的贷款不需要担保人。",
            "不需要",
        ),
        (
            "How much is the fee?",
            "The entry fee: 500 yuan.",
            "The fee is paid at the desk, always in cash.",
            "cash",
        ),
    ],
)
def test_what_cannot_answer_is_not_said_as_the_second_either(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, question: str, right: str, wrong: str, word: str
) -> None:
    monkeypatch.setattr("knowledge.answering.weighed.NEAR", 100.0)  # whatever is second is near
    monkeypatch.setattr("knowledge.answering.weighed.SLACK", 100.0)
    language = "zh" if "借" in question else "en"
    with ChunkIndex(tmp_path / "rules", hashed_embedders()) as index:
        index.add([chunk("v1", place, text, language=language) for place, text in enumerate([right, wrong])])
        reader = _Finds(word, language)
        answerer = Answerer(Retriever(index), calibration=SURE, reader=reader)
        outcome = answerer.ask(question, versions=[live("v1", language)], language=language)
    assert isinstance(outcome, Answer)
    assert outcome.text == right and len(outcome.citations) == 1


def test_a_row_is_read_with_the_names_of_its_columns(tmp_path: Path) -> None:
    with ChunkIndex(tmp_path / "table", hashed_embedders()) as index:
        table = "| Loan | Least | Most |\n|---|---|---|\n| Goats | 500 | 20,000 |\n| Seed | 100 | 9,000 |"
        index.add([chunk("v1", 0, table, heading="Limits")])
        reader = _Finds("Most: 9,000")
        weighed = Answerer(Retriever(index), calibration=SURE, reader=reader).weigh(
            "most for seed", versions=[live("v1")], language="en"
        )
        assert "Least: 500, Most: 20,000" in reader.given[0]
        assert weighed.signals["reader_here"] == 1.0


def test_warming_opens_the_reader_before_anybody_asks(index: ChunkIndex) -> None:
    reader = _Finds("warm")
    Answerer(Retriever(index), calibration=SURE, reader=reader).warm()
    assert reader.given
    Answerer(Retriever(index), calibration=SURE).warm()


def _asked(folder: Path, text: str, heading: str, word: str, question: str) -> Answer:
    """The answer from one passage, by a reader that points at a word of it."""
    with ChunkIndex(folder, hashed_embedders()) as index:
        index.add([chunk("v1", 0, text, heading=heading)])
        answerer = Answerer(Retriever(index), calibration=SURE, reader=_Finds(word))
        outcome = answerer.ask(question, versions=[live("v1")], language="en")
    assert isinstance(outcome, Answer)
    return outcome


def test_what_is_said_is_the_piece_the_reader_points_at(tmp_path: Path) -> None:
    text = "Goat loans are for goats and goat pens. You have 24 months to pay it back. Bring your card."
    answer = _asked(tmp_path, text, "Goat loans", "24 months", "goat loans")
    assert "24 months" in answer.text
    assert "You have 24 months to pay it back." in answer.citations[0].quote


def test_of_a_row_the_cell_is_said_that_the_reader_points_at(tmp_path: Path) -> None:
    table = "| Loan | Least | Most | Rate |\n|---|---|---|---|\n| Goats | 500 | 20,000 | 9.6% |"
    assert _asked(tmp_path, table, "Limits", "20,000", "goats how high").text == "Goats — Most: 20,000."
