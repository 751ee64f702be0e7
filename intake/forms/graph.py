"""The dependency graph: which rule must run again when a field changes, and in what order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from intake.forms.errors import Fault, FaultCode
from intake.forms.model import Field
from intake.forms.references import Reference, references
from intake.forms.xpath import Compiled
from intake.forms.xpath.syntax import Call


class RuleKind(StrEnum):
    """The rules that keep state; constraints, required and the like are asked when needed."""

    RELEVANT = "relevant"
    COUNT = "count"
    CALCULATE = "calculate"


@dataclass(slots=True, eq=False)
class Rule:
    """An expression that keeps a field's value, relevance or number of instances up to date."""

    kind: RuleKind
    field: Field
    expression: Compiled
    reads: list[Reference]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Edge:
    """`rule` reads a field (or only its place); only instances under the shared ancestor's instance are concerned."""

    rule: Rule
    shared: Field | None
    placed: bool = False


@dataclass(slots=True)
class Graph:
    """Rules in the order they are to run, and who reads what."""

    rules: list[Rule]
    of_field: Mapping[Field, list[Rule]]
    readers: Mapping[Field, list[Edge]]
    subtree_readers: Mapping[Field, list[Edge]]
    self_counted: frozenset[Field] = frozenset()
    faults: list[Fault] = field(default_factory=list)


def build(root: Field) -> Graph:
    """The graph of a form; its faults name every cycle."""
    rules = list(_rules(root))
    of_field: dict[Field, list[Rule]] = {}
    readers: dict[Field, list[Edge]] = {}
    for rule in rules:
        of_field.setdefault(rule.field, []).append(rule)
        for edge, target in _edges(rule):
            readers.setdefault(target, []).append(edge)
    faults = _rank(rules, readers)
    subtree = {
        each: _subtree_readers(each, readers) for each in root.subtree() if not each.leaf or each in readers
    }
    counted = frozenset(
        rule.field for rule in rules if rule.kind is RuleKind.COUNT and _counts_itself(rule, subtree)
    )
    return Graph(sorted(rules, key=lambda rule: rule.rank), of_field, readers, subtree, counted, faults)


def _counts_itself(count: Rule, subtree: Mapping[Field, list[Edge]]) -> bool:
    """Whether the number of instances hangs on what is inside them ("one more until the last says stop")."""
    waiting, seen = [count.field], {count.field}
    while waiting:
        for edge in subtree.get(waiting.pop(), ()):
            if edge.rule is count:
                return True
            if edge.rule.field not in seen:
                seen.add(edge.rule.field)
                waiting.append(edge.rule.field)
    return False


def _rules(root: Field) -> Iterable[Rule]:
    for each in root.subtree():
        if each.bind.relevant is not None:
            yield _rule(RuleKind.RELEVANT, each, each.bind.relevant, root)
        if each.repeat is not None and each.repeat.count is not None:
            yield _rule(RuleKind.COUNT, each, each.repeat.count, root)
        if each.bind.calculate is not None and each.leaf:
            yield _rule(RuleKind.CALCULATE, each, each.bind.calculate, root)


def _rule(kind: RuleKind, each: Field, expression: Compiled, root: Field) -> Rule:
    return Rule(kind, each, expression, references(expression.syntax, each, root))


def _edges(rule: Rule) -> list[tuple[Edge, Field]]:
    seen: set[Reference] = set()
    edges = []
    for reference in rule.reads:
        if reference.target is not None and reference not in seen:
            seen.add(reference)
            edges.append((Edge(rule, reference.shared, reference.placed), reference.target))
    return edges


def _subtree_readers(each: Field, readers: Mapping[Field, list[Edge]]) -> list[Edge]:
    """Who reads the field or anything inside it: they see it come and go."""
    edges: dict[tuple[int, int], Edge] = {}
    for inner in each.subtree():
        for edge in readers.get(inner, ()):
            edges[(id(edge.rule), id(edge.shared))] = edge
    return list(edges.values())


