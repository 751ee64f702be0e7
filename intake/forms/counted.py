"""Repeats with a number of instances that the form works out."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from intake.forms.model import Field
from intake.forms.tree import MAX_INSTANCES, FormFull, of_field
from intake.forms.xpath import Compiled, ExpressionError, Kind, Node
from intake.forms.xpath.values import to_number

if TYPE_CHECKING:
    from intake.forms.state import State


def fit(state: State, parent: Node, field: Field, expression: Compiled) -> None:
    """Bring a counted repeat to its number of instances."""
    instances = list(of_field(parent, field))
    wanted = _wanted(state, parent, field, expression)
    if wanted > len(instances) and field in state.form.graph.self_counted:
        # "One more until the last says stop": look again only when the last has been gone through.
        wanted = len(instances) + (not instances or state.is_done(instances[-1]))
    try:
        for _ in range(len(instances), wanted):
            state.add(parent, field)
    except FormFull as error:
        state.note_once(error, state.root)
    for node in instances[wanted:]:
        state.remove(node)


def _wanted(state: State, parent: Node, field: Field, expression: Compiled) -> int:
    try:
        number = to_number(state.evaluate(expression, _stand_in(parent, field)), state.zone)
    except ExpressionError as error:
        state.note(error, parent)
        return 0
    if math.isnan(number):
        return 0
    if number > MAX_INSTANCES:
        asked = f"the repeat_count of {field.path} asks for {number:.0f} instances"
        state.note_once(ExpressionError(f"{asked}; {MAX_INSTANCES} are made"), parent)
    return int(max(0, min(MAX_INSTANCES, number)))


def _stand_in(parent: Node, field: Field) -> Node:
    """A place in the tree from which the count of a repeat can be evaluated, even when it has no instance."""
    instances = of_field(parent, field)
    if instances:
        return instances[0]
    node = Node(Kind.ELEMENT, field.name, parent=parent)
    node.definition = field
    return node
