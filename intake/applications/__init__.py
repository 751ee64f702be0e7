"""Applications: drafts, submission, the lifecycle, what the farmer may do with his own."""

from intake.applications.model import (
    AnswerLine,
    Application,
    ApplicationFile,
    Attachment,
    Draft,
    Event,
    EventKind,
    Finding,
    FindingKind,
    Message,
    Person,
    Submission,
)
from intake.applications.photos import PreparedPhoto, prepare_photo
from intake.applications.reference import make_reference, read_reference
from intake.applications.service import Applications
from intake.applications.status import (
    DECIDED,
    HELD,
    RUNNING,
    TRANSITIONS,
    Action,
    ApplicationStatus,
    actions_from,
)

__all__ = [
    "DECIDED",
    "HELD",
    "RUNNING",
    "TRANSITIONS",
    "Action",
    "AnswerLine",
    "Application",
    "ApplicationFile",
    "ApplicationStatus",
    "Applications",
    "Attachment",
    "Draft",
    "Event",
    "EventKind",
    "Finding",
    "FindingKind",
    "Message",
    "Person",
    "PreparedPhoto",
    "Submission",
    "actions_from",
    "make_reference",
    "prepare_photo",
    "read_reference",
]
