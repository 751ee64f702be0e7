"""The file of an XLSForm (xlsx, xls, csv, markdown) read into sheets, every row with the number people see."""

from __future__ import annotations

import contextlib
import csv
import io
import itertools
import logging
import re
import sys
import warnings
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from intake.forms.errors import Fault, FaultCode, FormRefused
from intake.forms.headers import canonical
from intake.forms.sheets import Row, Sheets, index_survey

MAX_BYTES = 16 * 1024 * 1024
MAX_UNPACKED = 128 * 1024 * 1024
ROOT, OTHER_ROOT = "data", "form_data"
SHEETS = ("survey", "choices", "settings", "external_choices", "entities")
_DATE_CELL = re.compile(r"(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)")


@dataclass(frozen=True, slots=True)
class Workbook:
    """What pyxform read from the file, the numbers of the rows where it left blank ones out, and the form's root."""

    raw: Any
    numbers: Mapping[str, list[int]]
    root: str

    def sheets(self) -> Sheets:
        """The workbook as it now is, row by row."""
        rows = {
            sheet: _rows(sheet, getattr(self.raw, sheet, None), self.numbers.get(sheet)) for sheet in SHEETS
        }
        return Sheets(rows, index_survey(rows["survey"], self.root))


_NO_FORM = "there is no sheet (in Markdown: no table) called survey in it"
_WRITE_FORM = "send a form: .xlsx, .xls, .csv or .md with the sheets survey and choices"


def read_workbook(data: bytes, name: str, file_type: str | None) -> Workbook:
    """Read the file. Raises `FormRefused` when it cannot be read, or is larger than any form needs to be."""
    if len(data) > MAX_BYTES:
        raise _refused(
            name, f"the file has {len(data)} bytes; at most {MAX_BYTES} are read", "split the form"
        )
    _refuse_bomb(data, name)
    if file_type == ".csv":
        data = _plain_csv(data)
    raw = _read(data, name, file_type)
    return Workbook(raw, _row_numbers(data, file_type), _root(raw))


def _root(raw: Any) -> str:
    settings = _rows("settings", raw.settings, None)
    names = {row.cell("name") for row in _rows("survey", raw.survey, None)}
    return (settings[0].cell("name") if settings else "") or (OTHER_ROOT if ROOT in names else ROOT)


def _read(data: bytes, name: str, file_type: str | None) -> Any:
    logging.getLogger("pyxform").setLevel(logging.ERROR)
    with contextlib.redirect_stdout(sys.stderr):  # xlrd binds its log to standard output when it is imported
        from pyxform.xls2json_backends import get_xlsform

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl's of what Excel may do and a form need not
            raw = get_xlsform(
                xlsform=data if file_type != ".md" else data.decode("utf-8-sig"), file_type=file_type
            )
    except Exception as error:
        reason = str(error).strip() or type(error).__name__
        twice = reason.startswith("Duplicate column header")
        fix = "rename one of the two columns, or take it out" if twice else "save it as .xlsx again"
        if isinstance(error, UnicodeDecodeError) or reason.startswith("Argument 'definition'"):
            reason, fix = _NO_FORM, _WRITE_FORM  # pyxform's words speak of its own arguments
        raise _refused(name, f"the file cannot be read as an XLSForm: {reason}", fix) from None
    for sheet in SHEETS:
        for row in getattr(raw, sheet, None) or ():
            row.pop(None, None)  # what stands beyond the last header
    for row in raw.survey or ():
        _mend_date(row)
    return raw


def _plain_csv(data: bytes) -> bytes:
    """The CSV as pyxform takes it: UTF-8, commas, and no sheets that it does not know."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    plain, known = io.StringIO(), True
    writer = csv.writer(plain)
    for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
        if row and row[0].strip():
            known = row[0].strip().lower() in (*SHEETS, "osm")
        if known:
            writer.writerow(row)
    return plain.getvalue().encode()


def _mend_date(row: dict[str, Any]) -> None:
    """A default in a date cell comes as `2024-02-29 00:00:00`, which is neither a day nor a moment of a form's."""
    columns = {name: column for column, name in canonical("survey", row).items()}
    kind, default = row.get(columns.get("type", "")), columns.get("default", "")
    cell = _DATE_CELL.fullmatch(str(row.get(default) or ""))
    if cell and kind == "date":
        row[default] = cell[1]
    elif cell and kind == "dateTime":
        row[default] = f"{cell[1]}T{cell[2]}"


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


def _rows(sheet: str, rows: Any, numbers: list[int] | None) -> list[Row]:
    """The rows that hold something; pyxform leaves blank ones out of csv and markdown, and `numbers` knows them."""
    rows = rows or []
    headers = canonical(sheet, dict.fromkeys(str(header) for row in rows for header in row))
    written = {name: header for header, name in headers.items()}
    places = itertools.chain(numbers or (), itertools.count((numbers or [1])[-1] + 1))
    return [
        Row(number, _cells(cells, headers), written, index)
        for index, (number, cells) in enumerate(zip(places, rows, strict=False))
        if cells
    ]


def _cells(cells: Mapping[Any, Any], headers: Mapping[str, str]) -> dict[str, str]:
    return {headers[str(column)]: str(value) for column, value in cells.items() if value is not None}


def _row_numbers(data: bytes, file_type: str | None) -> dict[str, list[int]]:
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
            sheet, number = row[0].strip().lower(), 0
            continue
        number += 1
        if number > 1 and any(cell.strip() for cell in row[1:]):
            found.setdefault(sheet, []).append(number)
    return found


def _refused(name: str, message: str, fix: str) -> FormRefused:
    return FormRefused(name, [Fault(FaultCode.NOT_A_FORM, message, fix)])
