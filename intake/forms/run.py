"""Filling a form from a set of answers: what became of each, and what followed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from intake.forms.errors import UnknownPath
from intake.forms.model import Field
from intake.forms.results import Accepted
from intake.forms.session import FormSession

MAX_PASSES = 20
MAX_GROWN = 500


@dataclass(slots=True)
class Outcome:
    """Final values, the relevant questions, and what was refused with the reason."""

    values: dict[str, str]
    relevant: list[str]
    refused: list[dict[str, Any]] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    problems: list[dict[str, Any]] = field(default_factory=list)
    complete: bool = False


def run(session: FormSession, answers: Mapping[str, Any]) -> Outcome:
    """Answer everything that can be answered, in the order given; repeats grow as the paths ask.

    What is not yet relevant is tried again after the rest. Nested objects and lists stand for groups and repeats.
    """
    waiting = dict(flattened(answers))
    refused: dict[str, dict[str, Any]] = {}
    for _ in range(MAX_PASSES):
        before = len(waiting)
        for path in list(waiting):
            refusal = _give(session, path, waiting[path])
            if refusal is None:
                del waiting[path]
                refused.pop(path, None)
            else:
                refused[path] = refusal
        if not waiting or len(waiting) == before:
            break
    refused.update(_no_longer_valid(session))
    unanswered = [question.path for question in session.unanswered()]
    return Outcome(
        values=session.values(),
        relevant=[question.path for question in session.questions()],
        refused=list(refused.values()),
        unanswered=unanswered,
        problems=[problem.as_json() for problem in session.problems],
        complete=not unanswered and not refused,
    )


def _give(session: FormSession, path: str, value: Any) -> dict[str, Any] | None:
    grow(session, path)
    result = session.answer(path, value)
    if isinstance(result, Accepted):
        return None
    return {
        "path": path,
        "value": value,
        "code": result.code.value,
        "message": result.message,
        "facts": {key: str(fact) for key, fact in result.facts.items()},
    }


def _no_longer_valid(session: FormSession) -> dict[str, dict[str, Any]]:
    return {
        refusal.path: {
            "path": refusal.path,
            "value": session.value(refusal.path),
            "code": refusal.code.value,
            "message": refusal.message,
            "facts": {key: str(fact) for key, fact in refusal.facts.items()},
        }
        for refusal in session.invalid()
    }


def grow(session: FormSession, path: str) -> None:
    """Add the repeat instances a path asks for, where the form lets people add them."""
    steps = path.split("/")
    for index, step in enumerate(steps):
        name, bracket, number = step.partition("[")
        outer = "/".join(steps[:index])
        repeat = f"{outer}/{name}" if outer else name
        found = session.form.find(repeat)
        wanted = int(number[:-1]) if bracket and number[:-1].isdigit() else 1
        if _open_ended(found) and index < len(steps) - 1:
            try:
                while session.instances(repeat) < min(wanted, MAX_GROWN):
                    session.add_repeat(repeat)
            except UnknownPath:  # it stands in a repeat that is not there
                return


def _open_ended(found: Field | None) -> bool:
    return (
        found is not None
        and found.repeat is not None
        and found.repeat.count is None
        and not found.repeat.fixed
    )


def flattened(answers: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Answers by path, from paths, nested objects, and lists of objects."""
    for key, value in answers.items():
        path = f"{prefix}/{key}" if prefix else str(key)
        if isinstance(value, Mapping) and not {"latitude", "longitude"} <= set(value):
            yield from flattened(value, path)
        elif isinstance(value, list) and value and all(isinstance(item, Mapping) for item in value):
            for place, item in enumerate(value, start=1):
                yield from flattened(item, f"{path}[{place}]")
        else:
            yield path, value
