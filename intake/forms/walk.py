"""Walking a form to its end with plausible answers: the proof that nobody gets stuck in it."""

from __future__ import annotations

import random as _random
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from intake.forms.errors import Fault
from intake.forms.form import Form
from intake.forms.model import Question, QuestionKind
from intake.forms.plausible import Plausible
from intake.forms.results import Accepted, Refused
from intake.forms.session import FormSession

MAX_STEPS = 5_000
MAX_INSTANCES = 2
TRIES = 200
ATTEMPTS = 6


@dataclass(slots=True)
class Walk:
    """How a walk went: what was answered in which order, where it stuck, what went wrong inside the form."""

    finished: bool = False
    steps: list[tuple[str, str]] = field(default_factory=list)
    stuck_at: str = ""
    reason: str = ""
    problems: list[Fault] = field(default_factory=list)
    mended: set[str] = field(default_factory=set)
    session: FormSession | None = None


def walk(form: Form, *, clock: Callable[[], datetime], seed: int = 0) -> Walk:
    """Walk the form; a dead end that came from earlier answers is tried again with others."""
    result = Walk()
    for attempt in range(ATTEMPTS):
        result = _walk_once(form, clock, _random.Random(seed * ATTEMPTS + attempt))  # noqa: S311
        if result.finished:
            break
    return result


def _walk_once(form: Form, clock: Callable[[], datetime], random: _random.Random) -> Walk:
    session = FormSession(form, clock=clock, random=random, device={"deviceid": "walk", "username": "walk"})
    result = Walk(session=session)
    plausible = Plausible(session.state, random)
    for _ in range(MAX_STEPS):
        question = session.current()
        if question is None and not _mend(session, plausible, result):
            result.finished = not session.unanswered()
            break
        if question is None:
            continue
        if not _take(session, question, plausible, random, result):
            break
    else:
        result.reason = f"still asking after {MAX_STEPS} questions"
    result.problems = session.problems
    return result


def _take(
    session: FormSession, question: Question, plausible: Plausible, random: _random.Random, result: Walk
) -> bool:
    """Answer one question; False when nothing is accepted."""
    if question.kind is QuestionKind.NOTE:
        session.skip(question.path)
        return True
    if question.kind is QuestionKind.REPEAT:
        _repeat(session, question, random, result)
        return True
    if not session.required(question.path) and random.random() < 0.1:
        session.skip(question.path)
        return True
    return _answer(session, question, plausible, result)


def _mend(session: FormSession, plausible: Plausible, result: Walk) -> bool:
    """Answer anew what no longer holds, or never did: a default may break its own constraint."""
    for refusal in session.invalid():
        question = session.go_to(refusal.path)
        if question is not None and refusal.path not in result.mended:
            result.mended.add(refusal.path)
            return _answer(session, question, plausible, result)
    session.go_to(None)
    return False


def _repeat(session: FormSession, question: Question, random: _random.Random, result: Walk) -> None:
    instances = session.instances(question.path)
    if instances < MAX_INSTANCES and random.random() < 0.5:
        result.steps.append((session.add_repeat(question.path), "added"))
    else:
        session.end_repeat(question.path)


def _answer(session: FormSession, question: Question, plausible: Plausible, result: Walk) -> bool:
    refused: Refused | None = None
    for tries, candidate in enumerate(session.candidates(question.path, plausible)):
        answered = session.answer(question.path, candidate)
        if isinstance(answered, Accepted):
            result.steps.append((question.path, answered.value))
            return True
        refused = answered
        if tries >= TRIES:
            break
    if not session.required(question.path):
        session.skip(question.path)
        return True
    result.stuck_at = question.path
    result.reason = (
        f"no answer is accepted: {refused.code.value}" if refused else "there is nothing to choose from"
    )
    return False
