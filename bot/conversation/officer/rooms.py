"""The staff's room: every button checked by who pressed, every step done once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import InvalidOperation

from bot.conversation import handoff
from bot.conversation.expects import expected
from bot.conversation.messages import Button, IncomingKind, Reply
from bot.conversation.officer import (
    approving,
    beside,
    by_number,
    deciding,
    file,
    hearing,
    household,
    newest,
    overtaken,
    questions,
    queue,
    steps,
    straight,
    visiting,
)
from bot.conversation.officer.deeds import do, hindrance
from bot.conversation.officer.enrolment import enrol
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Commit, Turn, Tx, just, refuse
from bot.conversation.wording import Wording, paragraphs
from intake.applications import Action, Application
from intake.errors import NotFound
from intake.review import Role, StaffMember, rights

__all__ = ["enrol", "room"]

Args = tuple[str, ...]
Pressed = Callable[[Turn, StaffMember, Args], Commit | None]
COMMANDS = ("queue", "mine", "questions")


def room(turn: Turn) -> Commit | None:
    """Everything an officer, reviewer or lead does; others are told that it is not theirs."""
    press, member = turn.incoming.press, turn.staff
    ours = turn.incoming.command in COMMANDS or (press is not None and press.action.startswith("o."))
    waiting = hearing.open_step(turn)
    if not ours and waiting is None:
        return _unasked(turn, member)
    if member is None or (member.role is Role.ADMIN and not _answering(turn, waiting)):
        return _not_yours(turn) if ours else None
    if press is not None:
        found = _pressed(turn, member, press.action, press.args) if ours else None
        return found and beside.kept(turn, member, waiting, found)
    if turn.incoming.kind in hearing.KINDS and waiting is not None:
        return by_number.instead_of(turn, member, waiting) or hearing.heard(turn, member, waiting)
    return _commanded(turn, member) if ours else None


def _unasked(turn: Turn, member: StaffMember | None) -> Commit | None:
    """Words that no step waits for: an application's number, or an answer to what a farmer has just written."""
    if member is None or turn.incoming.kind is not IncomingKind.TEXT:
        return None
    return by_number.opened(turn, member) or straight.room(turn, member)


def _commanded(turn: Turn, member: StaffMember) -> Commit | None:
    """A command ends the step that was open: the next words are not for it, and he hears so."""
    if turn.incoming.command == "questions":
        found: Commit | None = questions.waiting(turn, member)
    else:
        found = by_number.opened(turn, member) or queue.lists(turn, member)
    left = expected(turn, steps.ROOM)
    return found if found is None or left is None else by_number.left_for(turn, left, found)


def _answering(turn: Turn, waiting: Facts | None) -> bool:
    """Farmers' questions come to the admin too, where no officer and no lead is."""
    press = turn.incoming.press
    if press is not None:
        return press.action in (
            questions.ANSWER,
            handoff.ENCLOSED,
            steps.CANCEL,
            steps.SURE,
            straight.PAPERS,
            newest.INSTEAD,
        )
    return turn.incoming.command == "questions" or (
        waiting is not None and waiting["verb"] == questions.ANSWER
    )


def _not_yours(turn: Turn) -> Commit:
    return refuse(turn.say("This is for the cooperative's officers only."))


def _pressed(turn: Turn, member: StaffMember, action: str, args: Args) -> Commit | None:
    listed = queue.lists(turn, member)
    if listed is not None:
        return listed
    handler = PRESSES.get(action)
    try:
        return handler(turn, member, args) if handler else None
    except (ValueError, TypeError, IndexError, KeyError, InvalidOperation):
        return None  # a button of another age, with other arguments
    except NotFound:
        return just(Reply(turn.say("I cannot find this application.")))


def _words(verb: str) -> Pressed:
    return lambda turn, member, args: steps.ask(turn, member, verb, args[0], args[1])


def _claim(turn: Turn, member: StaffMember, args: Args) -> Commit:
    number, version = int(args[0]), int(args[1])
    review = turn.services.review
    return do(
        turn,
        Action.CLAIM,
        number,
        lambda connection: review.claim(connection, member.user_id, number, version),
        turn.say("It is yours. The farmer knows your name now."),
    )


def _release(turn: Turn, member: StaffMember, args: Args) -> Commit:
    number, version = int(args[0]), int(args[1])
    review = turn.services.review
    return do(
        turn,
        Action.RELEASE,
        number,
        lambda connection: review.release(connection, member.user_id, number, version),
        turn.say("Given back to the queue."),
    )


