"""The story's open questions, and what has been found for them."""

from __future__ import annotations

from dataclasses import dataclass, field

from intake.forms import QuestionKind
from intake.interview.measures import Typed
from intake.interview.types import Ambiguous
from intake.reading import Kind, Option


@dataclass(frozen=True, slots=True)
class Ask:
    """A question a story may answer."""

    path: str
    kind: QuestionKind
    reads: Kind | None
    unit: str | None
    cues: tuple[str, ...]
    options: tuple[Option, ...] = ()


@dataclass(slots=True)
class Found:
    """Values by path, with the words each stands on; and doubts."""

    values: dict[str, str] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)
    inferred: set[str] = field(default_factory=set)
    unclear: dict[str, Ambiguous] = field(default_factory=dict)
    several: set[str] = field(
        default_factory=set
    )  # questions that two sums tell, so that neither is the whole
    areas: list[str] = field(default_factory=list)  # that no word beside them gives to a question
    counts: list[str] = field(default_factory=list)  # of animals, that have no question
    times: list[str] = field(default_factory=list)  # that may be how long, and have no question
    unplaced: list[str] = field(default_factory=list)  # sums, likewise

    def add(self, *others: Found) -> None:
        """What other languages told of the rest: "niko na 3000, nataka ku buy goats". No words count twice."""
        for other in others:
            for path, value in other.values.items():
                words = other.words.get(path, "")
                if not any(words in taken or taken in words for taken in self.words.values()):
                    self.take(path, value, words)

    def take(self, path: str, read: Typed, words: str) -> None:
        if path in self.values or path in self.unclear:
            return
        if isinstance(read, str):
            self.values[path] = read
            self.words[path] = words
        elif isinstance(read, Ambiguous):
            self.unclear[path] = read
