"""Where a running form stops to ask: its questions, and "another one?" after the instances of a repeat."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from intake.forms.form import Form
from intake.forms.model import Control, Field, Group
from intake.forms.state import State
from intake.forms.xpath import Compiled, Node

_CONSTANT = frozenset({"true()", "false()", "true", "false"})


@dataclass(frozen=True, slots=True)
class Stop:
    """A question, or the end of an open repeat inside `node`."""

    node: Node
    control: Control | None
    repeat: Field | None


class Stops:
    """The stops of one running form in order, and the first open one without looking at all the answered ones."""

    def __init__(self, state: State, form: Form) -> None:
        self._state = state
        self._form = form
        self._stops: list[Stop] = []
        self._changeable: list[int] = []
        self._known: tuple[int, int] | None = None
        self._from = 0
        self._structure = -1

    def all(self) -> Sequence[Stop]:
        """Every stop, relevant or not."""
        if self._structure != self._state.structure:
            self._stops = list(_stops(self._form.body, self._state.root, self._state))
            self._changeable = [place for place, stop in enumerate(self._stops) if _changeable(stop)]
            self._structure = self._state.structure
            self._known = None
        return self._stops

    def first(self, is_open: Callable[[Stop], bool]) -> Stop | None:
        """The first relevant stop that is open.

        Stops before the last one found stay closed until something is cleared, becomes relevant, or is added; only
        those whose `required` or `readonly` is an expression are looked at again.
        """
        stops = self.all()
        state = (self._state.structure, self._state.reopened)
        start = self._from if self._known == state else 0
        self._known, self._from = state, len(stops)
        for place in [*(each for each in self._changeable if each < start), *range(start, len(stops))]:
            stop: Stop = stops[place]
            if is_relevant(stop.node) and is_open(stop):
                self._from = max(place, start)
                return stop
        return None


def _changeable(stop: Stop) -> bool:
    if stop.control is None:
        return False
    field = stop.control.field
    return _is_expression(field.bind.required) or any(
        _is_expression(outer.bind.readonly) for outer in field.ancestors()
    )


def _is_expression(rule: Compiled | None) -> bool:
    return rule is not None and rule.text not in _CONSTANT


def is_relevant(node: Node) -> bool:
    """Whether the node and everything around it are relevant."""
    current: Node | None = node
    while current is not None:
        if not current.relevant:
            return False
        current = current.parent
    return True


def _stops(group: Group, around: Node, state: State) -> Iterator[Stop]:
    for child in group.children:
        if isinstance(child, Control):
            for node in _nodes_at(state, child.field, around):
                yield Stop(node, child, None)
        elif child.repeats and child.field is not None:
            yield from _repeat_stops(child, child.field, around, state)
        else:
            yield from _stops(child, around, state)


def _repeat_stops(group: Group, field: Field, around: Node, state: State) -> Iterator[Stop]:
    assert field.parent is not None and field.repeat is not None  # the root is no repeat
    for parent in _nodes_at(state, field.parent, around):
        for node in state.nodes(field, parent):
            yield from _stops(group, node, state)
        if field.repeat.count is None and not field.repeat.fixed:
            yield Stop(parent, None, field)


def _nodes_at(state: State, field: Field, around: Node) -> list[Node]:
    """The nodes of a field inside `around`, or anywhere when the body puts it elsewhere."""
    inside = around.definition in set(field.ancestors())
    return state.nodes(field, around if inside else None)
