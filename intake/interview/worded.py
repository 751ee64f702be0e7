"""The commands a farmer gives in words, weighed against the question that waits and the answers that stand."""

from __future__ import annotations

from intake.forms import FormSession, Question
from intake.forms.choices import SELECTS
from intake.interview import answering, commands
from intake.interview.naming import mentioning, named, points, points_nowhere
from intake.interview.questions import Questions
from intake.interview.trail import Trail
from intake.interview.types import Ambiguous, Command, CommandKind
from intake.reading import Candidate, LenderLocale, Reason

# Commands whose words are also answers.
ALSO_ANSWERS = frozenset({CommandKind.SKIP, CommandKind.STOP, CommandKind.BACK, CommandKind.PERSON})


class WordedCommands:
    """What a text orders: go back, stop, change an answer, take one out."""

    def __init__(
        self, session: FormSession, questions: Questions, trail: Trail, locale: LenderLocale
    ) -> None:
        self._session = session
        self._questions = questions
        self._trail = trail
        self._locale = locale

    def current(self) -> Question | None:
        """Where we are; a question that was turned to but has no choices yet is left for when it has."""
        current = self._session.current()
        if current is not None and current.kind in SELECTS and not self._questions.choices(current.path):
            self._session.go_to(None)
            current = self._session.current()
        return current

    def command(self, text: str) -> Command | None:
        """The command in words, if `text` is one."""
        heard = commands.spoken(text, self._questions.language)
        if heard is None or (heard.kind in ALSO_ANSWERS and self.as_answer(text) is not None):
            return None
        if heard.kind is CommandKind.REMOVE:
            return self._removal(heard)
        if heard.kind is not CommandKind.CHANGE:
            return Command(heard.kind)
        if points(heard.what):
            return None if heard.rest else Command(CommandKind.CHANGE)
        path = named(heard.what, self._questions)
        if path:
            return Command(CommandKind.CHANGE, path, heard.rest)
        among = mentioning(heard.what, self._questions)
        if len(among) == 1:
            return Command(CommandKind.CHANGE, among[0], heard.rest)
        return Command(CommandKind.CHANGE, among=among) if among else None

    def _removal(self, heard: commands.Spoken) -> Command | None:
        """ "Remove the photo", "take it out": the answer that is called so, if it may be left open; where only a label
        speaks of it ("the place"), or it must be answered, it is shown to be changed. What the answers say names none:
        who "clears the shed" works."""
        current = self.current()
        tells = current is not None and self._questions.free_text(current.path)
        anything = points_nowhere(heard.what)
        if points(heard.what) and not anything:
            path = self._at_hand()
            return Command(CommandKind.REMOVE, path) if path else Command(CommandKind.CHANGE)
        called = named(heard.what, self._questions, labels=False)
        if called and self.may_go(called):
            return Command(CommandKind.REMOVE, called)
        if heard.unwanted or (tells and not anything):
            return None
        if anything:
            return Command(CommandKind.CHANGE)
        spoken_of = (called,) if called else mentioning(heard.what, self._questions, answers=False)
        among = tuple(path for path in spoken_of if self._questions.value(path))
        if len(among) == 1:
            return Command(CommandKind.CHANGE, among[0])
        return Command(CommandKind.CHANGE, among=among) if among else None

    def _at_hand(self) -> str | None:
        """The answer that "it" is: the present one, or the last."""
        current = self.current()
        here = current.path if current else None
        last = self._trail.before(here, {question.path for question in self._session.questions()})
        return next((path for path in (here, last) if path and self.may_go(path)), None)

    def may_go(self, path: str) -> bool:
        """Whether there is an answer that may be left open."""
        return bool(self._questions.value(path)) and not self._questions.required(path)

    def as_answer(self, text: str) -> str | Ambiguous | None:
        """What a command's words say of the question that waits: "not now" is a no to "do you owe money now?", and
        "tomorrow" may be the day that is asked for. A choice is taken, anything else is asked."""
        current = self.current()
        if current is None or self._questions.free_text(current.path):
            return None
        read = answering.typed(text, self._questions, current.path, self._locale)
        if isinstance(read, Ambiguous):
            return None if read.reason == Reason.SPELLING else read
        if not isinstance(read, str):
            return None
        return (
            read
            if current.kind in SELECTS
            else Ambiguous(current.path, (Candidate(read, read),), Reason.SEVERAL)
        )
