"""XLSForm sheets (xlsx, xls, csv, markdown) turned into XForm XML by pyxform, with their positions kept."""

from __future__ import annotations

import contextlib
import copy
import csv
import io
import logging
import re
import sys
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake.forms.errors import Fault, FaultCode, FormRefused, Severity
from intake.forms.sheets import Place, Row, Sheets, index_survey

MAX_BYTES = 16 * 1024 * 1024
MAX_UNPACKED = 128 * 1024 * 1024
ROOT, OTHER_ROOT = "data", "form_data"
_ROW = re.compile(r"\[row : (\d+)\]|row (\d+)", re.IGNORECASE)
_SHEETS = ("survey", "choices", "settings", "external_choices", "entities")


@dataclass(frozen=True, slots=True)
class Converted:
    """The XForm of an XLSForm, its sheets, pyxform's warnings, and `itemsets.csv` where it has external choices."""

    xform: str
    sheets: Sheets
    warnings: list[Fault]
    itemsets: str | None


def convert_xlsform(data: bytes, name: str, file_type: str | None) -> Converted:
    """Convert an XLSForm. Raises `FormRefused` with pyxform's reason and its row."""
    logging.getLogger("pyxform").setLevel(logging.ERROR)
    with contextlib.redirect_stdout(sys.stderr):  # xlrd binds its log to standard output when it is imported
        from pyxform.xls2json_backends import get_xlsform

    if len(data) > MAX_BYTES:
        raise _refused(
            name, f"the file has {len(data)} bytes; at most {MAX_BYTES} are read", "split the form"
        )
    _refuse_bomb(data, name)
    try:
        workbook = get_xlsform(
            xlsform=data if file_type != ".md" else data.decode("utf-8-sig"), file_type=file_type
        )
    except Exception as error:
        raise _refused(
            name, f"the file cannot be read as an XLSForm: {_reason(error)}", "save it as .xlsx again"
        ) from None
    numbers = row_numbers(data, file_type)
    rows = {sheet: _rows(getattr(workbook, sheet, None), numbers.get(sheet)) for sheet in _SHEETS}
    settings = rows["settings"][0].cells if rows["settings"] else {}
    names = {(row.cells.get("name") or "").strip() for row in rows["survey"]}
    root = (settings.get("name") or "").strip() or (OTHER_ROOT if ROOT in names else ROOT)
    sheets = Sheets(rows, index_survey(rows["survey"], root))
    unsupported = _unsupported(sheets)
    if unsupported:
        raise FormRefused(name, unsupported)
    return _convert(workbook, root, name, sheets)


def _refuse_bomb(data: bytes, name: str) -> None:
    """A workbook is a zip; one that unpacks to more than any form needs is not opened."""
    if not data.startswith(b"PK"):
        return
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            size = sum(entry.file_size for entry in archive.infolist())
    except (zipfile.BadZipFile, UnicodeDecodeError, ValueError, NotImplementedError) as error:
        raise _refused(
            name, f"the file cannot be read as an XLSForm: {error}", "save it as .xlsx again"
        ) from None
    if size > MAX_UNPACKED:
        raise _refused(
            name, f"the workbook unpacks to {size} bytes; at most {MAX_UNPACKED} are read", "split the form"
        )


def _convert(workbook: Any, root: str, name: str, sheets: Sheets) -> Converted:
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.utils import external_choices_to_csv, has_external_choices
    from pyxform.xls2json import workbook_to_json

    warnings: list[str] = []
    try:
        described = workbook_to_json(
            workbook_dict=copy.deepcopy(workbook), form_name=root, fallback_form_name=name, warnings=warnings
        )
        itemsets = (
            external_choices_to_csv(workbook_dict=workbook)
            if has_external_choices(json_struct=described)
            else None
        )
        xform = create_survey_element_from_dict(described).to_xml(
            validate=False, pretty_print=False, warnings=warnings
        )
    except Exception as error:
        reason = _reason(error)
        raise FormRefused(name, [_fault(reason, Severity.ERROR, sheets)]) from None
    return Converted(
        str(xform), sheets, [_fault(warning, Severity.WARNING, sheets) for warning in warnings], itemsets
    )


def _rows(rows: Any, numbers: list[int] | None) -> list[Row]:
    if numbers is not None and len(numbers) == len(rows or []):
        return [Row(number, _cells(cells)) for number, cells in zip(numbers, rows or [], strict=True)]
    return [Row(number, _cells(cells)) for number, cells in enumerate(rows or [], start=2) if cells]


def row_numbers(data: bytes, file_type: str | None) -> dict[str, list[int]]:
    """The numbers of the rows that hold something, by sheet, where pyxform leaves blank rows out (csv, markdown)."""
    if file_type == ".md":
        lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
        table = [
            [cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")
        ]
        table = [row for row in table if not all(set(cell) <= {"-", ":"} and cell for cell in row)]
    elif file_type == ".csv":
        table = list(csv.reader(io.StringIO(data.decode("utf-8-sig", "replace"))))
    else:
        return {}
    found: dict[str, list[int]] = {}
    sheet, number = "", 0
    for row in table:
        if row and row[0].strip():
            sheet, number = row[0].strip(), 0
            continue
        number += 1
        if number > 1 and any(cell.strip() for cell in row[1:]):
            found.setdefault(sheet, []).append(number)
    return found


def _cells(cells: Mapping[Any, Any]) -> dict[str, str]:
    return {str(column): str(value) for column, value in cells.items() if value is not None}


def _reason(error: Exception) -> str:
    return str(error).strip() or type(error).__name__


def _fault(reason: str, severity: Severity, sheets: Sheets) -> Fault:
    """A complaint of pyxform's with the place it means: the row it names, else the cell it quotes."""
    match = _ROW.search(reason)
    place = Place("survey", int(match[1] or match[2])) if match else _quoted_place(reason, sheets)
    sheet = next(
        (sheet for sheet in _SHEETS if re.search(rf"['\"]?{sheet}['\"]? sheet|sheet: '{sheet}'", reason)), ""
    )
    return Fault(
        FaultCode.XLSFORM,
        reason,
        sheet=sheet or place.sheet,
        row=place.row,
        column=place.column,
        severity=severity,
    )


def _quoted_place(reason: str, sheets: Sheets) -> Place:
    for quoted in re.findall(r"'([^']+)'", reason):
        for row in sheets.rows.get("survey", ()):
            for column in ("type", "name"):
                if quoted in (row.cells.get(column) or "").split():
                    return Place("survey", row.number, column)
    return Place("survey")


def _unsupported(sheets: Sheets) -> list[Fault]:
    """Row types that pyxform lets through to fail without a name."""
    return [
        Fault(
            FaultCode.UNSUPPORTED_TYPE,
            f"type {row.cells['type']!r} is not supported: a form has to stand in one file",
            "copy the rows of the other form into this one",
            sheet="survey",
            row=row.number,
            column="type",
        )
        for row in sheets.rows.get("survey", ())
        if (row.cells.get("type") or "").strip().lower() == "include"
    ]


def _refused(name: str, message: str, fix: str) -> FormRefused:
    return FormRefused(name, [Fault(FaultCode.NOT_A_FORM, message, fix)])
