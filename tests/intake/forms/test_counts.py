"""A repeat that asks for more than a form may hold is told before and while the form runs."""

from __future__ import annotations

from intake.forms import FaultCode
from intake.forms.check import check
from intake.forms.run import run
from tests.intake.forms.helpers import begin, form, q, xlsform

END = {"type": "end repeat"}


def repeat(name: str, count: str) -> dict[str, str]:
    return q("begin repeat", name, repeat_count=count)


def test_a_count_above_the_limit_is_a_fault() -> None:
    found = check(xlsform([repeat("r", "1000000"), q("text", "x"), END]), "f.md")
    assert [(fault.code, fault.row, fault.column) for fault in found] == [
        (FaultCode.TOO_MANY, 2, "repeat_count")
    ]
    assert "1000000" in found[0].message and "500" in found[0].fix


def test_counts_within_the_limit_are_none() -> None:
    assert check(xlsform([repeat("r", "500"), repeat("s", "3"), q("text", "x"), END, END]), "f.md") == []


def test_a_count_that_is_cut_is_told() -> None:
    rows = [q("integer", "n"), repeat("r", "${n}"), q("text", "x"), END]
    outcome = run(begin(form(*rows)), {"n": 100_000})
    assert sum(path.endswith("/x") for path in outcome.values) == 500
    assert ["100000 instances" in problem["message"] for problem in outcome.problems] == [True]


def test_nested_counts_that_fill_the_form_are_told_truly() -> None:
    names = ["a", "b", "c", "d", "e"]
    rows = [*(repeat(name, "10") for name in names), q("text", "x"), *(END for _ in names)]
    found = check(xlsform(rows), "f.md")
    assert [(fault.code, fault.row, fault.column) for fault in found] == [
        (FaultCode.TOO_MANY, 2, "repeat_count")
    ]
    assert [problem.message for problem in begin(form(*rows)).problems] == [
        "the form has grown beyond 20000 fields in all its repeats"
    ]
