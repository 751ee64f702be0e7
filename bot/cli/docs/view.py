"""How the library looks in a shell: tables for people, dictionaries for scripts, progress on standard error."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

if TYPE_CHECKING:
    from knowledge.gaps import Gap
    from knowledge.library import Diff, Draft, LibraryEvent, Version
    from knowledge.rehearsal import Compared, Report
    from knowledge.types import Chunk, Hit, LiveVersion

out = Console()
err = Console(stderr=True)

SHOWN_LINES = 4

_COLOURS = {"live": "green", "scheduled": "cyan", "indexing": "yellow", "draft": "yellow"}
_EFFECTS = {
    "changed": "yellow",
    "appeared": "green",
    "vanished": "red",
    "moved": "yellow",
    "unchanged": "dim",
    "still_unanswered": "dim",
}


@contextmanager
def bar(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on standard error; yields the function that moves it."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=err, transient=True) as progress:
        task = progress.add_task(label, total=None)

        def advance(done: int, whole: int) -> None:
            progress.update(task, completed=done, total=whole)

        yield advance


@contextmanager
def waiting(label: str) -> Iterator[None]:
    with err.status(label):
        yield


def version_dict(version: Version, standing: str) -> dict[str, Any]:
    return {
        "document": version.document_id,
        "version_id": version.version_id,
        "version": version.label,
        "title": version.title,
        "standing": str(standing),
        "audience": version.audience,
        "language": version.language,
        "kind": version.kind,
        "effective_from": version.effective_from,
        "effective_until": version.effective_until,
        "pages": version.pages,
        "published_at": version.published_at,
        "published_by": version.published_by,
        "reason": version.reason,
        "filename": version.filename,
    }


def draft_dict(draft: Draft) -> dict[str, Any]:
    return version_dict(draft.version, "draft") | {
        "warnings": list(draft.version.warnings),
        "chunks": draft.chunk_count,
        "words": draft.word_count,
        "replaces": draft.replaces,
        "resembles": [
            {"document": other.version.document_id, "likeness": round(other.likeness, 3)}
            for other in draft.resembles
        ],
        "diff": draft.diff.to_dict() if draft.diff else None,
    }


def draft(draft: Draft, file: Path) -> None:
    """What was read of a file, before it is published."""
    version = draft.version
    pages = f"{version.pages} pages, " if version.pages else ""
    read = f"({file.name}: {pages}{draft.chunk_count} chunks, {draft.word_count} words, {version.language})"
    line(Text.assemble((f"{version.title}  ", "bold"), read))
    line(Text(f"  draft    {version.version_id}", "dim"))
    for warning in warnings_of(version):
        line(Text(f"  warning  {warning}", "yellow"))
    for other in draft.resembles[:3]:
        same = "the same file as" if other.likeness == 1 else f"{other.likeness:.0%} the same as"
        line(Text(f"  {same} {other.version.document_id} ({other.version.label})", "yellow"))
    if draft.diff and not draft.diff.is_empty:
        diff(draft.diff)


def published(version: Version, standing: str, indent: str = "") -> None:
    """One line on how a version stands now."""
    facts = [version.version_id, version.audience or "", version.language]
    facts += [f"from {version.effective_from}"] if version.effective_from else []
    facts += [f"until {version.effective_until}"] if version.effective_until else []
    name = "" if indent else f"{version.document_id}  "
    colour = _COLOURS.get(str(standing), "red")
    line(Text.assemble(indent, (f"{standing}  ", colour), name, "  ".join(filter(None, facts))))


def in_its_place(rows: Sequence[tuple[Version, str]]) -> None:
    """What answers once a version is rolled back."""
    line(Text("in its place answers:" if rows else "nothing answers in its place"))
    _labelled(rows)


def with_it(how: str, rows: Sequence[tuple[Version, str]]) -> None:
    """The versions that were withdrawn or came back with another."""
    line(Text(f"{how.replace('_', ' ')}:"))
    _labelled(rows)


def _labelled(rows: Sequence[tuple[Version, str]]) -> None:
    for version, standing in rows:
        label = f" ({version.label})" if version.label else ""
        line(Text.assemble((f"  {version.document_id}  ", "bold"), f"{version.title}{label}"))
        published(version, standing, indent="    ")


def versions(rows: Sequence[tuple[Version, Any]], day: date) -> None:
    """Two lines a version: what it is, and how it stands."""
    for version, standing in rows:
        label = f" ({version.label})" if version.label else ""
        line(Text.assemble((f"{version.document_id or 'draft'}  ", "bold"), f"{version.title}{label}"))
        published(version, standing, indent="    ")
    line(
        Text(
            f"{len(rows)} on {day}" if rows else "no documents; add one with `village-credit docs add FILE`",
            "dim",
        )
    )


def line(text: Text) -> None:
    """One line as it is, however narrow the window: scripts and copying want it whole."""
    out.print(text, soft_wrap=True)


def version(version: Version, standing: str, chunks: Sequence[Chunk], *, with_text: bool) -> None:
    for name, value in version_dict(version, standing).items():
        if value is not None:
            line(Text.assemble((f"{name:<16}", "dim"), str(value)))
    for warning in warnings_of(version):
        line(Text(f"warning         {warning}", "yellow"))

    line(Text.assemble(("chunks          ", "dim"), str(len(chunks))))
    for chunk in chunks if with_text else ():
        page = f" · page {chunk.page}" if chunk.page else ""
        line(Text(f"\n{' › '.join(chunk.heading_path)}{page}", "bold"))
        line(Text(chunk.text))


def warnings_of(version: Version) -> list[str]:
    """What the reader noticed, as sentences for a terminal."""
    from bot.conversation.admin.warnings import worded
    from bot.conversation.wording import Wording, clean

    return [clean(html.unescape(warning)) for warning in worded(Wording("en"), version.warnings)]


def events(found: Sequence[LibraryEvent]) -> None:
    for event in found:
        line(
            Text(
                f"{event.at:%Y-%m-%d %H:%M}  {event.action:<17} {event.actor}  {event.version_id}  {event.reason}"
            )
        )


def diff(found: Diff) -> None:
    """Sections that came, went or changed, with the figures in them."""
    if found.title:
        line(Text("  ~ title: {} → {}".format(*found.title)))
    for name in found.added:
        line(Text(f"  + {name}", "green"))
    for name in found.removed:
        line(Text(f"  - {name}", "red"))
    for change in found.changed:
        figures = f"  ({', '.join(change.numbers_removed) or '–'} → {', '.join(change.numbers_added) or '–'})"
        line(
            Text(
                f"  ~ {change.section}" + (figures if change.numbers_removed or change.numbers_added else "")
            )
        )
        for gone in change.removed[:SHOWN_LINES]:
            line(Text(f"      - {gone}", "red"))
        for come in change.added[:SHOWN_LINES]:
            line(Text(f"      + {come}", "green"))
    line(Text(f"  {found.unchanged} sections unchanged", "dim"))


def hit_dicts(hits: Sequence[Hit], versions: Mapping[str, LiveVersion]) -> list[dict[str, Any]]:
    rows = []
    for rank, hit in enumerate(hits, 1):
        live = versions[hit.chunk.version_id]
        rows.append(
            {
                "rank": rank,
                "score": round(hit.score, 6),
                "document": live.document,
                "title": live.title,
                "version": live.version,
                "section": " › ".join(hit.chunk.heading_path[1:]),
                "page": hit.chunk.page,
                "text": hit.chunk.text,
                "chunk_id": hit.chunk.chunk_id,
                "language": hit.chunk.language,
            }
        )
    return rows


def hits(rows: Sequence[Mapping[str, Any]]) -> None:
    for row in rows:
        page = f", page {row['page']}" if row["page"] else ""
        head = f"{row['rank']:>2}  {row['title']} ({row['version']}) › {row['section']}{page}  {row['score']:.3f}"
        line(Text(head, "bold"))
        line(Text(f"    {str(row['text'])[:300]}"))
    if not rows:
        out.print("nothing found")


def report(report: Report, *, everything: bool) -> None:
    """Answers side by side, what gets worse first."""
    table = Table(title=f"With the draft, on {report.on}", title_justify="left", show_lines=True)
    for name in ("question", "effect", "today", "with the draft"):
        table.add_column(name, overflow="fold")
    for row in report.rows:
        if everything or str(row.effect) not in ("unchanged", "still_unanswered") or row.is_regression:
            table.add_row(
                Text(row.question), _effect(row), Text(row.before.text or "–"), Text(row.after.text or "–")
            )
    out.print(table)
    out.print(", ".join(f"{count} {name.replace('_', ' ')}" for name, count in report.counts.items()))
    out.print(f"right: {report.right_before} → {report.right_after} of {report.judged}")
    for one in report.unasked:
        line(
            Text(f"changed, but not asked by any question: {one.place}: {one.old or '–'} → {one.new or '–'}")
        )
    for one in report.contradicted:
        line(Text(f"still {one.old} in {', '.join(one.still)}: {one.place}"))


def _effect(row: Compared) -> Text:
    mark = " ✗" if row.is_regression else " ✓" if row.is_repair else ""
    return Text(f"{row.effect}{mark}", "bold red" if row.is_regression else _EFFECTS[row.effect.value])


def gaps(rows: Sequence[Gap]) -> None:
    for gap in rows:
        of = f"{gap.gap_id}, {gap.language}" + (", staff" if gap.audience == "staff" else "")
        head = f"{gap.count:>3}× by {gap.people}  [{of}]  {gap.question}"
        line(Text(head, "bold"))
        for other in gap.questions[1:]:
            line(Text(f"      {other}", "dim"))
    if not rows:
        out.print("every question was answered")


def duplicates(found: Sequence[tuple[Version, Version, float]]) -> None:
    for one, other, alike in found:
        line(Text(f"{alike:.0%}  {one.document_id} ({one.title})  ~  {other.document_id} ({other.title})"))
    if not found:
        out.print("no two documents say much the same")


def loaded(published: Sequence[Version]) -> None:
    for version in published:
        line(Text(f"published  {version.document_id}  {version.title}  from {version.effective_from}"))
    out.print(f"{len(published)} new" if published else "nothing new: everything is there already")
