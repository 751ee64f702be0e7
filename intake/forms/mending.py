"""A form that pyxform refuses is tried again without the fault, on a copy, until every other fault is found too."""

from __future__ import annotations

import re
from typing import Any

from intake.forms.complaint_kinds import Mend
from intake.forms.complaints import Complaint, control_of, open_before
from intake.forms.headers import canonical
from intake.forms.workbooks import Workbook

_EXPRESSIONS = frozenset(
    {"relevant", "required", "constraint", "calculation", "readonly", "choice_filter", "repeat_count"}
)


def mended(workbook: Workbook, complaint: Complaint) -> bool:
    """Take the fault out of the workbook; False when there is no telling how."""
    if complaint.index is None or complaint.mend is Mend.NOTHING:
        return False
    rows = getattr(workbook.raw, complaint.fault.sheet)
    row, before = rows[complaint.index], dict(rows[complaint.index])
    match complaint.mend:
        case Mend.DROP:
            row.clear()
        case Mend.BEGIN:
            _end_what_is_open(workbook, complaint, row)
        case Mend.END:
            rows.append({_header(workbook, "survey", "type"): f"end {complaint.what}"})
            return True
        case _:
            _change(workbook, complaint, row)
    return bool(row != before)


def _change(workbook: Workbook, complaint: Complaint, row: dict[str, Any]) -> None:
    header = _header(workbook, complaint.fault.sheet, complaint.column)
    cell = str(row.get(header) or "")
    match complaint.mend:
        case Mend.TEXT:
            row[header] = "text"
            if not any(name.partition("::")[0] == "label" for name in canonical("survey", row).values()):
                row[_header(workbook, "survey", "label")] = "…"
        case Mend.NAME if str(row.get(_header(workbook, complaint.fault.sheet, "type"))).endswith(
            "-external"
        ):
            row.clear()
        case Mend.NAME:
            row[header] = f"row_{complaint.fault.row}_{re.sub(r'[^A-Za-z0-9_]', '_', cell)}"
        case Mend.LABEL:
            row[header] = "…"
        case Mend.CALCULATION:
            row[header] = "''"
        case Mend.UNSPACE:
            row[header] = "_".join(cell.split())
        case Mend.UNREFER:
            _unrefer(row, header, cell, complaint)
        case _:
            row.pop(header, None)


def _unrefer(row: dict[str, Any], header: str, cell: str, complaint: Complaint) -> None:
    """A literal in the place of the name: the rest of an expression can still be looked at."""
    if complaint.column == "trigger":
        row.pop(header, None)
        return
    if complaint.column == "type":
        row[header] = "text"
        return
    expression = complaint.column in _EXPRESSIONS or complaint.fault.sheet in ("entities", "settings")
    instead = "''" if expression else "…"
    row[header] = re.sub(rf"\$\{{\s*(last-saved#)?{re.escape(complaint.what)}\s*\}}", instead, cell)


def _end_what_is_open(workbook: Workbook, complaint: Complaint, row: dict[str, Any]) -> None:
    rows = workbook.sheets().rows["survey"]
    end = next(each for each in rows if each.index == complaint.index)
    around = open_before(end, rows)
    if around is None:
        row.clear()
    else:
        row[_header(workbook, "survey", "type")] = f"end {control_of(around)}"


def _header(workbook: Workbook, sheet: str, column: str) -> str:
    """The header of a column as it is written; one that is missing is added, for pyxform looks it up."""
    header: dict[str, Any] = (getattr(workbook.raw, f"{sheet}_header") or [{}])[0]
    names = canonical(sheet, header)
    written = next((each for each, name in names.items() if name.partition("::")[0] == column), None)
    if written is None and column not in header:
        header[column] = None
    return written or column
