"""`village-credit forms`: check, show, run, walk and publish application forms."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.console import Console
from rich.markup import escape
from rich.table import Table

app = typer.Typer(no_args_is_help=True, help="Check, show, run and publish application forms.")
console = Console()

File = Annotated[
    Path,
    typer.Argument(exists=True, dir_okay=False, help="An XLSForm (.xlsx .xls .csv .md) or XForm (.xml)."),
]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def check(file: File, as_json: Json = False) -> None:
    """Every fault with sheet, row, column and fix; exit code 1 when one of them is an error."""
    from intake.forms import Severity
    from intake.forms.check import check as look_over

    faults = look_over(file)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    if as_json:
        _print_json(
            {
                "file": str(file),
                "errors": errors,
                "warnings": len(faults) - errors,
                "faults": [fault.as_json() for fault in faults],
            }
        )
    else:
        _print_faults(file, faults, errors)
    raise typer.Exit(1 if errors else 0)


def _print_faults(file: Path, faults: list[Any], errors: int) -> None:
    if not faults:
        console.print(f"{escape(str(file))}: no faults")
        return
    table = Table("", "sheet", "row", "column", "fault", "fix")
    for fault in faults:
        colour = "red" if fault.severity == "error" else "yellow"
        cells = (
            fault.sheet or fault.path,
            "" if fault.row is None else str(fault.row),
            fault.column,
            fault.message,
            fault.fix,
        )
        table.add_row(f"[{colour}]{fault.severity.value}[/{colour}]", *(escape(cell) for cell in cells))
    console.print(table)
    console.print(f"{errors} errors, {len(faults) - errors} warnings")


@app.command()
def show(
    file: File,
    language: Annotated[str, typer.Option(help="Labels in this language.")] = "",
    as_json: Json = False,
) -> None:
    """Draw the flow: questions in order, their groups, repeats and rules."""
    from intake.forms import read_form
    from intake.forms.flow import flow

    form = read_form(file)
    lines = flow(form, language)
    if as_json:
        _print_json(
            {
                "id": form.id,
                "version": form.version,
                "title": form.title,
                "languages": list(form.languages),
                "lines": [asdict(line) for line in lines],
            }
        )
        return
    console.print(
        f"[bold]{escape(form.title or form.id)}[/bold] {escape(form.version)} {escape(', '.join(form.languages))}"
    )
    for line in lines:
        rules = f"  [dim]{escape(' · '.join(line.rules))}[/dim]" if line.rules else ""
        console.print(
            f"{'│  ' * line.depth}├─ [cyan]{line.kind}[/cyan] {escape(line.name)} {escape(line.label)}{rules}",
            highlight=False,
            soft_wrap=True,
        )


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
        _print_json(asdict(outcome) | {"submission": session.submission_json()})
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
        _print_json({"passed": passed, "total": len(results), "cases": [_case(result) for result in results]})
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
        _print_json(
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


@app.command()
def publish(
    file: File,
    by: Annotated[str, typer.Option(help="Who publishes; kept with the version.")] = "command line",
    as_json: Json = False,
) -> None:
    """Make this file the form in force at once; running drafts are carried over, answer by answer."""
    from bot.clock import utc_now
    from bot.opening import open_database
    from bot.settings import Settings
    from intake.forms import load_form
    from intake.forms.store import FormStore

    form = load_form(file)
    engine = open_database(Settings())
    with engine.begin() as connection:
        published = FormStore(utc_now).publish(connection, form, by=by, files=_beside(file, form))
    if as_json:
        version = asdict(published.version) | {"published_at": published.version.published_at.isoformat()}
        _print_json(
            {
                "version": version,
                "new": published.new,
                "changes": [asdict(change) for change in published.changes],
            }
        )
        return
    if not published.new:
        console.print(f"{escape(form.id)} {escape(form.version)} was published already; nothing changed.")
        return
    console.print(f"Published {escape(form.id)} {escape(form.version)} ({form.sha256[:12]}).")
    for change in published.changes:
        old, new = escape(change.old), escape(change.new)
        console.print(
            f"  {change.kind.value} {escape(change.path)} {escape(change.rule)}: {old} → {new}",
            highlight=False,
        )


def _beside(file: Path, form: Any) -> dict[str, bytes]:
    """The choice files of the form, which are published with it."""
    return {name: (file.parent / name).read_bytes() for name in form.files if (file.parent / name).is_file()}


def _print_json(value: Any) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, default=str) + "\n")
