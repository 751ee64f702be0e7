"""`village-credit ask`: one question to the documents, for people and for scripts."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console

if TYPE_CHECKING:
    from knowledge.types import Citation, Outcome

app = typer.Typer()
EMPTY = (
    "The library is empty: load the sample lender with `village-credit sample`,"
    " or your own documents with `village-credit docs add`."
)


@app.command()
def ask(
    question: Annotated[str, typer.Argument(help="What a farmer might ask.")],
    language: Annotated[str, typer.Option(help="en, zh, sw …; the question's own without it.")] = "",
    staff: Annotated[bool, typer.Option("--staff", help="Answer from staff documents too.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")] = False,
) -> None:
    """Ask the documents; exit code 0 also when they have no answer."""
    from bot.opening import open_knowledge
    from knowledge.language import SPOKEN, base_code
    from knowledge.types import Audience

    knowledge = open_knowledge(reading=True)
    if not knowledge.index.size():
        typer.echo(EMPTY, err=True)
    chosen = base_code(language) or knowledge.language_of(question, SPOKEN, "en")
    started = time.perf_counter()
    outcome = knowledge.ask(question, language=chosen, audience=Audience.STAFF if staff else Audience.FARMER)
    shown = as_dict(outcome, (time.perf_counter() - started) * 1000)
    if as_json:
        typer.echo(json.dumps(shown, ensure_ascii=False))
    else:
        _print(shown)


def as_dict(outcome: Outcome, took_ms: float) -> dict[str, Any]:
    """The outcome under the names scripts read."""
    from knowledge.types import Answer, Redirect

    common = {"language": outcome.language, "took_ms": round(took_ms, 1)}
    if isinstance(outcome, Redirect):
        text = f"This is not a question to the documents ({outcome.kind}); the bot answers it elsewhere."
        return {
            "kind": "no_answer",
            "text": text,
            "citations": [],
            "confidence": 0.0,
            "redirect": str(outcome.kind),
        } | common
    nearest = [_citation(citation) for citation in outcome.nearest]
    if isinstance(outcome, Answer):
        citations = [_citation(citation) for citation in outcome.citations]
        return {
            "kind": "answer",
            "text": outcome.text,
            "citations": citations,
            "nearest": nearest,
            "confidence": round(outcome.confidence, 4),
        } | common
    return {
        "kind": "no_answer",
        "text": "The documents do not surely answer this.",
        "citations": [],
        "nearest": nearest,
        "confidence": round(outcome.confidence, 4),
    } | common


def _citation(citation: Citation) -> dict[str, Any]:
    names = ("document", "title", "version", "section", "page", "quote", "language")
    return {name: getattr(citation, name) for name in names}


def _place(citation: dict[str, Any]) -> str:
    page = f", page {citation['page']}" if citation["page"] else ""
    return f"{citation['title']}, version {citation['version']}, {citation['section']}{page}"


def _print(shown: dict[str, Any]) -> None:
    console = Console()
    console.print(shown["text"], markup=False, highlight=False)
    for citation in shown["citations"]:
        console.print(_place(citation), style="dim", markup=False, highlight=False)
    for citation in shown.get("nearest", ()) if shown["kind"] == "no_answer" else ():
        console.print(f"Nearest: {_place(citation)}", style="dim", markup=False, highlight=False)
    console.print(f"confidence {shown['confidence']:.2f}, {shown['took_ms']:.0f} ms", style="dim")
