"""A figure that takes the place of another answer, or of the last, told at the question that waits: "make it 9000"."""

from __future__ import annotations

from intake.forms import FormSession, Question
from intake.interview import answering, commands, mind_changing
from intake.interview.choosing import yes_no_choices
from intake.interview.measures import FIGURES
from intake.interview.naming import points
from intake.interview.proposals import Proposals
from intake.interview.questions import Questions
from intake.interview.swapping import decimal
from intake.interview.trail import Trail
from intake.interview.types import Command, CommandKind, Refused, Story, Understood
from intake.reading import LenderLocale


class Replacing:
    """Hears, for one interview, what is to stand instead of an answer; it is proposed, or asked for which."""

    def __init__(
        self,
        session: FormSession,
        questions: Questions,
        proposals: Proposals,
        trail: Trail,
        locale: LenderLocale,
    ) -> None:
        self._session = session
        self._questions = questions
        self._proposals = proposals
        self._trail = trail
        self._locale = locale

    def hear(self, current: Question, text: str) -> Story | Command | None:
        """What is proposed or asked; None where the message says nothing of the kind."""
        return self._of_the_last(current, text) or self._instead(current, text)

    def _of_the_last(self, current: Question, text: str) -> Story | None:
        """ "Make it 9000", right after 8000: the answer before, where the figure is near to it."""
        heard = commands.spoken(text, self._questions.language)
        if heard is None or heard.kind is not CommandKind.CHANGE or not points(heard.what):
            return None
        path = self.last(current.path)
        if path is None or not self._proposals.instead(path, heard.rest):
            return None
        return Story(Understood())

    def last(self, path: str) -> str | None:
        """The question answered before the one at `path`."""
        return self._trail.before(path, {question.path for question in self._session.questions()})

    def _instead(self, current: Question, text: str) -> Story | Command | None:
        """ "Can I have 10k instead", "no wait, 15 goats": proposed, or which answer it is for is asked; what any words
        answer, or a no, is not asked about."""
        told, language = mind_changing.as_wish(text), self._questions.language
        heard, more = commands.spoken(text, language), mind_changing.wants_more(text)
        points_on = heard is not None and heard.kind is CommandKind.CHANGE and points(heard.what)
        if not (more or points_on or mind_changing.changes_mind(told, language)):
            return None
        if self._answers_itself(current.path, text):
            return None
        plainly = more or points_on or mind_changing.says_instead(told)
        before = self._proposals.values
        found = self._proposals.hear_instead(told, current.path, plainly=plainly)
        if found == () and more and not self._all_larger():
            self._proposals.values = before
            return None
        if not found:
            return None if found is None else Story(Understood())
        takes_words = self._questions.free_text(current.path) or yes_no_choices(self._questions, current.path)
        return None if takes_words else Command(CommandKind.CHANGE, among=found)

    def _answers_itself(self, path: str, text: str) -> bool:
        """Whether it answers the question that waits, which takes no figure: a choice, a day, months."""
        if self._questions.free_text(path) or answering.wanted(self._questions, path) in FIGURES:
            return False
        said = mind_changing.without_no_wait(text)
        read = answering.typed(said, self._questions, path, self._locale)
        return not isinstance(read, Refused) or self._proposals.tells_of(said, path)

    def _all_larger(self) -> bool:
        return all(
            (decimal(new) or 0) > (decimal(self._questions.value(path)) or 0)
            for path, new in self._proposals.values.items()
        )
