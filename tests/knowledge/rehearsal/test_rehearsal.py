"""An admin sees which answers a draft changes before anybody else does."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from knowledge.evaluation.golden import GoldenQuestion
from knowledge.library import Library, Version
from knowledge.rehearsal import Effect, Rehearsal, Report
from knowledge.types import Answer, Audience, Citation, LiveVersion, NoAnswer, Outcome
from tests.conftest import Clock
from tests.knowledge.library.world import Publish, RecordingIndex

OLD = "# Rates\n\n## Seed loan\n\nThe seed loan costs 9% a year.\n\n## Goats\n\nA goat loan runs 24 months.\n"
NEW = "# Rates\n\n## Seed loan\n\nThe seed loan costs 8% a year.\n\n## Bees\n\nA bee loan runs 12 months.\n"


def golden(key: str, question: str, passage: str = "", *, answerable: bool = True) -> GoldenQuestion:
    return GoldenQuestion(
        key, "en", question, Audience.FARMER, answerable, (("rates", passage),) if passage else ()
    )


QUESTIONS = [
    golden("seed", "seed loan", "seed loan costs 9% a year"),
    golden("goat", "goat loan", "goat loan runs 24 months"),
    golden("bees", "bee loan", "bee loan runs 12 months"),
    golden("car", "car loan", answerable=False),
    golden("asked", "seed loan"),
]


class FirstChunkWithTheWords:
    """Answers with the first visible chunk that holds the question's words."""

    def __init__(self, index: RecordingIndex) -> None:
        self._index = index

    def ask(
        self, question: str, *, versions: Sequence[LiveVersion], language: str, history: Sequence[str] = ()
    ) -> Outcome:
        for version in versions:
            for chunk in self._index.held.get(version.version_id, []):
                if question in chunk.text:
                    place = Citation(
                        chunk.chunk_id, version.document, version.title, version.version, "", None, "", "en"
                    )
                    return Answer(chunk.text, (place,), 0.9, language)
        return NoAnswer("none", 0.1, language)


@pytest.fixture
def old(publish: Publish) -> Version:
    return publish(OLD)


@pytest.fixture
def report(library: Library, index: RecordingIndex, old: Version) -> Report:
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    rehearsal = Rehearsal(library, FirstChunkWithTheWords(index))
    return rehearsal.run(draft.draft_id, QUESTIONS, effective_from=date(2026, 6, 1), replaces=old.document_id)


def test_effects_are_told_side_by_side(report: Report) -> None:
    effects = {row.question_id: row.effect for row in report.rows}
    assert effects == {
        "seed": Effect.CHANGED,
        "goat": Effect.VANISHED,
        "bees": Effect.APPEARED,
        "car": Effect.STILL_UNANSWERED,
        "asked": Effect.CHANGED,
    }
    seed = next(row for row in report.rows if row.question_id == "seed")
    assert "9%" in seed.before.text and "8%" in seed.after.text


def test_what_gets_worse_stands_first(report: Report) -> None:
    assert {row.question_id for row in report.rows[:2]} == {"seed", "goat"}
    assert (report.right_before, report.right_after, report.judged) == (3, 2, 4)
    assert {row.question_id for row in report.regressions} == {"seed", "goat"}


def test_a_rehearsal_leaves_no_trace(
    report: Report, library: Library, index: RecordingIndex, old: Version
) -> None:
    assert set(index.held) == {old.version_id}
    live = library.live_versions(date(2026, 6, 1), Audience.STAFF)
    assert [version.version_id for version in live] == [old.version_id]


def test_a_staff_draft_takes_answers_from_farmers(
    library: Library, index: RecordingIndex, old: Version
) -> None:
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    rehearsal = Rehearsal(library, FirstChunkWithTheWords(index))
    report = rehearsal.run(
        draft.draft_id,
        QUESTIONS[:3],
        effective_from=date(2026, 6, 1),
        replaces=old.document_id,
        audience=Audience.STAFF,
    )
    assert report.counts["vanished"] == 2
    assert report.counts["appeared"] == 0


class Meanwhile(FirstChunkWithTheWords):
    """Does something else to the library as soon as the first question is asked."""

    def __init__(self, index: RecordingIndex, deed: Callable[[], object]) -> None:
        super().__init__(index)
        self._deeds = [deed]

    def ask(
        self, question: str, *, versions: Sequence[LiveVersion], language: str, history: Sequence[str] = ()
    ) -> Outcome:
        while self._deeds:
            self._deeds.pop()()
        return super().ask(question, versions=versions, language=language, history=history)


def test_a_draft_published_while_it_is_rehearsed_stays_in_the_index(
    library: Library, index: RecordingIndex
) -> None:
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    terms = {"audience": Audience.FARMER, "effective_from": date(2026, 1, 1), "reason": "r", "by": "Sun Mei"}
    answers = Meanwhile(index, lambda: library.publish(draft.draft_id, **terms))
    Rehearsal(library, answers).run(draft.draft_id, QUESTIONS, effective_from=date(2026, 6, 1))
    assert set(index.held) == {draft.draft_id}


def test_keeping_the_index_in_order_leaves_a_draft_to_its_rehearsal(
    library: Library, index: RecordingIndex
) -> None:
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    answers = Meanwhile(index, library.sync_index)
    report = Rehearsal(library, answers).run(draft.draft_id, QUESTIONS, effective_from=date(2026, 6, 1))
    assert report.counts["appeared"] == 3


def test_what_a_killed_rehearsal_left_in_the_index_is_taken_out(
    library: Library, index: RecordingIndex, old: Version
) -> None:
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    index.add(library.chunks([draft.draft_id]))
    library.sync_index()
    assert set(index.held) == {old.version_id}


def test_the_report_is_json(report: Report) -> None:
    assert json.loads(json.dumps(report.to_dict()))["counts"]["appeared"] == 1


def test_a_new_document_is_judged_under_the_name_it_will_have(
    library: Library, index: RecordingIndex
) -> None:
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    rehearsal = Rehearsal(library, FirstChunkWithTheWords(index))
    report = rehearsal.run(draft.draft_id, QUESTIONS, effective_from=date(2026, 6, 1))
    bees = next(row for row in report.rows if row.question_id == "bees")
    assert (bees.effect, bees.after.document, bees.after.right) == (Effect.APPEARED, "rates", True)


def test_a_draft_dated_back_is_compared_with_what_answers_today(
    library: Library, index: RecordingIndex, publish: Publish, clock: Clock
) -> None:
    publish(OLD, since=f"{clock().date() - timedelta(days=10)}")
    draft = library.stage(NEW.encode(), "rates.md", author="Peng Hui")
    report = Rehearsal(library, FirstChunkWithTheWords(index)).run(
        draft.draft_id, QUESTIONS, effective_from=clock().date() - timedelta(days=40)
    )
    goat = next(row for row in report.rows if row.question_id == "goat")
    assert (goat.effect, report.on) == (Effect.UNCHANGED, clock().date())
