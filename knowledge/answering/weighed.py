"""Weighed: a question's passages in their final order, and which of them may be said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from knowledge.answering import word_for_word
from knowledge.answering.another_matter import is_of_another_matter
from knowledge.answering.bands import is_for_another_amount
from knowledge.answering.calibration import Calibration
from knowledge.answering.evidence import Evidence, Weights
from knowledge.answering.expects import Expected, says
from knowledge.answering.extract import Extract, extract
from knowledge.answering.rows import is_another_row
from knowledge.answering.signals import Signals
from knowledge.answering.word_for_word import stands_word_for_word
from knowledge.language import normalize
from knowledge.retrieval import Retrieved
from knowledge.retrieval.topics import Topic, named_in, speaks_of
from knowledge.types import Hit

SLACK = 0.1  # of an evidence score: how much weaker a passage may be that leads for what it holds
NEAREST = 3  # passages among which one may lead because it alone holds the asked-for kind of thing
NEAR = 1.0  # of a rerank score: two passages that could as well change places; docs/answers.md
SECOND_LONGEST = 300  # characters of a second extract; an answer stays one small screen


@dataclass(frozen=True, slots=True)
class Weighed:
    """A question's passages in their final order, with what speaks for them."""

    retrieved: Retrieved
    hits: tuple[Hit, ...]
    evidence: tuple[Evidence, ...]
    weights: Weights
    expected: Expected
    signals: Signals
    confidence: float
    calibration: Calibration
    least: float = 0.0

    @property
    def sure(self) -> bool:
        """Whether they answer surely enough to be said."""
        return bool(self.evidence) and self.confidence >= max(self.calibration.threshold, self.least)


def from_a_table(weighed: Weighed) -> bool:
    """Whether what leads is rows of a table of the topic asked for."""
    return bool(weighed.evidence and weighed.evidence[0].columns)


def is_a_neighbours(weighed: Weighed) -> bool:
    """Whether what leads is a row of a table of loans, though the loan asked about was found in no such table."""
    query = weighed.retrieved.query
    asked = query.topic is not None and bool(query.topic.of_each_loan) and bool(query.about)
    return asked and bool(weighed.evidence) and bool(weighed.evidence[0].unit.cells)


def names(weighed: Weighed, words: Sequence[str], topic: Topic) -> bool:
    """Whether what leads holds one of the words, and speaks of the topic where it does."""
    text = weighed.evidence[0].unit.text
    named = not set(words).isdisjoint(named_in(text, topic))
    return named and speaks_of(text, topic, weighed.retrieved.passage_language)


def by_word_for_word(weighed: Weighed) -> Weighed:
    """Surer, and with the piece that says it, where all that was asked stands word for word in what leads alone."""
    query = weighed.retrieved.query
    if weighed.sure or weighed.retrieved.passage_language != query.language:
        return weighed
    if weighed.expected is Expected.COUNT:  # "how many members": any number beside the word would do
        return weighed
    if weighed.signals.get("reader_here", -1.0) < word_for_word.DOUBTED:  # or there is no reader who doubts
        return weighed
    lead = stands_word_for_word(query, weighed.hits, weighed.evidence, NEAR)
    if lead is None:
        return weighed
    return replace(weighed, evidence=(lead, *weighed.evidence[1:]), confidence=word_for_word.SURE)


def answering_first(weighed: Weighed) -> Weighed:
    """The evidence led by the first of the nearest that can answer this kind of question; none if none can."""
    evidence, kind = weighed.evidence, weighed.expected
    if from_a_table(weighed):
        return weighed
    said = ((one, extract(one, weighed.weights, kind)) for one in evidence[:NEAREST])
    able = (one for one, piece in said if _can_answer(one, piece, weighed))
    lead = next((one for one in able if one.score >= evidence[0].score - SLACK), None)
    if lead is None:
        return replace(weighed, confidence=0.0)
    return replace(weighed, evidence=(lead, *(one for one in evidence if one is not lead)))


def both_answer(weighed: Weighed, found: Sequence[tuple[Evidence, Extract]]) -> bool:
    """Whether two passages that answer are so near that leaving out the second would be a guess."""
    if min(len(found), len(weighed.hits)) < 2:
        return False
    first, second = (hit.rerank for hit in weighed.hits[:2])
    if first is None or second is None or first - second >= NEAR:
        return False
    one, other = (piece.text for _one, piece in found)
    apart = normalize(one) not in normalize(other) and normalize(other) not in normalize(one)
    return apart and len(other) <= SECOND_LONGEST and _can_answer(*found[1], weighed)


def _can_answer(one: Evidence, piece: Extract, weighed: Weighed) -> bool:
    """Whether what would be said holds the kind of thing asked for, of what was asked about, its row and its sum."""
    query, chunk = weighed.retrieved.query, one.hit.chunk
    if is_of_another_matter(piece.text, chunk.heading_path[-1:], query.text):
        return False
    if is_another_row(one.unit, chunk, query, weighed.weights):
        return False
    fits = not is_for_another_amount(piece.text, query.text)
    return fits and says(weighed.expected, piece.core or piece.text)
