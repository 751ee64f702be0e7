"""The interview: one question at a time over a running form, with every way back, out and around."""

from __future__ import annotations

import random as _random
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime, time
from typing import Any

from intake.forms import Accepted as FormAccepted
from intake.forms import Form, FormSession, Question, QuestionKind
from intake.forms.compare import refit
from intake.interview import answering, commands, story
from intake.interview.clauses import without_denied
from intake.interview.columns import AskAgain, ask_again, read_as
from intake.interview.naming import named
from intake.interview.questions import Questions
from intake.interview.types import (
    Accepted,
    Checks,
    Code,
    Command,
    CommandKind,
    Heard,
    LooksLikeQuestion,
    NoChecks,
    Problem,
    Prompt,
    ReadyToSubmit,
    Refused,
    Story,
    StoryReader,
    SummaryItem,
    Understood,
    Utterance,
)
from intake.reading import LenderLocale

VERSION = 1
CHOOSING = frozenset({QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK})
DECLINABLE = frozenset(
    {QuestionKind.TEXT, QuestionKind.BARCODE, QuestionKind.GEOPOINT, QuestionKind.DATE, *answering.OUTLINES}
)
LONGEST_TRAIL = 200  # questions that "back" remembers


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
        self._checks: Checks = checks or NoChecks()
        self._story_reader = story_reader
        self._known: dict[str, str] = {}
        self._trail: list[str] = []
        self._proposed: dict[str, str] = {}
        self.questions = Questions(session, language)

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
        interview._take_known(known or {})
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
        interview._known = dict(saved.get("known", {}))
        interview._trail = list(saved.get("trail", ()))
        interview._proposed = dict(saved.get("proposed", {}))
        if saved.get("language") != language:
            interview.questions.refresh()
        return interview

    def save(self) -> dict[str, Any]:
        """All of it as JSON."""
        return {
            "v": VERSION,
            "language": self.language,
            "session": self.session.save(),
            "known": self._known,
            "trail": self._trail,
            "proposed": self._proposed,
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
        known = self._known.get(path)
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
        if current is not None and current.kind in CHOOSING and not self.questions.choices(current.path):
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

    def on_file(self) -> list[SummaryItem]:
        """What is known from before and still to be confirmed, for questions that apply."""
        asked = [question.path for question in self.session.questions()]
        return [self.questions.item(path, self._known[path]) for path in asked if path in self._known]

    # --- what is heard

    def hear(self, utterance: Utterance) -> Heard:
        """Take one answer, command, question or story; only an `Accepted` has changed anything."""
        current = self._current()
        if utterance.text is not None:
            return self._hear_text(utterance.text)
        if current is None:
            return Refused("", Code.NOTHING_ASKED)
        if utterance.keep:
            return self._keep(current.path)
        value = answering.pressed(utterance, self.questions, current.path)
        return value if isinstance(value, Refused) else self._store(current.path, value)

    def _hear_text(self, text: str) -> Heard:
        command = self.command(text)
        if command is not None:
            return command
        current = self._current()
        if current is None:
            return (
                LooksLikeQuestion(text)
                if commands.asks(text, self.language)
                else Refused("", Code.NOTHING_ASKED)
            )
        on_file = self._answer_on_file(current.path, text)
        if on_file is not None:
            return on_file
        return self._hear_answer(current.path, text)

    def _hear_answer(self, path: str, text: str) -> Heard:
        if self._declines(path, text):
            return Command(CommandKind.SKIP)
        read = answering.typed(text, self.questions, path, self.locale)
        asks = commands.asks(text, self.language)
        if asks and not (isinstance(read, str) and not self.questions.free_text(path)):
            return LooksLikeQuestion(text)
        if isinstance(read, str):
            return self._store(path, read)
        told = self._told_more(text, path)
        return told or read

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
        before = self._proposed
        understood = self.hear_story(text)
        if understood.items and (long or path in self._proposed):
            return Story(understood)
        self._proposed = before
        return None

    def command(self, text: str) -> Command | None:
        """The command in words, if `text` is one."""
        heard = commands.spoken(text, self.language)
        if heard is None:
            return None
        if heard.kind is not CommandKind.CHANGE:
            return Command(heard.kind)
        path = named(heard.what, self.questions)
        return Command(CommandKind.CHANGE, path, heard.rest) if path else None

    def _answer_on_file(self, path: str, text: str) -> Heard | None:
        """ "Still right?" takes a yes or a no; anything else is a new answer."""
        if path not in self._known:
            return None
        answer = answering.yes_or_no(text, self.language, self.locale)
        if answer:
            return self._keep(path)
        if answer is False and not answering.yes_no_choices(self.questions, path):
            del self._known[path]
            return Refused(path, Code.REQUIRED if self.questions.required(path) else Code.WRONG_KIND)
        return None

    def _keep(self, path: str) -> Heard:
        """The answer on file, or the one given before, stands."""
        value = self._known.get(path) or self.questions.value(path)
        return self._store(path, value) if value else Refused(path, Code.REQUIRED)

    def disown(self, path: str) -> None:
        """What is on file is no longer right: ask anew."""
        self._known.pop(path, None)

    def _store(self, path: str, value: Any) -> Accepted | Refused:
        """Into the form if form and lender allow it; then ask again whatever it made invalid."""
        if self.session.kind(path) is QuestionKind.REPEAT:
            return self._repeat(path, value)
        before = self.questions.value(path)
        result = self.session.answer(path, value)
        if not isinstance(result, FormAccepted):
            return Refused(path, result.code, result.facts, result.message)
        problems = self._problems(path)
        blocking = [problem for problem in problems if problem.blocking]
        if blocking:
            self.session.answer(path, before)
            self.session.go_to(path)
            return Refused(path, blocking[0].code, blocking[0].facts)
        self._known.pop(path, None)
        self._proposed.pop(path, None)
        self._remember(path)
        reopened = self._ripple(path)
        return Accepted(path, self.questions.item(path), reopened, tuple(problems))

    def _repeat(self, path: str, value: Any) -> Accepted:
        if value == "yes":
            self.session.add_repeat(path)
        else:
            self.session.end_repeat(path)
        return Accepted(path, self.questions.item(path, str(value)))

    def _problems(self, path: str) -> list[Problem]:
        found = self._checks.check(path, self.questions.value(path), self.values())
        return [
            Problem(str(each.code), dict(each.facts), bool(getattr(each, "blocking", True))) for each in found
        ]

    def _ripple(self, changed: str) -> tuple[str, ...]:
        """Clear what no longer fits: by the form's own rules, and by the lender's."""
        reopened = [refused.path for refused in self.session.invalid() if refused.path != changed]
        reopened += [
            item.path
            for item in self.questions.answered()
            if item.path not in (changed, *reopened)
            and any(problem.blocking for problem in self._problems(item.path))
        ]
        for path in reopened:
            self.session.clear(path)
        return tuple(reopened)

    # --- moving about

    def _remember(self, path: str) -> None:
        if path in self._trail:
            self._trail.remove(path)
        self._trail = [*self._trail, path][-LONGEST_TRAIL:]

    def _previous(self) -> str | None:
        """The question answered last before the present one, if it still applies."""
        current = self._current()
        here = current.path if current else None
        trail = self._trail[: self._trail.index(here)] if here in self._trail else self._trail
        asked = {question.path for question in self.session.questions()}
        return next((path for path in reversed(trail) if path in asked), None)

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
        self._known.pop(path, None)
        self._remember(path)
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

    def resume(self) -> Prompt | ReadyToSubmit:
        """Give up a correction: back to the first question that is open."""
        self.session.go_to(None)
        return self.prompt()

    # --- the story

    def hear_story(self, text: str) -> Understood:
        """What one message tells, as proposals to confirm; what he said before is not overwritten."""
        understood = story.understand(text, self.questions, self.locale, self._story_reader)
        fit = tuple(item for item in understood.items if self._fits(item.item))
        self._proposed = {each.item.path: each.item.value for each in fit}
        return Understood(fit, understood.unclear)

    def amend_story(self, text: str) -> Understood:
        """More of the story, or a correction of it ("no, 9000 not 8000"): what is new takes the place of what was told.

        What has become doubtful is no longer proposed, nor what no longer applies (a truck has no number of goats), nor
        the words of a purpose that has changed; they will be asked.
        """
        before = self._proposed
        understood = self.hear_story(without_denied(text))
        told = self._proposed
        doubtful = {doubt.path for doubt in understood.unclear}
        kept = {path: value for path, value in before.items() if path not in doubtful}
        turned = any(
            kept.get(path, value) != value and self.session.kind(path) in CHOOSING
            for path, value in told.items()
        )
        if turned or doubtful:
            kept = {path: value for path, value in kept.items() if not self.questions.free_text(path)}
        self._proposed = story.consistent(kept | told, self.questions)
        return understood

    def amend_item(self, path: str, words: str) -> bool:
        """Propose what `words` say for one question; False where they do not say it."""
        read = answering.typed(words, self.questions, path, self.locale) if words else None
        if not isinstance(read, str):
            return False
        self._proposed = story.consistent(self._proposed | {path: read}, self.questions)
        return True

    def named(self, text: str) -> Command | None:
        """A proposed item that is only named ("the amount"): it is to be changed."""
        path = named(text, self.questions, labels=False)
        return Command(CommandKind.CHANGE, path) if path in self._proposed else None

    def _fits(self, item: SummaryItem) -> bool:
        return not self.questions.value(item.path)

    def proposals(self) -> list[SummaryItem]:
        """What the last story told and nobody has confirmed yet."""
        return [self.questions.item(path, value) for path, value in self._proposed.items()]

    def accept_story(self, paths: Collection[str] | None = None) -> list[Accepted | Refused]:
        """Store the proposals (all, or those at `paths`) as answers, in the form's order; the rest is dropped."""
        chosen = {path: v for path, v in self._proposed.items() if paths is None or path in paths}
        self._proposed = {}
        results: list[Accepted | Refused] = []
        for control in self.session.form.questions:
            path = control.field.path
            if path in chosen and self.session.relevant(path):
                results.append(self._store(path, chosen[path]))
        self.session.go_to(None)
        return results

    def drop_proposal(self, path: str) -> None:
        """This was not meant: it will be asked."""
        self._proposed.pop(path, None)

    # --- beginnings

    def _give_consent(self) -> None:
        for question in self.session.questions():
            if question.kind is QuestionKind.ACKNOWLEDGE and question.name == "consent":
                self.session.answer(question.path, True)

    def _take_known(self, known: Mapping[str, Any]) -> None:
        """Answers on file by the form's own rules: asked anew, only confirmed, or taken over."""
        for control in self.session.form.questions:
            path, name = control.field.path, control.field.name
            value = known.get(path, known.get(name))
            again = ask_again(self.questions.cells(path))
            if value in (None, "") or again is AskAgain.ALWAYS:
                continue
            if again is AskAgain.NEVER and self.session.relevant(path):
                self.session.answer(path, value)
            else:
                self._known[path] = str(value)


def _noon(locale: LenderLocale) -> Callable[[], datetime]:
    return lambda: datetime.combine(locale.today, time(12), UTC)
