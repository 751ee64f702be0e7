"""Rehearsal: the golden questions asked of the library as it is and as it would be with the draft."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Protocol

from knowledge.evaluation.golden import GoldenQuestion, bare_text
from knowledge.library import Library, Version
from knowledge.library.diff import numbers
from knowledge.rehearsal.figures import ChangedFigure, changed_figures
from knowledge.types import Answer, Audience, Citation, LiveVersion, Outcome, Progress, Redirect

Stage = Sequence[LiveVersion]


class Answers(Protocol):
    """Answers from the versions it is given and no others: the very pipeline that serves farmers."""

    def ask(
        self, question: str, *, versions: Sequence[LiveVersion], language: str, history: Sequence[str] = ()
    ) -> Outcome: ...


class Effect(StrEnum):
    """What publishing would do to one answer. `MOVED`: the same words, from a passage the golden set does not name."""

    CHANGED = "changed"
    APPEARED = "appeared"
    VANISHED = "vanished"
    MOVED = "moved"
    UNCHANGED = "unchanged"
    STILL_UNANSWERED = "still_unanswered"


@dataclass(frozen=True, slots=True)
class Told:
    """What one question was told, and whether the golden set calls it right (None: it does not say)."""

    text: str
    document: str
    title: str
    version: str
    section: str
    page: int | None
    confidence: float
    right: bool | None


@dataclass(frozen=True, slots=True)
class Compared:
    """One question before and after, side by side."""

    question_id: str
    question: str
    language: str
    effect: Effect
    before: Told
    after: Told
    from_draft: bool

    @property
    def is_regression(self) -> bool:
        """It was right and would no longer be."""
        return self.before.right is True and self.after.right is False

    @property
    def is_repair(self) -> bool:
        """It was wrong and would be right."""
        return self.before.right is False and self.after.right is True


@dataclass(frozen=True, slots=True)
class Report:
    """Every golden question before and after; what changes stands first. `library` is what `beside` gave then."""

    draft_id: str
    replaces: str | None
    on: date
    library: str
    rows: tuple[Compared, ...]
    figures: tuple[ChangedFigure, ...] = ()

    @property
    def unasked(self) -> tuple[ChangedFigure, ...]:
        """The figures that change and that no answer here showed as they would be."""
        told = [row.after for row in self.rows if row.from_draft and row.effect in _TOLD_ANEW]
        return tuple(
            one for one in self.figures if not any(one.is_shown(then.section, then.text) for then in told)
        )

    @property
    def contradicted(self) -> tuple[ChangedFigure, ...]:
        """The figures that change and that another document in force gives as they were."""
        return tuple(one for one in self.figures if one.still)

    @property
    def counts(self) -> dict[str, int]:
        found = Counter(row.effect for row in self.rows)
        return {effect.value: found[effect] for effect in Effect}

    @property
    def right_before(self) -> int:
        return sum(row.before.right is True for row in self.rows)

    @property
    def right_after(self) -> int:
        return sum(row.after.right is True for row in self.rows)

    @property
    def judged(self) -> int:
        """How many questions the golden set knows the answer of."""
        return sum(row.after.right is not None for row in self.rows)

    @property
    def regressions(self) -> tuple[Compared, ...]:
        return tuple(row for row in self.rows if row.is_regression)

    def to_dict(self) -> dict[str, Any]:
        """Ready for JSON."""
        return {
            "draft": self.draft_id,
            "replaces": self.replaces,
            "on": self.on.isoformat(),
            "counts": self.counts,
            "judged": self.judged,
            "right_before": self.right_before,
            "right_after": self.right_after,
            "regressions": [row.question_id for row in self.regressions],
            "figures": [
                asdict(one) | {"unasked": one in unasked}
                for unasked in (self.unasked,)
                for one in self.figures
            ],
            "rows": [asdict(row) | {"regression": row.is_regression} for row in self.rows],
        }


_TOLD_ANEW = (Effect.CHANGED, Effect.APPEARED)
_ORDER = {effect: place for place, effect in enumerate(Effect)}


class Rehearsal:
    """Asks every question twice; changes nothing anybody can see."""

    def __init__(self, library: Library, answers: Answers) -> None:
        self._library = library
        self._answers = answers

    def run(
        self,
        draft_id: str,
        questions: Sequence[GoldenQuestion],
        *,
        effective_from: date,
        replaces: str | None = None,
        supersedes: str | None = None,
        audience: Audience = Audience.FARMER,
        on_progress: Progress | None = None,
    ) -> Report:
        """Compare the answers on the first day to come without and with the draft as `replaces`' next version."""
        day = _first_day(self._library, effective_from)
        version = self._library.version(draft_id)
        document = replaces or version.document_id or self._library.new_document_id(version)
        draft = _as_if_live(version, effective_from, audience, document)
        with self._library.lent(draft_id):
            library = beside(self._library, effective_from)
            figures = self._figures(draft, day, supersedes)
            stages = {who: self._stages(draft, day, {replaces, supersedes}, who) for who in Audience}
            rows = [
                self._compare(question, draft.document, *stages[question.audience])
                for question in _counted(questions, on_progress)
            ]
        rows.sort(key=lambda row: (not row.is_regression, _ORDER[row.effect]))
        return Report(draft_id, replaces, day, library, tuple(rows), tuple(figures))

    def _figures(self, draft: LiveVersion, day: date, supersedes: str | None) -> list[ChangedFigure]:
        """What the draft gives otherwise than the version in whose place it comes."""
        now = self._library.live_versions(day, Audience.STAFF)
        others = {
            one.title: list(self._library.chunks([one.version_id]))
            for one in now
            if one.document not in (draft.document, supersedes)
        }
        old = [one.version_id for one in now if one.document == draft.document]
        return changed_figures(self._library.chunks(old), self._library.chunks([draft.version_id]), others)

    def _stages(
        self, draft: LiveVersion, day: date, ended: set[str | None], audience: Audience
    ) -> tuple[Stage, Stage]:
        """What `audience` may be answered from on `day`: without the draft, and with it."""
        now = self._library.live_versions(day, audience)
        then = [version for version in now if version.document not in ended]
        if audience is Audience.STAFF or draft.audience is Audience.FARMER:
            then.append(draft)
        return now, then

    def _compare(self, question: GoldenQuestion, draft: str, now: Stage, then: Stage) -> Compared:
        before, after = self._told(question, now), self._told(question, then)
        effect = _effect(before, after)
        if effect is Effect.MOVED:
            after = replace(after, right=True)  # the words that were right: where they stand is another thing
        return Compared(
            question_id=question.key,
            question=question.question,
            language=question.language,
            effect=effect,
            before=before,
            after=after,
            from_draft=after.document == draft,
        )

    def _told(self, question: GoldenQuestion, versions: Sequence[LiveVersion]) -> Told:
        outcome = self._answers.ask(
            question.question, versions=versions, language=question.language, history=question.history
        )
        if not isinstance(outcome, Answer):
            confidence = 0.0 if isinstance(outcome, Redirect) else outcome.confidence
            return Told(
                "", "", "", "", "", None, confidence, None if _unjudged(question) else not question.answerable
            )
        first = outcome.citations[0]
        return Told(
            text=outcome.text,
            document=first.document,
            title=first.title,
            version=first.version,
            section=first.section,
            page=first.page,
            confidence=outcome.confidence,
            right=self._is_right(question, outcome.citations),
        )

    def _is_right(self, question: GoldenQuestion, citations: Sequence[Citation]) -> bool | None:
        """A right citation's chunk holds one of the golden passages."""
        if _unjudged(question) or not question.answerable:
            return None if question.answerable else False
        chunks = [(citation.document, self._library.chunk(citation.chunk_id)) for citation in citations]
        return any(question.cites(document, chunk.text) for document, chunk in chunks if chunk is not None)


