"""Doing something to an application: once, by who may, with the news to all concerned and the card renewed."""

from __future__ import annotations

import html
from collections.abc import Callable
from dataclasses import replace

from sqlalchemy import Connection

from bot.conversation import done as done_before
from bot.conversation.expects import settle
from bot.conversation.messages import Reply
from bot.conversation.notifications import notify
from bot.conversation.officer.allowed import may_read, refusal
from bot.conversation.officer.card import STATUS, card
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html, bold, paragraphs, quoted
from bot.services import Services
from intake.applications import Action, Application, ApplicationStatus, Event, actions_from
from intake.audit import actor_id
from intake.errors import IntakeError, NotAllowed, NotFound, Reason, Refused, TransitionNotAllowed
from intake.review import Lendable, StaffMember, rights

Deed = Callable[[Connection], tuple[Application, list[Event]]]

WHY_NOT = {
    Reason.NOT_STAFF: N_("You are not enrolled as staff."),
    Reason.ROLE: N_("Your role may not do this."),
    Reason.VILLAGE: N_("This village is not yours."),
    Reason.NOT_HOLDER: N_("Only the officer who holds this application may do this."),
    Reason.NOT_OWNER: N_("This is not yours."),
    Reason.FOUR_EYES: N_(
        "Who investigated or recommended a loan may not decide on it: a second person must."
    ),
    Reason.OWN_APPLICATION: N_("This is your own application. A colleague must handle it."),
    Reason.STAFF_RELATED: N_("You are related to this loan. A colleague must handle it."),
}

# The same where it is not he who pressed whom the rule keeps from it.
WHY_HE_NOT = {
    Reason.ROLE: N_("{name}'s role may not do this."),
    Reason.OWN_APPLICATION: N_("This is {name}'s own application. Somebody else must handle it."),
    Reason.STAFF_RELATED: N_("{name} is related to this loan. Somebody else must handle it."),
}

AMOUNT_NOT_ALLOWED = "amount_not_allowed"
NOBODY_ELSE = "nobody_else"
FARMER_ERASED = "farmer_erased"
WHY_REFUSED = {
    NOBODY_ELSE: N_("Nobody else is taken for this household."),
    "visit_in_past": N_("This day is over. Choose today or a later day."),
    "shares_required": N_("A large loan needs each person's share of responsibility."),
    "shares_wrong": N_("The shares must be above zero and make 100 together."),
    "guarantor_missing": N_(
        "Nobody stands for this loan yet. For an amount like this a guarantor must agree first. "
        "Approve less, or return it to the officer."
    ),
    FARMER_ERASED: N_("The farmer had everything deleted, so there is nobody left to write to."),
    "photo_too_big": N_("This photo is too big. Please send a smaller one."),
    "photo_too_many_pixels": N_("This photo is too big. Please send a smaller one."),
    "photo_unreadable": N_("I cannot open this photo. Please take it again."),
}


def do(
    turn: Turn,
    action: Action | None,
    application_id: int,
    deed: Deed,
    done: Html,
    *,
    words: str = "",
    then: Callable[[Tx], None] = lambda tx: None,
) -> Commit:
    """A commit that does the deed, tells everybody and renews the card; a refusal is said in words.

    `words` are what the person typed for it: given back if they could not be used. `then` is done with it.
    """

    def commit(tx: Tx) -> None:
        try:
            with tx.connection.begin_nested():
                application, events = deed(tx.connection)
        except IntakeError as error:
            refuse(turn, tx, error, action, application_id, words)
            return
        settle(tx)
        done_before.remember(turn, tx, done)
        notify(tx, turn.services, events)
        then(tx)
        tx.toast(html.unescape(done))
        tx.reply(_renewed(turn, tx, application, bold(done)))

    return commit


def refuse(
    turn: Turn, tx: Tx, error: IntakeError, action: Action | None, application_id: int, words: str = ""
) -> None:
    """Say why not; the step stays open only where other words or figures would do."""
    text = why_not(turn, tx, error, action)
    tx.toast(html.unescape(text), alert=True)
    if isinstance(error, Refused) and error.code != FARMER_ERASED:
        tx.reply(Reply(text))
        return
    settle(tx)
    kept = turn.say("Your words were not used: {words}", words=quoted(words, 2000)) if words else ""
    said = paragraphs(text, kept)
    if not isinstance(error, TransitionNotAllowed) or turn.staff is None:
        tx.reply(Reply(said))
        return
    try:  # the card as it is now is a reading of the file like any other: asked for, and logged
        now = turn.services.review.look(tx.connection, turn.user_id, application_id)
    except IntakeError:
        tx.reply(Reply(said))
        return
    tx.reply(_renewed(turn, tx, now, said))


