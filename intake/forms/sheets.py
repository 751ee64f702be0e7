"""The sheets of an XLSForm as they were written: rows, columns and positions, for faults and extra columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_ENTER = re.compile(r"begin[ _](group|repeat|loop)")
_ENTITY = re.compile(r"/meta/entity/@?(\w+)$")
_OF_ENTITY = {"label": "label", "create": "create_if", "update": "update_if"}
_LEAVE = re.compile(r"end[ _](group|repeat|loop)")

NAMING = frozenset(
    {"type", "relevant", "required", "constraint", "calculation", "default", "readonly", "choice_filter"}
    | {"appearance"}
)


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet as a person counts (the header is 1), and its cells by column.

    Columns go by the format's names, whatever the header looks like; `headers` has them as they were written.
    `index` is the row's place among those that pyxform read.
    """

    number: int
    cells: Mapping[str, str]
    headers: Mapping[str, str] = field(default_factory=dict)
    index: int = 0

    def cell(self, column: str) -> str:
        return (self.cells.get(column) or "").strip()

    def header(self, column: str) -> str:
        """The column as its author wrote it."""
        return self.headers.get(column, column)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is written."""

    sheet: str = ""
    row: int | None = None
    column: str = ""


@dataclass(slots=True)
class Sheets:
    """Rows by sheet name, and the survey row of every field path."""

    rows: Mapping[str, Sequence[Row]] = field(default_factory=dict)
    by_path: Mapping[str, Row] = field(default_factory=dict)

    def place(self, path: str, *columns: str) -> Place:
        """The survey row of a field, and the first of `columns` written there (translated columns count)."""
        sheet, row = "survey", self.by_path.get(path)
        if row is None and path.endswith("_count"):
            row, columns = self.by_path.get(path.removesuffix("_count")), ("repeat_count",)
        entity = _ENTITY.search(path)
        if row is None and entity and self.rows.get("entities"):
            sheet, row, columns = (
                "entities",
                self.rows["entities"][0],
                (_OF_ENTITY.get(entity[1], "entity_id"),),
            )
        if row is None and path.endswith("/meta/instanceName") and self.rows.get("settings"):
            sheet, row, columns = "settings", self.rows["settings"][0], ("instance_name",)
        if row is None:
            return Place()
        for column in columns:
            for name in row.cells:
                if name.partition("::")[0] == column:
                    return Place(sheet, row.number, row.header(name))
        return Place(sheet, row.number, row.header(columns[0]) if columns else "")

    def naming(self, text: str) -> Place:
        """The first survey cell that names `text`, in its type or in an expression, or as a file of its own."""
        for row in self.rows.get("survey", ()):
            if row.cell("name") == text and row.cell("type").endswith("-external"):
                return Place("survey", row.number, row.header("name"))
            for column, cell in row.cells.items():
                if text in cell and column.partition("::")[0] in NAMING:
                    return Place("survey", row.number, row.header(column))
        return Place()

    def extras(self, path: str) -> Mapping[str, str]:
        """Every cell of a field's survey row, by column."""
        row = self.by_path.get(path)
        return dict(row.cells) if row is not None else {}


def index_survey(rows: Sequence[Row], root: str) -> dict[str, Row]:
    """Survey rows by the path of the field they define."""
    found: dict[str, Row] = {}
    around = [f"/{root}"]
    for row in rows:
        kind, name = row.cell("type").lower(), row.cell("name")
        if _LEAVE.match(kind):
            if len(around) > 1:
                around.pop()
        elif name:
            path = f"{around[-1]}/{name}"
            found.setdefault(path, row)
            if _ENTER.match(kind):
                around.append(path)
        elif _ENTER.match(kind):
            around.append(around[-1])
    return found
