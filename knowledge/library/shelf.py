"""The reading side of the library: which versions there are, which are in force, what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sqlalchemy import Engine

from knowledge.clock import Clock
from knowledge.documents.chunking import words
from knowledge.library import store
from knowledge.library.diff import Diff, compare
from knowledge.library.errors import UnknownVersion
from knowledge.library.files import FileStore
from knowledge.library.likeness import NEAR, likeness, sketch
from knowledge.library.model import WITHDRAWN, Draft, LibraryEvent, Resemblance, Version
from knowledge.library.standing import Calendar, ended, following, live, newest_published
from knowledge.library.status import Standing, VersionStatus
from knowledge.library.terms import slug
from knowledge.types import Audience, Chunk, LiveVersion

TAKEN_OFF = (VersionStatus.RETIRED, VersionStatus.ROLLED_BACK)
SAME_DOCUMENT = 0.25  # likeness from which a file is taken for a new version of a live document


class Shelf:
    """Documents with their versions, for reading; changes nothing."""

    def __init__(self, engine: Engine, clock: Clock, files: FileStore) -> None:
        self._reader = engine.execution_options(read_only=True)
        self._clock = clock
        self._files = files

    def today(self) -> date:
        """The day it is by the library's clock: the lender's, where the bot runs."""
        return self._clock().date()

    # looking -------------------------------------------------------------------------------------------------

    def version(self, version_id: str) -> Version:
        """One version; raises `UnknownVersion`."""
        with self._reader.begin() as connection:
            return store.version(connection, version_id)

    def show(self, name: str) -> Version:
        """A version by its id, or a document's live version (else its newest) by the document's id."""
        return self._named(self.versions(), name)

    def _named(self, versions: Sequence[Version], name: str) -> Version:
        exact = [v for v in versions if v.version_id == name]
        if exact:
            return exact[0]
        of_document = [v for v in versions if v.document_id == name]
        current = live(of_document, self.today())
        newest = [v for v in of_document if v.status is VersionStatus.PUBLISHED] or of_document
        if not newest:
            raise UnknownVersion(name)
        return current[0] if current else newest[-1]

    def taken_off(self, name: str) -> Version:
        """What is to come back: a version by its id; of a document what was taken off last, if anything was."""
        versions = self.versions()
        gone = {v.version_id: v for v in versions if v.document_id == name and v.status in TAKEN_OFF}
        for event in reversed(self.history(name)):
            if event.version_id in gone and event.action in TAKEN_OFF:
                return gone[event.version_id]
        return self._named(versions, name)

    def to_follow(self, version_id: str) -> list[Version]:
        """The versions to come of a version's document, soonest first."""
        return following(self.versions(), self.version(version_id), self.today())

    def goes_with(self, name: str) -> list[Version]:
        """The versions to come that are withdrawn where a version (or a document's live one) is retired."""
        versions, today = self.versions(), self.today()
        version = self._named(versions, name)
        whole = name == version.document_id or Calendar(versions, today).standing(version) is Standing.LIVE
        return following(versions, version, today) if whole else []

    def comes_with(self, version_id: str) -> list[Version]:
        """The versions that were withdrawn with a retired one and come back with it: those still to come."""
        today = self.today()
        return [one for one in self._withdrawn_with(version_id) if not _has_begun(one, today)]

    def stays_off(self, version_id: str) -> list[Version]:
        """Those withdrawn with it whose day has come meanwhile: they would answer at once, in its place."""
        today = self.today()
        return [one for one in self._withdrawn_with(version_id) if _has_begun(one, today)]

    def _withdrawn_with(self, version_id: str) -> list[Version]:
        version, today = self.version(version_id), self.today()
        if version.status is not VersionStatus.RETIRED or version.document_id is None:
            return []
        last = {event.version_id: event.action for event in self.history(version.document_id)}
        return [
            one
            for one in self.versions()
            if one.document_id == version.document_id
            and one.status is VersionStatus.ROLLED_BACK
            and last[one.version_id] == WITHDRAWN
            and not ended(one, today)
        ]

    def versions(self) -> list[Version]:
        """All versions, oldest first; discarded drafts too."""
        with self._reader.begin() as connection:
            return store.all_versions(connection)

    def standing(self, version_id: str, on: date | None = None) -> Standing:
        """How a version stands on a day (today by default): live, scheduled, superseded, expired, …"""
        versions = self.versions()
        wanted = [v for v in versions if v.version_id == version_id]
        if not wanted:
            raise UnknownVersion(version_id)
        return Calendar(versions, on or self.today()).standing(wanted[0])

    def standings(self, on: date | None = None) -> list[tuple[Version, Standing]]:
        """All versions, oldest first, each with how it stands on a day (today by default)."""
        versions = self.versions()
        calendar = Calendar(versions, on or self.today())
        return [(version, calendar.standing(version)) for version in versions]

    def newest(self, document_id: str) -> str | None:
        """The last published version of a document, in force or to come: the one a next version comes over."""
        with self._reader.begin() as connection:
            last = newest_published(store.all_versions(connection, document_id=document_id))
        return last.version_id if last else None

    def without(self, version_id: str) -> list[Version]:
        """What answers in a version's place once it is rolled back, today or on the day it would begin."""
        versions = self.versions()
        gone = self._named(versions, version_id)
        day = max(self.today(), gone.effective_from or self.today())
        now = {version.version_id for version in live(versions, day)}
        then = live([version for version in versions if version.version_id != gone.version_id], day)
        return [v for v in then if v.document_id == gone.document_id or v.version_id not in now]

    def history(self, document_id: str) -> list[LibraryEvent]:
        """Everything done to a document or a version, oldest first."""
        with self._reader.begin() as connection:
            by_version = store.history(connection, version_id=document_id)
            return by_version or store.history(connection, document_id=document_id)

    def file(self, version_id: str) -> bytes:
        """The bytes as they were sent."""
        return self._files.get(self.version(version_id).content_hash)

    def has_file(self, version: Version) -> bool:
        """Whether the bytes as they were sent are still there."""
        return self._files.has(version.content_hash)

    def duplicates(self) -> list[tuple[Version, Version, float]]:
        """Pairs of live documents with much the same text, most alike first."""
        today = self.today()
        with self._reader.begin() as connection:
            current = live(store.all_versions(connection), today)
            sketches = store.sketches(connection)
        pairs = [
            (one, other, likeness(sketches[one.version_id], sketches[other.version_id]))
            for place, one in enumerate(current)
            for other in current[place + 1 :]
        ]
        return sorted((pair for pair in pairs if pair[2] >= NEAR), key=lambda pair: -pair[2])

    def diff(self, draft_id: str, *, against: str) -> Diff:
        """What `draft_id` would change in a document (its live version) or against another version."""
        try:
            other = self.show(against).version_id
        except UnknownVersion:
            return compare([], self.chunks([draft_id]))
        return compare(self.chunks([other]), self.chunks([draft_id]))

    # for answering -------------------------------------------------------------------------------------------

    def live_versions(self, on: date, audience: Audience) -> list[LiveVersion]:
        """The versions `audience` may be answered from on `on`; staff read farmers' documents too."""
        with self._reader.begin() as connection:
            current = live(store.all_versions(connection), on)
        return [as_live(v) for v in current if audience is Audience.STAFF or v.audience is Audience.FARMER]

    def chunks(self, version_ids: Iterable[str]) -> Iterator[Chunk]:
        """The chunks of versions in reading order."""
        with self._reader.begin() as connection:
            found = list(store.chunks_of(connection, version_ids))
        yield from found

    def chunk(self, chunk_id: str) -> Chunk | None:
        """One chunk by its id."""
        with self._reader.begin() as connection:
            return store.chunks_by_id(connection, [chunk_id]).get(chunk_id)

    def section(self, chunk_id: str) -> str:
        """The whole section a chunk stands in; empty for an unknown chunk."""
        with self._reader.begin() as connection:
            found = store.chunks_by_id(connection, [chunk_id]).get(chunk_id)
            parts = store.section_of(connection, found.parent_id) if found else []
        return "\n".join(part.text for part in parts)

    # drafts ----------

    def draft(self, draft_id: str, *, replaces: str | None = None) -> Draft:
        """A draft with what an admin should see: sections, look-alikes, what would change."""
        with self._reader.begin() as connection:
            version = store.version(connection, draft_id)
            found = list(store.chunks_of(connection, [draft_id]))
        resembles = self._resembling(version)
        replaces = replaces or version.document_id or self._likely_document(version, resembles)
        return Draft(
            version=version,
            chunk_count=len(found),
            word_count=round(sum(words(c.text) for c in found)),
            sections=tuple(
                dict.fromkeys(" › ".join(c.heading_path[1:]) for c in found if len(c.heading_path) > 1)
            ),
            resembles=resembles,
            replaces=replaces,
            diff=self.diff(draft_id, against=replaces) if replaces else None,
        )

    def _resembling(self, version: Version) -> tuple[Resemblance, ...]:
        with self._reader.begin() as connection:
            sketches = store.sketches(connection)
            known = {v.version_id: v for v in store.all_versions(connection)}
            own = sketches.get(version.version_id) or sketch(
                c.text for c in store.chunks_of(connection, [version.version_id])
            )
        found = [
            Resemblance(known[other], 1.0 if known[other].content_hash == version.content_hash else alike)
            for other, others in sketches.items()
            if other != version.version_id and (alike := min(likeness(own, others), 0.99)) >= SAME_DOCUMENT
        ]
        return tuple(sorted(found, key=lambda other: -other.likeness))

    def new_document_id(self, version: Version) -> str:
        """The id a draft gets when it is published as a document of its own."""
        with self._reader.begin() as connection:
            return slug(version, store.document_ids(connection))

    def same_title(self, version: Version) -> Version | None:
        """The live document that has a version's title in its language."""
        today = self.today()
        with self._reader.begin() as connection:
            current = live(store.all_versions(connection), today)
        title = version.title.casefold()
        return next(
            (one for one in current if one.title.casefold() == title and one.language == version.language),
            None,
        )

    def _likely_document(self, version: Version, resembles: Sequence[Resemblance]) -> str | None:
        """The live document this is most likely a new version of: the same title, else much the same text."""
        today = self.today()
        with self._reader.begin() as connection:
            current = live(store.all_versions(connection), today)
        if same := self.same_title(version):
            return same.document_id
        live_ids = {other.version_id for other in current}
        return next(
            (other.version.document_id for other in resembles if other.version.version_id in live_ids), None
        )


def _has_begun(version: Version, on: date) -> bool:
    return version.effective_from is not None and version.effective_from <= on


def as_live(version: Version) -> LiveVersion:
    """A published version in the words of answering."""
    assert (
        version.document_id is not None
        and version.audience is not None
        and version.effective_from is not None
    )
    return LiveVersion(
        version_id=version.version_id,
        document=version.document_id,
        title=version.title,
        version=version.label,
        language=version.language,
        audience=version.audience,
        effective_from=version.effective_from,
        effective_until=version.effective_until,
    )
