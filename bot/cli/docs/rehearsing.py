"""The golden questions with and without a draft."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.cli.docs import shared, view
from bot.cli.docs.shared import (
    Day,
    Json,
    Replaces,
    Who,
    audience_of,
    day_of,
    fail,
    print_json,
    progress,
    staged,
    today,
)
from bot.cli.operator import By

if TYPE_CHECKING:
    from knowledge.library import Draft, Library
    from knowledge.rehearsal import Report
    from knowledge.service import Knowledge

app = typer.Typer()


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
    audience_of(audience)
    knowledge = shared.opened(reading=False)
    if not knowledge.index.owner:
        fail(
            "a rehearsal needs the index, which another process owns: send the file to the running bot and press "
            "Rehearse there, or stop the bot"
        )
    draft = _draft(knowledge.library, name, by, replaces)
    report = _rehearsed(
        knowledge, draft, golden, audience, day_of(effective_from) or today(knowledge), replaces
    )
    if as_json:
        print_json(report.to_dict())
    else:
        view.report(report, everything=everything)
    raise typer.Exit(1 if report.regressions else 0)


def _draft(library: Library, name: str, by: str, replaces: str | None) -> Draft:
    if Path(name).is_file():
        return staged(library, Path(name), by, replaces=replaces)
    return library.draft(name, replaces=replaces)


def _rehearsed(
    knowledge: Knowledge, draft: Draft, golden: Path, audience: str, day: date, replaces: str | None
) -> Report:
    from knowledge.evaluation.golden import read_golden
    from knowledge.rehearsal import Rehearsal

    questions = read_golden(golden)
    rehearsal = Rehearsal(knowledge.library, knowledge.answerer)
    with progress("Rehearsing") as on_progress:
        return rehearsal.run(
            draft.draft_id,
            questions,
            effective_from=day,
            replaces=replaces or draft.replaces,
            audience=audience_of(audience),
            on_progress=on_progress,
        )