def beside(library: Library, effective_from: date) -> str:
    """A mark of the documents that a draft from `effective_from` would come to: another one, other documents."""
    found = library.live_versions(_first_day(library, effective_from), Audience.STAFF)
    ids = sorted(version.version_id for version in found)
    return hashlib.sha256("\n".join(ids).encode()).hexdigest()[:16]


def _first_day(library: Library, effective_from: date) -> date:
    """The day on which a draft begins to answer: what was answered on a day gone by cannot change any more."""
    return max(effective_from, library.today())


def _unjudged(question: GoldenQuestion) -> bool:
    """A question people really asked: nobody has said what answers it, only what changes is looked at."""
    return question.answerable and not question.passages


def _effect(before: Told, after: Told) -> Effect:
    if not before.text and not after.text:
        return Effect.STILL_UNANSWERED
    if not before.text:
        return Effect.APPEARED
    if not after.text:
        return Effect.VANISHED
    if _words(before.text) != _words(after.text):
        return Effect.CHANGED
    return Effect.MOVED if before.right and after.right is False else Effect.UNCHANGED


def _words(text: str) -> tuple[str, list[str]]:
    """What is read, whatever its layout; 1.5 and 15 are two figures."""
    return bare_text(text), numbers(text)


def _as_if_live(draft: Version, on: date, audience: Audience, document: str) -> LiveVersion:
    return LiveVersion(
        version_id=draft.version_id,
        document=document,
        title=draft.title,
        version=on.isoformat(),
        language=draft.language,
        audience=audience,
        effective_from=on,
        effective_until=None,
    )


def _counted(questions: Sequence[GoldenQuestion], on_progress: Progress | None) -> Iterable[GoldenQuestion]:
    for place, question in enumerate(questions, 1):
        yield question
        if on_progress:
            on_progress(place, len(questions))
