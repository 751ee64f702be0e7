"""The first passages again, in order of how near they are, how well they answer, and what a reader found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.evidence import Evidence, Weights
from knowledge.answering.passage import Unit, UnitKind
from knowledge.answering.reading import Reading
from knowledge.answering.rows import named_rows, rows_named_apart
from knowledge.language import terms
from knowledge.retrieval.query import Query
from knowledge.types import Hit

EVIDENCE_WEIGHT = 1.5  # of an evidence score beside the fused z-scores
HEADING_WEIGHT = 4.0  # of a heading that asks what a topic asks; for other questions it brings nothing
NOT_NAMED = 100.0  # more than all the rest together


def reranked(
    hits: Sequence[Hit], evidence: Sequence[Evidence], read: Reading, query: Query, weights: Weights
) -> tuple[tuple[Hit, ...], list[Evidence]]:
    """Hits and evidence in their final order; hits without evidence keep their places at the end.

    After a follow-up, passages that name what it names come before all that do not: "and for goats?" after a
    question about seed is not answered for seed.
    """
    merits = read.merits()
    topic = query.topic is not None and not query.about
    lowest = min(merits.values(), default=0.0)  # one not read stands last
    merit = {
        one.hit.chunk.chunk_id: (0.0 if one.names_new else -NOT_NAMED)
        + one.hit.score
        + EVIDENCE_WEIGHT * one.score
        + (HEADING_WEIGHT * one.heading if topic else 0.0)
        + merits.get(one.hit.chunk.chunk_id, lowest)
        for one in evidence
    }
    first = [replace(hit, rerank=merit[hit.chunk.chunk_id]) for hit in hits if hit.chunk.chunk_id in merit]
    first.sort(key=lambda hit: -(hit.rerank or 0.0))
    rest = [hit for hit in hits if hit.chunk.chunk_id not in merit]
    told = [_of_the_row_named(_pointed(one, read), query, weights) for one in evidence]
    return (*first, *rest), sorted(told, key=lambda one: -merit[one.hit.chunk.chunk_id])


def _pointed(one: Evidence, read: Reading) -> Evidence:
    """The piece that answers is the one the reader points at, where it sees the answer; else the one of like words."""
    found = read.pointed(one.hit.chunk)
    return one if found is None else replace(one, unit=found.first, pointed=found.words, until=found.last)


def _of_the_row_named(one: Evidence, query: Query, weights: Weights) -> Evidence:
    """The row that the question names, where the piece is another of its table; all of several that it names."""
    chunk = one.hit.chunk
    if one.unit.kind is not UnitKind.ROW or query.language != chunk.language:
        return one
    if several := rows_named_apart(one.unit, chunk, query):
        return replace(one, unit=several[0], rows=tuple(several), pointed="", until=None)
    named = named_rows(one.unit, chunk, query, weights)
    if not named or one.unit in named:
        return one

    def met(row: Unit) -> float:
        stood = frozenset(terms(row.text, chunk.language))
        return sum(weight for term, weight in weights.idf.items() if weights.met(term, stood))

    return replace(one, unit=max(named, key=met), pointed="", until=None)
