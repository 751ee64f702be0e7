"""Booleans, conditions, and what a node-set is (XPath 1.0 section 4.1 and 4.3; OpenRosa `if`, `once`, …)."""

from __future__ import annotations

import math
from collections.abc import Callable

from intake.forms.xpath.environment import Context
from intake.forms.xpath.errors import WrongArguments
from intake.forms.xpath.functions.registry import MANY, function, nodes_of
from intake.forms.xpath.tree import XML, Kind, Node, string_value
from intake.forms.xpath.values import Scalar, Value, to_boolean, to_number, to_string

Run = Callable[[Context], Value]


@function("true", 0)
def true(_context: Context) -> Value:
    return True


@function("false", 0)
def false(_context: Context) -> Value:
    return False


@function("boolean", 1)
def boolean(_context: Context, value: Value) -> Value:
    return to_boolean(value)


@function("not", 1)
def negate(_context: Context, value: Value) -> Value:
    return not to_boolean(value)


@function("boolean-from-string", 1)
def boolean_from_string(_context: Context, value: Value) -> Value:
    return to_string(value) in ("1", "true")


@function("if", 3, lazy=True)
def choose(context: Context, condition: Run, then: Run, otherwise: Run) -> Value:
    return then(context) if to_boolean(condition(context)) else otherwise(context)


@function("coalesce", 1, MANY, lazy=True)
def coalesce(context: Context, *runs: Run) -> Value:
    for run in runs:
        text = to_string(run(context))
        if text:
            return text
    return ""


@function("once", 1, lazy=True)
def once(context: Context, run: Run) -> Value:
    return string_value(context.current) or to_string(run(context))


def flattened(values: tuple[Value, ...]) -> list[Scalar]:
    """Every node of every node-set, and every other value, as one list."""
    flat: list[Scalar] = []
    for value in values:
        if isinstance(value, list):
            flat.extend(string_value(node) for node in value)
        else:
            flat.append(value)
    return flat


@function("checklist", 2, MANY)
def checklist(context: Context, least: Value, most: Value, *values: Value) -> Value:
    count = sum(_holds(value) for value in values)
    return _between(count, to_number(least), to_number(most))


def _holds(value: Value) -> int:
    if isinstance(value, list):
        return sum(bool(string_value(node)) for node in value)
    return int(to_boolean(value))


@function("weighted-checklist", 2, MANY)
def weighted_checklist(context: Context, least: Value, most: Value, *pairs: Value) -> Value:
    if len(pairs) % 2:
        raise WrongArguments("weighted-checklist() takes each condition with its weight")
    total = 0.0
    for condition, weight in zip(pairs[::2], pairs[1::2], strict=True):
        if isinstance(condition, list) and isinstance(weight, list):
            for node, heavy in zip(condition, weight, strict=False):
                total += to_number(string_value(heavy)) if string_value(node) else 0
        else:
            total += _holds(condition) * to_number(weight)
    return _between(total, to_number(least), to_number(most))


def _between(count: float, least: float, most: float) -> bool:
    """Whether `count` lies in the bounds; -1 stands for no bound."""
    return (least == -1 or count >= least) and (most == -1 or count <= most)


@function("position", 0, 1)
def position(context: Context, nodes: Value | None = None) -> Value:
    if nodes is None:
        return float(context.position or place_among_namesakes(context.node))
    found = nodes_of(nodes, "position")
    return float(place_among_namesakes(found[0])) if found else math.nan


def place_among_namesakes(node: Node) -> int:
    """1-based place among the siblings that share its name."""
    if node.parent is None:
        return 1
    place = 0
    for sibling in node.parent.children:
        if sibling.name == node.name and sibling.kind is node.kind and sibling.uri == node.uri:
            place += 1
        if sibling is node:
            return place
    return 1


@function("last", 0)
def last(context: Context) -> Value:
    return float(context.size)


@function("count", 1)
def count(_context: Context, nodes: Value) -> Value:
    return float(len(nodes_of(nodes, "count")))


@function("count-non-empty", 1)
def count_non_empty(_context: Context, nodes: Value) -> Value:
    return float(sum(bool(string_value(node)) for node in nodes_of(nodes, "count-non-empty")))


@function("current", 0)
def current(context: Context) -> Value:
    return [context.current]


@function("id", 1)
def by_id(context: Context, value: Value) -> Value:
    texts = [string_value(node) for node in value] if isinstance(value, list) else [to_string(value)]
    wanted = {word for text in texts for word in text.split()}
    root = context.node.root()
    return [node for node in root.descendants() if node.kind is Kind.ELEMENT and _identity(node) in wanted]


def _identity(node: Node) -> str | None:
    for attribute in node.attributes:
        if attribute.name == "id" and attribute.uri in ("", XML):
            return attribute.text
    return None


@function("lang", 1)
def lang(context: Context, value: Value) -> Value:
    wanted = to_string(value).lower()
    node: Node | None = context.node
    while node is not None:
        for attribute in node.attributes:
            if attribute.name == "lang" and attribute.uri == XML:
                spoken = attribute.text.lower()
                return spoken == wanted or spoken.startswith(f"{wanted}-")
        node = node.parent
    return False


def _first(context: Context, value: Value | None, name: str) -> Node | None:
    if value is None:
        return context.node
    found = nodes_of(value, name)
    return found[0] if found else None


@function("local-name", 0, 1)
def local_name(context: Context, nodes: Value | None = None) -> Value:
    node = _first(context, nodes, "local-name")
    return node.name if node else ""


@function("name", 0, 1)
def name(context: Context, nodes: Value | None = None) -> Value:
    node = _first(context, nodes, "name")
    return node.qualified_name if node else ""


@function("namespace-uri", 0, 1)
def namespace_uri(context: Context, nodes: Value | None = None) -> Value:
    node = _first(context, nodes, "namespace-uri")
    return node.uri if node and node.kind in (Kind.ELEMENT, Kind.ATTRIBUTE) else ""
