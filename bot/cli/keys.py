"""`village-credit keys`: change the keys that personal data is encrypted with."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console

from bot.settings import PREFIX, Settings

app = typer.Typer(no_args_is_help=True, help="Change the keys that personal data is encrypted with.")
console = Console()

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def rotate(as_json: Json = False) -> None:
    """Make a new key and seal everything under it. The bot may run; after a kill, call it again."""
    from bot import keys
    from bot.opening import open_database

    settings = Settings()
    vault = keys.open_vault(settings)
    engine = open_database(settings)
    new = keys.begin(settings)
    if not as_json:
        console.print("A new key is in use." if new else "Going on with the key that is in use.")
    seen: dict[str, int] = {}
    rotated: dict[str, int] = {}
    with console.status("Sealing") as status:
        for step in keys.walk(settings, engine, vault):
            seen[step.place], rotated[step.place] = step.seen, step.rotated
            status.update(f"Sealing {step.place}: {step.seen}")
    if as_json:
        typer.echo(json.dumps({"new_key": new, "seen": seen, "rotated": rotated}))
        return
    for place, number in seen.items():
        console.print(f"{place}: {rotated[place]} of {number} sealed anew")
    console.print("The old key still opens what it sealed. Forget it with: village-credit keys drop")


@app.command()
def drop(as_json: Json = False) -> None:
    """Forget the old keys, once nothing is sealed under them. Backups made before need them still."""
    from bot import keys
    from bot.opening import open_database

    settings = Settings()
    if settings.keys.get_secret_value():
        raise typer.BadParameter(f"the keys are given by {PREFIX}KEYS: take all but the first out of it")
    gone = keys.drop(settings, open_database(settings), keys.open_vault(settings))
    if as_json:
        typer.echo(json.dumps({"dropped": gone}))
    else:
        console.print(f"Old keys forgotten: {gone}.")
