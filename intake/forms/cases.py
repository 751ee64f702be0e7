"""Running recorded expression cases against the evaluator."""

from __future__ import annotations

import math
import random
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Any

from intake.forms.xpath import Compiled, Environment, ExpressionError, compiled
from intake.forms.xpath.values import Value, to_boolean, to_number, to_string
from intake.forms.xpath.xml import document

TOLERANCE = 1e-9


@dataclass(frozen=True, slots=True)
class CaseResult:
    """How one case came out; `actual` is what the evaluator said, `error` why it could not."""

    case: Mapping[str, Any]
    passed: bool
    actual: str
    error: str = ""


def run_cases(
    cases: Iterable[Mapping[str, Any]], *, clock: Callable[[], datetime], zone: tzinfo, seed: int = 0
) -> Iterator[CaseResult]:
    """Evaluate each `{"expression", "context_xml", "type", "expected"}` over its own document.

    `context_path`, where a case has it, names the context node; otherwise it is the document.
    """
    for case in cases:
        try:
            yield _run_case(case, clock, zone, seed)
        except ExpressionError as error:
            yield CaseResult(case, bool(case.get("type") == "error"), "", str(error))


def _run_case(case: Mapping[str, Any], clock: Callable[[], datetime], zone: tzinfo, seed: int) -> CaseResult:
    tree = document(case.get("context_xml") or "<root/>")
    environment = Environment(tree, zone=zone, clock=clock, random=random.Random(seed))  # noqa: S311
    node = tree
    path = case.get("context_path") or case.get("context_node")
    if path:
        node = next(iter(compiled(str(path)).nodes(environment, tree)), tree)
    value = Compiled(case["expression"], lenient=True).evaluate(environment, node)
    kind, expected = str(case.get("type", "string")), case.get("expected")
    return CaseResult(case, _agrees(value, kind, expected, zone), _shown(value, kind, zone))


def _agrees(value: Value, kind: str, expected: Any, zone: tzinfo) -> bool:
    if kind == "boolean":
        return to_boolean(value) == (str(expected).lower() == "true")
    if kind == "number":
        wanted = _number(expected)
        number = float(to_number(value, zone))
        return _same(number, wanted)
    return to_string(value) == _text(expected)


def _text(expected: Any) -> str:
    return "" if expected is None else str(expected)


def _number(expected: Any) -> float:
    text = str(expected).replace("Infinity", "inf")
    try:
        return float(text)
    except ValueError:
        return math.nan


def _same(number: float, wanted: float) -> bool:
    if math.isnan(wanted) or math.isnan(number):
        return math.isnan(wanted) and math.isnan(number)
    return number == wanted or math.isclose(number, wanted, rel_tol=TOLERANCE, abs_tol=TOLERANCE)


def _shown(value: Value, kind: str, zone: tzinfo) -> str:
    if kind == "boolean":
        return to_string(to_boolean(value))
    if kind == "number":
        return to_string(float(to_number(value, zone))) or "NaN"
    return to_string(value)
