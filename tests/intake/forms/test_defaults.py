"""A default is an answer nobody gave: it must fit its question, or it is told and asked."""

from __future__ import annotations

import io
from datetime import datetime

import openpyxl
import pytest

from intake.forms import FaultCode, Severity, load_form
from intake.forms.check import check
from tests.intake.forms.helpers import begin, form, q, xlsform

CHOICES = [("z", "a", "A"), ("z", "b", "B")]


@pytest.mark.parametrize(
    ("kind", "default", "fix"),
    [
        ("integer", "abc", "whole number"),
        ("integer", "2.5", "whole number"),
        ("decimal", "much", "2.5"),
        ("date", "01/02/2024", "2024-02-29"),
        ("time", "25:00", "14:30"),
        ("dateTime", "soon", "2024-02-29T14:30:00"),
        ("geopoint", "here", "latitude"),
        ("select_one z", "nope", "one of a, b"),
        ("select_multiple z", "a nope", "one of a, b"),
    ],
)
def test_a_default_that_does_not_fit_is_told_and_asked(kind: str, default: str, fix: str) -> None:
    rows = [q("text", "first"), q(kind, "x", default=default)]
    faults = [fault for fault in check(xlsform(rows, CHOICES), "f.md") if fault.code is FaultCode.DEFAULT]
    assert [(f.severity, f.sheet, f.row, f.column) for f in faults] == [
        (Severity.ERROR, "survey", 3, "default")
    ]
    assert fix in faults[0].fix
    session = begin(form(*rows, choices=CHOICES))
    assert session.value("x") == ""
    session.answer("first", "y")
    current = session.current()
    assert current is not None and current.name == "x"


@pytest.mark.parametrize(
    ("kind", "default"),
    [
        ("integer", "5"),
        ("decimal", "-2.5"),
        ("date", "2024-02-29"),
        ("geopoint", "0.31 32.58 0 0"),
        ("select_one z", "b"),
        ("select_multiple z", "a b"),
        ("text", "here"),
    ],
)
def test_a_default_that_fits_stays(kind: str, default: str) -> None:
    rows = [q(kind, "x", default=default)]
    assert check(xlsform(rows, CHOICES), "f.md") == []
    assert begin(form(*rows, choices=CHOICES)).value("x") == default


def test_a_default_that_breaks_its_own_constraint_is_warned_of() -> None:
    row = q("decimal", "x", default="-5", constraint=". > 0", constraint_message="More than 0")
    assert [(f.code, f.severity, f.row, f.column) for f in check(xlsform([row]), "f.md")] == [
        (FaultCode.DEFAULT, Severity.WARNING, 2, "default")
    ]


@pytest.mark.parametrize("constraint", [". > ${y}", ". > today()"])
def test_a_constraint_that_hangs_on_something_else_does_not_judge_a_default(constraint: str) -> None:
    rows = [
        q("integer", "y"),
        q("integer", "x", default="5", constraint=constraint, constraint_message="More"),
    ]
    assert check(xlsform(rows), "f.md") == []


def test_a_worked_out_default_that_does_not_fit_is_told_and_asked() -> None:
    session = begin(form(q("integer", "x", default="concat('a', 'b')")))
    assert session.value("x") == ""
    assert [fault.path for fault in session.problems] == ["/data/x"]


def test_a_date_cell_of_a_workbook_is_a_day() -> None:
    workbook = openpyxl.Workbook()
    sheet = workbook.active
    assert sheet is not None
    sheet.title = "survey"
    sheet.append(["Type", "Name", "Label", "Default"])
    sheet.append(["date", "d", "D?", datetime(2024, 2, 29)])
    sheet.append(["dateTime", "t", "T?", datetime(2024, 2, 29, 7, 30)])
    sheet.append(["text", "x", "X?", datetime(2024, 2, 29)])
    packed = io.BytesIO()
    workbook.save(packed)
    session = begin(load_form(packed.getvalue(), "f.xlsx"))
    assert (session.value("d"), session.value("x")) == ("2024-02-29", "2024-02-29 00:00:00")
    assert session.value("t").startswith("2024-02-29T07:30:00")
