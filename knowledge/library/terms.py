"""What must be right about a publication: its dates, its place among the versions, the id of a new document."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from knowledge.library.errors import PublishProblem, PublishRefused
from knowledge.library.model import Version
from knowledge.library.standing import COUNTS, newest_published
from knowledge.library.status import VersionStatus

LABEL_LONGEST = 47  # with the day it came back the column's 60
_CAME_BACK = re.compile(r"( \(\d{4}-\d\d-\d\d\))+$")
_PLACED = (*COUNTS, VersionStatus.INDEXING)  # have their place in the calendar, or will in a moment


def check_dates(effective_from: date, effective_until: date | None) -> None:
    if effective_until is not None and effective_until < effective_from:
        raise PublishRefused(
            PublishProblem.UNTIL_BEFORE_FROM,
            since=effective_from.isoformat(),
            until=effective_until.isoformat(),
        )


def check_place(
    versions: Sequence[Version], document_id: str, effective_from: date, over: str | None
) -> None:
    """Refuses a version that would not come after those of its document, or only unseen."""
    others = [v for v in versions if v.document_id == document_id]
    check_not_ended(versions, document_id, effective_from)
    _check_over(others, over)
    _check_order(others, effective_from)


def _check_order(others: Sequence[Version], effective_from: date) -> None:
    """Refuses a version that would be no version's next from the day it begins, or from a later day on."""
    placed = [
        v for v in others if v.status in _PLACED and v.effective_from and v.effective_from > effective_from
    ]
    if not placed:
        return
    last = max(placed, key=lambda v: v.effective_from or date.min)
    problem = (
        PublishProblem.OLDER_THAN_RETIRED
        if last.status is VersionStatus.RETIRED
        else PublishProblem.OLDER_THAN_CURRENT
    )
    raise PublishRefused(problem, since=effective_from.isoformat(), current=f"{last.effective_from}")


def _check_over(others: Sequence[Version], over: str | None) -> None:
    """Refuses a version that was compared with one that is no longer the newest: it would undo a change unseen."""
    on_their_way = [v for v in others if v.status is VersionStatus.INDEXING]
    now = on_their_way[-1] if on_their_way else newest_published(others)
    if over is not None and now is not None and now.version_id != over:
        raise PublishRefused(PublishProblem.OVERTAKEN, by=now.published_by or "–", label=now.label)


def check_not_ended(versions: Iterable[Version], document_id: str, on: date) -> None:
    """Refuses a document whose place another has taken by `on`: nothing of it would ever be answered from."""
    for v in versions:
        if (
            v.supersedes == document_id
            and v.status in _PLACED
            and v.effective_from
            and v.effective_from <= on
        ):
            raise PublishRefused(
                PublishProblem.ENDED_BY_ANOTHER, title=v.title, since=v.effective_from.isoformat()
            )


def label_again(label: str, today: date) -> str:
    """What citations call a version that comes back today: its own name and the day, once."""
    return f"{_CAME_BACK.sub('', label)[:LABEL_LONGEST]} ({today.isoformat()})"


def slug(version: Version, taken: Collection[str]) -> str:
    """A new document's id from its title, readable and free."""
    plain = unicodedata.normalize("NFKD", version.title).encode("ascii", "ignore").decode().lower()
    base = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or f"document-{version.version_key}"
    number = 2
    found = base
    while found in taken:
        found, number = f"{base}-{number}", number + 1
    return found
