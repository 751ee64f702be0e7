"""The two commands on golden questions, joined: a folder's library, the answerer, the judgement, the fit."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.answering import Answerer, Calibration
from knowledge.embeddings import packaged_reader
from knowledge.evaluation.answers import Judged, judge
from knowledge.evaluation.folder import SAMPLES, open_folder, utc_now
from knowledge.evaluation.golden import GoldenQuestion
from knowledge.library import Library
from knowledge.retrieval import Retriever
from knowledge.types import Audience, LiveVersion, Outcome

Report = Callable[[str, int, int], None]
Synonyms = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Bench:
    """An answerer over the documents of a folder that are in force today."""

    answerer: Answerer
    live: dict[Audience, list[LiveVersion]]

    def ask(
        self, question: str, *, language: str, audience: Audience, history: Sequence[str] = ()
    ) -> Outcome:
        """As the service asks."""
        return self.answerer.ask(question, versions=self.live[audience], language=language, history=history)

    def passage(self, chunk_id: str) -> str:
        """A cited chunk with its headings."""
        chunk = self.answerer.retriever.index.chunks([chunk_id])[chunk_id]
        return "\n".join((*chunk.heading_path, chunk.text))


def bench_of(library: Library, answerer: Answerer, today: date) -> Bench:
    """A bench on what a library has in force on a day."""
    return Bench(answerer, {audience: library.live_versions(today, audience) for audience in Audience})


@contextmanager
def open_bench(
    folder: Path | None,
    languages: Sequence[str],
    report: Report,
    synonyms: Synonyms | None = None,
) -> Iterator[Bench]:
    """A bench on a folder with its `library.toml`; the sample library without one."""
    with open_folder(folder or SAMPLES, languages=languages, on_step=report) as (library, index):
        answerer = Answerer(Retriever(index, synonyms=synonyms), reader=packaged_reader())
        yield bench_of(library, answerer, utc_now().date())


def judge_on(bench: Bench, golden: Sequence[GoldenQuestion]) -> list[Judged]:
    """Every golden question asked as the service asks."""
    return judge(bench.ask, golden, bench.passage)


def calibrate_on(
    bench: Bench, golden: Sequence[GoldenQuestion], cost: float, report: Report
) -> tuple[Calibration, dict[str, Any]]:
    """A calibration fitted to these questions, and what it promises on them by cross-validation."""
    from knowledge.evaluation.fitting import Example, fit

    examples = []
    for number, row in enumerate(golden, 1):
        weighed = bench.answerer.weigh(
            row.question, versions=bench.live[row.audience], language=row.language, history=row.history
        )
        names = {version.version_id: version.document for version in weighed.retrieved.versions}
        first = weighed.hits[0].chunk if weighed.hits else None
        right = bool(row.answerable and first and row.cites(names[first.version_id], first.text))
        examples.append(Example(weighed.signals, right, row.answerable))
        report("asking", number, len(golden))
    return fit(examples, name="lender", cost_of_wrong=cost)


def languages_of(golden: Sequence[GoldenQuestion]) -> list[str]:
    return list(dict.fromkeys(row.language for row in golden))
