"""Checking a form and drawing its flow."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape
from rich.table import Table

from bot.cli.forms.shared import File, Json, console, print_json

app = typer.Typer()


@app.command()
def check(file: File, as_json: Json = False) -> None:
    """Every fault with sheet, row, column and fix; exit code 1 when one of them is an error."""
    from intake.forms import Severity
    from intake.forms.check import check as look_over

    faults = look_over(file)
    errors = sum(fault.severity is Severity.ERROR for fault in faults)
    if as_json:
        print_json(
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
        print_json(
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
