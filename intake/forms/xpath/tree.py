"""The tree expressions are evaluated over: a small XPath 1.0 data model, one class for every kind of node."""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import Any

XFORMS = "http://www.w3.org/2002/xforms"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {
    "xforms": XFORMS,
    "xf": XFORMS,
    "h": "http://www.w3.org/1999/xhtml",
    "html": "http://www.w3.org/1999/xhtml",
    "xhtml": "http://www.w3.org/1999/xhtml",
    "jr": "http://openrosa.org/javarosa",
    "orx": "http://openrosa.org/xforms",
    "odk": "http://www.opendatakit.org/xforms",
    "ev": "http://www.w3.org/2001/xml-events",
    "xsd": "http://www.w3.org/2001/XMLSchema",
    "entities": "http://www.opendatakit.org/xforms/entities",
    "xml": XML,
}


class Kind(IntEnum):
    """The node types of XPath 1.0."""

    ROOT = 0
    ELEMENT = 1
    ATTRIBUTE = 2
    TEXT = 3
    COMMENT = 4
    INSTRUCTION = 5
    NAMESPACE = 6


class Node:
    """A node. An element without child nodes keeps its text in `text`; others hold explicit text nodes.

    `relevant` is the node's own relevance in a running form; `definition` is what the form says about it.
    """

    __slots__ = (
        "attributes",
        "children",
        "definition",
        "index",
        "kind",
        "name",
        "names",
        "namespaces",
        "parent",
        "prefix",
        "relevant",
        "text",
        "uri",
    )

    def __init__(
        self,
        kind: Kind,
        name: str = "",
        text: str = "",
        *,
        prefix: str | None = None,
        uri: str = "",
        parent: Node | None = None,
    ) -> None:
        self.kind = kind
        self.name = name
        self.text = text
        self.prefix = prefix
        self.uri = uri
        self.parent = parent
        self.children: list[Node] = []
        self.attributes: list[Node] = []
        self.namespaces: dict[str | None, str] | None = None
        self.relevant = True
        self.definition: Any = None
        self.index: dict[str, dict[str, list[Node]]] | None = None
        self.names: dict[str, list[Node]] | None = None

    def __repr__(self) -> str:
        return f"<{self.kind.name} {self.name or self.text!r}>"

    @property
    def qualified_name(self) -> str:
        return f"{self.prefix}:{self.name}" if self.prefix else self.name

    def append(self, child: Node) -> Node:
        return self.insert(len(self.children), child)

    def insert(self, place: int, child: Node) -> Node:
        child.parent = self
        self.children.insert(place, child)
        self.names = None
        return child

    def remove(self, child: Node) -> None:
        self.children.remove(child)
        self.names = None
        child.parent = None

    def namesakes(self, name: str) -> list[Node]:
        """The child elements called `name`, whatever their namespace; found without a scan after the first time."""
        if self.names is None:
            self.names = {}
            for child in self.children:
                if child.kind is Kind.ELEMENT:
                    self.names.setdefault(child.name, []).append(child)
        return self.names.get(name, [])

    def content(self) -> list[Node]:
        """The child nodes as XPath sees them, a lone text included."""
        if self.children or not self.text or self.kind is not Kind.ELEMENT:
            return self.children
        return [Node(Kind.TEXT, text=self.text, parent=self)]

    def attribute(self, name: str, default: str = "") -> str:
        for attribute in self.attributes:
            if attribute.name == name:
                return attribute.text
        return default

    def child(self, name: str) -> Node | None:
        found = self.namesakes(name)
        return found[0] if found else None

    def elements(self) -> Iterator[Node]:
        return (child for child in self.children if child.kind is Kind.ELEMENT)

    def descendants(self) -> Iterator[Node]:
        """Everything below, in document order, the irrelevant left out."""
        for child in self.content():
            if child.relevant:
                yield child
                yield from child.descendants()

    def root(self) -> Node:
        node = self
        while node.parent is not None:
            node = node.parent
        return node


def string_value(node: Node) -> str:
    """The string-value of a node (XPath 1.0, section 5)."""
    if not node.children:
        return node.text
    return "".join(
        string_value(child)
        for child in node.children
        if child.relevant and child.kind in (Kind.ELEMENT, Kind.TEXT)
    )


def chain(node: Node) -> list[Node]:
    """The ancestors of `node` from the root down, itself last."""
    nodes = [node]
    while nodes[-1].parent is not None:
        nodes.append(nodes[-1].parent)
    nodes.reverse()
    return nodes


def in_document_order(nodes: list[Node]) -> list[Node]:
    """The nodes without duplicates, in document order."""
    unique = list({id(node): node for node in nodes}.values())
    if len(unique) < 2:
        return unique
    positions: dict[int, dict[int, int]] = {}

    def key(node: Node) -> tuple[tuple[int, int], ...]:
        steps = []
        while node.parent is not None:
            steps.append(_position(node, node.parent, positions))
            node = node.parent
        steps.append((0, id(node)))
        return tuple(reversed(steps))

    return sorted(unique, key=key)


def _position(node: Node, parent: Node, positions: dict[int, dict[int, int]]) -> tuple[int, int]:
    if node.kind is Kind.NAMESPACE:
        return (0, 0)
    group = 1 if node.kind is Kind.ATTRIBUTE else 2
    known = positions.get(id(parent))
    if known is None:
        siblings = [*parent.attributes, *parent.children]
        known = positions[id(parent)] = {id(sibling): place for place, sibling in enumerate(siblings)}
    return (group, known.get(id(node), 0))
