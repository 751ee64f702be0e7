"""Equality predicates on choice lists answered from an index instead of a scan."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from intake.forms.xpath.environment import Context
from intake.forms.xpath.syntax import Call, Chain, Expression, Literal, NameTest, Path, Rooted, walk
from intake.forms.xpath.tree import Node, string_value
from intake.forms.xpath.values import Value, to_string

Run = Callable[[Context], Value]


@dataclass(frozen=True, slots=True)
class IndexedPredicate:
    """`[key = wanted and …]` on the children of a node that never changes: a first choice, to be checked in full."""

    parts: tuple[tuple[str, Run], ...]

    def select(self, node: Node, child_name: str, context: Context) -> list[Node]:
        """The children of `node` called `child_name` that fit the part which leaves fewest."""
        found: list[Node] | None = None
        for key, wanted in self.parts:
            fewer = _fitting(node, child_name, key, wanted(context), context)
            if fewer is not None and (found is None or len(fewer) < len(found)):
                found = fewer
        return node.namesakes(child_name) if found is None else list(found)


def _fitting(node: Node, child_name: str, key: str, value: Value, context: Context) -> list[Node] | None:
    """The children whose `key` equals the value; None where the index cannot say."""
    if isinstance(value, bool | float):
        return None
    texts = {string_value(item) for item in value} if isinstance(value, list) else {to_string(value)}
    if not texts or "" in texts:
        return None
    index = _index(node, child_name, key)
    context.environment.spend(1 + len(texts))
    if len(texts) == 1:
        return index.get(texts.pop(), [])
    return [child for child in node.children if any(child in index.get(text, ()) for text in texts)]


def keyed(node: Node, key: str, wanted: str) -> Iterable[Node]:
    """The children whose `key` is `wanted`, from the index where the list has one."""
    first = next(node.elements(), None)
    if node.index is None or first is None or key.startswith("@"):
        return (child for child in node.elements() if cell(child, key) == wanted)
    return _index(node, first.name, key).get(wanted, ())


def cell(item: Node, name: str) -> str:
    """The text of a column; one that begins with @ is an attribute."""
    if name.startswith("@"):
        return item.attribute(name[1:])
    child = item.child(name)
    return "" if child is None else string_value(child)


def _index(node: Node, child_name: str, key: str) -> dict[str, list[Node]]:
    assert node.index is not None  # the caller asked for it
    name = f"{child_name}/{key}"
    index = node.index.get(name)
    if index is None:
        index = node.index[name] = {}
        for child in node.namesakes(child_name):
            for found in child.namesakes(key):
                fitting = index.setdefault(string_value(found), [])
                if not fitting or fitting[-1] is not child:
                    fitting.append(child)
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
    pairs = [pair for part in parts if (pair := _key_and_wanted(part)) is not None]
    if not pairs:
        return None
    return IndexedPredicate(tuple((key, compile_expression(wanted)) for key, wanted in pairs))


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
