"""What an expression may reach while it runs, and how much of it."""

from __future__ import annotations

import random as _random
import time
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, tzinfo
from typing import Protocol

from intake.forms.xpath.errors import ExpressionLimit
from intake.forms.xpath.tree import PREFIXES, Node

MAX_STEPS = 2_000_000
MAX_SECONDS = 2.0
MAX_TEXT = 1_000_000
_CHECK_EVERY = 4096


class Host(Protocol):
    """What a running form answers to expressions."""

    def instance(self, identifier: str) -> Node | None: ...
    def choice_name(self, node: Node, value: str) -> str: ...
    def itext(self, identifier: str) -> str: ...
    def property(self, name: str) -> str: ...
    def version(self) -> str: ...


class Environment:
    """Everything around one evaluation: the document, the zone, clock and randomness, the host, the budget.

    With `contextual`, absolute paths stay inside the repeat instances around the context node, and names match
    whatever their namespace, as form engines do; without it, paths are plain XPath.
    """

    def __init__(
        self,
        document: Node,
        *,
        zone: tzinfo = UTC,
        clock: Callable[[], datetime],
        random: _random.Random,
        namespaces: Mapping[str, str] = PREFIXES,
        host: Host | None = None,
        contextual: bool = False,
    ) -> None:
        self.document = document
        self.zone = zone
        self.clock = clock
        self.random = random
        self.namespaces = namespaces
        self.host = host
        self.contextual = contextual
        self.memory: dict[str, str] | None = None
        self.start()

    def start(self) -> None:
        """Grant a fresh budget."""
        self.steps = MAX_STEPS
        self._checkpoint = MAX_STEPS - _CHECK_EVERY
        self._deadline = 0.0

    def spend(self, steps: int) -> None:
        """Use up budget; raises `ExpressionLimit` when the steps or the time are gone."""
        self.steps -= steps
        if self.steps < self._checkpoint:
            self._check()

    def _check(self) -> None:
        now = time.monotonic()
        self._deadline = self._deadline or now + MAX_SECONDS
        self._checkpoint = self.steps - _CHECK_EVERY
        if self.steps < 0 or now > self._deadline:
            raise ExpressionLimit("the expression does not finish within its budget")

    def now(self) -> datetime:
        return self.clock().astimezone(self.zone)


class Context:
    """The XPath context: node, position, size; `current` is the node the whole expression belongs to.

    In a form, position 0 stands for the field's own: its place among its siblings, as in JavaRosa.
    """

    __slots__ = ("current", "environment", "node", "position", "size")

    def __init__(
        self,
        environment: Environment,
        node: Node,
        current: Node | None = None,
        position: int = 1,
        size: int = 1,
    ) -> None:
        self.environment = environment
        self.node = node
        self.current = node if current is None else current
        self.position = position
        self.size = size


def bounded(text: str) -> str:
    """`text`, refused when it grew beyond reason."""
    if len(text) > MAX_TEXT:
        raise ExpressionLimit(f"a text of {len(text)} characters was built; at most {MAX_TEXT} are kept")
    return text
