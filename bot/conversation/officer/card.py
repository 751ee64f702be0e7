"""The card: what matters about an application in ten lines, and the buttons that this person may press now."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

from sqlalchemy import Connection

from bot.conversation.messages import Button, Reply
from bot.conversation.officer.ability import in_a_line
from bot.conversation.officer.allowed import allowed, may_read
from bot.conversation.officer.guarantor import guarantor
from bot.conversation.officer.papers import one_line, papers
from bot.conversation.readers import village_name
from bot.conversation.wording import N_, Html, Wording, bold, lines, paragraphs
from bot.services import Services
from intake.applications import Action, Application, ApplicationStatus
from intake.products import Product, Terms, clash
from intake.review import QueueItem, Role, StaffMember, rights

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
PRESSES: tuple[tuple[Action, str, str], ...] = (
    (Action.CLAIM, "o.claim", N_("Claim")),
    (Action.APPROVE, "o.app", N_("Approve")),
    (Action.REJECT, "o.rej", N_("Decline")),
    (Action.RETURN, "o.ret", N_("Return for information")),
    (Action.SET_VISIT, "o.vis", N_("Set a visit")),
    (Action.RECORD_VISIT, "o.seen", N_("Record the visit")),
    (Action.ASK_FARMER, "o.ask", N_("Ask the farmer")),
    (Action.RECOMMEND, "o.rec", N_("Recommend")),
    (Action.RELEASE, "o.rel", N_("Give it back")),
    (Action.ASSIGN, "o.give", N_("Give it to an officer")),
)

REPAYMENT = {
    "flat": N_("equal instalments, interest on the first amount"),
    "declining": N_("equal instalments, interest on what is still owed"),
    "at_harvest": N_("all at once after the harvest"),
}


def card(
    connection: Connection, services: Services, application: Application, viewer: StaffMember, now: datetime
) -> Reply:
    """The application for one member of staff. Names stand here: only for those who may see the file."""
    wording = services.wording(viewer.language)
    head = bold(f"{application.reference} · {wording.plain(STATUS[application.status])}")
    facts = lines(
        _who(services, application, wording),
        _what(services, application, wording),
        _purpose(application, wording),
        _funds(services, application, wording),
        in_a_line(services, application, wording),
        guarantor(connection, services, application, wording),
        _flags(connection, services, application, wording),
        _times(application, wording, now),
        _holder(connection, services, application, viewer, wording),
    )
    text = paragraphs(lines(head, facts), papers(connection, services, application, wording))
    return Reply(text, buttons=presses(connection, services, application, viewer))


def presses(
    connection: Connection, services: Services, application: Application, viewer: StaffMember
) -> Rows:
    """The buttons this person may press now; the rights are checked again at the press."""
    may = allowed(viewer, application)
    wording = services.wording(viewer.language)
    number, version = str(application.application_id), str(application.version)
    buttons = [
        Button(wording.plain(_label(action, text, application)), verb, (number, version))
        for action, verb, text in PRESSES
        if action in may
    ]
    reachable = application.status is not ApplicationStatus.WITHDRAWN and not application.erased
    if application.holder == viewer.user_id and reachable:
        buttons.append(Button(wording.plain("Write to the farmer"), "o.msg", (number, version)))
    if viewer.role is Role.LEAD and _with_others(connection, services, application, viewer):
        buttons.append(Button(wording.plain("Strangers in one household?"), "o.apart", (number,)))
    if may_read(viewer, application):
        buttons.append(Button(wording.plain("Open the file"), "o.file", (number, version)))
        buttons += sent_in(connection, services, application, wording)
    return tuple(tuple(buttons[i : i + 2]) for i in range(0, len(buttons), 2))


def sent_in(
    connection: Connection, services: Services, application: Application, wording: Wording
) -> tuple[Button, ...]:
    """The button that shows what was sent in with it, if anything was; for who may read the file."""
    files = services.applications.attachments.of_draft(connection, application.draft_id)
    if not files:
        return ()
    pictures = all(one.picture for one in files)
    text = N_("Photos ({count})") if pictures else N_("Photos and files ({count})")
    return (Button(wording.plain(text, count=len(files)), "o.pics", (str(application.application_id),)),)


def _label(action: Action, text: str, application: Application) -> str:
    moved = action is Action.SET_VISIT and application.visit_on is not None
    return N_("Move the visit") if moved else text


def headline(services: Services, item: QueueItem, viewer: StaffMember) -> Html:
    """One line in a list: no name, so that looking at the list opens no file."""
    wording = services.wording(viewer.language)
    line = wording.say(
        "{reference} · {village} · {amount} · {status}",
        reference=item.reference,
        village=village_name(services, item.village, viewer.language),
        amount=wording.money(item.requested.amount),
        status=wording.say(STATUS[item.status]),
    )
    late = wording.say("⏰ late") if item.overdue else ""
    return Html(f"{line} {late}".strip())


def _who(services: Services, application: Application, wording: Wording) -> Html:
    return wording.say(
        "{name}, {village}. Phone: {phone}",
        name=one_line(application.applicant.name, 80),
        village=village_name(services, application.village, wording.language),
        phone=one_line(application.applicant.phone or "–", 40),
    )


def _what(services: Services, application: Application, wording: Wording) -> Html:
    product = _product(services, application)
    return wording.say(
        "{amount} · {product} · {term} · {repayment}",
        amount=bold(wording.money(application.requested.amount)),
        product=services.lender.text(product.names, wording.language) if product else application.product_id,
        term=wording.count("{n} month", "{n} months", application.term_months),
        repayment=wording.say(REPAYMENT[application.repayment.value]),
    )


def _product(services: Services, application: Application) -> Product | None:
    """None when the lender has taken the product out since."""
    return {one.product_id: one for one in services.lender.products}.get(application.product_id)


def _purpose(application: Application, wording: Wording) -> Html:
    purpose = str(application.values.get("purpose") or "")
    return wording.say("For: {purpose}", purpose=one_line(purpose, 200)) if purpose else Html("")


def _funds(services: Services, application: Application, wording: Wording) -> Html:
    own, asked = application.own_funds.amount, application.requested.amount
    share = (own / (own + asked) * 100).quantize(Decimal(1)) if own + asked else Decimal(0)
    product = _product(services, application)
    if product is None or not product.min_own_funds_percent:
        return wording.say(
            "Own money: {own} ({share} of the whole)", own=wording.money(own), share=wording.percent(share)
        )
    return wording.say(
        "Own money: {own} ({share} of the whole; at least {least})",
        own=wording.money(own),
        share=wording.percent(share),
        least=wording.percent(product.min_own_funds_percent),
    )


def _flags(connection: Connection, services: Services, application: Application, wording: Wording) -> Html:
    flags = []
    if services.conversations.blocked_since(connection, application.user_id) is not None:
        flags.append(
            wording.say("⚠ The farmer has shut this chat: nothing that you write arrives. Please call.")
        )
    if application.staff_related:
        flags.append(wording.say("⚠ Related to a member of staff"))
    elif who := _kin(application):
        flags.append(
            wording.say(
                "⚠ The farmer says that {who} works here and is family. That person must not decide.", who=who
            )
        )
    if application.large:
        flags.append(wording.say("⚠ Large loan: name each person's share of responsibility"))
    if (day := application.harvest_on or application.first_due) and _at_odds(services, application, day):
        flags.append(
            wording.say(
                "⚠ Time, way of paying and the first payment on {date} do not fit together. Ask the farmer.",
                date=wording.date(day),
            )
        )
    if others := _others(connection, services, application):
        flags.append(
            wording.say("⚠ This household has another one running: {others}", others=", ".join(others))
        )
    return lines(*flags)


def _kin(application: Application) -> Html:
    """Whom of the staff the farmer named as family, where the name is none that we know."""
    if str(application.values.get("staff_related") or "") != "yes":
        return Html("")
    return one_line(str(application.values.get("staff_related_who") or "–"), 80)


def _at_odds(services: Services, application: Application, first: date) -> bool:
    said = Terms(application.term_months, application.repayment, first)
    return clash(said, services.lender.day(application.submitted_at))


def _others(connection: Connection, services: Services, application: Application) -> list[str]:
    running = services.applications.other_running(
        connection,
        application.user_id,
        phone=application.applicant.phone,
        national_id=application.applicant.national_id,
    )
    return [reference for reference in running if reference != application.reference]


def _with_others(
    connection: Connection, services: Services, application: Application, viewer: StaffMember
) -> bool:
    """Whether another person, who was not erased, is taken for this household, and no loan of it touches the viewer."""
    if application.erased:
        return False
    all_of_it = services.applications.store.of_household(connection, application.household_id)
    if any(rights.touches(viewer, one) for one in all_of_it):
        return False
    return any(one.user_id != application.user_id and not one.erased for one in all_of_it)


def _times(application: Application, wording: Wording, now: datetime) -> Html:
    sent = wording.say(
        "Sent {when} ({waited})",
        when=wording.moment(application.submitted_at),
        waited=_waited(wording, int((now - application.submitted_at).total_seconds() // 3600)),
    )
    if application.visit_on is None:
        return sent
    return lines(sent, wording.say("Visit: {day}", day=wording.date(application.visit_on)))


def _waited(wording: Wording, hours: int) -> Html:
    if hours < 1:
        return wording.say("just now")
    if hours < 48:
        return wording.count("{n} hour ago", "{n} hours ago", hours)
    return wording.count("{n} day ago", "{n} days ago", hours // 24)


def _holder(
    connection: Connection,
    services: Services,
    application: Application,
    viewer: StaffMember,
    wording: Wording,
) -> Html:
    if application.holder is None:
        return Html("")
    if application.holder == viewer.user_id:
        return wording.say("You hold it.")
    return wording.say("Held by {name}.", name=services.staff.get(connection, application.holder).name)
