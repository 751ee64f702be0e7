"""Somebody cannot be reached in the chat any more, or can be again: whom that concerns hears of it."""

from __future__ import annotations

from bot.conversation.messages import Button, Reply
from bot.conversation.notifications import addressees
from bot.conversation.officer.papers import one_line
from bot.conversation.turn import Tx
from bot.conversation.wording import N_, Html, Wording
from bot.services import Services
from intake.applications import RUNNING, Application
from intake.review import Role, StaffMember

STATUS, GUARANTEES = "status", "g.mine"  # the buttons that show how things stand
DOUBTFUL = {
    STATUS: (
        N_("There is news about your application. Press the button to see where it stands."),
        N_("My applications"),
    ),
    GUARANTEES: (
        N_(
            "There is news about a loan you were asked to stand for. Press the button to see where it stands."
        ),
        N_("Standing for a loan"),
    ),
}


def pointer(wording: Wording, again: str = STATUS) -> Reply:
    """Where to look, instead of what may have been said already or never arrived."""
    news, label = DOUBTFUL[again]
    return Reply(wording.say(news), buttons=((Button(wording.plain(label), again),),))


def lost(wording: Wording, *, file: bool, staff: bool) -> Html:
    """In place of a message that never arrived; how it was meant is not known any more. Staff have no officer."""
    if file:
        return wording.say("A file I wanted to send you is gone. Please ask for it once more.")
    if staff:
        return wording.say(
            "Sorry, something went wrong on our side: a message to you may not have arrived. "
            "Nothing you told me is lost. Write /start to go on."
        )
    return wording.say(
        "Sorry, something went wrong on our side: a message to you may not have arrived. "
        "Nothing you told me is lost. Write /start to go on, or /person to reach your officer."
    )


def shut(tx: Tx, services: Services, user_id: int) -> None:
    """He blocked the bot or left Telegram: his officer must call him; an officer's lead must know."""
    services.conversations.mark_blocked(tx.connection, user_id, tx.now)
    for application in services.applications.by_farmer(tx.connection, user_id):
        if application.holder and application.status in RUNNING:
            for colleague in addressees(tx.connection, services, application):
                _call_him(tx, services, application, colleague)
    member = services.staff.find(tx.connection, user_id)
    if member is not None:
        _officer_gone(tx, services, member)


def _call_him(tx: Tx, services: Services, application: Application, holder: StaffMember) -> None:
    wording = services.wording(holder.language)
    text = wording.say(
        "{name} ({reference}) cannot be reached in the chat any more. Please call: {phone}",
        name=one_line(application.applicant.name, 60),
        reference=application.reference,
        phone=one_line(application.applicant.phone or "–", 40),
    )
    number = (str(application.application_id),)
    rows = ((Button(wording.plain("Show the application"), "o.show", number),),)
    # Once a day at most, however many messages come back.
    key = f"shut:{application.application_id}:{holder.user_id}:{tx.now:%Y-%m-%d}"
    tx.send(holder.user_id, Reply(text, buttons=rows), key=key)


def _officer_gone(tx: Tx, services: Services, member: StaffMember) -> None:
    for lead in services.staff.members(tx.connection, role=Role.LEAD):
        if lead.user_id == member.user_id:
            continue
        text = services.wording(lead.language).say(
            "{name} cannot be reached: the bot was blocked there. Nothing that I write arrives.",
            name=member.name,
        )
        tx.send(lead.user_id, Reply(text), key=f"shut:{member.user_id}:{lead.user_id}:{tx.now:%Y-%m-%d}")


def opened(tx: Tx, services: Services, user_id: int, wording: Wording) -> None:
    """He let the bot in again: if a decision came back meanwhile, he hears where to look."""
    since = services.conversations.blocked_since(tx.connection, user_id)
    services.conversations.mark_blocked(tx.connection, user_id, None)
    if since is None or not services.outbox.came_back(tx.connection, user_id, since):
        return
    own = services.applications.by_farmer(tx.connection, user_id)
    tx.reply(pointer(wording, STATUS if own else GUARANTEES))
