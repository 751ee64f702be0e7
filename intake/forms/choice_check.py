"""The choices of a form looked over: none, twice, untranslated, too long, filtered by what is not there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from intake.forms.choices import SELECTS, cell, list_of, written_names
from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.form import Form
from intake.forms.model import Control, Text
from intake.forms.searching import WAYS, is_search, search_of
from intake.forms.sheets import Row
from intake.forms.suggest import closest
from intake.forms.texts import plain
from intake.forms.xpath import Node
from intake.forms.xpath.syntax import Expression, NameTest, Path, Rooted, children, walk

LONGEST_CHOICE = 60


@dataclass(frozen=True, slots=True)
class _Shown:
    """A choice as it is to be shown, and where it is written."""

    name: str
    text: Text | None
    path: str
    row: Row | None = None


def choice_faults(form: Form) -> Iterator[Fault]:
    """Every fault of the choices; a list that several questions share is looked over once."""
    rows = _rows(form)
    seen: set[str] = set()
    for control in form.questions:
        if control.kind in SELECTS:
            yield from _names(form, control)
            yield from _label_column(form, control)
            yield from _filter(form, control)
            yield from _search(control)
        for shown in _shown(form, control, seen, rows):
            yield from _label(form, shown)


def _names(form: Form, control: Control) -> Iterator[Fault]:
    names = Counter(written_names(form, control))
    nameless = names.pop("", 0)
    if not names and _is_static(control):
        yield _nothing_to_choose(form, control)
    elif nameless:
        message = f"{nameless} of the {nameless + names.total()} choices of {control.field.path}"
        yield _list_fault(
            control,
            FaultCode.EMPTY_CHOICES,
            f"{message} have no name; they are not offered",
            "give each a name",
        )
    if control.itemset is None or "[" not in control.itemset.nodes.text:
        for twice in sorted(name for name, times in names.items() if times > 1):
            yield _list_fault(
                control,
                FaultCode.DUPLICATE,
                f"the choice {twice!r} is in the list twice",
                "give each choice its own name",
            )


def _nothing_to_choose(form: Form, control: Control) -> Fault:
    required = control.field.bind.required is not None
    message, fix = (
        f"{control.field.path} has nothing to choose from",
        "add choices to its list on the choices sheet",
    )
    columns = _columns(list_of(form, control)[1])
    if control.itemset is not None and columns:
        name = control.itemset.value.text
        message += f": its list has no column {name} (it has {', '.join(columns)})"
        fix = "add the column, or write value= and the column with the names among the parameters"
    message += ", yet an answer is required" if required else ""
    return _list_fault(
        control, FaultCode.EMPTY_CHOICES, message, fix, Severity.ERROR if required else Severity.WARNING
    )


def _list_fault(
    control: Control, code: FaultCode, message: str, fix: str, severity: Severity = Severity.WARNING
) -> Fault:
    return Fault(code, message, fix, path=control.field.path, column="type", severity=severity)


def _columns(items: Iterable[Node]) -> list[str]:
    return list(dict.fromkeys(child.name for item in items for child in item.elements()))


def _label_column(form: Form, control: Control) -> Iterator[Fault]:
    """A file whose labels stand in another column shows names instead."""
    identifier, items = list_of(form, control)
    columns = _columns(items)
    label = control.itemset.label if control.itemset is not None else None
    if any(row.cell("list_name") == identifier for row in form.sheets.rows.get("choices", ())):
        return  # pyxform tells it row by row
    if label is not None and columns and label.text.isidentifier() and label.text not in columns:
        yield _list_fault(
            control,
            FaultCode.NO_LABEL,
            f"the choices of {control.field.path} have no column {label.text} (they have {', '.join(columns)})",
            "add the column, or write label= and the column with the labels among the parameters",
        )


def _is_static(control: Control) -> bool:
    """Whether the list does not come from answers (a select from a repeat)."""
    return control.itemset is None or "instance(" in control.itemset.nodes.text


def _search(control: Control) -> Iterator[Fault]:
    """A search that cannot be carried out leaves the column names themselves as the choices."""
    if not is_search(control.appearance):
        return
    message, fix = "", ""
    if search_of(control.appearance) is None:
        message = f"the search of {control.field.path} cannot be read"
        ways = ", ".join(WAYS[1:])
        fix = f"write search('file') or search('file', '{WAYS[0]}', 'column', ${{answer}}); for {WAYS[0]} also {ways}"
    elif control.itemset is None:
        message = f"the list of {control.field.path} does not say which columns of the file to show"
        fix = "write one choice: in name the column of what is stored, in label the column of what is shown"
    if message:
        yield Fault(
            FaultCode.EMPTY_CHOICES,
            message,
            fix,
            path=control.field.path,
            column="appearance",
            severity=Severity.WARNING,
        )


# --- filters


def _filter(form: Form, control: Control) -> Iterator[Fault]:
    identifier, items = list_of(form, control)
    if control.itemset is None or not items:
        return
    columns = _columns(items)
    asked = dict.fromkeys(
        name
        for part in walk(control.itemset.nodes.syntax)
        if isinstance(part, Rooted) and part.steps
        for predicate in part.steps[-1].predicates
        for name in _asked(predicate)
    )
    for name in asked:
        if name not in columns:
            yield Fault(
                FaultCode.DANGLING,
                f"the choice_filter of {control.field.path} asks for {name}, which no choice of {identifier} has",
                _column_fix(name, closest(name, columns)),
                path=control.field.path,
                column="choice_filter",
                severity=Severity.WARNING,
            )


def _column_fix(name: str, near: str) -> str:
    if near:
        return f"did you mean {near}?"
    return f"fill a column {name} on the choices sheet, or write '{name}' for the word"


def _asked(expression: Expression) -> Iterator[str]:
    """The columns of the items that a filter reads: what stands there without a path before it."""
    match expression:
        case Path(False, (first, *_)) if first.axis == "child" and isinstance(first.test, NameTest):
            yield first.test.local
        case Path() | Rooted():
            return
        case _:
            for inner in children(expression):
                yield from _asked(inner)


# --- labels


def _rows(form: Form) -> dict[tuple[str, str], Row]:
    """The rows of the choices sheet by list and name."""
    rows: dict[tuple[str, str], Row] = {}
    for row in form.sheets.rows.get("choices", ()):
        rows.setdefault((row.cell("list_name"), row.cell("name")), row)
    return rows


def _shown(
    form: Form, control: Control, seen: set[str], rows: dict[tuple[str, str], Row]
) -> Iterator[_Shown]:
    path = control.field.path
    yield from (_Shown(item.value, item.label, path) for item in control.items)
    identifier, items = list_of(form, control)
    if control.itemset is None or control.itemset.label is None or identifier in seen:
        return
    seen.add(identifier)
    by_id = control.itemset.label.text.replace(" ", "").startswith("jr:itext(")
    for item in items:
        name = cell(item, control.itemset.value.text) or ""
        label = cell(item, "itextId" if by_id else control.itemset.label.text)
        if label is not None:
            text = Text(itext=label) if by_id else Text((label,))
            yield _Shown(name, text, path, rows.get((identifier, name)))


def _label(form: Form, shown: _Shown) -> Iterator[Fault]:
    for language in form.languages or ("",):
        text = plain(form, shown.text, language)
        if text is None:
            yield _label_fault(
                shown,
                FaultCode.MISSING_TRANSLATION,
                f"the choice {shown.name!r} is not translated into {language}",
                f"fill label::{language} on the choices sheet",
                f"label::{language}",
            )
        elif len(text) > LONGEST_CHOICE:
            message = (
                f"the choice {shown.name!r} has {len(text)} characters; a button shows about {LONGEST_CHOICE}"
            )
            yield _label_fault(shown, FaultCode.TOO_LONG, message, "shorten it", "label")


def _label_fault(shown: _Shown, code: FaultCode, message: str, fix: str, column: str) -> Fault:
    row = shown.row
    return Fault(
        code,
        message,
        fix,
        path=shown.path,
        sheet="choices" if row is not None else "",
        row=row.number if row is not None else None,
        column=column if row is None or column not in row.headers else row.header(column),
        severity=Severity.WARNING,
    )
