"""A submission as CSV tables with the columns, keys and file names of ODK Central's own export.

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

Rows = dict[Field, list[dict[str, str]]]


def tables(state: State, form: Form, now: datetime) -> dict[str, str]:
    """The tables by file name. `now` is the time of submission; what only a server knows stays empty."""
    key = _key(state)
    rows: Rows = {field: [] for field in (form.root, *(field for field, _ in form.repeats()))}
    row: dict[str, str] = {}
    _cells(state.root, form.root, key, key, row, rows)
    files = str(len(attachments(state)))
    row |= {
        "SubmissionDate": f"{now.astimezone(UTC):%Y-%m-%dT%H:%M:%S}.{now.microsecond // 1000:03}Z",
        "KEY": key,
        "AttachmentsPresent": files,
        "AttachmentsExpected": files,
        "Edits": "0",
        "FormVersion": form.version,
    }
    rows[form.root].append(row)
    return {name: _csv(field, rows[field]) for field, name in _names(form).items()}


def _key(state: State) -> str:
    for field in state.form.root.subtree():
        if field.name == INSTANCE_ID:
            nodes = state.nodes(field)
            if nodes and nodes[0].text:
                return nodes[0].text
    return instance_id(state)


def _names(form: Form) -> dict[Field, str]:
    """File names: repeats of one name in different groups are numbered in the form's order."""
    repeats = [field for field, _ in form.repeats()]
    often = Counter(field.name for field in repeats)
    seen: Counter[str] = Counter()
    names = {form.root: f"{form.id}.csv"}
    for field in repeats:
        seen[field.name] += 1
        number = f"~{seen[field.name]}" if often[field.name] > 1 else ""
        names[field] = f"{form.id}-{field.name}{number}.csv"
    return {field: name.replace("/", "").replace("\\", "") for field, name in names.items()}


def _cells(node: Node, owner: Field, path: str, key: str, row: dict[str, str], rows: Rows) -> None:
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
            rows[field].append(inner)
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


def _csv(owner: Field, entries: list[dict[str, str]]) -> str:
    inner = list(_below(owner, owner))
    columns = [*BEFORE, *inner, *AFTER] if owner.parent is None else [*inner, *WITHIN_REPEAT]
    out = io.StringIO()
    writer = csv.DictWriter(out, columns, lineterminator="\r\n", restval="", extrasaction="ignore")
    writer.writeheader()
    writer.writerows(entries)
    return out.getvalue()
