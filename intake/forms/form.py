"""A form ready to be run: its fields, controls, texts, choice instances and dependency graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from intake.forms.errors import Fault, Severity
from intake.forms.graph import Graph
from intake.forms.model import Action, Choice, Control, Field, Group, Repeat, Translations
from intake.forms.references import references
from intake.forms.sheets import Sheets
from intake.forms.xpath import Node


@dataclass(eq=False)
class Form:
    """A loaded form; it never changes, any number of sessions share it.

    `faults` are what did not stop it from loading. `source` is the file as it came, `sha256` its fingerprint.
    """

    id: str
    version: str
    title: str
    name: str
    sha256: str
    source: bytes
    root: Field
    template: Node
    body: Group
    graph: Graph
    instances: Mapping[str, Node]
    translations: Translations
    languages: Sequence[str]
    default_language: str
    actions: Sequence[Action]
    namespaces: Mapping[str, str]
    sheets: Sheets
    faults: list[Fault] = field(default_factory=list)
    files: Sequence[str] = ()
    missing_files: Sequence[str] = ()
    submission: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def fields(self) -> Mapping[str, Field]:
        """Every field by its path without instances."""
        return {each.path: each for each in self.root.subtree()}

    @cached_property
    def questions(self) -> Sequence[Control]:
        """Every question in the order it is asked."""
        return tuple(self.body.controls())

    @cached_property
    def lists(self) -> frozenset[Node]:
        """The choice lists and files that came with the form."""
        return frozenset(instance.root() for instance in self.instances.values())

    @cached_property
    def choices(self) -> dict[tuple[Control, Node, str], Choice]:
        """Choices by their question, item and language that were made once and that no answer changes."""
        return {}

    @cached_property
    def groups(self) -> Mapping[Field, Group]:
        """The body's group of every grouped field."""
        return {group.field: group for group in _groups(self.body) if group.field is not None}

    @cached_property
    def choice_readers(self) -> Mapping[Field, Sequence[Control]]:
        """The cascading questions whose choices depend on a field."""
        readers: dict[Field, list[Control]] = {}
        for control in self.questions:
            if control.itemset is not None:
                for reference in references(control.itemset.nodes.syntax, control.field, self.root):
                    if reference.target is not None and reference.target is not control.field:
                        readers.setdefault(reference.target, []).append(control)
        return readers

    def language(self, wanted: str) -> str:
        """The form's own name for a language: `sw` finds `Kiswahili (sw)`; the default when it has none."""
        if wanted in self.translations:
            return wanted
        code = wanted.lower().partition("-")[0].partition("_")[0]
        for each in self.languages:
            if code and (each.lower() == code or each.lower().rstrip().endswith(f"({code})")):
                return each
        return self.default_language

    @cached_property
    def by_name(self) -> Mapping[str, Field]:
        """Fields whose name is used once."""
        names: dict[str, Field | None] = {}
        for each in self.root.subtree():
            names[each.name] = None if each.name in names else each
        return {name: each for name, each in names.items() if each is not None}

    @property
    def errors(self) -> list[Fault]:
        return [fault for fault in self.faults if fault.severity is Severity.ERROR]

    def find(self, path: str) -> Field | None:
        """The field a path, a path below the root, or a name used once stands for; instance numbers are ignored."""
        plain = "/".join(part.partition("[")[0] for part in path.split("/")) if "[" in path else path
        return (
            self.fields.get(plain)
            or self.fields.get(f"/{self.root.name}/{plain.lstrip('/')}")
            or self.by_name.get(plain.strip("/"))
        )

    def repeats(self) -> Iterator[tuple[Field, Repeat]]:
        return ((each, each.repeat) for each in self.root.subtree() if each.repeat is not None)


def _groups(group: Group) -> Iterator[Group]:
    yield group
    for child in group.children:
        if isinstance(child, Group):
            yield from _groups(child)
