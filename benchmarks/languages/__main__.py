"""`python -m benchmarks.languages [CODE …]`: rules and questions in sixteen languages beside the bot's own six.

`sets/CODE` holds 24 passages of four or five invented institutions and 60 questions in other words than the passages',
of which 20 ask for rules that stand nowhere. A language model wrote them that saw neither code nor documents; no native
speaker has read them. Nothing was trained on them. The peers: Chroma with its usual English encoder, bm25s on words as
they stand.
"""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.retrieval.peers import Bm25Alone, PlainChroma
from knowledge.embeddings import Embedders, EmbeddingSettings
from knowledge.evaluation.metrics import mean, recall
from knowledge.evaluation.retrieval import evaluate_retrieval
from knowledge.evaluation.sets import Document, Question, read_documents, read_questions
from knowledge.retrieval import System

PEERS = ("Chroma, MiniLM", "BM25")
SYSTEMS = (System.LEXICAL, System.DENSE, System.HYBRID, System.HYBRID_RERANK)
SETS = Path(__file__).with_name("sets")
console = Console(width=120)


def main() -> None:
    """Print a row for each language, and the mean."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("codes", nargs="*", metavar="CODE", help="languages; all without any")
    codes = parser.parse_args().codes or sorted(path.name for path in SETS.iterdir())
    table = Table("recall@5", "read as", *PEERS, *(system.value for system in SYSTEMS), "AUROC")
    rows: list[list[float]] = []
    for code in codes:
        documents = read_documents(SETS / code / "docs.jsonl")
        questions = read_questions(SETS / code / "queries.jsonl")
        found = [evaluate_retrieval(documents, questions, system=system) for system in SYSTEMS]
        ours = [one.recall_at_5 or 0.0 for one in found]
        rows.append([*_peers(documents, questions), *ours, found[-1].auroc or 0.0])
        table.add_row(code, " ".join(found[-1].languages), *(f"{figure:.3f}" for figure in rows[-1]))
    means = [mean(list(column)) or 0.0 for column in zip(*rows, strict=True)]
    table.add_row("mean", "", *(f"{figure:.3f}" for figure in means))
    console.print(table)


def _peers(documents: Sequence[Document], questions: Sequence[Question]) -> list[float]:
    with tempfile.TemporaryDirectory() as folder:
        minilm = Embedders(EmbeddingSettings(("minilm",))).encoders[0]
        chroma = PlainChroma(minilm, documents, Path(folder))
        peers = (chroma.search, Bm25Alone(documents, _plain_words).search)
        able = [one for one in questions if one.relevant]
        return [mean([recall(search(one.text), one.relevant, 5) for one in able]) or 0.0 for search in peers]


def _plain_words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


if __name__ == "__main__":
    main()
