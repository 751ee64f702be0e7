"""Recommending and declining: the reasons on both sides, the amount, and a second press before it counts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bot.conversation.messages import Button, Reply
from bot.conversation.officer import amounts, steps
from bot.conversation.officer.deeds import do, find, hindrance, not_lendable
from bot.conversation.officer.steps import (
    AMOUNT,
    LEND,
    Facts,
    about,
    are_you_sure,
    ask,
    belongs,
    for_farmer,
    in_place,
    never_mind_row,
    over,
    waiting,
)
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import Html, lines, paragraphs, quoted
from intake.applications import Action, Application
from intake.review import StaffMember

Args = tuple[str, ...]


# recommending


def recommend(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """Whether to lend at all; the reasons for and against are asked either way."""
    number, version = int(args[0]), int(args[1])
    if stop := hindrance(turn, member, Action.RECOMMEND, number, version):
        return stop
    rows = (
        (Button(turn.plain("Yes, lend"), LEND, (*args[:2], "1")),),
        (Button(turn.plain("No, do not lend"), LEND, (*args[:2], "0")),),
        never_mind_row(turn, args[0]),
    )
    application = find(turn.services, args[0])
    assert application is not None  # looked at just now; the press is judged again at the end
    text = lines(about(application), turn.say("Do you recommend this loan?"))
    return just(Reply(text, buttons=rows))


def lend(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """Yes or no; now what speaks for it."""
    return ask(turn, member, "o.for", args[0], args[1], lend=args[2] == "1")


def _reasons_for(turn: Turn, member: StaffMember, facts: Facts, words: str) -> Commit:
    told = {"lend": facts["lend"], "reasons_for": words}
    return ask(turn, member, "o.against", facts["id"], facts["version"], words=words, **told)


def _reasons_against(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    known = {**facts, "reasons_against": words}
    return _how_much(turn, known) if facts["lend"] else _look_over(turn, known, None)


def _how_much(turn: Turn, facts: Facts) -> Commit:
    application = find(turn.services, facts["id"])
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    rows = (*_whole(turn, application), never_mind_row(turn, facts["id"]))
    question = steps.QUESTIONS["o.amt"]
    text = lines(about(application), turn.say(question))
    return waiting(turn, Reply(text, buttons=rows, edit=in_place(turn)), {**facts, "verb": "o.amt"})


def _whole(turn: Turn, application: Application) -> amounts.Rows:
    asked = application.requested.amount
    label = turn.plain("All that was asked: {amount}", amount=turn.wording.money(asked))
    return (_amount_row(application, asked, label),)


def _amount_row(application: Application, amount: Decimal, label: str) -> tuple[Button, ...]:
    return (Button(label, AMOUNT, (f"{amount:f}", str(application.application_id))),)


def _amount(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    application = find(turn.services, facts["id"])
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    found = amounts.meant(turn, application, words)
    if isinstance(found, Html):
        return amounts.offer(turn, application, found, _whole(turn, application))
    if len(found) == 1:
        return _look_over(turn, facts, found[0])
    rows = tuple(_amount_row(application, one, turn.wording.money(one)) for one in found)
    return amounts.offer(turn, application, turn.say("Which amount do you mean?"), rows)


def amount_pressed(turn: Turn, _member: StaffMember, facts: Facts | None, args: Args) -> Commit | None:
    """The amount was chosen by button."""
    if facts is None or not belongs(facts, args[1:]) or facts["verb"] not in ("o.amt", "o.rec"):
        return over(turn, facts)
    return _look_over(turn, facts, Decimal(args[0]))


def _look_over(turn: Turn, facts: Facts, amount: Decimal | None) -> Commit:
    """The recommendation as it will stand in the file, before it is handed on."""
    application = find(turn.services, facts["id"])
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    if amount is not None and amount not in (bounds := turn.services.review.lendable(application)):
        return amounts.offer(turn, application, not_lendable(turn, bounds), _whole(turn, application))
    verdict = (
        turn.say("You recommend to lend {amount}.", amount=turn.wording.money(amount))
        if amount is not None
        else turn.say("You recommend not to lend.")
    )
    text = lines(
        about(application),
        verdict,
        turn.say("For it: {reasons}", reasons=quoted(facts["reasons_for"], 1000)),
        turn.say("Against it: {reasons}", reasons=quoted(facts["reasons_against"], 1000)),
    )
    kept = {**facts, "verb": "o.rec", "amount": None if amount is None else f"{amount:f}"}
    return are_you_sure(turn, kept, text, turn.plain("Hand it on"))


def _recommended(turn: Turn, member: StaffMember, facts: Facts) -> Commit:
    review, number = turn.services.review, int(facts["id"])
    return do(
        turn,
        Action.RECOMMEND,
        number,
        lambda connection: review.recommend(
            connection,
            member.user_id,
            number,
            lend=bool(facts["lend"]),
            reasons_for=facts["reasons_for"],
            reasons_against=facts["reasons_against"],
            amount=Decimal(facts["amount"]) if facts["amount"] else None,
            version=int(facts["version"]),
        ),
        turn.say("Your recommendation is in the file. A second person decides now."),
        words="\n".join((facts["reasons_for"], facts["reasons_against"])),
    )


# declining


def _reason(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    """The reason as the farmer will read it, before it is said."""
    application = find(turn.services, facts["id"])
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    shown = for_farmer(turn, facts["id"], words)
    text = paragraphs(
        about(application),
        turn.say("You are about to decline {reference}. The farmer reads:", reference=application.reference),
        quoted(shown, steps.LONGEST),
        turn.say("Write it anew if it should say something else."),
    )
    return are_you_sure(turn, {**facts, "words": shown}, text, turn.plain("Decline"))


def _rejected(turn: Turn, member: StaffMember, facts: Facts) -> Commit:
    review, number = turn.services.review, int(facts["id"])
    words, version = str(facts["words"]), int(facts["version"])
    return do(
        turn,
        Action.REJECT,
        number,
        lambda connection: review.reject(connection, member.user_id, number, words, version),
        turn.say("Declined. The farmer hears the reason now."),
        words=words,
    )


def _shown_again(turn: Turn, member: StaffMember, facts: Facts) -> Commit:
    """The screen above the second press, as it was."""
    if facts["verb"] == "o.rej":
        return _reason(turn, member, facts, str(facts["words"]))
    return _look_over(turn, facts, Decimal(facts["amount"]) if facts["amount"] else None)


SHOWN_OF = {"o.rec": _shown_again, "o.rej": _shown_again}
SURE_OF: dict[str, Callable[[Turn, StaffMember, Facts], Commit]] = {"o.rec": _recommended, "o.rej": _rejected}


HEARD: dict[str, steps.Heard] = {
    "o.for": _reasons_for,
    "o.against": _reasons_against,
    "o.amt": _amount,
    "o.rej": _reason,
}
