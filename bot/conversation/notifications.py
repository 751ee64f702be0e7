"""Who hears of what: the events of applications, worded for the farmer, the officer, the reviewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from bot.conversation.messages import Button, Reply
from bot.conversation.officer.allowed import allowed, may_read
from bot.conversation.officer.card import card
from bot.conversation.officer.phrases import in_language
from bot.conversation.turn import Tx
from bot.conversation.wording import Html, Wording, paragraphs, quoted
from bot.services import Services
from intake.applications import Action, Application, Event, EventKind
from intake.audit import SYSTEM, actor_id
from intake.followup import application_jobs, visit_jobs
from intake.review import Role, StaffMember

Told = Callable[[Tx, Services, Event], None]
ANSWER, WRITE = "s.reply", "s.msg"  # the farmer's buttons; `status` takes them


def notify(tx: Tx, services: Services, events: Iterable[Event]) -> None:
    """Put the messages of these events into the outbox, in the transaction of the events themselves."""
    for event in events:
        for tell in TOLD.get(event.kind, ()):
            tell(tx, services, event)


def _farmer(tx: Tx, services: Services, event: Event) -> Wording:
    return services.wording(tx.language_of(event.user_id) or event.language)


def _to_farmer(
    tx: Tx, event: Event, text: Html, *, rows: tuple[tuple[Button, ...], ...] = (), careful: bool = False
) -> None:
    tx.send(event.user_id, Reply(text, buttons=rows, careful=careful))


def _actor(tx: Tx, services: Services, event: Event) -> str:
    number = actor_id(event.actor)
    member = services.staff.find(tx.connection, number) if number else None
    return member.name if member else ""


# what the farmer hears


def _claimed(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{officer} now looks after your application {reference}. You can write to {officer} here any time.",
        officer=event.facts.get("holder_name") or _actor(tx, services, event),
        reference=event.reference,
    )
    _to_farmer(tx, event, text, rows=_write(wording, event))


def _write(wording: Wording, event: Event) -> tuple[tuple[Button, ...], ...]:
    return ((Button(wording.plain("Write to my officer"), WRITE, (str(event.application_id),)),),)


def _released(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Another officer will look after your application {reference}. You do not have to do anything.",
        reference=event.reference,
    )
    _to_farmer(tx, event, text)


def _back_to_officer(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Your officer is asked to look at one more thing in your application {reference}. You will hear from us here.",
        reference=event.reference,
    )
    _to_farmer(tx, event, text)


def _asked(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = paragraphs(
        wording.say(
            "{officer} asks about your application {reference}:",
            officer=_actor(tx, services, event),
            reference=event.reference,
        ),
        quoted(in_language(str(event.facts.get("text", "")), wording), 3000),
    )
    rows = ((Button(wording.plain("Answer"), ANSWER, (str(event.application_id),)),),)
    _to_farmer(tx, event, text, rows=rows)


def _visit(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{officer} wants to visit you on {day} to see the place. If you cannot be there, write here.",
        officer=_actor(tx, services, event),
        day=wording.date(event.facts["on"]),
    )
    _to_farmer(tx, event, text, rows=_write(wording, event))


def _recommended(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Your officer has finished looking at your application {reference}. A second person now decides. "
        "You will hear from us here.",
        reference=event.reference,
    )
    _to_farmer(tx, event, text)


def _approved(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = paragraphs(
        wording.say("Good news: your loan {reference} is approved.", reference=event.reference),
        wording.say("Amount: {amount}", amount=wording.money(Decimal(str(event.facts["amount"])))),
        wording.say(
            "Please come to our office with your identity card to sign. The money is paid after that. Office: {office}",
            office=services.lender.text(services.lender.office, wording.language),
        ),
    )
    _to_farmer(tx, event, text, careful=True)


def _rejected(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = paragraphs(
        wording.say("We cannot give the loan {reference} this time.", reference=event.reference),
        wording.say("The reason: {reason}", reason=_reason(event, wording)),
        wording.say(
            "You may ask for a second look: call {phone}. You may also apply again when things have changed.",
            phone=services.lender.complaints_phone,
        ),
    )
    rows = ((Button(wording.plain("Talk to a person"), "person"),),)
    _to_farmer(tx, event, text, rows=rows, careful=True)


def _reason(event: Event, wording: Wording) -> Html:
    return quoted(in_language(str(event.facts.get("reason", "")), wording), 2500)


def _guarantor_agreed(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{name} has agreed to stand for your loan {reference}.",
        name=quoted(str(event.facts.get("name", "")), 80),
        reference=event.reference,
    )
    _to_farmer(tx, event, text)


def _guarantor_refused(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{name} does not stand for your loan {reference}. Please name somebody else: press the button.",
        name=quoted(str(event.facts.get("name", "")), 80),
        reference=event.reference,
    )
    _to_farmer(tx, event, text, rows=((Button(wording.plain("My applications"), "status"),),))


def _guarantor_replaced(tx: Tx, services: Services, event: Event) -> None:
    """Whoever was asked before and had opened his link hears that he is no longer asked."""
    former = event.facts.get("guarantor")
    if not isinstance(former, int):
        return
    wording = services.wording(tx.language_of(former) or event.language)
    text = wording.say("You are no longer asked to stand for the loan. Nothing more is to be done.")
    tx.send(former, Reply(text))


def _expired(tx: Tx, services: Services, event: Event) -> None:
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Your unfinished application has been lying for a long time, so I have closed it. "
        "You can start a new one any time."
    )
    _to_farmer(tx, event, text, rows=((Button(wording.plain("Apply for a loan"), "apply"),),))


# what the staff hear


def _deadlines(tx: Tx, services: Services, event: Event) -> None:
    """Lay down what falls due: reminders while it waits, a word before a visit."""
    application = services.applications.store.get(tx.connection, int(event.application_id or 0))
    visits = [job for job in visit_jobs(application, services.lender) if job.due_at > tx.now]
    for job in application_jobs(application, services.lender.deadlines) + visits:
        facts = {"subject": job.subject, "stamp": job.stamp}
        tx.job(job.key, job.kind.value, facts, job.due_at)


def _new_in_village(tx: Tx, services: Services, event: Event) -> None:
    application = services.applications.store.get(tx.connection, int(event.application_id or 0))
    for member in in_charge(tx, services, application):
        if member.actor != event.actor:  # who gave it back need not be told
            _card(tx, services, application, member)


def _to_reviewers(tx: Tx, services: Services, event: Event) -> None:
    application = services.applications.store.get(tx.connection, int(event.application_id or 0))
    for member in services.staff.members(tx.connection):
        if Action.APPROVE in allowed(member, application):
            _card(tx, services, application, member)


def _card(tx: Tx, services: Services, application: Application, member: StaffMember) -> None:
    tx.send(member.user_id, card(tx.connection, services, application, member, tx.now))
    # The card shows personal data, so sending it is a read of the file.
    services.applications.record(tx.connection, application, SYSTEM, "card_sent", to=member.user_id)


def _to_holder(sentence: Callable[[Wording, Event], Html]) -> Told:
    def tell(tx: Tx, services: Services, event: Event) -> None:
        for member in _holders(tx, services, event):
            if f"staff:{member.user_id}" == event.actor:
                continue
            wording = services.wording(member.language)
            rows = ((Button(wording.plain("Show the application"), "o.show", (str(event.application_id),)),),)
            tx.send(member.user_id, Reply(sentence(wording, event), buttons=rows))

    return tell


def _holders(tx: Tx, services: Services, event: Event) -> list[StaffMember]:
    holder = services.staff.find(tx.connection, event.holder) if event.holder else None
    if holder is not None:
        return [holder]
    application = services.applications.store.get(tx.connection, int(event.application_id or 0))
    return in_charge(tx, services, application)


def in_charge(tx: Tx, services: Services, application: Application) -> list[StaffMember]:
    """The village's officers whom the loan does not touch; where there are none, such branch leads."""
    officers = services.staff.officers_of(tx.connection, application.village)
    leads = services.staff.members(tx.connection, role=Role.LEAD)
    free = [[one for one in group if may_read(one, application)] for group in (officers, leads)]
    return free[0] or free[1]


