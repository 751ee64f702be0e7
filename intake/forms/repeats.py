"""The repeats of a running form: one instance more, one less, no more."""

from __future__ import annotations

from typing import Any

from intake.forms.errors import UnknownPath
from intake.forms.form import Form
from intake.forms.model import Field
from intake.forms.tree import without
from intake.forms.view import FormView
from intake.forms.xpath import Node


class FormRepeats(FormView):
    """Between reading a form and answering it: how many instances its repeats have."""

    def __init__(self, form: Form, **around: Any) -> None:
        super().__init__(form, **around)
        self._closed: set[str] = set()
        self._set_aside: set[str] = set()
        self._cursor: str | None = None
        self.state.moved = self._moved

    def add_repeat(self, path: str) -> str:
        """One more instance of the repeat; returns its path."""
        field_, parent = self._repeat_at(path)
        node = self.state.add(parent, field_)
        return self.state.path(node)

    def end_repeat(self, path: str) -> None:
        """No more instances of this repeat."""
        field_, parent = self._repeat_at(path)
        self._closed.add(self._repeat_path(parent, field_))
        self._cursor = None

    def remove_repeat(self, path: str) -> None:
        """Take the instance at `path` out, with its answers."""
        node = self._find(path)
        if node is None or node.definition.repeat is None:
            raise UnknownPath(path)
        self.state.remove(node)
        self._cursor = None

    def _moved(self, gone: str) -> None:
        """What was skipped or ended in the instances behind one that goes is known by their new paths."""
        self._set_aside = {moved for path in self._set_aside if (moved := without(path, gone))}
        self._closed = {moved for path in self._closed if (moved := without(path, gone))}
        self._cursor = (self._cursor and without(self._cursor, gone)) or None

    def _repeat_at(self, path: str) -> tuple[Field, Node]:
        field_ = self.form.find(path)
        if field_ is None or field_.repeat is None or field_.parent is None:
            raise UnknownPath(path)
        outer = path.rstrip("/").rpartition("/")[0]
        if self.form.find(outer) is field_.parent:
            parent = self._find(outer)
        else:
            parent = next(iter(self.state.nodes(field_.parent)), None)
        if parent is None:
            raise UnknownPath(path)
        return field_, parent

    def _repeat_path(self, parent: Node, field_: Field) -> str:
        return f"{self.state.path(parent)}/{field_.name}"

    def instances(self, path: str) -> int:
        """How many instances the repeat has."""
        field_, parent = self._repeat_at(path)
        return len(self.state.nodes(field_, parent))
