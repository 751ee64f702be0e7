"""What a story told and nobody has confirmed yet. Nothing here is an answer."""

from __future__ import annotations

from collections.abc import Collection

from intake.forms.choices import SELECTS
from intake.interview import answering, corrections, story
from intake.interview.clauses import without_denied
from intake.interview.naming import named
from intake.interview.questions import Questions
from intake.interview.types import (
    Command,
    CommandKind,
    Story,
    StoryItem,
    StoryReader,
    SummaryItem,
    Understood,
)
from intake.reading import LenderLocale


class Proposals:
    """Values by path, as they would be stored. `values` may be saved and given back."""

    def __init__(
        self,
        questions: Questions,
        locale: LenderLocale,
        reader: StoryReader | None = None,
        values: dict[str, str] | None = None,
    ) -> None:
        self._questions = questions
        self._locale = locale
        self._reader = reader
        self.values = values or {}

    def hear(self, text: str, at: str = "") -> Understood:
        """What one message tells, in the place of what was proposed before; what is answered is left alone."""
        understood = story.understand(text, self._questions, self._locale, self._reader, at=at)
        fit = tuple(one for one in understood.items if not self._questions.value(one.item.path))
        self.values = {one.item.path: one.item.value for one in fit}
        return Understood(fit, understood.unclear)

    def hear_answering(self, text: str, path: str, *, or_others: bool) -> Understood | None:
        """As `hear`, if it tells anything about `path` (or about others); else all stays as it is."""
        before = self.values
        understood = self.hear(text, path)
        if understood.items and (or_others or path in self.values):
            return understood
        self.values = before
        return None

    def with_item(self, path: str, value: str, told: Story) -> Story:
        """What a message told of others ("Wang Li, from Willow Bend"), and the answer it begins with."""
        self.values = {path: value} | self.values
        item = StoryItem(self._questions.item(path, value), value)
        return Story(Understood((item, *told.understood.items), told.understood.unclear))

    def correct(self, text: str) -> bool:
        """Propose what a message says otherwise than is answered ("9000 not 8000"); False where it says nothing."""
        return self._propose(corrections.corrected(text, self._questions, self._locale))

    def hear_other_plan(self, text: str) -> Understood | None:
        """Propose another plan than the one he told before."""
        if not self._propose(corrections.changed_plan(text, self._questions, self._locale)):
            return None
        return Understood(tuple(StoryItem(item, text) for item in self.items()))

    def hear_elsewhere(self, text: str, path: str) -> Understood | None:
        """Propose what a message at one question plainly says of others."""
        told = corrections.meant_elsewhere(text, path, self._questions, self._locale)
        if not self._propose(told):
            return None
        return Understood(tuple(StoryItem(item, text) for item in self.items()))

    def _propose(self, told: dict[str, str]) -> bool:
        if told:
            self.values = told
        return bool(told)

    def corrects(self) -> bool:
        """Whether it is a change of what is answered, or one thing only: a no leaves all as it is."""
        return len(self.values) == 1 or any(self._questions.value(path) for path in self.values)

    def amend(self, text: str) -> Understood:
        """More of the story, or a correction of it ("no, 9000 not 8000"): what is new takes the place of what was told.

        What has become doubtful is no longer proposed, nor what no longer applies (a truck has no number of goats), nor
        the words of a purpose that has changed; they will be asked.
        """
        before = self.values
        if any(self._questions.value(path) for path in before) and self.correct(text):
            self.values = before | self.values
            return Understood(tuple(StoryItem(item, text) for item in self.items()))
        understood = self.hear(without_denied(text))
        told, doubtful = self.values, {doubt.path for doubt in understood.unclear}
        kept = {path: value for path, value in before.items() if path not in doubtful}
        turned = any(kept.get(path, value) != value and self._chosen(path) for path, value in told.items())
        if turned or doubtful:
            kept = {path: value for path, value in kept.items() if not self._questions.free_text(path)}
        self.values = story.consistent(kept | told, self._questions)
        return understood

    def _chosen(self, path: str) -> bool:
        return self._questions.session.kind(path) in SELECTS

    def amend_item(self, path: str, words: str) -> bool:
        """Propose what `words` say for one question; False where they do not say it."""
        read = answering.typed(words, self._questions, path, self._locale) if words else None
        if not isinstance(read, str):
            return False
        self.values = story.consistent(self.values | {path: read}, self._questions)
        return True

    def named(self, text: str) -> Command | None:
        """A proposed item that is only named ("the amount"): it is to be changed."""
        path = named(text, self._questions, labels=False)
        return Command(CommandKind.CHANGE, path) if path in self.values else None

    def items(self) -> list[SummaryItem]:
        """As people read them."""
        return [self._questions.item(path, value) for path, value in self.values.items()]

    def drop(self, path: str) -> None:
        """This was not meant, or is answered: it is no longer proposed."""
        self.values.pop(path, None)

    def forget(self) -> None:
        """None of it was meant."""
        self.values = {}

    def take(self, paths: Collection[str] | None = None) -> dict[str, str]:
        """All of them, or those at `paths`; none is proposed after that."""
        taken = {path: value for path, value in self.values.items() if paths is None or path in paths}
        self.values = {}
        return taken
