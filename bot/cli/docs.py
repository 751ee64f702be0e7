"""`village-credit docs`: the library from the shell, as from the chat."""

from __future__ import annotations

import getpass
import json
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from bot.cli import docs_view as view

if TYPE_CHECKING:
    from knowledge.library import Draft, Library, Version
    from knowledge.rehearsal import Report
    from knowledge.service import Knowledge

app = typer.Typer(no_args_is_help=True, help="Keep the documents current.")

WAIT_SECONDS = 120
Json = Annotated[bool, typer.Option("--json", help="JSON on standard output.")]
Reason = Annotated[str, typer.Option(help="Why; kept in the history.")]
By = Annotated[str, typer.Option(help="Who does this; kept in the history.", default_factory=getpass.getuser)]
Name = Annotated[str, typer.Argument(help="A document's id or a version's, as `docs list` shows them.")]
Day = Annotated[datetime | None, typer.Option(formats=["%Y-%m-%d"], help="YYYY-MM-DD; today without it.")]
Replaces = Annotated[str | None, typer.Option(help="The document this is the next version of.")]
Who = Annotated[str, typer.Option(help="farmer or staff.")]


def opened() -> Knowledge:
    """The services of this lender; tests put their own here."""
    from bot.opening import open_knowledge

    return open_knowledge()


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Markdown, HTML, PDF, DOCX, XLSX, XLS, CSV or TXT.")],
    by: By,
    audience: Who = "farmer",
    effective_from: Day = None,
    effective_until: Day = None,
    replaces: Replaces = None,
    title: Annotated[str | None, typer.Option(help="Instead of the file's own.")] = None,
    language: Annotated[str | None, typer.Option(help="Instead of the one detected: en, zh, sw …")] = None,
    label: Annotated[str | None, typer.Option("--version", help="What citations call this version.")] = None,
    reason: Reason = "",
    draft: Annotated[bool, typer.Option("--draft", help="Only read and keep it; publish later.")] = False,
    as_json: Json = False,
) -> None:
    """Read files and publish them; each is answered from on its day, and not before it is whole."""
    from knowledge.documents import DocumentRefused

    if replaces and len(files) > 1:
        _fail("--replaces goes with one file: add the files one by one")
    knowledge = opened()
    shown: list[dict[str, Any]] = []
    for file in files:
        try:
            staged = _staged(knowledge.library, file, title, language, by, replaces)
        except DocumentRefused as refused:
            _fail(f"{file}: {refused}", code=str(refused.code), as_json=as_json)
        if not as_json:
            view.draft(staged, file)
        if draft:
            shown.append(view.draft_dict(staged))
            continue
        version = _published(
            knowledge,
            staged,
            audience=_audience(audience),
            effective_from=_date(effective_from) or _today(knowledge),
            effective_until=_date(effective_until),
            replaces=replaces,
            label=label,
            reason=reason,
            by=by,
        )
        shown.append(view.version_dict(version, _standing(knowledge.library, version)))
        if not as_json:
            view.published(version, _standing(knowledge.library, version))
    if as_json:
        _print_json(shown if len(shown) > 1 else shown[0])


