"""The types of XLSForm's questions as they are written: other capitals mean the same."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

from intake.forms.errors import Fault, FaultCode, Severity
from intake.forms.headers import canonical
from intake.forms.sheets import Sheets


@functools.cache
def _known() -> Mapping[str, str]:
    """The types by how they are written and by their small letters."""
    from pyxform.aliases import _type_alias_map
    from pyxform.question_type_dictionary import QUESTION_TYPE_DICT

    around = [
        f"{word}{mark}{of}"
        for word in ("begin", "end")
        for mark in " _"
        for of in ("group", "repeat", "loop")
    ]
    kinds = (*QUESTION_TYPE_DICT, *_type_alias_map, *around)
    return {kind.lower(): kind for kind in kinds} | {kind: kind for kind in kinds}


@functools.cache
def _with_list() -> tuple[str, ...]:
    """What is followed by the name of a list, longest first."""
    from pyxform.aliases import select

    return tuple(sorted((*select, "begin loop over", "begin_loop over", "osm"), key=len, reverse=True))


def usual(kind: str) -> str:
    """The type with the capitals pyxform knows it by; one that it does not know stays as it is."""
    small = kind.lower()
    known = _known().get(kind) or _known().get(small)
    if known is not None:
        return known
    head = next((each for each in _with_list() if small.startswith(f"{each} ")), "")
    return f"{head}{kind[len(head) :]}"


def with_usual_types(raw: Any) -> None:
    """Every type of the survey written as pyxform knows it."""
    for row in raw.survey or ():
        columns = {name: column for column, name in canonical("survey", row).items()}
        header = columns.get("type", "")
        kind = " ".join(str(row.get(header) or "").split())
        if kind and usual(kind) != kind:
            row[header] = usual(kind)


def other_capitals(sheets: Sheets) -> Iterator[Fault]:
    """A warning for each type in capitals that other tools do not take."""
    for row in sheets.rows.get("survey", ()):
        kind = " ".join(row.cell("type").split())
        if kind and usual(kind) != kind:
            yield Fault(
                FaultCode.XLSFORM,
                f"the type {kind!r} is read as {usual(kind)!r}",
                f"write {usual(kind)}: other tools refuse it otherwise",
                sheet="survey",
                row=row.number,
                column=row.header("type"),
                severity=Severity.WARNING,
            )
