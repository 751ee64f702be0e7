"""The first passages again, in order of how near they are, how well they answer, and what a reader found in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.answering.evidence import Evidence
from knowledge.answering.reading import Reading
from knowledge.types import Hit

EVIDENCE_WEIGHT = 1.5  # of an evidence score beside the fused z-scores
HEADING_WEIGHT = 4.0  # of a heading that asks what a topic asks; for other questions it brings nothing
NOT_NAMED = 100.0  # more than all the rest together


def reranked(
    hits: Sequence[Hit], evidence: Sequence[Evidence], read: Reading, *, topic: bool = False
) -> tuple[tuple[Hit, ...], list[Evidence]]:
    """Hits and evidence in their final order; hits without evidence keep their places at the end.

    After a follow-up, passages that name what it names come before all that do not: "and for goats?" after a
    question about seed is not answered for seed.
    """
    merits = read.merits()
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
    told = [_pointed(one, read) for one in evidence]
    return (*first, *rest), sorted(told, key=lambda one: -merit[one.hit.chunk.chunk_id])


def _pointed(one: Evidence, read: Reading) -> Evidence:
    """The piece that answers is the one the reader points at, where it sees the answer; else the one of like words."""
    found = read.pointed(one.hit.chunk)
    return one if found is None else replace(one, unit=found.first, pointed=found.words, until=found.last)
