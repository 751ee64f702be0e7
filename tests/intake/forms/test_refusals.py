"""What pyxform refuses is told with its place and its fix, all of it at once."""

from __future__ import annotations

import pytest

from intake.forms import FormRefused, Severity, load_form
from intake.forms.check import check
from intake.forms.errors import Fault
from tests.intake.forms.helpers import q, table, xlsform

YES_NO = [("yn", "y", "Yes"), ("yn", "n", "No")]
BEGIN = {"type": "begin group", "name": "g", "label": "G"}


def errors(data: bytes) -> list[Fault]:
    return [fault for fault in check(data, "f.md") if fault.severity is Severity.ERROR]


def places(data: bytes) -> list[tuple[str, int | None, str]]:
    return [(fault.sheet, fault.row, fault.column) for fault in errors(data)]


@pytest.mark.parametrize(
    ("rows", "row", "column", "fix"),
    [
        (
            [q("text", "amount"), q("text", "b", relevant="${amuont} > 3")],
            3,
            "relevant",
            "did you mean amount?",
        ),
        ([q("text", "a"), q("text", "b", relevant="${A} > 3")], 3, "relevant", "did you mean a?"),
        ([q("text", "a"), q("text", "b", trigger="${zz}", calculation="1")], 3, "trigger", "name a question"),
        ([q("text", "a"), q("text", "a")], 3, "name", "another name"),
        ([q("text", "a"), q("text", "1 b")], 3, "name", "begin the name with a letter"),
        ([q("text", "a"), {"type": "text", "label": "B"}], 3, "name", "give it a name"),
        ([q("text", "a"), q("text", "meta")], 3, "name", "another name"),
        ([q("text", "a"), q("integr", "b")], 3, "type", "did you mean integer?"),
        ([q("text", "a"), q("select_one nolist", "b")], 3, "type", "choices sheet"),
        ([q("text", "a"), {"type": "text", "name": "b"}], 3, "label", "what is asked"),
        ([q("text", "a"), {"type": "calculate", "name": "b"}], 3, "calculation", "worked out"),
        ([q("text", "a"), q("text", "b", relevant="${a = 3")], 3, "relevant", "both braces"),
        ([q("text", "a"), BEGIN, q("text", "b")], 3, "type", "'end group'"),
        ([q("text", "a"), {"type": "end group"}], 3, "type", "take it out"),
        (
            [BEGIN, q("text", "b"), {"type": "end repeat"}],
            4,
            "type",
            "write 'end group': row 2 begins a group",
        ),
        ([q("select_one yn or_other", "a", choice_filter="1")], 2, "choice_filter", "take or_other out"),
        ([q("text", "a"), q("text", "b", relevant="selected(${a})")], 3, "relevant", "commas"),
        ([q("text", "a"), q("text", "b", relevant="(" * 101 + ")" * 101)], 3, "relevant", "calculate rows"),
    ],
)
def test_each_names_sheet_row_column_and_fix(
    rows: list[dict[str, str]], row: int, column: str, fix: str
) -> None:
    found = errors(xlsform(rows, YES_NO))
    assert [(fault.sheet, fault.row, fault.column) for fault in found] == [("survey", row, column)]
    assert fix in found[0].fix


@pytest.mark.parametrize(
    ("choices", "row", "fix"),
    [
        ([*YES_NO, ("yn", "y", "Again")], 4, "its own name"),
        ([*YES_NO, ("yn", "", "Perhaps")], 4, "a name"),
        ([*YES_NO, ("yn", "may be", "Perhaps")], 4, "without spaces"),
    ],
)
def test_a_fault_of_a_choice_stands_at_the_choice(
    choices: list[tuple[str, str, str]], row: int, fix: str
) -> None:
    found = errors(xlsform([q("select_multiple yn", "a")], choices))
    assert [(fault.sheet, fault.row, fault.column) for fault in found] == [("choices", row, "name")]
    assert fix in found[0].fix


def test_a_form_without_choices_names_the_questions_that_need_them() -> None:
    rows = [q("text", "a"), q("select_one yn", "b"), q("select_multiple yn", "c")]
    assert places(xlsform(rows)) == [("survey", 3, "type"), ("survey", 4, "type")]


def test_all_faults_are_told_at_once() -> None:
    rows = [
        q("integer", "a", relevant="${zz} > 1 and ${yy} = 2"),
        q("integer", "b", relevant="${a} >"),
        {"type": "calculate", "name": "c", "calculation": "foo(${a})"},
        q("integr", "d"),
        q("integer", "e", default="many"),
        q("text", "e"),
    ]
    expected = [
        (2, "relevant"),
        (2, "relevant"),
        (3, "relevant"),
        (4, "calculation"),
        (5, "type"),
        (6, "default"),
    ]
    assert [(row, column) for _, row, column in places(xlsform(rows))] == [*expected, (7, "name")]
    with pytest.raises(FormRefused) as caught:
        load_form(xlsform(rows), "f.md")
    assert len(caught.value.faults) >= 6


def test_blank_rows_are_counted_where_pyxform_leaves_them_out() -> None:
    data = b"| survey |\n| |type|name|label|\n| |text|a|A|\n| | | | |\n| |text|a|B|"
    assert places(data) == [("survey", 4, "name")]


def test_a_missing_file_is_told_where_it_is_named() -> None:
    rows = [
        q("text", "a"),
        {"type": "calculate", "name": "b", "calculation": "pulldata('towns', 'x', 'y', ${a})"},
    ]
    assert places(table("survey", rows).encode()) == [("survey", 3, "calculation")]


def test_a_fault_of_the_columns_stands_at_the_header() -> None:
    found = errors(
        b"| survey |\n| | type | name | label | relevance | relevant |\n| | text | a | A | 1 | 2 |"
    )
    assert [(fault.sheet, fault.row) for fault in found] == [("survey", 1)]
    assert "rename" in found[0].fix
