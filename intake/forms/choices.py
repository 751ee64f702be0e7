"""The choices of a question at this moment, and whether an answer is among them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from intake.errors import Refused
from intake.forms.answers import RefusalCode
from intake.forms.model import Choice, Control, Itemset, QuestionKind
from intake.forms.xpath import ExpressionError, Node, string_value
from intake.forms.xpath.syntax import Call, Literal, NameTest, Rooted, Step, walk

if TYPE_CHECKING:
    from intake.forms.form import Form
    from intake.forms.state import State
    from intake.forms.wording import Wording

_NAME = re.compile(r"[^\W\d][\w.-]*")
SELECTS = frozenset({QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE, QuestionKind.RANK})


def list_of(form: Form, control: Control) -> tuple[str, list[Node]]:
    """The id and the items of the list a question takes its choices from; empty when it has none or answers make it."""
    if control.itemset is not None:
        for part in walk(control.itemset.nodes.syntax):
            match part:
                case Rooted(Call("instance", (Literal(identifier),)), _, steps):
                    instance = form.instances.get(identifier)
                    found = [instance] if instance is not None else []
                    for step in steps:
                        found = [
                            inner for node in found for inner in node.elements() if _matches(step, inner)
                        ]
                    return identifier, found
    return "", []


def _matches(step: Step, node: Node) -> bool:
    return not isinstance(step.test, NameTest) or step.test.local in ("*", node.name)


def cell(item: Node, column: str) -> str | None:
    """The text of a column of a choice; one that begins with @ is an attribute."""
    if column.startswith("@"):
        return item.attribute(column[1:])
    child = item.child(column)
    return child.text if child is not None else None


def written_names(form: Form, control: Control) -> Iterator[str]:
    """The names of the whole list as the form or its files have it, filtered or not; none when answers make it."""
    yield from (item.value for item in control.items)
    if control.itemset is not None:
        yield from (cell(item, control.itemset.value.text) or "" for item in list_of(form, control)[1])


class Choices:
    """Choice lists of one running form."""

    def __init__(self, state: State) -> None:
        self._state = state

    def names(self, control: Control, node: Node) -> list[str]:
        """What can be stored now; a choice without a name is none."""
        found = [item.value for item in control.items]
        if control.itemset is not None:
            found.extend(self._value(control.itemset, item) for item in self._items(control.itemset, node))
        return [name for name in found if name]

    def shown(self, control: Control, node: Node, wording: Wording, language: str) -> Sequence[Choice]:
        """The choices with their labels, pictures and further columns."""
        found = [
            Choice(
                item.value,
                wording.text(item.label, node, language) or item.value,
                {},
                wording.text_media(item.label, node, language),
            )
            for item in control.items
        ]
        if control.itemset is not None:
            found.extend(
                self._choice(control, control.itemset, item, wording, language)
                for item in self._items(control.itemset, node)
            )
        return [choice for choice in found if choice.name]

    def _choice(
        self, control: Control, itemset: Itemset, item: Node, wording: Wording, language: str
    ) -> Choice:
        """The choice an item makes; one that no answer can change is made once for all who fill in the form."""
        known, key = self._state.form.choices, (control, item, language)
        choice = known.get(key)
        if choice is None:
            choice = self._made(itemset, item, wording, language)
            if self._is_the_forms(item) and _fixed(itemset, item, wording):
                known[key] = choice
        return choice

    def _is_the_forms(self, item: Node) -> bool:
        """Whether the item stands in a list of the form's own: what a session brought along goes with it."""
        return item.root() in self._state.form.lists

    def _made(self, itemset: Itemset, item: Node, wording: Wording, language: str) -> Choice:
        name = self._value(itemset, item)
        label, media = wording.item(itemset.label, item, language)
        return Choice(name, label or name, _columns(item), media)

    def _items(self, itemset: Itemset, node: Node) -> list[Node]:
        try:
            return itemset.nodes.nodes(self._state.environment, node)
        except ExpressionError as error:
            self._state.note(error, node)
            return []

    def _value(self, itemset: Itemset, item: Node) -> str:
        try:
            return itemset.value.string(self._state.environment, item)
        except ExpressionError:
            return ""

    def checked(self, control: Control, node: Node, text: str) -> str:
        """`text`, refused unless it is one of the choices or lies in the range."""
        if control.bounds is not None:
            check_bounds(control, text)
        if control.kind in SELECTS:
            self._check_names(control, node, text)
        return text

    def _check_names(self, control: Control, node: Node, text: str) -> None:
        names = self.names(control, node)
        chosen = [text] if control.kind is QuestionKind.SELECT_ONE else text.split()
        known = set(names)
        unknown = [name for name in chosen if name not in known]
        if unknown:
            raise Refused(RefusalCode.NOT_A_CHOICE, given=unknown[0][:100])
        if control.kind is QuestionKind.RANK and len(chosen) != len(known):
            raise Refused(RefusalCode.INCOMPLETE_RANKING, ranked=len(chosen), of=len(known))

    def prune(self, changed: Node) -> None:
        """Take back answers of cascading questions that are no longer among their choices."""
        readers = self._state.form.choice_readers.get(changed.definition, ())
        self._state.reopened += bool(readers)
        for control in readers:
            for node in self._state._near(control.field, changed):
                kept = self._kept(control, node)
                if kept != node.text:
                    self._state.set_text(node, kept)
                    self.prune(node)

    def _kept(self, control: Control, node: Node) -> str:
        if not node.text:
            return ""
        known = set(self.names(control, node))
        if control.kind is QuestionKind.SELECT_ONE:
            return node.text if node.text in known else ""
        return " ".join(name for name in node.text.split() if name in known)


def _fixed(itemset: Itemset, item: Node, wording: Wording) -> bool:
    """Whether the item's name and label are words of its row."""
    return _NAME.fullmatch(itemset.value.text) is not None and wording.is_fixed(itemset.label, item)


def _columns(item: Node) -> Mapping[str, str]:
    return {child.name: string_value(child) for child in item.elements()}


def check_bounds(control: Control, text: str) -> None:
    """Refuse a number outside the range, or between its steps."""
    bounds = control.bounds
    assert bounds is not None  # the caller looked
    number = Decimal(text)
    low, high = sorted((Decimal(str(bounds.start)), Decimal(str(bounds.end))))
    if not low <= number <= high:
        raise Refused(RefusalCode.OUT_OF_RANGE, low=str(low), high=str(high))
    steps = (number - Decimal(str(bounds.start))) / Decimal(str(abs(bounds.step)))
    if not math.isclose(float(steps), round(float(steps)), abs_tol=1e-9):
        raise Refused(RefusalCode.OUT_OF_RANGE, low=str(low), high=str(high), step=str(abs(bounds.step)))