def _show(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return queue.show(turn, member, int(args[0]))


def _file(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return file.open_file(turn, member, int(args[0]))


def _strangers(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return household.ask(turn, member, int(args[0]))


def _parted(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return household.part(turn, member, int(args[0]))


def _sent_in(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return file.show_sent_in(turn, member, int(args[0]), int(args[1]) if len(args) > 1 else 0)


def _give(turn: Turn, member: StaffMember, args: Args) -> Commit:
    """To whom: the officers with what they hold already."""
    if stop := hindrance(turn, member, Action.ASSIGN, int(args[0])):
        return stop
    services = turn.services
    with services.reading() as connection:
        application = services.applications.store.get(connection, int(args[0]))
        load = services.queue.load(connection, member.user_id)
        officers = services.staff.members(connection, role=Role.OFFICER)
    nearest = sorted(
        officers, key=lambda one: (application.village not in one.villages, load.get(one.user_id, 0))
    )
    others = [
        one for one in nearest if one.user_id != application.holder and not rights.touches(one, application)
    ]
    if not others:
        return just(Reply(turn.say("There is no other officer who may have it.")))
    place = args[0], str(application.version)
    rows = tuple((_officer(turn.wording, one, load.get(one.user_id, 0), place),) for one in others)
    return just(Reply(turn.say("Who shall have it?"), buttons=(*rows, steps.never_mind_row(turn, args[0]))))


def _officer(wording: Wording, officer: StaffMember, held: int, place: Args) -> Button:
    label = wording.plain("{name} (holds {count})", name=officer.name, count=held)
    return Button(label, "o.to", (*place, str(officer.user_id)))


def _to(turn: Turn, member: StaffMember, args: Args) -> Commit:
    number, version, officer = (int(one) for one in args)
    review = turn.services.review
    with turn.services.reading() as connection:
        before = turn.services.applications.store.get(connection, number)
    return do(
        turn,
        Action.ASSIGN,
        number,
        lambda connection: review.assign(connection, member.user_id, number, officer, version),
        turn.say("Given."),
        then=lambda tx: _tell_who_had_it(turn, tx, before, member),
    )


def _tell_who_had_it(turn: Turn, tx: Tx, before: Application, lead: StaffMember) -> None:
    had = turn.services.staff.find(tx.connection, before.holder) if before.holder else None
    if had is None or had.user_id == lead.user_id:
        return
    text = turn.services.wording(had.language).say(
        "{name} has given {reference} to somebody else. Nothing more is to be done by you.",
        name=lead.name,
        reference=before.reference,
    )
    number = str(before.application_id)
    unused = overtaken.ended(
        tx, turn.services, had, lambda verb, about: verb != steps.ANSWER and about == number
    )
    tx.send(had.user_id, Reply(paragraphs(text, unused)))


def _never_mind(turn: Turn, _member: StaffMember, args: Args) -> Commit:
    return steps.never_mind(turn, args)


def _answer(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return questions.begin(turn, member, int(args[0]))


def _enclosed(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return questions.show_enclosed(turn, member, int(args[0]))


def _picked(turn: Turn, member: StaffMember, args: Args) -> Commit | None:
    return hearing.picked(turn, member, hearing.open_step(turn), args)


def _amount(turn: Turn, member: StaffMember, args: Args) -> Commit | None:
    return deciding.amount_pressed(turn, member, hearing.open_step(turn), args)


def _papers(turn: Turn, _member: StaffMember, args: Args) -> Commit:
    return straight.ask_papers(turn, hearing.open_step(turn), args)


def _instead(turn: Turn, member: StaffMember, args: Args) -> Commit:
    return straight.instead(turn, member, hearing.open_step(turn), args)


def _sure(turn: Turn, member: StaffMember, args: Args) -> Commit | None:
    return hearing.sure(turn, member, hearing.open_step(turn), args)


PRESSES: Mapping[str, Pressed] = {
    "o.claim": _claim,
    "o.rel": _release,
    queue.SHOW: _show,
    "o.file": _file,
    file.SENT_IN: _sent_in,
    household.ASK: _strangers,
    household.YES: _parted,
    "o.ask": _words("o.ask"),
    "o.seen": _words("o.seen"),
    "o.rej": _words("o.rej"),
    "o.ret": _words("o.ret"),
    "o.msg": _words("o.msg"),
    "o.vis": visiting.ask_day,
    visiting.DAY: visiting.on_day,
    "o.rec": deciding.recommend,
    steps.LEND: deciding.lend,
    steps.AMOUNT: _amount,
    steps.SURE: _sure,
    straight.PAPERS: _papers,
    newest.INSTEAD: _instead,
    "o.app": approving.approve,
    steps.YES: approving.yes,
    steps.LESS: approving.less,
    steps.SHARE: approving.share,
    "o.give": _give,
    "o.to": _to,
    questions.ANSWER: _answer,
    handoff.ENCLOSED: _enclosed,
    steps.QUICK: _picked,
    steps.CANCEL: _never_mind,
}
