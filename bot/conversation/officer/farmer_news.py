"""What the farmer hears of his application, each change in his language; decisions are sent with care."""

from __future__ import annotations

from decimal import Decimal

from bot.conversation.messages import Button, Reply
from bot.conversation.officer import wrote
from bot.conversation.officer.phrases import in_language
from bot.conversation.turn import Tx
from bot.conversation.wording import Html, Wording, paragraphs, quoted
from bot.services import Services
from intake.applications import Event
from intake.audit import actor_id

ANSWER, WRITE = "s.reply", "s.msg"  # the farmer's buttons; `status` takes them


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


def claimed(tx: Tx, services: Services, event: Event) -> None:
    """Who looks after it now."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{officer} now looks after your application {reference}. You can write to {officer} here any time.",
        officer=event.facts.get("holder_name") or _actor(tx, services, event),
        reference=event.reference,
    )
    _to_farmer(tx, event, text, rows=_write(wording, event))


def _write(wording: Wording, event: Event) -> tuple[tuple[Button, ...], ...]:
    return ((Button(wording.plain("Write to my officer"), WRITE, (str(event.application_id),)),),)


def released(tx: Tx, services: Services, event: Event) -> None:
    """It waits for another officer."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Another officer will look after your application {reference}. You do not have to do anything.",
        reference=event.reference,
    )
    _to_farmer(tx, event, paragraphs(text, _visit_off(wording, event)))


def _visit_off(wording: Wording, event: Event) -> Html:
    day = event.facts.get("visit_off")
    if day is None:
        return Html("")
    return wording.say("The visit on {day} will not take place.", day=wording.date(day))


def back_to_officer(tx: Tx, services: Services, event: Event) -> None:
    """The second person wants one more thing."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Your officer is asked to look at one more thing in your application {reference}. You will hear from us here.",
        reference=event.reference,
    )
    _to_farmer(tx, event, text)


def asked(tx: Tx, services: Services, event: Event) -> None:
    """The officer's question, with the way to answer."""
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
    _awaits(tx, services, event, wrote.QUESTION)


def _awaits(tx: Tx, services: Services, event: Event, kind: str) -> None:
    """What the farmer writes next goes to whoever wrote this."""
    wrote.opened(tx, event.user_id, int(event.application_id or 0), kind, _actor(tx, services, event))


def visit(tx: Tx, services: Services, event: Event) -> None:
    """When the officer comes."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{officer} wants to visit you on {day} to see the place. If you cannot be there, write here.",
        officer=_actor(tx, services, event),
        day=wording.date(event.facts["on"]),
    )
    _to_farmer(tx, event, text, rows=_write(wording, event))
    _awaits(tx, services, event, wrote.VISIT)


def visited(tx: Tx, services: Services, event: Event) -> None:
    """The officer came before the day that was agreed on, so nobody need wait for him then."""
    if "visit_off" not in event.facts:
        return
    wording = _farmer(tx, services, event)
    seen = wording.say("{officer} has seen your place already.", officer=_actor(tx, services, event))
    _to_farmer(tx, event, paragraphs(seen, _visit_off(wording, event)))


def recommended(tx: Tx, services: Services, event: Event) -> None:
    """The officer is done; a second person decides."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Your officer has looked at all of your application {reference}. Now a second person decides. "
        "You will hear from us here.",
        reference=event.reference,
    )
    _to_farmer(tx, event, paragraphs(text, _visit_off(wording, event)))


def approved(tx: Tx, services: Services, event: Event) -> None:
    """The decision, careful not to be said twice."""
    wording = _farmer(tx, services, event)
    text = paragraphs(
        wording.say("Good news: your loan {reference} is approved.", reference=event.reference),
        wording.say("Amount: {amount}", amount=wording.money(Decimal(str(event.facts["amount"])))),
        to_sign(wording, services),
    )
    _to_farmer(tx, event, text, careful=True)


def to_sign(wording: Wording, services: Services) -> Html:
    """What comes after an approval."""
    return wording.say(
        "Please come to our office with your identity card to sign. The money is paid after that. Office: {office}",
        office=services.lender.text(services.lender.office, wording.language),
    )


def rejected(tx: Tx, services: Services, event: Event) -> None:
    """The decision with its reason, and what he can do."""
    wording = _farmer(tx, services, event)
    text = paragraphs(
        wording.say("We cannot give the loan {reference} this time.", reference=event.reference),
        wording.say("The reason: {reason}", reason=_reason(event, wording)),
        wording.say(
            "You may ask for a second look: call {phone}. You may also apply again when things have changed.",
            phone=services.lender.complaints_phone,
        ),
    )
    rows = (
        (Button(wording.plain("Talk to a person"), "person"),),
        (Button(wording.plain("Apply for a loan"), "apply"),),
    )
    _to_farmer(tx, event, text, rows=rows, careful=True)


def _reason(event: Event, wording: Wording) -> Html:
    return quoted(in_language(str(event.facts.get("reason", "")), wording), 2500)


def guarantor_agreed(tx: Tx, services: Services, event: Event) -> None:
    """Somebody stands for the loan."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{name} has agreed to stand for your loan {reference}.",
        name=quoted(str(event.facts.get("name", "")), 80),
        reference=event.reference,
    )
    _to_farmer(tx, event, text)


def guarantor_refused(tx: Tx, services: Services, event: Event) -> None:
    """Somebody does not, or no longer."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "{name} does not stand for your loan {reference}. Please name somebody else: press the button.",
        name=quoted(str(event.facts.get("name", "")), 80),
        reference=event.reference,
    )
    another = Button(wording.plain("Name somebody else"), "g.other", (str(event.application_id),))
    _to_farmer(tx, event, text, rows=((another,),))


def guarantor_replaced(tx: Tx, services: Services, event: Event) -> None:
    """Whoever was asked before and had opened his link hears that he is no longer asked."""
    former = event.facts.get("guarantor")
    if not isinstance(former, int):
        return
    wording = services.wording(tx.language_of(former) or event.language)
    text = wording.say("You are no longer asked to stand for the loan. Nothing more is to be done.")
    tx.send(former, Reply(text))


def expired(tx: Tx, services: Services, event: Event) -> None:
    """A forgotten draft was closed."""
    wording = _farmer(tx, services, event)
    text = wording.say(
        "Your unfinished application has been lying for a long time, so I have closed it. "
        "You can start a new one any time."
    )
    _to_farmer(tx, event, text, rows=((Button(wording.plain("Apply for a loan"), "apply"),),))


def message(tx: Tx, services: Services, event: Event) -> None:
    """A word from the officer."""
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
    _awaits(tx, services, event, wrote.MESSAGE)
