"""Which fields an expression reads, worked out from its syntax alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from intake.forms.model import Field, Itemset
from intake.forms.xpath.errors import ExpressionError
from intake.forms.xpath.parser import parse
from intake.forms.xpath.syntax import (
    Call,
    Expression,
    Literal,
    NameTest,
    Path,
    Rooted,
    Step,
    children,
)

_STILL = frozenset({"self", "child", "descendant", "descendant-or-self", "attribute", "namespace"})


@dataclass(frozen=True, slots=True)
class Reference:
    """A field read by an expression.

    `shared` is the innermost field whose very instance both sides share: a change in another instance of it does
    not concern the reader. `dangling` holds the path as written when it leads nowhere. Of a `placed` one
    only the place among its siblings is read (`position(..)`), neither value nor relevance.
    """

    target: Field | None
    shared: Field | None
    dangling: str = ""
    placed: bool = False


def references(expression: Expression, at: Field, root: Field) -> list[Reference]:
    """Every field `expression` reads when evaluated at `at`."""
    return list(_Reader(at, root).read(expression, {at}, at))


@dataclass(frozen=True, slots=True)
class _Reader:
    at: Field
    root: Field

    def read(
        self, expression: Expression, context: set[Field] | None, pivot: Field | None
    ) -> Iterator[Reference]:
        match expression:
            case Path(absolute, steps):
                start, shared = ({self.root}, self._bound(steps)) if absolute else (context, pivot)
                if absolute:
                    yield from self._from_root(expression, shared)
                else:
                    yield from self._follow(steps, start, shared, _shown(expression))
            case Rooted(base, predicates, steps):
                yield from self._rooted(base, predicates, steps, context, pivot)
            case Call(name, arguments) if name == "indexed-repeat":
                for argument in arguments:
                    yield from self._unbound(argument, context)
            case Call("position", ()) if context == {self.at}:
                yield Reference(self.at, self.at.parent, placed=True)
            case Call("position", (Path(), *_) as arguments):
                for reference in self.read(arguments[0], context, pivot):
                    yield replace(reference, placed=True)
            case Call(name, (value, Literal(path))) if name.endswith("choice-name"):
                yield from self.read(value, context, pivot)
                yield from self._choices(path, context)
            case _:
                for child in children(expression):
                    yield from self.read(child, context, pivot)

    def _unbound(self, argument: Expression, context: set[Field] | None) -> Iterator[Reference]:
        for reference in self.read(argument, context, self.at):
            yield Reference(reference.target, None, reference.dangling)

    def _choices(self, path: str, context: set[Field] | None) -> Iterator[Reference]:
        """The question whose choices are named, and the fields those choices come from."""
        try:
            question = parse(path)
        except ExpressionError:
            return
        for reference in self._unbound(question, context):
            yield reference
            control = reference.target.control if reference.target is not None else None
            if control is not None and control.itemset is not None:
                yield from _itemset(control.itemset, control.field, self.root)

    def _rooted(
        self,
        base: Expression,
        predicates: tuple[Expression, ...],
        steps: tuple[Step, ...],
        context: set[Field] | None,
        pivot: Field | None,
    ) -> Iterator[Reference]:
        start: set[Field] | None = None
        shared = pivot
        if isinstance(base, Call) and base.name == "current":
            start, shared = {self.at}, self.at
        elif isinstance(base, Path):
            found = list(self.read(base, context, pivot))
            yield from found
            start = {reference.target for reference in found if reference.target is not None} or None
            shared = None
        else:
            yield from self.read(base, context, pivot)
        for predicate in predicates:
            yield from self.read(predicate, start, shared)
        yield from self._follow(steps, start, shared, "")

    def _from_root(self, path: Path, shared: Field | None) -> Iterator[Reference]:
        first, *rest = path.steps or (None,)
        if first is None:
            return
        if first.axis in ("descendant", "descendant-or-self"):
            yield from self._follow(tuple(rest), set(self.root.subtree()), None, _shown(path))
            return
        if not isinstance(first.test, NameTest) or first.test.local not in ("*", self.root.name):
            yield Reference(None, None, _shown(path))
            return
        yield from self._follow(tuple(rest), {self.root}, shared, _shown(path))

    def _bound(self, steps: tuple[Step, ...]) -> Field | None:
        """The deepest field around the reader that the plain leading steps name."""
        around = list(self.at.ancestors())[::-1]
        shared: Field | None = None
        for step, field in zip(steps[:-1], around, strict=False):
            plain = step.axis == "child" and not step.predicates and isinstance(step.test, NameTest)
            if not plain or step.test.local != field.name:  # type: ignore[union-attr]
                break
            shared = field
        return shared

    def _follow(
        self, steps: tuple[Step, ...], start: set[Field] | None, shared: Field | None, shown: str
    ) -> Iterator[Reference]:
        context = start
        for step in steps:
            if context is not None:
                context = _step(step, context)
                shared = _raised(step, shared)
                if not context and step.axis in ("attribute", "namespace"):
                    context = None  # attributes are no fields but where they are bound or may change
            for predicate in step.predicates:
                yield from self.read(predicate, context, shared)
        if context is None:
            return
        if not context and shown:
            yield Reference(None, None, shown)
        for target in context:
            yield Reference(target, shared)


def _itemset(itemset: Itemset, at: Field, root: Field) -> Iterator[Reference]:
    """The fields a list of choices is made of, when it is made of answers."""
    for reference in references(itemset.nodes.syntax, at, root):
        yield Reference(reference.target, None, reference.dangling)
        if itemset.label is not None and reference.target is not None:
            for label in references(itemset.label.syntax, reference.target, root):
                if label.target is not None:
                    yield Reference(label.target, None)


def _raised(step: Step, shared: Field | None) -> Field | None:
    """Leaving an instance upwards or sideways leaves what is shared with it."""
    if shared is None or step.axis in _STILL:
        return shared
    if step.axis in ("parent", "following-sibling", "preceding-sibling"):
        return shared.parent
    return None


def _step(step: Step, context: Iterable[Field]) -> set[Field]:
    found: set[Field] = set()
    for field in context:
        found.update(_along(step.axis, field))
    if isinstance(step.test, NameTest):
        wanted = step.test.local
        if step.axis == "attribute":
            return {field for field in found if wanted in ("*", field.name[1:])}
        found = {field for field in found if field.name == wanted or (wanted == "*" and field.name[0] != "@")}
    elif step.test.kind != "node":
        return set(context) if step.test.kind == "text" else set()
    return found


def _along(axis: str, field: Field) -> Iterable[Field]:
    match axis:
        case "child":
            return field.children.values()
        case "attribute":
            return (inner for name, inner in field.children.items() if name.startswith("@"))
        case "namespace":
            return ()
        case "self":
            return (field,)
        case "parent":
            return (field.parent,) if field.parent else ()
        case "descendant":
            return (inner for inner in field.subtree() if inner is not field)
        case "descendant-or-self":
            return field.subtree()
        case "ancestor":
            return (outer for outer in field.ancestors() if outer is not field)
        case "ancestor-or-self":
            return field.ancestors()
        case "following-sibling" | "preceding-sibling":
            return field.parent.children.values() if field.parent else ()
        case _:
            return _outermost(field).subtree()


def _outermost(field: Field) -> Field:
    return list(field.ancestors())[-1]


def _shown(path: Path) -> str:
    """The path in the short form people write."""
    parts = []
    for step in path.steps:
        name = step.test.local if isinstance(step.test, NameTest) else "node()"
        short = {"child": name, "parent": "..", "self": ".", "attribute": f"@{name}"}
        parts.append(short.get(step.axis, f"{step.axis}::{name}"))
    return ("/" if path.absolute else "") + "/".join(parts)
