"""Applications: drafts, submission, the lifecycle, what the farmer may do with his own."""

from intake.applications.instances import Instance
from intake.applications.model import (
    AnswerLine,
    Application,
    ApplicationFile,
    Attachment,
    Draft,
    Enclosure,
    Event,
    EventKind,
    Finding,
    FindingKind,
    Message,
    Person,
    Submission,
    open_questions,
)
from intake.applications.photos import prepare_photo
from intake.applications.prepared import Prepared
from intake.applications.reference import make_reference, read_reference, without_references
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
from intake.applications.uploads import prepare_upload

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
    "Enclosure",
    "Event",
    "EventKind",
    "Finding",
    "FindingKind",
    "Instance",
    "Message",
    "Person",
    "Prepared",
    "Submission",
    "actions_from",
    "make_reference",
    "open_questions",
    "prepare_photo",
    "prepare_upload",
    "read_reference",
    "without_references",
]
