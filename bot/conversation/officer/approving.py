"""Approving: how much, the shares of responsibility of a large loan, and one press that counts."""

from __future__ import annotations

from decimal import Decimal

from bot.conversation.messages import Button, Reply
from bot.conversation.officer import amounts, steps
from bot.conversation.officer.deeds import do, find, hindrance
from bot.conversation.officer.steps import (
    LESS,
    SHARE,
    YES,
    Facts,
    about,
    ask,
    in_place,
    never_mind_row,
    waiting,
)
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import Html, lines
from intake.applications import Action, Application
from intake.review import StaffMember

SHARES = (50, 60, 40)  # per cent of who recommended; the rest is of who decides

Args = tuple[str, ...]


def approve(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """How much: what was recommended, what was asked, or another amount."""
    number, version = int(args[0]), int(args[1])
    if stop := hindrance(turn, member, Action.APPROVE, number, version):
        return stop
    application = find(turn.services, args[0])
    assert application is not None  # looked at just now; the press is judged again at the end
    other = (Button(turn.plain("Another amount"), LESS, args[:2]),)
    text = turn.say("You are about to approve {reference}. How much?", reference=application.reference)
    rows = (*_ready(turn, application, args), other, never_mind_row(turn, args[0]))
    kept = {"verb": "o.sum", "id": args[0], "version": args[1]}  # an amount may be written at once
    return waiting(turn, Reply(lines(about(application), text), buttons=rows), kept)


def _ready(turn: Turn, application: Application, args: Args) -> amounts.Rows:
    """What was recommended and what was asked, a button each."""
    with turn.services.reading() as connection:
        recommended = turn.services.review.recommended_amount(connection, application)
    bounds = turn.services.review.lendable(application)
    known = [one for one in (recommended, application.requested.amount) if one is not None and one in bounds]
    return tuple(_approve_row(turn, args, one) for one in dict.fromkeys(known))


def _approve_row(turn: Turn, args: Args, amount: Decimal) -> tuple[Button, ...]:
    label = turn.plain("Approve {amount}", amount=turn.wording.money(amount))
    return (Button(label, YES, (args[0], args[1], f"{amount:f}")),)


def less(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """Another amount, in words."""
    return ask(turn, member, "o.sum", args[0], args[1])


def _sum(turn: Turn, _member: StaffMember, facts: Facts, words: str) -> Commit:
    """A typed amount is shown as a button, so that it is read before it counts."""
    application = find(turn.services, facts["id"])
    if application is None:
        return just(Reply(turn.say("I cannot find this application.")))
    args = (facts["id"], facts["version"])
    found = amounts.meant(turn, application, words)
    if isinstance(found, Html):
        return amounts.offer(turn, application, found, _ready(turn, application, args))
    rows = tuple(_approve_row(turn, args, one) for one in found)
    return amounts.offer(turn, application, turn.say("Is this right?"), rows)


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


HEARD: dict[str, steps.Heard] = {"o.sum": _sum}
