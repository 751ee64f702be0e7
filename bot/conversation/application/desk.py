"""The draft on the desk: opened for a turn, kept in the turn's transaction."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.conversation import lending
from bot.conversation.application.checks import LimitChecks
from bot.conversation.expects import expect
from bot.conversation.turn import Stale, Turn, Tx
from bot.story import story_reader
from intake.applications import Draft
from intake.errors import TransitionNotAllowed
from intake.forms import QuestionKind
from intake.interview import Interview, SummaryItem

ROOM = "application"
CONSENT = "consent"  # the form's own acknowledgement: asked before the interview, so it is not counted


@dataclass(frozen=True, slots=True)
class Sitting:
    """An open draft and its interview. `carried`: the lender's form has changed since the draft was begun."""

    draft: Draft
    interview: Interview
    carried: bool = False


def begun(turn: Turn) -> Draft | None:
    """The farmer's open draft, if he has one."""
    with turn.services.reading() as connection:
        return turn.services.applications.open_draft(connection, turn.user_id)


def sit(turn: Turn) -> Sitting | None:
    """His open draft with its interview."""
    draft = begun(turn)
    if draft is None:
        return None
    carried = draft.state["session"]["form"]["sha256"] != turn.services.form.sha256
    return Sitting(draft, opened(turn, draft.state), carried)


def opened(turn: Turn, saved: Mapping[str, Any]) -> Interview:
    """An interview as it was saved."""
    return Interview.restore(turn.services.form, dict(saved), **_around(turn))


def fresh(turn: Turn, known: Mapping[str, Any], *, model: bool = True) -> Interview:
    """An interview from the beginning; what is `known` needs only a "still right?". `model`: a story may be shown to
    the chat model, if there is one."""
    around = _around(turn)
    if not model:
        around["story_reader"] = None
    return Interview.start(turn.services.form, known=known, **around)


def _around(turn: Turn) -> dict[str, Any]:
    locale = lending.locale(turn.services, turn.now)
    return {
        "language": turn.language,
        "locale": locale,
        "checks": LimitChecks(turn.services),
        "clock": lambda: turn.now.astimezone(turn.services.lender.zone),  # its days are the lender's
        "story_reader": story_reader(turn),
    }


def progress(interview: Interview) -> tuple[int, int]:
    """Answered and total, of the questions that are asked in this chat."""
    answered, total = interview.progress()
    asked_before = any(
        question.kind is QuestionKind.ACKNOWLEDGE and question.name == CONSENT
        for question in interview.session.questions()
    )
    return (max(answered - asked_before, 0), max(total - asked_before, 1))


def place(interview: Interview, path: str) -> int:
    """Which of the questions that are asked in this chat one is."""
    asked = [
        question.path
        for question in interview.session.questions()
        if question.kind is not QuestionKind.NOTE
        and not (question.kind is QuestionKind.ACKNOWLEDGE and question.name == CONSENT)
    ]
    return asked.index(path) + 1 if path in asked else 1


def answers(interview: Interview) -> list[SummaryItem]:
    """What the farmer answered here; the consent stands in its own record."""
    return [item for item in interview.summary() if item.kind is not QuestionKind.ACKNOWLEDGE]


def keep(turn: Turn, tx: Tx, sitting: Sitting) -> None:
    """Save the interview in this transaction; another turn that came first makes this one start over."""
    answered, total = progress(sitting.interview)
    try:
        turn.services.applications.save_draft(
            tx.connection,
            sitting.draft,
            state=sitting.interview.save(),
            answered=answered,
            total=total,
            language=turn.language,
        )
    except TransitionNotAllowed:
        raise Stale(turn.incoming.chat_id) from None
    tx.state.setdefault(ROOM, {})["draft_id"] = sitting.draft.draft_id
    expect(tx, ROOM)


def leave(tx: Tx) -> None:
    """Take the application off the desk: sent, given up, or put away for today."""
    tx.state.pop(ROOM, None)
    if tx.state.get("expects", {}).get("room") == ROOM:
        tx.state.pop("expects")
