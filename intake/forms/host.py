"""What a running form answers to the expressions in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from intake.forms.instances import External, external
from intake.forms.xpath import Node

if TYPE_CHECKING:
    from intake.forms.view import FormView


class SessionHost:
    """Instances, choice names, translations and properties of one session."""

    def __init__(self, session: FormView, given: Mapping[str, External]) -> None:
        self._session = session
        self._given = {name.rpartition(".")[0] or name: (name, content) for name, content in given.items()}
        self._loaded: dict[str, Node] = {}

    def instance(self, identifier: str) -> Node | None:
        """A secondary instance by id; what was handed to the session comes before the form's own."""
        given = self._given.get(identifier, self._given.get(identifier.removesuffix(".csv")))
        if given is not None and identifier not in self._loaded:
            self._loaded[identifier] = external(identifier, *given)
        found = self._loaded.get(identifier) or self._session.form.instances.get(identifier)
        if found is None and identifier in (self._session.form.id, ""):
            return self._session.state.document
        return found

    def choice_name(self, node: Node, value: str) -> str:
        session = self._session
        control = node.definition.control if node.definition is not None else None
        if control is None:
            return ""
        shown = session.lists.shown(control, node, session.wording, session.language)
        return next((choice.label for choice in shown if choice.name == value), "")

    def itext(self, identifier: str) -> str:
        session = self._session
        return session.wording.itext(identifier, "", session.state.root, session.language)

    def property(self, name: str) -> str:
        return self._session.device.get(name, "")

    def version(self) -> str:
        return self._session.form.version
