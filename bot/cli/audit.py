"""`village-credit audit`: whether the log of who did and read what is whole."""

from __future__ import annotations

import json
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, help="Look after the log of who did and read what.")

WHY = {
    "missing": "the lines before it were taken out",
    "changed": "what it says happened, when or to which application was changed, or it was put in",
    "content": "who did it, to whom or its facts were changed",
    "unreadable": "no key at hand opens its facts: put the old key back, or they were overwritten",
    "cut": "the log once went on after it: its end was cut off",
}


@app.callback()
def audit() -> None:
    """Look after the log of who did and read what."""


@app.command()
def verify(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Read the whole log; name the first line that does not hold, and end with 1 if there is one."""
    from bot.keys import open_vault
    from bot.opening import open_database
    from bot.settings import Settings
    from intake.audit import AuditLog

    settings = Settings()
    with open_database(settings).begin() as connection:
        found = AuditLog(open_vault(settings)).verify(connection)
    if as_json:
        facts = {"whole": found.broken is None, "lines": found.lines, "erased": found.erased}
        typer.echo(json.dumps(facts | {"broken": found.broken, "fault": found.fault}))
    elif found.fault is None:
        typer.echo(f"The log is whole: {found.lines} lines, {found.erased} of them emptied by erasures.")
    else:
        typer.echo(
            f"Line {found.broken} does not hold: {WHY[found.fault]}. The {found.lines} lines before it do."
        )
    raise typer.Exit(0 if found.broken is None else 1)
