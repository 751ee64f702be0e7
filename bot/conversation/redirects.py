"""Messages that are no questions to the papers: each led where it belongs, a person always in reach."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.conversation import (
    about_officer,
    basics,
    calculator,
    complaint,
    enclosing,
    handoff,
    held,
    my_officer,
    person,
    relief,
    status,
)
from bot.conversation.expects import LONGEST_STORY, TOLD
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, paragraphs
from knowledge.answering.acute import is_acute, may_be_of_anothers_doing
from knowledge.answering.emergency import is_wronged
from knowledge.types import RedirectKind

if TYPE_CHECKING:
    Led = tuple[Commit, bool]

HELP_NOW = "q.sos"


def follow(turn: Turn, text: str, kind: RedirectKind) -> Led:
    """What to do, and whether a farmer in the middle of an application may go on with it after."""
    return ROOMS[kind](turn, text)


def room(turn: Turn) -> Commit | None:
    """The one press that brings an emergency to his officer."""
    pressed = turn.pressed(HELP_NOW)
    if pressed is None:
        return None
    # Older buttons carried whom to tell; theirs for the lead must never tell the officer.
    return complaint.tell(turn) if "l" in pressed else _call_for_help(turn)


def _own_case(turn: Turn, text: str) -> Led:
    return my_officer.told(turn, text) or status.show(turn), True


def _calculation(turn: Turn, text: str) -> Led:
    return calculator.begin(turn, text), False


def _greeting(turn: Turn, text: str) -> Led:
    if turn.state.get("application", {}).get("draft_id"):
        return just(Reply(turn.say("Hello!"))), True
    return just(basics.welcome(turn, turn.language)), True


def _thanks(turn: Turn, text: str) -> Led:
    return just(Reply(turn.say("You are welcome. Write to me any time."), buttons=_person(turn))), True


def _goodbye(turn: Turn, text: str) -> Led:
    said = turn.say("Goodbye, and good health to you. What you told me is kept. Write to me any time.")
    return just(Reply(said, buttons=_person(turn))), False


def _insult(turn: Turn, text: str) -> Led:
    said = turn.say(
        "I am sorry that you are upset. I am only a program and I make mistakes. A person can help you better."
    )
    return just(Reply(said, buttons=_person(turn))), True


def _about_bot(turn: Turn, text: str) -> Led:
    lender = turn.services.lender
    said = turn.say(
        "I am a program of {lender}, not a person. I answer from our papers and write down applications. "
        "I never decide on a loan: people do. When I don't know, I say so.",
        lender=lender.text(lender.name, turn.language),
    )
    return just(Reply(said, buttons=_person(turn))), True


def _wants_person(turn: Turn, text: str) -> Led:
    return person.write_to_officer(turn), False


def _complaint(turn: Turn, text: str) -> Led:
    return complaint.begin(turn, text), False


def _wants_loan(turn: Turn, text: str) -> Led:
    if turn.state.get("application", {}).get("draft_id"):
        return just(Reply(turn.say("We are writing your application right now."))), True
    said = turn.say("Good. We can write your application here, step by step. You may stop any time.")
    apply = Button(turn.plain("Apply for a loan"), "apply")
    no = Button(turn.plain("Never mind"), person.NEVER_MIND)

    def commit(tx: Tx) -> None:
        tx.state[TOLD] = text[:LONGEST_STORY]  # what he said already is not asked again
        tx.reply(Reply(said, buttons=((apply,), *_person(turn)), asks=(apply, no)))

    return commit, False


def _person(turn: Turn) -> tuple[tuple[Button, ...], ...]:
    return ((Button(turn.plain("Talk to a person"), person.PERSON),),)


def _emergency(turn: Turn, text: str) -> Led:
    words = _in_distress(turn)
    if is_acute(text):
        words = _in_danger_now(turn)
    elif relief.is_of_money(turn, text):
        words = (_care(turn),)
    ask = turn.say("Press a button, and a person here reads your words at once.")

    def commit(tx: Tx) -> None:
        number = held.hold(turn, tx, HELP_NOW, text, **enclosing.held(turn))
        officer = Button(turn.plain("Tell my officer now"), HELP_NOW, (number,))
        lead = complaint.button(turn, tx, text, urgent=True)
        tx.reply(Reply(paragraphs(*words, ask), buttons=_readers(turn, text, officer, lead)))

    return commit, False


def _readers(turn: Turn, text: str, officer: Button, lead: Button) -> tuple[tuple[Button, ...], ...]:
    """Who may read it. Whoever is accused in it never reads it first; whoever is named with it, not at all.

    Of a fire or an illness nobody is accused: who is named there is called to help, or has a common name.
    """
    wronged = is_wronged(text)
    nobody_accused = is_acute(text) and not wronged and not may_be_of_anothers_doing(text)
    if about_officer.is_named(turn, text) and not nobody_accused:
        return ((lead,),)
    return ((lead,), (officer,)) if wronged else ((officer,), (lead,))


def _in_distress(turn: Turn) -> tuple[Html, ...]:
    return (
        turn.say(
            "I am sorry. This sounds hard. You are not alone with it, and no loan is worth your health or your life."
        ),
        turn.say(
            "If someone is in danger, please call for help now, or go to a neighbour. You can call us too: {phone}",
            phone=turn.services.lender.phone,
        ),
    )


def _in_danger_now(turn: Turn) -> tuple[Html, ...]:
    """Whoever is near helps first; a number only where the lender has set one."""
    lender = turn.services.lender
    first = turn.say(
        "Get help first: call out to your neighbours, get away from the danger, and bring whoever is hurt "
        "or poisoned to the nearest clinic."
    )
    if lender.emergency_phone:
        number = turn.say("Call {number} now, the emergency number.", number=lender.emergency_phone)
    else:
        number = turn.say("Call the emergency number of your area now.")
    then = turn.say(
        "I am a program and cannot send anybody. You can call us too: {phone}", phone=lender.phone
    )
    return first, number, then


def _hardship(turn: Turn, text: str) -> Led:
    """Sympathy first; a person may help. Of days to keep the papers speak, which may follow."""
    ways = turn.say("A person here can help you too, and nothing you told me is lost.")
    return just(Reply(paragraphs(_care(turn), ways), buttons=_person(turn))), True


def _care(turn: Turn) -> Html:
    return turn.say("I am sorry. That is hard, and you need not deal with this alone.")


def _call_for_help(turn: Turn) -> Commit:
    words = held.find(turn, HELP_NOW)
    if words is None:
        return person.write_to_officer(turn)
    village = person.village_of(turn)

    def commit(tx: Tx) -> None:
        told = handoff.create(
            tx,
            turn.services,
            key=f"urgent:{words['number']}",
            chat_id=turn.incoming.chat_id,
            question=words["text"],
            language=turn.language,
            village=village,
            urgent=True,
            enclosed=enclosing.among(words),
        )
        if told is None:
            tx.toast(turn.plain("I have passed it on already. The answer comes here."))
            return
        tx.toast(turn.plain("Passed on."))
        tx.reply(Reply(person.passed_on(turn, told)))

    return commit


ROOMS: dict[RedirectKind, Callable[[Turn, str], tuple[Commit, bool]]] = {
    RedirectKind.OWN_CASE: _own_case,
    RedirectKind.CALCULATION: _calculation,
    RedirectKind.GREETING: _greeting,
    RedirectKind.THANKS: _thanks,
    RedirectKind.GOODBYE: _goodbye,
    RedirectKind.INSULT: _insult,
    RedirectKind.ABOUT_BOT: _about_bot,
    RedirectKind.WANTS_PERSON: _wants_person,
    RedirectKind.WANTS_LOAN: _wants_loan,
    RedirectKind.EMERGENCY: _emergency,
    RedirectKind.COMPLAINT: _complaint,
    RedirectKind.HARDSHIP: _hardship,
}
