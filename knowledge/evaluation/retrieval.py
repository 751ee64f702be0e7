"""Runs an outside set through the pipeline that serves farmers, in a temporary store, and measures it."""

from __future__ import annotations

import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from knowledge.answering import Answerer, Calibration
from knowledge.answering.courtesy import without_courtesy
from knowledge.embeddings import Embedders, EmbeddingSettings, packaged_reader
from knowledge.evaluation.metrics import auroc, mean, ndcg, percentile, recall, reciprocal_rank
from knowledge.evaluation.sets import Document, Question, prepare
from knowledge.index import ChunkIndex
from knowledge.language import detect_questions
from knowledge.retrieval import Retriever, System
from knowledge.types import Hit, LiveVersion

Report = Callable[[str, int, int], None]
DEEP = 40  # chunks asked for, so that ten different documents are among them


@dataclass(frozen=True, slots=True)
class RetrievalFigures:
    """Figures of one run; times in milliseconds, memory in MB. None where a set has no such questions."""

    system: str
    documents: int
    chunks: int
    queries: int
    answerable: int
    languages: dict[str, int]
    recall_at_1: float | None
    recall_at_5: float | None
    recall_at_10: float | None
    mrr_at_10: float | None
    ndcg_at_10: float | None
    auroc: float | None
    p50_ms: float
    p95_ms: float
    chunks_per_second: float
    peak_memory_mb: float

    def as_dict(self) -> dict[str, Any]:
        """For JSON, under the names the field uses."""
        named = {"recall_at_1": "recall@1", "recall_at_5": "recall@5", "recall_at_10": "recall@10"}
        named |= {"mrr_at_10": "mrr@10", "ndcg_at_10": "ndcg@10"}
        return {named.get(key, key): value for key, value in asdict(self).items()}


@dataclass(frozen=True, slots=True)
class Ranked:
    """What one question came back with: documents best first, and the confidence that they answer it."""

    question: Question
    language: str
    documents: tuple[str, ...]
    confidence: float
    took_ms: float


def evaluate_retrieval(
    documents: Sequence[Document],
    questions: Sequence[Question],
    *,
    system: System = System.HYBRID_RERANK,
    settings: EmbeddingSettings | None = None,
    calibration: Calibration | None = None,
    folder: Path | None = None,
    report: Report = lambda _what, _done, _total: None,
) -> RetrievalFigures:
    """Index the documents, ask the questions, measure both."""
    with tempfile.TemporaryDirectory(prefix="village-credit-evaluate-") as temporary:
        return _evaluate(
            documents, questions, system, settings, calibration, folder or Path(temporary), report
        )


def _evaluate(
    documents: Sequence[Document],
    questions: Sequence[Question],
    system: System,
    settings: EmbeddingSettings | None,
    calibration: Calibration | None,
    folder: Path,
    report: Report,
) -> RetrievalFigures:
    versions, chunks = prepare(documents)
    languages = question_languages(questions, versions)
    embedders = Embedders(settings or _settings_for(versions, languages, system))
    with ChunkIndex(folder, embedders) as index:
        _warm(index, versions, languages)
        started = time.perf_counter()
        index.add(chunks, lambda done, total: report("indexing", done, total))
        indexing = time.perf_counter() - started
        answerer = Answerer(
            Retriever(index, system=system), calibration=calibration, reader=packaged_reader()
        )
        ranked = ask_all(answerer, questions, languages, versions, report)
    return _figures(system, documents, len(chunks), ranked, len(chunks) / max(indexing, 1e-9))


def question_languages(questions: Sequence[Question], versions: Sequence[LiveVersion]) -> list[str]:
    """The language of each question; a doubtful one is in the main language of them all."""
    counts = Counter(version.language for version in versions)
    known = [language for language, _count in counts.most_common()]
    return detect_questions([question.text for question in questions], known)


def _settings_for(
    versions: Sequence[LiveVersion], languages: Sequence[str], system: System
) -> EmbeddingSettings:
    if system is System.LEXICAL:
        return EmbeddingSettings(encoders=())
    spoken = dict.fromkeys((*languages, *(version.language for version in versions)))
    return EmbeddingSettings(languages=tuple(spoken))


def _warm(index: ChunkIndex, versions: Sequence[LiveVersion], languages: Sequence[str]) -> None:
    """Open the models and the index before the clock runs: a service opens them once."""
    index.warm()
    embedders = index.embedders
    for language in {version.language for version in versions}:
        for encoder in embedders.for_passage(language):
            encoder.embeddings.embed_query("warm")
    for language in set(languages):
        for passage in {version.language for version in versions}:
            if encoder_ := embedders.across(language, passage):
                encoder_.embeddings.embed_query("warm")


def ask_all(
    answerer: Answerer,
    questions: Sequence[Question],
    languages: Sequence[str],
    versions: Sequence[LiveVersion],
    report: Report = lambda _what, _done, _total: None,
) -> list[Ranked]:
    """Ask every question; documents in whatever language are ranked by their best chunk."""
    names = {version.version_id: version.document for version in versions}
    ranked: list[Ranked] = []
    for number, (question, language) in enumerate(zip(questions, languages, strict=True), 1):
        started = time.perf_counter()
        bare = without_courtesy(question.text)
        weighed = answerer.weigh(bare, versions=versions, language=language, k=DEEP)
        hits = answerer.retriever.everywhere(weighed.retrieved, versions, DEEP, weighed.hits)
        took = (time.perf_counter() - started) * 1000
        ranked.append(Ranked(question, language, _documents(hits, names), weighed.confidence, took))
        if number % 50 == 0 or number == len(questions):
            report("asking", number, len(questions))
    return ranked


def _documents(hits: Sequence[Hit], names: dict[str, str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names[hit.chunk.version_id] for hit in hits))


def _figures(
    system: System, documents: Sequence[Document], chunks: int, ranked: Sequence[Ranked], speed: float
) -> RetrievalFigures:
    able = [(row.documents, row.question.relevant) for row in ranked if row.question.relevant]
    times = [row.took_ms for row in ranked]
    return RetrievalFigures(
        system=system.value,
        documents=len(documents),
        chunks=chunks,
        queries=len(ranked),
        answerable=len(able),
        languages=dict(Counter(row.language for row in ranked)),
        recall_at_1=mean([recall(found, relevant, 1) for found, relevant in able]),
        recall_at_5=mean([recall(found, relevant, 5) for found, relevant in able]),
        recall_at_10=mean([recall(found, relevant, 10) for found, relevant in able]),
        mrr_at_10=mean([reciprocal_rank(found, relevant) for found, relevant in able]),
        ndcg_at_10=mean([ndcg(found, relevant) for found, relevant in able]),
        auroc=auroc(
            [row.confidence for row in ranked if row.question.relevant],
            [row.confidence for row in ranked if not row.question.relevant],
        ),
        p50_ms=percentile(times, 0.5),
        p95_ms=percentile(times, 0.95),
        chunks_per_second=speed,
        peak_memory_mb=_peak_memory_mb(),
    )


def _peak_memory_mb() -> float:
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
