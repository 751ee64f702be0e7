"""A workbook handed to pyxform, and what it cannot do by itself done around it."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any

from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.headers import canonical
from intake.forms.types import with_usual_types

_FROM_REPEAT = re.compile(r"select_multiple(\s+\$\{\s*[^\s}]+\s*\})", re.IGNORECASE)
_SELECT = re.compile(r'<select1((?:\s[^>]*)?\sref="([^"]*)"[^>]*)>(.*?)</select1>', re.DOTALL)
_SAME_COLUMN = re.compile(r"for sheet: '(\w+)'.*for the same column were found: '([^']*)', '([^']*)'")
_TO_RENAME = "Rename or remove one of these columns."
_XML_NAME = re.compile(r"[^\W\d][\w.\-]*")


def converted(raw: Any, root: str, name: str, warnings: list[str]) -> tuple[str, str | None]:
    """The XForm of a workbook, and `itemsets.csv` where it has external choices."""
    from pyxform.builder import create_survey_element_from_dict
    from pyxform.errors import PyXFormError
    from pyxform.utils import external_choices_to_csv, has_external_choices
    from pyxform.xls2json import workbook_to_json

    raw = copy.deepcopy(raw)
    without_names(raw)
    with_usual_types(raw)
    several = _as_single(raw)
    while True:
        try:
            described = workbook_to_json(
                workbook_dict=copy.deepcopy(raw), form_name=root, fallback_form_name=name, warnings=warnings
            )
            break
        except PyXFormError as error:
            if not _merged(raw, str(error)):
                raise
            warnings.append(str(error).replace(_TO_RENAME, "They are read as one."))
    itemsets = (
        external_choices_to_csv(workbook_dict=raw) if has_external_choices(json_struct=described) else None
    )
    xform = create_survey_element_from_dict(described).to_xml(
        validate=False, pretty_print=False, warnings=warnings
    )
    return _as_several(str(xform), several), itemsets


def _merged(raw: Any, reason: str) -> bool:
    """Two columns of one meaning made one, where no row has both; older forms have `relevance` and `bind:relevant`."""
    found = _SAME_COLUMN.search(reason)
    if found is None or not reason.endswith(_TO_RENAME):
        return False
    sheet, first, second = found.groups()
    rows = getattr(raw, sheet) or []
    if any(row.get(first) and row.get(second) not in (None, "", row[first]) for row in rows):
        return False
    for row in rows:
        value = row.pop(second, None)
        if value not in (None, ""):
            row[first] = value
    for header in getattr(raw, f"{sheet}_header") or ():
        header.pop(second, None)
    return True


def _as_single(raw: Any) -> set[str]:
    """pyxform looks for the choices of `select_multiple ${name}` on the choices sheet, of `select_one` it does not."""
    several = set()
    for row in raw.survey or ():
        columns = {name: column for column, name in canonical("survey", row).items()}
        kind = columns.get("type", "")
        found = _FROM_REPEAT.fullmatch(str(row.get(kind) or "").strip())
        if found:
            row[kind] = f"select_one{found[1]}"
            several.add(str(row.get(columns.get("name", ""))).strip())
    return several


def _as_several(xform: str, names: set[str]) -> str:
    def select(found: re.Match[str]) -> str:
        if found[2].rpartition("/")[2] not in names or '<itemset nodeset="instance(' in found[3]:
            return found[0]
        return f"<select{found[1]}>{found[3]}</select>"

    return _SELECT.sub(select, xform) if names else xform


def without_names(raw: Any) -> list[str]:
    """Take out the columns of choices that no XML element can be called after (`$kuid` of KoboToolbox's)."""
    columns = {str(column) for row in raw.choices or () for column in row}
    gone = sorted(column for column in columns if ":" not in column and _unnamable(column))
    for row in raw.choices or ():
        for column in gone:
            row.pop(column, None)
    return gone


def _unnamable(column: str) -> bool:
    return " " not in column and _XML_NAME.fullmatch(column) is None


def left_out(raw: Any) -> Iterator[Fault]:
    """A warning for each column of choices that is left out."""
    for column in without_names(copy.deepcopy(raw)):
        yield Fault(
            FaultCode.XLSFORM,
            f"the column {column!r} of the choices is left out: no name of a field may be written so",
            "begin the name with a letter; letters, digits, _ - . may follow",
            sheet="choices",
            row=1,
            column=column,
            severity=Severity.WARNING,
        )
