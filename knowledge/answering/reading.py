"""What a reader finds in the first passages: how surely each holds the answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple, Protocol

from knowledge.answering.passage import Unit, units
from knowledge.answering.signals import Signals
from knowledge.embeddings.packed_e5 import folded
from knowledge.embeddings.reader import Found
from knowledge.retrieval import Query
from knowledge.types import Chunk, Hit

# Passages read, in the question's language and in another; docs/answers.md has the clock.
READ, READ_ACROSS = 10, 3
HERE_WEIGHT, SPAN_WEIGHT = 0.6, 0.2  # of log odds; docs/answers.md says what others gave
CLEAR_LEAD = 3.0  # z-scores between first and second, beyond which nothing is read but the first two


class Reader(Protocol):
    """Reads a question and passages together (`knowledge.embeddings.PassageReader`)."""

    def knows(self, language: str) -> bool:
        """Whether what it finds in questions and passages of this language means anything."""
        ...

    def read(self, question: str, passages: Sequence[str]) -> Sequence[Found]:
        """What answers in each passage, in the order given."""
        ...


class Pointed(NamedTuple):
    """From one piece of a passage to another (or the same), with the words of the first."""

    first: Unit
    last: Unit
    words: str


@dataclass(frozen=True, slots=True)
class Reading:
    """By chunk: what was found in it."""

    found: Mapping[str, Found] = field(default_factory=dict)

    def merits(self) -> dict[str, float]:
        """What speaks for each passage that was read, in the measure of the fused z-scores."""
        return {key: HERE_WEIGHT * one.here + SPAN_WEIGHT * one.span for key, one in self.found.items()}

    def pointed(self, chunk: Chunk) -> Pointed | None:
        """The pieces the reader's words run over; None where it sees no answer, or only in the headings."""
        one = self.found.get(chunk.chunk_id)
        if one is None or one.span <= 0:
            return None
        at, over = len(folded(_headings(chunk.heading_path))) + 1, []
        for unit in units(chunk):
            text = folded(said(unit))
            if one.start < at + len(text) and at < one.end:
                over.append((unit, text[max(0, one.start - at) : one.end - at]))
            at += len(text) + 1
        return Pointed(over[0][0], over[-1][0], over[0][1]) if over else None

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
    return readable(chunk.heading_path, units(chunk))


def readable(heading_path: Sequence[str], shown: Sequence[Unit]) -> str:
    """Headings and pieces as running text, the document's title left out where there are others."""
    return " ".join((_headings(heading_path), *map(said, shown)))


def _headings(heading_path: Sequence[str]) -> str:
    return ". ".join(heading_path[1:] or heading_path) + "."


def said(unit: Unit) -> str:
    """A piece as running text; a row says its columns' names."""
    if not unit.cells:
        return unit.text
    return ", ".join(f"{name}: {cell}" if name else cell for name, cell in unit.cells) + "."
