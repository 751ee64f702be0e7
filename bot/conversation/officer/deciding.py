"""Recommending and deciding: the reasons on both sides, the amount, the shares, and a second press before it counts."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from bot.conversation.messages import Button, Reply
from bot.conversation.officer import steps
from bot.conversation.officer.deeds import do, find, hindrance
from bot.conversation.officer.steps import (
    AMOUNT,
    LEND,
    LESS,
    SHARE,
    YES,
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
from bot.conversation.wording import lines, paragraphs, quoted
from intake.applications import Action, Application
from intake.review import StaffMember

SHARES = (50, 60, 40)  # per cent of who recommended; the rest is of who decides

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
    asked = application.requested.amount
    whole = Button(
        turn.plain("All that was asked: {amount}", amount=turn.wording.money(asked)),
        AMOUNT,
        (f"{asked:f}", facts["id"]),
    )
    question = steps.QUESTIONS["o.amt"]
    text = lines(about(application), turn.say(question))
    rows = ((whole,), never_mind_row(turn, facts["id"]))
    reply = Reply(text, buttons=rows, edit=in_place(turn))
    return waiting(reply, {**facts, "verb": "o.amt"})


def _amount(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    found = steps.amounts(turn, words)
    if not found:
        return steps.unreadable(turn)
    if len(found) == 1:
        return _look_over(turn, facts, found[0])
    rows = tuple((Button(turn.wording.money(one), AMOUNT, (f"{one:f}", facts["id"])),) for one in found[:4])
    text = turn.say("Which amount do you mean?")
    return just(Reply(text, buttons=(*rows, never_mind_row(turn, facts["id"]))))


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
    if amount is not None and not 0 < amount <= application.requested.amount:
        most = turn.wording.money(application.requested.amount)
        return just(Reply(turn.say("Write an amount above zero and at most {most}.", most=most)))
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


# approving


def approve(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """How much: what was recommended, what was asked, or another amount."""
    number, version = int(args[0]), int(args[1])
    if stop := hindrance(turn, member, Action.APPROVE, number, version):
        return stop
    application = find(turn.services, args[0])
    assert application is not None  # looked at just now; the press is judged again at the end
    with turn.services.reading() as connection:
        recommended = turn.services.review.recommended_amount(connection, application)
    amounts = dict.fromkeys(one for one in (recommended, application.requested.amount) if one)
    other = (Button(turn.plain("Another amount"), LESS, args[:2]),)
    text = turn.say("You are about to approve {reference}. How much?", reference=application.reference)
    rows = (*(_approve_row(turn, args, amount) for amount in amounts), other, never_mind_row(turn, args[0]))
    kept = {"verb": "o.sum", "id": args[0], "version": args[1]}  # an amount may be written at once
    return waiting(Reply(lines(about(application), text), buttons=rows), kept)


def _approve_row(turn: Turn, args: Args, amount: Decimal) -> tuple[Button, ...]:
    label = turn.plain("Approve {amount}", amount=turn.wording.money(amount))
    return (Button(label, YES, (args[0], args[1], f"{amount:f}")),)


def less(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """Another amount, in words."""
    return ask(turn, member, "o.sum", args[0], args[1])


def _sum(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    """A typed amount is shown as a button, so that it is read before it counts."""
    found = steps.amounts(turn, words)
    if not found:
        return steps.unreadable(turn)
    application = find(turn.services, facts["id"])
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    rows = tuple(_approve_row(turn, (facts["id"], facts["version"]), one) for one in found[:4])
    text = lines(about(application), turn.say("Is this right?"))
    return just(Reply(text, buttons=(*rows, never_mind_row(turn, facts["id"]))))


def yes(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """Approve; a large loan first asks for the shares of responsibility."""
    application = find(turn.services, args[0])
    if application is not None and application.large and application.recommended_by is not None:
        stop = hindrance(turn, member, Action.APPROVE, int(args[0]), int(args[1]))
        return stop or just(_shares_question(turn, application, args))
    return _approved(turn, member, args, None)


def share(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """The shares were chosen."""
    application = find(turn.services, args[0])
    if application is None or application.recommended_by is None:
        return _approved(turn, member, args, None)
    theirs = int(args[3])
    return _approved(turn, member, args, {application.recommended_by: theirs, member.user_id: 100 - theirs})


def _approved(turn: Turn, member: StaffMember, args: Args, shares: dict[int, int] | None) -> Commit:
    review, number, version, amount = turn.services.review, int(args[0]), int(args[1]), Decimal(args[2])
    return do(
        turn,
        Action.APPROVE,
        number,
        lambda connection: review.approve(
            connection, member.user_id, number, amount=amount, shares=shares, version=version
        ),
        turn.say("Approved: {amount}. The farmer hears it now.", amount=turn.wording.money(amount)),
    )


def _shares_question(turn: Turn, application: Application, args: Args) -> Reply:
    with turn.services.reading() as connection:
        officer = turn.services.staff.get(connection, application.recommended_by or 0)
    text = turn.say(
        "This is a large loan. How is the responsibility shared between {officer} and you?",
        officer=officer.name,
    )

    def row(theirs: int) -> tuple[Button, ...]:
        label = turn.plain(
            "{officer} {theirs}% · you {yours}%", officer=officer.name, theirs=theirs, yours=100 - theirs
        )
        return (Button(label, SHARE, (*args[:3], str(theirs))),)

    rows = (*map(row, SHARES), never_mind_row(turn, args[0]))
    return Reply(lines(about(application), text), buttons=rows, edit=in_place(turn))


HEARD: dict[str, steps.Heard] = {
    "o.for": _reasons_for,
    "o.against": _reasons_against,
    "o.amt": _amount,
    "o.sum": _sum,
    "o.rej": _reason,
}
