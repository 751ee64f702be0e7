"""The syntax tree of an expression, and how it is written back as text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

Expression: TypeAlias = "Number | Literal | Chain | Negation | Union | Call | Path | Rooted"


@dataclass(frozen=True, slots=True)
class Number:
    """A numeric literal, kept with the text it was written as."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A string literal."""

    text: str


@dataclass(frozen=True, slots=True)
class Chain:
    """Operands of one precedence level joined by its operators, left to right."""

    first: Expression
    rest: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, slots=True)
class Negation:
    """Unary minus, `count` times; an even count still converts to a number."""

    operand: Expression
    count: int


@dataclass(frozen=True, slots=True)
class Union:
    """Node-sets joined by `|`."""

    parts: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple[Expression, ...]


@dataclass(frozen=True, slots=True)
class NameTest:
    """A name test; `local` is `*` for any name, `prefix` is None when none is written."""

    prefix: str | None
    local: str


@dataclass(frozen=True, slots=True)
class TypeTest:
    """`node()`, `text()`, `comment()` or `processing-instruction('target')`."""

    kind: str
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: axis, node test, predicates."""

    axis: str
    test: NameTest | TypeTest
    predicates: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path, relative or absolute."""

    absolute: bool
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Rooted:
    """Any expression filtered by predicates and followed by steps: `instance('x')[1]/root/item`."""

    base: Expression
    predicates: tuple[Expression, ...]
    steps: tuple[Step, ...]


ANY_NODE = TypeTest("node")
DESCEND = Step("descendant-or-self", ANY_NODE)

_LEVELS = {
    "or": 1,
    "and": 2,
    "=": 3,
    "!=": 3,
    "<": 4,
    "<=": 4,
    ">": 4,
    ">=": 4,
    "+": 5,
    "-": 5,
    "*": 6,
    "div": 6,
    "mod": 6,
}
_UNARY, _UNION, _PRIMARY = 7, 8, 9


def children(expression: Expression) -> Iterator[Expression]:
    """The expressions written directly inside `expression`, predicates included."""
    match expression:
        case Chain(first, rest):
            yield first
            yield from (operand for _, operand in rest)
        case Negation(operand, _):
            yield operand
        case Union(parts):
            yield from parts
        case Call(_, arguments):
            yield from arguments
        case Path(_, steps):
            yield from _inside(steps)
        case Rooted(base, predicates, steps):
            yield base
            yield from predicates
            yield from _inside(steps)
        case _:
            return


def _inside(steps: tuple[Step, ...]) -> Iterator[Expression]:
    for step in steps:
        yield from step.predicates


def walk(expression: Expression) -> Iterator[Expression]:
    """`expression` and everything inside it."""
    yield expression
    for child in children(expression):
        yield from walk(child)


def unparse(expression: Expression) -> str:
    """The expression as text that parses to the same tree."""
    return _write(expression, 0)


def _write(expression: Expression, level: int) -> str:
    text, own = _plain(expression)
    return f"({text})" if own < level else text


def _plain(expression: Expression) -> tuple[str, int]:
    match expression:
        case Number(text):
            return text, _PRIMARY
        case Literal(text):
            quote = "'" if '"' in text else '"'
            return f"{quote}{text}{quote}", _PRIMARY
        case Chain(first, rest):
            own = _LEVELS[rest[0][0]]
            tail = "".join(f" {operator} {_write(operand, own + 1)}" for operator, operand in rest)
            return _write(first, own + 1) + tail, own
        case Negation(operand, count):
            return "-" * count + _write(operand, _UNION), _UNARY
        case Union(parts):
            return " | ".join(_write(part, _PRIMARY) for part in parts), _UNION
        case Call(name, arguments):
            return f"{name}({', '.join(_write(argument, 0) for argument in arguments)})", _PRIMARY
        case Path(absolute, steps):
            return ("/" if absolute else "") + _write_steps(steps), _PRIMARY
        case Rooted(base, predicates, steps):
            head = (
                _write(base, _PRIMARY)
                if isinstance(base, Call | Literal | Number)
                else f"({_write(base, 0)})"
            )
            tail = f"/{_write_steps(steps)}" if steps else ""
            return head + _write_predicates(predicates) + tail, _PRIMARY
    raise TypeError(f"not an expression: {expression!r}")


def _write_steps(steps: tuple[Step, ...]) -> str:
    return "/".join(_write_step(step) for step in steps)


def _write_step(step: Step) -> str:
    match step.test:
        case NameTest(prefix, local):
            test = f"{prefix}:{local}" if prefix else local
        case TypeTest(kind, target):
            test = f"{kind}({_write(Literal(target), 0) if target is not None else ''})"
    return f"{step.axis}::{test}{_write_predicates(step.predicates)}"


def _write_predicates(predicates: tuple[Expression, ...]) -> str:
    return "".join(f"[{_write(predicate, 0)}]" for predicate in predicates)
