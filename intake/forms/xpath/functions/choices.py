"""Selections and choice lists."""

from __future__ import annotations

import math
from collections.abc import Callable

from intake.forms.xpath.environment import Context
from intake.forms.xpath.functions.registry import function, nodes_of
from intake.forms.xpath.functions.shuffle import seed_of, shuffled
from intake.forms.xpath.lookup import cell, keyed
from intake.forms.xpath.tree import Node, string_value
from intake.forms.xpath.values import Value, to_number, to_string

Run = Callable[[Context], Value]


@function("selected", 2)
def selected(_context: Context, chosen: Value, name: Value) -> Value:
    """Whether the choice is among those ticked; the empty name asks whether none is."""
    wanted, ticked = to_string(name).strip(), to_string(chosen).split()
    return wanted in ticked if wanted else not ticked


function("is-selected", 2)(selected)


@function("selected-at", 2)
def selected_at(_context: Context, chosen: Value, place: Value) -> Value:
    names, index = to_string(chosen).split(), to_number(place)
    if math.isnan(index) or not 0 <= index < len(names):
        return ""
    return names[int(index)]


@function("count-selected", 1)
def count_selected(_context: Context, chosen: Value) -> Value:
    return float(len(to_string(chosen).split()))


@function("jr:choice-name", 2, lazy=True)
def choice_name(context: Context, value: Run, question: Run) -> Value:
    """The label of a choice; the question is a path, or its text as pyxform writes it."""
    from intake.forms.xpath.evaluate import compiled

    target = question(context)
    if isinstance(target, str):
        target = compiled(target).within(context)
    host = context.environment.host
    if host is None or not isinstance(target, list) or not target:
        return ""
    return host.choice_name(target[0], to_string(value(context)))


@function("instance", 1)
def instance(context: Context, identifier: Value) -> Value:
    name = to_string(identifier)
    host = context.environment.host
    found = host.instance(name) if host is not None else _model_instance(context.environment.document, name)
    return [] if found is None else [found]


def _model_instance(document: Node, name: str) -> Node | None:
    for node in document.descendants():
        if node.name == "instance" and node.attribute("id") == name:
            return node
    return None


@function("pulldata", 4)
def pulldata(context: Context, name: Value, column: Value, key_column: Value, key: Value) -> Value:
    host = context.environment.host
    found = host.instance(to_string(name)) if host is not None else None
    root = next(found.elements(), None) if found is not None else None
    for item in keyed(root, to_string(key_column), to_string(key)) if root is not None else ():
        return cell(item, to_string(column))
    return ""


@function("randomize", 1, 2)
def randomize(context: Context, nodes: Value, seed: Value | None = None) -> Value:
    found = nodes_of(nodes, "randomize")
    if seed is None:
        return shuffled(found, context.environment.random.randrange(1, 2**31 - 1))
    return shuffled(found, seed_of(to_number(seed), to_string(seed)))


@function("jr:itext", 1)
def itext(context: Context, identifier: Value) -> Value:
    host, wanted = context.environment.host, to_string(identifier)
    return host.itext(wanted) if host is not None else _model_text(context.environment.document, wanted)


def _model_text(document: Node, identifier: str) -> str:
    """The text in the language that is marked as default, else in the first."""
    translations = [node for node in document.descendants() if node.name == "translation"]
    marked = [node for node in translations if any(each.name == "default" for each in node.attributes)]
    for node in [*marked, *translations][:1]:
        for text in node.namesakes("text"):
            value = text.child("value")
            if text.attribute("id") == identifier and value is not None:
                return string_value(value)
    return ""


@function("property", 1)
def device_property(context: Context, name: Value) -> Value:
    host = context.environment.host
    return host.property(to_string(name)) if host is not None else ""


@function("version", 0)
def version(context: Context) -> Value:
    host = context.environment.host
    return host.version() if host is not None else ""
