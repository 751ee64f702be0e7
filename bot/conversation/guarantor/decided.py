"""What a guarantor hears when the loan is decided or taken back: what it means for him, or that he is free."""

from __future__ import annotations

from bot.conversation.guarantor.link import MINE, shown
from bot.conversation.messages import Reply
from bot.conversation.turn import Tx
from bot.conversation.wording import Html, Wording, bold, lines, paragraphs
from bot.services import Services
from intake.applications import Application, ApplicationStatus, Event
from intake.guarantors import Guarantee, GuaranteeStatus

CONCERNED = frozenset({GuaranteeStatus.OPENED, GuaranteeStatus.ACCEPTED})


def decided(tx: Tx, services: Services, event: Event) -> None:
    """Tell whoever stands for the loan, or still had to answer; who said no has nothing to do with it."""
    number = int(event.application_id or 0)
    guarantee = services.guarantors.of_application(tx.connection, number)
    if guarantee is None or guarantee.user_id is None or guarantee.status not in CONCERNED:
        return
    application = services.applications.store.get(tx.connection, number)
    wording = services.wording(tx.language_of(guarantee.user_id) or event.language)
    text = outcome(services, wording, guarantee, application)
    tx.send(guarantee.user_id, Reply(text, careful=True, again=MINE))


def outcome(services: Services, wording: Wording, guarantee: Guarantee, application: Application) -> Html:
    """How a loan that is not running any more concerns its guarantor. Why it was declined is not his to know."""
    if guarantee.status is not GuaranteeStatus.ACCEPTED:
        closed = wording.say("This loan is decided or taken back, so there is nothing to answer any more.")
        return paragraphs(closed, _nothing_to_do(wording))
    if application.status is ApplicationStatus.APPROVED:
        return _approved(services, wording, application)
    return paragraphs(_ended(wording, application), _nothing_to_do(wording))


def owing(wording: Wording, application: Application) -> Html:
    """What standing for a loan comes to."""
    return wording.say(
        "If {name} does not pay, we can ask you to pay what is still owed, with the interest.",
        name=shown(application.applicant.name),
    )


def _approved(services: Services, wording: Wording, application: Application) -> Html:
    lender, asked = services.lender, application.requested.amount
    amount = application.approved.amount if application.approved else asked
    other = wording.say("You were asked to stand for {amount}.", amount=wording.money(asked))
    return paragraphs(
        wording.say("The loan of {name} is approved. You said yes to it.", name=_borrower(application)),
        lines(
            bold(wording.plain("Amount: {amount}", amount=wording.money(amount))),
            other if amount != asked else "",
        ),
        lines(bold(wording.plain("What it means")), owing(wording, application)),
        wording.say(
            "Your yes is not a signature yet. Please come to our office with your identity card. "
            "An officer talks with you before you sign anything. Office: {office}",
            office=lender.text(lender.office, wording.language),
        ),
    )


def _ended(wording: Wording, application: Application) -> Html:
    if application.status is ApplicationStatus.WITHDRAWN:
        return wording.say("{name} has taken the loan application back.", name=_borrower(application))
    return wording.say("The loan of {name} is not given.", name=_borrower(application))


def _nothing_to_do(wording: Wording) -> Html:
    return wording.say("You are free: you do not stand for this loan. You do not have to do anything.")


def _borrower(application: Application) -> Html:
    return shown(application.applicant.name)
