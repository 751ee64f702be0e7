"""The figures a draft changes, and which of them nobody's question showed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.evaluation.golden import GoldenQuestion
from knowledge.library import Library, Version
from knowledge.rehearsal import Effect, Rehearsal, Report
from knowledge.types import Answer, Audience, Chunk, Citation, LiveVersion, Outcome
from tests.knowledge.library.world import Publish, RecordingIndex

TABLE = """# Circular

## Rates

| Loan | Amount (yuan) | Rate per year |
|---|---|---|
| Seed Loan | 500 to 20,000 | 8.4% |
| Livestock Loan | 2,000 to 50,000 | 9.6% |

## Guarantor

A guarantor is needed from 20,000 yuan on, collateral from 50,000 yuan on. One guarantor is enough.

## Late

There are 5 days of grace.
"""
MANUAL = """# Manual

## Loans

| Loan | Rate per year | Own funds |
|---|---|---|
| Livestock Loan | 9.6% | 30% |
| Seed Loan | 8.0% | 20% |
"""


class Sections:
    """Answers a question with the section of its name, of the version that comes last."""

    def __init__(self, index: RecordingIndex) -> None:
        self._index = index

    def ask(
        self, question: str, *, versions: Sequence[LiveVersion], language: str, history: Sequence[str] = ()
    ) -> Outcome:
        def found(version: LiveVersion) -> list[Chunk]:
            return [c for c in self._index.held[version.version_id] if c.heading_path[-1] == question]

        version = [one for one in versions if found(one)][-1]
        chunk = found(version)[0]
        place = Citation(
            chunk.chunk_id, version.document, version.title, version.version, question, None, "", "en"
        )
        return Answer(chunk.text, (place,), 0.9, language)


class LastSentence(Sections):
    """Answers with the last sentence of the section."""

    def ask(self, question: str, **more: Any) -> Outcome:
        outcome = super().ask(question, **more)
        assert isinstance(outcome, Answer)
        return replace(outcome, text=outcome.text.split(". ")[-1])


@pytest.fixture
def rehearse(library: Library, index: RecordingIndex, publish: Publish) -> Callable[..., Report]:
    def _rehearse(new: str, *asked: str, passage: str = "", answers: type[Sections] = Sections) -> Report:
        first: Version = publish(TABLE)
        publish(MANUAL)
        draft = library.stage(new.encode(), "circular.md", author="Peng Hui")
        passages = (("circular", passage),) if passage else ()
        questions = [
            GoldenQuestion(name, "en", name, Audience.FARMER, answerable=True, passages=passages)
            for name in asked
        ]
        return Rehearsal(library, answers(index)).run(
            draft.draft_id, questions, effective_from=date(2026, 6, 1), replaces=first.document_id
        )

    return _rehearse


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("| 9.6% |", "| 9.9% |", ("Livestock Loan, Rate per year", "9.6%", "9.9%")),
        (
            "2,000 to 50,000",
            "2,000 to 60,000",
            ("Livestock Loan, Amount (yuan)", "2,000 to 50,000", "2,000 to 60,000"),
        ),
        ("from 20,000 yuan", "from 30,000 yuan", ("Guarantor", "20,000 yuan", "30,000 yuan")),
        ("5 days", "15 days", ("Late", "5 days", "15 days")),
        ("9.6%", "96%", ("Livestock Loan, Rate per year", "9.6%", "96%")),
    ],
)
def test_a_figure_that_changes_unasked_is_named(
    rehearse: Callable[..., Report], was: str, now: str, told: tuple[str, str, str]
) -> None:
    report = rehearse(TABLE.replace(was, now))
    assert [(one.place, one.old, one.new) for one in report.unasked] == [told]


@pytest.mark.parametrize(
    ("asked", "unasked"), [(["Rates"], ["Guarantor"]), (["Guarantor"], ["Livestock Loan, Rate per year"])]
)
def test_a_figure_that_an_answer_showed_is_not_unasked(
    rehearse: Callable[..., Report], asked: list[str], unasked: list[str]
) -> None:
    report = rehearse(TABLE.replace("| 9.6%", "| 9.9%").replace("from 20,000", "from 30,000"), *asked)
    assert [one.place for one in report.unasked] == unasked


@pytest.mark.parametrize(
    "new",
    [
        TABLE,
        TABLE.replace("One guarantor is enough.", "One guarantor will do."),
        TABLE + "\n## Bees\n\nA hive costs 900 yuan.\n",
        TABLE.replace(
            "| Livestock Loan | 2,000 to 50,000 | 9.6% |",
            "| Bee Loan | 100 to 900 | 5% |\n| Livestock Loan | 2,000 to 50,000 | 9.6% |",
        ),
    ],
)
def test_what_comes_or_is_worded_otherwise_changes_no_figure(
    rehearse: Callable[..., Report], new: str
) -> None:
    report = rehearse(new)
    assert report.figures == ()


def test_another_document_that_gave_the_same_figure_is_named(rehearse: Callable[..., Report]) -> None:
    report = rehearse(TABLE.replace("| 9.6%", "| 9.9%").replace("| 8.4%", "| 8.5%"))
    assert [(one.place, one.old, one.still) for one in report.contradicted] == [
        ("Livestock Loan, Rate per year", "9.6%", ("Manual",))
    ]


def test_the_same_words_from_a_passage_that_reads_otherwise_are_shown_and_no_regression(
    rehearse: Callable[..., Report],
) -> None:
    new = TABLE.replace("from 20,000", "from 30,000")
    report = rehearse(new, "Guarantor", passage="needed from 20,000 yuan", answers=LastSentence)
    (row,) = report.rows
    assert (row.effect, row.after.text, row.is_regression) == (
        Effect.MOVED,
        "One guarantor is enough.",
        False,
    )
    assert report.right_before == report.right_after == 1
    assert [one.place for one in report.unasked] == ["Guarantor"]


def test_a_decimal_point_that_went_is_a_change(rehearse: Callable[..., Report]) -> None:
    report = rehearse(TABLE.replace("9.6%", "96%"), "Rates")
    assert report.rows[0].effect is Effect.CHANGED
