"""Values tried on a copy of the form, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from intake.forms import Accepted as FormAccepted
from intake.forms import FormSession
from intake.interview.questions import Questions


def consistent(values: Mapping[str, str], questions: Questions) -> dict[str, str]:
    """What the form takes of these values when they are given in its order, and what still applies then."""
    trial, taken = copy(questions), dict[str, str]()
    for path in _in_order(values, trial):
        if isinstance(trial.answer(path, values[path]), FormAccepted):
            taken[path] = values[path]
    return taken


def with_values(values: Mapping[str, str], questions: Questions) -> FormSession:
    """A copy of the form as it would stand with these values."""
    trial = copy(questions)
    for path in _in_order(values, trial):
        trial.answer(path, values[path])
    return trial


def _in_order(values: Mapping[str, str], trial: FormSession) -> Iterator[str]:
    """Those of the values that apply, each once those before it are given."""
    for control in trial.form.questions:
        path = control.field.path
        if path in values and trial.relevant(path):
            yield path


def copy(questions: Questions) -> FormSession:
    """The form as it stands, to be tried."""
    session = questions.session
    other = FormSession.restore(session.form, session.save(), clock=session.clock)
    other.language = session.language
    return other