def _answered(wording: Wording, event: Event) -> Html:
    return paragraphs(
        wording.say("The farmer answered about {reference}:", reference=event.reference),
        quoted(str(event.facts.get("text", "")), 3000),
    )


def _wrote(wording: Wording, event: Event) -> Html:
    return paragraphs(
        wording.say("A message from the farmer about {reference}:", reference=event.reference),
        quoted(str(event.facts.get("text", "")), 3000),
    )


def _returned(wording: Wording, event: Event) -> Html:
    return paragraphs(
        wording.say("{reference} came back to you for more information:", reference=event.reference),
        quoted(in_language(str(event.facts.get("question", "")), wording), 3000),
    )


def _withdrawn(wording: Wording, event: Event) -> Html:
    return wording.say(
        "The farmer has withdrawn {reference}. Nothing more is to be done.", reference=event.reference
    )


def _decided(wording: Wording, event: Event) -> Html:
    if event.kind is EventKind.APPROVED:
        return wording.say("{reference} was approved. The farmer has been told.", reference=event.reference)
    return wording.say("{reference} was declined. The farmer has been told.", reference=event.reference)


def _guarantor_said(wording: Wording, event: Event) -> Html:
    facts = {"name": quoted(str(event.facts.get("name", "")), 80), "reference": event.reference}
    if event.kind is EventKind.GUARANTOR_ACCEPTED:
        return wording.say("{name} has agreed to stand for {reference}.", **facts)
    return wording.say("{name} does not stand for {reference}.", **facts)


