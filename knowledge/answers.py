"""The log of what was asked and answered: shown later as it stood, rated, and mined for gaps."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from sqlalchemy import Connection, Row, and_, delete, or_, select, update

from knowledge.clock import Clock
from knowledge.tables import answers
from knowledge.types import Answer, Citation, Outcome, Redirect


class Cipher(Protocol):
    """Keeps a question unreadable in the database: people write personal things into questions."""

    def encrypt(self, data: bytes, /) -> bytes: ...

    def decrypt(self, token: bytes, /) -> bytes: ...


class AnswerKind(StrEnum):
    """How a question ended."""

    ANSWER = "answer"
    NO_ANSWER = "no_answer"
    REDIRECT = "redirect"


@dataclass(frozen=True, slots=True)
class LoggedAnswer:
    """One question with what was said to it. `rating` is 1 for 👍, -1 for 👎, None for no press.

    `nearest` are the sections kept to be read instead: of a refusal, and of an answer that does not help.
    """

    answer_id: int
    asked_at: datetime
    asker: str
    question: str
    language: str
    kind: AnswerKind
    reason: str
    text: str
    confidence: float | None
    citations: tuple[Citation, ...]
    nearest: tuple[Citation, ...]
    trace: dict[str, str]
    rating: int | None
    handled_at: datetime | None
    handled_by: str | None

    @property
    def is_unanswered(self) -> bool:
        """Refused, and no section read instead helped; or marked 👎."""
        return self.rating == -1 or (self.kind is AnswerKind.NO_ANSWER and self.rating != 1)


class AnswerLog:
    """Reads and writes the answers table; never commits."""

    def __init__(self, cipher: Cipher, clock: Clock) -> None:
        self._cipher = cipher
        self._clock = clock

    def record(self, connection: Connection, question: str, outcome: Outcome, *, asker: str) -> int:
        """Keep a question with its outcome; returns the answer's id, which buttons carry."""
        values = _outcome_values(outcome) | {
            "asked_at": self._clock(),
            "asker": asker,
            "question_enc": self._cipher.encrypt(question.encode("utf-8", "replace")),
            "language": outcome.language,
        }
        key = connection.execute(answers.insert().values(values)).inserted_primary_key
        assert key is not None
        return int(key[0])

    def rate(self, connection: Connection, answer_id: int, good: bool) -> bool:
        """Set 👍 or 👎; a second press replaces the first. False when no such answer is kept."""
        change = update(answers).where(answers.c.answer_id == answer_id)
        values = {"rating": 1 if good else -1, "rated_at": self._clock()}
        return connection.execute(change.values(values)).rowcount == 1

    def get(self, connection: Connection, answer_id: int) -> LoggedAnswer | None:
        """The answer as it was given, with its trace and citations."""
        row = connection.execute(select(answers).where(answers.c.answer_id == answer_id)).first()
        return self._logged(row) if row else None

    def unanswered(
        self, connection: Connection, *, since: datetime | None = None, limit: int = 1000
    ) -> list[LoggedAnswer]:
        """Refused and thumbed-down questions nobody has handled yet, newest first."""
        refused = and_(
            answers.c.kind == AnswerKind.NO_ANSWER, or_(answers.c.rating.is_(None), answers.c.rating < 1)
        )
        query = select(answers).where(answers.c.handled_at.is_(None), or_(refused, answers.c.rating == -1))
        if since is not None:
            query = query.where(answers.c.asked_at >= since)
        rows = connection.execute(query.order_by(answers.c.answer_id.desc()).limit(limit))
        return [self._logged(row) for row in rows]

    def before(
        self, connection: Connection, logged: LoggedAnswer, *, within: timedelta, limit: int
    ) -> list[LoggedAnswer]:
        """What the same person asked the documents shortly before, in the same language, newest first."""
        query = select(answers).where(
            answers.c.asker == logged.asker,
            answers.c.language == logged.language,
            answers.c.kind != AnswerKind.REDIRECT,
            answers.c.answer_id < logged.answer_id,
            answers.c.asked_at >= logged.asked_at - within,
        )
        rows = connection.execute(query.order_by(answers.c.answer_id.desc()).limit(limit))
        return [self._logged(row) for row in rows]

    def recent(
        self, connection: Connection, limit: int, *, without: Collection[str] = ()
    ) -> list[LoggedAnswer]:
        """The newest questions to the documents, each wording once: what people really ask, `without` these askers."""
        asked = answers.c.asker.not_in(list(without))
        query = select(answers).where(answers.c.kind != AnswerKind.REDIRECT, asked)
        rows = connection.execute(query.order_by(answers.c.answer_id.desc()).limit(5 * limit))
        newest: dict[str, LoggedAnswer] = {}
        for row in rows:
            logged = self._logged(row)
            newest.setdefault(" ".join(logged.question.casefold().split()), logged)
        return list(newest.values())[:limit]

    def mark_handled(self, connection: Connection, answer_ids: Sequence[int], *, by: str) -> list[int]:
        """Close open questions with what now answers them; returns those this call closed."""
        closed = []
        for answer_id in answer_ids:
            change = update(answers).where(answers.c.answer_id == answer_id, answers.c.handled_at.is_(None))
            if connection.execute(change.values(handled_at=self._clock(), handled_by=by)).rowcount:
                closed.append(answer_id)
        return closed

    def of(self, connection: Connection, asker: str) -> list[LoggedAnswer]:
        """All that one person asked, oldest first: for the export of his data."""
        rows = connection.execute(
            select(answers).where(answers.c.asker == asker).order_by(answers.c.answer_id)
        )
        return [self._logged(row) for row in rows]

    def erase(self, connection: Connection, asker: str) -> int:
        """Forget all that one person asked; returns how many rows went."""
        return connection.execute(delete(answers).where(answers.c.asker == asker)).rowcount

    def _logged(self, row: Row[Any]) -> LoggedAnswer:
        fields = dict(row._mapping)
        fields.pop("rated_at")
        question = self._cipher.decrypt(fields.pop("question_enc")).decode("utf-8")
        for name in ("citations", "nearest"):
            fields[name] = tuple(Citation(**citation) for citation in fields[name])
        fields["kind"] = AnswerKind(fields["kind"])
        return LoggedAnswer(question=question, **fields)


def _outcome_values(outcome: Outcome) -> dict[str, Any]:
    if isinstance(outcome, Redirect):
        rule = outcome.rule
        shown = [asdict(citation) for citation in rule.citations] if rule else []
        told = {"text": rule.text} if rule else {}
        return told | {
            "kind": AnswerKind.REDIRECT,
            "reason": str(outcome.kind),
            "citations": shown,
            "trace": {},
        }
    values: dict[str, Any] = {
        "confidence": outcome.confidence,
        "trace": dict(outcome.trace),
        "nearest": [asdict(citation) for citation in outcome.nearest],
    }
    if isinstance(outcome, Answer):
        cited = [asdict(citation) for citation in outcome.citations]
        return values | {"kind": AnswerKind.ANSWER, "text": outcome.text, "citations": cited}
    return values | {"kind": AnswerKind.NO_ANSWER, "reason": outcome.reason[:120], "citations": []}
