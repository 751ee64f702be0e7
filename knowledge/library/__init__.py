"""The lender's documents with their versions, dates and readers."""

from __future__ import annotations

from knowledge.library.diff import Diff, SectionChange
from knowledge.library.errors import (
    LibraryError,
    PublishProblem,
    PublishRefused,
    ReadOtherwise,
    TransitionNotAllowed,
    UnknownVersion,
)
from knowledge.library.files import FileStore, FolderFiles
from knowledge.library.indexed import ChunkIndex
from knowledge.library.library import Library
from knowledge.library.model import WITHDRAWN, DocumentKind, Draft, LibraryEvent, Resemblance, Version
from knowledge.library.shelf import Shelf, as_live
from knowledge.library.status import TRANSITIONS, Standing, VersionStatus

__all__ = [
    "TRANSITIONS",
    "WITHDRAWN",
    "ChunkIndex",
    "Diff",
    "DocumentKind",
    "Draft",
    "FileStore",
    "FolderFiles",
    "Library",
    "LibraryError",
    "LibraryEvent",
    "PublishProblem",
    "PublishRefused",
    "ReadOtherwise",
    "Resemblance",
    "SectionChange",
    "Shelf",
    "Standing",
    "TransitionNotAllowed",
    "UnknownVersion",
    "Version",
    "VersionStatus",
    "as_live",
]
