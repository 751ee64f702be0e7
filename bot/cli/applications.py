"""`village-credit applications`: hand out what farmers have sent in, and who is taken for one household."""

from __future__ import annotations

import json
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.operator import By
from intake.applications.status import ApplicationStatus

if TYPE_CHECKING:
    from bot.exporting import Exporter
    from intake.applications.export import Exported
    from intake.lender import Lender
    from intake.people.parting import Member

app = typer.Typer(no_args_is_help=True, help="Hand out what farmers have sent in; who is one household.")

DRAFTS = (ApplicationStatus.DRAFT, ApplicationStatus.EXPIRED)  # never sent in
USUAL = [status for status in ApplicationStatus if status not in (*DRAFTS, ApplicationStatus.WITHDRAWN)]


@app.callback()
def applications() -> None:
    """Hand out what farmers have sent in; say who is taken for one household, and undo it."""


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(file_okay=False, metavar="DIR", help="A new or empty folder.")],
    form: Annotated[str | None, typer.Option(help="Only what was sent in on the form with this id.")] = None,
    since: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Sent in on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="Sent in on this day or earlier.")
    ] = None,
    status: Annotated[
        list[ApplicationStatus] | None,
        typer.Option(help="Only with this status; may be given again. Without it: all but withdrawn."),
    ] = None,
    overwrite: Annotated[bool, typer.Option(help="Replace an earlier export in this folder.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
    *,
    by: By,
) -> None:
    """Write the submissions as XML with their files, CSV tables and JSON lines.

    What is written is personal data in the clear: only you can read it, and the audit log says that you took it.
    """
    from bot.exporting import FolderRefused, NoSuchForm, Wanted

    exporter, lender = _open()
    wanted = Wanted(
        status or USUAL,
        form,
        _midnight(lender, since, "--since"),
        _midnight(lender, until, "--until", after=True),
    )
    try:
        exported = exporter.export(folder, wanted, by=by, overwrite=overwrite)
    except FolderRefused as refused:
        raise typer.BadParameter(str(refused), param_hint="DIR") from None
    except NoSuchForm as refused:
        raise typer.BadParameter(str(refused), param_hint="--form") from None
    typer.echo(_as_json(folder, exported) if as_json else _told(folder, exported))


@app.command()
def household(
    reference: Annotated[str, typer.Argument(help="Of one application, as the farmer reads it.")],
    part: Annotated[
        bool, typer.Option("--part", help="They are strangers: a household of its own for this applicant.")
    ] = False,
    *,
    by: By,
) -> None:
    """Who is taken for one household with this applicant, and by what; undo it where they are strangers."""
    from bot.clock import utc_now
    from bot.keys import open_vault
    from bot.opening import open_database, settle_households
    from bot.settings import Settings
    from intake.audit import operator

    settings = Settings()
    engine = open_database(settings)
    parting = settle_households(engine, open_vault(settings), utc_now)
    with engine.begin() as connection:
        if part:
            parting.part(connection, reference, by=operator(by))
        own, *others = parting.members(connection, reference)
    typer.echo(f"{reference}: {_sent_in(own)}")
    for other in others:
        shared = f"the same {' and '.join(other.shares)}" if other.shares else "no number in common"
        typer.echo(f"  one household with {_sent_in(other)}: {shared}")
    if not others:
        typer.echo("  a household of his own")
    elif not part:
        typer.echo(f"Strangers? village-credit applications household {reference} --part")


def _sent_in(member: Member) -> str:
    return ", ".join(
        f"{reference} (running)" if reference in member.running else reference
        for reference in member.references
    )


def _open() -> tuple[Exporter, Lender]:
    from bot.clock import utc_now
    from bot.exporting import Exporter
    from bot.keys import open_vault
    from bot.opening import open_database
    from bot.settings import Settings
    from intake.applications import Applications
    from intake.files import FolderFiles
    from intake.lender import Lender

    settings = Settings()
    vault = open_vault(settings)
    lender = Lender.load(settings.lender)
    desk = Applications(vault, lender, utc_now, FolderFiles(settings.home / "photos"))
    return Exporter(open_database(settings), desk, utc_now), lender


def _midnight(lender: Lender, written: str | None, option: str, *, after: bool = False) -> datetime | None:
    """The beginning of that day where the lender is; `after`: of the next one."""
    if written is None:
        return None
    try:
        day = date.fromisoformat(written)
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day: write 2026-03-31", param_hint=option) from None
    return datetime.combine(day + timedelta(days=after), time(), lender.zone)


def _as_json(folder: Path, exported: Exported) -> str:
    facts = {
        "folder": str(folder),
        "submissions": exported.submissions,
        "attachments": exported.attachments,
        "forms": exported.forms,
        "missing": exported.missing,
    }
    return json.dumps(facts, ensure_ascii=False)


def _told(folder: Path, exported: Exported) -> str:
    if not exported.submissions:
        return "Nothing was sent in that fits; nothing was written."
    lines = [f"{folder}: submissions {exported.submissions}, files {exported.attachments}."]
    lines += [f"  {form}: {number}" for form, number in exported.forms.items()]
    lines += [f"  lost file of {name}" for name in exported.missing]
    lines += [
        "This is personal data in the clear: only you can read these files. Delete them when you need them no more.",
        "The audit log says that you took it.",
    ]
    return "\n".join(lines)
