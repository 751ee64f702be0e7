"""Documents in and out of force: add, publish, retire, roll back, restore, load a folder."""

from __future__ import annotations

import time
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from bot.cli.docs import shared, view
from bot.cli.docs.shared import (
    Day,
    Json,
    LastDay,
    Name,
    Reason,
    Replaces,
    Who,
    audience_of,
    check_file,
    check_language,
    day_of,
    fail,
    print_json,
    progress,
    show_version,
    staged,
    standing_of,
    today,
)
from bot.cli.operator import By

if TYPE_CHECKING:
    from knowledge.library import Draft, Library, Version
    from knowledge.service import Knowledge

WAIT_SECONDS = 120
New = Annotated[bool, typer.Option("--new", help="It is a document of its own, although one has its title.")]

app = typer.Typer()


@app.command()
def add(
    files: Annotated[list[Path], typer.Argument(help="Markdown, HTML, PDF, DOCX, XLSX, XLS, CSV or TXT.")],
    by: By,
    audience: Who = "farmer",
    effective_from: Day = None,
    effective_until: LastDay = None,
    replaces: Replaces = None,
    new: New = False,
    title: Annotated[str | None, typer.Option(help="Instead of the file's own.")] = None,
    language: Annotated[str | None, typer.Option(help="Instead of the one detected: en, zh, sw …")] = None,
    label: Annotated[str | None, typer.Option("--version", help="What citations call this version.")] = None,
    reason: Reason = "",
    draft: Annotated[bool, typer.Option("--draft", help="Only read and keep it; publish later.")] = False,
    as_json: Json = False,
) -> None:
    """Read files and publish them; each is answered from on its day, and not before it is whole."""
    if replaces and len(files) > 1:
        fail("--replaces goes with one file: add the files one by one")
    for file in files:
        check_file(file)
    check_language(language)
    readers = audience_of(audience)
    knowledge = shared.opened_to_change()
    replaced = _document(knowledge.library, replaces)
    shown: list[dict[str, Any]] = []
    for file in files:
        read = _read(knowledge.library, file, by, title, language, replaced, as_json)
        if not as_json:
            view.draft(read, file)
        shared.warn_of_language(read.version)
        if draft:
            shown.append(view.draft_dict(read))
            continue
        version = _published(
            knowledge,
            read,
            new=new,
            as_json=as_json,
            audience=readers,
            effective_from=effective_from,
            effective_until=effective_until,
            replaces=replaced,
            label=label,
            reason=reason,
            by=by,
        )
        shown.append(view.version_dict(version, standing_of(knowledge.library, version)))
        if not as_json:
            view.published(version, standing_of(knowledge.library, version))
    if as_json:
        print_json(shown if len(shown) > 1 else shown[0])


@app.command()
def publish(
    draft_id: Annotated[str, typer.Argument(help="The draft, as `docs add --draft` showed it.")],
    by: By,
    audience: Who = "farmer",
    effective_from: Day = None,
    effective_until: LastDay = None,
    replaces: Replaces = None,
    new: New = False,
    reason: Reason = "",
    as_json: Json = False,
) -> None:
    """Publish a draft."""
    readers = audience_of(audience)
    knowledge = shared.opened_to_change()
    replaced = _document(knowledge.library, replaces)
    found = knowledge.library.draft(draft_id, replaces=replaced)
    version = _published(
        knowledge,
        found,
        new=new,
        as_json=as_json,
        audience=readers,
        effective_from=effective_from,
        effective_until=effective_until,
        replaces=replaced,
        reason=reason,
        by=by,
    )
    show_version(knowledge.library, version, as_json)


def _document(library: Library, name: str | None) -> str | None:
    """The document that is named by its own id or by one of its versions'."""
    return library.show(name).document_id if name else None


def _read(
    library: Library,
    file: Path,
    by: str,
    title: str | None,
    language: str | None,
    replaces: str | None,
    as_json: bool,
) -> Draft:
    from knowledge.documents import DocumentRefused

    try:
        return staged(library, file, by, title=title, language=language, replaces=replaces)
    except DocumentRefused as refused:
        fail(f"{file}: {refused}", code=str(refused.code), as_json=as_json)


def _check_new(library: Library, read: Draft, as_json: bool) -> None:
    """Two documents of one title would both be answered from, the old figures and the new."""
    if read.version.status.value != "draft":
        return  # the library says what it is and since when
    twin = library.same_title(read.version)
    if twin is None:
        return
    same = read.duplicate_of is not None and read.duplicate_of.document_id == twin.document_id
    what = "is the very file that is in force as" if same else "has the title of"
    fail(
        f"not published: {read.version.filename} {what} {twin.document_id}. If it is the next version of it, say "
        f"--replaces {twin.document_id}; if it is a document of its own, --new. The draft is kept as {read.draft_id}.",
        code="same_title",
        as_json=as_json,
        draft=read.draft_id,
        replaces=twin.document_id,
    )


@app.command()
def retire(name: Name, by: By, reason: Reason = "", as_json: Json = False) -> None:
    """Stop answering from a document; what it replaced does not come back, what was to follow is withdrawn."""
    library = shared.opened_to_change().library
    withdrawn = library.goes_with(name)
    version = library.retire(name, by=by, reason=reason)
    _show_with(library, version, as_json, withdrawn_with_it=withdrawn)


