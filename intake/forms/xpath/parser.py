"""Reading an expression into its syntax tree, within limits."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from intake.forms.xpath.errors import ExpressionError, ExpressionLimit, ExpressionSyntaxError
from intake.forms.xpath.syntax import (
    ANY_NODE,
    DESCEND,
    Call,
    Chain,
    Expression,
    Literal,
    NameTest,
    Negation,
    Number,
    Path,
    Rooted,
    Step,
    TypeTest,
    Union,
)

if TYPE_CHECKING:
    from lark import Lark

MAX_LENGTH = 50_000
MAX_NESTING = 100


@lru_cache(maxsize=4096)
def parse(text: str) -> Expression:
    """Parse one expression.

    Raises `ExpressionSyntaxError` with the column, or `ExpressionLimit` when it is longer than `MAX_LENGTH`
    characters or nested deeper than `MAX_NESTING`.
    """
    from lark.exceptions import UnexpectedInput, VisitError

    _check_limits(text)
    try:
        tree = _lark().parse(text)
    except UnexpectedInput as error:
        raise _syntax_error(text, error) from None
    except VisitError as error:
        if isinstance(error.orig_exc, ExpressionError):
            raise error.orig_exc from None
        raise
    return tree  # type: ignore[return-value]


def _check_limits(text: str) -> None:
    if len(text) > MAX_LENGTH:
        raise ExpressionLimit(
            f"the expression has {len(text)} characters; at most {MAX_LENGTH} are read", expression=text[:200]
        )
    if nesting(text) > MAX_NESTING:
        raise ExpressionLimit(
            f"the expression is nested deeper than {MAX_NESTING} levels", expression=text[:200]
        )


def nesting(text: str) -> int:
    """How deep brackets go, outside string literals."""
    depth = deepest = 0
    quote = ""
    for character in text:
        if quote:
            quote = "" if character == quote else quote
        elif character in "\"'":
            quote = character
        elif character in "([":
            depth += 1
            deepest = max(deepest, depth)
        elif character in ")]":
            depth -= 1
    return deepest


def _syntax_error(text: str, error: Any) -> ExpressionSyntaxError:
    position = getattr(error, "pos_in_stream", None)
    ended = getattr(getattr(error, "token", None), "type", "") == "$END"
    if ended or position is None or position < 0:
        position = len(text)
    rest = text[position : position + 20].strip()
    where = f"at {rest!r}" if rest else "at its end: something is missing"
    return ExpressionSyntaxError(f"cannot read the expression {where}", expression=text, column=position + 1)


@cache
def _lark() -> Lark:
    from lark import Lark

    grammar = files("intake.forms.xpath").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(
        grammar,
        parser="lalr",
        lexer="contextual",
        regex=True,
        transformer=_builder(),
        maybe_placeholders=True,
    )


@cache
def _builder() -> Any:
    from lark import Transformer, v_args

    class Builder(Transformer[Any, Any]):
        """Turns grammar rules into syntax nodes, bottom up."""

        def start(self, items: list[Any]) -> Expression:
            expression: Expression = items[0]
            return expression

        def _chain(self, items: list[Any]) -> Expression:
            pairs = tuple((str(items[i]).lower(), items[i + 1]) for i in range(1, len(items), 2))
            return Chain(items[0], pairs)

        or_expr = and_expr = equality = relational = additive = product = _chain

        def unary(self, items: list[Any]) -> Expression:
            if any(str(sign) == "+" for sign in items[:-1]):
                raise ExpressionSyntaxError("XPath has no unary plus", expression="+", column=1)
            return Negation(items[-1], len(items) - 1)

        def union(self, items: list[Any]) -> Expression:
            return Union(tuple(items))

        def group(self, items: list[Any]) -> Any:
            return items[0]

        def literal(self, items: list[Any]) -> Expression:
            return Literal(str(items[0])[1:-1])

        def number(self, items: list[Any]) -> Expression:
            return Number(str(items[0]))

        def call(self, items: list[Any]) -> Expression:
            return Call(str(items[0]), tuple(item for item in items[1:] if item is not None))

        def variable(self, items: list[Any]) -> Expression:
            raise ExpressionSyntaxError(
                f"forms have no XPath variables: write ${{{str(items[0])[1:]}}} in an XLSForm, or a path",
                expression=str(items[0]),
                column=1,
            )

        def filtered(self, items: list[Any]) -> Expression:
            return Rooted(items[0], tuple(items[1:]), ())

        def rooted(self, items: list[Any]) -> Expression:
            base, separator, steps = items
            steps = _after(separator, steps)
            if isinstance(base, Rooted) and not base.steps:
                return Rooted(base.base, base.predicates, steps)
            return Rooted(base, (), steps)

        def relative(self, items: list[Any]) -> tuple[Step, ...]:
            steps = [items[0]]
            for index in range(1, len(items), 2):
                steps.extend(_after(items[index], (items[index + 1],)))
            return tuple(steps)

        def relative_path(self, items: list[Any]) -> Expression:
            return Path(False, items[0])

        def absolute_path(self, items: list[Any]) -> Expression:
            return Path(True, _after(items[0], items[1]))

        def root_path(self, items: list[Any]) -> Expression:
            if str(items[0]) == "//":
                raise ExpressionSyntaxError("'//' must be followed by a name", expression="//", column=1)
            return Path(True, ())

        def dots(self, items: list[Any]) -> Step:
            return Step("parent" if str(items[0]) == ".." else "self", ANY_NODE, tuple(items[1:]))

        def axis_step(self, items: list[Any]) -> Step:
            marker, test, *predicates = items
            axis = "child" if marker is None else "attribute" if str(marker) == "@" else str(marker)
            return Step(axis, test, tuple(predicates))

        def name_test(self, items: list[Any]) -> NameTest:
            prefix, _, local = str(items[0]).rpartition(":")
            return NameTest(prefix or None, local)

        def type_test(self, items: list[Any]) -> TypeTest:
            kind, target = items
            return TypeTest(str(kind), None if target is None else str(target)[1:-1])

        @v_args(inline=True)
        def predicate(self, expression: Expression) -> Expression:
            return expression

    return Builder()


def _after(separator: Any, steps: tuple[Step, ...]) -> tuple[Step, ...]:
    return (DESCEND, *steps) if str(separator) == "//" else tuple(steps)
