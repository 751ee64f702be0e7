"""The answer tree of one running form: its nodes, their paths, and the instances of its repeats."""

from __future__ import annotations

from collections.abc import Iterator

from intake.forms.form import Form
from intake.forms.model import Field
from intake.forms.xform import new_instance
from intake.forms.xpath import ExpressionLimit, Kind, Node

MAX_INSTANCES = 500
MAX_NODES = 20_000


class FormFull(ExpressionLimit):
    """No more instances: the form has as many fields as it may have."""


class AnswerTree:
    """Nodes of one instance. `structure` goes up when repeat instances come or go."""

    def __init__(self, form: Form) -> None:
        self.form = form
        self.document = Node(Kind.ROOT)
        self.root = self.document.append(new_instance(form.template))
        self.structure = 0
        self._paths: dict[Node, str] = {}  # by node, until an instance comes or goes
        self._size = _count(self.root)

    def nodes(self, field: Field, under: Node | None = None) -> list[Node]:
        """Every node of `field`, below `under` when given."""
        start = self.root if under is None else under
        path: list[Field] = []
        for outer in field.ancestors():
            if outer is start.definition:
                break
            path.append(outer)
        found = [start]
        for outer in reversed(path):
            found = [inner for node in found for inner in of_field(node, outer)]
        return found

    def path(self, node: Node) -> str:
        """The path of a node with the numbers of its repeat instances."""
        known = self._paths.get(node)
        if known is None:
            known = self._paths[node] = self._path(node)
        return known

    def _path(self, node: Node) -> str:
        parts = []
        while node.parent is not None:
            field: Field = node.definition
            name = field.name if field is not None else node.name
            siblings = of_field(node.parent, field) if field is not None else []
            if len(siblings) > 1 or (field is not None and field.repeat is not None):
                name = f"{name}[{next(i for i, each in enumerate(siblings, 1) if each is node)}]"
            parts.append(name)
            node = node.parent
        return "/" + "/".join(reversed(parts))

    def insert(self, parent: Node, field: Field) -> Node:
        """A new last instance of a repeat, no rule run yet."""
        assert field.repeat is not None  # only repeats are added
        node = new_instance(field.repeat.template)
        size = self._size + _count(node)
        if size > MAX_NODES:
            raise FormFull(f"the form has grown beyond {MAX_NODES} fields in all its repeats")
        self._size = size
        self._restructured()
        siblings = of_field(parent, field)
        place = parent.children.index(siblings[-1]) + 1 if siblings else _place_of(parent, field)
        return parent.insert(place, node)

    def take_out(self, node: Node) -> None:
        """Take an instance of a repeat out, no rule run yet."""
        assert node.parent is not None  # the root is no repeat
        self._restructured()
        self._size -= _count(node)
        node.parent.remove(node)

    def _restructured(self) -> None:
        self.structure += 1
        self._paths.clear()


def without(path: str, gone: str) -> str:
    """What `path` is called once the repeat instance `gone` is out: those behind it move up, its own are no more."""
    repeat, _, number = gone.rpartition("[")
    if not path.startswith(f"{repeat}["):
        return path
    place, closing, inside = path[len(repeat) + 1 :].partition("]")
    here, taken = int(place), int(number[:-1])
    if here == taken:
        return ""
    return f"{repeat}[{here - (here > taken)}{closing}{inside}"


def _count(node: Node) -> int:
    return 1 + sum(_count(child) for child in node.children)


def of_field(node: Node, field: Field) -> list[Node]:
    if field.name.startswith("@"):
        return [attribute for attribute in node.attributes if attribute.definition is field]
    return node.namesakes(field.name)


def _place_of(parent: Node, field: Field) -> int:
    """Where the first instance of a repeat belongs among its siblings."""
    order = list(parent.definition.children.values())
    before = set(order[: order.index(field)])
    place = 0
    for index, child in enumerate(parent.children, start=1):
        if child.definition in before:
            place = index
    return place


def leaves(node: Node) -> Iterator[Node]:
    """Every node that can hold a value, attributes of fields included."""
    for attribute in node.attributes:
        if attribute.definition is not None:
            yield attribute
    if node.definition is not None and node.definition.leaf:
        yield node
        return
    for child in node.elements():
        yield from leaves(child)
