"""What a story told and nobody has confirmed yet. Nothing here is an answer."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace

from intake.forms.choices import SELECTS
from intake.interview import admitting, amending, answering, corrections, story, swapping, trying
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
    Which,
)
from intake.interview.waiting import for_the_waiting
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

    def give_back(self, saved: Mapping[str, str]) -> None:
        """What was proposed before, of what the form still asks."""
        fields = {path: self._questions.session.form.find(path) for path in saved}
        self.values = {path: saved[path] for path, field in fields.items() if field and field.control}

    def hear(self, text: str, at: str = "") -> Understood:
        """What one message tells, in the place of what was proposed before; what is answered is left alone."""
        understood = story.understand(text, self._questions, self._locale, self._reader, at=at)
        fit = tuple(one for one in understood.items if not self._questions.value(one.item.path))
        self.values = {one.item.path: one.item.value for one in fit}
        return Understood(fit, understood.unclear, understood.unplaced)

    def hear_answering(self, text: str, path: str, *, or_others: bool) -> Understood | None:
        """As `hear`, if it tells anything about `path` (or about others); else all stays as it is."""
        before = self.values
        understood = self.hear(text, path)
        if understood.items and (or_others or path in self.values):
            return understood
        self.values = before
        return None

    def tells_of(self, text: str, path: str) -> bool:
        """Whether a message tells anything about `path`; nothing is proposed."""
        understood = story.understand(text, self._questions, self._locale, at=path)
        return any(one.item.path == path and not one.inferred for one in understood.items) or any(
            doubt.path == path for doubt in understood.unclear
        )

    def with_item(self, path: str, value: str, told: Story) -> Story:
        """What a message told of others ("Wang Li, from Willow Bend"), and the answer it begins with."""
        others = tuple(one for one in told.understood.items if one.item.path != path)
        self.values = self.values | {path: value}
        item = StoryItem(self._questions.item(path, value), value)
        return Story(Understood((item, *others), told.understood.unclear))

    def correct(self, text: str) -> bool:
        """Propose what a message says otherwise than is answered ("9000 not 8000"); False where it says nothing."""
        return self._propose(corrections.corrected(text, self._questions, self._locale))

    def admit(self, text: str, at: str = "") -> Understood | None:
        """Propose a debt that a message tells, and the yes that it is; None where it tells none."""
        told = admitting.admitted(text, self._questions, self._locale, at)
        proposed = self._propose(told.values)
        return Understood(unplaced=told.unplaced) if proposed or told.unplaced else None

    def hear_other_plan(self, text: str) -> Understood | None:
        """Propose another plan than the one he told before."""
        if not self._propose(corrections.changed_plan(text, self._questions, self._locale)):
            return None
        return Understood(tuple(StoryItem(item, text) for item in self.items()))

    def hear_instead(self, text: str, path: str, *, plainly: bool = True) -> tuple[str, ...] | None:
        """Propose the figure that a message at one question puts in the place of another's answer: () once proposed, or
        the answers that it may be for. None: it says nothing of the kind."""
        amended = corrections.instead(text, path, self._questions, self._locale, plainly=plainly)
        if self._propose(
            {one: new for one, new in amended.values.items() if new != self._questions.value(one)}
        ):
            return ()
        return tuple(amended.which.values) if amended.which else None

    def hear_elsewhere(self, text: str, path: str) -> Understood | None:
        """Propose what a message at one question plainly says of others."""
        told = corrections.meant_elsewhere(text, path, self._questions, self._locale)
        if not self._propose(told):
            return None
        return Understood(tuple(StoryItem(item, text) for item in self.items()))

    def propose(self, values: Mapping[str, str]) -> None:
        """Propose this, and nothing else."""
        self.values = dict(values)

    def beside(self, values: Mapping[str, str]) -> None:
        """Propose these too, where nothing else is proposed."""
        self.values = {**values, **self.values}

    def _propose(self, told: dict[str, str]) -> bool:
        if told:
            self.values = told
        return bool(told)

    def changes(self) -> bool:
        """Whether any of it would take the place of an answer."""
        return any(self._questions.value(path) for path in self.values)

    def amend(self, text: str) -> Understood | Which:
        """More of the story, or a correction of it ("no, 9000 not 8000"): what is new takes the place of what was told.

        What has become doubtful is no longer proposed, nor what no longer applies (a truck has no number of goats), nor
        the words of a purpose that has changed; they will be asked. A figure that may correct several things is asked.
        While a change is proposed, what answers the question that waits is proposed with it.
        """
        before = self.values
        current = self._questions.session.current()
        changing = self.changes()
        heard = self._amended(text, before, current.path if changing and current else "")
        if not changing:
            return heard
        waiting = for_the_waiting(text, before, self.values, heard, self._questions, self._locale)
        if waiting.which is not None:
            self.values = before
        elif waiting.value:
            self.values = {**before, waiting.path: waiting.value}
        if waiting.doubt is not None and isinstance(heard, Understood):
            return replace(heard, unclear=(waiting.doubt,))
        return waiting.which or heard

    def _amended(self, text: str, before: dict[str, str], at: str) -> Understood | Which:
        swap = swapping.swapped(text, before, self._questions, self._locale)
        understood = self._hear_anew(without_denied(swap.rest), at)
        told = {one.item.path: one.item.value for one in understood.items}
        lone = amending.loose(swap.rest, told, before, self._questions, self._locale)
        told = {path: value for path, value in told.items() if path not in lone.doubted}
        self._merge(before, told | swap.values | lone.values, {doubt.path for doubt in understood.unclear})
        if lone.values:
            understood = replace(understood, unplaced=())
        return swap.which or lone.which or understood

    def _hear_anew(self, text: str, at: str) -> Understood:
        """What a message tells, of what is answered only what it says otherwise."""
        understood = story.understand(text, self._questions, self._locale, self._reader, anew=True, at=at)
        fit = [one for one in understood.items if not self._stands(one)]
        return Understood(tuple(fit), understood.unclear, understood.unplaced)

    def _stands(self, told: StoryItem) -> bool:
        answered = self._questions.value(told.item.path)
        return bool(answered) and (told.inferred or answered == told.item.value)

    def _merge(self, before: dict[str, str], told: dict[str, str], doubtful: Collection[str]) -> None:
        kept = {path: value for path, value in before.items() if path not in doubtful}
        turned = any(kept.get(path, value) != value and self._chosen(path) for path, value in told.items())
        if turned or doubtful:
            kept = {path: value for path, value in kept.items() if not self._questions.free_text(path)}
        counted = amending.recounted(kept | told, before, self._questions, self._locale)
        self.values = trying.consistent(counted, self._questions)

    def _chosen(self, path: str) -> bool:
        return self._questions.session.kind(path) in SELECTS

    def amend_item(self, path: str, words: str) -> bool:
        """Propose what `words` say for one question; False where they do not say it."""
        read = answering.typed(words, self._questions, path, self._locale) if words else None
        if not isinstance(read, str):
            return False
        self.put(path, read)
        return True

    def put(self, path: str, value: str) -> None:
        """Propose this for one question, in the place of what was proposed."""
        told = amending.recounted(self.values | {path: value}, self.values, self._questions, self._locale)
        self.values = trying.consistent(told, self._questions)

    def instead(self, path: str, words: str) -> bool:
        """Propose what `words` say instead of a figure answered at `path`, if it is near to it."""
        read = answering.typed(words, self._questions, path, self._locale) if words else None
        if not isinstance(read, str) or not amending.is_near(read, self._questions.value(path)):
            return False
        return self._propose({path: read})

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
