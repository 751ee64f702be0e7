"""Plausible answers to a question, worked out from its kind, its choices and its constraint."""

from __future__ import annotations

import math
import random as _random
import re
from collections.abc import Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from intake.forms.model import Control, QuestionKind
from intake.forms.xpath import Compiled, ExpressionError, Node
from intake.forms.xpath.dates import DateValue, from_days, to_datetime
from intake.forms.xpath.environment import Context
from intake.forms.xpath.evaluate import compile_expression
from intake.forms.xpath.syntax import Call, Chain, Expression, Literal, Number, Path, Step, TypeTest, walk
from intake.forms.xpath.values import to_number, to_string

if TYPE_CHECKING:
    from intake.forms.state import State

_WORDS = ("maize seed", "two goats", "fish feed", "a water tank", "market stall", "Asha Mwangi")
_SELF = Step("self", TypeTest("node"))
_COMPARISONS = frozenset({"=", "!=", "<", "<=", ">", ">="})
MAX_SUBSETS = 64


class Plausible:
    """Candidate answers for one running form; the same `random` gives the same answers."""

    def __init__(self, state: State, random: _random.Random) -> None:
        self._state = state
        self._random = random

    def answers(self, control: Control, node: Node, names: list[str]) -> Iterator[Any]:
        """Candidates, the likeliest first; none when nothing can be chosen."""
        match control.kind:
            case QuestionKind.SELECT_ONE:
                yield from self._shuffled(names)
            case QuestionKind.SELECT_MULTIPLE:
                yield from self._subsets(names)
            case QuestionKind.RANK:
                yield self._shuffled(names)
                yield from (self._shuffled(names) for _ in range(20))
            case QuestionKind.RANGE:
                yield from self._in_range(control)
            case QuestionKind.ACKNOWLEDGE:
                yield "OK"
            case _:
                yield from self._free(control.kind, node)

    def _shuffled(self, names: list[str]) -> list[str]:
        return self._random.sample(names, len(names))

    def _subsets(self, names: list[str]) -> Iterator[list[str]]:
        for size in [1, 2, 3, *range(4, len(names) + 1)]:
            if size <= len(names):
                yield self._random.sample(names, size)
        yield from ([name] for name in names[:MAX_SUBSETS])
        for _ in range(MAX_SUBSETS if names else 0):
            yield self._random.sample(names, self._random.randint(1, len(names)))

    def _in_range(self, control: Control) -> Iterator[float]:
        bounds = control.bounds
        if bounds is None:
            yield from (1, 0, 5)
            return
        steps = int(abs(bounds.end - bounds.start) / abs(bounds.step))
        sign = 1 if bounds.end >= bounds.start else -1
        places = self._random.sample(range(steps + 1), min(steps + 1, 20))
        yield from (round(bounds.start + sign * abs(bounds.step) * place, 9) for place in [*places, 0, steps])

    def _free(self, kind: QuestionKind, node: Node) -> Iterator[Any]:
        constraint = node.definition.bind.constraint
        hints = list(self._hints(constraint, node)) if constraint is not None else []
        maker = getattr(self, f"_{kind.value}", self._text)
        yield from maker(hints)

    # --- what the constraint says

    def _hints(self, constraint: Compiled, node: Node) -> Iterator[bool | float | str]:
        """Values the constraint compares with, and texts its patterns match."""
        for part in walk(constraint.syntax):
            if isinstance(part, Chain) and part.rest[0][0] in _COMPARISONS:
                yield from self._compared(part, node)
            elif isinstance(part, Literal):
                yield part.text
            elif isinstance(part, Number):
                yield float(part.text)
            elif isinstance(part, Call) and part.name == "regex":
                yield from self._matching(part, node)

    def _compared(self, chain: Chain, node: Node) -> Iterator[bool | float | str]:
        for operand in (chain.first, *(operand for _, operand in chain.rest)):
            if not _mentions_self(operand):
                value = self._value(operand, node)
                if value is not None:
                    yield value

    def _value(self, expression: Expression, node: Node) -> bool | float | str | None:
        try:
            self._state.environment.start()
            value = compile_expression(expression)(Context(self._state.environment, node))
        except ExpressionError:
            return None
        return to_string(value) if isinstance(value, list) else value

    def _matching(self, call: Call, node: Node) -> Iterator[str]:
        from intake.forms.patterns import example

        pattern = self._value(call.arguments[1], node)
        if isinstance(pattern, str):
            for _ in range(8):
                found = example(pattern, self._random)
                if found is not None:
                    yield found

    # --- kinds

    def _numbers(self, hints: list[Any]) -> Iterator[float]:
        figures = [
            float(number)
            for number in (to_number(hint, self._state.zone) for hint in hints)
            if not math.isnan(number)
        ]
        finite = [number for number in figures if abs(number) < 1e15]
        for low, high in zip(sorted(finite), sorted(finite)[1:], strict=False):
            yield (low + high) / 2
        for number in finite:
            yield from (number, number + 1, number - 1)
        yield from (self._random.randint(1, 20), 1, 5, 0, 100, 1000, 10_000, 123_456, -1, 1_000_000)

    def _integer(self, hints: list[Any]) -> Iterator[int]:
        for number in self._numbers(hints):
            yield int(number)
        for hint in hints:
            if isinstance(hint, str) and re.fullmatch(r"-?\d+", hint):
                yield int(hint)
        yield from self._of_length(hints)

    def _of_length(self, hints: list[Any]) -> Iterator[int]:
        for hint in hints:
            if isinstance(hint, float) and 0 < hint <= 20:
                yield int("1" * int(hint))

    def _decimal(self, hints: list[Any]) -> Iterator[float]:
        for number in self._numbers(hints):
            yield from (round(number, 3), round(number + 0.5, 3))

    def _text(self, hints: list[Any]) -> Iterator[str]:
        texts = [hint for hint in hints if isinstance(hint, str) and hint]
        yield from texts[-8:]
        yield self._random.choice(_WORDS)
        yield from texts
        for hint in hints:
            if isinstance(hint, float) and not isinstance(hint, DateValue) and 0 <= hint <= 500:
                for size in (int(hint), int(hint) + 1, max(1, int(hint) - 1)):
                    yield from ("a" * size, "1" * size, "A" * size)
        yield from (str(int(number)) for number in self._numbers(hints))
        yield from (
            _text for _text in ("farmer@example.org", "0712345678", "+254712345678", "A1", "2026-01-01")
        )

    _barcode = _text

    def _date(self, hints: list[Any]) -> Iterator[str]:
        today = self._state.environment.now()
        for moment in [*self._moments(hints), today]:
            for days in (0, 1, -1, 30, -30, 365, -365, -365 * 30):
                yield (moment + timedelta(days=days)).date().isoformat()

    def _datetime(self, hints: list[Any]) -> Iterator[Any]:
        now = self._state.environment.now()
        for moment in [*self._moments(hints), now]:
            for hours in (0, 1, -1, 24, -24, 24 * 365, -24 * 365):
                yield moment + timedelta(hours=hours)

    def _moments(self, hints: list[Any]) -> Iterator[Any]:
        for hint in hints:
            found = (
                from_days(hint, self._state.zone)
                if isinstance(hint, float)
                else to_datetime(str(hint), self._state.zone)
            )
            if found is not None and 1800 < found.year < 2300:
                yield found

    def _time(self, hints: list[Any]) -> Iterator[str]:
        yield from (hint[:5] for hint in hints if isinstance(hint, str) and re.match(r"\d\d:\d\d", hint))
        yield from (f"{hour:02}:30" for hour in self._random.sample(range(24), 24))

    def _geopoint(self, _hints: list[Any]) -> Iterator[str]:
        for _ in range(10):
            yield f"{self._random.uniform(-4, 4):.5f} {self._random.uniform(33, 40):.5f} 0 0"

    def _geotrace(self, hints: list[Any]) -> Iterator[str]:
        for _ in range(10):
            yield ";".join(next(self._geopoint(hints)) for _ in range(3))

    def _geoshape(self, hints: list[Any]) -> Iterator[str]:
        for trace in self._geotrace(hints):
            yield f"{trace};{trace.partition(';')[0]}"

    def _image(self, _hints: list[Any]) -> Iterator[str]:
        yield "photo.jpg"

    def _audio(self, _hints: list[Any]) -> Iterator[str]:
        yield "voice.m4a"

    def _video(self, _hints: list[Any]) -> Iterator[str]:
        yield "clip.mp4"

    def _file(self, _hints: list[Any]) -> Iterator[str]:
        yield "paper.pdf"


def _mentions_self(expression: Expression) -> bool:
    return any(isinstance(part, Path) and part.steps and part.steps[0] == _SELF for part in walk(expression))
