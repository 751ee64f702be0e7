"""What must be right about a publication: its dates, its place among the versions, the id of a new document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence
from datetime import date

from knowledge.library.errors import PublishProblem, PublishRefused
from knowledge.library.model import Version
from knowledge.library.standing import newest_published
from knowledge.library.status import VersionStatus


def check_dates(effective_from: date, effective_until: date | None) -> None:
    if effective_until is not None and effective_until < effective_from:
        raise PublishRefused(
            PublishProblem.UNTIL_BEFORE_FROM,
            since=effective_from.isoformat(),
            until=effective_until.isoformat(),
        )


def check_order(others: Sequence[Version], effective_from: date) -> None:
    dates = [v.effective_from for v in others if v.status is VersionStatus.PUBLISHED and v.effective_from]
    if dates and effective_from < max(dates):
        raise PublishRefused(
            PublishProblem.OLDER_THAN_CURRENT,
            since=effective_from.isoformat(),
            current=max(dates).isoformat(),
        )


def check_over(others: Sequence[Version], over: str | None) -> None:
    """Refuses a version that was compared with one that is no longer the newest: it would undo a change unseen."""
    now = newest_published(others)
    if over is not None and now is not None and now.version_id != over:
        raise PublishRefused(PublishProblem.OVERTAKEN, by=now.published_by or "–", label=now.label)


def slug(version: Version, taken: Collection[str]) -> str:
    """A new document's id from its title, readable and free."""
    plain = unicodedata.normalize("NFKD", version.title).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or f"document-{version.version_key}"
    number = 2
    found = base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found
