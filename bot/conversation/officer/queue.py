"""`/queue` and `/mine`: what waits for whom, and one press to open each."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from bot.conversation.messages import Button, Reply
from bot.conversation.officer.card import card, headline
from bot.conversation.officer.deeds import why_not
from bot.conversation.turn import Commit, Turn, Tx, just
from bot.conversation.wording import Html, paragraphs
from intake.errors import IntakeError
from intake.review import QueueItem, Role, StaffMember

SHOW = "o.show"
QUEUE, MINE = "o.q", "o.m"
PAGE = 8


def lists(turn: Turn, member: StaffMember) -> Commit | None:
    """The two lists, by command or by the button that turns their pages."""
    for command, action, read in (("queue", QUEUE, _waiting), ("mine", MINE, _mine)):
        pressed = turn.pressed(action)
        if turn.incoming.command == command or pressed is not None:
            start = int(pressed[0]) if pressed and pressed[0].isdigit() else 0
            with turn.services.reading() as connection:
                try:
                    items = read(turn, connection, member)
                except IntakeError as error:
                    return _said(turn, error)
                names = _holders(turn, connection, items)
            return just(_page(turn, member, action, items, names, start))
    return None


def show(turn: Turn, member: StaffMember, application_id: str) -> Commit:
    """One application as a card; looking at it goes into the audit log."""

    def commit(tx: Tx) -> None:
        try:
            application = turn.services.review.look(tx.connection, member.user_id, int(application_id))
        except IntakeError as error:
            tx.reply(Reply(why_not(turn, tx, error)))
            return
        tx.reply(card(turn.services, application, member, tx.now))

    return commit


def _waiting(turn: Turn, connection: Connection, member: StaffMember) -> list[QueueItem]:
    queue = turn.services.queue
    if member.role is Role.LEAD:
        return queue.whole(connection, member.user_id)
    if member.role is Role.REVIEWER:
        return queue.to_review(connection, member.user_id)
    return queue.unclaimed(connection, member.user_id)


def _mine(turn: Turn, connection: Connection, member: StaffMember) -> list[QueueItem]:
    return turn.services.queue.mine(connection, member.user_id)


def _holders(turn: Turn, connection: Connection, items: Sequence[QueueItem]) -> dict[int, str]:
    found = {item.holder: turn.services.staff.find(connection, item.holder) for item in items if item.holder}
    return {number: member.name for number, member in found.items() if number and member}


def _page(
    turn: Turn, member: StaffMember, action: str, items: list[QueueItem], names: dict[int, str], start: int
) -> Reply:
    if not items:
        return Reply(turn.say("Nothing is waiting. Well done."))
    shown = items[start : start + PAGE]
    title = turn.wording.count("{n} application", "{n} applications", len(items))
    entries = [_entry(turn, member, item, names, number) for number, item in enumerate(shown, start + 1)]
    opening = [
        Button(f"{number}", SHOW, (str(item.application_id),)) for number, item in enumerate(shown, start + 1)
    ]
    rows = [tuple(opening[i : i + 4]) for i in range(0, len(opening), 4)]
    turning = []
    if start:
        turning.append(Button(turn.plain("◀ earlier"), action, (str(max(0, start - PAGE)),)))
    if start + PAGE < len(items):
        turning.append(Button(turn.plain("more ▶"), action, (str(start + PAGE),)))
    hint = turn.say("Press a number to open it.")
    return Reply(
        paragraphs(title, Html("\n".join(entries)), hint),
        buttons=(*rows, *((tuple(turning),) if turning else ())),
    )


def _entry(turn: Turn, member: StaffMember, item: QueueItem, names: dict[int, str], number: int) -> Html:
    line = f"{number}. {headline(turn.services, item, member)}"
    if item.holder and item.holder != member.user_id:
        line += " · " + turn.say("held by {name}", name=names.get(item.holder, str(item.holder)))
    return Html(line)


def _said(turn: Turn, error: IntakeError) -> Commit:
    return lambda tx: tx.reply(Reply(why_not(turn, tx, error)))
