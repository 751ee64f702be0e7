"""Repeats whose number is written in the form: those that ask for more than a form may hold."""

from __future__ import annotations

import math
from collections.abc import Iterator

from intake.forms.errors import Fault, FaultCode
from intake.forms.form import Form
from intake.forms.model import Field
from intake.forms.references import references
from intake.forms.tree import MAX_INSTANCES, MAX_NODES
from intake.forms.xpath import Compiled
from intake.forms.xpath.syntax import Number, Path


def count_faults(form: Form) -> Iterator[Fault]:
    """A constant count above the limit, and the outermost of nested repeats that together make too many fields."""
    for field, repeat in form.repeats():
        asked = _constant(repeat.count, field, form.root)
        if asked > MAX_INSTANCES:
            message = (
                f"the repeat_count of {field.path} is {asked:.0f}; at most {MAX_INSTANCES} instances are made"
            )
            yield _fault(field, message, f"write {MAX_INSTANCES} or less")
    yield from _nested(form.root, form.root)


def _nested(field: Field, root: Field) -> Iterator[Fault]:
    fields = _size(field, root)
    if field.repeat is not None and fields > MAX_NODES:
        message = (
            f"{field.path} makes {fields} fields with the repeats inside it; a form has at most {MAX_NODES}"
        )
        yield _fault(field, message, "ask for fewer instances, or nest fewer repeats")
        return
    for inner in field.children.values():
        yield from _nested(inner, root)


def _size(field: Field, root: Field) -> int:
    """How many fields there are with the constant counts; a repeat of another number counts once."""
    once = 1 + sum(_size(inner, root) for inner in field.children.values())
    asked = _constant(field.repeat.count, field, root) if field.repeat is not None else 1
    return once * int(min(MAX_INSTANCES, max(1, asked)))


def _constant(count: Compiled | None, field: Field, root: Field) -> float:
    """The number a count is written as, here or in the calculation that pyxform makes of it; 0 when it is none."""
    if count is None:
        return 0
    if isinstance(count.syntax, Number):
        number = float(count.syntax.text)
        return number if math.isfinite(number) else 0
    targets = {reference.target for reference in references(count.syntax, field, root)}
    target = targets.pop() if len(targets) == 1 and isinstance(count.syntax, Path) else None
    calculated = target.bind.calculate if target is not None and target.control is None else None
    is_number = calculated is not None and isinstance(calculated.syntax, Number)
    return _constant(calculated, field, root) if is_number else 0


def _fault(field: Field, message: str, fix: str) -> Fault:
    return Fault(FaultCode.TOO_MANY, message, fix, path=field.path, column="repeat_count")
