"""`village-credit backup`: copy everything while the bot runs, prove the copy, put it back."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True, help="Copy everything while the bot runs, prove the copy, put it back."
)

Folder = Annotated[Path, typer.Argument(help="The folder of the backup.", file_okay=False)]
Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def make(folder: Folder, as_json: Json = False) -> None:
    """Copy database, photos and documents to a new folder; the bot may run. The keys are not in it."""
    from bot.backup import make as make_backup
    from bot.clock import utc_now
    from bot.keys import FILENAME
    from bot.settings import Settings

    settings = Settings()
    manifest = make_backup(settings, folder, utc_now)
    if as_json:
        typer.echo(manifest.model_dump_json())
    else:
        files = ", ".join(f"{number} {name}" for name, number in manifest.files.items())
        typer.echo(f"{sum(manifest.rows.values())} rows, {files}, in {manifest.seconds} s.")
        typer.echo(f"The keys are not in it: keep {settings.home / FILENAME} apart.")
    for name in manifest.missing:
        typer.echo(f"missing: {name}", err=True)
    raise typer.Exit(1 if manifest.missing else 0)


@app.command()
def check(folder: Folder, as_json: Json = False) -> None:
    """The drill: rows, the log's chain, photos opened with our keys, documents by hash. Ends with 1 for any fault."""
    from bot.backup import check as check_backup
    from bot.keys import open_vault
    from bot.settings import Settings

    drill = check_backup(folder, open_vault(Settings()))
    if as_json:
        typer.echo(json.dumps(asdict(drill)))
    else:
        typer.echo(
            f"{drill.rows} rows, {drill.audit_lines} lines of the log, {drill.photos} photos, "
            f"{drill.documents} documents, in {drill.seconds} s."
        )
        for fault in drill.faults:
            typer.echo(fault)
        typer.echo("It can be had back." if not drill.faults else "It cannot all be had back.")
    raise typer.Exit(1 if drill.faults else 0)


@app.command()
def restore(folder: Folder) -> None:
    """Put a backup into an empty home that has the key file; then start the bot."""
    from bot.backup import restore as restore_backup
    from bot.settings import Settings

    settings = Settings()
    restore_backup(folder, settings)
    typer.echo(f"{settings.home} is as it was. The index is made anew when the bot starts.")
