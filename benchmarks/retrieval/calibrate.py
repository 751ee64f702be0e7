"""`python -m benchmarks.retrieval.calibrate FOLDER`: fits the three calibrations that come with the product.

Every question is weighed as a home with a reader sees it, as one without, and as one without an encoder.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from benchmarks.retrieval.__main__ import SETS
from knowledge.answering import Answerer, Calibration
from knowledge.answering.calibration import Calibrations, kind_of
from knowledge.embeddings import Embedders, EmbeddingSettings, packaged_reader
from knowledge.evaluation.fitting import Example, fit
from knowledge.evaluation.golden import read_golden
from knowledge.evaluation.metrics import auroc
from knowledge.evaluation.run import open_bench
from knowledge.evaluation.sets import always_live, prepare, read_documents, read_questions
from knowledge.index import ChunkIndex
from knowledge.language import detect
from knowledge.retrieval import Query, Retriever
from knowledge.types import Audience, Chunk, LiveVersion
from scripts.reader.policies import load

MOST = 40  # questions taken of a set, evenly
STRANGERS = (("xquad_en", "en"), ("xquad_zh", "zh"), ("banking77_ood", "en"))
INVENTED = Path("scripts/reader/invented")
EVERY = 4  # of the invented policies kept aside, which questions are taken
LANGUAGES = ("en", "zh", "sw", "hi", "es", "fr")
POLICIES = ("golden", "invented")  # groups that are fitted to; the outside sets are measured on
RIDGE = 10.0  # held-out AUROC 0.913 against 0.909 with 1
GOLDEN = Path("tests/golden/questions.jsonl")  # held in; heldout.jsonl is never fitted to


def main(folder: Path) -> None:
    """Each question as it is, and again with its own passage hidden: then its answer is not in the documents."""
    examples = [*_of_golden(), *_of_invented()]
    for name in sorted(_names()):
        examples.extend(_of_set(name))
        sys.stderr.write(f"{name}: {len(examples)} examples so far\n")
    fitted_on = "held-in golden questions, with outside ones as foreign; invented policies kept aside"
    for kind in Calibrations._fields:
        name = f"calibration-{kind}"
        chosen = [one for one in examples if kind_of(one.signals) == kind]
        policies = [one for one in chosen if one.group.startswith(POLICIES)]
        calibration, summary = fit(policies, name=name, cost_of_wrong=1.0, fitted_on=fitted_on, ridge=RIDGE)
        calibration.save(folder / f"{name}.json")
        sys.stdout.write(f"{name}: {summary}\n")
        for line in _areas(chosen, calibration):
            sys.stdout.write(f"{line}\n")


def _areas(examples: Sequence[Example], calibration: Calibration) -> Iterator[str]:
    """AUROC of the confidence in each set, its own questions against each kind that it does not answer."""
    sure: dict[str, dict[tuple[str, bool], list[float]]] = {}
    for one in examples:
        name, _, kind = one.group.partition(":")
        key = (kind, one.answerable)
        sure.setdefault(name, {}).setdefault(key, []).append(calibration.confidence(one.signals))
    for name, groups in sure.items():
        able = next(values for (_kind, answerable), values in groups.items() if answerable)
        for (kind, answerable), values in groups.items():
            if not answerable:
                yield f"{name}: against {kind} {auroc(able, values):.3f}"


def _names() -> Iterator[str]:
    yield from (folder.name for folder in SETS.iterdir() if (folder / "docs.jsonl").exists())


def _of_set(name: str) -> Iterator[Example]:
    versions, chunks = prepare(read_documents(SETS / name / "docs.jsonl"))
    language = versions[0].language
    questions = read_questions(SETS / name / "queries.jsonl")
    with _answerers(chunks, (language,)) as answerers:
        for question in questions[:: max(1, len(questions) // MOST)]:
            yield from _examples(answerers, question.text, versions, language, True, f"{name}:able")
            others = [one for one in versions if one.document not in question.relevant]
            yield from _examples(answerers, question.text, others, language, False, f"{name}:absent")
        if language == "en":
            for stranger in read_questions(SETS / "banking77_ood" / "queries.jsonl")[::15]:
                yield from _examples(answerers, stranger.text, versions, language, False, f"{name}:foreign")


def _of_invented() -> Iterator[Example]:
    """Questions about policies the reader never saw, each asked of its own document."""
    questions = load(INVENTED, aside=True)[::EVERY]
    chunks = {one.chunks[0].version_id: one.chunks for one in questions}
    with _answerers([each for document in chunks.values() for each in document], LANGUAGES) as answerers:
        for one in questions:
            first = one.chunks[0]
            language = detect(one.question, LANGUAGES, first.language)
            versions = [
                always_live(first.version_id, first.version_id, first.heading_path[0], first.language)
            ]
            yield from _examples(
                answerers, one.question, versions, language, bool(one.answers), "invented:same"
            )


@contextmanager
def _answerers(chunks: Sequence[Chunk], languages: tuple[str, ...]) -> Iterator[tuple[Answerer, ...]]:
    """One that reads, one that does not, one of words alone, in a folder that goes with them."""
    embedders = Embedders(EmbeddingSettings(languages=languages))
    with tempfile.TemporaryDirectory() as home, ChunkIndex(Path(home), embedders) as index:
        index.add(chunks)
        yield _all(Retriever(index))


class _WordsAlone(Retriever):
    """As in a home without an encoder, over an index that has one."""

    def _dense(self, query: Query, ids: set[str], language: str) -> list[tuple[str, float]]:
        return []


def _all(retriever: Retriever) -> tuple[Answerer, ...]:
    words = Answerer(_WordsAlone(retriever.index))
    return Answerer(retriever, reader=packaged_reader()), Answerer(retriever), words


def _of_golden() -> Iterator[Example]:
    with open_bench(None, ("en", "zh", "sw"), lambda *_: None) as bench:
        live = bench.live[Audience.FARMER]
        answerers = _all(bench.answerer.retriever)
        for row in read_golden(GOLDEN):
            for example in _examples(
                answerers, row.question, live, row.language, row.answerable, "golden:same", row.history
            ):
                yield example
                yield replace(example, group="golden:again")  # a lender's own questions weigh twice
        for name, language in STRANGERS:
            for stranger in read_questions(SETS / name / "queries.jsonl")[::20]:
                yield from _examples(answerers, stranger.text, live, language, False, f"golden:{name}")


def _examples(
    answerers: Sequence[Answerer],
    question: str,
    versions: Sequence[LiveVersion],
    language: str,
    able: bool,
    group: str,
    history: Sequence[str] = (),
) -> Iterator[Example]:
    for answerer in answerers:
        weighed = answerer.weigh(question, versions=versions, language=language, history=history)
        yield Example(weighed.signals, able, able, group)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
