"""What changed between two versions of a form, and carrying a running draft over."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from intake.forms.choices import written_names
from intake.forms.flow import plain
from intake.forms.form import Form
from intake.forms.model import Control, Field
from intake.forms.results import Accepted
from intake.forms.session import FormSession


class ChangeKind(StrEnum):
    """How a question changed."""

    ADDED = "added"
    REMOVED = "removed"
    LABEL = "label"
    KIND = "kind"
    RULE = "rule"
    CHOICES = "choices"


@dataclass(frozen=True, slots=True)
class Change:
    """One question that differs between two versions; `old` and `new` say what stood there."""

    kind: ChangeKind
    path: str
    old: str = ""
    new: str = ""
    rule: str = ""


def compare(old: Form, new: Form) -> list[Change]:
    """Every difference that matters to whoever answers, in the order of the new form, removals last."""
    before = {_below(control.field, old): control for control in old.questions}
    after = {_below(control.field, new): control for control in new.questions}
    changes: list[Change] = []
    for path, control in after.items():
        if path not in before:
            changes.append(Change(ChangeKind.ADDED, control.field.path, new=_label(new, control)))
        else:
            changes.extend(_differences(old, before[path], new, control))
    for path, control in before.items():
        if path not in after:
            changes.append(Change(ChangeKind.REMOVED, control.field.path, old=_label(old, control)))
    return changes


def _below(field: Field, form: Form) -> str:
    return field.path[len(form.root.path) :]


def _label(form: Form, control: Control) -> str:
    return plain(form, control.label, form.default_language)


def _differences(old: Form, before: Control, new: Form, after: Control) -> list[Change]:
    path, found = after.field.path, []
    if before.kind is not after.kind:
        found.append(Change(ChangeKind.KIND, path, before.kind.value, after.kind.value))
    if _label(old, before) != _label(new, after):
        found.append(Change(ChangeKind.LABEL, path, _label(old, before), _label(new, after)))
    for rule in ("relevant", "required", "constraint", "calculate"):
        was, is_now = _rule(before, rule, old), _rule(after, rule, new)
        if was != is_now:
            found.append(Change(ChangeKind.RULE, path, was, is_now, rule))
    was, is_now = _choices(before, old), _choices(after, new)
    if was != is_now:
        found.append(Change(ChangeKind.CHOICES, path, was, is_now))
    return found


def _rule(control: Control, rule: str, form: Form) -> str:
    expression = getattr(control.field.bind, rule)
    return "" if expression is None else expression.text.replace(f"{form.root.path}/", "/")


def _choices(control: Control, form: Form) -> str:
    return " ".join(written_names(form, control))


def refit(session: FormSession) -> Mapping[str, str]:
    """Give every answer of a draft that was begun on another version once more; what no longer fits is taken out.

    What this version works out, and whom it asks, comes first: nothing saved tells of its new rules.
    The answers that were lost, by path: those questions are asked again.
    """
    session.state.start_rules(session.state.root)
    session.state.settle()
    lost: dict[str, str] = {}
    for question in session.questions():
        text = session.value(question.path)
        if text and not isinstance(session.answer(question.path, text), Accepted):
            session.clear(question.path)
            lost[question.path] = text
    session.go_to(None)
    return lost
