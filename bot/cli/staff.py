"""`village-credit staff`: who may do what, by single-use links."""

from __future__ import annotations

import json
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from bot.cli.operator import By
from bot.settings import Settings
from intake.audit import operator
from intake.errors import NotAllowed, NotFound

app = typer.Typer(no_args_is_help=True, help="Invite, list and revoke staff; cancel an invitation.")
console = Console()

Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command()
def invite(
    role: Annotated[str, typer.Option(help="officer, reviewer, lead or admin")],
    village: Annotated[
        list[str] | None, typer.Option(help="A village of an officer; repeat for several.")
    ] = None,
    hours: Annotated[int, typer.Option(min=1, max=24 * 30, help="How long the link works.")] = 72,
    instead_of: Annotated[
        int | None,
        typer.Option(help="The Telegram id this same person worked under before: a new phone, one person."),
    ] = None,
    as_json: Json = False,
    *,
    by: By,
) -> None:
    """Print a link that enrols one person, once."""
    from bot.opening import open_services
    from intake.review import Role

    if role not in [one.value for one in Role]:
        raise typer.BadParameter(f"{role!r} is no role; the roles are {', '.join(Role)}", param_hint="--role")
    services = open_services(reading=True)
    known = [one.village_id for one in services.lender.villages]
    villages = village or []
    for name in villages:
        if name not in known:
            where = services.settings.lender / "lender.toml"
            raise typer.BadParameter(f"{name!r} is no village of {where}; there are {', '.join(known)}")
    if role == Role.OFFICER and not villages:
        raise typer.BadParameter(
            f"an officer needs --village; there are {', '.join(known)}", param_hint="--village"
        )
    with services.engine.begin() as connection:
        try:
            made = services.staff.invite(
                connection, Role(role), villages, by=operator(by), hours=hours, instead_of=instead_of
            )
        except NotFound:
            raise typer.BadParameter(
                f"{instead_of} was never enrolled; village-credit staff list --all shows who was",
                param_hint="--instead-of",
            ) from None
        except NotAllowed:
            raise typer.BadParameter(
                f"{instead_of} still works here: first village-credit staff revoke {instead_of}",
                param_hint="--instead-of",
            ) from None
    name = username(services.settings)
    link = f"https://t.me/{name}?start={made.token}" if name else ""
    if as_json:
        facts = {"role": role, "villages": villages, "token": made.token, "link": link}
        typer.echo(json.dumps(facts | {"expires_at": made.expires_at.isoformat()}))
        return
    if link:
        typer.echo(link)
    typer.echo(f"/start {made.token}")
    console.print(f"[dim]Works once, until {made.expires_at:%Y-%m-%d %H:%M} UTC, for one {role}.[/dim]")
    if not link:
        console.print(
            "[dim]Set VILLAGE_CREDIT_TELEGRAM_TOKEN to get a link; or send the line above to the bot.[/dim]"
        )


@app.command("list")
def list_(
    as_json: Json = False, everybody: Annotated[bool, typer.Option("--all", help="Revoked too.")] = False
) -> None:
    """Who is enrolled."""
    from bot.opening import open_services

    services = open_services(reading=True)
    with services.reading() as connection:
        members = services.staff.members(connection, active=not everybody)
    if as_json:
        typer.echo(
            json.dumps(
                [
                    {
                        "user_id": one.user_id,
                        "name": one.name,
                        "role": one.role.value,
                        "villages": sorted(one.villages),
                        "language": one.language,
                        "active": one.active,
                        "formerly": sorted(one.formerly),
                    }
                    for one in members
                ],
                ensure_ascii=False,
            )
        )
        return
    table = Table("Telegram id", "Name", "Role", "Villages", "Active", "Before")
    for one in members:
        table.add_row(
            str(one.user_id),
            one.name,
            one.role.value,
            ", ".join(sorted(one.villages)),
            "yes" if one.active else "no",
            ", ".join(map(str, sorted(one.formerly))),
        )
    console.print(table)


@app.command()
def revoke(
    user_id: Annotated[int, typer.Argument(help="The Telegram id, as `staff list` shows it.")],
    *,
    by: By,
) -> None:
    """Take all rights away, from the next press on; what he holds goes back to the queue."""
    from bot.conversation.officer import leaving
    from bot.opening import open_services

    services = open_services(reading=True)
    with services.engine.begin() as connection:
        member, held = leaving.revoke(services, connection, user_id, by=operator(by))
    typer.echo(f"{member.name} ({member.role.value}) has no rights any more")
    typer.echo(
        "if the same person comes back on another phone: village-credit staff invite "
        f"--role {member.role.value} --instead-of {user_id}"
    )
    if held:
        typer.echo(f"applications that go back to the queue, as soon as the bot runs: {held}")


@app.command(context_settings={"ignore_unknown_options": True})  # a token may begin with a dash
def cancel(
    link: Annotated[str, typer.Argument(help="The link, or what stands behind start= in it.")],
    *,
    by: By,
) -> None:
    """Make an invitation useless that went to the wrong person and was not taken up."""
    from bot.opening import open_services

    services = open_services(reading=True)
    token = link.strip().removeprefix("/start ").rpartition("start=")[2]
    with services.engine.begin() as connection:
        cancelled = services.staff.revoke_invite(connection, token, by=operator(by))
    if not cancelled:
        raise SystemExit(
            "village-credit: no open invitation has this link. If it was taken up: village-credit staff list, "
            "then village-credit staff revoke TELEGRAM_ID"
        )
    typer.echo("the link works no more")


def username(settings: Settings) -> str:
    """The bot's name, asked of the Bot API server; empty when there is no token or no answer."""
    import asyncio

    from telegram.error import TelegramError

    from bot.telegram.connection import connect

    if not settings.telegram_token.get_secret_value():
        return ""

    async def ask() -> str:
        async with connect(settings) as bot:
            return bot.username

    try:
        return asyncio.run(ask())
    except TelegramError:
        return ""
