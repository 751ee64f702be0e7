"""The staff's room: every button checked by who pressed, every step done once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from bot.conversation.basics import welcome
from bot.conversation.expects import expected
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.officer import questions, queue, steps
from bot.conversation.officer.deeds import do, find
from bot.conversation.officer.file import open_file
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_
from intake.applications import Application, FindingKind
from intake.errors import NotAllowed, Reason
from intake.review import Role, StaffMember

Pressed = Callable[[Turn, StaffMember, tuple[str, ...]], Commit | None]
COMMANDS = ("queue", "mine", "questions")


def enrol(turn: Turn) -> Commit | None:
    """`/start TOKEN`: the single-use link of a new member of staff."""
    token = turn.text.strip()
    if turn.incoming.command != "start" or not token:
        return None

    def commit(tx: Tx) -> None:
        services = turn.services
        try:
            with tx.connection.begin_nested():
                member = services.staff.enrol(
                    tx.connection, token, turn.user_id, name=turn.incoming.name or "–", language=turn.language
                )
        except NotAllowed as error:
            tx.reply(Reply(turn.say(WHY_NOT_ENROLLED.get(error.reason, N_("I don't know this link.")))))
            return
        tx.language = member.language
        tx.reply(Reply(turn.say("You are enrolled. Welcome, {name}.", name=member.name)))
        tx.reply(welcome(turn, member.language, member))

    return commit


WHY_NOT_ENROLLED = {
    Reason.INVITE_UNKNOWN: N_("I don't know this link. Ask your branch for a new one."),
    Reason.INVITE_EXPIRED: N_("This link is too old. Ask your branch for a new one."),
    Reason.INVITE_USED: N_("This link has been used. It works only once. Ask your branch for a new one."),
    Reason.ALREADY_STAFF: N_("You are enrolled already. Nothing has changed."),
}


def room(turn: Turn) -> Commit | None:
    """Everything an officer, reviewer or lead does; others are told that it is not theirs."""
    press = turn.incoming.press
    ours = turn.incoming.command in COMMANDS or (press is not None and press.action.startswith("o."))
    waiting = expected(turn, steps.ROOM)
    if not ours and waiting is None:
        return None
    member = turn.staff
    if member is None or (member.role is Role.ADMIN and not _answering(turn, waiting)):
        return _not_yours(turn) if ours else None
    if press is not None and press.action.startswith("o."):
        return _pressed(turn, member, press.action, press.args)
    if turn.incoming.command == "questions":
        return questions.waiting(turn, member)
    if turn.incoming.kind is IncomingKind.TEXT and waiting is not None:
        return _heard(turn, member, waiting)
    if turn.incoming.command in COMMANDS:
        return queue.lists(turn, member)
    return None


def _answering(turn: Turn, waiting: Mapping[str, Any] | None) -> bool:
    """Farmers' questions come to the admin too, where no officer and no lead is."""
    press = turn.incoming.press
    if press is not None:
        return press.action in (questions.ANSWER, steps.CANCEL)
    return turn.incoming.command == "questions" or (
        waiting is not None and waiting["verb"] == questions.ANSWER
    )


def _not_yours(turn: Turn) -> Commit:
    text = turn.say("This is for the cooperative's officers only.")

    def commit(tx: Tx) -> None:
        tx.toast(text, alert=True)
        tx.reply(Reply(text))

    return commit


def _pressed(turn: Turn, member: StaffMember, action: str, args: tuple[str, ...]) -> Commit | None:
    listed = queue.lists(turn, member)
    if listed is not None:
        return listed
    handler = PRESSES.get(action)
    try:
        return handler(turn, member, args) if handler else None
    except (ValueError, TypeError, InvalidOperation):  # a button of another age, with other arguments
        return None


def _heard(turn: Turn, member: StaffMember, waiting: Mapping[str, Any]) -> Commit:
    if waiting["verb"] == questions.ANSWER:
        return questions.answered(turn, member, int(waiting["id"]))
    return steps.hear(turn, member, waiting, turn.text)


