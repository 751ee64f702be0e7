"""An application opened by its number, as the farmer tells it on the telephone: at any time, whatever step waits."""

from __future__ import annotations

from bot.conversation.expects import settle
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.officer import queue, steps
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Commit, Turn, Tx, just
from intake.applications import Application, read_reference, without_references
from intake.errors import NotFound
from intake.review import Role, StaffMember


def opened(turn: Turn, member: StaffMember) -> Commit | None:
    """The application whose number he wrote; None when he wrote none."""
    if member.role is Role.ADMIN or not _reference(turn):
        return None
    found = _application(turn)
    return _unknown(turn) if found is None else queue.show(turn, member, found.application_id)


def instead_of(turn: Turn, member: StaffMember, step: Facts) -> Commit | None:
    """The same while `step` waits for words: it is left, for a number is no reason, no amount and no question.

    A number that nobody has leaves the step open; without the letters before it, it may be what the step asks for.
    Under a photo it says whose photo it is.
    """
    if member.role is Role.ADMIN or turn.incoming.kind is not IncomingKind.TEXT:
        return None
    found = _application(turn)
    if found is not None:
        return left_for(turn, step, queue.show(turn, member, found.application_id))
    return _unknown(turn) if _is_like_one(turn) else None


def left_for(turn: Turn, step: Facts, shown: Commit) -> Commit:
    """Leave the step, say so, and show what he turned to."""
    note = steps.left(turn, step)

    def commit(tx: Tx) -> None:
        settle(tx)
        if note:
            tx.reply(Reply(note))
        shown(tx)

    return commit


def _reference(turn: Turn) -> str | None:
    return read_reference(turn.text, turn.services.lender.reference_prefix)


def _application(turn: Turn) -> Application | None:
    reference = _reference(turn)
    if reference is None:
        return None
    try:
        with turn.services.reading() as connection:
            return turn.services.applications.store.by_reference(connection, reference)
    except NotFound:
        return None


def _is_like_one(turn: Turn) -> bool:
    rest = without_references(turn.text, turn.services.lender.reference_prefix)
    return bool(turn.text.strip()) and not any(letter.isalnum() for letter in rest)


def _unknown(turn: Turn) -> Commit:
    return just(Reply(turn.say("I cannot find this application.")))
