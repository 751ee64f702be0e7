"""`village-credit simulator`: serve the simulated Telegram and its page."""

from __future__ import annotations

from typing import Annotated

import typer

app = typer.Typer(help="A local stand-in for Telegram.", no_args_is_help=True)


@app.callback()
def simulator() -> None:
    """A local stand-in for Telegram, labelled as such wherever it shows."""


@app.command()
def serve(
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")] = 8700,
    token: Annotated[str | None, typer.Option(help="The bot's token; any well-formed one.")] = None,
    limits: Annotated[str, typer.Option(help="Flood limits: lenient, strict or off.")] = "lenient",
) -> None:
    """Serve the Bot API, the control API and the page with three phones."""
    from bot.simulator import limits as figures
    from bot.simulator.app import DEFAULT_TOKEN, create_app
    from bot.simulator.serving import SimulatorServer

    known = {"lenient": figures.Limits(), "strict": figures.STRICT, "off": figures.OFF}
    if limits not in known:
        raise typer.BadParameter(f"{limits!r} is none of {', '.join(known)}", param_hint="--limits")
    chosen = token or DEFAULT_TOKEN
    typer.echo(f"Simulated Telegram: http://{host}:{port}")
    typer.echo(f"Bot API base URL:   http://{host}:{port}/bot   token: {chosen}")
    application = create_app(token=chosen, limits=known[limits])
    SimulatorServer(application, host=host, port=port).run()
