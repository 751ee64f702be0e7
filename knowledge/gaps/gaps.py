"""What could not be answered: grouped, counted, and closed with an answer somebody writes."""

from __future__ import annotations

import contextlib
import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from sqlalchemy import Connection

from knowledge.answers import AnswerKind, AnswerLog, LoggedAnswer
from knowledge.errors import KnowledgeError
from knowledge.gaps.meaning import Embed, group, plain
from knowledge.gaps.public import is_bare_number
from knowledge.gaps.whole import FOLLOWS, made_whole
from knowledge.language import heard_in
from knowledge.library import DocumentKind, Library, LibraryError, Version, VersionStatus
from knowledge.library.written import as_file
from knowledge.types import Audience

SHOWN = 5
_DISMISSED = "dismissed by "
Staff = Callable[[Connection], Collection[str]]  # as askers are named in the log
# Language, readers, and the own words of a follow-up, which must be the same: after "wigs?" it is near to "wigs?".
Kind = tuple[str, Audience, str]
Asked = Mapping[Kind, Sequence[LoggedAnswer]]


def nobody(connection: Connection) -> Collection[str]:
    """Where the log knows farmers alone."""
    return ()


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
    marked: str  # the answer that was marked 👎 last; empty where none was given
    cited: tuple[str, ...]  # the documents that answers marked 👎 were taken from
    audience: Audience  # staff where staff alone asked: what answers them may be nothing for farmers


@dataclass(frozen=True, slots=True)
class Entries:
    """Written answers in force that a new one touches: those under its question, and one that was marked 👎."""

    same: tuple[Version, ...]  # newest first
    marked: Version | None


