"""The words the knowledge package speaks: elements, chunks, passages, citations, answers."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Progress = Callable[[int, int], None]
"""Told how much of how much is done."""


class Audience(StrEnum):
    """Who may be answered from a document. Staff read everything; farmers only what is theirs."""

    FARMER = "farmer"
    STAFF = "staff"


class ElementKind(StrEnum):
    """What a stretch of a document is, as its loader saw it."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST_ITEM = "list_item"
    TABLE = "table"


@dataclass(frozen=True, slots=True)
class Element:
    """One stretch of a loaded document in reading order.

    `text` of a table is GitHub Markdown with its header row; `level` is a heading's depth from 1;
    `page` is the printed page from 1 where the format has pages.
    """

    kind: ElementKind
    text: str
    level: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class LoadedDocument:
    """A file as read: its title, its elements, and what the admin should know before publishing."""

    title: str
    elements: tuple[Element, ...]
    language: str
    pages: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Chunk:
    """An indexed piece of one document version.

    `text` is what a person reads; `heading_path` runs from the document title down; `parent_id` groups
    the chunks of one section so that the section can be shown whole. `chunk_id` is deterministic
    (version and position), so indexing twice changes nothing.
    """

    chunk_id: str
    version_id: str
    position: int
    text: str
    heading_path: tuple[str, ...]
    language: str
    page: int | None = None
    parent_id: str = ""
    is_table: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A retrieved chunk with its scores; every score says higher is nearer."""

    chunk: Chunk
    score: float
    dense: float | None = None
    lexical: float | None = None
    rerank: float | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a sentence of an answer stands: enough to find it in print and to show it in chat."""

    chunk_id: str
    document: str
    title: str
    version: str
    section: str
    page: int | None
    quote: str
    language: str


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer taken from the documents. `confidence` runs from 0 to 1, calibrated on golden questions.

    `nearest` are the sections that come next, none of them cited: to be read by whom the answer did not help.
    """

    text: str
    citations: tuple[Citation, ...]
    confidence: float
    language: str
    trace: dict[str, str] = field(default_factory=dict)
    nearest: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The documents do not surely answer this. `reason` is for the log and the admin, not for the farmer.

    `nearest` are the sections that come nearest, to be read and judged by who asked; none where nothing is near.
    """

    reason: str
    confidence: float
    language: str
    nearest: tuple[Citation, ...] = ()
    trace: dict[str, str] = field(default_factory=dict)


class RedirectKind(StrEnum):
    """Messages that are not questions to the documents."""

    OWN_CASE = "own_case"
    CALCULATION = "calculation"
    GREETING = "greeting"
    THANKS = "thanks"
    GOODBYE = "goodbye"
    INSULT = "insult"
    EMERGENCY = "emergency"
    ABOUT_BOT = "about_bot"
    WANTS_PERSON = "wants_person"
    WANTS_LOAN = "wants_loan"
    COMPLAINT = "complaint"
    HARDSHIP = "hardship"  # death, illness, hunger, a lost home: told, not asked about


@dataclass(frozen=True, slots=True)
class Redirect:
    """This message belongs to another room (status, calculator, a person); the documents are not asked.

    `rule` is what they say of it all the same, shown beside that room: of a bribe, not to pay.
    """

    kind: RedirectKind
    language: str
    rule: Answer | None = None


Outcome = Answer | NoAnswer | Redirect


@dataclass(frozen=True, slots=True)
class LiveVersion:
    """A document version that may be answered from on `on` by `audience`."""

    version_id: str
    document: str
    title: str
    version: str
    language: str
    audience: Audience
    effective_from: date
    effective_until: date | None
