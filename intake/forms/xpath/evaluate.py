"""Expressions compiled to closures over the tree."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from intake.forms.xpath.environment import Context, Environment
from intake.forms.xpath.errors import ExpressionError, ExpressionLimit, WrongArguments
from intake.forms.xpath.functions import lookup
from intake.forms.xpath.parser import parse
from intake.forms.xpath.paths import compile_path, compile_rooted
from intake.forms.xpath.syntax import (
    Call,
    Chain,
    Expression,
    Literal,
    Negation,
    Number,
    Path,
    Rooted,
    Union,
    walk,
)
from intake.forms.xpath.tree import Node, in_document_order
from intake.forms.xpath.values import Value, compare, to_boolean, to_number, to_string

Run = Callable[[Context], Value]


class Compiled:
    """An expression ready to run; `syntax` is its tree, `text` what was written.

    A call that cannot be made (unknown, or of too few arguments) is refused at once. With `lenient` it is refused when
    it is reached, as engines do that never look at what an `and` leaves aside.
    """

    __slots__ = ("_run", "syntax", "text")

    def __init__(self, text: str, *, lenient: bool = False) -> None:
        self.text = text
        self.syntax = parse(text)
        if not lenient:
            try:
                _check_calls(self.syntax)
            except ExpressionError as error:
                error.expression = error.expression or text
                raise
        self._run = compile_expression(self.syntax)

    def __repr__(self) -> str:
        return f"Compiled({self.text!r})"

    def evaluate(self, environment: Environment, node: Node) -> Value:
        """The value for `node`. Raises `ExpressionLimit` when the budget is used up."""
        environment.start()
        try:
            return self._run(Context(environment, node, position=0 if environment.contextual else 1))
        except RecursionError:
            raise ExpressionLimit("the expression is nested too deep", expression=self.text) from None
        except ExpressionError as error:
            error.expression = error.expression or self.text
            raise

    def within(self, context: Context) -> Value:
        """The value inside another evaluation, on its budget."""
        return self._run(Context(context.environment, context.current))

    def string(self, environment: Environment, node: Node) -> str:
        return to_string(self.evaluate(environment, node))

    def boolean(self, environment: Environment, node: Node) -> bool:
        return to_boolean(self.evaluate(environment, node))

    def number(self, environment: Environment, node: Node) -> float:
        return to_number(self.evaluate(environment, node), environment.zone)

    def nodes(self, environment: Environment, node: Node) -> list[Node]:
        value = self.evaluate(environment, node)
        if not isinstance(value, list):
            raise WrongArguments("a node-set is needed here", expression=self.text)
        return value


def _check_calls(syntax: Expression) -> None:
    for part in walk(syntax):
        if isinstance(part, Call):
            lookup(part.name).check(len(part.arguments))


@lru_cache(maxsize=8192)
def compiled(text: str) -> Compiled:
    """Parse and compile `text`; the result holds no state and is shared."""
    return Compiled(text)


def compile_expression(expression: Expression, *, bound: bool = True) -> Run:
    """The closure of one syntax node; `bound=False` leaves absolute paths out of the context's repeats."""
    match expression:
        case Literal(text):
            return lambda _context: text
        case Number(text):
            number = float(text)
            return lambda _context: number
        case Chain(first, rest):
            return _compile_chain(first, rest)
        case Negation(operand, count):
            return _compile_negation(compile_expression(operand), count)
        case Union(parts):
            return _compile_union([compile_expression(part) for part in parts])
        case Call(name, arguments):
            return _compile_call(name, arguments)
        case Path():
            return compile_path(expression, compile_expression, bound=bound)
        case Rooted():
            return compile_rooted(expression, compile_expression)
    raise TypeError(f"not an expression: {expression!r}")


def _compile_chain(first: Expression, rest: tuple[tuple[str, Expression], ...]) -> Run:
    operators = [operator for operator, _ in rest]
    runs = [compile_expression(first), *(compile_expression(operand) for _, operand in rest)]
    if operators[0] == "or":
        return lambda context: any(to_boolean(run(context)) for run in runs)
    if operators[0] == "and":
        return lambda context: all(to_boolean(run(context)) for run in runs)
    if operators[0] in _ARITHMETIC:
        return partial(_arithmetic, runs, [_ARITHMETIC[operator] for operator in operators])
    return partial(_comparison, runs, operators)


def _comparison(runs: Sequence[Run], operators: Sequence[str], context: Context) -> Value:
    value, around = runs[0](context), context.environment
    for operator, run in zip(operators, runs[1:], strict=True):
        value = compare(operator, value, run(context), around.zone, blank=around.contextual)
    return value


def _arithmetic(
    runs: Sequence[Run], operators: Sequence[Callable[[float, float], float]], context: Context
) -> Value:
    zone = context.environment.zone
    result = float(to_number(runs[0](context), zone))
    for operator, run in zip(operators, runs[1:], strict=True):
        result = operator(result, float(to_number(run(context), zone)))
    return result


def _divide(left: float, right: float) -> float:
    if right != 0:
        return left / right
    if left == 0 or math.isnan(left) or math.isnan(right):
        return math.nan
    return math.copysign(math.inf, left) * math.copysign(1.0, right)


def _remainder(left: float, right: float) -> float:
    """The remainder with the sign of the dividend, as XPath and Java have it."""
    if right == 0 or math.isinf(left) or math.isnan(left) or math.isnan(right):
        return math.nan
    return math.fmod(left, right)


_ARITHMETIC: dict[str, Callable[[float, float], float]] = {
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "*": lambda left, right: left * right,
    "div": _divide,
    "mod": _remainder,
}


def _compile_negation(run: Run, count: int) -> Run:
    sign = -1.0 if count % 2 else 1.0
    return lambda context: sign * to_number(run(context), context.environment.zone)


def _compile_union(runs: list[Run]) -> Run:
    def union(context: Context) -> Value:
        nodes: list[Node] = []
        for run in runs:
            value = run(context)
            if not isinstance(value, list):
                raise WrongArguments("'|' joins node-sets only")
            nodes.extend(value)
        return in_document_order(nodes)

    return union


def _compile_call(name: str, arguments: tuple[Expression, ...]) -> Run:
    try:
        function = lookup(name)
        function.check(len(arguments))
    except ExpressionError as error:
        return partial(_refuse, error)
    runs = [compile_expression(argument, bound=name != "indexed-repeat") for argument in arguments]
    if function.lazy:
        return partial(_call_lazily, function.call, runs)
    if function.memorable:
        return partial(_call_once, function.call, runs, name)
    call = function.call

    def run_call(context: Context) -> Value:
        context.environment.spend(1)
        return call(context, *[run(context) for run in runs])

    return run_call


def _refuse(error: ExpressionError, _context: Context) -> Value:
    raise error


def _call_lazily(call: Callable[..., Value], runs: Sequence[Run], context: Context) -> Value:
    context.environment.spend(1)
    return call(context, *runs)


def _call_once(call: Callable[..., Value], runs: Sequence[Run], name: str, context: Context) -> Value:
    """In a calculation, `uuid()`, `now()` and `random()` keep their first value."""
    values = [run(context) for run in runs]
    memory = context.environment.memory
    if memory is None:
        return call(context, *values)
    key = f"{name}({','.join(to_string(value) for value in values)})"
    if key not in memory:
        memory[key] = to_string(call(context, *values))
    return memory[key]