def _assigned(wording: Wording, event: Event) -> Html:
    return wording.say("{reference} was given to you.", reference=event.reference)


def _message(tx: Tx, services: Services, event: Event) -> None:
    """A word passes to the other side."""
    if event.actor.startswith("farmer:"):
        _to_holder(_wrote)(tx, services, event)
        return
    wording = _farmer(tx, services, event)
    text = paragraphs(
        wording.say(
            "{officer} writes about your application {reference}:",
            officer=_actor(tx, services, event),
            reference=event.reference,
        ),
        quoted(str(event.facts.get("text", "")), 3000),
    )
    rows = ((Button(wording.plain("Answer"), WRITE, (str(event.application_id),)),),)
    _to_farmer(tx, event, text, rows=rows)


TOLD: dict[EventKind, tuple[Told, ...]] = {
    EventKind.SUBMITTED: (_new_in_village, _deadlines),
    EventKind.CLAIMED: (_claimed,),
    EventKind.RELEASED: (_released, _new_in_village, _deadlines),
    EventKind.ASSIGNED: (_claimed, _to_holder(_assigned)),
    EventKind.QUESTION_ASKED: (_asked,),
    EventKind.QUESTION_ANSWERED: (_to_holder(_answered),),
    EventKind.MESSAGE_SENT: (_message,),
    EventKind.VISIT_SET: (_visit, _deadlines),
    EventKind.RECOMMENDED: (_recommended, _to_reviewers),
    EventKind.RETURNED: (_back_to_officer, _to_holder(_returned)),
    EventKind.APPROVED: (_approved, _to_holder(_decided)),
    EventKind.REJECTED: (_rejected, _to_holder(_decided)),
    EventKind.WITHDRAWN: (_to_holder(_withdrawn),),
    EventKind.DRAFT_EXPIRED: (_expired,),
    EventKind.GUARANTOR_ACCEPTED: (_guarantor_agreed, _to_holder(_guarantor_said)),
    EventKind.GUARANTOR_DECLINED: (_guarantor_refused, _to_holder(_guarantor_said)),
    EventKind.GUARANTOR_WITHDREW: (_guarantor_refused, _to_holder(_guarantor_said)),
    EventKind.GUARANTOR_REPLACED: (_guarantor_replaced,),
}
