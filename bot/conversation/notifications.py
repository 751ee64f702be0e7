"""Who hears of what: the events of applications, worded for the farmer, the officer, the reviewer."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from sqlalchemy import Connection

from bot.conversation.guarantor import decided as guarantor_news
from bot.conversation.messages import Button, Reply
from bot.conversation.officer import farmer_news, newest
from bot.conversation.officer.allowed import allowed, may_read
from bot.conversation.officer.card import card, sent_in
from bot.conversation.officer.papers import enclosed
from bot.conversation.officer.phrases import in_language
from bot.conversation.turn import Tx
from bot.conversation.wording import Html, Wording, paragraphs, quoted
from bot.services import Services
from intake.applications import Action, Application, Event, EventKind
from intake.audit import SYSTEM
from intake.followup import application_jobs, visit_jobs
from intake.review import Role, StaffMember, rights

Told = Callable[[Tx, Services, Event], None]
FROM_FARMER = (EventKind.QUESTION_ANSWERED, EventKind.MESSAGE_SENT)  # his words, which may want a reply


def notify(tx: Tx, services: Services, events: Iterable[Event]) -> None:
    """Put the messages of these events into the outbox, in the transaction of the events themselves."""
    for event in events:
        for tell in TOLD.get(event.kind, ()):
            tell(tx, services, event)


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
    for member in in_charge(tx.connection, services, application):
        if member.actor != event.actor:  # who gave it back need not be told
            _card(tx, services, application, member)


def _to_reviewers(tx: Tx, services: Services, event: Event) -> None:
    application = services.applications.store.get(tx.connection, int(event.application_id or 0))
    for member in _deciders(tx, services, application):
        _card(tx, services, application, member)


def _deciders(tx: Tx, services: Services, application: Application) -> list[StaffMember]:
    """Who may decide on it as it stands; nobody before it is recommended."""
    staff = services.staff.members(tx.connection)
    return [member for member in staff if Action.APPROVE in allowed(member, application)]


def _card(tx: Tx, services: Services, application: Application, member: StaffMember) -> None:
    tx.send(member.user_id, card(tx.connection, services, application, member, tx.now))
    # The card shows personal data, so sending it is a read of the file.
    services.applications.record(tx.connection, application, SYSTEM, "card_sent", to=member.user_id)


def _to_holder(sentence: Callable[[Wording, Event], Html], decider: bool = False) -> Told:
    """`decider`: it matters to who is to decide as well, once it is recommended."""

    def tell(tx: Tx, services: Services, event: Event) -> None:
        application = services.applications.store.get(tx.connection, int(event.application_id or 0))
        told = addressees(tx.connection, services, application, event.holder)
        told += [one for one in _deciders(tx, services, application) if decider and one not in told]
        for member in told:
            if member.actor != event.actor:
                tx.send(member.user_id, _news(tx, services, event, member, sentence))
                services.applications.record(
                    tx.connection, application, SYSTEM, "news_sent", to=member.user_id
                )

    return tell


def _news(
    tx: Tx, services: Services, event: Event, member: StaffMember, sentence: Callable[[Wording, Event], Html]
) -> Reply:
    wording, number = services.wording(member.language), str(event.application_id)
    rows: list[tuple[Button, ...]] = [(Button(wording.plain("Show the application"), "o.show", (number,)),)]
    if event.kind in FROM_FARMER and member.user_id == event.holder:
        rows.insert(0, (Button(wording.plain("Write to the farmer"), "o.msg", (number, "0")),))
        newest.heard_from(tx, member.user_id, "o.msg", int(number))
    if event.facts.get("enclosure"):
        application = services.applications.store.get(tx.connection, int(number))
        if files := may_read(member, application) and sent_in(tx.connection, services, application, wording):
            rows = [files, *rows]
    return Reply(sentence(wording, event), buttons=tuple(rows))


def addressees(
    connection: Connection, services: Services, application: Application, holder: int | None = None
) -> list[StaffMember]:
    """Whoever hears what comes in about it: who works on it, else who is in charge."""
    return working(connection, services, application, holder) or in_charge(connection, services, application)


def his_officers(connection: Connection, services: Services, application: Application) -> list[StaffMember]:
    """Whom the farmer may be told as his own: who works on it, else the village's officers who may; often nobody."""
    if at_work := working(connection, services, application):
        return at_work
    return [one for one in in_charge(connection, services, application) if one.role is Role.OFFICER]


