"""The life of a document version: its statuses, and the one table of what may follow what."""

from __future__ import annotations

from enum import StrEnum


class VersionStatus(StrEnum):
    """What was done with a version. Whether it answers today follows from its dates, see `Standing`."""

    DRAFT = "draft"
    INDEXING = "indexing"
    PUBLISHED = "published"
    RETIRED = "retired"
    ROLLED_BACK = "rolled_back"
    DISCARDED = "discarded"


TRANSITIONS: dict[VersionStatus, frozenset[VersionStatus]] = {
    VersionStatus.DRAFT: frozenset({VersionStatus.INDEXING, VersionStatus.DISCARDED}),
    VersionStatus.INDEXING: frozenset({VersionStatus.PUBLISHED, VersionStatus.DRAFT}),
    VersionStatus.PUBLISHED: frozenset({VersionStatus.RETIRED, VersionStatus.ROLLED_BACK}),
    VersionStatus.RETIRED: frozenset({VersionStatus.PUBLISHED}),
    VersionStatus.ROLLED_BACK: frozenset({VersionStatus.PUBLISHED}),
    VersionStatus.DISCARDED: frozenset(),
}


class Standing(StrEnum):
    """How a version stands on a given day."""

    DRAFT = "draft"
    INDEXING = "indexing"
    SCHEDULED = "scheduled"
    LIVE = "live"
    SUPERSEDED = "superseded"
    EXPIRED = "expired"
    RETIRED = "retired"
    ROLLED_BACK = "rolled_back"
    DISCARDED = "discarded"
