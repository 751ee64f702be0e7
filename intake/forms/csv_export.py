"""Submissions as CSV tables with the columns, keys and file names of ODK Central's own export.

One table for the form and one for each repeat. Groups are joined with `-`, a place takes four columns, several choices
stay in one cell, `KEY` and `PARENT_KEY` tie the tables together.
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from intake.forms.export import INSTANCE_ID, attachments, instance_id
from intake.forms.model import Field
from intake.forms.xpath import Node

if TYPE_CHECKING:
    from intake.forms.form import Form
    from intake.forms.state import State

PLACE = ("Latitude", "Longitude", "Altitude", "Accuracy")
BEFORE = ("SubmissionDate",)
AFTER = ("KEY", "SubmitterID", "SubmitterName", "AttachmentsPresent", "AttachmentsExpected", "Status", "ReviewState",
         "DeviceID", "Edits", "FormVersion")  # fmt: skip
WITHIN_REPEAT = ("PARENT_KEY", "KEY")

Row = dict[str, str]
Rows = dict[str, list[Row]]  # by the path of the form's root or of the repeat


class Tables:
    """The tables of any number of submissions to one form: a row for each, and a row for each instance of a repeat."""

    def __init__(self) -> None:
        self._versions: dict[str, Form] = {}  # the one answered last stands last
        self._rows: Rows = {}

    def add(self, state: State, submitted: datetime, present: int | None = None) -> None:
        """One submission, of which `present` files are at hand: all that it names, unless told otherwise.

        What only a server knows stays empty.
        """
        form = state.form
        self._versions[form.sha256] = self._versions.pop(form.sha256, form)
        key = submission_key(state)
        row: Row = {}
        _cells(state.root, form.root, key, key, row, self._rows)
        expected = len(attachments(state))
        row |= {
            "SubmissionDate": f"{submitted.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{submitted.microsecond // 1000:03}Z",
            "KEY": key,
            "AttachmentsPresent": str(expected if present is None else present),
            "AttachmentsExpected": str(expected),
            "Edits": "0",
            "FormVersion": form.version,
        }
        self._rows.setdefault(form.root.path, []).append(row)

    def files(self) -> dict[str, str]:
        """The tables by file name, with the columns of every version that was answered, the newest one's first."""
        return {name: self._csv(path) for path, name in self._names().items()}

    def _forms(self) -> list[Form]:
        return list(self._versions.values())[::-1]

    def _names(self) -> dict[str, str]:
        """File names by path: repeats of one name in different groups are numbered in the form's order."""
        forms = self._forms()
        repeats = {field.path: field.name for one in forms for field, _ in one.repeats()}
        often = Counter(repeats.values())
        seen: Counter[str] = Counter()
        names = {one.root.path: f"{one.id}.csv" for one in forms}
        for path, name in repeats.items():
            seen[name] += 1
            number = f"~{seen[name]}" if often[name] > 1 else ""
            names[path] = f"{forms[0].id}-{name}{number}.csv"
        return {path: name.replace("/", "").replace("\\", "") for path, name in names.items()}

    def _csv(self, path: str) -> str:
        owners = [form.fields[path] for form in self._forms() if path in form.fields]
        inner = list(dict.fromkeys(column for owner in owners for column in _below(owner, owner)))
        columns = [*BEFORE, *inner, *AFTER] if owners[0].parent is None else [*inner, *WITHIN_REPEAT]
        out = io.StringIO()
        writer = csv.DictWriter(out, columns, lineterminator="\r\n", restval="", extrasaction="ignore")
        writer.writeheader()
        writer.writerows(self._rows.get(path, ()))
        return out.getvalue()


def submission_key(state: State) -> str:
    """The instanceID, which ties the tables together."""
    for field in state.form.root.subtree():
        if field.name == INSTANCE_ID:
            nodes = state.nodes(field)
            if nodes and nodes[0].text:
                return nodes[0].text
    return instance_id(state)


def _cells(node: Node, owner: Field, path: str, key: str, row: Row, rows: Rows) -> None:
    """Fill the row from what is relevant below `node`; `path` is its place, `key` that of the row."""
    places: Counter[str] = Counter()
    for child in node.elements():
        field: Field = child.definition
        if not child.relevant:
            continue
        if field.repeat is not None:
            places[field.name] += 1
            inner_key = f"{path}/{field.name}[{places[field.name]}]"
            inner = {"PARENT_KEY": key, "KEY": inner_key}
            _cells(child, field, inner_key, inner_key, inner, rows)
            rows.setdefault(field.path, []).append(inner)
        elif field.leaf:
            row |= zip(_columns(field, owner), _values(field, child.text), strict=False)
        else:
            _cells(child, owner, f"{path}/{field.name}", key, row, rows)


def _values(field: Field, text: str) -> list[str]:
    return text.split() if _is_place(field) else [text]


def _is_place(field: Field) -> bool:
    return field.bind.type == "geopoint"


def _columns(field: Field, owner: Field) -> list[str]:
    name = "-".join(field.path[len(owner.path) + 1 :].split("/"))
    return [f"{name}-{part}" for part in PLACE] if _is_place(field) else [name]


def _below(field: Field, owner: Field) -> Iterator[str]:
    """The columns of what stands in the row of `owner`, in the form's order."""
    for child in field.children.values():
        if child.repeat is not None or child.name.startswith("@"):
            continue
        yield from _columns(child, owner) if child.leaf else _below(child, owner)
