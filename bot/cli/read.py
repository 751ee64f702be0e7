"""`village-credit read`: what the reader makes of a typed value."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any

import typer

from bot.settings import Settings
from intake.reading import LANGUAGES, Candidate, Kind, LenderLocale, Reading, read

app = typer.Typer(add_completion=False, help="Show how a typed value is read.")
KINDS = ", ".join(kind for kind in Kind if kind is not Kind.CHOICE)


@app.command()
def read_command(
    text: Annotated[str, typer.Argument(help="what the person typed")],
    kind: Annotated[Kind, typer.Option(metavar="KIND", help=f"what is expected: {KINDS}")] = Kind.AMOUNT,
    language: Annotated[str, typer.Option(help=f"language of the person: {', '.join(LANGUAGES)}")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="print the reading as JSON")] = False,
    today: Annotated[str | None, typer.Option(help="read dates as on this day, YYYY-MM-DD")] = None,
    currency: Annotated[str | None, typer.Option(help="the lender's currency, an ISO code")] = None,
    decimal_separator: Annotated[str | None, typer.Option(help="the lender's decimal mark: . or ,")] = None,
    area_unit: Annotated[str | None, typer.Option(help="the unit of a bare area")] = None,
    unit: Annotated[str | None, typer.Option(help="the unit of a bare duration: months, years …")] = None,
    country: Annotated[str | None, typer.Option(help="country of phone numbers without a code")] = None,
    lender: Annotated[Path | None, typer.Option(help="take all of this from a lender.toml")] = None,
) -> None:
    """Read a typed value as the bot would, and say how sure it is."""
    if kind is Kind.CHOICE:
        raise typer.BadParameter(
            "a choice is read against a form's choices; use `forms run`", param_hint="--kind"
        )
    if language not in LANGUAGES:
        raise typer.BadParameter(
            f"{language!r} is not read; use one of {', '.join(LANGUAGES)}", param_hint="--language"
        )
    day = _day(today)
    locale = _locale(day, currency, decimal_separator, area_unit, country, lender)
    reading = read(text, kind, language=language, locale=locale, unit=unit)
    if as_json:
        typer.echo(json.dumps(as_dict(text, kind, language, reading), ensure_ascii=False))
    else:
        _print(reading)


def _day(today: str | None) -> date:
    if today is None:
        return datetime.now(UTC).date()  # noqa: TID251 - a person's terminal has no other clock
    try:
        return date.fromisoformat(today)
    except ValueError as error:
        raise typer.BadParameter(
            f"{today!r} is not a date; write YYYY-MM-DD", param_hint="--today"
        ) from error


def _locale(
    day: date,
    currency: str | None,
    decimal_separator: str | None,
    area_unit: str | None,
    country: str | None,
    lender: Path | None,
) -> LenderLocale:
    if lender:
        own = LenderLocale.load(lender, today=day)
    else:  # the configured lender's calendar, and nothing that would change how figures are read
        calendar = LenderLocale.load(Settings().lender / "lender.toml", today=day).seasons
        own = LenderLocale(today=day, seasons=calendar)
    return own.with_settings(
        currency=currency, decimal_separator=decimal_separator, area_unit=area_unit, country=country
    )


def as_dict(text: str, kind: Kind, language: str, reading: Reading) -> dict[str, Any]:
    """The JSON of a reading; `value` and `unit` only if it is sure."""
    best = reading.best
    return {
        "input": text,
        "kind": str(kind),
        "language": language,
        "status": str(reading.status),
        "value": _value(best.value) if best else None,
        "unit": best.unit if best else None,
        "candidates": [_candidate(candidate) for candidate in reading.candidates],
        "reason": str(reading.reason) if reading.reason else None,
    }


def _candidate(candidate: Candidate) -> dict[str, Any]:
    shown = {"value": _value(candidate.value), "unit": candidate.unit, "echo": candidate.echo}
    return shown | {name: _value(fact) for name, fact in candidate.facts.items()}


def _value(value: object) -> object:
    """Numbers as JSON numbers (whole ones as integers), everything else as it is."""
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value


def _print(reading: Reading) -> None:
    if reading.best:
        typer.echo(reading.best.echo)
    elif reading.candidates:
        typer.echo(
            f"ask ({reading.reason}): " + " | ".join(candidate.echo for candidate in reading.candidates)
        )
    else:
        typer.echo(f"not understood ({reading.reason})")
