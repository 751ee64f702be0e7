"""Why a link or an answer of a guarantor cannot be taken, and where a guarantee stands, in words."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from bot.conversation.guarantor.link import shown
from bot.conversation.officer.guarantor import STANDING
from bot.conversation.wording import N_, Html, Wording
from bot.services import Services
from intake.applications import Application
from intake.errors import Refused
from intake.guarantors import Barrier

WHY_NOT: Mapping[str, str] = {
    Barrier.BORROWER: N_("You cannot stand for your own loan. Please send the link on to your guarantor."),
    Barrier.STAFF: N_("Whoever works for us cannot stand for a loan here."),
    Barrier.HOUSEHOLD: N_(
        "You belong to the borrower's household, as far as we know. A guarantor comes from another household."
    ),
    Barrier.LINK_UNKNOWN: N_("I don't know this link. Please ask whoever sent it to you for a new one."),
    Barrier.LINK_EXPIRED: N_("This link is too old. Please ask whoever sent it to you for a new one."),
    Barrier.LINK_USED: N_(
        "Somebody else has opened this link. Please ask whoever sent it to you for a new one."
    ),
    Barrier.DECIDED: N_("This loan is decided or taken back, so there is nothing to answer any more."),
    Barrier.NAME_MISSING: N_("Please write the full name."),
    Barrier.HIMSELF: N_(
        "You cannot stand for your own loan. Please name another person. "
        "If somebody else has your name, write something with it, like “the elder”."
    ),
}


def why_not(wording: Wording, refused: Refused) -> Html:
    """A refusal in the person's words."""
    return wording.say(WHY_NOT.get(refused.code, N_("I cannot do that.")))


def for_farmer(
    connection: Connection, services: Services, application: Application, wording: Wording
) -> Html:
    """Whom he named and the answer, in one line; empty when nobody was asked."""
    guarantee = services.guarantors.of_application(connection, application.application_id)
    if guarantee is None:
        return Html("")
    status = wording.say(STANDING[guarantee.status])
    return wording.say("Guarantor: {name}", name=Html(f"{shown(guarantee.named.name)} · {status}"))
