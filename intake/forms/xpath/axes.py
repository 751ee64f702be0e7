"""The thirteen axes, and node tests on them (XPath 1.0, section 2)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from intake.forms.xpath.environment import Context
from intake.forms.xpath.syntax import NameTest, TypeTest
from intake.forms.xpath.tree import XFORMS, XML, Kind, Node

Axis = Callable[[Node], Iterable[Node]]
Test = Callable[[Context, Node], bool]

IN_ORDER = frozenset({"child", "attribute", "self", "namespace"})


def _child(node: Node) -> Iterable[Node]:
    return [child for child in node.content() if child.relevant]


def _descendant(node: Node) -> Iterator[Node]:
    return node.descendants()


def _descendant_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from node.descendants()


def _parent(node: Node) -> Iterable[Node]:
    return [] if node.parent is None else [node.parent]


def _ancestor(node: Node) -> Iterator[Node]:
    while node.parent is not None:
        node = node.parent
        yield node


def _ancestor_or_self(node: Node) -> Iterator[Node]:
    yield node
    yield from _ancestor(node)


def _siblings(node: Node) -> tuple[list[Node], int]:
    if node.parent is None or node.kind in (Kind.ATTRIBUTE, Kind.NAMESPACE):
        return [], 0
    siblings = node.parent.children
    return siblings, next((i for i, sibling in enumerate(siblings) if sibling is node), 0)


def _following_sibling(node: Node) -> Iterator[Node]:
    siblings, place = _siblings(node)
    return (sibling for sibling in siblings[place + 1 :] if sibling.relevant)


def _preceding_sibling(node: Node) -> Iterator[Node]:
    siblings, place = _siblings(node)
    return (sibling for sibling in reversed(siblings[:place]) if sibling.relevant)


def _following(node: Node) -> Iterator[Node]:
    if node.kind in (Kind.ATTRIBUTE, Kind.NAMESPACE) and node.parent is not None:
        yield from node.parent.descendants()
        node = node.parent
    for ancestor in _ancestor_or_self(node):
        for sibling in _following_sibling(ancestor):
            yield from _descendant_or_self(sibling)


def _preceding(node: Node) -> Iterator[Node]:
    if node.kind in (Kind.ATTRIBUTE, Kind.NAMESPACE) and node.parent is not None:
        node = node.parent
    for ancestor in _ancestor_or_self(node):
        for sibling in _preceding_sibling(ancestor):
            yield from reversed(list(_descendant_or_self(sibling)))


def _attribute(node: Node) -> Iterable[Node]:
    return node.attributes


def _self(node: Node) -> Iterable[Node]:
    return [node]


def _namespace(node: Node) -> Iterable[Node]:
    if node.kind is not Kind.ELEMENT:
        return []
    known: dict[str, str] = {"xml": XML}
    for element in [*[*_ancestor(node)][::-1], node]:
        known.update({prefix or "": uri for prefix, uri in (element.namespaces or {}).items()})
    return [Node(Kind.NAMESPACE, name, uri, parent=node) for name, uri in known.items() if uri]


AXES: dict[str, Axis] = {
    "child": _child,
    "descendant": _descendant,
    "descendant-or-self": _descendant_or_self,
    "parent": _parent,
    "ancestor": _ancestor,
    "ancestor-or-self": _ancestor_or_self,
    "following-sibling": _following_sibling,
    "preceding-sibling": _preceding_sibling,
    "following": _following,
    "preceding": _preceding,
    "attribute": _attribute,
    "self": _self,
    "namespace": _namespace,
}

_PRINCIPAL = {"attribute": Kind.ATTRIBUTE, "namespace": Kind.NAMESPACE}
_TYPES = {"text": Kind.TEXT, "comment": Kind.COMMENT, "processing-instruction": Kind.INSTRUCTION}


def node_test(axis: str, test: NameTest | TypeTest) -> Test:
    """The predicate a node on `axis` must pass."""
    if isinstance(test, TypeTest):
        return _type_test(test)
    kind = _PRINCIPAL.get(axis, Kind.ELEMENT)
    if test.local == "*" and test.prefix is None:
        return lambda _context, node: node.kind is kind
    if test.prefix is None:
        return _plain_name(kind, test.local)
    return _prefixed_name(kind, test.prefix, test.local)


def _type_test(test: TypeTest) -> Test:
    if test.kind == "node":
        return lambda _context, _node: True
    kind, target = _TYPES[test.kind], test.target
    return lambda _context, node: node.kind is kind and (target is None or node.name == target)


def _plain_name(kind: Kind, name: str) -> Test:
    def matches(context: Context, node: Node) -> bool:
        if node.name != name or node.kind is not kind:
            return False
        return not node.uri or node.uri == XFORMS or context.environment.contextual

    return matches


def _prefixed_name(kind: Kind, prefix: str, name: str) -> Test:
    def matches(context: Context, node: Node) -> bool:
        if node.kind is not kind or name not in ("*", node.name):
            return False
        uri = context.environment.namespaces.get(prefix)
        if uri is None:
            return node.prefix == prefix
        return node.uri == uri or (context.environment.contextual and node.prefix == prefix)

    return matches
