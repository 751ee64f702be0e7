"""The answer tree with the expressions of its form evaluated on it; what goes wrong is remembered, not raised."""

from __future__ import annotations

import random as _random
from collections.abc import Callable
from datetime import datetime, tzinfo

from intake.forms.errors import Fault, FaultCode
from intake.forms.form import Form
from intake.forms.tree import AnswerTree
from intake.forms.xpath import Compiled, Environment, ExpressionError, Host, Node
from intake.forms.xpath.tree import PREFIXES
from intake.forms.xpath.values import to_boolean


class EvaluatedTree(AnswerTree):
    """`problems` is what went wrong in the form's own expressions."""

    def __init__(
        self,
        form: Form,
        *,
        clock: Callable[[], datetime],
        random: _random.Random,
        zone: tzinfo,
        host: Host,
    ) -> None:
        super().__init__(form)
        self.zone = zone
        namespaces = {**PREFIXES, **form.namespaces}
        self.environment = Environment(
            self.document,
            zone=zone,
            clock=clock,
            random=random,
            namespaces=namespaces,
            host=host,
            contextual=True,
        )
        self.problems: list[Fault] = []

    def evaluate(self, expression: Compiled, node: Node) -> bool | float | str | list[Node]:
        """The value of an expression at a node; raises `ExpressionError`."""
        return expression.evaluate(self.environment, node)

    def holds(self, expression: Compiled | None, node: Node, default: bool) -> bool:
        """Whether a condition holds; a condition that cannot be evaluated is noted and counts as `default`."""
        if expression is None:
            return default
        try:
            return to_boolean(self.evaluate(expression, node))
        except ExpressionError as error:
            self.note(error, node)
            return default

    def is_readonly(self, node: Node) -> bool:
        """Whether the field, or a group around it, may not be answered."""
        around: Node | None = node
        while around is not None and around.definition is not None:
            if self.holds(around.definition.bind.readonly, around, False):
                return True
            around = around.parent
        return False

    def note(self, error: ExpressionError, node: Node) -> None:
        """Remember what went wrong while the form ran."""
        if len(self.problems) < 100:
            self.problems.append(Fault(FaultCode.RUNTIME, str(error), path=self.path(node)))

    def note_once(self, error: ExpressionError, node: Node) -> None:
        """What every further instance would say again."""
        if all(problem.message != str(error) for problem in self.problems):
            self.note(error, node)
