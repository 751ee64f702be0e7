"""The first passages again: how near they are, how well they answer, and what a cross-encoder reads in them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from knowledge.answering.evidence import CONSIDERED, Evidence
from knowledge.answering.signals import Signals
from knowledge.retrieval import Query
from knowledge.types import Chunk, Hit

EVIDENCE_WEIGHT = 1.0  # of an evidence score beside the fused z-scores
READING_WEIGHT = 0.3  # of a cross-encoder's logit; from 0.1 to 0.4 measured, docs/answers.md
CLEAR_LEAD = 1.2  # z-scores between first and second, beyond which nothing is read but the first two
MOST_CHARACTERS = 600  # of a passage; beyond them the model sees nothing anyway


class Reranker(Protocol):
    """Reads a question and a passage together; higher is better."""

    def knows(self, language: str) -> bool:
        """Whether its scores mean anything for questions and passages of this language."""
        ...

    def scores(self, question: str, passages: Sequence[str]) -> Sequence[float]:
        """One score a passage, in the order given."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """The reranker's score of each chunk it read; empty where it knows not the language."""

    scores: Mapping[str, float] = field(default_factory=dict)

    def signals(self, hits: Sequence[Hit]) -> Signals:
        """For the confidence: what was read in the passage that came first, in tenths of a logit."""
        first = self.scores.get(hits[0].chunk.chunk_id) if hits else None
        return {} if first is None else {"rerank_known": 1.0, "rerank_top": first / 10}


def reading(reranker: Reranker | None, query: Query, hits: Sequence[Hit]) -> Reading:
    """Read the first passages, only two of them when the first is far ahead."""
    if reranker is None or not hits or not reranker.knows(query.language):
        return Reading()
    clear = len(hits) > 1 and hits[0].score - hits[1].score > CLEAR_LEAD
    read = hits[: 2 if clear else CONSIDERED]
    scores = reranker.scores(query.text, [_text(hit.chunk) for hit in read])
    return Reading({hit.chunk.chunk_id: score for hit, score in zip(read, scores, strict=True)})


def reranked(
    hits: Sequence[Hit], evidence: Sequence[Evidence], read: Reading
) -> tuple[tuple[Hit, ...], list[Evidence]]:
    """Hits and evidence in their final order; hits without evidence keep their places at the end."""
    lowest = min(read.scores.values(), default=0.0)
    merit = {
        one.hit.chunk.chunk_id: one.hit.score
        + EVIDENCE_WEIGHT * one.score
        + READING_WEIGHT * read.scores.get(one.hit.chunk.chunk_id, lowest)
        for one in evidence
    }
    first = [replace(hit, rerank=merit[hit.chunk.chunk_id]) for hit in hits if hit.chunk.chunk_id in merit]
    first.sort(key=lambda hit: -(hit.rerank or 0.0))
    rest = [hit for hit in hits if hit.chunk.chunk_id not in merit]
    return (*first, *rest), sorted(evidence, key=lambda one: -merit[one.hit.chunk.chunk_id])


def _text(chunk: Chunk) -> str:
    headings = chunk.heading_path[1:] or chunk.heading_path
    return ". ".join((*headings, chunk.text))[:MOST_CHARACTERS]
