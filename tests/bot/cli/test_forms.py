"""`village-credit forms`: what it prints and how it exits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from bot.cli.forms import app
from tests.intake.forms.helpers import calculate, q, xlsform


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "loan.md"
    rows = [
        q("text", "name", "Your name?", required="yes"),
        q("integer", "amount", "How much?", constraint=". < 100", constraint_message="Under 100, please."),
        calculate("double", "${amount} * 2"),
    ]
    path.write_bytes(xlsform(rows, settings={"form_id": "loan", "version": "1"}))
    return path


def call(*arguments: object) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(argument) for argument in arguments])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.exit_code, result.output


def read(*arguments: object) -> tuple[int, Any]:
    code, output = call(*arguments, "--json")
    return code, json.loads(output)


def test_check_passes_a_sound_form_and_fails_a_broken_one(file: Path, tmp_path: Path) -> None:
    assert read("check", file) == (0, {"file": str(file), "errors": 0, "warnings": 0, "faults": []})
    broken = tmp_path / "broken.md"
    broken.write_bytes(xlsform([q("text", "a", relevant="nope(1)")]))
    code, report = read("check", broken)
    assert (code, report["errors"]) == (1, 1)
    fault = report["faults"][0]
    assert (fault["code"], fault["sheet"], fault["row"], fault["column"]) == (
        "unknown_function",
        "survey",
        2,
        "relevant",
    )
    assert call("check", broken)[0] == 1


def test_show_draws_the_flow(file: Path) -> None:
    code, output = call("show", file)
    assert code == 0
    assert "integer amount How much?" in output
    assert [line["name"] for line in read("show", file)[1]["lines"]] == ["name", "amount", "double"]


def test_run_reports_values_and_refusals(file: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text(json.dumps({"/data/name": "Asha", "/data/amount": 250}))
    code, outcome = read("run", file, "--answers", answers)
    assert code == 0
    assert outcome["refused"][0]["message"] == "Under 100, please."
    assert outcome["values"]["/data/name"] == "Asha"
    assert "Under 100, please." in call("run", file, "--answers", answers)[1]


def test_run_writes_the_submission(file: Path, tmp_path: Path) -> None:
    answers, out = tmp_path / "answers.json", tmp_path / "out"
    answers.write_text(json.dumps({"/data/name": "Asha", "/data/amount": 50}))
    assert call("run", file, "--answers", answers, "--export", out)[0] == 0
    assert "<name>Asha</name>" in (out / "xml_submission_file.xml").read_text()
    tables = [path.read_bytes() for path in out.glob("*.csv")]
    assert len(tables) == 1
    assert tables[0].startswith(b"SubmissionDate,name,amount,")
    assert tables[0].count(b"\r\n") == 2


def test_run_reads_what_was_handed_in_before(tmp_path: Path) -> None:
    form, answers, out = tmp_path / "again.md", tmp_path / "answers.json", tmp_path / "out"
    form.write_text(
        "| survey |\n| | type | name | label | default |\n| | text | village | Village? | ${last-saved#village} |\n"
    )
    answers.write_text(json.dumps({"/data/village": "Goat Hill"}))
    assert read("run", form, "--answers", answers)[1]["values"]["/data/village"] == "Goat Hill"
    assert call("run", form, "--answers", answers, "--export", out)[0] == 0
    answers.write_text("{}")
    assert read("run", form, "--answers", answers)[1]["values"]["/data/village"] == ""
    before = out / "xml_submission_file.xml"
    _, outcome = read("run", form, "--answers", answers, "--last-saved", before)
    assert outcome["values"]["/data/village"] == "Goat Hill"


def test_run_wants_a_json_object(file: Path, tmp_path: Path) -> None:
    answers = tmp_path / "answers.json"
    answers.write_text("[1]")
    assert call("run", file, "--answers", answers)[0] == 2


def test_walk_finishes_and_repeats_itself(file: Path) -> None:
    code, first = read("walk", file, "--seed", 4)
    assert code == 0
    assert first["finished"]
    assert read("walk", file, "--seed", 4)[1]["steps"] == first["steps"]


def test_eval_counts_what_passes(tmp_path: Path) -> None:
    cases = tmp_path / "cases.jsonl"
    lines = [
        {"expression": "1 + 1", "context_xml": "<root/>", "type": "number", "expected": "2"},
        {
            "expression": "concat(/a/b, '!')",
            "context_xml": "<a><b>x</b></a>",
            "type": "string",
            "expected": "x!",
        },
        {"expression": "1 +", "context_xml": "<root/>", "type": "number", "expected": "2"},
    ]
    cases.write_text("\n".join(json.dumps(line) for line in lines))
    code, report = read("eval", "--cases", cases)
    assert (code, report["passed"], report["total"]) == (1, 2, 3)
    assert "something is missing" in report["cases"][2]["error"]


@pytest.mark.parametrize("line", ["# no JSON", "[1]", '{"expected": "1"}', '{"expression": 1}'])
def test_eval_names_the_line_that_is_no_case(tmp_path: Path, line: str) -> None:
    cases = tmp_path / "cases.jsonl"
    cases.write_text('{"expression": "1", "type": "number", "expected": 1}\n' + line, encoding="utf-8")
    code, told = call("eval", "--cases", cases)
    assert code == 2 and "line 2" in told


@pytest.mark.parametrize(
    ("name", "data"), [("notes.md", b"# Notes\n\nNo form.\n"), ("form.pdf", b"%PDF\x89\xff\xfe")]
)
def test_a_file_that_is_no_form_is_told_what_a_form_is(tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    code, report = read("check", file)
    assert code == 1
    assert "survey" in report["faults"][0]["message"] and ".xlsx" in report["faults"][0]["fix"]


def test_publish_keeps_versions(
    file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, engine: Any
) -> None:
    import bot.opening

    monkeypatch.setattr(bot.opening, "open_database", lambda _settings: engine)
    code, first = read("publish", file, "--by", "Asha")
    assert (code, first["new"], first["version"]["version"]) == (0, True, "1")
    assert read("publish", file)[1]["new"] is False
