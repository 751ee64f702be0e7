"""What has been answered: into the form if form and lender allow it, and asked again what a change made invalid."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from intake.forms import Accepted as FormAccepted
from intake.forms import FormSession, QuestionKind
from intake.interview.columns import AskAgain, ask_again
from intake.interview.questions import Questions
from intake.interview.types import Accepted, Checks, Code, Problem, Refused, SummaryItem


class Answers:
    """The answers of a running form, the lender's checks on them, and what is on file from before.

    `known` are answers on file by path; they are no answers until he says that they still hold.
    """

    def __init__(self, session: FormSession, questions: Questions, checks: Checks) -> None:
        self._session = session
        self._questions = questions
        self._checks = checks
        self.known: dict[str, str] = {}
        self.loosened: dict[str, str] = {}  # what the answer was that this one went with

    def store(self, path: str, value: Any) -> Accepted | Refused:
        """Into the form if form and lender allow it; then ask again whatever it made invalid."""
        if self._session.kind(path) is QuestionKind.REPEAT:
            return self._repeat(path, value)
        before = self._questions.value(path)
        result = self._session.answer(path, value)
        if not isinstance(result, FormAccepted):
            return Refused(path, result.code, result.facts, result.message)
        problems = self._problems(path)
        blocking = [problem for problem in problems if problem.blocking]
        if blocking:
            self._session.answer(path, before)
            self._session.go_to(path)
            return Refused(path, blocking[0].code, blocking[0].facts)
        self.disown(path)
        if before and before != self._questions.value(path):
            self._loosen(path, before)
        return Accepted(path, self._questions.item(path), self.recheck(path), tuple(problems))

    def _loosen(self, changed: str, before: str) -> None:
        """What goes with an answer that has changed ("what for" with another trade) is to be confirmed, or told anew;
        when that answer is again what it was, it stands as it stood."""
        name, now = changed.rpartition("/")[2], self._questions.value(changed)
        stands = set()
        for path in [path for path, was in self.loosened.items() if was == now and path in self.known]:
            if self._goes_with(path) == name:
                self._session.answer(path, self.known.pop(path))
                del self.loosened[path]
                stands.add(path)
        for item in self._questions.answered():
            if self._goes_with(item.path) == name and item.path not in stands:
                self.known[item.path], self.loosened[item.path] = item.value, before
                self._session.clear(item.path)

    def _goes_with(self, path: str) -> str:
        return (self._questions.cells(path).get("goes_with") or "").strip()

    def _repeat(self, path: str, value: Any) -> Accepted:
        if value == "yes":
            self._session.add_repeat(path)
        else:
            self._session.end_repeat(path)
        return Accepted(path, self._questions.item(path, str(value)))

    def _problems(self, path: str) -> list[Problem]:
        found = self._checks.check(path, self._questions.value(path), self._questions.values())
        return [
            Problem(str(each.code), dict(each.facts), bool(getattr(each, "blocking", True))) for each in found
        ]

    def recheck(self, changed: str = "") -> tuple[Refused, ...]:
        """Clear what no longer fits, for `changed` or with time: by the form's own rules, and by the lender's."""
        reopened = {
            refused.path: Refused(refused.path, refused.code, refused.facts, refused.message)
            for refused in self._session.invalid()
            if refused.path != changed
        }
        for item in self._questions.answered():
            if item.path == changed or item.path in reopened:
                continue
            blocking = [problem for problem in self._problems(item.path) if problem.blocking]
            if blocking:
                reopened[item.path] = Refused(item.path, blocking[0].code, blocking[0].facts)
        for path in reopened:
            self._session.clear(path)
        return tuple(reopened.values())

    def keep(self, path: str) -> Accepted | Refused:
        """The answer on file, or the one given before, stands."""
        value = self.known.get(path) or self._questions.value(path)
        return self.store(path, value) if value else Refused(path, Code.REQUIRED)

    def take_out(self, path: str) -> tuple[Refused, ...]:
        """An answer that may be left open is no more; what no longer fits without it is asked again."""
        self._session.clear(path)
        self._session.skip(path)
        self.disown(path)
        return self.recheck(path)

    def disown(self, path: str) -> None:
        """What is on file is no longer right, or is answered anew."""
        self.known.pop(path, None)
        self.loosened.pop(path, None)

    def on_file(self) -> list[SummaryItem]:
        """What is known from before and still to be confirmed, for questions that apply."""
        asked = [question.path for question in self._session.questions()]
        return [self._questions.item(path, self.known[path]) for path in asked if path in self.known]

    def take_known(self, known: Mapping[str, Any]) -> None:
        """Answers on file by the form's own rules: asked anew, only confirmed, or taken over."""
        for control in self._session.form.questions:
            path, name = control.field.path, control.field.name
            value = known.get(path, known.get(name))
            again = ask_again(self._questions.cells(path))
            if value in (None, "") or again is AskAgain.ALWAYS:
                continue
            if again is AskAgain.NEVER and self._session.relevant(path):
                self._session.answer(path, value)
            else:
                self.known[path] = str(value)
