"""Putting a form in force."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.markup import escape

from bot.cli.forms.shared import File, Json, console, print_json

app = typer.Typer()


@app.command()
def publish(
    file: File,
    by: Annotated[str, typer.Option(help="Who publishes; kept with the version.")] = "command line",
    as_json: Json = False,
) -> None:
    """Make this file its form's newest version, at once; running drafts are carried over, answer by answer."""
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
        print_json(
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
