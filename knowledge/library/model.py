"""What the library speaks of: versions, drafts, events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from knowledge.library.diff import Diff
from knowledge.library.status import VersionStatus
from knowledge.types import Audience

WITHDRAWN = "withdrawn"  # the event of a version to come that went with the one in force


class DocumentKind(StrEnum):
    """A lender's own file, or an answer somebody wrote into a gap."""

    POLICY = "policy"
    CURATED = "curated"


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a document. `document_id`, audience and dates are set when it is published."""

    version_key: int
    version_id: str
    document_id: str | None
    label: str
    title: str
    language: str
    audience: Audience | None
    status: VersionStatus
    revision: int
    attempts: int
    effective_from: date | None
    effective_until: date | None
    review_on: date | None
    supersedes: str | None
    filename: str
    content_hash: str
    size: int
    pages: int | None
    warnings: tuple[str, ...]
    staged_at: datetime
    staged_by: str
    published_at: datetime | None
    published_by: str | None
    reason: str
    kind: DocumentKind = DocumentKind.POLICY


@dataclass(frozen=True, slots=True)
class Resemblance:
    """Another version with much the same text. `likeness` runs from 0 to 1; 1 is the same file."""

    version: Version
    likeness: float


@dataclass(frozen=True, slots=True)
class Draft:
    """A file that was read and is kept, seen by nobody: what the admin decides about.

    `replaces` is the document it most likely is a new version of, `diff` what would change in it.
    """

    version: Version
    chunk_count: int
    word_count: int
    sections: tuple[str, ...]
    resembles: tuple[Resemblance, ...]
    replaces: str | None
    diff: Diff | None

    @property
    def draft_id(self) -> str:
        return self.version.version_id

    @property
    def duplicate_of(self) -> Version | None:
        """The version that is the very same file, if one is kept."""
        return next((other.version for other in self.resembles if other.likeness == 1.0), None)


@dataclass(frozen=True, slots=True)
class LibraryEvent:
    """One thing somebody did to a version, and why."""

    at: datetime
    action: str
    actor: str
    document_id: str | None
    version_id: str
    reason: str
