"""Doing something to an application: once, by who may, with the news to all concerned and the card renewed."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import Connection

from bot.conversation.expects import settle
from bot.conversation.messages import Reply
from bot.conversation.notifications import notify
from bot.conversation.officer.card import STATUS, card
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import N_, Html
from bot.services import Services
from intake.applications import Application, ApplicationStatus, Event
from intake.audit import actor_id
from intake.errors import IntakeError, NotAllowed, NotFound, Reason, Refused, TransitionNotAllowed

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

WHY_REFUSED = {
    "amount_not_allowed": N_(
        "This amount is not possible: it must be above zero and at most what was asked for."
    ),
    "visit_in_past": N_("This day is over. Choose today or a later day."),
    "shares_required": N_("A large loan needs each person's share of responsibility."),
    "shares_wrong": N_("The shares must be above zero and make 100 together."),
}


def do(turn: Turn, deed: Deed, done: Html) -> Commit:
    """A commit that does the deed, tells everybody and shows the card; a refusal is said in words."""

    def commit(tx: Tx) -> None:
        try:
            with tx.connection.begin_nested():
                application, events = deed(tx.connection)
        except IntakeError as error:
            _refuse(turn, tx, error)
            return
        settle(tx)
        notify(tx, turn.services, events)
        tx.toast(done)
        assert turn.staff is not None  # the rooms let only staff come this far
        tx.reply(Reply(done))
        tx.reply(card(turn.services, application, turn.staff, tx.now))

    return commit


def _refuse(turn: Turn, tx: Tx, error: IntakeError) -> None:
    text = why_not(turn, tx, error)
    tx.toast(text, alert=True)
    tx.reply(Reply(text))


def why_not(turn: Turn, tx: Tx, error: IntakeError) -> Html:
    """An intake error in the person's words."""
    if isinstance(error, TransitionNotAllowed):
        return turn.say(
            "Already done: it is {status} since {when}, by {who}.",
            status=turn.say(STATUS[ApplicationStatus(error.status)]),
            when=turn.wording.moment(error.at),
            who=_name(turn, tx, error.by),
        )
    if isinstance(error, NotAllowed):
        return turn.say(WHY_NOT.get(error.reason, N_("Your role may not do this.")))
    if isinstance(error, Refused):
        return turn.say(WHY_REFUSED.get(error.code, N_("A few words are needed here.")))
    if isinstance(error, NotFound):
        return turn.say("I cannot find this application.")
    raise error


def _name(turn: Turn, tx: Tx, actor: str) -> str:
    if actor == f"staff:{turn.user_id}":
        return turn.plain("you")
    number = actor_id(actor)
    member = (
        turn.services.staff.find(tx.connection, number) if number and actor.startswith("staff:") else None
    )
    return member.name if member else turn.plain("the farmer") if actor.startswith("farmer:") else actor


def find(services: Services, application_id: str) -> Application | None:
    """The application as it stands, for the slow part of a turn."""
    try:
        with services.reading() as connection:
            return services.applications.store.get(connection, int(application_id))
    except (NotFound, ValueError):
        return None
