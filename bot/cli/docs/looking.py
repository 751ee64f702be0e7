"""What is there: list, show, history, diff, search, gaps, duplicates."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from bot.cli.docs import shared, view
from bot.cli.docs.shared import (
    Day,
    Json,
    Name,
    Since,
    Who,
    audience_of,
    day_of,
    fail,
    print_json,
    standing_of,
    today,
)

app = typer.Typer()


@app.command("list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Drafts and what is over, too.")] = False,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """The documents in force and to come."""
    knowledge = shared.opened()
    day = day_of(on) or today(knowledge)
    rows = knowledge.library.standings(day)
    shown = [row for row in rows if everything or row[1].value in ("live", "scheduled", "indexing")]
    if as_json:
        print_json([view.version_dict(*row) for row in shown])
    else:
        view.versions(shown, day)


@app.command()
def show(
    name: Name,
    text: Annotated[bool, typer.Option("--text", help="With what it says.")] = False,
    as_json: Json = False,
) -> None:
    """One document or version: dates, readers, warnings, chunks."""
    library = shared.opened().library
    version = library.show(name)
    chunks = list(library.chunks([version.version_id]))
    if as_json:
        facts = view.version_dict(version, standing_of(library, version)) | {
            "warnings": list(version.warnings)
        }
        print_json(facts | {"chunks": [asdict(chunk) for chunk in chunks] if text else len(chunks)})
    else:
        view.version(version, standing_of(library, version), chunks, with_text=text)


@app.command()
def history(name: Name, as_json: Json = False) -> None:
    """Who did what to a document, when and why."""
    library = shared.opened().library
    version = library.show(name)
    events = library.history(name if name == version.version_id else version.document_id or name)
    if as_json:
        print_json([asdict(event) for event in events])
    else:
        view.events(events)


@app.command()
def diff(
    name: Annotated[str, typer.Argument(help="The draft or version that is new.")],
    against: Annotated[
        str | None, typer.Option(help="A document or version; what it replaces without it.")
    ] = None,
    as_json: Json = False,
) -> None:
    """What a draft would change: sections, sentences, figures."""
    library = shared.opened().library
    version = library.show(name)
    other = against or library.draft(version.version_id).replaces
    if other is None:
        fail("it replaces nothing that is known; name a document with --against")
    found = library.diff(version.version_id, against=other)
    if as_json:
        print_json(found.to_dict())
    else:
        view.diff(found)


@app.command()
def search(
    query: Annotated[str, typer.Argument(help="A question, or some words.")],
    top: Annotated[int, typer.Option(min=1, max=100, help="How many passages.")] = 10,
    audience: Who = "farmer",
    language: Annotated[str, typer.Option(help="en, zh, sw …; the query's own without it.")] = "",
    on: Day = None,
    as_json: Json = False,
) -> None:
    """The passages an answer would be taken from, best first."""
    from knowledge.language import base_code

    if not query.strip():
        fail("write a question, or some words to look for")
    knowledge = shared.opened()
    day = day_of(on) or today(knowledge)
    versions = knowledge.library.live_versions(day, audience_of(audience))
    retriever = knowledge.answerer.retriever
    spoken = base_code(language) or retriever.language_of(query, versions)
    hits = retriever.search(query, versions=versions, language=spoken, k=top)
    rows = view.hit_dicts(hits, {version.version_id: version for version in versions})
    if as_json:
        print_json(rows)
    else:
        view.hits(rows)


@app.command()
def gaps(
    since: Since = None,
    top: Annotated[int, typer.Option(min=1, help="How many.")] = 20,
    as_json: Json = False,
) -> None:
    """What could not be answered, grouped by meaning, most asked first."""
    found = shared.opened_gaps()
    with found.reading() as connection:
        after = since.replace(tzinfo=found.lender.zone) if since else None
        asked = found.gaps.asked(connection, since=after)
    rows = found.gaps.open(asked)[:top]
    if as_json:
        print_json([asdict(row) for row in rows])
    else:
        view.gaps(rows)


@app.command()
def duplicates(as_json: Json = False) -> None:
    """Documents in force that say much the same."""
    found = shared.opened().library.duplicates()
    if as_json:
        print_json(
            [
                {"one": a.document_id, "other": b.document_id, "likeness": round(alike, 3)}
                for a, b, alike in found
            ]
        )
    else:
        view.duplicates(found)
