"""Filling a form without a farmer: from answers in a file, with plausible ones, one expression at a time."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from bot.cli.forms.shared import File, Json, console, print_json

app = typer.Typer()


@app.command()
def run(
    file: File,
    answers: Annotated[
        Path, typer.Option(exists=True, dir_okay=False, help="A JSON object of answers by path.")
    ],
    language: Annotated[str | None, typer.Option(help="Language of messages.")] = None,
    export: Annotated[
        Path | None,
        typer.Option(
            file_okay=False, help="Write the submission here: XML for ODK Central or Kobo, and CSV."
        ),
    ] = None,
    last_saved: Annotated[
        Path | None,
        typer.Option(
            exists=True, dir_okay=False, help="The XML handed in before: what ${last-saved#…} reads."
        ),
    ] = None,
    as_json: Json = False,
) -> None:
    """Answer from a JSON object by path; print final values, what was relevant, what was refused and why."""
    from bot.clock import utc_now
    from intake.forms import FormSession, load_form
    from intake.forms.instances import LAST_SAVED
    from intake.forms.run import run as fill

    try:
        given = json.loads(answers.read_text(encoding="utf-8"))
    except ValueError as error:
        raise typer.BadParameter(f"{answers} is not JSON: {error}", param_hint="--answers") from None
    if not isinstance(given, dict):
        raise typer.BadParameter(f"{answers} is not a JSON object", param_hint="--answers")
    before = {LAST_SAVED: last_saved} if last_saved is not None else None
    session = FormSession(load_form(file), clock=utc_now, language=language, external=before)
    outcome = fill(session, given)
    if export is not None:
        _export(session, export)
    if as_json:
        print_json(asdict(outcome) | {"submission": session.submission_json()})
        return
    _print_outcome(outcome)


def _export(session: Any, folder: Path) -> None:
    """The instance under the name that servers ask for it by, and the CSV tables."""
    session.close()
    folder.mkdir(parents=True, exist_ok=True)
    files = {"xml_submission_file.xml": session.submission_xml(), **session.submission_csv()}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8", newline="")


def _print_outcome(outcome: Any) -> None:
    relevant = set(outcome.relevant)
    table = Table("path", "value", "asked")
    for path, value in outcome.values.items():
        table.add_row(escape(path), escape(value), "yes" if path in relevant else "")
    console.print(table)
    for refusal in outcome.refused:
        reason = refusal["message"] or refusal["code"]
        console.print(
            f"[red]refused[/red] {escape(refusal['path'])} = {escape(str(refusal['value']))}: {escape(reason)}"
        )
    for path in outcome.unanswered:
        console.print(f"[yellow]unanswered[/yellow] {escape(path)}")
    for problem in outcome.problems:
        console.print(f"[red]form fault[/red] {escape(problem['path'])}: {escape(problem['message'])}")
    console.print("complete" if outcome.complete else "not complete")


def _cases(file: Path) -> list[dict[str, Any]]:
    """The cases of the file; a line that is none is named."""
    found = []
    for number, line in enumerate(file.read_text(encoding="utf-8", errors="replace").splitlines(), 1):
        if not line.strip():
            continue
        try:
            case = json.loads(line)
        except json.JSONDecodeError as error:
            raise _no_case(file, number, f"not JSON ({error.msg})") from None
        if not isinstance(case, dict) or not isinstance(case.get("expression"), str):
            raise _no_case(file, number, 'no object with an "expression"')
        found.append(case)
    return found


def _no_case(file: Path, number: int, why: str) -> typer.BadParameter:
    return typer.BadParameter(f"{file}, line {number}: {why}", param_hint="--cases")


@app.command("eval")
def evaluate(
    cases: Annotated[
        Path,
        typer.Option(
            exists=True, dir_okay=False, help="One JSON case a line: expression, context_xml, type, expected."
        ),
    ],
    timezone: Annotated[
        str,
        typer.Option(help="The zone of local times; the public engines' cases were recorded in this one."),
    ] = "America/Phoenix",
    as_json: Json = False,
) -> None:
    """Run expression cases; exit code 1 when one fails."""
    from zoneinfo import ZoneInfo

    from bot.clock import utc_now
    from intake.forms.cases import run_cases

    results = list(run_cases(_cases(cases), clock=utc_now, zone=ZoneInfo(timezone)))
    passed = sum(result.passed for result in results)
    if as_json:
        print_json({"passed": passed, "total": len(results), "cases": [_case(result) for result in results]})
    else:
        for result in results:
            mark = "[green]pass[/green]" if result.passed else "[red]FAIL[/red]"
            told = (
                ""
                if result.passed
                else f"  expected {result.case.get('expected')!r}, got {result.error or repr(result.actual)}"
            )
            console.print(
                f"{mark} {escape(str(result.case.get('expression')))}{escape(told)}",
                highlight=False,
                soft_wrap=True,
            )
        console.print(f"{passed} of {len(results)} passed ({passed / max(1, len(results)):.1%})")
    raise typer.Exit(0 if passed == len(results) else 1)


def _case(result: Any) -> dict[str, Any]:
    case = result.case
    return {
        "expression": case.get("expression"),
        "type": case.get("type"),
        "expected": case.get("expected"),
        "actual": result.actual,
        "passed": result.passed,
        "error": result.error,
    }


@app.command()
def walk(
    file: File,
    seed: Annotated[int, typer.Option(help="The same seed walks the same way.")] = 0,
    as_json: Json = False,
) -> None:
    """Walk the form to the end with plausible answers; exit code 1 when it cannot be finished."""
    from bot.clock import utc_now
    from intake.forms import load_form
    from intake.forms.walk import walk as walk_through

    form = load_form(file)
    result = walk_through(form, clock=utc_now, seed=seed)
    if as_json:
        print_json(
            {
                "file": str(file),
                "finished": result.finished,
                "steps": [{"path": path, "value": value} for path, value in result.steps],
                "stuck_at": result.stuck_at,
                "reason": result.reason,
                "problems": [problem.as_json() for problem in result.problems],
                "missing_files": list(form.missing_files),
                "values": result.session.values() if result.session else {},
            }
        )
    else:
        for path, value in result.steps:
            console.print(f"{escape(path)} = {escape(value)}", highlight=False)
        for problem in result.problems:
            console.print(f"[red]form fault[/red] {escape(problem.path)}: {escape(problem.message)}")
        for name in form.missing_files:
            console.print(f"[yellow]missing file[/yellow] {escape(name)}")
        console.print(
            "finished"
            if result.finished
            else f"[red]stuck[/red] at {escape(result.stuck_at)}: {escape(result.reason)}"
        )
    raise typer.Exit(0 if result.finished else 1)
