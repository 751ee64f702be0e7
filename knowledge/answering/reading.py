"""What a reader finds in the first passages: how surely each holds the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Protocol

from knowledge.answering.passage import Unit, units
from knowledge.answering.signals import Signals
from knowledge.embeddings.reader import Found
from knowledge.retrieval import Query
from knowledge.types import Chunk, Hit

# Passages read, in the question's language and in another; docs/answers.md has the clock.
READ, READ_ACROSS = 10, 3
HERE_WEIGHT, SPAN_WEIGHT = 0.4, 0.1  # of log odds; docs/answers.md says what others gave
CLEAR_LEAD = 1.2  # z-scores between first and second, beyond which nothing is read but the first two


class Reader(Protocol):
    """Reads a question and passages together (`knowledge.embeddings.PassageReader`)."""

    def knows(self, language: str) -> bool:
        """Whether what it finds in questions and passages of this language means anything."""
        ...

    def read(self, question: str, passages: Sequence[str]) -> Sequence[Found]:
        """What answers in each passage, in the order given."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """By chunk: what was found in it.

    Where the words stand is not used: saying the piece they stand in was measured and brought nothing over the
    piece that meets the question's words (84 against 85 of the golden answers' figures said).
    """

    found: Mapping[str, Found] = field(default_factory=dict)

    def merits(self) -> dict[str, float]:
        """What speaks for each passage that was read, in the measure of the fused z-scores."""
        return {key: HERE_WEIGHT * one.here + SPAN_WEIGHT * one.span for key, one in self.found.items()}

    def signals(self, hits: Sequence[Hit]) -> Signals:
        """For the confidence: what was found in the passage that leads, and the best of all, in tenths."""
        first = self.found.get(hits[0].chunk.chunk_id) if hits else None
        if first is None:
            return {}
        return {
            "reader_known": 1.0,
            "reader_here": first.here / 10,
            "reader_here_best": max(one.here for one in self.found.values()) / 10,
            "reader_span": first.span / 10,
            "reader_span_best": max(one.span for one in self.found.values()) / 10,
        }


def reading(reader: Reader | None, query: Query, hits: Sequence[Hit], language: str) -> Reading:
    """Read the first passages, which are in `language`; only two of them when the first is far ahead."""
    if reader is None or not hits or not (reader.knows(query.language) and reader.knows(language)):
        return Reading()
    clear = len(hits) > 1 and hits[0].score - hits[1].score > CLEAR_LEAD
    most = 2 if clear else READ if query.language == language else READ_ACROSS
    chosen = [hit.chunk for hit in hits[:most]]
    found = reader.read(query.text, [_readable(chunk) for chunk in chosen])
    return Reading({chunk.chunk_id: one for chunk, one in zip(chosen, found, strict=True)})


@lru_cache(maxsize=4096)
def _readable(chunk: Chunk) -> str:
    """Headings and pieces as running text. A row says its columns' names."""
    headings = ". ".join(chunk.heading_path[1:] or chunk.heading_path)
    return " ".join((f"{headings}.", *(_said(unit) for unit in units(chunk))))


def _said(unit: Unit) -> str:
    if not unit.cells:
        return unit.text
    return ", ".join(f"{name}: {cell}" if name else cell for name, cell in unit.cells) + "."
