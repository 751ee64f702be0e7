"""`village-credit forms`: check, show, run, walk and publish application forms."""

from __future__ import annotations

import typer

from bot.cli.forms import looking, publishing, trying

app = typer.Typer(no_args_is_help=True, help="Check, show, run and publish application forms.")
for room in (looking, trying, publishing):
    app.add_typer(room.app)
