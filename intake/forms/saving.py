"""A running form as JSON, and back."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from intake.forms.state import State
from intake.forms.tree import leaves
from intake.forms.xpath import Node

_STEP = re.compile(r"([^\[/]+)(?:\[(\d+)\])?")


def saved(state: State) -> dict[str, Any]:
    """Values that differ from the blank form, the number of repeat instances, what is not relevant, once-values."""
    return {
        "form": {"id": state.form.id, "version": state.form.version, "sha256": state.form.sha256},
        "values": {
            state.path(node): node.text for node in leaves(state.root) if node.text != node.definition.default
        },
        "repeats": dict(_counts(state)),
        "hidden": [state.path(node) for node in _hidden(state.root)],
        "once": {path: dict(memory) for path, memory in state.once.items()},
    }


def _counts(state: State) -> Iterator[tuple[str, int]]:
    for field, _ in state.form.repeats():
        assert field.parent is not None  # the root is no repeat
        for parent in state.nodes(field.parent):
            yield f"{state.path(parent)}/{field.name}", len(state.nodes(field, parent))


def _hidden(node: Node) -> Iterator[Node]:
    if not node.relevant:
        yield node
    for child in node.elements():
        yield from _hidden(child)


def restore_into(state: State, saved: Mapping[str, Any]) -> None:
    """Put a saved state into a blank one; paths the form no longer has are passed over."""
    for path, number in sorted(saved.get("repeats", {}).items(), key=lambda entry: entry[0].count("/")):
        _fit(state, path, int(number))
    values = saved.get("values", {})
    for leaf in leaves(state.root):  # instances that the form begins with have texts of their own
        leaf.text = str(values.get(state.path(leaf), leaf.definition.default))
    for path in saved.get("hidden", ()):
        node = find(state, path)
        if node is not None:
            node.relevant = False
    state.once = {path: dict(memory) for path, memory in saved.get("once", {}).items()}


def _fit(state: State, path: str, number: int) -> None:
    outer, _, name = path.rpartition("/")
    parent = find(state, outer)
    field = parent.definition.children.get(name) if parent is not None else None
    if parent is None or field is None or field.repeat is None:
        return
    instances = list(state.nodes(field, parent))
    for _ in range(len(instances), number):
        state.insert(parent, field)
    for node in instances[number:]:
        state.take_out(node)


def find(state: State, path: str) -> Node | None:
    """The node at exactly this path."""
    steps = _STEP.findall(path)
    if not steps or steps[0][0] != state.root.name:
        return None
    node = state.root
    for name, place in steps[1:]:
        field = node.definition.children.get(name)
        instances = state.nodes(field, node) if field is not None else []
        index = int(place or 1) - 1
        if index >= len(instances):
            return None
        node = instances[index]
    return node
