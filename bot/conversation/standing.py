"""Where an application stands, in a farmer's words, and what happens next."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from bot.conversation import handoff, readers
from bot.conversation.lending import today
from bot.conversation.notifications import his_officers, working
from bot.conversation.officer.farmer_news import to_sign
from bot.conversation.officer.phrases import in_language
from bot.conversation.turn import Turn
from bot.conversation.wording import Html, paragraphs, quoted
from intake.applications import Application, ApplicationFile, ApplicationStatus, FindingKind, open_questions


def standing(turn: Turn, file: ApplicationFile) -> Html:
    """Where it stands and what happens next."""
    return STANDING[file.application.status](turn, file)


def _submitted(turn: Turn, file: ApplicationFile) -> Html:
    with turn.services.reading() as connection:
        known = his_officers(connection, turn.services, file.application)
    waits = (
        turn.say("It is waiting for your officer to take it up. You do not have to do anything.")
        if known
        else turn.say("It is waiting for an officer to take it up. You do not have to do anything.")
    )
    return paragraphs(waits, _by_when(turn, file.application))


def _under_review(turn: Turn, file: ApplicationFile) -> Html:
    application = file.application
    with turn.services.reading() as connection:
        at_work = working(connection, turn.services, application)
    if not at_work:  # who had it has left, or may no longer act on it
        another = turn.say("It is waiting for another officer to take it up. You do not have to do anything.")
        return paragraphs(another, _by_when(turn, application))
    working_on = turn.say("Your officer {name} is working on it.", name=readers.names(at_work))
    if application.visit_on is not None and application.visit_on >= today(turn.services, turn.now):
        when = turn.wording.date(application.visit_on)
        visit = turn.say("Your officer comes to see you on {date}.", date=when)
    elif any(finding.kind is FindingKind.VISIT for finding in file.findings):
        seen = turn.say("Your officer has seen the place.")
        visit = paragraphs(
            seen,
            turn.say(
                "Next, your officer writes what speaks for the loan and what against it. Then a second person decides."
            ),
        )
    else:
        visit = turn.say("Next, your officer comes to see you, or calls you first.")
    return paragraphs(working_on, visit, _by_when(turn, application))


def asked(turn: Turn, file: ApplicationFile) -> Html:
    """What the officer wants to know."""
    head = turn.say("Your officer needs to know something from you. It goes on when you answer.")
    words = [in_language(text, turn.wording) for text in open_questions(file.messages)]
    return paragraphs(head, *(quoted(text, handoff.MAX_LETTERS) for text in words))


def _in_review(turn: Turn, file: ApplicationFile) -> Html:
    text = turn.say("Your officer has finished. Now a second person looks at it and decides.")
    return paragraphs(text, _by_when(turn, file.application))


def _approved(turn: Turn, file: ApplicationFile) -> Html:
    granted = file.application.approved or file.application.requested
    yes = turn.say("It is approved: {amount}.", amount=turn.wording.money(granted.amount))
    after = to_sign(turn.wording, turn.services)
    return paragraphs(yes, after)


def _rejected(turn: Turn, file: ApplicationFile) -> Html:
    decided = [finding for finding in file.findings if finding.kind.value == "decision"]
    reason = str(decided[-1].facts.get("reason", "")) if decided else ""
    no = turn.say("It was declined.")
    why = turn.say("The reason: {reason}", reason=in_language(reason, turn.wording)) if reason else Html("")
    after = turn.say(
        "You may ask for a second look: call {phone}. You may also apply again when things have changed.",
        phone=turn.services.lender.complaints_phone,
    )
    return paragraphs(no, why, after)


def _withdrawn(turn: Turn, file: ApplicationFile) -> Html:
    return turn.say("You took it back. You may apply again any time.")


def _expired(turn: Turn, file: ApplicationFile) -> Html:
    return turn.say("It was closed because nothing more came. You may apply again any time.")


STANDING: dict[ApplicationStatus, Callable[[Turn, ApplicationFile], Html]] = {
    ApplicationStatus.SUBMITTED: _submitted,
    ApplicationStatus.UNDER_REVIEW: _under_review,
    ApplicationStatus.INFORMATION_REQUESTED: asked,
    ApplicationStatus.RECOMMENDED: _in_review,
    ApplicationStatus.APPROVED: _approved,
    ApplicationStatus.REJECTED: _rejected,
    ApplicationStatus.WITHDRAWN: _withdrawn,
    ApplicationStatus.EXPIRED: _expired,
}


def _by_when(turn: Turn, application: Application) -> Html:
    due = application.submitted_at + timedelta(hours=turn.services.lender.deadlines.decision_target)
    if due < turn.now:
        return turn.say("It takes longer than it should. You can ask your officer why.")
    return turn.say("We want to tell you the decision by {date}.", date=turn.wording.date(due))
