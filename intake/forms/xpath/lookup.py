"""Equality predicates on choice lists answered from an index instead of a scan."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from intake.forms.xpath.environment import Context
from intake.forms.xpath.syntax import Call, Chain, Expression, Literal, NameTest, Path, Rooted, walk
from intake.forms.xpath.tree import Node, string_value
from intake.forms.xpath.values import Value, to_string

Run = Callable[[Context], Value]


@dataclass(frozen=True, slots=True)
class IndexedPredicate:
    """`[key = wanted …]` on the children of a node that never changes: a first choice, to be checked in full."""

    key: str
    wanted: Run

    def select(self, node: Node, child_name: str, context: Context) -> list[Node]:
        """The children of `node` called `child_name` whose `key` equals what is wanted."""
        value = self.wanted(context)
        if isinstance(value, bool | float):
            return node.namesakes(child_name)
        texts = {string_value(item) for item in value} if isinstance(value, list) else {to_string(value)}
        if not texts or "" in texts:
            return node.namesakes(child_name)
        index = _index(node, child_name, self.key)
        context.environment.spend(1 + len(texts))
        if len(texts) == 1:
            return list(index.get(texts.pop(), ()))
        return [child for child in node.children if any(child in index.get(text, ()) for text in texts)]


def _index(node: Node, child_name: str, key: str) -> dict[str, list[Node]]:
    assert node.index is not None  # the caller asked for it
    name = f"{child_name}/{key}"
    index = node.index.get(name)
    if index is None:
        index = node.index[name] = {}
        for child in node.namesakes(child_name):
            for found in child.namesakes(key):
                index.setdefault(string_value(found), []).append(child)
    return index


def indexed_predicate(
    predicate: Expression, compile_expression: Callable[[Expression], Run]
) -> IndexedPredicate | None:
    """The indexed form of `key = wanted [and …]`, when `wanted` does not depend on the item."""
    if not isinstance(predicate, Chain) or any(_positional(part) for part in walk(predicate)):
        return None
    if predicate.rest[0][0] == "and":
        parts: list[Expression] = [predicate.first, *(operand for _, operand in predicate.rest)]
    else:
        parts = [predicate]
    for part in parts:
        pair = _key_and_wanted(part)
        if pair is not None:
            return IndexedPredicate(pair[0], compile_expression(pair[1]))
    return None


def _positional(expression: Expression) -> bool:
    return (
        isinstance(expression, Call) and expression.name in ("position", "last") and not expression.arguments
    )


def _key_and_wanted(part: Expression) -> tuple[str, Expression] | None:
    if not isinstance(part, Chain) or len(part.rest) != 1 or part.rest[0][0] != "=":
        return None
    left, right = part.first, part.rest[0][1]
    for key, wanted in ((left, right), (right, left)):
        name = _plain_child(key)
        if name is not None and _independent(wanted):
            return name, wanted
    return None


def _plain_child(expression: Expression) -> str | None:
    if not isinstance(expression, Path) or expression.absolute or len(expression.steps) != 1:
        return None
    step = expression.steps[0]
    if (
        step.axis == "child"
        and not step.predicates
        and isinstance(step.test, NameTest)
        and step.test.prefix is None
    ):
        return None if step.test.local == "*" else step.test.local
    return None


def _independent(expression: Expression) -> bool:
    """Whether the value is the same for every item: literals, absolute paths, paths from `current()`."""
    match expression:
        case Literal():
            return True
        case Path(absolute, steps):
            return absolute and not any(step.predicates for step in steps)
        case Rooted(Call("current", ()), predicates, steps):
            return not predicates and not any(step.predicates for step in steps)
    return False
