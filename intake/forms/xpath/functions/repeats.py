"""`indexed-repeat()`: a question in a chosen repeat instance."""

from __future__ import annotations

import math

from intake.forms.xpath.environment import Context
from intake.forms.xpath.errors import WrongArguments
from intake.forms.xpath.functions.registry import MANY, function, nodes_of
from intake.forms.xpath.tree import Node, chain
from intake.forms.xpath.values import Value, to_number


@function("indexed-repeat", 3, MANY)
def indexed_repeat(context: Context, target: Value, *pairs: Value) -> Value:
    """The target nodes inside the chosen instances.

    Repeats that are not named keep to the instance around the current node, as in JavaRosa.
    """
    if len(pairs) % 2:
        raise WrongArguments("indexed-repeat() takes each repeat with its index")
    chosen: list[Node] = []
    levels = [
        (nodes_of(repeats, "indexed-repeat"), to_number(index, context.environment.zone))
        for repeats, index in zip(pairs[::2], pairs[1::2], strict=True)
    ]
    for repeats, index in sorted(levels, key=lambda level: _depth(level[0])):
        inside = _within(repeats, chosen[-1]) if chosen else _around(repeats, context.current)
        if math.isnan(index) or not 1 <= index <= len(inside):
            return []
        chosen.append(inside[int(index) - 1])
    return _within(nodes_of(target, "indexed-repeat"), chosen[-1])


def _depth(repeats: list[Node]) -> int:
    return len(chain(repeats[0])) if repeats else 0


def _within(nodes: list[Node], ancestor: Node) -> list[Node]:
    return [node for node in nodes if ancestor in chain(node)]


def _around(repeats: list[Node], current: Node) -> list[Node]:
    """The instances that share the nearest outer instance with the current node."""
    around = {id(node) for node in chain(current)}
    shared = max((sum(id(node) in around for node in chain(repeat)[:-1]) for repeat in repeats), default=0)
    return [repeat for repeat in repeats if sum(id(node) in around for node in chain(repeat)[:-1]) == shared]
