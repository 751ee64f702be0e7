"""What a guarantor is shown: who asks, how much, for how long, what it means, and that no is an answer too."""

from __future__ import annotations

from bot.conversation.guarantor.decided import outcome, owing
from bot.conversation.guarantor.link import shown
from bot.conversation.lending import months
from bot.conversation.messages import Button, Reply
from bot.conversation.wording import Html, Wording, bold, lines, paragraphs
from bot.services import Services
from intake.applications import RUNNING, Application
from intake.dossier import schedule_of
from intake.guarantors import Guarantee, GuaranteeStatus

YES, NO = "g.yes", "g.no"


def request(
    services: Services, wording: Wording, guarantee: Guarantee, application: Application, *, before: str = ""
) -> Reply:
    """The whole request as it stands for its guarantor, with what he may press now."""
    if application.status not in RUNNING:
        return Reply(paragraphs(before, outcome(services, wording, guarantee, application)))
    text = paragraphs(
        before,
        _who(services, wording, application),
        _what(services, wording, application),
        _means(wording, application),
        _free(wording),
        _standing(wording, guarantee),
    )
    return Reply(text, buttons=_buttons(wording, guarantee))


def _who(services: Services, wording: Wording, application: Application) -> Html:
    lender = services.lender
    return wording.say(
        "{name} asks you to stand for a loan from {lender}.",
        name=shown(application.applicant.name),
        lender=lender.text(lender.name, wording.language),
    )


def _what(services: Services, wording: Wording, application: Application) -> Html:
    head = bold(
        wording.plain(
            "{amount} for {time}",
            amount=wording.money(application.requested.amount),
            time=months(wording, application.term_months),
        )
    )
    if application.product_id not in {one.product_id for one in services.lender.products}:
        return head
    plan = schedule_of(application, services.lender)
    whole = wording.say(
        "With all costs about {total} is to be paid back, the last part about {date}.",
        total=wording.money(plan.total_payment),
        date=wording.date(plan.rows[-1].due_on),
    )
    return lines(head, whole)


def _means(wording: Wording, application: Application) -> Html:
    return lines(
        bold(wording.plain("What it means")),
        owing(wording, application),
        wording.say("Your yes is not a signature yet. An officer talks with you before you sign anything."),
        wording.say("You can change your answer here until the loan is decided."),
    )


def _free(wording: Wording) -> Html:
    return lines(
        wording.say("You may say no. Nobody asks you why, and nobody learns why."),
        wording.say("Do you want to know more first? Just write your question to me."),
    )


def _standing(wording: Wording, guarantee: Guarantee) -> Html:
    if guarantee.status is GuaranteeStatus.ACCEPTED:
        return bold(wording.plain("You said yes: you stand for this loan."))
    if guarantee.status is GuaranteeStatus.DECLINED:
        return bold(wording.plain("You said no: you do not stand for this loan."))
    return wording.say("Do you want to stand for this loan?")


def _buttons(wording: Wording, guarantee: Guarantee) -> tuple[tuple[Button, ...], ...]:
    args = (str(guarantee.guarantee_id), str(guarantee.version))
    yes = Button(wording.plain("Yes, I stand for this loan"), YES, args)
    if guarantee.status is GuaranteeStatus.ACCEPTED:
        return ((Button(wording.plain("I no longer stand for it"), NO, args),),)
    if guarantee.status is GuaranteeStatus.DECLINED:
        return ((yes,),)
    return ((yes,), (Button(wording.plain("No, I don't"), NO, args),))
