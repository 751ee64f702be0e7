"""`village-credit doctor`: what is set up, what is missing, and how to mend it."""

from __future__ import annotations

import difflib
import json
import os
import shutil
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer
from pydantic_settings import DotEnvSettingsSource
from rich.console import Console

from bot.cli.doctor_documents import examine_documents
from bot.cli.findings import Finding, Verdict
from bot.settings import PREFIX, Settings, setting_names

if TYPE_CHECKING:
    from bot.services import Services

app = typer.Typer()
console = Console()

FREE_BYTES = 500_000_000
LONG_WAIT = timedelta(minutes=10)
HEALTH_SECONDS = 5.0


@app.command()
def doctor(as_json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False) -> None:
    """Look at everything the bot needs; exits with 1 when something must be mended."""
    findings = list(examine(Settings()))
    if as_json:
        typer.echo(json.dumps([asdict(one) for one in findings], ensure_ascii=False))
    else:
        for one in findings:
            _show(one)
    raise typer.Exit(1 if any(one.verdict is Verdict.BAD for one in findings) else 0)


def examine(settings: Settings) -> Iterator[Finding]:
    """Every finding, in the order in which things depend on each other."""
    yield from _misspelled()
    yield _disk(settings)
    yield _keys(settings)
    try:
        from bot.opening import open_services

        services = open_services(settings)
    except Exception as error:
        from bot.cli.errors import explain

        yield Finding(
            "opening", Verdict.BAD, explain(error) or f"{type(error).__name__}: {error}", "mend this first"
        )
        return
    checks: tuple[Callable[[Services], Finding], ...] = (
        _lender, _form, _staff, _running, _queues, _letters, _fonts, _ocr,
    )  # fmt: skip
    for check in checks[:2]:
        yield check(services)
    yield from examine_documents(services)
    for check in checks[2:]:
        yield check(services)
    yield _telegram(settings)


def _misspelled() -> Iterator[Finding]:
    """Names that look like settings and are none: what they were to set stays as it was, unsaid."""
    known = setting_names()
    written = {*os.environ, *map(str.upper, DotEnvSettingsSource(Settings).env_vars)}
    for name in sorted(one for one in written if one.startswith(PREFIX) and one not in known):
        near = difflib.get_close_matches(name, known, 1)
        fix = f"did you mean {near[0]}?" if near else "remove it; .env.example has all there are"
        yield Finding("settings", Verdict.NOTE, f"{name} is no setting", fix)


def _disk(settings: Settings) -> Finding:
    place = next(one for one in (settings.home, *settings.home.parents) if one.exists())
    disk = shutil.disk_usage(place)
    if not os.access(place, os.W_OK) or not disk.total:  # /proc and the like are no disk at all
        fix = f"set {PREFIX}HOME to a folder of your own, or chown this one"
        return Finding("home folder", Verdict.BAD, f"{settings.home}: nothing can be written in {place}", fix)
    found = f"{settings.home}, {disk.free // 1_000_000:,} MB free"
    if disk.free < FREE_BYTES:
        return Finding("home folder", Verdict.BAD, found, "make room: photos and documents are kept here")
    if settings.home.exists() and settings.home.stat().st_mode & 0o007:
        return Finding(
            "home folder",
            Verdict.NOTE,
            f"{found}, open to everybody on this machine",
            f"chmod o= {settings.home}",
        )
    return Finding("home folder", Verdict.OK, found)


def _keys(settings: Settings) -> Finding:
    if settings.keys.get_secret_value():
        return Finding("keys", Verdict.OK, f"set in {PREFIX}KEYS")
    path = settings.home / "keys.json"
    if not path.exists():
        return Finding("keys", Verdict.NOTE, "none yet", "made at the first start")
    loose = path.stat().st_mode & 0o077
    if loose:
        return Finding("keys", Verdict.BAD, f"{path} can be read by others", f"chmod 600 {path}")
    return Finding(
        "keys", Verdict.OK, str(path), "keep a copy apart from the database: without it nothing can be read"
    )


def _lender(services: Services) -> Finding:
    lender = services.lender
    languages = "/".join(lender.languages)
    offered = _trades(services)
    for product in lender.products:
        if offered and (strange := sorted(set(product.trades) - offered)):
            found = f"product {product.product_id} is for {', '.join(strange)}, which the form does not offer"
            fix = f"write trades of products.toml as the form does: {', '.join(sorted(offered))}"
            return Finding("lender", Verdict.BAD, found, fix)
    found = (
        f"{lender.lender_id}: {len(lender.products)} products, {len(lender.villages)} villages, {languages}"
    )
    return Finding("lender", Verdict.OK, found)


def _trades(services: Services) -> set[str]:
    """The kinds of work a farmer can choose; none where the form asks for no trade or has it from elsewhere."""
    from intake.forms.choices import written_names

    form = services.form
    asked = (one for one in form.questions if one.field.name == "trade")
    return {name for control in asked for name in written_names(form, control) if name}


def _form(services: Services) -> Finding:
    form = services.form
    spoken = {name.rpartition("(")[2].rstrip(")") for name in form.languages}
    missing = [code for code in services.lender.languages if code not in spoken]
    if missing:
        fix = f"add label::…({missing[0]}) columns to {services.settings.form}"
        return Finding("form", Verdict.BAD, f"{form.id} lacks {', '.join(missing)}", fix)
    return Finding("form", Verdict.OK, f"{form.id}, version {form.version}")


