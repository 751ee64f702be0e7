"""`python -m benchmarks.book`: the golden questions asked of the sample library, and with a book of answers beside it.

A lender who writes all questions and answers down helps the search, and tempts the confidence: an entry near a question
that no entry answers looks much like its answer. The table shows both (README.md says where the book comes from).
"""

from __future__ import annotations

import json
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.settings import Settings
from intake.lender import Lender
from knowledge.evaluation.answers import figures
from knowledge.evaluation.folder import SAMPLES
from knowledge.evaluation.golden import GoldenQuestion, read_golden
from knowledge.evaluation.run import judge_on, open_bench

HERE = Path(__file__).parent
GOLDEN = HERE.parent.parent / "tests" / "golden"
SETS = ("questions", "heldout", "blind")
ENTRY = """
[[documents]]
id = "farmers-questions-{language}"
file = "documents/farmers-questions-{language}.md"
title = "{title}"
language = "{language}"
audience = "farmer"
version = "2026-10"
effective_from = 2026-10-15
published_by = "Peng Hui"
reason = "Farmers' Questions."
"""
ADDED = {"zh": "农户问答", "sw": "Maswali ya Wakulima"}
console = Console(width=120)


def main() -> None:
    """Print the table."""
    table = Table("library", "set", "cited", "wrong cited", "offered", "refused", "AUROC", "p50 ms")
    with tempfile.TemporaryDirectory(prefix="village-credit-book-") as temporary:
        for name, folder in (("rules", None), ("rules and book", with_book(Path(temporary)))):
            for row in _measured(name, folder):
                table.add_row(*row)
    console.print(table)


def with_book(folder: Path) -> Path:
    """The sample library in `folder`, with the book in place of its short list of questions."""
    shutil.copytree(SAMPLES / "documents", folder / "documents")
    for file in HERE.glob("*questions*.md"):
        shutil.copy(file, folder / "documents")
    manifest = (SAMPLES / "library.toml").read_text(encoding="utf-8")
    added = (ENTRY.format(language=language, title=title) for language, title in ADDED.items())
    (folder / "library.toml").write_text(manifest + "".join(added), encoding="utf-8")
    return folder


def places() -> dict[str, tuple[tuple[str, str], ...]]:
    """Where the book answers each golden question: (document, verbatim stretch) pairs."""
    rows = map(json.loads, (HERE / "places.jsonl").read_text(encoding="utf-8").splitlines())
    return {row["id"]: tuple((one["document"], one["passage"]) for one in row["passages"]) for row in rows}


def golden(name: str) -> list[GoldenQuestion]:
    """A set of golden questions, for which the book's places count as right too."""
    book = places()
    asked = read_golden(GOLDEN / f"{name}.jsonl")
    return [replace(one, passages=(*one.passages, *book.get(one.key, ()))) for one in asked]


def _measured(library: str, folder: Path | None) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    synonyms = Lender.load(Settings().lender).synonyms
    with open_bench(folder, ("en", "zh", "sw"), lambda *_: None, synonyms) as bench:
        for name in SETS:
            judged = judge_on(bench, golden(name))
            found, answerable = figures(judged), [one for one in judged if one.question.answerable]
            wrong = sum(not one.refused and not one.right_passage for one in answerable) / len(answerable)
            shares = (found.cited_right_passage, wrong, found.cited_or_offered, found.refused_unanswerable)
            told = (*(f"{share:.1%}" for share in shares), f"{found.auroc:.3f}", f"{found.p50_ms:.0f}")
            rows.append((library, name, *told))
    return rows


if __name__ == "__main__":
    main()
