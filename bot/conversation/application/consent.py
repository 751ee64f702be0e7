"""The farmer's word before anything is written down: asked, explained, and asked again after whatever else was said."""

from __future__ import annotations

import dataclasses
from datetime import datetime

from bot.conversation import questions, written
from bot.conversation.expects import LONGEST_STORY, TOLD
from bot.conversation.marks import token
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx, both, just
from bot.conversation.wording import Html, paragraphs
from bot.services import Services
from intake.interview import CommandKind
from intake.interview.commands import spoken
from knowledge.types import RedirectKind

AGREE, DECLINE = "a.yes", "a.no"
WAITS = "consent_waits"  # state: since when his word is awaited
STAYS = (
    RedirectKind.WANTS_PERSON,
    RedirectKind.COMPLAINT,
    RedirectKind.GOODBYE,
)  # they wait for words of their own


def ask(turn: Turn, before: str = "") -> Commit:
    """The question for his word; it comes back until he has said yes or no."""
    question = consent_question(turn)
    reply = dataclasses.replace(question, text=paragraphs(before, Html(question.text)))

    def commit(tx: Tx) -> None:
        tx.state[WAITS] = tx.now.isoformat()
        tx.reply(reply)

    return commit


def room(turn: Turn) -> Commit | None:
    """What is said while his word is awaited: answered, and the question again."""
    if turn.incoming.kind is not IncomingKind.TEXT or not _waits(turn):
        return None
    return why(turn) or _answered(turn)


def _waits(turn: Turn) -> bool:
    since = turn.state.get(WAITS)
    fresh = since is not None and written.in_time(turn.incoming, datetime.fromisoformat(since), turn.now)
    return fresh and turn.staff is None and "expects" not in turn.state


def _answered(turn: Turn) -> Commit:
    command = spoken(turn.text, turn.language)
    if command is not None and command.kind in (CommandKind.STOP, CommandKind.SKIP):
        return decline(turn)
    answer = questions.respond(turn, turn.text)
    if answer.kind is RedirectKind.WANTS_LOAN:
        return _told(turn)
    return answer.commit if answer.kind in STAYS else both(answer.commit, ask(turn))


def _told(turn: Turn) -> Commit:
    """A story told too early waits for his word."""

    def commit(tx: Tx) -> None:
        tx.state[TOLD] = turn.text[:LONGEST_STORY]
        ask(turn, turn.say("Good, I have heard you. One thing comes first."))(tx)

    return commit


def consent_question(turn: Turn) -> Reply:
    """What we keep and why, before anything is written down."""
    lender = turn.services.lender
    text = paragraphs(
        turn.say("Before we begin, I need your word."),
        turn.say(
            "{lender} keeps what you tell me here, to decide on your loan. Only your officer and those who decide "
            "see it. You can see all of it, or have it deleted, with /privacy.",
            lender=lender.text(lender.name, turn.language),
        ),
        turn.say(
            "If you name a guarantor, I give you a link for that person. Whoever opens it reads your name, "
            "how much you ask for and what it costs, nothing else."
        ),
        turn.say("Do you agree?"),
    )
    yes = Button(turn.plain("Yes, I agree"), AGREE, (words(turn.services),))
    no = Button(turn.plain("No"), DECLINE)
    return Reply(text, buttons=((yes,), (no,)), asks=(yes, no))


def words(services: Services) -> str:
    """Which words a button under them agrees to; short, as a button's data may be."""
    return token(services.applications.consent_version)


def why(turn: Turn) -> Commit | None:
    """ "Why?" to the question for his word is answered, and the question stands."""
    command = spoken(turn.text, turn.language)
    if command is None or command.kind is not CommandKind.WHY:
        return None
    text = turn.say(
        "What you tell me about your home and your money is yours. So we ask before we write it down. "
        "You may say no: then nothing is kept."
    )
    return ask(turn, text)


def decline(turn: Turn) -> Commit:
    """No consent, no application; everything else stays open to him. An old button after his yes takes nothing back."""
    with turn.services.reading() as connection:
        agreed = turn.services.applications.has_consented(connection, turn.user_id)
    if agreed:
        kept = turn.say("You agreed before, and what you told me is kept. /privacy shows it, or deletes it.")
        return just(Reply(kept))
    text = turn.say(
        "That is all right. I write nothing down. Without your word we cannot take an application here. "
        "You can still ask me anything, or talk to a person."
    )
    buttons = (
        (Button(turn.plain("Talk to a person"), "person"),),
        (Button(turn.plain("I agree after all"), AGREE, (words(turn.services),)),),
    )

    def commit(tx: Tx) -> None:
        tx.state.pop(WAITS, None)
        tx.state.pop(TOLD, None)
        tx.reply(Reply(text, buttons=buttons))

    return commit
