"""Defaults written in a form: what fits its question stays, anything else is told and left empty."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from intake.errors import Refused
from intake.forms.answers import written
from intake.forms.choices import SELECTS, check_bounds, written_names
from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.form import Form
from intake.forms.model import Control, QuestionKind
from intake.forms.references import references
from intake.forms.suggest import closest
from intake.forms.xpath import Node
from intake.forms.xpath.syntax import Call, walk

_FIXES = {
    QuestionKind.INTEGER: "write a whole number, such as 5",
    QuestionKind.DECIMAL: "write a number with a point, such as 2.5",
    QuestionKind.RANGE: "write a number on the scale",
    QuestionKind.DATE: "write the day as 2024-02-29",
    QuestionKind.TIME: "write the time as 14:30",
    QuestionKind.DATETIME: "write day and time as 2024-02-29T14:30:00",
    QuestionKind.GEOPOINT: "write latitude and longitude, such as 0.31 32.58",
    QuestionKind.GEOTRACE: "write places as 0.31 32.58; 0.32 32.58",
    QuestionKind.GEOSHAPE: "write places as 0.31 32.58; 0.32 32.58; 0.31 32.58",
    QuestionKind.ACKNOWLEDGE: "write OK, or leave it empty",
}
SHOWN = 6
_ANY_DAY = datetime(2000, 1, 1, tzinfo=UTC)
_PASSING = frozenset({"today", "now", "random", "uuid"})


def empty_unfit(form: Form) -> list[Fault]:
    """Put each default into the shape of an answer; one that is none is emptied, so that it is asked, not handed in."""
    faults = []
    for node in _written(form.template):
        control = node.definition.control
        try:
            node.text = _fitting(form, control, node.text)
        except Refused:
            faults.append(_unfit(form, control, node.text))
            node.text = ""
        node.definition.default = node.text
    return faults


def _written(node: Node) -> Iterator[Node]:
    """The nodes of questions that hold a default."""
    if node.text and node.definition is not None and node.definition.control is not None:
        yield node
    for inner in node.elements():
        yield from _written(inner)


def _fitting(form: Form, control: Control, text: str) -> str:
    fitting = written(control.kind, text, UTC)
    if control.bounds is not None:
        check_bounds(control, fitting)
    if control.kind in SELECTS:
        _check_names(form, control, fitting)
    return fitting


def _check_names(form: Form, control: Control, text: str) -> None:
    known = set(written_names(form, control))
    names = [text] if control.kind is QuestionKind.SELECT_ONE else text.split()
    if known and not known.issuperset(names):
        raise Refused("not_a_choice")


def _unfit(form: Form, control: Control, text: str) -> Fault:
    message = f"the default {text[:100]!r} of {control.field.path} does not fit its type {control.kind}"
    if control.kind in SELECTS:
        message = f"the default {text[:100]!r} of {control.field.path} is not among its choices"
    fix = _FIXES.get(control.kind) or _choice_fix(form, control, text)
    return Fault(FaultCode.DEFAULT, message, fix, path=control.field.path, column="default")


def _choice_fix(form: Form, control: Control, text: str) -> str:
    names = list(dict.fromkeys(written_names(form, control)))
    near = closest(text, names)
    if near:
        return f"did you mean {near}?"
    return f"write one of {', '.join(names[:SHOWN])}{', …' if len(names) > SHOWN else ''}"


def broken_constraints(form: Form) -> Iterator[Fault]:
    """Defaults their own constraint refuses; one that hangs on other answers or the day cannot be judged beforehand."""
    from intake.forms.session import FormSession

    judged = [control for control in form.questions if _judges_itself(form, control)]
    if not judged:
        return
    session = FormSession(form, clock=lambda: _ANY_DAY, begin=False)
    for control in judged:
        for node in session.state.nodes(control.field)[:1]:
            if not session.state.holds(control.field.bind.constraint, node, True):
                yield Fault(
                    FaultCode.DEFAULT,
                    f"the default {node.text!r} of {control.field.path} breaks its own constraint",
                    "write a default that the constraint takes",
                    path=control.field.path,
                    column="default",
                    severity=Severity.WARNING,
                )


def _judges_itself(form: Form, control: Control) -> bool:
    constraint = control.field.bind.constraint
    if constraint is None or not control.field.default:
        return False
    if any(isinstance(part, Call) and part.name in _PASSING for part in walk(constraint.syntax)):
        return False
    reads = references(constraint.syntax, control.field, form.root)
    return all(reference.target is control.field for reference in reads)
