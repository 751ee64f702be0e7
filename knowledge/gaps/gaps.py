"""What could not be answered: grouped, counted, and closed with an answer somebody writes."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection

from knowledge.answers import AnswerKind, AnswerLog, LoggedAnswer
from knowledge.errors import KnowledgeError
from knowledge.gaps.meaning import Embed, group
from knowledge.library import DocumentKind, Library, Version
from knowledge.library.written import as_file
from knowledge.types import Audience

SHOWN = 5


class UnknownGap(KnowledgeError):
    """No open question has this id; somebody may have answered it."""

    def __init__(self, answer_id: int) -> None:
        self.answer_id = answer_id
        super().__init__(f"there is no open question {answer_id}; `village-credit docs gaps` shows them")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing people asked and were not answered. `gap_id` is the id of one of its answers."""

    gap_id: int
    question: str
    language: str
    count: int
    people: int
    refused: int
    thumbed_down: int
    last_asked_at: datetime
    questions: tuple[str, ...]
    answer_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who asked and is now to hear the answer, in the words he asked it."""

    asker: str
    question: str
    language: str
    answer_ids: tuple[int, ...]


class Gaps:
    """Open questions by meaning, and the curated entries that close them."""

    def __init__(self, log: AnswerLog, library: Library, embed: Embed | None = None) -> None:
        self._log = log
        self._library = library
        self._embed = embed

    def open(self, connection: Connection, *, since: datetime | None = None, limit: int = 1000) -> list[Gap]:
        """The gaps among the newest `limit` open questions, most asked first."""
        by_language: dict[str, list[LoggedAnswer]] = defaultdict(list)
        for logged in self._log.unanswered(connection, since=since, limit=limit):
            by_language[logged.language].append(logged)
        found = [
            _gap([questions[place] for place in places])
            for language, questions in by_language.items()
            for places in group([one.question for one in questions], language, self._embed)
        ]
        return sorted(found, key=lambda gap: (-gap.people, -gap.count, -gap.last_asked_at.timestamp()))

    def of(self, connection: Connection, answer_id: int) -> Gap:
        """The gap an open question belongs to; raises `UnknownGap`."""
        for gap in self.open(connection):
            if answer_id in gap.answer_ids:
                return gap
        raise UnknownGap(answer_id)

    def write_answer(
        self,
        question: str,
        text: str,
        *,
        language: str,
        author: str,
        review_on: date,
        effective_from: date,
        audience: Audience = Audience.FARMER,
    ) -> Version:
        """Publish a curated entry. Slow (it is indexed): call it outside a transaction, then `close`."""
        if same := self._written(question, text, language, audience, effective_from):
            return same
        draft = self._library.stage_text(question, text, language=language, author=author)
        return self._library.publish(
            draft.draft_id,
            audience=audience,
            effective_from=effective_from,
            review_on=review_on,
            kind=DocumentKind.CURATED,
            at_once=True,  # whoever asked is told right after
            reason="answer to a gap",
            by=author,
        )

    def _written(
        self, question: str, text: str, language: str, audience: Audience, on: date
    ) -> Version | None:
        """An entry with these very words for these readers: a press repeated after a crash does not write it twice."""
        content_hash = hashlib.sha256(as_file(question, text)).hexdigest()
        live = {
            version.version_id
            for version in self._library.live_versions(on, audience)
            if (version.language, version.audience) == (language, audience)
        }
        for version in self._library.versions():
            if version.content_hash == content_hash and version.version_id in live:
                return version
        return None

    def close(self, connection: Connection, answer_ids: Sequence[int], *, by: Version) -> list[ToTell]:
        """Mark questions as answered by an entry; returns who is to be told, each person once."""
        closed = self._log.mark_handled(connection, answer_ids, by=by.document_id or by.version_id)
        asked: dict[str, list[LoggedAnswer]] = defaultdict(list)
        for answer_id in closed:
            logged = self._log.get(connection, answer_id)
            if logged is not None:
                asked[logged.asker].append(logged)
        return [
            ToTell(
                asker,
                all_asked[-1].question,
                all_asked[-1].language,
                tuple(one.answer_id for one in all_asked),
            )
            for asker, all_asked in asked.items()
        ]

    def dismiss(self, connection: Connection, answer_ids: Sequence[int], *, by: str) -> int:
        """Close questions that need no answer; nobody is told. Returns how many were open."""
        return len(self._log.mark_handled(connection, answer_ids, by=f"dismissed by {by}"))

    def due_for_review(self, on: date) -> list[Version]:
        """Curated entries in force whose review date has come."""
        live = {version.version_id for version in self._library.live_versions(on, Audience.STAFF)}
        return [
            version
            for version in self._library.versions()
            if version.version_id in live and version.review_on is not None and version.review_on <= on
        ]


def _gap(questions: Sequence[LoggedAnswer]) -> Gap:
    typical = questions[0]
    return Gap(
        gap_id=typical.answer_id,
        question=typical.question,
        language=typical.language,
        count=len(questions),
        people=len({one.asker for one in questions}),
        refused=sum(one.kind is AnswerKind.NO_ANSWER for one in questions),
        thumbed_down=sum(one.rating == -1 for one in questions),
        last_asked_at=max(one.asked_at for one in questions),
        questions=tuple(dict.fromkeys(one.question for one in questions))[:SHOWN],
        answer_ids=tuple(sorted(one.answer_id for one in questions)),
    )
