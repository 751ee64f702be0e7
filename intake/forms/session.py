"""One running form: what is asked, what was answered, and what follows from it."""

from __future__ import annotations

import random as _random
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Any

from intake.errors import Refused as RefusedError
from intake.forms.answers import RefusalCode, written
from intake.forms.form import Form
from intake.forms.handed_in import fill
from intake.forms.instances import External
from intake.forms.metadata import fill_end, fill_metadata
from intake.forms.model import Control, Question, QuestionKind
from intake.forms.repeats import FormRepeats
from intake.forms.results import Accepted, Refused
from intake.forms.saving import restore_into, saved
from intake.forms.stops import Stop, Stops, is_relevant
from intake.forms.xpath import Node
from intake.forms.xpath.tree import chain

UNASKED = frozenset({QuestionKind.NOTE})


class FormSession(FormRepeats):
    """A running instance of a form.

    Paths name instances (`/data/animals[2]/kind`); a path below the root, or a name used once, is understood too.
    Days are those of `zone`, without one those of the clock's. `device` answers `property()` and fills metadata such as
    `deviceid`, `username` and `phonenumber`.
    """

    def __init__(
        self,
        form: Form,
        *,
        clock: Callable[[], datetime],
        random: _random.Random | None = None,
        external: Mapping[str, External] | None = None,
        language: str | None = None,
        zone: tzinfo | None = None,
        device: Mapping[str, str] | None = None,
        begin: bool = True,
    ) -> None:
        here = zone or clock().tzinfo or UTC
        super().__init__(
            form, clock=clock, random=random, external=external, language=language, zone=here, device=device
        )
        self._stops = Stops(self.state, form)
        self.state.is_done = self._is_done
        if begin:
            fill_metadata(self.state, self.device)
            self.state.begin()

    @classmethod
    def restore(cls, form: Form, saved: Mapping[str, Any], **around: Any) -> FormSession:
        """Go on where `save()` left off; `around` is what the constructor takes."""
        session = cls(form, begin=False, **around)
        restore_into(session.state, saved)
        session._set_aside = set(saved.get("skipped", ()))
        session._closed = set(saved.get("closed", ()))
        session._cursor = saved.get("cursor")
        return session

    @classmethod
    def handed_in(cls, form: Form, xml: str, **around: Any) -> FormSession:
        """What `submission_xml` wrote, to be written in other shapes; `form` is the one it was asked by."""
        session = cls(form, begin=False, **around)
        fill(session.state, xml)
        return session

    def save(self) -> dict[str, Any]:
        """Everything needed to go on, as JSON: values by path, instances, relevance, once-values, the cursor."""
        state = saved(self.state)
        state["skipped"] = sorted(self._set_aside)
        state["closed"] = sorted(self._closed)
        state["cursor"] = self._cursor
        return state

    def reopen(self) -> None:
        """The person takes the form up again after it was put away: what waits for `odk-instance-load` is done.

        `restore()` alone does not do it: a bot restores a session for every message.
        """
        self.state.reopen()

    # --- where we are

    def questions(self) -> list[Question]:
        """The relevant questions in the order they are asked, notes included."""
        return [self._question(stop) for stop in self._reachable() if stop.control is not None]

    def current(self) -> Question | None:
        """The question to ask now: the chosen one, else the first relevant one still open; None at the end.

        A repeat without a fixed number is a question of kind REPEAT after its instances, open until `end_repeat`.
        """
        if self._cursor is not None:
            stop = self._stop_at(self._cursor)
            if stop is not None and is_relevant(stop.node):
                return self._question(stop)
        stop = self._stops.first(self._open)
        return None if stop is None else self._question(stop)

    def go_to(self, path: str | None) -> Question | None:
        """Ask this question next, answered or not; None goes back to the first open one."""
        self._cursor = None if path is None else self._path_of_stop(path)
        return self.current()

    def finished(self) -> bool:
        """Whether nothing is left to ask."""
        return self._stops.first(self._open) is None

    def progress(self) -> tuple[int, int]:
        """How many of the relevant questions are done, and how many there are; notes do not count."""
        asked = [
            stop
            for stop in self._reachable()
            if stop.control is not None and stop.control.kind not in UNASKED
        ]
        return sum(not self._open(stop) for stop in asked), len(asked)

    # --- answering

    def answer(self, path: str, value: Any) -> Accepted | Refused:
        """Store an answer, or say why not. None and "" clear it."""
        node = self._find(path)
        if node is None:
            return Refused(path, RefusalCode.UNKNOWN_PATH)
        path = self.state.path(node)
        control = node.definition.control
        if control is None or control.kind is QuestionKind.NOTE:
            return Refused(path, RefusalCode.NOT_A_QUESTION)
        refusal = self._may_answer(node, path)
        if refusal is not None:
            return refusal
        if value is None or (isinstance(value, str | list | tuple) and not value):
            return self.clear(path)
        return self._store(node, path, control, value)

    def would_hold(self, path: str, value: str) -> bool:
        """Whether the constraint of the question at `path` lets it take this; nothing is stored."""
        node = self._find(path)
        return node is not None and self._broken_constraint(node, value) is None

    def _may_answer(self, node: Node, path: str) -> Refused | None:
        if not is_relevant(node):
            return Refused(path, RefusalCode.NOT_RELEVANT)
        if self.state.is_readonly(node):
            return Refused(path, RefusalCode.READONLY)
        return None

    def _store(self, node: Node, path: str, control: Control, value: Any) -> Accepted | Refused:
        try:
            text = written(control.kind, value, self.state.zone)
            text = self.lists.checked(control, node, text)
        except RefusedError as error:
            return Refused(path, RefusalCode(error.code), facts=error.facts)
        broken = self._broken_constraint(node, text)
        if broken is not None:
            return Refused(
                path,
                broken,
                self.wording.message(node.definition.bind.constraint_message, node, self.language),
            )
        self._set(node, path, text)
        return Accepted(path, text)

    def _broken_constraint(self, node: Node, text: str) -> RefusalCode | None:
        """Try the constraint with the new value in place."""
        constraint = node.definition.bind.constraint
        if constraint is None:
            return None
        before, node.text = node.text, text
        problems = len(self.state.problems)
        try:
            holds = self.state.holds(constraint, node, False)
        finally:
            node.text = before
        if holds:
            return None
        return RefusalCode.FORM_FAULT if len(self.state.problems) > problems else RefusalCode.CONSTRAINT

    def _set(self, node: Node, path: str, text: str) -> None:
        if path in self._set_aside:
            self._set_aside.remove(path)
            self.state.reopened += 1
        if self._cursor == path:
            self._cursor = None
        self.state.set_text(node, text)
        self.lists.prune(node)
        self._recount()

    def clear(self, path: str) -> Accepted | Refused:
        """Take an answer back."""
        node = self._find(path)
        if node is None:
            return Refused(path, RefusalCode.UNKNOWN_PATH)
        path = self.state.path(node)
        self._set(node, path, "")
        return Accepted(path, "")

    def skip(self, path: str) -> Accepted | Refused:
        """Leave a question open and go on; a note counts as read. A required question is not skipped."""
        node = self._find(path)
        if node is None:
            return Refused(path, RefusalCode.UNKNOWN_PATH)
        path = self.state.path(node)
        if not node.text and self.required(path):
            return Refused(
                path,
                RefusalCode.REQUIRED,
                self.wording.message(node.definition.bind.required_message, node, self.language),
            )
        self._set_aside.add(path)
        if self._cursor == path:
            self._cursor = None
        self._recount()
        return Accepted(path, node.text)

    def close(self) -> None:
        """Stamp the end time, just before handing in."""
        fill_end(self.state)

    def unanswered(self) -> list[Question]:
        """Relevant required questions without an answer."""
        return [
            self._question(stop)
            for stop in self._reachable()
            if stop.control is not None and not stop.node.text and self._required(stop.node)
        ]

    def invalid(self) -> list[Refused]:
        """Stored answers that no longer satisfy their constraint or their choices, for something else changed."""
        found = []
        for stop in self._reachable():
            if stop.control is not None and stop.node.text:
                refusal = self._recheck(stop.node, stop.control)
                if refusal is not None:
                    found.append(refusal)
        return found

    def _recheck(self, node: Node, control: Control) -> Refused | None:
        path = self.state.path(node)
        try:
            self.lists.checked(control, node, node.text)
        except RefusedError as error:
            return Refused(path, RefusalCode(error.code), facts=error.facts)
        broken = self._broken_constraint(node, node.text)
        if broken is None:
            return None
        return Refused(
            path, broken, self.wording.message(node.definition.bind.constraint_message, node, self.language)
        )

    # --- stops: questions and "another one?" in order

    def _reachable(self) -> Iterator[Stop]:
        return (stop for stop in self._stops.all() if is_relevant(stop.node))

    def _is_done(self, instance: Node) -> bool:
        """Whether nothing inside a repeat instance is open."""
        return not any(self._open(stop) for stop in self._reachable() if instance in chain(stop.node))

    def _recount(self) -> None:
        if self.form.graph.self_counted:
            self.state.recount()

    def _open(self, stop: Stop) -> bool:
        if stop.control is None:
            return stop.repeat is not None and self._repeat_path(stop.node, stop.repeat) not in self._closed
        if stop.node.text and stop.control.kind is not QuestionKind.NOTE:
            return False
        if self._set_aside and self.state.path(stop.node) in self._set_aside:
            return stop.control.kind is not QuestionKind.NOTE and self._required(stop.node)
        if stop.control.kind is QuestionKind.NOTE:
            return True
        return not self.state.is_readonly(stop.node)

    def _question(self, stop: Stop) -> Question:
        if stop.control is None:
            assert stop.repeat is not None  # a stop is one or the other
            return Question(self._repeat_path(stop.node, stop.repeat), QuestionKind.REPEAT, stop.repeat.name)
        return Question(self.state.path(stop.node), stop.control.kind, stop.node.definition.name)

    def _path_of_stop(self, path: str) -> str:
        return self.state.path(self._need(path))

    def _stop_at(self, path: str) -> Stop | None:
        node = self._find(path)
        if node is None or node.definition.control is None:
            return None
        return Stop(node, node.definition.control, None)