def _staff(services: Services) -> Finding:
    from intake.review import Role

    with services.reading() as connection:
        members = services.staff.members(connection)
        lonely = [
            one.village_id
            for one in services.lender.villages
            if not services.staff.officers_of(connection, one.village_id)
        ]
    invite = "village-credit staff invite --role"
    if not members:
        return Finding("staff", Verdict.BAD, "nobody is enrolled", f"{invite} admin, and so on")
    deciders = [one for one in members if one.role in (Role.REVIEWER, Role.LEAD)]
    if not deciders:
        return Finding(
            "staff", Verdict.BAD, "nobody can decide: four eyes need a reviewer", f"{invite} reviewer"
        )
    if lonely:
        return Finding(
            "staff",
            Verdict.NOTE,
            f"no officer for {', '.join(lonely)}",
            f"{invite} officer --village {lonely[0]}",
        )
    return Finding("staff", Verdict.OK, f"{len(members)} enrolled")


def _running(services: Services) -> Finding:
    from bot.delivery import lease
    from bot.delivery.identity import is_gone, own_name

    if services.settings.ingress == "webhook":
        return _by_webhook(services.settings)
    with services.reading() as connection:
        holder = lease.holder(connection, "poller", services.clock())
    if holder is None or is_gone(holder, own_name()):
        return Finding("bot", Verdict.NOTE, "does not run on this database", "village-credit run")
    return Finding("bot", Verdict.OK, f"runs: {holder}")


def _by_webhook(settings: Settings) -> Finding:
    import httpx

    url = httpx.URL(scheme="http", host=settings.webhook_host, port=settings.webhook_port, path="/health")
    try:
        healthy = httpx.get(url, timeout=HEALTH_SECONDS, trust_env=False).text == "ok"
    except httpx.HTTPError:
        healthy = False
    if not healthy:
        return Finding(
            "bot", Verdict.NOTE, f"nothing answers at {url}", "village-credit run, here or elsewhere"
        )
    return Finding("bot", Verdict.OK, f"runs: gets its updates by webhook at {settings.webhook_url}")


def _queues(services: Services) -> Finding:
    from bot.delivery.inbox import Inbox

    with services.reading() as connection:
        incoming = Inbox(services.vault).waiting(connection)
        outgoing = services.outbox.waiting(connection)
        oldest = Inbox(services.vault).oldest(connection)
    found = f"{incoming} updates to answer, {outgoing} messages to send"
    if oldest is not None and services.clock() - oldest > LONG_WAIT:
        found += f"; the oldest has waited since {oldest:%Y-%m-%d %H:%M} UTC"
        return Finding("queues", Verdict.BAD, found, "is the bot running, is the disk full? See its log")
    return Finding("queues", Verdict.OK, found)


def _letters(services: Services) -> Finding:
    from bot.delivery.leasing import UNREADABLE, given_up
    from bot.tables import inbox, outbox

    with services.reading() as connection:
        dead = services.jobs.dead(connection)
        dead += [(f"update {number}", error) for number, error in given_up(connection, inbox)]
        dead += [(f"message {number}", error) for number, error in given_up(connection, outbox, UNREADABLE)]
    if dead:
        shown = ", ".join(f"{key} ({error})" for key, error in dead[:5])
        more = f" and {len(dead) - 5} more" if len(dead) > 5 else ""
        fix = "see the log; what is unreadable needs a key or a version of the program that is missing"
        return Finding("dead letters", Verdict.BAD, shown + more, fix)
    return Finding("dead letters", Verdict.OK, "none")


def _fonts(_services: Services) -> Finding:
    from importlib.util import find_spec

    from intake.dossier.typesetting import FONT_PACKAGES

    missing = [package for package, _folder in FONT_PACKAGES if find_spec(package) is None]
    if missing:
        return Finding("fonts", Verdict.BAD, f"missing: {', '.join(missing)}", "make setup")
    return Finding("fonts", Verdict.OK, "for Latin, Chinese and Devanagari")


def _ocr(_services: Services) -> Finding:
    if shutil.which("tesseract"):
        return Finding("scans", Verdict.OK, "read by tesseract")
    return Finding(
        "scans", Verdict.NOTE, "cannot be read", "apt-get install tesseract-ocr (and tesseract-ocr-chi-sim)"
    )


def _telegram(settings: Settings) -> Finding:
    if not settings.telegram_token.get_secret_value():
        return Finding(
            "Telegram", Verdict.NOTE, "no token", f"set {PREFIX}TELEGRAM_TOKEN; to try without: make demo"
        )
    from bot.cli.staff import username

    name = username(settings)
    if not name:
        fix = f"check {PREFIX}TELEGRAM_TOKEN, {PREFIX}TELEGRAM_BASE_URL and the network"
        return Finding("Telegram", Verdict.BAD, f"{settings.telegram_base_url} does not know the bot", fix)
    return Finding("Telegram", Verdict.OK, f"@{name} at {settings.telegram_base_url}")


def _show(one: Finding) -> None:
    sign = {Verdict.OK: "[green]✓[/green]", Verdict.NOTE: "[yellow]•[/yellow]", Verdict.BAD: "[red]✗[/red]"}[
        one.verdict
    ]
    fix = f"\n    → {one.fix}" if one.fix else ""
    console.print(f"{sign} {one.what}: {one.found}{fix}", highlight=False)
