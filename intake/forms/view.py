"""What a running form shows: its texts, choices, values, and itself for handing in."""

from __future__ import annotations

import random as _random
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, datetime, tzinfo
from typing import Any

from intake.forms import csv_export, export
from intake.forms.choices import SELECTS, Choices
from intake.forms.errors import Fault, UnknownPath
from intake.forms.form import Form
from intake.forms.host import SessionHost
from intake.forms.instances import External
from intake.forms.model import Choice, Control, QuestionKind
from intake.forms.plausible import Plausible
from intake.forms.state import State
from intake.forms.stops import is_relevant
from intake.forms.tree import leaves
from intake.forms.wording import Wording
from intake.forms.xpath import Node


class FormView:
    """The reading side of a running form; `FormSession` adds asking and answering.

    Paths name instances (`/data/animals[2]/kind`); a path below the root, or a name used once, is understood too.
    """

    def __init__(
        self,
        form: Form,
        *,
        clock: Callable[[], datetime],
        random: _random.Random | None = None,
        external: Mapping[str, External] | None = None,
        language: str | None = None,
        zone: tzinfo = UTC,
        device: Mapping[str, str] | None = None,
    ) -> None:
        self.form = form
        self.clock = clock
        self.language = form.default_language if language is None else language
        self.device = dict(device or {})
        host = SessionHost(self, external or {})
        self.state = State(form, clock=clock, random=random or _random.SystemRandom(), zone=zone, host=host)
        self._found: dict[str, Node | None] = {}  # by path, as long as the tree has this structure
        self._structure = self.state.structure
        self.lists = Choices(self.state)
        self.wording = Wording(form, self.state)

    # --- what is said

    def label(self, path: str, language: str | None = None) -> str:
        """The question, or the title of a group or repeat."""
        node = self._need(path)
        return self.wording.label(node, self._language(language))

    def hint(self, path: str, language: str | None = None) -> str:
        return self.wording.hint(self._need(path), self._language(language))

    def guidance(self, path: str, language: str | None = None) -> str:
        """What the form says to interviewers: XLSForm's `guidance_hint`."""
        return self.wording.guidance(self._need(path), self._language(language))

    def media(self, path: str, language: str | None = None) -> Mapping[str, str]:
        """File names by kind: image, big-image, audio, video."""
        return self.wording.media(self._need(path), self._language(language))

    def required_message(self, path: str, language: str | None = None) -> str | None:
        node = self._need(path)
        return self.wording.message(node.definition.bind.required_message, node, self._language(language))

    def choices(self, path: str, language: str | None = None) -> Sequence[Choice]:
        """The choices that can be taken now."""
        node = self._need(path)
        control = node.definition.control
        if control is None:
            return ()
        return self.lists.shown(control, node, self.wording, self._language(language))

    def candidates(self, path: str, plausible: Plausible) -> Iterator[Any]:
        """Plausible answers, for trying the form out."""
        node = self._need(path)
        control = node.definition.control
        assert control is not None  # only questions are tried
        return plausible.answers(control, node, self.lists.names(control, node))

    def extras(self, path: str) -> Mapping[str, str]:
        """Every cell of the question's row in the XLSForm, by column: `extras(path).get("hint words")`."""
        return self.form.sheets.extras(self._need(path).definition.path)

    def _language(self, language: str | None) -> str:
        return self.language if language is None else language

    # --- what a question is

    def kind(self, path: str) -> QuestionKind:
        stop_field = self._need(path).definition
        if stop_field.control is not None:
            kind: QuestionKind = stop_field.control.kind
            return kind
        return QuestionKind.REPEAT if stop_field.repeat is not None else QuestionKind.TEXT

    def control(self, path: str) -> Control | None:
        """What the form's body says of the question: appearance, bounds, media type, …"""
        control: Control | None = self._need(path).definition.control
        return control

    def required(self, path: str) -> bool:
        """Whether the form insists on an answer; not when there is nothing to choose from, for nobody may be stuck."""
        return self._required(self._need(path))

    def readonly(self, path: str) -> bool:
        return self.state.is_readonly(self._need(path))

    def relevant(self, path: str) -> bool:
        return is_relevant(self._need(path))

    def value(self, path: str) -> str:
        """The stored text, also of what is not relevant now."""
        return self._need(path).text

    def values(self, *, relevant_only: bool = True) -> dict[str, str]:
        """Values by path; those that are not relevant are left out unless asked for."""
        return {
            self.state.path(node): node.text
            for node in leaves(self.state.root)
            if not relevant_only or is_relevant(node)
        }

    @property
    def problems(self) -> list[Fault]:
        """What went wrong in the form's own expressions while it ran."""
        return list(self.state.problems)

    # --- handing it in

    def submission_xml(self) -> str:
        """The instance as ODK Central and Kobo take it."""
        return export.xml(self.state, self.clock())

    def submission_json(self) -> dict[str, Any]:
        """The relevant answers nested as the form nests them; numbers as numbers."""
        return export.nested(self.state)

    def submission_csv(self) -> dict[str, str]:
        """CSV files by name: the form's own, and one for each repeat."""
        tables = csv_export.Tables()
        tables.add(self.state, self.clock())
        return tables.files()

    def attachments(self) -> Mapping[str, str]:
        """Uploaded files by path: what goes along with the XML."""
        return export.attachments(self.state)

    def _required(self, node: Node) -> bool:
        bind = node.definition.bind
        if not self.state.holds(bind.required, node, False):
            return False
        if self.state.is_readonly(node):
            return False  # nobody could answer it: a note that a form marks as required would be a dead end
        control = node.definition.control
        return control is None or control.kind not in SELECTS or bool(self.lists.names(control, node))

    # --- finding nodes

    def _need(self, path: str) -> Node:
        node = self._find(path)
        if node is None:
            raise UnknownPath(path)
        return node

    def _find(self, path: str) -> Node | None:
        if self._structure != self.state.structure:
            self._found.clear()
            self._structure = self.state.structure
        if path not in self._found:
            self._found[path] = self._looked_up(path)
        return self._found[path]

    def _looked_up(self, path: str) -> Node | None:
        found = self.form.find(path)
        if found is None:
            return None
        node, fields = self.state.root, list(found.ancestors())[::-1][1:]
        for outer, place in zip(fields, _places(path, len(fields)), strict=True):
            instances = self.state.nodes(outer, node)
            if not 1 <= place <= len(instances):
                return None
            node = instances[place - 1]
        return node


def _places(path: str, levels: int) -> list[int]:
    """The instance numbers written in a path, of its last `levels` steps; where none is written it is the first."""
    if "[" not in path:
        return [1] * levels
    steps = path.rstrip("/").split("/")[-levels:] if levels else []
    numbers = [step.partition("[")[2].rstrip("]") for step in steps]
    written = [int(number) if number.isdigit() else 1 for number in numbers]
    return [1] * (levels - len(written)) + written
