"""The chat model as a reader of stories, joined to the turn: the farmer sees that he is being read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from intake.interview import StoryReader

if TYPE_CHECKING:
    from bot.conversation.turn import Turn


@dataclass(frozen=True, slots=True)
class BusyReader:
    """Shows "typing…" while the model is asked."""

    reader: StoryReader
    busy: Callable[[], None]

    def read(self, text: str, questions: Mapping[str, str]) -> Mapping[str, str]:
        self.busy()
        return self.reader.read(text, questions)


def story_reader(turn: Turn) -> StoryReader | None:
    """The reader for one turn; None without a chat model, or for what waited long (F16), and nothing is missing."""
    reader = None if turn.late else turn.services.story_reader
    return None if reader is None else BusyReader(reader, turn.busy)
