"""Golden questions against a library: right passage cited, unanswerable refused, nothing said without a source."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Protocol

from knowledge.answering.support import numbers_without_source, unsupported_sentences
from knowledge.evaluation.golden import GoldenQuestion, bare_text
from knowledge.evaluation.metrics import auroc, mean, percentile
from knowledge.types import Answer, Audience, Citation, NoAnswer, Outcome


class Asks(Protocol):
    """Whoever answers: the service, or a rehearsal of a draft."""

    def __call__(
        self, question: str, *, language: str, audience: Audience, history: Sequence[str] = ()
    ) -> Outcome: ...


PassageOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Judged:
    """One golden question with its outcome and what was right or wrong about it.

    `can_read` says whether a right passage was cited, or was among those a refusal offered to read.
    """

    question: GoldenQuestion
    outcome: Outcome
    right_passage: bool
    right_answer: bool
    can_read: bool
    unsupported: tuple[str, ...]
    strange_numbers: tuple[str, ...]
    took_ms: float

    @property
    def refused(self) -> bool:
        """Whether no answer was given."""
        return not isinstance(self.outcome, Answer)


@dataclass(frozen=True, slots=True)
class AnswerFigures:
    """Shares from 0 to 1, None of no questions; counts where a single case is one too many."""

    questions: int
    answerable: int
    cited_right_passage: float | None
    answer_contains: float | None
    cited_or_offered: float | None
    refused_unanswerable: float | None
    refused_answerable: int
    unsupported_sentences: int
    numbers_not_in_sources: int
    redirected: int
    auroc: float | None
    p50_ms: float
    p95_ms: float
    by_language: dict[str, dict[str, float | None]]

    def as_dict(self) -> dict[str, Any]:
        """For JSON."""
        return asdict(self)


def judge(ask: Asks, golden: Sequence[GoldenQuestion], passage_of: PassageOf) -> list[Judged]:
    """Ask every question and hold the outcome against its row; `passage_of` gives a cited chunk's whole text."""
    return [_judged(ask, question, passage_of) for question in golden]


def _judged(ask: Asks, golden: GoldenQuestion, passage_of: PassageOf) -> Judged:
    started = time.perf_counter()
    outcome = ask(golden.question, language=golden.language, audience=golden.audience, history=golden.history)
    took = (time.perf_counter() - started) * 1000
    passages = [(citation.document, passage_of(citation.chunk_id)) for citation in _shown(outcome)]
    right = any(golden.cites(document, text) for document, text in passages)
    if not isinstance(outcome, Answer):
        return Judged(golden, outcome, False, False, right, (), (), took)
    texts = [text for _document, text in passages]
    return Judged(
        golden,
        outcome,
        right_passage=right,
        can_read=right,
        right_answer=all(bare_text(part) in bare_text(outcome.text) for part in golden.answer_contains),
        unsupported=tuple(unsupported_sentences(outcome.text, texts, outcome.language)),
        strange_numbers=tuple(numbers_without_source(outcome.text, texts)),
        took_ms=took,
    )


def _shown(outcome: Outcome) -> tuple[Citation, ...]:
    """What is cited, or offered to read instead."""
    if isinstance(outcome, Answer):
        return outcome.citations
    return outcome.nearest if isinstance(outcome, NoAnswer) else ()


def figures(judged: Sequence[Judged]) -> AnswerFigures:
    """The shares over all, and by language."""
    able = [one for one in judged if one.question.answerable]
    unable = [one for one in judged if not one.question.answerable]
    times = [one.took_ms for one in judged]
    return AnswerFigures(
        questions=len(judged),
        answerable=len(able),
        cited_right_passage=mean([one.right_passage for one in able]),
        answer_contains=mean([one.right_answer for one in able]),
        cited_or_offered=mean([one.can_read for one in able]),
        refused_unanswerable=mean([one.refused for one in unable]),
        refused_answerable=sum(one.refused for one in able),
        unsupported_sentences=sum(len(one.unsupported) for one in judged),
        numbers_not_in_sources=sum(len(one.strange_numbers) for one in judged),
        redirected=sum(not isinstance(one.outcome, (Answer, NoAnswer)) for one in judged),
        auroc=auroc([_confidence(one) for one in able], [_confidence(one) for one in unable]),
        p50_ms=percentile(times, 0.5),
        p95_ms=percentile(times, 0.95),
        by_language={language: _of_language(judged, language) for language in _languages(judged)},
    )


def _languages(judged: Sequence[Judged]) -> list[str]:
    return [language for language, _count in Counter(one.question.language for one in judged).most_common()]


def _of_language(judged: Sequence[Judged], language: str) -> dict[str, float | None]:
    own = [one for one in judged if one.question.language == language]
    return {
        "questions": float(len(own)),
        "cited_right_passage": mean([one.right_passage for one in own if one.question.answerable]),
        "refused_unanswerable": mean([one.refused for one in own if not one.question.answerable]),
    }


def _confidence(one: Judged) -> float:
    return one.outcome.confidence if isinstance(one.outcome, (Answer, NoAnswer)) else 0.0