def _rank(rules: list[Rule], readers: Mapping[Field, list[Edge]]) -> list[Fault]:
    """Number the rules so that each runs after what it reads; a fault for every cycle."""
    following = {id(rule): _followers(rule, readers) for rule in rules}
    faults: list[Fault] = []
    order = 0
    for component in reversed(_components(rules, following)):
        if len(component) > 1 or id(component[0]) in {id(rule) for rule in following[id(component[0])]}:
            faults.append(_cycle_fault(component))
        for rule in sorted(component, key=lambda each: each.field.order):
            order += 1
            rule.rank = order
    return faults


def _followers(rule: Rule, readers: Mapping[Field, list[Edge]]) -> list[Rule]:
    """The rules that must wait for `rule`.

    Not among them: rules that look at other instances of the same repeat ("the previous row"), rules that fall
    back on their own value (`coalesce(., …)`), rules that ask for a place only, and whatever reads how many instances
    there are, for "one more while the last says yes" is a loop that people mean.
    """
    if rule.kind is RuleKind.COUNT:
        return []
    changed = rule.field.subtree() if rule.kind is RuleKind.RELEVANT else (rule.field,)
    found: dict[int, Rule] = {}
    for each in changed:
        for edge in readers.get(each, ()):
            own = edge.rule is rule and _keeps_its_value(rule)
            if not edge.placed and not own and not _other_instances(each, edge):
                found[id(edge.rule)] = edge.rule
    return list(found.values())


def _keeps_its_value(rule: Rule) -> bool:
    """Whether a calculation only hands its own value on, inside `if`, `coalesce` or `once`."""
    syntax = rule.expression.syntax
    return (
        rule.kind is RuleKind.CALCULATE
        and isinstance(syntax, Call)
        and syntax.name in ("if", "coalesce", "once")
    )


def _other_instances(changed: Field, edge: Edge) -> bool:
    """Whether the reader stands in the same repeat but reads it across instances ("the previous row")."""
    common = _common_repeat(changed, edge.rule.field)
    if common is None:
        return False
    return edge.shared is None or edge.shared.depth < common.depth


def _common_repeat(a: Field, b: Field) -> Field | None:
    around = {id(outer) for outer in a.ancestors()}
    for outer in b.ancestors():
        if outer.repeat is not None and id(outer) in around:
            return outer
    return None


def _components(rules: list[Rule], following: Mapping[int, list[Rule]]) -> list[list[Rule]]:
    """Strongly connected components, each after those it leads to (Tarjan 1972, without recursion)."""
    index: dict[int, int] = {}
    low: dict[int, int] = {}
    stack: list[Rule] = []
    on_stack: set[int] = set()
    found: list[list[Rule]] = []
    for start in rules:
        if id(start) in index:
            continue
        work = [(start, iter(following[id(start)]))]
        index[id(start)] = low[id(start)] = len(index)
        stack.append(start)
        on_stack.add(id(start))
        while work:
            rule, successors = work[-1]
            for successor in successors:
                key = id(successor)
                if key not in index:
                    index[key] = low[key] = len(index)
                    stack.append(successor)
                    on_stack.add(key)
                    work.append((successor, iter(following[key])))
                    break
                if key in on_stack:
                    low[id(rule)] = min(low[id(rule)], index[key])
            else:
                work.pop()
                if work:
                    outer = id(work[-1][0])
                    low[outer] = min(low[outer], low[id(rule)])
                if low[id(rule)] == index[id(rule)]:
                    found.append(_pop_component(rule, stack, on_stack))
    return found


def _pop_component(rule: Rule, stack: list[Rule], on_stack: set[int]) -> list[Rule]:
    component = []
    while True:
        member = stack.pop()
        on_stack.discard(id(member))
        component.append(member)
        if member is rule:
            return component


def _cycle_fault(component: list[Rule]) -> Fault:
    paths = sorted({rule.field.path for rule in component})
    first = min(component, key=lambda rule: rule.field.order)
    if len(component) == 1:
        message = f"the {first.kind.value} of {first.field.path} depends on itself"
    else:
        message = f"{', '.join(paths)} depend on each other in a circle"
    return Fault(
        FaultCode.CYCLE,
        message,
        "let one of them stand on its own: a calculation may not use its own result",
        path=first.field.path,
        column=first.kind.value,
    )
