"""What the commands of `village-credit docs` share: the services, the options, errors in one sentence."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.cli.docs import view

if TYPE_CHECKING:
    from knowledge.library import Draft, Library, Version
    from knowledge.service import Knowledge

Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
Reason = Annotated[str, typer.Option(help="Why; kept in the history.")]
Name = Annotated[str, typer.Argument(help="A document's id or a version's, as `docs list` shows them.")]


def _day(written: str) -> datetime:
    try:
        return datetime.combine(date.fromisoformat(written), time())
    except ValueError:
        raise typer.BadParameter(f"{written!r} is no day: write one such as 2026-03-31") from None


Day = Annotated[
    datetime | None, typer.Option(parser=_day, metavar="DAY", help="YYYY-MM-DD; today without it.")
]
LastDay = Annotated[
    datetime | None,
    typer.Option(parser=_day, metavar="DAY", help="The last day, YYYY-MM-DD; no end without it."),
]
Since = Annotated[
    datetime | None, typer.Option(parser=_day, metavar="DAY", help="YYYY-MM-DD; all without it.")
]
Replaces = Annotated[str | None, typer.Option(help="The document this is the next version of.")]
Who = Annotated[str, typer.Option(help="farmer or staff.")]


def opened(*, reading: bool = True) -> Knowledge:
    """The services of this lender; tests put their own here."""
    from bot.opening import open_knowledge

    return open_knowledge(reading=reading)


def opened_to_change() -> Knowledge:
    """The same, after what a kill broke off has been finished: it comes before what is asked now."""
    knowledge = opened(reading=False)
    knowledge.library.recover()
    return knowledge


def opened_gaps() -> Any:
    """The services that hold the gaps; tests put their own here."""
    from bot.opening import open_services

    return open_services(reading=True)


def staged(
    library: Library,
    file: Path,
    by: str,
    *,
    title: str | None = None,
    language: str | None = None,
    replaces: str | None = None,
) -> Draft:
    """A file read as a draft."""
    with view.waiting(f"Reading {file.name}"):
        return library.stage(file, title=title, language=language, author=by, replaces=replaces)


def check_file(file: Path) -> None:
    """Ends the command where a file cannot be read."""
    if file.is_dir():
        fail(
            f"{file} is a folder; name its files, or write a library.toml and use `village-credit docs load`"
        )
    if not file.is_file():
        fail(f"{file}: there is no such file")


def check_language(language: str | None) -> None:
    """Ends the command where a language is no code."""
    from babel import Locale

    if language is not None and not (language.isalpha() and language in Locale("en").languages):
        fail(f"--language is {language!r}; write a code such as en, zh or sw")


def spoken() -> tuple[str, ...]:
    """The languages that lender.toml lists; tests put their own here."""
    from bot.settings import Settings
    from intake.lender import Lender

    return tuple(Lender.load(Settings().lender).languages)


def warn_of_language(version: Version) -> None:
    """On standard error, where a document's language is none of the lender's: it may have been taken for another."""
    languages = spoken()
    if version.language not in languages:
        sys.stderr.write(
            f"warning: {version.filename} was read as {version.language}, which lender.toml does not list "
            f"({', '.join(languages)}); if that is wrong, add it anew with --language\n"
        )


@contextmanager
def progress(label: str) -> Iterator[Any]:
    """A progress bar on standard error."""
    with view.bar(label) as advance:
        yield advance


def show_version(library: Library, version: Version, as_json: bool) -> None:
    """One version as it stands now."""
    standing = standing_of(library, version)
    if as_json:
        print_json(view.version_dict(version, standing))
    else:
        view.published(version, standing)


def standing_of(library: Library, version: Version) -> str:
    """How a version stands today."""
    return library.standing(version.version_id).value


def audience_of(word: str) -> Any:
    """The readers a word names."""
    from knowledge.types import Audience

    if word not in set(Audience):
        fail(f"--audience is {word!r}; write {' or '.join(Audience)}")
    return Audience(word)


def day_of(moment: datetime | None) -> date | None:
    """The day of an option."""
    return moment.date() if moment else None


def today(knowledge: Knowledge) -> date:
    """The library's day."""
    return knowledge.library.today()


def print_json(value: Any) -> None:
    """One JSON value on standard output."""
    typer.echo(json.dumps(value, ensure_ascii=False, default=str))


def fail(sentence: str, *, code: str = "", as_json: bool = False, **facts: Any) -> NoReturn:
    """End with one sentence that says what to mend."""
    if as_json:
        print_json({"error": code, "message": sentence, **facts})
    sys.stderr.write(f"village-credit docs: {sentence}\n")
    raise typer.Exit(1)
