"""XLSForm sheets (xlsx, xls, csv, markdown) turned into XForm XML by pyxform, with their positions kept."""

from __future__ import annotations

import copy
import re
from dataclasses import dataclass
from typing import Any

from intake.forms.errors import Fault, FaultCode, FormRefused, Severity
from intake.forms.sheets import Place, Sheets
from intake.forms.workbooks import SHEETS, read_workbook

_ROW = re.compile(r"\[row : (\d+)\]|row (\d+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Converted:
    """The XForm of an XLSForm, its sheets, pyxform's warnings, and `itemsets.csv` where it has external choices."""

    xform: str
    sheets: Sheets
    warnings: list[Fault]
    itemsets: str | None


def convert_xlsform(data: bytes, name: str, file_type: str | None) -> Converted:
    """Convert an XLSForm. Raises `FormRefused` with pyxform's reason and its row."""
    workbook = read_workbook(data, name, file_type)
    unsupported = _unsupported(workbook.sheets)
    if unsupported:
        raise FormRefused(name, unsupported)
    return _convert(workbook.raw, workbook.root, name, workbook.sheets)


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


def _reason(error: Exception) -> str:
    return str(error).strip() or type(error).__name__


def _fault(reason: str, severity: Severity, sheets: Sheets) -> Fault:
    """A complaint of pyxform's with the place it means: the row it names, else the cell it quotes."""
    match = _ROW.search(reason)
    place = Place("survey", int(match[1] or match[2])) if match else _quoted_place(reason, sheets)
    sheet = next(
        (sheet for sheet in SHEETS if re.search(rf"['\"]?{sheet}['\"]? sheet|sheet: '{sheet}'", reason)), ""
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
                    return Place("survey", row.number, row.header(column))
    return Place("survey")


def _unsupported(sheets: Sheets) -> list[Fault]:
    """Row types that pyxform lets through to fail without a name."""
    return [
        Fault(
            FaultCode.UNSUPPORTED_TYPE,
            f"type {row.cell('type')!r} is not supported: a form has to stand in one file",
            "copy the rows of the other form into this one",
            sheet="survey",
            row=row.number,
            column="type",
        )
        for row in sheets.rows.get("survey", ())
        if row.cell("type").lower() == "include"
    ]