def _claim(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    number, version = int(args[0]), int(args[1])
    review = turn.services.review
    return do(
        turn,
        lambda connection: review.claim(connection, member.user_id, number, version),
        turn.say("It is yours. The farmer knows your name now."),
    )


def _release(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    number, version = int(args[0]), int(args[1])
    review = turn.services.review
    return do(
        turn,
        lambda connection: review.release(connection, member.user_id, number, version),
        turn.say("It is back in the queue."),
    )


def _show(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    return queue.show(turn, member, args[0])


def _file(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    return open_file(turn, member, int(args[0]))


def _words(verb: str) -> Pressed:
    return lambda turn, _member, args: steps.ask(turn, verb, args[0], args[1])


def _visit(turn: Turn, _member: StaffMember, args: tuple[str, ...]) -> Commit:
    return steps.ask(turn, "o.day", args[0], args[1])


def _on(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit | None:
    facts = expected(turn, steps.ROOM)
    return steps.in_days(turn, member, facts, args[0]) if facts and facts["verb"] == "o.day" else None


def _recommend(turn: Turn, _member: StaffMember, args: tuple[str, ...]) -> Commit:
    text = turn.say("Do you recommend this loan?")
    rows = (
        (Button(turn.plain("Yes, lend"), "o.lend", (*args[:2], "1")),),
        (Button(turn.plain("No, do not lend"), "o.lend", (*args[:2], "0")),),
        (Button(turn.plain("Never mind"), steps.CANCEL),),
    )
    return just(Reply(text, buttons=rows))


def _lend(turn: Turn, _member: StaffMember, args: tuple[str, ...]) -> Commit:
    return steps.ask(turn, "o.for", args[0], args[1], lend=args[2] == "1")


def _approve(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    application = find(turn.services, args[0])
    if application is None:
        return queue.show(turn, member, args[0])
    asked = application.requested.amount
    recommended = _recommended(turn, application)
    rows = tuple(
        (
            Button(
                turn.plain("Approve {amount}", amount=turn.wording.money(amount)),
                "o.yes",
                (*args[:2], f"{amount:f}"),
            ),
        )
        for amount in dict.fromkeys(one for one in (recommended, asked) if one)
    )
    other = (Button(turn.plain("Another amount"), "o.less", args[:2]),)
    stop = (Button(turn.plain("Never mind"), steps.CANCEL),)
    text = turn.say("You are about to approve {reference}. How much?", reference=application.reference)
    return just(Reply(text, buttons=(*rows, other, stop)))


def _recommended(turn: Turn, application: Application) -> Decimal | None:
    with turn.services.reading() as connection:
        papers = turn.services.applications.store.findings(connection, application.application_id)
    advice = [paper.facts["amount"] for paper in papers if paper.kind is FindingKind.RECOMMENDATION]
    return Decimal(advice[-1]) if advice and advice[-1] else None


def _yes(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    return steps.approve(turn, member, args[0], args[1], Decimal(args[2]))


def _less(turn: Turn, _member: StaffMember, args: tuple[str, ...]) -> Commit:
    return steps.ask(turn, "o.amt", args[0], args[1], approve=True)


def _share(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    return steps.shared(turn, member, *args[:4])


def _give(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    with turn.services.reading() as connection:
        officers = turn.services.staff.members(connection, role=Role.OFFICER)
        load = turn.services.queue.load(connection, member.user_id) if member.role is Role.LEAD else {}
    rows = tuple(
        (
            Button(
                turn.plain("{name} (holds {count})", name=one.name, count=load.get(one.user_id, 0)),
                "o.to",
                (*args[:2], str(one.user_id)),
            ),
        )
        for one in officers
    )
    return just(
        Reply(
            turn.say("Who shall have it?"), buttons=(*rows, (Button(turn.plain("Never mind"), steps.CANCEL),))
        )
    )


def _to(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    number, version, officer = int(args[0]), int(args[1]), int(args[2])
    review = turn.services.review
    return do(
        turn,
        lambda connection: review.assign(connection, member.user_id, number, officer, version),
        turn.say("Given."),
    )


def _never_mind(turn: Turn, _member: StaffMember, _args: tuple[str, ...]) -> Commit:
    return steps.never_mind(turn)


def _answer(turn: Turn, member: StaffMember, args: tuple[str, ...]) -> Commit:
    return questions.begin(turn, member, int(args[0]))


PRESSES: Mapping[str, Pressed] = {
    "o.claim": _claim,
    "o.rel": _release,
    "o.show": _show,
    "o.file": _file,
    "o.ask": _words("o.ask"),
    "o.seen": _words("o.seen"),
    "o.rej": _words("o.rej"),
    "o.ret": _words("o.ret"),
    "o.vis": _visit,
    "o.on": _on,
    "o.rec": _recommend,
    "o.lend": _lend,
    "o.app": _approve,
    "o.yes": _yes,
    "o.less": _less,
    "o.share": _share,
    "o.give": _give,
    "o.to": _to,
    "o.answer": _answer,
    steps.CANCEL: _never_mind,
}
