"""What the library refuses; each error carries the facts, the bot and the shell word them."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from knowledge.errors import KnowledgeError
from knowledge.library.status import VersionStatus


class LibraryError(KnowledgeError):
    """The library cannot do this."""


class UnknownVersion(LibraryError):
    """No such document or version. `asked` is the id that was given."""

    def __init__(self, asked: str) -> None:
        self.asked = asked
        super().__init__(f"there is no document or version {asked!r}; `village-credit docs list` shows them")


class TransitionNotAllowed(LibraryError):
    """The version is not in a state for this; `by` and `at` say who changed it last, and when."""

    def __init__(
        self,
        version_id: str,
        status: VersionStatus,
        wanted: VersionStatus,
        by: str = "",
        at: datetime | None = None,
    ) -> None:
        self.version_id, self.status, self.wanted, self.by, self.at = version_id, status, wanted, by, at
        when = f" since {at:%Y-%m-%d %H:%M} UTC by {by}" if at else ""
        super().__init__(f"{version_id} is {status}{when} and cannot become {wanted}")


class ReadOtherwise(LibraryError):
    """Read again, a file gives warnings that nobody has seen; what was read is kept as a draft to look at."""

    def __init__(self, draft_id: str, title: str, warnings: tuple[str, ...]) -> None:
        self.draft_id, self.title, self.warnings = draft_id, title, warnings
        super().__init__(
            f"not published: read again, {title!r} gives new warnings ({'; '.join(warnings)}); look at the draft "
            f"{draft_id}, then publish it"
        )


class PublishProblem(StrEnum):
    """Why a draft cannot be published as asked."""

    UNTIL_BEFORE_FROM = "until_before_from"
    OLDER_THAN_CURRENT = "older_than_current"
    OLDER_THAN_RETIRED = "older_than_retired"
    ENDED_BY_ANOTHER = "ended_by_another"
    OVERTAKEN = "overtaken"
    NOTHING_TO_SAY = "nothing_to_say"
    INDEX_FAILED = "index_failed"


_ENGLISH = {
    PublishProblem.UNTIL_BEFORE_FROM: "it would end ({until}) before it begins ({since})",
    PublishProblem.OLDER_THAN_CURRENT: "its date {since} is before {current} of the version it replaces, "
    "so it would never be answered from; choose a later date or roll the newer version back first",
    PublishProblem.OLDER_THAN_RETIRED: "its date {since} is before {current} of a version that was retired, "
    "so it would not be answered from; choose a later date",
    PublishProblem.ENDED_BY_ANOTHER: "{title} took its place on {since}, so it would never be answered from; "
    "roll that one back first, or publish it as a document of its own",
    PublishProblem.OVERTAKEN: "{by} published another version of it ({label}) meanwhile; look at what changes now",
    PublishProblem.NOTHING_TO_SAY: "it holds no text that could answer anything",
    PublishProblem.INDEX_FAILED: "the index could not take it up ({detail}); the old version still answers",
}


class PublishRefused(LibraryError):
    """A draft that cannot be published as asked; nothing has changed."""

    def __init__(self, problem: PublishProblem, **facts: str) -> None:
        self.problem = problem
        self.facts = facts
        super().__init__("not published: " + _ENGLISH[problem].format(**facts))
