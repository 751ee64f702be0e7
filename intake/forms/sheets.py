"""The sheets of an XLSForm as they were written: rows, columns and positions, for faults and extra columns."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

_ENTER = re.compile(r"begin[ _](group|repeat|loop)")
_LEAVE = re.compile(r"end[ _](group|repeat|loop)")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its number in the sheet as a person counts (the header is 1), and its cells by column."""

    number: int
    cells: Mapping[str, str]


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
        row = self.by_path.get(path)
        if row is None:
            return Place()
        for column in columns:
            for name in row.cells:
                plain = name.partition("::")[0].strip().lower().replace("_", " ")
                if plain == column.replace("_", " "):
                    return Place("survey", row.number, name)
        return Place("survey", row.number, columns[0] if columns else "")

    def extras(self, path: str) -> Mapping[str, str]:
        """Every cell of a field's survey row, by column."""
        row = self.by_path.get(path)
        return dict(row.cells) if row is not None else {}

    def choices(self, list_name: str) -> list[Row]:
        """The rows of one choice list."""
        return [
            row
            for row in self.rows.get("choices", ())
            if (row.cells.get("list_name") or row.cells.get("list name") or "").strip() == list_name
        ]


def index_survey(rows: Sequence[Row], root: str) -> dict[str, Row]:
    """Survey rows by the path of the field they define."""
    found: dict[str, Row] = {}
    around = [f"/{root}"]
    for row in rows:
        kind, name = (row.cells.get("type") or "").strip().lower(), (row.cells.get("name") or "").strip()
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
