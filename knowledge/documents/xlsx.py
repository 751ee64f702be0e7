"""Spreadsheets: each sheet a heading, each block of rows a table, cells as the sheet shows them."""

from __future__ import annotations

import io
import zipfile
from typing import Any

from knowledge.documents.builder import Builder, Warn
from knowledge.documents.hiding import is_white
from knowledge.documents.limits import LIMITS
from knowledge.documents.numberformat import shown
from knowledge.documents.refusal import DocumentRefused, Refusal
from knowledge.documents.sheets import add_sheet
from knowledge.documents.tables import Across, Row

_TINY_POINTS, _READABLE = 2, 11
_CELLS_MOST = 400_000
_MERGED_MOST = 10_000
_WHITE_INDEXED = (1, 9, 65)  # white in either half of the old palette, and the window behind the cells


def load_xlsx(data: bytes, builder: Builder) -> None:
    """Read a workbook's visible sheets; hidden sheets, rows and columns are reported, not indexed."""
    workbook = _open(data)
    builder.title = workbook.properties.title or ""
    formulas = _open(data, values=False) if _has_formulas(data) else None
    for sheet in workbook.worksheets:
        if sheet.max_row * sheet.max_column > _CELLS_MOST * 10:
            _drop_far_cells(sheet)
        rows = _rows(sheet, builder, formulas[sheet.title] if formulas else None)
        if sheet.sheet_state == "visible":
            add_sheet(sheet.title, rows, builder, alone=len(workbook.worksheets) == 1)
        else:
            builder.hidden(" ".join(cell for row in rows for cell in row if cell))


def load_xls(data: bytes, builder: Builder) -> None:
    """Read an Excel 97 workbook."""
    import xlrd

    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True)
    except xlrd.XLRDError as error:
        code = Refusal.ENCRYPTED if "encrypt" in str(error).lower() else Refusal.DAMAGED
        raise DocumentRefused(code) from error
    for sheet in book.sheets():
        rows = _old_rows(book, sheet, builder)
        if sheet.visibility == 0:
            add_sheet(sheet.name, rows, builder, alone=book.nsheets == 1)
        else:
            builder.hidden(" ".join(cell for row in rows for cell in row if cell))


def _old_rows(book: Any, sheet: Any, builder: Builder) -> list[Row]:
    rows: list[Row] = []
    merged = {
        (row, column): (top, left)
        for top, bottom, left, right in sheet.merged_cells
        if (bottom - top) * (right - left) <= _MERGED_MOST
        for row in range(top, bottom)
        for column in range(left, right)
    }
    for number in range(sheet.nrows):
        texts: Row = []
        gone = number in sheet.rowinfo_map and sheet.rowinfo_map[number].hidden
        for column in range(sheet.ncols):
            row, first = merged.get((number, column), (number, column))
            inside = row < sheet.nrows and first < sheet.row_len(row)
            text = _old_cell(book, sheet.cell(row, first)) if inside else ""
            if gone or (column in sheet.colinfo_map and sheet.colinfo_map[column].hidden):
                builder.hidden(text)
            else:
                texts.append(Across(text) if first < column else text)
        if not gone:
            rows.append(texts)
    return rows


def _old_cell(book: Any, cell: Any) -> str:
    import xlrd

    pattern = book.format_map[book.xf_list[cell.xf_index].format_key].format_str
    if cell.ctype == xlrd.XL_CELL_DATE:
        return shown(xlrd.xldate_as_datetime(cell.value, book.datemode), pattern)
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return shown(bool(cell.value), pattern)
    if cell.ctype in (xlrd.XL_CELL_ERROR, xlrd.XL_CELL_BLANK, xlrd.XL_CELL_EMPTY):
        return ""
    return shown(cell.value, pattern)


def _open(data: bytes, *, values: bool = True) -> Any:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        return load_workbook(io.BytesIO(data), data_only=values, keep_links=False)
    except (InvalidFileException, KeyError, ValueError, TypeError, AttributeError) as error:
        raise DocumentRefused(Refusal.DAMAGED, detail="not a readable workbook") from error


