"""`python -m benchmarks.first`: farmers' first questions heard, and questions about each loan answered.

`questions.tsv` holds set, language, question, topic and what it is about. Sets A (ordinary and hurried) and B (strong
dialect, Latin Hindi) were used to write `knowledge/retrieval/topics`; C was written by somebody who saw neither, and
two of the questions it showed wanting were mended afterwards. `other` uses the words of a topic for something else.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from itertools import product
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.first.loans import ASKED, LOANS, NO_FEE, VALUES
from knowledge.evaluation.run import Bench, open_bench
from knowledge.retrieval.topics import hear
from knowledge.types import Answer, Audience

QUESTIONS = Path(__file__).with_name("questions.tsv")
OTHER = "other"
SAME = {"how long": "time to decide", "what a guarantor is": "guarantor"}  # other names of a topic
console = Console(width=120)


def main() -> None:
    """Print both tables."""
    console.print(_heard())
    with open_bench(None, tuple(LOANS), lambda *_: None) as bench:
        console.print(_answered(bench))


def _heard() -> Table:
    table = Table(
        "set", "language", "topics", "heard", "as another topic", "not heard", "other", "taken for a topic"
    )
    counts: Counter[tuple[str, str, str]] = Counter()
    with QUESTIONS.open(encoding="utf-8", newline="") as file:
        for name, language, question, topic, about in csv.reader(
            file, delimiter="\t", quoting=csv.QUOTE_NONE
        ):
            counts[name, language, _judged(language, question, topic, about)] += 1
    for name, language in dict.fromkeys((name, language) for name, language, _ in counts):
        right, wrong, missed, left, taken = (
            counts[name, language, kind] for kind in ("right", "wrong", "missed", "left", "taken")
        )
        table.add_row(
            name, language, *map(str, (right + wrong + missed, right, wrong, missed, left + taken, taken))
        )
    return table


def _judged(language: str, question: str, topic: str, about: str) -> str:
    heard = hear(question, language)
    if topic == OTHER:
        return "taken" if heard and not heard.about else "left"
    if heard is None:
        return "missed"
    if SAME.get(heard.topic.name, heard.topic.name) == topic and bool(heard.about) == bool(about):
        return "right"
    return "missed" if heard.about else "wrong"


def _answered(bench: Bench) -> Table:
    table = Table("language", "asked", "questions", "answered", "answered wrongly")
    for language, asked in [(spoken, asked) for spoken in LOANS for asked in ASKED[spoken]]:
        said = Counter(_said(bench, *one) for one in _questions(language, asked))
        table.add_row(language, asked, *map(str, (said.total(), said["right"], said["wrong"])))
    return table


def _questions(language: str, asked: str) -> Iterator[tuple[str, str, str, str]]:
    for loan, names in LOANS[language].items():
        for name, wording in product(names, ASKED[language][asked]):
            yield language, wording.format(name), loan, asked


def _said(bench: Bench, language: str, question: str, loan: str, asked: str) -> str:
    outcome = bench.ask(question, language=language, audience=Audience.FARMER)
    if not isinstance(outcome, Answer):
        return "refused"
    wanted = (VALUES[loan][asked],) if VALUES[loan][asked] else NO_FEE[language]
    return "right" if any(one in outcome.text for one in wanted) else "wrong"


if __name__ == "__main__":
    main()
