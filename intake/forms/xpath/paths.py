"""Location paths: steps, predicates, and the repeat instances an absolute path stays inside."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from intake.forms.xpath.axes import AXES, IN_ORDER, Axis, Test, node_test
from intake.forms.xpath.environment import Context
from intake.forms.xpath.errors import WrongArguments
from intake.forms.xpath.lookup import IndexedPredicate, indexed_predicate
from intake.forms.xpath.syntax import ANY_NODE, Expression, NameTest, Path, Rooted, Step
from intake.forms.xpath.tree import Node, chain, in_document_order
from intake.forms.xpath.values import Value, to_boolean

Run = Callable[[Context], Value]
Compile = Callable[[Expression], Run]


def compile_path(path: Path, compile_expression: Compile, *, bound: bool = True) -> Run:
    """The closure of a location path."""
    steps = [_CompiledStep(step, compile_expression) for step in _shortened(path.steps)]
    if not path.absolute:
        if len(steps) == 1:
            return steps[0].from_context
        return lambda context: _follow(steps, [context.node], context)
    names = _leading_names(path.steps) if bound else []
    return partial(_absolute, steps, names)


def _absolute(steps: Sequence[_CompiledStep], names: Sequence[str], context: Context) -> Value:
    environment = context.environment
    if names and environment.contextual:
        node, used = _inside_repeats(context, names)
        return _follow(steps[used:], [node], context)
    return _follow(steps, [environment.document], context)


def _inside_repeats(context: Context, names: Sequence[str]) -> tuple[Node, int]:
    """The deepest ancestor of the current node that the leading names lead to, and how many they are."""
    ancestors = chain(context.current)
    if ancestors[0] is not context.environment.document:
        return context.environment.document, 0
    used = 0
    for ancestor, name in zip(ancestors[1:], names, strict=False):
        if ancestor.name != name:
            break
        used += 1
    return ancestors[used], used


def _leading_names(steps: Sequence[Step]) -> list[str]:
    """The plain child names a path starts with, its last step excepted: that one stands for all instances."""
    names = []
    for step in steps[:-1]:
        if (
            step.axis != "child"
            or step.predicates
            or not isinstance(step.test, NameTest)
            or step.test.local == "*"
        ):
            break
        names.append(step.test.local)
    return names


def _shortened(steps: Sequence[Step]) -> list[Step]:
    """`descendant-or-self::node()/child::x` as `descendant::x`, which is the same without predicates."""
    short: list[Step] = []
    for step in steps:
        after_descend = bool(short) and short[-1] == Step("descendant-or-self", ANY_NODE)
        if after_descend and step.axis == "child" and not step.predicates:
            short[-1] = Step("descendant", step.test)
        else:
            short.append(step)
    return short


def compile_rooted(rooted: Rooted, compile_expression: Compile) -> Run:
    """The closure of a filtered expression followed by steps."""
    base = compile_expression(rooted.base)
    predicates = [compile_expression(predicate) for predicate in rooted.predicates]
    steps = [_CompiledStep(step, compile_expression) for step in _shortened(rooted.steps)]

    def run(context: Context) -> Value:
        nodes = base(context)
        if not isinstance(nodes, list):
            raise WrongArguments("only a node-set can be followed by '/' or '['")
        for predicate in predicates:
            nodes = _filtered(nodes, predicate, context)
        return _follow(steps, nodes, context)

    return run


def _follow(steps: Sequence[_CompiledStep], nodes: list[Node], context: Context) -> list[Node]:
    ordered = True
    for step in steps:
        if not nodes:
            return nodes
        if len(nodes) == 1:
            nodes = step.apply(nodes[0], context)
            ordered = step.axis_name in IN_ORDER or (ordered and step.axis_name == "parent")
            continue
        found: list[Node] = []
        for node in nodes:
            found.extend(step.apply(node, context))
        simple = ordered and step.axis_name in IN_ORDER
        nodes = found if simple else in_document_order(found)
        ordered = simple
    return nodes


def _filtered(nodes: Iterable[Node], predicate: Run, context: Context) -> list[Node]:
    candidates = list(nodes)
    environment, current, size = context.environment, context.current, len(candidates)
    environment.spend(size)
    kept = []
    for position, node in enumerate(candidates, start=1):
        value = predicate(Context(environment, node, current, position, size))
        if value == position if type(value) is float else to_boolean(value):
            kept.append(node)
    return kept


class _CompiledStep:
    """One step: axis, test and predicates; its result is in document order."""

    __slots__ = ("_axis", "_child_name", "_indexed", "_predicates", "_reverse", "_test", "axis_name")

    def __init__(self, step: Step, compile_expression: Compile) -> None:
        self.axis_name = step.axis
        self._axis: Axis = AXES[step.axis]
        self._test: Test = node_test(step.axis, step.test)
        self._reverse = step.axis.startswith(("ancestor", "preceding"))
        self._predicates = [compile_expression(predicate) for predicate in step.predicates]
        self._indexed: IndexedPredicate | None = None
        self._child_name = ""
        if step.axis == "child" and isinstance(step.test, NameTest) and step.test.local != "*":
            self._child_name = step.test.local
            if step.predicates:
                self._indexed = indexed_predicate(step.predicates[0], compile_expression)

    def from_context(self, context: Context) -> Value:
        return self.apply(context.node, context)

    def apply(self, node: Node, context: Context) -> list[Node]:
        """The nodes this step leads to from `node`."""
        if self._indexed is not None and node.index is not None:
            found = self._indexed.select(node, self._child_name, context)
        else:
            found = self._walk(node, context)
        for predicate in self._predicates:
            found = _filtered(found, predicate, context)
        if self._reverse:
            found.reverse()
        return found

    def _walk(self, node: Node, context: Context) -> list[Node]:
        test = self._test
        if self._child_name and node.children:
            found = node.namesakes(self._child_name)
            context.environment.spend(1 + len(found))
            return [child for child in found if child.relevant and test(context, child)]
        if self.axis_name == "child" and node.children:
            context.environment.spend(len(node.children))
            return [child for child in node.children if child.relevant and test(context, child)]
        found = []
        spend = context.environment.spend
        for candidate in self._axis(node):
            spend(1)
            if test(context, candidate):
                found.append(candidate)
        return found
