"""The guarantor on the card: who was named, whether he stands for the loan, what to ask him about."""

from __future__ import annotations

from sqlalchemy import Connection

from bot.conversation.officer.papers import one_line
from bot.conversation.wording import N_, Html, Wording, lines
from bot.services import Services
from intake.applications import Application, Person
from intake.guarantors import Doubt, Guarantee, GuaranteeStatus
from intake.guarantors.names import is_himself

STANDING = {
    GuaranteeStatus.ASKED: N_("asked, has not answered"),
    GuaranteeStatus.OPENED: N_("asked, has not answered"),
    GuaranteeStatus.ACCEPTED: N_("has agreed"),
    GuaranteeStatus.DECLINED: N_("has said no"),
}
DOUBTS = {
    Doubt.PHONE_DIFFERS: N_("⚠ The guarantor's phone is not the one the farmer gave."),
    Doubt.PHONE_NOT_SHOWN: N_("⚠ The guarantor did not share a phone number."),
    Doubt.STANDS_FOR_OTHERS: N_("⚠ The guarantor stands for another loan too."),
    Doubt.MUTUAL: N_("⚠ The farmer stands for this guarantor's loan in turn."),
}


def guarantor(connection: Connection, services: Services, application: Application, wording: Wording) -> Html:
    """The guarantor's line, and what the officer should look at."""
    guarantee = services.guarantors.of_application(connection, application.application_id)
    named = guarantee.named if guarantee is not None else application.guarantor
    if named is None:
        return Html("")
    return lines(
        wording.say(
            "Guarantor: {name}, {phone} ({standing})",
            name=one_line(named.name, 80),
            phone=one_line((guarantee and guarantee.phone) or named.phone or "–", 40),
            standing=_standing(guarantee, wording),
        ),
        _own_name(application, named, wording),
        *_doubts(connection, services, application, guarantee, wording),
    )


def _own_name(application: Application, named: Person, wording: Wording) -> Html:
    if not is_himself(named.name, application.applicant.name):
        return Html("")
    return wording.say("⚠ The guarantor has the borrower's own name")


def _standing(guarantee: Guarantee | None, wording: Wording) -> Html:
    if guarantee is None:
        return wording.say("not asked by link")
    return wording.say(STANDING[guarantee.status])


def _doubts(
    connection: Connection,
    services: Services,
    application: Application,
    guarantee: Guarantee | None,
    wording: Wording,
) -> list[Html]:
    if guarantee is None:
        return []
    found = services.guarantors.doubts(connection, guarantee, application)
    return [wording.say(DOUBTS[doubt]) for doubt in found]
