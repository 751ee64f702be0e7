"""`/queue` and `/mine`: what waits for whom, and one press to open each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from sqlalchemy import Connection

from bot.conversation.messages import Button, Reply
from bot.conversation.officer.card import STATUS, card, headline
from bot.conversation.officer.deeds import why_not
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import N_, Html, lines, paragraphs
from intake.applications import ApplicationStatus
from intake.errors import IntakeError
from intake.review import QueueItem, Role, StaffMember

SHOW = "o.show"
QUEUE, MINE, LATE = "o.q", "o.m", "o.late"
PAGE = 8
FAR = 3  # pages after which the ends of the list are one press away
OPEN_IT = N_("Press a number to open it.")
OPEN_ANY = N_("Press a number to open it, or write the number of any application.")
Reader = Callable[[Turn, Connection, StaffMember], list[QueueItem]]


def lists(turn: Turn, member: StaffMember) -> Commit | None:
    """The lists, by command or by the button that opens them and turns their pages."""
    for action, (command, read) in LISTS.items():
        pressed = turn.pressed(action)
        if (command and turn.incoming.command == command) or pressed is not None:
            start = int(pressed[0]) if pressed and pressed[0].isdecimal() else 0
            return _listed(turn, member, action, read, start)
    return None


def show(turn: Turn, member: StaffMember, application_id: int) -> Commit:
    """One application as a card; looking at it goes into the audit log."""

    def commit(tx: Tx) -> None:
        try:
            application = turn.services.review.look(tx.connection, member.user_id, application_id)
        except IntakeError as error:
            text = why_not(turn, tx, error)
            tx.toast(text, alert=True)
            tx.reply(Reply(text))
            return
        tx.reply(card(tx.connection, turn.services, application, member, tx.now))

    return commit


def _listed(turn: Turn, member: StaffMember, action: str, read: Reader, start: int) -> Commit:
    services = turn.services
    with services.reading() as connection:
        try:
            items = read(turn, connection, member)
            late = [] if action == LATE else services.queue.overdue(connection, member.user_id)
        except IntakeError as error:
            found = error
            return lambda tx: tx.reply(Reply(why_not(turn, tx, found)))
        names = {one.user_id: one.name for one in services.staff.members(connection, active=False)}
    return just(_page(turn, member, action, items, names, start, len(late)))


def _waiting(turn: Turn, connection: Connection, member: StaffMember) -> list[QueueItem]:
    queue = turn.services.queue
    if member.role is Role.LEAD:
        return queue.whole(connection, member.user_id)
    if member.role is Role.REVIEWER:
        return queue.to_review(connection, member.user_id)
    return queue.unclaimed(connection, member.user_id)


def how_many(turn: Turn, member: StaffMember) -> int:
    """How many applications wait on his list; none where he has no such list."""
    with turn.services.reading() as connection:
        try:
            return len(_waiting(turn, connection, member))
        except IntakeError:
            return 0


def _mine(turn: Turn, connection: Connection, member: StaffMember) -> list[QueueItem]:
    return turn.services.queue.mine(connection, member.user_id)


def _late(turn: Turn, connection: Connection, member: StaffMember) -> list[QueueItem]:
    return turn.services.queue.overdue(connection, member.user_id)


LISTS: Mapping[str, tuple[str, Reader]] = {
    QUEUE: ("queue", _waiting),
    MINE: ("mine", _mine),
    LATE: ("", _late),
}


def _page(
    turn: Turn,
    member: StaffMember,
    action: str,
    items: list[QueueItem],
    names: dict[int, str],
    start: int,
    late: int,
) -> Reply:
    edit = turn.incoming.press.message_id if turn.incoming.press else None
    if not items:
        text = turn.say("Nothing is waiting. Well done.")
        return Reply(text, buttons=_late_row(turn, late), edit=edit)
    start = start if start < len(items) else 0
    shown = list(enumerate(items[start : start + PAGE], start + 1))
    entries = [_entry(turn, member, item, names, number) for number, item in shown]
    text = paragraphs(
        _head(turn, member, action, items, names, start),
        Html("\n".join(entries)),
        turn.say(OPEN_IT if len(items) <= PAGE else OPEN_ANY),
    )
    rows = (*_numbers(shown), *_turning(turn, action, start, len(items)), *_late_row(turn, late))
    return Reply(text, buttons=rows, edit=edit)


def _head(
    turn: Turn,
    member: StaffMember,
    action: str,
    items: Sequence[QueueItem],
    names: dict[int, str],
    start: int,
) -> Html:
    """How many there are; for the lead also how they stand and who holds how many."""
    count = turn.wording.count("{n} application", "{n} applications", len(items))
    if len(items) > PAGE:
        count = Html(f"{count} · {start + 1}–{min(start + PAGE, len(items))}")
    if member.role is not Role.LEAD or action != QUEUE:
        return count
    by_status = Counter(item.status for item in items)
    standing = [
        turn.say("{status}: {count}", status=turn.say(STATUS[status]), count=by_status[status])
        for status in ApplicationStatus
        if by_status[status]
    ]
    held = Counter(item.holder for item in items if item.holder)
    load = [
        turn.say("{name} holds {count}", name=names.get(holder, str(holder)), count=many)
        for holder, many in held.most_common()
    ]
    return lines(count, Html(" · ".join(standing)), Html(" · ".join(load)))


def _numbers(shown: Sequence[tuple[int, QueueItem]]) -> list[tuple[Button, ...]]:
    buttons = [Button(str(number), SHOW, (str(item.application_id),)) for number, item in shown]
    return [tuple(buttons[i : i + 4]) for i in range(0, len(buttons), 4)]


def _turning(turn: Turn, action: str, start: int, whole: int) -> list[tuple[Button, ...]]:
    buttons, last = [], (whole - 1) // PAGE * PAGE
    far = whole > FAR * PAGE
    if far and start:
        buttons.append(Button("⏮", action, ("0",)))
    if start:
        buttons.append(Button(turn.plain("◀ earlier"), action, (str(max(0, start - PAGE)),)))
    if start < last:
        buttons.append(Button(turn.plain("more ▶"), action, (str(start + PAGE),)))
    if far and start < last:
        buttons.append(Button("⏭", action, (str(last),)))
    return [tuple(buttons)] if buttons else []


def _late_row(turn: Turn, late: int) -> tuple[tuple[Button, ...], ...]:
    return ((Button(turn.plain("⏰ Late: {count}", count=late), LATE, ("0",)),),) if late else ()


def _entry(turn: Turn, member: StaffMember, item: QueueItem, names: dict[int, str], number: int) -> Html:
    line = f"{number}. {headline(turn.services, item, member)}"
    if item.holder and item.holder != member.user_id:
        line += " · " + turn.say("held by {name}", name=names.get(item.holder, str(item.holder)))
    return Html(line)
