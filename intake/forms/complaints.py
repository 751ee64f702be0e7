"""What pyxform says of a form, with the place it means, the fix, and how to try on without the fault."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from intake.forms.complaint_kinds import KINDS, Kind, Mend
from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.sheets import Row, Sheets
from intake.forms.suggest import closest
from intake.forms.workbooks import SHEETS


@dataclass(frozen=True, slots=True)
class Complaint:
    """A fault, and the row (its place among those pyxform read) and the column it is mended at."""

    fault: Fault
    index: int | None
    column: str
    what: str
    mend: Mend


_ROW = re.compile(r"\[row : (\d+)\]\s*", re.IGNORECASE)
_COLUMN = re.compile(
    r"On the '(\w+)' sheet, the '([^']+)' value|is missing the (\w+) columns? (\w+)|for sheet: '(\w+)'"
)
_LINE = re.compile(r"\[row : \d+\]|Language '")
_NOBODY = " for the name 'unknown'"
_LIST = re.compile(r"in \[([^]]*)\]$")
_HEADER = 1  # what is wrong with no row of its own is wrong with the columns
_OTHER = Kind("", "", "mend what the message names", Mend.BLANK)


def complaints(reason: str, severity: Severity, sheets: Sheets) -> list[Complaint]:
    """Each thing a message of pyxform's says: it puts the choices that are twice in a list into one."""
    lines = reason.split("\n")
    several = len(lines) > 1 and all(_LINE.match(line) for line in lines)
    return [_complaint(line, severity, sheets) for line in (lines if several else [reason])]


def _complaint(reason: str, severity: Severity, sheets: Sheets) -> Complaint:
    kind, what = _kind(reason)
    named = _COLUMN.search(reason)
    told = (named[1] or named[3] or named[5], named[2] or named[4] or "") if named else ("", "")
    sheet = told[0] if told[0] in SHEETS else kind.sheet
    row = _row(reason, kind, what, sheets.rows.get(sheet, ()))
    column = kind.column or _column(told[1], row)
    if row is None and kind.mend is Mend.UNREFER and not told[0]:
        sheet, row, column = _referring(what, sheets) or (sheet, row, column)
    if "On the 'unknown' sheet" in reason:  # pyxform does not say where when a trigger names nothing
        column = "trigger"
        reason = reason.replace(
            "On the 'unknown' sheet, the 'unknown'", "On the 'survey' sheet, the 'trigger'"
        )
    fault = Fault(
        FaultCode.XLSFORM,
        _ROW.sub("", reason).replace(_NOBODY, ""),
        _fix(kind, what, row, sheets),
        sheet=sheet,
        row=row.number if row is not None else _HEADER if kind.mend is Mend.NOTHING else None,
        column=row.header(column) if row is not None else column,
        severity=severity,
    )
    return Complaint(fault, row.index if row is not None else None, column, what, kind.mend)


def _kind(reason: str) -> tuple[Kind, str]:
    for kind in KINDS:
        match = re.search(kind.says, reason)
        if match:
            return kind, match.groupdict().get("what") or ""
    return _OTHER, ""


def _column(written: str, row: Row | None) -> str:
    """The format's name of a column that pyxform gives as it is written."""
    names = {header: name for name, header in row.headers.items()} if row is not None else {}
    return names.get(written, written)


def _row(reason: str, kind: Kind, what: str, rows: Sequence[Row]) -> Row | None:
    """The row pyxform counts (from 2, blank ones of some files left out), else the one it must mean."""
    counted = _ROW.search(reason)
    if counted:
        return next((row for row in rows if row.index == int(counted[1]) - 2), None)
    match kind.mend:
        case Mend.UNSPACE:
            inside = _LIST.search(reason)
            wanted = {"list_name": inside[1] if inside else "", "name": what}
            return next((row for row in rows if wanted.items() <= row.cells.items()), None)
        case Mend.LABEL:
            return next((row for row in rows if row.cell("name") == what and not _labelled(row)), None)
        case Mend.TEXT if what in SHEETS:
            selects = "select_one_external" if what == "external_choices" else "select|rank|add select"
            return next((row for row in rows if re.match(selects, row.cell("type"))), None)
        case Mend.TEXT if kind.column == "type" and what:
            whole = next((row for row in rows if row.cell("type") == what), None)
            return whole or _quoted(reason, rows)
    return _quoted(reason, rows) or (_with_parameter(reason, rows) if kind.column == "parameters" else None)


def _referring(what: str, sheets: Sheets) -> tuple[str, Row, str] | None:
    """The sheet, row and column that refer to a name."""
    for sheet in SHEETS:
        for row in sheets.rows.get(sheet, ()):
            for column, cell in row.cells.items():
                if re.search(rf"\$\{{\s*{re.escape(what)}\s*\}}", cell):
                    return sheet, row, column
    return None


def _with_parameter(reason: str, rows: Sequence[Row]) -> Row | None:
    """The row that has a parameter the message speaks of, or is of the type it speaks of."""
    said = set(re.findall(r"[\w-]+", reason))
    for row in rows:
        named = {
            part.partition("=")[0].strip()
            for part in re.split(r"[\s,;]+(?=[\w-]+\s*=)", row.cell("parameters"))
        }
        if said & {*named, row.cell("type")} - {""}:
            return row
    return None


def _labelled(row: Row) -> bool:
    return any(
        column.partition("::")[0] in ("label", "hint") and cell.strip() for column, cell in row.cells.items()
    )


def _quoted(reason: str, rows: Sequence[Row]) -> Row | None:
    quoted = re.findall(r"'([^']+)'", reason)
    words = ((row, f"{row.cell('type')} {row.cell('name')}".split()) for row in rows)
    found = {word: row for row, said in reversed(list(words)) for word in said}
    whole = {row.cell("type"): row for row in reversed(rows)}
    return next((row for word in quoted if (row := whole.get(word) or found.get(word)) is not None), None)


def _fix(kind: Kind, what: str, row: Row | None, sheets: Sheets) -> str:
    fix = kind.fix.replace("{what}", what)
    near = closest(what, _known(kind, sheets)) if what else ""
    if near and near != what:
        return f"did you mean {near}? Otherwise {fix}"
    if kind.mend is Mend.BEGIN and row is not None:
        around = open_before(row, sheets.rows.get("survey", ()))
        if around is not None and (inside := control_of(around)):
            return f"write 'end {inside}': row {around.number} begins a {inside}"
    return fix


def _known(kind: Kind, sheets: Sheets) -> list[str]:
    """What a misspelt word may have been."""
    if kind.mend is Mend.UNREFER:
        return [row.cell("name") for row in sheets.rows.get("survey", ()) if row.cell("name")]
    if kind.says.startswith("Unknown"):
        from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

        return [*QUESTION_TYPE_DICT, "select_one", "select_multiple", "rank"]
    if kind.says.startswith("List"):
        return list(dict.fromkeys(row.cell("list_name") for row in sheets.rows.get("choices", ())))
    return []


def control_of(row: Row) -> str:
    """`group` of `begin group`, and so on."""
    return row.cell("type").lower().replace("_", " ").partition(" ")[2].split(" ")[0]


def open_before(row: Row, rows: Sequence[Row]) -> Row | None:
    """The row that begins the innermost group around `row`."""
    around: list[Row] = []
    for each in rows:
        if each is row:
            break
        kind = each.cell("type").lower()
        if re.match(r"begin[ _]", kind):
            around.append(each)
        elif re.match(r"end[ _]", kind) and around:
            around.pop()
    return around[-1] if around else None