def not_worker(turn: Turn, member: StaffMember, application_id: int) -> Commit | None:
    """What keeps this person from writing to the farmer; None when nothing does."""
    application = find(turn.services, str(application_id))
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    error = may_not_write(member, application)
    return None if error is None else lambda tx: refuse(turn, tx, error, None, application_id)


def may_not_write(member: StaffMember, application: Application) -> IntakeError | None:
    """The rule that keeps this person from writing to the farmer."""
    try:
        rights.require_worker(member, application)
    except NotAllowed as error:
        return error
    return Refused(FARMER_ERASED) if application.erased else None


def hindrance(
    turn: Turn,
    member: StaffMember,
    action: Action,
    application_id: int,
    version: int | None = None,
    words: str = "",
) -> Commit | None:
    """What keeps this person from the step, said before he is asked for words; None when nothing does."""
    application = find(turn.services, str(application_id))
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    error = refusal(member, application, action)
    if error is None and version is not None and version != application.version:
        error = TransitionNotAllowed(
            "press", application.status, application.changed_by, application.updated_at
        )
    if error is None:
        return None
    found = error
    return lambda tx: refuse(turn, tx, found, action, application_id, words)


def _renewed(turn: Turn, tx: Tx, application: Application, said: Html) -> Reply:
    """The card as it stands now, under what is to be said; in place of the message that was pressed."""
    edit = turn.incoming.press.message_id if turn.incoming.press else None
    member = turn.services.staff.find(tx.connection, turn.user_id)
    if member is None or not may_read(member, application):
        return Reply(said, edit=edit)
    shown = card(tx.connection, turn.services, application, member, tx.now)
    return replace(shown, text=paragraphs(said, shown.text), edit=edit)


def why_not(turn: Turn, tx: Tx, error: IntakeError, action: Action | None = None) -> Html:
    """An intake error in the person's words."""
    if isinstance(error, TransitionNotAllowed):
        return _moved_on(turn, tx, error, action)
    if isinstance(error, NotAllowed):
        return _forbidden(turn, error)
    if isinstance(error, Refused):
        if error.code == AMOUNT_NOT_ALLOWED:
            return not_lendable(turn, Lendable(error.facts["least"], error.facts["most"]))
        return turn.say(WHY_REFUSED.get(error.code, N_("A few words are needed here.")))
    if isinstance(error, NotFound):
        return turn.say("I cannot find this application.")
    raise error


def _forbidden(turn: Turn, error: NotAllowed) -> Html:
    """The rule in the words of whom it keeps from it: he who pressed, or he who was to have it."""
    concerned = error.facts.get("member", turn.user_id)
    if error.reason in WHY_HE_NOT and turn.staff is not None and concerned not in turn.staff.ids:
        return turn.say(WHY_HE_NOT[error.reason], name=error.facts["name"])
    return turn.say(WHY_NOT.get(error.reason, N_("Your role may not do this.")))


def not_lendable(turn: Turn, bounds: Lendable) -> Html:
    """An amount that cannot be lent on this application, and what can."""
    return turn.say(
        "This amount is not possible: at least {least} and at most {most} can be lent here.",
        least=turn.wording.money(bounds.least),
        most=turn.wording.money(bounds.most),
    )


def _moved_on(turn: Turn, tx: Tx, error: TransitionNotAllowed, action: Action | None) -> Html:
    status = ApplicationStatus(error.status)
    facts = {
        "status": turn.say(STATUS[status]),
        "when": turn.wording.moment(error.at),
        "who": _name(turn, tx, error.by),
    }
    if action in actions_from(status):
        if (
            status is ApplicationStatus.RECOMMENDED
        ):  # what came into the file changed no status: nobody to name
            return turn.say("That card was old: there is news in the file since. This is how it stands now.")
        return turn.say("That card was old: {who} changed it on {when}. This is how it stands now.", **facts)
    return turn.say("Already done: it is {status} since {when}, by {who}.", **facts)


def _name(turn: Turn, tx: Tx, actor: str) -> str:
    if actor == f"staff:{turn.user_id}":
        return turn.plain("you")
    if actor.startswith("farmer:"):
        return turn.plain("the farmer")
    number = actor_id(actor)
    found = [
        one.name for one in turn.services.staff.members(tx.connection, active=False) if one.user_id == number
    ]
    return found[0] if found else turn.plain("the system")


def find(services: Services, application_id: str) -> Application | None:
    """The application as it stands, for the slow part of a turn."""
    if not application_id.isdecimal():
        return None
    with services.reading() as connection:
        return find_in(connection, services, int(application_id))


def find_in(connection: Connection, services: Services, application_id: int) -> Application | None:
    """The application as it stands in this transaction; None when it is gone."""
    try:
        return services.applications.store.get(connection, application_id)
    except NotFound:
        return None
