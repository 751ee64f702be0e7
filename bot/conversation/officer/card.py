"""The card: what matters about an application in ten lines, and the buttons that this person may press now."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from bot.conversation.messages import Button, Reply
from bot.conversation.officer.allowed import allowed
from bot.conversation.wording import N_, Html, Wording, bold, lines, quoted
from bot.services import Services
from intake.applications import Action, Application, ApplicationStatus
from intake.review import QueueItem, StaffMember

Rows = tuple[tuple[Button, ...], ...]

STATUS = {
    ApplicationStatus.DRAFT: N_("being written"),
    ApplicationStatus.SUBMITTED: N_("waiting for an officer"),
    ApplicationStatus.UNDER_REVIEW: N_("with the officer"),
    ApplicationStatus.INFORMATION_REQUESTED: N_("waiting for the farmer's answer"),
    ApplicationStatus.RECOMMENDED: N_("waiting for the second person"),
    ApplicationStatus.APPROVED: N_("approved"),
    ApplicationStatus.REJECTED: N_("declined"),
    ApplicationStatus.WITHDRAWN: N_("withdrawn"),
    ApplicationStatus.EXPIRED: N_("expired"),
}

# What each press says, in the order the work is done. The verb is short: it travels in 64 bytes.
PRESSES: tuple[tuple[Action | None, str, str], ...] = (
    (Action.CLAIM, "o.claim", N_("Claim")),
    (Action.APPROVE, "o.app", N_("Approve")),
    (Action.REJECT, "o.rej", N_("Decline")),
    (Action.RETURN, "o.ret", N_("Return for information")),
    (Action.RECOMMEND, "o.rec", N_("Recommend")),
    (Action.SET_VISIT, "o.vis", N_("Set a visit")),
    (Action.RECORD_VISIT, "o.seen", N_("Record the visit")),
    (Action.ASK_FARMER, "o.ask", N_("Ask the farmer")),
    (None, "o.file", N_("Open the file")),
    (Action.RELEASE, "o.rel", N_("Give it back")),
    (Action.ASSIGN, "o.give", N_("Give it to an officer")),
)


def card(services: Services, application: Application, viewer: StaffMember, now: datetime) -> Reply:
    """The application for one member of staff. Names stand here: only for those who may see the file."""
    wording = services.wording(viewer.language)
    text = lines(
        bold(f"{application.reference} · {wording.say(STATUS[application.status])}"),
        _who(services, application, wording),
        _what(services, application, wording),
        _purpose(application, wording),
        _funds(application, wording),
        _guarantor(application, wording),
        _flags(application, wording),
        _times(application, wording, now),
        _holder(services, application, viewer, wording),
    )
    return Reply(text, buttons=presses(services, application, viewer))


def presses(services: Services, application: Application, viewer: StaffMember) -> Rows:
    """The buttons this person may press now; the rights are checked again at the press."""
    may = allowed(viewer, application)
    wording = services.wording(viewer.language)
    number, version = str(application.application_id), str(application.version)
    buttons = [
        Button(wording.plain(text), verb, (number, version))
        for action, verb, text in PRESSES
        if action is None or action in may
    ]
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def headline(services: Services, item: QueueItem, viewer: StaffMember) -> Html:
    """One line in a list: no name, so that looking at the list opens no file."""
    wording = services.wording(viewer.language)
    line = wording.say(
        "{reference} · {village} · {amount} · {status}",
        reference=item.reference,
        village=services.lender.text(services.lender.village(item.village).names, viewer.language),
        amount=wording.money(item.requested.amount),
        status=wording.say(STATUS[item.status]),
    )
    late = wording.say("⏰ late") if item.overdue else ""
    return Html(f"{line} {late}".strip())


def _who(services: Services, application: Application, wording: Wording) -> Html:
    village = services.lender.text(services.lender.village(application.village).names, wording.language)
    return wording.say(
        "{name}, {village}. Phone: {phone}",
        name=quoted(application.applicant.name, 80),
        village=village,
        phone=quoted(application.applicant.phone or "–", 40),
    )


def _what(services: Services, application: Application, wording: Wording) -> Html:
    product = services.lender.product(application.product_id)
    return wording.say(
        "{amount} · {product} · {term} · {repayment}",
        amount=bold(wording.money(application.requested.amount)),
        product=services.lender.text(product.names, wording.language),
        term=wording.count("{n} month", "{n} months", application.term_months),
        repayment=wording.say(REPAYMENT[application.repayment.value]),
    )


REPAYMENT = {
    "flat": N_("equal instalments, interest on the first amount"),
    "declining": N_("equal instalments, interest on what is still owed"),
    "at_harvest": N_("all at once after the harvest"),
}


def _purpose(application: Application, wording: Wording) -> Html:
    purpose = str(application.values.get("purpose") or "")
    return wording.say("For: {purpose}", purpose=quoted(purpose, 200)) if purpose else Html("")


def _funds(application: Application, wording: Wording) -> Html:
    own, asked = application.own_funds.amount, application.requested.amount
    share = (own / (own + asked) * 100).quantize(Decimal(1)) if own + asked else Decimal(0)
    return wording.say(
        "Own money: {own} ({share} of the whole)", own=wording.money(own), share=wording.percent(share)
    )


def _guarantor(application: Application, wording: Wording) -> Html:
    if application.guarantor is None:
        return Html("")
    return wording.say(
        "Guarantor: {name}, {phone}",
        name=quoted(application.guarantor.name, 80),
        phone=quoted(application.guarantor.phone or "–", 40),
    )


def _flags(application: Application, wording: Wording) -> Html:
    flags = []
    if application.staff_related:
        flags.append(wording.say("⚠ Related to a member of staff"))
    if application.large:
        flags.append(wording.say("⚠ Large loan: name each person's share of responsibility"))
    return lines(*flags)


def _times(application: Application, wording: Wording, now: datetime) -> Html:
    waited = wording.count(
        "{n} hour ago", "{n} hours ago", int((now - application.submitted_at).total_seconds() // 3600)
    )
    sent = wording.say("Sent {when} ({waited})", when=wording.moment(application.submitted_at), waited=waited)
    if application.visit_on is None:
        return sent
    return lines(sent, wording.say("Visit: {day}", day=wording.date(application.visit_on)))


def _holder(services: Services, application: Application, viewer: StaffMember, wording: Wording) -> Html:
    if application.holder is None:
        return Html("")
    if application.holder == viewer.user_id:
        return wording.say("You hold it.")
    with services.reading() as connection:
        holder = services.staff.find(connection, application.holder)
    return wording.say("Held by {name}.", name=holder.name if holder else str(application.holder))