def _show_with(library: Library, version: Version, as_json: bool, **others: list[Version]) -> None:
    """A version as it stands now, and those of its document that went, came or stayed off with it."""
    now = {
        how: [(one, standing_of(library, one)) for one in (library.version(v.version_id) for v in versions)]
        for how, versions in others.items()
        if versions
    }
    if as_json:
        shown = view.version_dict(version, standing_of(library, version))
        print_json(shown | {how: [view.version_dict(*one) for one in rows] for how, rows in now.items()})
        return
    show_version(library, version, as_json)
    for how, rows in now.items():
        view.with_it(how, rows)


@app.command()
def rollback(name: Name, by: By, reason: Reason = "", as_json: Json = False) -> None:
    """Undo a publication: what it replaced answers again, unless that has ended or was taken off."""
    library = shared.opened_to_change().library
    version = library.rollback(name, by=by, reason=reason)
    then = library.without(version.version_id)
    if as_json:
        in_place = [view.version_dict(one, standing_of(library, one)) for one in then]
        print_json(view.version_dict(version, standing_of(library, version)) | {"in_its_place": in_place})
        return
    show_version(library, version, as_json)
    view.in_its_place([(one, standing_of(library, one)) for one in then])


@app.command()
def restore(name: Name, by: By, reason: Reason = "", as_json: Json = False) -> None:
    """Bring a retired, rolled-back or superseded version back; of a document what was taken off last.

    What was withdrawn with it and is still to come comes back with it.
    """
    library = shared.opened_to_change().library
    gone = library.taken_off(name).version_id
    with_it, stays_off = library.comes_with(gone), library.stays_off(gone)
    with progress("Indexing") as on_progress:
        version = library.restore(gone, by=by, reason=reason, on_progress=on_progress)
    _show_with(library, version, as_json, restored_with_it=with_it, not_restored=stays_off)


@app.command()
def discard(draft_id: Annotated[str, typer.Argument(help="The draft.")], by: By) -> None:
    """Throw a draft away."""
    shared.opened_to_change().library.discard(draft_id, by=by)


@app.command()
def reread(by: By, as_json: Json = False) -> None:
    """Read again what an older reader has read, and publish it anew on the same terms.

    So is what nobody has looked through for orders to machines.
    """
    from knowledge.documents import DocumentRefused
    from knowledge.library import LibraryError

    library = shared.opened_to_change().library
    older = {version.version_id: version for version in (*library.outdated(), *library.with_orders())}
    outdated, found, left = list(older.values()), [], []
    with progress("Reading again") as on_progress:
        for place, version in enumerate(outdated):
            on_progress(place, len(outdated))
            try:
                found.append(library.reread(version.version_id, by=by))
            except (DocumentRefused, LibraryError) as error:
                left.append(f"{version.document_id}: {error}")
    if as_json:
        print_json([view.version_dict(version, standing_of(library, version)) for version in found])
    for version in found if not as_json else ():
        view.published(version, standing_of(library, version))
    if not outdated and not as_json:
        view.line(Text("every document in use was read by the reader of today", "dim"))
    if left:
        fail("\n".join(("as they were:", *left)))


@app.command()
def load(
    folder: Annotated[Path, typer.Argument(exists=True, file_okay=False, help="A folder with library.toml.")],
    as_json: Json = False,
) -> None:
    """Publish what a folder's library.toml names and the library lacks."""
    from knowledge.library.manifest import load_folder

    knowledge = shared.opened_to_change()
    library = knowledge.library
    if knowledge.index.owner:
        knowledge.index.preload_beside(folder)
    with progress("Loading") as on_progress:
        published = load_folder(library, folder, lambda _title, place, whole: on_progress(place - 1, whole))
    if as_json:
        print_json([view.version_dict(version, standing_of(library, version)) for version in published])
    else:
        view.loaded(published)


def _published(
    knowledge: Knowledge,
    staged: Draft,
    *,
    new: bool,
    as_json: bool,
    effective_from: datetime | None,
    effective_until: datetime | None,
    replaces: str | None,
    **terms: Any,
) -> Version:
    if replaces is None and not new:
        _check_new(knowledge.library, staged, as_json)
    begins, ends = day_of(effective_from) or today(knowledge), day_of(effective_until)
    with progress("Indexing") as on_progress:
        version = knowledge.library.publish(
            staged.draft_id,
            on_progress=on_progress,
            effective_from=begins,
            effective_until=ends,
            replaces=replaces,
            **terms,
        )
    return version if version.status.value == "published" else _awaited(knowledge, version)


def _awaited(knowledge: Knowledge, version: Version) -> Version:
    """The running bot owns the index and takes the document up; another command that owned it has ended soon."""
    with view.waiting("The running bot is taking it up"):
        for _ in range(WAIT_SECONDS * 2):
            knowledge.keep()
            version = knowledge.library.version(version.version_id)
            if version.status.value != "indexing":
                return version
            time.sleep(0.5)
    return version
