"""The interview: one question at a time over a running form, with every way back, out and around."""

from __future__ import annotations

import random as _random
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, time
from typing import Any

from intake.forms import Accepted as FormAccepted
from intake.forms import Form, FormSession, QuestionKind
from intake.forms.compare import refit
from intake.interview.answers import Answers
from intake.interview.columns import read_as
from intake.interview.listening import Listener
from intake.interview.proposals import Proposals
from intake.interview.questions import Questions
from intake.interview.trail import Trail
from intake.interview.types import (
    Accepted,
    Checks,
    Command,
    Heard,
    NoChecks,
    Prompt,
    ReadyToSubmit,
    Refused,
    StoryReader,
    SummaryItem,
    Utterance,
)
from intake.reading import LenderLocale

VERSION = 1


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
        self._listener = Listener(session, self.questions, self.answers, self.proposals, self._trail, locale)

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
        interview.proposals.give_back(saved.get("proposed", {}))
        interview._trail.paths = list(saved.get("trail", ()))
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
        current = self._listener.current()
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
            can_take_out=bool(value) and not about.required(path),
            why=about.why(path),
            read_as=reads,
            unit=unit,
            known=about.item(path, known) if known else None,
            present=about.item(path, value) if value else None,
            again=path in self._trail.paths,
            repeats=self.session.instances(path) if kind is QuestionKind.REPEAT else 0,
        )

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

    def recheck(self) -> tuple[Refused, ...]:
        """Clear the answers that held when they were given and no longer do (a day that has passed): asked again."""
        return self.answers.recheck()

    # --- what is heard

    def hear(self, utterance: Utterance) -> Heard:
        """Take one answer, command, question or story; only an `Accepted` has changed anything."""
        return self._listener.hear(utterance)

    def command(self, text: str) -> Command | None:
        """The command in words, if `text` is one."""
        return self._listener.command(text)

    def written_choices(self, text: str) -> tuple[str, ...]:
        """The choices of the present question that a text names, if it is no command and no question."""
        return self._listener.written_choices(text)

    # --- moving about

    def _previous(self) -> str | None:
        """The question answered last before the present one, if it still applies."""
        current = self._listener.current()
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
        current = self._listener.current()
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

    def take_out(self, path: str) -> tuple[Refused, ...]:
        """An answer that may be left open is taken back; what no longer holds without it is asked again."""
        self._trail.remember(path)
        return self.answers.take_out(path)

    def why(self) -> str:
        """Why the present question is asked, in the form's words; empty if it does not say."""
        current = self._listener.current()
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
            current = self._listener.current()
            if current is None or current.name != name:
                continue
            if value:
                results.append(self._listener.store(current.path, value))
            else:
                self.session.clear(current.path)
                self.skip()
        self.session.go_to(None)
        return results

    def reopen(self) -> Prompt | ReadyToSubmit:
        """The farmer takes it up again another time: the form does what it does whenever it is opened."""
        self.session.reopen()
        return self.prompt()

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
                results.append(self._listener.store(path, chosen[path]))
        self.session.go_to(None)
        return results

    # --- beginnings

    def _give_consent(self) -> None:
        for question in self.session.questions():
            if question.kind is QuestionKind.ACKNOWLEDGE and question.name == "consent":
                self.session.answer(question.path, True)


def _noon(locale: LenderLocale) -> Callable[[], datetime]:
    return lambda: datetime.combine(locale.today, time(12), UTC)
