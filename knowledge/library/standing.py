"""Which version answers on a day: follows from dates and statuses alone, so nothing has to be flipped at midnight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from knowledge.library.model import Version
from knowledge.library.status import Standing, VersionStatus

# Rolled back is as if never published; retired still keeps what it replaced from coming back.
COUNTS = (VersionStatus.PUBLISHED, VersionStatus.RETIRED)
_AS_STATUS = {
    VersionStatus.DRAFT: Standing.DRAFT,
    VersionStatus.INDEXING: Standing.INDEXING,
    VersionStatus.RETIRED: Standing.RETIRED,
    VersionStatus.ROLLED_BACK: Standing.ROLLED_BACK,
    VersionStatus.DISCARDED: Standing.DISCARDED,
}


def live(versions: Iterable[Version], on: date) -> list[Version]:
    """The versions in force on `on`: of each document the one that took effect last, unless it has ended.

    A version that another has replaced never answers again, even after the other expired or was retired.
    """
    known = list(versions)
    replaced = {version.supersedes for version in _begun(known, on)}
    return [
        version
        for document_id, version in _newest_begun(known, on).items()
        if version.status is VersionStatus.PUBLISHED
        and document_id not in replaced
        and not ended(version, on)
    ]


def following(versions: Sequence[Version], version: Version, on: date) -> list[Version]:
    """The versions still to come of a version's document, soonest first."""
    return sorted(
        (
            one
            for one in versions
            if one.document_id == version.document_id
            and one.version_id != version.version_id
            and one.status is VersionStatus.PUBLISHED
            and one.effective_from is not None
            and one.effective_from > on
        ),
        key=_order,
    )


class Calendar:
    """How each of the library's versions stands on one day."""

    def __init__(self, versions: Sequence[Version], on: date) -> None:
        self._on = on
        self._live = {version.version_id for version in live(versions, on)}
        self._newest = {version.version_id for version in _newest_begun(versions, on).values()}

    def standing(self, version: Version) -> Standing:
        if version.status is not VersionStatus.PUBLISHED:
            return _AS_STATUS[version.status]
        if version.effective_from is not None and version.effective_from > self._on:
            return Standing.SCHEDULED
        if version.version_id in self._live:
            return Standing.LIVE
        last = version.version_id in self._newest
        return Standing.EXPIRED if last and ended(version, self._on) else Standing.SUPERSEDED


def newest_published(versions: Iterable[Version]) -> Version | None:
    """The version that comes last of those published, in force already or still to come."""
    published = [v for v in versions if v.status is VersionStatus.PUBLISHED and v.effective_from is not None]
    return max(published, key=_order, default=None)


def _begun(versions: Iterable[Version], on: date) -> list[Version]:
    return [
        v for v in versions if v.status in COUNTS and v.effective_from is not None and v.effective_from <= on
    ]


def _newest_begun(versions: Iterable[Version], on: date) -> dict[str, Version]:
    newest: dict[str, Version] = {}
    for version in sorted(_begun(versions, on), key=_order):
        if version.document_id is not None:
            newest[version.document_id] = version
    return newest


def _order(version: Version) -> tuple[date, float, int]:
    assert version.effective_from is not None
    published = version.published_at.timestamp() if version.published_at else 0.0
    return version.effective_from, published, version.version_key


def ended(version: Version, on: date) -> bool:
    """Whether its last day is past."""
    return version.effective_until is not None and version.effective_until < on
