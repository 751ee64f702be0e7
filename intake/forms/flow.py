"""The flow of a form as lines of a tree: what is asked, when, and what is checked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from intake.forms.form import Form
from intake.forms.model import Control, Field, Group, Text


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the drawing: how deep it stands, what it is, its name and label, and the rules around it."""

    depth: int
    kind: str
    name: str
    label: str
    rules: tuple[str, ...]


def flow(form: Form, language: str = "") -> list[Line]:
    """The questions in order, inside their groups and repeats, then the calculations."""
    lines = list(_lines(form, form.body, 0, form.language(language)))
    asked = {control.field for control in form.questions}
    for field in form.root.subtree():
        if field.leaf and field not in asked and field.bind.calculate is not None:
            lines.append(Line(0, "calculate", field.name, "", _rules(field)))
    return lines


def _lines(form: Form, group: Group, depth: int, language: str) -> Iterator[Line]:
    for child in group.children:
        if isinstance(child, Control):
            label = plain(form, child.label, language)
            yield Line(depth, child.kind.value, child.field.name, label, _rules(child.field))
        elif child.field is None or _wraps_repeat(child):
            yield from _lines(form, child, depth, language)
        else:
            kind = "repeat" if child.repeats else "group"
            yield Line(depth, kind, child.field.name, plain(form, child.label, language), _rules(child.field))
            yield from _lines(form, child, depth + 1, language)


def _wraps_repeat(group: Group) -> bool:
    """XForms write a repeat inside a group of the same name; one of the two is enough to see."""
    return any(
        isinstance(child, Group) and child.repeats and child.field is group.field for child in group.children
    )


def _rules(field: Field) -> tuple[str, ...]:
    bind = field.bind
    found = []
    if bind.relevant is not None:
        found.append(f"if {bind.relevant.text}")
    if bind.required is not None:
        found.append(
            "required" if bind.required.text in ("true()", "true") else f"required if {bind.required.text}"
        )
    if bind.constraint is not None:
        found.append(f"must {bind.constraint.text}")
    if bind.calculate is not None:
        found.append(f"= {bind.calculate.text}")
    if field.repeat is not None and field.repeat.count is not None:
        found.append(f"times {field.repeat.count.text}")
    if field.control is not None and field.control.itemset is not None:
        found.append(f"from {field.control.itemset.nodes.text}")
    return tuple(found)


def plain(form: Form, text: Text | None, language: str) -> str:
    """A label with its values as `…`."""
    if text is None:
        return ""
    pieces = text.pieces
    if text.itext is not None:
        found = form.translations.get(language, {}).get(text.itext, {})
        pieces = next((found[form_].pieces for form_ in ("", "long", "short") if form_ in found), ())
    return "".join(piece if isinstance(piece, str) else "…" for piece in pieces).strip()
