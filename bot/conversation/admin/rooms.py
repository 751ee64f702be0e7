"""The admin's room: a file, a list, a decision; every press by who presses."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from bot.conversation.admin import (
    asking,
    curated,
    documents,
    gaps,
    heading,
    preview,
    publishing,
    rehearsed,
    rehearsing,
    terms,
    typed,
    upload,
    writing,
)
from bot.conversation.expects import expected, settle
from bot.conversation.messages import IncomingKind
from bot.conversation.turn import Commit, Turn, Tx, refuse
from bot.delivery.jobs import Job
from bot.services import Services
from intake.review import Role

COMMANDS = ("documents", "gaps")
TYPED = (writing.ROOM, curated.ROOM, heading.ROOM)  # steps that a command ends


def room(turn: Turn) -> Commit | None:
    """What only an admin may do. A file from anybody else belongs to other rooms."""
    press = turn.incoming.press
    ours = turn.incoming.command in COMMANDS or (press is not None and press.action.startswith("d."))
    admin = turn.staff is not None and turn.staff.role is Role.ADMIN
    if not admin:
        return _not_yours(turn) if ours else None
    if turn.incoming.kind is IncomingKind.DOCUMENT:
        return upload.received(turn)
    if press is not None:
        return _pressed(turn, press.action, press.args) if ours else None
    if ours:
        return _commanded(turn)
    return _typed(turn) if turn.incoming.kind is IncomingKind.TEXT else None


def admin_duties(
    services: Services, ring: Callable[[], None]
) -> Mapping[str, Callable[[Job], Commit | None]]:
    """The admin's jobs: the handler of each kind."""
    return {
        "publish_document": publishing.publish_document(services, ring),
        "rehearse_document": rehearsing.rehearse_document(services, ring),
        "answer_review": curated.answer_review(services),
    }


def _commanded(turn: Turn) -> Commit:
    """A command ends the writing of an answer: the next words are not for it."""
    found = documents.documents(turn) if turn.incoming.command == "documents" else gaps.listing(turn)
    if not any(expected(turn, room) for room in TYPED):
        return found

    def commit(tx: Tx) -> None:
        settle(tx)
        found(tx)

    return commit


def _typed(turn: Turn) -> Commit | None:
    if expected(turn, writing.ROOM) is not None:
        return writing.written(turn)
    if expected(turn, curated.ROOM) is not None:
        return curated.written(turn)
    if expected(turn, heading.ROOM) is not None:
        return heading.written(turn)
    return typed.typed(turn) if expected(turn, terms.ROOM) is not None else None


def _pressed(turn: Turn, action: str, args: tuple[str, ...]) -> Commit | None:
    handler = PRESSES.get(action)
    try:
        return handler(turn, (*args, "", "", "")) if handler else None
    except (ValueError, KeyError):
        return None  # a button of another age, with other arguments


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 9 else 0


def _rehearse(turn: Turn, draft_id: str) -> Commit:
    draft = upload.open_draft(turn, draft_id)
    key = f"rehearse:{draft_id}:{turn.incoming.update_id}"
    facts = upload.facts_of(turn, draft, key) if draft is not None else None
    return rehearsing.begin(turn, facts) if facts else upload.of_another_file(turn, draft_id)


def _not_yours(turn: Turn) -> Commit:
    return refuse(turn.say("This is for the cooperative's admin only."))


PRESSES: Mapping[str, Callable[[Turn, tuple[str, ...]], Commit]] = {
    asking.AUDIENCE: lambda turn, args: upload.chose_audience(turn, args[0], args[1]),
    asking.REPLACE: lambda turn, args: upload.chose_document(turn, args[0], args[1]),
    asking.OTHER: lambda turn, args: asking.others(turn, _number(args[0]), args[1]),
    asking.DATE: lambda turn, args: upload.chose_day(turn, args[0], args[1]),
    upload.RESUME: lambda turn, args: upload.resume(turn, args[0]),
    publishing.REDO: lambda turn, args: upload.redo_day(turn, args[0]),
    publishing.PUBLISH: lambda turn, args: upload.publish(turn, args[0], args[1]),
    publishing.DISCARD: lambda turn, args: upload.discard(turn, args[0]),
    publishing.SHOW: lambda turn, args: documents.show(turn, args[0]),
    rehearsing.REHEARSE: lambda turn, args: _rehearse(turn, args[0]),
    rehearsed.PAGE: lambda turn, args: rehearsed.page(turn, args[0]),
    documents.LIST: lambda turn, args: documents.documents(turn, _number(args[0]), args[1] or documents.USED),
    documents.RETIRE: lambda turn, args: documents.ask_first(turn, documents.RETIRE, args[0]),
    documents.ROLLBACK: lambda turn, args: documents.ask_first(turn, documents.ROLLBACK, args[0]),
    documents.RESTORE: lambda turn, args: documents.ask_first(turn, documents.RESTORE, args[0]),
    documents.SURE: lambda turn, args: documents.sure(turn, args[0], args[1]),
    gaps.WRITE: lambda turn, args: writing.begin(turn, args[0]),
    preview.CANCEL: lambda turn, args: writing.leave(turn),
    writing.KEEP: lambda turn, args: writing.kept(turn, args[0]),
    writing.PUBLISH: lambda turn, args: writing.publish(turn, args[0], args[1], args[2]),
    gaps.DISMISS: lambda turn, args: gaps.dismiss(turn, args[0]),
    gaps.MORE: lambda turn, args: gaps.listing(turn, _number(args[0])),
    curated.RIGHT: lambda turn, args: curated.still_right(turn, args[0]),
    documents.ANEW: lambda turn, args: curated.begin(turn, args[0]),
    documents.HEADING: lambda turn, args: heading.begin(turn, args[0]),
    heading.PUBLISH: lambda turn, args: heading.publish(turn, args[0], args[1]),
    curated.PUBLISH: lambda turn, args: curated.publish(turn, args[0], args[1]),
}
