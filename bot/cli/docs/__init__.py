"""`village-credit docs`: the library from the shell, as from the chat."""

from __future__ import annotations

import typer

from bot.cli.docs import looking, publishing, rehearsing

app = typer.Typer(no_args_is_help=True, help="Keep the documents current.")
for room in (publishing, looking, rehearsing):
    app.add_typer(room.app)
