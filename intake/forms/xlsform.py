"""XLSForm sheets (xlsx, xls, csv, markdown) turned into XForm XML by pyxform, with their positions kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from intake.forms.complaint_kinds import Mend
from intake.forms.complaints import Complaint, complaints
from intake.forms.converting import converted, left_out
from intake.forms.errors import Fault, FaultCode, FormRefused, Severity
from intake.forms.mending import mended
from intake.forms.sheets import Sheets
from intake.forms.types import other_capitals
from intake.forms.workbooks import Workbook, read_workbook

MAX_REFUSALS = 100
MAX_ROWS_TRIED = 20_000  # a form is tried again after each fault; a large one takes seconds each time


@dataclass(frozen=True, slots=True)
class Converted:
    """The XForm of an XLSForm, its sheets, pyxform's warnings, and `itemsets.csv` where it has external choices.

    `refusals` are why pyxform does not take the form: what is here then is the form without those faults, good only
    for finding the others.
    """

    xform: str
    sheets: Sheets
    warnings: tuple[Fault, ...]
    itemsets: str | None
    refusals: tuple[Fault, ...] = ()


@lru_cache(maxsize=4)  # a form is looked at, tried, published and opened: the same bytes each time
def convert_xlsform(data: bytes, name: str, file_type: str | None) -> Converted:
    """Convert an XLSForm. Raises `FormRefused` with all that was found when it cannot even be looked at."""
    workbook = read_workbook(data, name, file_type)
    refusals = []
    for complaint in [*_includes(workbook.sheets()), *_unlabelled_searches(workbook.sheets())]:
        refusals.append(complaint.fault)
        mended(workbook, complaint)
    return _converted(workbook, name, refusals)


def _converted(workbook: Workbook, name: str, refusals: list[Fault]) -> Converted:
    tried, rows = 0, sum(len(rows) for rows in workbook.sheets().rows.values())
    while True:
        sheets = workbook.sheets()
        warnings: list[str] = []
        try:
            xform, itemsets = converted(workbook.raw, workbook.root, name, warnings)
        except Exception as error:
            found = complaints(_reason(error), Severity.ERROR, sheets)
        else:
            told = [
                complaint.fault
                for each in warnings
                for complaint in complaints(each, Severity.WARNING, sheets)
            ]
            told += [*left_out(workbook.raw), *other_capitals(sheets)]
            return Converted(xform, sheets, tuple(told), itemsets, tuple(refusals))
        refusals.extend(complaint.fault for complaint in found)
        tried += rows
        done = [mended(workbook, complaint) for complaint in found]
        if tried > MAX_ROWS_TRIED or len(refusals) >= MAX_REFUSALS or not all(done):
            raise FormRefused(name, refusals)


def _reason(error: Exception) -> str:
    """What pyxform says; where it only breaks, that it does."""
    said = str(error).strip()
    if type(error).__module__.startswith("pyxform") and said:
        return said
    return f"the form cannot be converted ({type(error).__name__}: {said}): a column or a cell is missing"


def _includes(sheets: Sheets) -> Iterator[Complaint]:
    """Rows of a type that pyxform lets through, to fail without a name."""
    for row in sheets.rows.get("survey", ()):
        if row.cell("type").lower() == "include":
            fault = Fault(
                FaultCode.UNSUPPORTED_TYPE,
                f"type {row.cell('type')!r} is not supported: a form has to stand in one file",
                "copy the rows of the other form into this one",
                sheet="survey",
                row=row.number,
                column=row.header("type"),
            )
            yield Complaint(fault, row.index, "type", "", Mend.DROP)


def _unlabelled_searches(sheets: Sheets) -> Iterator[Complaint]:
    """Choices that name the columns of a searched file, without a label: pyxform breaks at them."""
    searched = {
        words[1]
        for row in sheets.rows.get("survey", ())
        if "search(" in row.cell("appearance") and len(words := row.cell("type").split()) > 1
    }
    for row in sheets.rows.get("choices", ()):
        labelled = any(
            name.partition("::")[0] == "label" and cell.strip() for name, cell in row.cells.items()
        )
        if row.cell("list_name") in searched and not labelled:
            fault = Fault(
                FaultCode.XLSFORM,
                f"the choice {row.cell('name')!r} of a searched list has no label",
                "write in label the column of the file that the buttons show",
                sheet="choices",
                row=row.number,
                column=row.header("label"),
            )
            yield Complaint(fault, row.index, "label", "", Mend.LABEL)