@app.command()
def publish(
    draft_id: Annotated[str, typer.Argument(help="The draft, as `docs add --draft` showed it.")],
    by: By,
    audience: Who = "farmer",
    effective_from: Day = None,
    effective_until: Day = None,
    replaces: Replaces = None,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Publish a draft."""
    knowledge = opened()
    version = _published(
        knowledge,
        knowledge.library.draft(draft_id),
        audience=_audience(audience),
        effective_from=_date(effective_from) or _today(knowledge),
        effective_until=_date(effective_until),
        replaces=replaces,
        reason=reason,
        by=by,
    )
    _show_version(knowledge.library, version, as_json)


@app.command("list")
def list_(
    everything: Annotated[bool, typer.Option("--all", help="Drafts and what is over, too.")] = False,
    on: Day = None,
    as_json: Json = False,
) -> None:
    """The documents in force and to come."""
    knowledge = opened()
    day = _date(on) or _today(knowledge)
    rows = [
        (version, knowledge.library.standing(version.version_id, day))
        for version in knowledge.library.versions()
    ]
    shown = [row for row in rows if everything or row[1].value in ("live", "scheduled", "indexing")]
    if as_json:
        _print_json([view.version_dict(*row) for row in shown])
    else:
        view.versions(shown, day)


@app.command()
def show(
    name: Name,
    text: Annotated[bool, typer.Option("--text", help="With what it says.")] = False,
    as_json: Json = False,
) -> None:
    """One document or version: dates, readers, warnings, chunks."""
    library = opened().library
    version = library.show(name)
    chunks = list(library.chunks([version.version_id]))
    if as_json:
        facts = view.version_dict(version, _standing(library, version)) | {"warnings": list(version.warnings)}
        _print_json(facts | {"chunks": [asdict(chunk) for chunk in chunks] if text else len(chunks)})
    else:
        view.version(version, _standing(library, version), chunks, with_text=text)


@app.command()
def retire(name: Name, by: By, reason: Reason = "", as_json: Json = False) -> None:
    """Stop answering from a document; what it replaced does not come back."""
    library = opened().library
    _show_version(library, library.retire(name, by=by, reason=reason), as_json)


@app.command()
def rollback(name: Name, by: By, reason: Reason = "", as_json: Json = False) -> None:
    """Undo a publication: the version before it answers again."""
    library = opened().library
    _show_version(library, library.rollback(name, by=by, reason=reason), as_json)


@app.command()
def restore(name: Name, by: By, reason: Reason = "", as_json: Json = False) -> None:
    """Bring a retired, rolled-back or superseded version back."""
    library = opened().library
    with _progress("Indexing") as on_progress:
        version = library.restore(
            library.show(name).version_id, by=by, reason=reason, on_progress=on_progress
        )
    _show_version(library, version, as_json)


@app.command()
def discard(draft_id: Annotated[str, typer.Argument(help="The draft.")], by: By) -> None:
    """Throw a draft away."""
    opened().library.discard(draft_id, by=by)


@app.command()
def history(name: Name, as_json: Json = False) -> None:
    """Who did what to a document, when and why."""
    library = opened().library
    version = library.show(name)
    events = library.history(name if name == version.version_id else version.document_id or name)
    if as_json:
        _print_json([asdict(event) for event in events])
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
    library = opened().library
    version = library.show(name)
    other = against or library.draft(version.version_id).replaces
    if other is None:
        _fail("it replaces nothing that is known; name a document with --against")
    found = library.diff(version.version_id, against=other)
    if as_json:
        _print_json(found.to_dict())
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
    knowledge = opened()
    day = _date(on) or _today(knowledge)
    versions = knowledge.library.live_versions(day, _audience(audience))
    spoken = language or knowledge.language_of(query, sorted({v.language for v in versions}) or ["en"], "en")
    hits = knowledge.answerer.retriever.search(query, versions=versions, language=spoken, k=top)
    rows = view.hit_dicts(hits, {version.version_id: version for version in versions})
    if as_json:
        _print_json(rows)
    else:
        view.hits(rows)


@app.command()
def rehearse(
    name: Annotated[str, typer.Argument(help="A draft's id, or a file that is read as a draft.")],
    golden: Annotated[
        Path, typer.Option(exists=True, help="Golden questions, as tests/golden/README.md says.")
    ],
    by: By,
    audience: Who = "farmer",
    effective_from: Day = None,
    replaces: Replaces = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what stays as it is.")] = False,
    as_json: Json = False,
) -> None:
    """Ask the golden questions with and without a draft: which answers change, appear or vanish.

    Exit code 1 when an answer that is right today would be wrong.
    """
    knowledge = opened()
    draft = _draft(knowledge.library, name, by, replaces)
    report = _rehearsed(
        knowledge, draft, golden, audience, _date(effective_from) or _today(knowledge), replaces
    )
    if as_json:
        _print_json(report.to_dict())
    else:
        view.report(report, everything=everything)
    raise typer.Exit(1 if report.regressions else 0)


@app.command()
def gaps(
    since: Day = None,
    top: Annotated[int, typer.Option(min=1, help="How many.")] = 20,
    as_json: Json = False,
) -> None:
    """What could not be answered, grouped by meaning, most asked first."""
    from datetime import UTC

    found = _opened_gaps()
    with found.reading() as connection:
        after = since.replace(tzinfo=UTC) if since else None
        rows = found.gaps.open(connection, since=after)[:top]
    if as_json:
        _print_json([asdict(row) for row in rows])
    else:
        view.gaps(rows)


@app.command()
def duplicates(as_json: Json = False) -> None:
    """Documents in force that say much the same."""
    found = opened().library.duplicates()
    if as_json:
        _print_json(
            [
                {"one": a.document_id, "other": b.document_id, "likeness": round(alike, 3)}
                for a, b, alike in found
            ]
        )
    else:
        view.duplicates(found)


@app.command()
def load(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder with library.toml.")],
    as_json: Json = False,
) -> None:
    """Publish what a folder's library.toml names and the library lacks."""
    from knowledge.library.manifest import load_folder

    library = opened().library
    with _progress("Loading") as on_progress:
        published = load_folder(library, folder, lambda _title, place, whole: on_progress(place - 1, whole))
    if as_json:
        _print_json([view.version_dict(version, _standing(library, version)) for version in published])
    else:
        view.loaded(published)


def _opened_gaps() -> Any:
    """The services that hold the gaps; tests put their own here."""
    from bot.opening import open_services

    return open_services()


def _staged(
    library: Library, file: Path, title: str | None, language: str | None, by: str, replaces: str | None
) -> Draft:
    if not file.is_file():
        _fail(f"{file}: there is no such file")
    with view.waiting(f"Reading {file.name}"):
        return library.stage(file, title=title, language=language, author=by, replaces=replaces)


def _published(knowledge: Knowledge, staged: Draft, **terms: Any) -> Version:
    with _progress("Indexing") as on_progress:
        version = knowledge.library.publish(staged.draft_id, on_progress=on_progress, **terms)
    return version if version.status.value == "published" else _awaited(knowledge.library, version)


def _awaited(library: Library, version: Version) -> Version:
    """The running bot owns the index: it takes the document up, we look on."""
    with view.waiting("The running bot is taking it up"):
        for _ in range(WAIT_SECONDS * 2):
            version = library.version(version.version_id)
            if version.status.value != "indexing":
                return version
            time.sleep(0.5)
    return version


def _draft(library: Library, name: str, by: str, replaces: str | None) -> Draft:
    if Path(name).is_file():
        return _staged(library, Path(name), None, None, by, replaces)
    return library.draft(name, replaces=replaces)


def _rehearsed(
    knowledge: Knowledge, draft: Draft, golden: Path, audience: str, day: date, replaces: str | None
) -> Report:
    from knowledge.evaluation.golden import read_golden
    from knowledge.rehearsal import Rehearsal

    questions = read_golden(golden)
    rehearsal = Rehearsal(knowledge.library, knowledge.index, knowledge.answerer)
    with _progress("Rehearsing") as on_progress:
        return rehearsal.run(
            draft.draft_id,
            questions,
            effective_from=day,
            replaces=replaces or draft.replaces,
            audience=_audience(audience),
            on_progress=on_progress,
        )


@contextmanager
def _progress(label: str) -> Iterator[Any]:
    with view.bar(label) as advance:
        yield advance


def _show_version(library: Library, version: Version, as_json: bool) -> None:
    standing = _standing(library, version)
    if as_json:
        _print_json(view.version_dict(version, standing))
    else:
        view.published(version, standing)


def _standing(library: Library, version: Version) -> str:
    return library.standing(version.version_id).value


def _audience(word: str) -> Any:
    from knowledge.types import Audience

    if word not in set(Audience):
        _fail(f"--audience is {word!r}; write {' or '.join(Audience)}")
    return Audience(word)


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


def _today(knowledge: Knowledge) -> date:
    return knowledge.library.today()


def _print_json(value: Any) -> None:
    typer.echo(json.dumps(value, ensure_ascii=False, default=str))


def _fail(sentence: str, *, code: str = "", as_json: bool = False) -> NoReturn:
    if as_json:
        _print_json({"error": code, "message": sentence})
    sys.stderr.write(f"village-credit docs: {sentence}\n")
    raise typer.Exit(1)