@dataclass(frozen=True, slots=True)
class Closed:
    """A question that is no longer open: who dealt with it, and whether it was put aside rather than answered."""

    by: str
    put_aside: bool


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody who asked and is now to hear the answer, in the words he asked it."""

    asker: str
    question: str
    language: str
    answer_ids: tuple[int, ...]


class Gaps:
    """Open questions by meaning, and the curated entries that close them."""

    def __init__(
        self, log: AnswerLog, library: Library, embed: Embed | None = None, staff: Staff = nobody
    ) -> None:
        """`staff` says who, of those who asked, works or worked here: their questions are gaps of their own."""
        self._log = log
        self._staff = staff
        self._library = library
        self._embed = embed

    def asked(self, connection: Connection, *, since: datetime | None = None, limit: int = 1000) -> Asked:
        """The newest `limit` open questions, by language and readers; one that leans on another with that before it."""
        asked: dict[Kind, list[LoggedAnswer]] = defaultdict(list)
        staff = self._staff(connection)
        for logged in self._log.unanswered(connection, since=since, limit=limit):
            if is_bare_number(logged.question):
                continue
            audience = Audience.STAFF if logged.asker in staff else Audience.FARMER
            whole = made_whole(self._log, connection, logged)
            follows = plain(logged.question) if whole is not logged else ""
            if whole.question.startswith(FOLLOWS):  # what it follows is not shown: it is like no other
                follows += f" {logged.answer_id}"
            heard = heard_in(logged.question, logged.language)
            asked[heard, audience, follows].append(replace(whole, language=heard))
        return asked

    def open(self, asked: Asked) -> list[Gap]:
        """The gaps among open questions, most asked first. Slow (meanings are compared): outside a transaction."""
        found = [
            _gap([questions[place] for place in places], audience)
            for (language, audience, _follows), questions in asked.items()
            for places in group([one.question for one in questions], language, self._embed)
        ]
        return sorted(found, key=lambda gap: (-gap.people, -gap.count, -gap.last_asked_at.timestamp()))

    def of(self, asked: Asked, answer_id: int) -> Gap:
        """The gap an open question belongs to; slow as `open`. Raises `UnknownGap`."""
        for gap in self.open(asked):
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
        instead_of: Sequence[str] = (),
    ) -> Version:
        """Publish a curated entry. Slow (it is indexed): call it outside a transaction, then `close`.

        `instead_of` are the versions whose place it takes: it becomes the next version of the first, the others are
        retired. Raises `LibraryError`, where the first was followed by another meanwhile too.
        """
        self._finish_what_broke_off()
        entry = self._written(question, text, language, audience, effective_from)
        if entry is None:
            draft = self._library.stage_text(question, text, language=language, author=author)
            entry = self._publish(draft.draft_id, audience, effective_from, review_on, author, instead_of[:1])
        for other in instead_of:
            self._retire(other, entry, author)
        return entry

    def write_anew(
        self,
        version_id: str,
        text: str,
        *,
        question: str | None = None,
        author: str,
        review_on: date,
        effective_from: date,
    ) -> Version | None:
        """Publish an entry's next version, under another `question` if one is given; slow. None where somebody else
        has dealt with it since.

        Taken again after it broke off behind the publication it finds what it published. Raises `LibraryError`.
        """
        self._finish_what_broke_off()
        old = self._library.version(version_id)
        audience, title = old.audience or Audience.FARMER, question or old.title
        entries = self._entries(effective_from, old.language, audience)
        now = next((one for one in entries if one.document_id == old.document_id), None)
        if now is not None and now.version_id == version_id:
            draft = self._library.stage_text(title, text, language=old.language, author=author)
            return self._publish(draft.draft_id, audience, effective_from, review_on, author, [version_id])
        same = now is not None and now.content_hash == _hash(title, text) and now.published_by == author
        return now if same else None

    def _finish_what_broke_off(self) -> None:
        if any(version.status is VersionStatus.INDEXING for version in self._library.versions()):
            self._library.recover()

    def _publish(
        self, draft_id: str, audience: Audience, on: date, review_on: date, by: str, over: Sequence[str]
    ) -> Version:
        old = self._library.version(over[0]) if over else None
        return self._library.publish(
            draft_id,
            audience=audience,
            effective_from=on,
            replaces=old.document_id if old else None,
            over=old.version_id if old else None,
            review_on=review_on,
            kind=DocumentKind.CURATED,
            at_once=True,  # whoever asked is told right after
            reason="written anew" if old else "answer to a gap",
            by=by,
        )

    def _retire(self, version_id: str, for_: Version, by: str) -> None:
        """Take off an entry of another document; the one that became the new entry's past is over already."""
        if self._library.version(version_id).document_id == for_.document_id:
            return
        with contextlib.suppress(LibraryError):  # somebody else took it off
            self._library.retire(version_id, by=by, reason="answered anew")

    def entries(self, gap: Gap, question: str, on: date) -> Entries:
        """The entries in force for the same readers that an answer to a gap, under `question`, may be instead of."""
        found = self._entries(on, gap.language, gap.audience)
        same = tuple(version for version in found if plain(version.title) == plain(question))
        marked = (one for one in found if one.document_id in gap.cited and one not in same)
        return Entries(same, next(marked, None))

    def _entries(self, on: date, language: str, audience: Audience) -> list[Version]:
        live = {
            version.version_id
            for version in self._library.live_versions(on, audience)
            if (version.language, version.audience) == (language, audience)
        }
        versions = reversed(self._library.versions())
        return [one for one in versions if one.version_id in live and one.kind is DocumentKind.CURATED]

    def _written(
        self, question: str, text: str, language: str, audience: Audience, on: date
    ) -> Version | None:
        """An entry with these very words for these readers: a press repeated after a crash does not write it twice."""
        content_hash = _hash(question, text)
        entries = self._entries(on, language, audience)
        return next((version for version in entries if version.content_hash == content_hash), None)

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
        return len(self._log.mark_handled(connection, answer_ids, by=f"{_DISMISSED}{by}"))

    def closed(self, connection: Connection, answer_id: int) -> Closed | None:
        """Who dealt with a question; None where it is open or nobody knows."""
        logged = self._log.get(connection, answer_id)
        if logged is None or logged.handled_by is None or logged.handled_at is None:
            return None
        if logged.handled_by.startswith(_DISMISSED):
            return Closed(logged.handled_by.removeprefix(_DISMISSED), put_aside=True)
        written = [
            one
            for one in self._library.versions()
            if logged.handled_by in (one.document_id, one.version_id)
            and one.published_at is not None
            and one.published_at <= logged.handled_at
        ]
        return Closed(written[-1].published_by or "", put_aside=False) if written else None

    def due_for_review(self, on: date) -> list[Version]:
        """Curated entries in force whose review date has come."""
        live = {version.version_id for version in self._library.live_versions(on, Audience.STAFF)}
        return [
            version
            for version in self._library.versions()
            if version.version_id in live and version.review_on is not None and version.review_on <= on
        ]


def _hash(question: str, text: str) -> str:
    return hashlib.sha256(as_file(question, text)).hexdigest()


def _gap(questions: Sequence[LoggedAnswer], audience: Audience) -> Gap:
    typical = questions[0]
    marked = sorted((one for one in questions if one.rating == -1), key=lambda one: -one.answer_id)
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
        marked=next((one.text for one in marked if one.text), ""),
        cited=tuple(dict.fromkeys(citation.document for one in marked for citation in one.citations)),
        audience=audience,
    )
