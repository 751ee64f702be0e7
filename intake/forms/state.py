"""The answer tree of one running form, and the rules that keep it consistent."""

from __future__ import annotations

import heapq
import random as _random
from collections import deque
from collections.abc import Callable, Iterable
from datetime import datetime, tzinfo
from itertools import count

from intake.errors import Refused
from intake.forms.answers import cast, written
from intake.forms.counted import fit
from intake.forms.evaluating import EvaluatedTree
from intake.forms.form import Form
from intake.forms.graph import Edge, Rule, RuleKind
from intake.forms.model import Action, Control, Field
from intake.forms.tree import without
from intake.forms.xpath import ExpressionError, Host, Node
from intake.forms.xpath.environment import MAX_STEPS
from intake.forms.xpath.values import to_boolean, to_string

MAX_SPENT = 10_000_000  # steps of expressions between one answer and the next: some seconds
RUN_COST = 200
MAX_RUNS_EACH = 60


class State(EvaluatedTree):
    """The answer tree kept consistent: `set_text`, `add` and `remove` bring up to date whatever depends on them."""

    def __init__(
        self,
        form: Form,
        *,
        clock: Callable[[], datetime],
        random: _random.Random,
        zone: tzinfo,
        host: Host,
    ) -> None:
        super().__init__(form, clock=clock, random=random, zone=zone, host=host)
        self.once: dict[str, dict[str, str]] = {}
        self.reopened = 0  # goes up when something may have become open again
        self._queue: list[tuple[int, int, Rule, Node]] = []
        self._waiting: set[tuple[int, int]] = set()
        self._pending: deque[tuple[Action, Node]] = deque()
        self._tick = count()
        self._settling = False
        self._runs: dict[tuple[int, int], int] = {}
        self.is_done: Callable[[Node], bool] = lambda _instance: True  # the session knows what is still open
        self.moved: Callable[[str], None] = lambda _path: (
            None
        )  # and what it has noted of an instance that goes
        self._actions_on: dict[Field, list[Action]] = {}
        for action in form.actions:
            if action.source is not None:
                self._actions_on.setdefault(action.source, []).append(action)

    # --- changing

    def set_text(self, node: Node, text: str) -> None:
        """Store a value and settle everything that reads it."""
        self._store(node, text)
        self.settle()

    def _store(self, node: Node, text: str) -> None:
        if node.text == text:
            return
        node.text = text
        self.reopened += not text
        field: Field = node.definition
        self._wake(self.form.graph.readers.get(field, ()), node)
        for action in self._actions_on.get(field, ()):
            if "xforms-value-changed" in action.events:
                self._pending.append((action, node))

    def add(self, parent: Node, field: Field) -> Node:
        """A new last instance of a repeat, its rules run and its `odk-new-repeat` actions done."""
        node = self.insert(parent, field)
        self.start_rules(node)
        self._wake_structure(field)
        for action in self.form.actions:
            if action.events & {"odk-new-repeat", "jr-insert"} and _inside(action.target, field):
                for target in self.nodes(action.target, node):
                    self.act(action, target)
        self.settle()
        return node

    def remove(self, node: Node) -> None:
        """Take an instance of a repeat out and settle what read it."""
        path = self.path(node)
        self.once = {moved: memory for old, memory in self.once.items() if (moved := without(old, path))}
        self.moved(path)
        self.take_out(node)
        self._wake_structure(node.definition)
        self.settle()

    def _wake_structure(self, field: Field) -> None:
        for edge in self.form.graph.subtree_readers.get(field, ()):
            for node in self.nodes(_home(edge.rule)):
                self._push(edge.rule, node)

    def start_rules(self, under: Node) -> None:
        """Queue every rule of a new part of the tree."""
        for field in under.definition.subtree():
            for rule in self.form.graph.of_field.get(field, ()):
                if rule.kind is not RuleKind.COUNT or field is not under.definition:
                    for node in self.nodes(_home(rule), under):
                        self._push(rule, node)

    def act(self, action: Action, at: Node) -> None:
        """Carry out a `setvalue`; the target is the one nearest to `at`."""
        for target in self._targets(action, at):
            try:
                text = self._action_value(action, target)
            except ExpressionError as error:
                self.note(error, target)
                continue
            self._store(target, self._fitting(target, cast(action.target.bind.type, text, self.zone)))

    def _fitting(self, target: Node, text: str) -> str:
        """What may stand as the answer to a question: a value of another kind is told and left out."""
        control: Control | None = target.definition.control
        if control is None or not text:
            return text
        try:
            return written(control.kind, text, self.zone)
        except Refused:
            self.note(
                ExpressionError(f"{text[:100]!r} does not fit a question of type {control.kind}"), target
            )
            return ""

    def _action_value(self, action: Action, target: Node) -> str:
        if action.kind != "setvalue":
            return target.text  # a place or a recording is for the client to take
        return action.literal if action.value is None else to_string(self.evaluate(action.value, target))

    def _targets(self, action: Action, at: Node) -> list[Node]:
        if action.place is None:
            return self._near(action.target, at)
        try:
            chosen = action.place.nodes(self.environment, at)
        except ExpressionError as error:
            self.note(error, at)
            return []
        return [node for node in chosen if node.definition is action.target]

    def _near(self, field: Field, at: Node) -> list[Node]:
        """The nodes of `field` that share the innermost repeat instance with `at`."""
        shared: Node | None = at
        around = set(field.ancestors())
        while shared is not None and shared.definition not in around:
            shared = shared.parent
        return self.nodes(field, shared)

    # --- settling

    def _wake(self, edges: Iterable[Edge], changed: Node) -> None:
        for edge in edges:
            for node in self._concerned(edge, changed):
                self._push(edge.rule, node)

    def _concerned(self, edge: Edge, changed: Node) -> list[Node]:
        """The nodes whose rule reads exactly the changed node."""
        node: Node | None = changed
        while node is not None and edge.shared is not None:
            if node.definition is edge.shared:
                break
            node = node.parent
        home = _home(edge.rule)
        return self.nodes(home, node if node is not None and node.definition in home.ancestors() else None)

    def _push(self, rule: Rule, node: Node) -> None:
        key = (id(rule), id(node))
        if key not in self._waiting:
            self._waiting.add(key)
            heapq.heappush(self._queue, (rule.rank, next(self._tick), rule, node))

    def settle(self) -> None:
        """Run what waits, in the order of the graph, until nothing changes."""
        if self._settling:
            return
        self._settling = True
        self._runs.clear()
        try:
            spent = 0
            while spent < MAX_SPENT:
                if not self._queue and not self._pending:
                    return
                self._step()
                spent += RUN_COST + MAX_STEPS - self.environment.steps
            self.note(
                ExpressionError("the form does not come to rest: its rules keep changing each other"),
                self.root,
            )
        finally:
            self._queue.clear()
            self._waiting.clear()
            self._pending.clear()
            self._settling = False

    def _step(self) -> None:
        """Run the next rule; when all have run, the next action that a changed value asked for."""
        if not self._queue:
            action, node = self._pending.popleft()
            self.act(action, node)
            return
        _, _, rule, node = heapq.heappop(self._queue)
        self._waiting.discard((id(rule), id(node)))
        if self._attached(node) and self._may_run(rule, node):
            self._run(rule, node)

    def _attached(self, node: Node) -> bool:
        return node.root() is self.document

    def _may_run(self, rule: Rule, node: Node) -> bool:
        """A value that changes for ever is stopped; a count may be asked as often as other repeats grow."""
        if rule.kind is RuleKind.COUNT:
            return True
        key = (id(rule), id(node))
        self._runs[key] = self._runs.get(key, 0) + 1
        if self._runs[key] == MAX_RUNS_EACH:
            self.note(ExpressionError(f"the {rule.kind.value} of {rule.field.path} never settles"), node)
        return self._runs[key] < MAX_RUNS_EACH

    def _run(self, rule: Rule, node: Node) -> None:
        try:
            if rule.kind is RuleKind.RELEVANT:
                self._set_relevance(node, to_boolean(self.evaluate(rule.expression, node)))
            elif rule.kind is RuleKind.CALCULATE:
                self._store(node, self._calculated(rule, node))
            else:
                fit(self, node, rule.field, rule.expression)
        except ExpressionError as error:
            self.note(error, node)

    def _calculated(self, rule: Rule, node: Node) -> str:
        path = self.path(node)
        self.environment.memory = self.once.get(path, {})
        try:
            text = to_string(self.evaluate(rule.expression, node))
            if self.environment.memory:
                self.once[path] = self.environment.memory
        finally:
            self.environment.memory = None
        return cast(rule.field.bind.type, text, self.zone)

    def _set_relevance(self, node: Node, relevant: bool) -> None:
        if node.relevant != relevant:
            node.relevant = relevant
            self.reopened += 1
            self._wake(self.form.graph.subtree_readers.get(node.definition, ()), node)

    def recount(self) -> None:
        """Look again at repeats that grow by what is in their last instance."""
        for field in self.form.graph.self_counted:
            for rule in self.form.graph.of_field[field]:
                if rule.kind is RuleKind.COUNT:
                    for node in self.nodes(_home(rule)):
                        self._push(rule, node)
        self.settle()

    # --- beginning

    def begin(self) -> None:
        """Run every rule once, then what is to happen when a form is first opened."""
        self.start_rules(self.root)
        self.settle()
        self._happen("odk-instance-first-load", "xforms-ready")
        self._happen("odk-instance-load")

    def reopen(self) -> None:
        """What is to happen whenever a form that was put away is opened again."""
        self._happen("odk-instance-load")

    def _happen(self, *events: str) -> None:
        """Carry out what waits for one of the events."""
        for action in self.form.actions:
            if action.events & set(events):
                for target in self.nodes(action.target):
                    self.act(action, target)
        self.settle()


def _home(rule: Rule) -> Field:
    """Where a rule runs: at its field; the number of instances is a matter of the group around them."""
    return rule.field.parent if rule.kind is RuleKind.COUNT and rule.field.parent is not None else rule.field


def _inside(target: Field, repeat: Field) -> bool:
    return any(outer is repeat for outer in target.ancestors())