def _has_formulas(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheets = [name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")]
        return any(b"<f" in archive.open(name).read(LIMITS.unpacked_entry_bytes) for name in sheets)


def _drop_far_cells(sheet: Any) -> None:
    """A single cell at the far corner makes a sheet of billions; only cells that exist are walked."""
    kept = sorted(sheet._cells)[:_CELLS_MOST]
    height = {row: place for place, row in enumerate(sorted({row for row, _ in kept}), 1)}
    width = {column: place for place, column in enumerate(sorted({column for _, column in kept}), 1)}
    cells = {(height[row], width[column]): sheet._cells[row, column] for row, column in kept}
    sheet._cells = cells
    sheet.merged_cells.ranges = set()


def _rows(sheet: Any, builder: Builder, formulas: Any) -> list[Row]:
    """The visible cells as text, merged cells repeated; empty rows stay, they part the tables."""
    merged = _merged(sheet)
    hidden_columns = _hidden_columns(sheet)
    rows: list[Row] = []
    for row in sheet.iter_rows():
        texts: Row = []
        gone = bool(row) and sheet.row_dimensions[row[0].row].hidden
        for cell in row:
            text = _text(cell, merged, formulas, builder)
            if cell.column in hidden_columns or gone:
                builder.hidden(text)
            else:
                texts.append(text)
        if not gone:  # a hidden row is no empty one: it parts nothing
            rows.append(texts)
    return rows


def _text(cell: Any, merged: dict[tuple[int, int], Any], formulas: Any, builder: Builder) -> str:
    source = merged.get((cell.row, cell.column), cell)
    lost = source.value is None and formulas is not None
    if source.data_type == "e" or (lost and formulas.cell(source.row, source.column).value is not None):
        builder.warn(Warn.FORMULA_WITHOUT_VALUE, f"{cell.parent.title}!{source.coordinate}")
        return ""
    if source.value is not None and _is_invisible(source):
        builder.hidden(str(source.value))
        return ""
    text = shown(source.value, source.number_format or "General")
    return Across(text) if source.column < cell.column else text


def _is_invisible(cell: Any) -> bool:
    """The format `;;;`, letters of no size, white ones on no paint but white, and those of the very paint's colour."""
    if (cell.number_format or "") == ";;;":
        return True
    if cell.font is None:
        return False
    if (cell.font.sz or _READABLE) <= _TINY_POINTS:
        return True
    painted = cell.fill is not None and cell.fill.fill_type not in (None, "none")
    if _is_white(cell.font.color) and not (painted and not _is_white(cell.fill.fgColor)):
        return True
    return painted and cell.fill.fill_type == "solid" and _same(cell.font.color, cell.fill.fgColor)


def _same(letters: Any, paint: Any) -> bool:
    if letters is None or letters.type != paint.type or letters.tint != paint.tint:
        return False
    return bool(letters.value == paint.value)


def _is_white(colour: Any) -> bool:
    """White as a value, as Excel's palette names it (the theme's first), or as an old workbook's does."""
    if colour is None:
        return False
    if colour.type == "theme":
        return bool(colour.theme == 0 and colour.tint >= 0)
    if colour.type == "indexed":
        return colour.indexed in _WHITE_INDEXED
    return is_white(f"#{str(colour.rgb)[-6:]}")


def _merged(sheet: Any) -> dict[tuple[int, int], Any]:
    found: dict[tuple[int, int], Any] = {}
    for area in sheet.merged_cells.ranges:
        if (area.max_col - area.min_col + 1) * (area.max_row - area.min_row + 1) > _MERGED_MOST:
            continue
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, area.max_col + 1):
                found[row, column] = sheet.cell(area.min_row, area.min_col)
    return found


def _hidden_columns(sheet: Any) -> set[int]:
    found: set[int] = set()
    for dimension in sheet.column_dimensions.values():
        if dimension.hidden and dimension.min and dimension.max:
            found.update(range(dimension.min, min(dimension.max, dimension.min + 500) + 1))
    return found
