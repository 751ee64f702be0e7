"""`python -m benchmarks.retrieval [--quick]`: one table on every outside set, and what a question costs."""

from __future__ import annotations

import argparse
import os
import random
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.retrieval.peers import Bm25Alone, PlainChroma
from knowledge.answering import Answerer
from knowledge.answering.passage import sentences
from knowledge.embeddings import Embedders, EmbeddingSettings, packaged_reader
from knowledge.evaluation.metrics import auroc, mean, percentile, recall
from knowledge.evaluation.retrieval import ask_all
from knowledge.evaluation.sets import Document, Question, prepare, read_documents, read_questions
from knowledge.index import ChunkIndex, embedded_text
from knowledge.language import terms
from knowledge.retrieval import Retriever
from knowledge.types import Chunk, LiveVersion

SETS = Path(os.environ.get("VILLAGE_CREDIT_SETS", "../shared/data/questions"))
FOREIGN = "banking77_ood"
SCALE = 10_000
console = Console(width=140)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the questions, no 10,000 chunks")
    parser.add_argument(
        "--sets", type=Path, default=SETS, help="folder of sets with docs.jsonl and queries.jsonl"
    )
    arguments = parser.parse_args()
    table = Table(title="recall@5 of documents; AUROC of own questions against Banking77")
    columns = "set|questions|Chroma, MiniLM|BM25 (bm25s)|ours|ours AUROC|p95 / bare Chroma|indexing / bare embedding"
    for column in columns.split("|"):
        table.add_column(column, justify="left" if column == "set" else "right")
    for folder in sorted(arguments.sets.glob("*")):
        if (folder / "docs.jsonl").exists():
            table.add_row(*_row(folder, arguments.sets / FOREIGN / "queries.jsonl", quick=arguments.quick))
    console.print(table)
    if not arguments.quick:
        _scale(arguments.sets)


def _row(folder: Path, foreign: Path, *, quick: bool) -> list[str]:
    documents, questions = read_documents(folder / "docs.jsonl"), read_questions(folder / "queries.jsonl")
    questions = questions[:: max(1, len(questions) // 100)] if quick else questions
    versions, chunks = prepare(documents)
    language = versions[0].language
    strangers = (
        read_questions(foreign)[:: 10 if quick else 1] if language == "en" and foreign.exists() else []
    )
    embedders = Embedders(EmbeddingSettings(languages=(language,)))
    with tempfile.TemporaryDirectory() as home, ChunkIndex(Path(home), embedders) as index:
        speed = _indexing(index, chunks)
        answerer = Answerer(Retriever(index), reader=packaged_reader())
        answerer.weigh("warm", versions=versions, language=language)
        ranked = ask_all(answerer, questions, [language] * len(questions), versions)
        unknown = ask_all(answerer, strangers, [language] * len(strangers), versions)
        chroma = PlainChroma(embedders.within(language), documents, Path(home) / "peer")
        times, _found = _timed(chroma.search, questions)
        minilm = Embedders(EmbeddingSettings(("minilm",))).encoders[0]
        plain = PlainChroma(minilm, documents, Path(home) / "plain")
        found = [plain.search(one.text) for one in questions]
    bm25 = Bm25Alone(documents, lambda text: terms(text, language))
    ratio = percentile([row.took_ms for row in ranked], 0.95) / percentile(times, 0.95)
    return [
        folder.name,
        str(len(questions)),
        _share(questions, found),
        _share(questions, [bm25.search(one.text) for one in questions]),
        _share(questions, [row.documents for row in ranked]),
        _number(auroc([row.confidence for row in ranked], [row.confidence for row in unknown])),
        f"{ratio:.2f}",
        f"{speed:.2f}",
    ]


def _indexing(index: ChunkIndex, chunks: Sequence[Chunk]) -> float:
    """Our chunks/s as a ratio to the same encoder embedding the same texts with nothing around it."""
    encoder = index.embedders.for_passage(chunks[0].language)[0]
    sample = [embedded_text(chunk) for chunk in chunks[:: max(1, len(chunks) // 64)]]
    encoder.embeddings.embed_documents(sample[:8])
    started = time.perf_counter()
    encoder.embeddings.embed_documents(sample)
    bare = len(sample) / (time.perf_counter() - started)
    started = time.perf_counter()
    index.add(chunks)
    return len(chunks) / (time.perf_counter() - started) / bare


def _timed(
    search: Callable[[str], Sequence[str]], questions: Sequence[Question]
) -> tuple[list[float], list[Sequence[str]]]:
    times, found = [], []
    for question in questions:
        started = time.perf_counter()
        found.append(search(question.text))
        times.append((time.perf_counter() - started) * 1000)
    return times, found


def _share(questions: Sequence[Question], found: Sequence[Sequence[str]]) -> str:
    able = [(ranked, one.relevant) for ranked, one in zip(found, questions, strict=True) if one.relevant]
    return _number(mean([recall(ranked, relevant, 5) for ranked, relevant in able]))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.3f}"


def _scale(sets: Path) -> None:
    """A question against a bare dense query at 10,000 chunks, the same vectors in both; the sentences are real ones."""
    chance = random.Random(7)
    stock = [
        sentence
        for folder in ("xquad_en", "multidoc2dial_mini")
        for document in read_documents(sets / folder / "docs.jsonl")
        for sentence in sentences(document.text)
    ]
    documents = [
        Document(str(n), f"Rules {n}", "\n\n".join(" ".join(chance.sample(stock, 6)) for _ in range(50)))
        for n in range(SCALE // 50)
    ]
    versions, chunks = prepare(documents)
    questions = read_questions(sets / "xquad_en" / "queries.jsonl")[:200]
    embedders = Embedders(EmbeddingSettings(languages=("en",)))
    with tempfile.TemporaryDirectory() as home, ChunkIndex(Path(home), embedders) as index:
        _fill(index, chunks)
        bare, _found = _timed(lambda text: _bare(index, text, versions), questions)
        least = percentile(bare[5:], 0.95)
        for reader, name in ((packaged_reader(), "with the reader"), (None, "without it")):
            answerer = Answerer(Retriever(index), reader=reader)
            ours = ask_all(answerer, questions, ["en"] * len(questions), versions)
            most = percentile([row.took_ms for row in ours[5:]], 0.95)
            console.print(
                f"at {len(chunks):,} chunks, {name}: question p95 {most:.1f} ms,"
                f" bare dense {least:.1f} ms, ratio {most / least:.2f} (goal < 3)"
            )


def _fill(index: ChunkIndex, chunks: Sequence[Chunk]) -> None:
    """Random unit vectors for passages: their meaning does not matter to the clock."""
    import numpy as np

    from knowledge.index.cache import text_hash

    vectors = np.random.default_rng(7).normal(size=(len(chunks), 384)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    encoder = index.embedders.encoders[0]
    keys = [text_hash(embedded_text(chunk)) for chunk in chunks]
    index._cache.keep(encoder, dict(zip(keys, vectors, strict=True)))
    index.add(chunks)


def _bare(index: ChunkIndex, text: str, versions: Sequence[LiveVersion]) -> list[str]:
    encoder = index.embedders.encoders[0]
    vector = encoder.embeddings.embed_query(text)
    return [key for key, _score in index._dense.nearest(encoder, "en", vector, None, 10)]


if __name__ == "__main__":
    main()
