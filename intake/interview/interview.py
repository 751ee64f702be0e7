"""The interview: one question at a time over a running form, with every way back, out and around."""

from __future__ import annotations

import random as _random
from collections.abc import Callable, Collection, Mapping
from dataclasses import replace
from datetime import UTC, datetime, time
from typing import Any

from intake.forms import Accepted as FormAccepted
from intake.forms import Form, FormSession, Question, QuestionKind
from intake.forms.choices import SELECTS
from intake.forms.compare import refit
from intake.interview import answering, commands, story
from intake.interview.answers import Answers
from intake.interview.columns import read_as
from intake.interview.naming import mentioning, named
from intake.interview.proposals import Proposals
from intake.interview.questions import Questions
from intake.interview.trail import Trail
from intake.interview.types import (
    Accepted,
    Ambiguous,
    Checks,
    Code,
    Command,
    CommandKind,
    Heard,
    LooksLikeQuestion,
    NoChecks,
    Prompt,
    ReadyToSubmit,
    Refused,
    Story,
    StoryReader,
    SummaryItem,
    Understood,
    Utterance,
)
from intake.reading import Candidate, LenderLocale, Reason

VERSION = 1
DECLINABLE = frozenset(
    {QuestionKind.TEXT, QuestionKind.BARCODE, QuestionKind.GEOPOINT, QuestionKind.DATE, *answering.OUTLINES}
)


