"""The library's facts in the admin's words."""

from __future__ import annotations

from bot.conversation.turn import Turn
from bot.conversation.wording import N_, Html, Wording, lines, quoted
from knowledge.documents import NOT_A_TEXT, DocumentRefused, Refusal
from knowledge.library import (
    LibraryError,
    PublishProblem,
    PublishRefused,
    ReadOtherwise,
    Standing,
    TransitionNotAllowed,
    Version,
)
from knowledge.types import Audience

REFUSALS = {
    Refusal.EMPTY: N_("{name} is empty. Please send it again."),
    Refusal.TOO_LARGE: N_("{name} is too large. Please split it."),
    Refusal.ENCRYPTED: N_("{name} is protected with a password. Please save it without one."),
    Refusal.UNKNOWN_TYPE: N_(
        "I cannot read {name}. I read PDF, Word, Excel, Markdown, HTML, CSV and plain text."
    ),
    Refusal.DAMAGED: N_("{name} is damaged. Please save it again from the program that made it."),
    Refusal.NO_TEXT: N_(
        "I found no text in {name}. Please send a file whose words can be marked and copied, not a picture of them."
    ),
    Refusal.SCAN: N_("{name} is a scan: pictures of text. Please send a file with text in it."),
    Refusal.TOO_SLOW: N_("Reading {name} took too long. Please split it or save it more simply."),
    Refusal.TOO_MUCH_MEMORY: N_(
        "Reading {name} needs too much memory. Please split it or save it more simply."
    ),
    Refusal.TOO_MUCH_TEXT: N_("{name} holds more text than one document may. Please split it."),
    Refusal.BOMB: N_("{name} unpacks to far more than its size. I did not open it."),
}

NO_WORDS = N_("I can make no words of what is in {name}. Please check that it is the right file.")

STANDINGS = {
    Standing.DRAFT: N_("draft"),
    Standing.INDEXING: N_("being published"),
    Standing.SCHEDULED: N_("from {day}"),
    Standing.LIVE: N_("in force since {day}"),
    Standing.SUPERSEDED: N_("replaced"),
    Standing.EXPIRED: N_("ended"),
    Standing.RETIRED: N_("retired"),
    Standing.ROLLED_BACK: N_("rolled back"),
    Standing.DISCARDED: N_("thrown away"),
}

PROBLEMS = {
    PublishProblem.UNTIL_BEFORE_FROM: N_("It would end before it begins."),
    PublishProblem.OLDER_THAN_CURRENT: N_(
        "Its date is before that of the version in force, so it would never be answered from. "
        "Choose a later date, or roll the newer version back first."
    ),
    PublishProblem.OLDER_THAN_RETIRED: N_(
        "Its date is before that of a version that was retired, so it would not be answered from. Choose a later date."
    ),
    PublishProblem.ENDED_BY_ANOTHER: N_(
        "“{title}” has taken the place of this document, so it would never be answered from. Roll that one back first."
    ),
    PublishProblem.OVERTAKEN: N_(
        "Meanwhile {by} published another version of it. Look at what yours changes now. If it is right, publish again."
    ),
    PublishProblem.NOTHING_TO_SAY: N_("It holds no text that could answer anything."),
    PublishProblem.INDEX_FAILED: N_(
        "The index could not take it up. The old version still answers. Try again later."
    ),
}


def refused(turn: Turn, error: DocumentRefused, name: str) -> Html:
    """Why a file could not become a document, and that nothing has changed."""
    why = NO_WORDS if error.facts.get("found") == NOT_A_TEXT else REFUSALS[error.code]
    return lines(
        turn.say(why, name=quoted(name, 80)),
        turn.say("The documents are as they were."),
    )


def problem(wording: Wording, error: LibraryError) -> Html:
    """Why the library did not do it."""
    if isinstance(error, PublishRefused):
        return wording.say(PROBLEMS[error.problem], **error.facts)
    if isinstance(error, TransitionNotAllowed):
        return wording.say(
            "Already done: it is {status}.", status=wording.say(STATUS_WORDS[error.status.value])
        )
    if isinstance(error, ReadOtherwise):
        return wording.say(
            "Read again, “{title}” gives warnings that nobody has seen. Nothing has changed. Look at what was read, "
            "then publish it.",
            title=error.title[:200],
        )
    return wording.say("There is no such document any more.")


STATUS_WORDS = {
    "draft": N_("draft"),
    "indexing": N_("being published"),
    "published": N_("published"),
    "retired": N_("retired"),
    "rolled_back": N_("rolled back"),
    "discarded": N_("thrown away"),
}


def standing_line(wording: Wording, version: Version, standing: Standing) -> Html:
    """One version in a line."""
    day = wording.date(version.effective_from) if version.effective_from else "–"
    how = wording.say(STANDINGS[standing], day=day)
    line = (
        wording.say("{title} · {label} · {standing}", title=version.title, label=version.label, standing=how)
        if version.label
        else wording.say("{title} · {standing}", title=version.title, standing=how)
    )
    return line if version.audience is not Audience.STAFF else Html(line + " · " + wording.say("staff only"))
