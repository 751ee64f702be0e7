"""Names in expressions that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.form import Form
from intake.forms.model import Field
from intake.forms.references import references
from intake.forms.suggest import closest
from intake.forms.xpath import Compiled


def rules(field: Field) -> Iterator[tuple[str, Compiled]]:
    """Every expression of a field with the column it is written in."""
    bind = field.bind
    for column in ("relevant", "required", "readonly", "constraint", "calculate"):
        expression = getattr(bind, column)
        if expression is not None:
            yield column, expression
    if field.repeat is not None and field.repeat.count is not None:
        yield "repeat_count", field.repeat.count
    if field.control is not None and field.control.itemset is not None:
        yield "choice_filter", field.control.itemset.nodes


def dangling(form: Form) -> list[Fault]:
    """A fault for every path no field answers to. Such a path reads as empty, so the form still runs."""
    faults = []
    for field in form.root.subtree():
        for column, expression in rules(field):
            for reference in references(expression.syntax, field, form.root):
                if reference.dangling and not _another_instance(reference.dangling, form):
                    faults.append(_fault(reference.dangling, field, column, form))
    return faults


def _another_instance(path: str, form: Form) -> bool:
    return path.startswith("/") and path.strip("/").partition("/")[0] in ("root", "model", "instance")


def _fault(path: str, field: Field, column: str, form: Form) -> Fault:
    return Fault(
        FaultCode.DANGLING,
        f"the {column} of {field.path} uses {path}, which the form does not have",
        _fix(path, form),
        path=field.path,
        column=column,
        severity=Severity.WARNING,
    )


def _fix(path: str, form: Form) -> str:
    names = {each.name: each.path for each in form.root.subtree()}
    last = path.rpartition("/")[2]
    near = closest(last, names)
    if path in ("true", "false"):
        return f"write {path}()"
    if "/" in path:
        return f"did you mean {near}?" if near and near != last else "name a field of the form"
    if near:
        written = f"${{{near}}}" if form.sheets.by_path else names[near]
        return f"write {written}" if near == path else f"did you mean {written}?"
    return f"name a field of the form, or write '{path}' for the word"