class Interview:
    """A form being filled in conversation. No input or output; `save()` is JSON, `restore()` goes on from it.

    `known` are answers on file by question name (or path). Questions marked `ask_again = still` only ask whether they
    are still right.
    """

    def __init__(
        self,
        session: FormSession,
        *,
        language: str,
        locale: LenderLocale,
        checks: Checks | None = None,
        story_reader: StoryReader | None = None,
    ) -> None:
        self.session = session
        self.locale = locale
        self.questions = Questions(session, language)
        self.answers = Answers(session, self.questions, checks or NoChecks())
        self.proposals = Proposals(self.questions, locale, story_reader)
        self._trail = Trail()

    @classmethod
    def start(
        cls,
        form: Form,
        *,
        language: str,
        locale: LenderLocale,
        checks: Checks | None = None,
        known: Mapping[str, Any] | None = None,
        consented: bool = True,
        story_reader: StoryReader | None = None,
        clock: Callable[[], datetime] | None = None,
        random: _random.Random | None = None,
        external: Mapping[str, Any] | None = None,
    ) -> Interview:
        """A new interview. With `consented`, an acknowledgement named `consent` counts as given: the bot asks for it,
        versioned and recorded, before an interview can start. Without a clock it is noon UTC of `locale.today`.
        """
        session = FormSession(form, clock=clock or _noon(locale), random=random, external=external or {})
        interview = cls(session, language=language, locale=locale, checks=checks, story_reader=story_reader)
        if consented:
            interview._give_consent()
        interview.answers.take_known(known or {})
        return interview

    @classmethod
    def restore(
        cls,
        form: Form,
        saved: Mapping[str, Any],
        *,
        language: str,
        locale: LenderLocale,
        checks: Checks | None = None,
        story_reader: StoryReader | None = None,
        clock: Callable[[], datetime] | None = None,
        random: _random.Random | None = None,
        external: Mapping[str, Any] | None = None,
    ) -> Interview:
        """Go on where `save()` left off, perhaps in another language."""
        session = FormSession.restore(
            form, saved["session"], clock=clock or _noon(locale), random=random, external=external or {}
        )
        if saved["session"].get("form", {}).get("sha256") != form.sha256:
            refit(session)  # the lender has published another form since
        interview = cls(session, language=language, locale=locale, checks=checks, story_reader=story_reader)
        interview.answers.known = dict(saved.get("known", {}))
        interview.answers.loosened = dict(saved.get("loosened", {}))
        interview.proposals.values = dict(saved.get("proposed", {}))
        interview._trail = Trail(saved.get("trail", ()))
        if saved.get("language") != language:
            interview.questions.refresh()
        return interview

    def save(self) -> dict[str, Any]:
        """All of it as JSON."""
        return {
            "v": VERSION,
            "language": self.language,
            "session": self.session.save(),
            "known": self.answers.known,
            "loosened": self.answers.loosened,
            "trail": self._trail.paths,
            "proposed": self.proposals.values,
        }

    @property
    def language(self) -> str:
        return self.questions.language

    def speak(self, language: str) -> None:
        """Go on in another language."""
        self.questions.speak(language)

    # --- what is asked

    def prompt(self) -> Prompt | ReadyToSubmit:
        """The question to ask now, or that nothing is left."""
        current = self._current()
        if current is None:
            return ReadyToSubmit(self.progress())
        path, kind = current.path, current.kind
        about = self.questions
        known = self.answers.known.get(path)
        value = about.value(path)
        reads, unit = read_as(about.cells(path))
        return Prompt(
            path=path,
            name=current.name,
            text=about.label(path),
            hint=about.hint(path),
            kind=kind,
            choices=about.choices(path),
            progress=self.progress(),
            required=about.required(path),
            can_skip=self._can_skip(path),
            can_back=self._previous() is not None,
            why=about.why(path),
            read_as=reads,
            unit=unit,
            known=about.item(path, known) if known else None,
            present=about.item(path, value) if value else None,
            repeats=self.session.instances(path) if kind is QuestionKind.REPEAT else 0,
        )

    def _current(self) -> Question | None:
        """Where we are; a question that was turned to but has no choices yet is left for when it has."""
        current = self.session.current()
        if current is not None and current.kind in SELECTS and not self.questions.choices(current.path):
            self.session.go_to(None)
            current = self.session.current()
        return current

    def progress(self) -> tuple[int, int]:
        """Answered and total, of the questions that apply so far."""
        return self.session.progress()

    def finished(self) -> bool:
        """Whether every question that needs an answer has one."""
        return self.session.finished()

    def values(self) -> dict[str, str]:
        """Answers and calculated values by question name (by path inside repeats); the empty left out."""
        return self.questions.values()

    def summary(self) -> list[SummaryItem]:
        """Every answer given, in the form's order."""
        return self.questions.answered()

    # --- what is heard

    def hear(self, utterance: Utterance) -> Heard:
        """Take one answer, command, question or story; only an `Accepted` has changed anything."""
        current = self._current()
        if utterance.text is not None:
            return self._hear_text(utterance.text)
        if current is None:
            return Refused("", Code.NOTHING_ASKED)
        if utterance.keep:
            return self._stored(current.path, self.answers.keep(current.path))
        value = answering.pressed(utterance, self.questions, current.path)
        return value if isinstance(value, Refused) else self._store(current.path, value)

    def _hear_text(self, text: str) -> Heard:
        command = self.command(text)
        if command is not None:
            return command
        current = self._current()
        if current is None:
            return self._hear_at_the_end(text)
        if (stops := commands.spoken(text, self.language)) and stops.kind is CommandKind.STOP:
            return self._day(text) or Command(CommandKind.STOP)
        if commands.changes_mind(text, self.language) and (other := self.proposals.hear_other_plan(text)):
            return Story(other)
        elsewhere = self._said_of_others(current, text)
        if elsewhere is not None:
            return elsewhere
        on_file = self._answer_on_file(current.path, text)
        if on_file is not None:
            return on_file
        return self._hear_answer(current.path, text)

    def _hear_at_the_end(self, text: str) -> Heard:
        """Nothing is left to ask: a correction in words, a question of his own, or that something is wrong."""
        if commands.asks(text, self.language):
            return LooksLikeQuestion(text)
        if self.proposals.correct(text):
            return Story(Understood())
        if answering.yes_or_no(text, self.language, self.locale) is False:
            return Command(CommandKind.CHANGE)
        return Refused("", Code.NOTHING_ASKED)

    def _said_of_others(self, current: Question, text: str) -> Story | None:
        """A sum that plainly belongs to another question is not this one's count of goats."""
        if commands.asks(text, self.language):
            return None
        understood = self.proposals.hear_elsewhere(text, current.path)
        return Story(understood) if understood else None

    def _hear_answer(self, path: str, text: str) -> Heard:
        if self._declines(path, text):
            return Command(CommandKind.SKIP)
        read = answering.typed(text, self.questions, path, self.locale)
        asks = commands.asks(text, self.language) and not self._tells_when(path, text)
        if asks and not (isinstance(read, str) and not self.questions.free_text(path)):
            return LooksLikeQuestion(text)
        if isinstance(read, str):
            return self._with_besides(text, path, self._store(path, read))
        told = self._told_more(text, path)
        return told or read

    def _tells_when(self, path: str, text: str) -> bool:
        """ "When the rains come" tells a time, where a day is asked."""
        return self.session.kind(path) is QuestionKind.DATE and commands.tells_when(text)

    def _with_besides(self, text: str, path: str, taken: Accepted | Refused) -> Accepted | Refused:
        """The words of a purpose answer what is asked about it next."""
        reads = (self.questions.cells(path).get("read_as") or "").strip().lower()
        if not isinstance(taken, Accepted) or reads != "words:from":
            return taken
        told = story.told_besides(text, path, self.questions, self.locale)
        results = [self._store(other, value) for other, value in told.items()]
        items = tuple(self.questions.item(one.path) for one in results if isinstance(one, Accepted))
        return replace(taken, besides=items)

    def written_choices(self, text: str) -> tuple[str, ...]:
        """The choices of the present question that a text names, if it is no command and no question."""
        current = self._current()
        if current is None or self.command(text) or commands.asks(text, self.language):
            return ()
        read = answering.typed(text, self.questions, current.path, self.locale)
        return tuple(read.split()) if isinstance(read, str) else ()

    def _declines(self, path: str, text: str) -> bool:
        """A plain "no" to a question that may be left open (a photo, a remark) leaves it open."""
        kind = self.session.kind(path)
        open_to_no = kind in answering.MEDIA | DECLINABLE and not self.questions.required(path)
        return open_to_no and answering.yes_or_no(text, self.language, self.locale) is False

    def _told_more(self, text: str, path: str) -> Story | None:
        """A longer message that does not answer the question may answer others."""
        long = len(text.split()) >= story.LEAST_WORDS or (
            self.language == "zh" and len(text) >= story.LEAST_HAN
        )
        if not long and self.session.kind(path) is not QuestionKind.SELECT_ONE:
            return None
        understood = self.proposals.hear_answering(text, path, or_others=long)
        if understood is None and long:
            understood = self.proposals.hear_other_plan(text)
        return Story(understood) if understood else None

    def command(self, text: str) -> Command | None:
        """The command in words, if `text` is one."""
        heard = commands.spoken(text, self.language)
        if heard is None or (heard.kind is CommandKind.STOP and self._day(text) is not None):
            return None
        if heard.kind is not CommandKind.CHANGE:
            return Command(heard.kind)
        path = named(heard.what, self.questions)
        if path:
            return Command(CommandKind.CHANGE, path, heard.rest)
        among = mentioning(heard.what, self.questions)
        if len(among) == 1:
            return Command(CommandKind.CHANGE, among[0], heard.rest)
        return Command(CommandKind.CHANGE, among=among) if among else None

    def _day(self, text: str) -> Ambiguous | None:
        """ "Tomorrow" stops for today; where a day is asked it may be the answer, and is asked."""
        current = self._current()
        if current is None or current.kind is not QuestionKind.DATE:
            return None
        read = answering.typed(text, self.questions, current.path, self.locale)
        if not isinstance(read, str):
            return None
        return Ambiguous(current.path, (Candidate(read, read),), Reason.SEVERAL)

    def _answer_on_file(self, path: str, text: str) -> Heard | None:
        """ "Still right?" takes a yes or a no; anything else is a new answer."""
        if path not in self.answers.known:
            return None
        answer = answering.yes_or_no(text, self.language, self.locale)
        if answer:
            return self._stored(path, self.answers.keep(path))
        if answer is False and not answering.yes_no_choices(self.questions, path):
            self.answers.disown(path)
            return Refused(path, Code.REQUIRED if self.questions.required(path) else Code.WRONG_KIND)
        return None

    def _store(self, path: str, value: Any) -> Accepted | Refused:
        return self._stored(path, self.answers.store(path, value))

    def _stored(self, path: str, taken: Accepted | Refused) -> Accepted | Refused:
        """What is answered is no proposal any more, and the way back leads over it."""
        if isinstance(taken, Accepted) and self.session.kind(path) is not QuestionKind.REPEAT:
            self.proposals.drop(path)
            self._trail.remember(path)
        return taken

    # --- moving about

    def _previous(self) -> str | None:
        """The question answered last before the present one, if it still applies."""
        current = self._current()
        asked = {question.path for question in self.session.questions()}
        return self._trail.before(current.path if current else None, asked)

    def back(self) -> Prompt | ReadyToSubmit:
        """To the question before; its answer stands until he gives another."""
        previous = self._previous()
        if previous is not None:
            self.session.go_to(previous)
        return self.prompt()

    def _can_skip(self, path: str) -> bool:
        return bool(self.questions.value(path)) or not self.questions.required(path)

    def skip(self) -> Prompt | ReadyToSubmit | Refused:
        """Leave the present question open, or, when it has an answer, leave that as it is."""
        current = self._current()
        if current is None:
            return self.prompt()
        path = current.path
        if current.kind is QuestionKind.REPEAT:
            self.session.end_repeat(path)
        elif self.questions.value(path):
            self.session.go_to(None)
        elif not isinstance(skipped := self.session.skip(path), FormAccepted):
            return Refused(path, skipped.code, skipped.facts, skipped.message)
        self.answers.disown(path)
        self._trail.remember(path)
        return self.prompt()

    def why(self) -> str:
        """Why the present question is asked, in the form's words; empty if it does not say."""
        current = self._current()
        return self.questions.why(current.path) if current else ""

    def correct(self, path: str) -> Prompt | ReadyToSubmit:
        """Ask this question next, whatever it holds; afterwards the interview goes on where it was."""
        asked = {question.path for question in self.session.questions()}
        field = self.session.form.find(path)
        full = path if path in asked else (field.path if field is not None else "")
        if full in asked:
            self.session.go_to(full)
        return self.prompt()

    def take(self, values: Mapping[str, str]) -> list[Accepted | Refused]:
        """Several answers by question name, one after another; an empty one leaves its question open."""
        results: list[Accepted | Refused] = []
        for name, value in values.items():
            self.correct(name)
            current = self._current()
            if current is None or current.name != name:
                continue
            if value:
                results.append(self._store(current.path, value))
            else:
                self.session.clear(current.path)
                self.skip()
        self.session.go_to(None)
        return results

    def resume(self) -> Prompt | ReadyToSubmit:
        """Give up a correction: back to the first question that is open."""
        self.session.go_to(None)
        return self.prompt()

    # --- the story

    def accept_story(self, paths: Collection[str] | None = None) -> list[Accepted | Refused]:
        """Store the proposals (all, or those at `paths`) as answers, in the form's order; the rest is dropped."""
        chosen = self.proposals.take(paths)
        results: list[Accepted | Refused] = []
        for control in self.session.form.questions:
            path = control.field.path
            if path in chosen and self.session.relevant(path):
                results.append(self._store(path, chosen[path]))
        self.session.go_to(None)
        return results

    # --- beginnings

    def _give_consent(self) -> None:
        for question in self.session.questions():
            if question.kind is QuestionKind.ACKNOWLEDGE and question.name == "consent":
                self.session.answer(question.path, True)


def _noon(locale: LenderLocale) -> Callable[[], datetime]:
    return lambda: datetime.combine(locale.today, time(12), UTC)
