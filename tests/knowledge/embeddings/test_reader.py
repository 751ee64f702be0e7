"""The packaged reader points at the words that answer, in languages it was not taught in; hostile text is only text."""

from __future__ import annotations

import pytest

from knowledge.embeddings import PassageReader, packaged_reader
from knowledge.embeddings.packed_e5 import folded

HOURS = "The office in Lotus Town is open from eight to noon on market days."
FEES = "There is no fee for paying early. A lost receipt costs nothing."
LIMITS = "Goat loans are repaid within 24 months and carry 9.6% a year."


@pytest.fixture(scope="module")
def reader() -> PassageReader:
    found = packaged_reader()
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("question", "passage", "words"),
    [
        ("when is the office open?", HOURS, "eight to noon"),
        ("how much interest on a goat loan", LIMITS, "9.6%"),
        ("山羊贷款的利率是多少？", "山羊贷款期限为24个月，年利率为9.6%。", "9.6"),
        (
            "Riba ya mkopo wa mbuzi ni asilimia ngapi?",
            "Mkopo wa mbuzi una riba ya asilimia 9.6 kwa mwaka.",
            "9.6",
        ),
    ],
)
def test_it_points_at_the_words_that_answer(
    reader: PassageReader, question: str, passage: str, words: str
) -> None:
    (found,) = reader.read(question, [passage])
    assert words in folded(passage)[found.start : found.end] and found.here > 0


def test_a_passage_that_answers_stands_above_one_that_does_not(reader: PassageReader) -> None:
    asked = "until when must a goat loan be paid back"
    right, *others = reader.read(asked, [LIMITS, HOURS, FEES, "Goats are seen by the officer before."])
    assert right.here > max(one.here for one in others) + 2


@pytest.mark.parametrize(
    "text", ["", " ", "\0", "\ud800", "\u202e" * 50, "x" * 100_000, "山" * 5_000, "🐐" * 999]
)
def test_any_text_is_read(reader: PassageReader, text: str) -> None:
    for question, passage in ((text, FEES), ("what is the fee", text)):
        (found,) = reader.read(question, [passage])
        assert 0 <= found.start <= found.end <= len(folded(passage))


def test_nothing_to_read_is_nothing_found(reader: PassageReader) -> None:
    assert reader.read("anything", []) == []
    assert reader.knows("sw") and not reader.knows("xx")
