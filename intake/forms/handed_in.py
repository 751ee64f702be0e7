"""A submission's XML read back into the answer tree of its form, so that it can be written as CSV and JSON too."""

from __future__ import annotations

from typing import Any

from intake.forms.export import INSTANCE_ID, tag
from intake.forms.model import Field
from intake.forms.state import State
from intake.forms.tree import of_field
from intake.forms.xform import local
from intake.forms.xpath import Node
from intake.forms.xpath.xml import parse_element


def fill(state: State, xml: str) -> None:
    """Put the values of `xml` into a blank tree; no rule runs, and what the XML lacks is not relevant.

    Raises `XmlError` when it is no XML.
    """
    root = parse_element(xml)
    named = next((element.text for element in root.iter() if local(element) == INSTANCE_ID), None)
    if named:
        state.once.setdefault("/", {})[INSTANCE_ID] = named  # for a form that has no field for it
    _take(state, state.root, root)


def _take(state: State, node: Node, element: Any) -> None:
    for attribute in node.attributes:
        attribute.text = element.get(tag(attribute), attribute.text)
    if node.definition.leaf:
        node.text = element.text or ""
        return
    found: dict[str, list[Any]] = {}
    for child in element:
        found.setdefault(local(child), []).append(child)
    for field in node.definition.children.values():
        if not field.name.startswith("@"):
            _take_all(state, node, field, found.get(field.name, []))


def _take_all(state: State, parent: Node, field: Field, elements: list[Any]) -> None:
    present = list(of_field(parent, field))
    if field.repeat is not None:
        for _ in range(len(present), len(elements)):
            state.insert(parent, field)
        for node in present[len(elements) :]:
            state.take_out(node)
        present = list(of_field(parent, field))
    for node in present[len(elements) :]:
        node.relevant = False
    for node, element in zip(present, elements, strict=False):
        _take(state, node, element)
