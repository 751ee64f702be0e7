"""What a form says: its fields, controls, texts and choices; nothing of any one answer."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from intake.forms.xpath import Compiled, Node


class QuestionKind(StrEnum):
    """How a question is asked."""

    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    SELECT_ONE = "select_one"
    SELECT_MULTIPLE = "select_multiple"
    RANK = "rank"
    DATE = "date"
    TIME = "time"
    DATETIME = "datetime"
    GEOPOINT = "geopoint"
    GEOTRACE = "geotrace"
    GEOSHAPE = "geoshape"
    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    FILE = "file"
    BARCODE = "barcode"
    RANGE = "range"
    ACKNOWLEDGE = "acknowledge"
    NOTE = "note"
    REPEAT = "repeat"  # not a question of the form: "another one?" after the instances there are


@dataclass(frozen=True, slots=True)
class Text:
    """A text with values inside: plain pieces and expressions, or the id of a translated text."""

    pieces: tuple[str | Compiled, ...] = ()
    itext: str | None = None
    reference: Compiled | None = None


@dataclass(slots=True)
class Bind:
    """What the model says of a field: its type and its rules."""

    type: str = "string"
    relevant: Compiled | None = None
    required: Compiled | None = None
    readonly: Compiled | None = None
    constraint: Compiled | None = None
    calculate: Compiled | None = None
    constraint_message: Text | None = None
    required_message: Text | None = None
    preload: str = ""
    preload_parameters: str = ""
    attributes: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(slots=True, eq=False)
class Field:
    """A node of the primary instance as the form defines it, one for all its repeat instances."""

    name: str
    path: str
    parent: Field | None
    depth: int
    order: int = 0
    bind: Bind = dataclasses.field(default_factory=Bind)
    children: dict[str, Field] = dataclasses.field(default_factory=dict)
    repeat: Repeat | None = None
    control: Control | None = None
    default: str = ""

    @property
    def leaf(self) -> bool:
        return not any(not name.startswith("@") for name in self.children)

    def ancestors(self) -> Iterator[Field]:
        """Itself, then outwards."""
        current: Field | None = self
        while current is not None:
            yield current
            current = current.parent

    def subtree(self) -> Iterator[Field]:
        yield self
        for child in self.children.values():
            yield from child.subtree()

    def __repr__(self) -> str:
        return f"Field({self.path})"


@dataclass(slots=True, eq=False)
class Repeat:
    """A repeated group: the template of one instance, and how many there are to be."""

    template: Node
    initial: int
    count: Compiled | None = None
    fixed: bool = False
    label: Text | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """A choice written in the form's body."""

    value: str
    label: Text


@dataclass(frozen=True, slots=True)
class Itemset:
    """Choices taken from an instance: nodes, and where each keeps its value and label."""

    nodes: Compiled
    value: Compiled
    label: Compiled | None


@dataclass(slots=True, eq=False)
class Control:
    """What the body says of a question."""

    tag: str
    kind: QuestionKind
    field: Field
    label: Text | None = None
    hint: Text | None = None
    appearance: str = ""
    mediatype: str = ""
    items: Sequence[Item] = ()
    itemset: Itemset | None = None
    bounds: Bounds | None = None
    group: Group | None = None
    attributes: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Bounds:
    """The range of a range question."""

    start: float
    end: float
    step: float


@dataclass(slots=True, eq=False)
class Group:
    """A group or repeat of the body; the outermost has no field."""

    field: Field | None
    parent: Group | None
    label: Text | None = None
    appearance: str = ""
    repeats: bool = False
    children: list[Group | Control] = dataclasses.field(default_factory=list)

    def controls(self) -> Iterator[Control]:
        for child in self.children:
            if isinstance(child, Group):
                yield from child.controls()
            else:
                yield child


@dataclass(frozen=True, slots=True)
class Action:
    """Set `target` to a value when one of `events` happens (to `source`, for a change of value).

    `place` is the target as it is written, where that picks some of its instances.
    """

    events: frozenset[str]
    target: Field
    value: Compiled | None
    literal: str
    source: Field | None = None
    kind: str = "setvalue"
    place: Compiled | None = None


# Texts by language, then id, then form: "" is the text itself, others are guidance, image, audio, video, …
Translations = Mapping[str, Mapping[str, Mapping[str, Text]]]


@dataclass(frozen=True, slots=True)
class Choice:
    """A choice as shown: what is stored, what is said, and the other columns of its row."""

    name: str
    label: str
    extras: Mapping[str, str] = dataclasses.field(default_factory=dict)
    media: Mapping[str, str] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A question in a running form; `path` names the repeat instances it stands in."""

    path: str
    kind: QuestionKind
    name: str


Rows = Sequence[Mapping[str, Any]]