def working(
    connection: Connection, services: Services, application: Application, holder: int | None = None
) -> list[StaffMember]:
    """Its holder (or who held it until now); nobody if he has left, or if the loan has come to touch him since."""
    number = holder or application.holder
    member = services.staff.find(connection, number) if number else None
    return [member] if member is not None and not rights.touches(member, application) else []


def in_charge(connection: Connection, services: Services, application: Application) -> list[StaffMember]:
    """The village's officers whom the loan does not touch; where there are none, such branch leads."""
    officers = services.staff.officers_of(connection, application.village)
    leads = services.staff.members(connection, role=Role.LEAD)
    free = [[one for one in group if may_read(one, application)] for group in (officers, leads)]
    return free[0] or free[1]


def _answered(wording: Wording, event: Event) -> Html:
    return paragraphs(
        wording.say("The farmer answered about {reference}:", reference=event.reference),
        _said(wording, event),
    )


def _said(wording: Wording, event: Event) -> Html:
    words, enclosure = str(event.facts.get("text", "")), event.facts.get("enclosure")
    if enclosure is None:
        return quoted(words, 3000)
    return enclosed(wording, words, enclosure.kind, enclosure.place)


def _wrote(wording: Wording, event: Event) -> Html:
    return paragraphs(
        wording.say("A message from the farmer about {reference}:", reference=event.reference),
        _said(wording, event),
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
        return _approved(wording, event)
    return wording.say("{reference} was declined. The farmer has been told.", reference=event.reference)


def _approved(wording: Wording, event: Event) -> Html:
    amount, asked = (Decimal(str(event.facts[key])) for key in ("amount", "asked"))
    facts = {"reference": event.reference, "amount": wording.money(amount), "asked": wording.money(asked)}
    if amount == asked:
        return wording.say("{reference} was approved: {amount}. The farmer has been told.", **facts)
    return wording.say(
        "{reference} was approved: {amount} of the {asked} asked for. The farmer has been told.", **facts
    )


def _guarantor_said(wording: Wording, event: Event) -> Html:
    facts = {"name": quoted(str(event.facts.get("name", "")), 80), "reference": event.reference}
    if event.kind is EventKind.GUARANTOR_ACCEPTED:
        return wording.say("{name} has agreed to stand for {reference}.", **facts)
    return wording.say("{name} does not stand for {reference}.", **facts)


def _assigned(wording: Wording, event: Event) -> Html:
    return wording.say("{reference} was given to you.", reference=event.reference)


def _message(tx: Tx, services: Services, event: Event) -> None:
    """A word passes to the other side."""
    tell = _to_holder(_wrote, decider=True) if event.actor.startswith("farmer:") else farmer_news.message
    tell(tx, services, event)


TOLD: dict[EventKind, tuple[Told, ...]] = {
    EventKind.SUBMITTED: (_new_in_village, _deadlines),
    EventKind.CLAIMED: (farmer_news.claimed,),
    EventKind.RELEASED: (farmer_news.released, _new_in_village, _deadlines),
    EventKind.ASSIGNED: (farmer_news.claimed, _to_holder(_assigned)),
    EventKind.QUESTION_ASKED: (farmer_news.asked,),
    EventKind.QUESTION_ANSWERED: (_to_holder(_answered),),
    EventKind.MESSAGE_SENT: (_message,),
    EventKind.VISIT_SET: (farmer_news.visit, _deadlines),
    EventKind.VISIT_RECORDED: (farmer_news.visited,),
    EventKind.RECOMMENDED: (farmer_news.recommended, _to_reviewers),
    EventKind.RETURNED: (farmer_news.back_to_officer, _to_holder(_returned)),
    EventKind.APPROVED: (farmer_news.approved, _to_holder(_decided), guarantor_news.decided),
    EventKind.REJECTED: (farmer_news.rejected, _to_holder(_decided), guarantor_news.decided),
    EventKind.WITHDRAWN: (_to_holder(_withdrawn), guarantor_news.decided),
    EventKind.DRAFT_EXPIRED: (farmer_news.expired,),
    EventKind.GUARANTOR_ACCEPTED: (farmer_news.guarantor_agreed, _to_holder(_guarantor_said, decider=True)),
    EventKind.GUARANTOR_DECLINED: (farmer_news.guarantor_refused, _to_holder(_guarantor_said, decider=True)),
    EventKind.GUARANTOR_WITHDREW: (farmer_news.guarantor_refused, _to_holder(_guarantor_said, decider=True)),
    EventKind.GUARANTOR_REPLACED: (farmer_news.guarantor_replaced, _to_holder(_guarantor_said, decider=True)),
}
