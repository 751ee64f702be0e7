"""The admin's room: a file, a list, a decision; every press by who presses."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.admin import documents, gaps, upload
from bot.conversation.expects import expected
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.turn import Commit, Turn, Tx
from intake.review import Role

COMMANDS = ("documents", "gaps")


def room(turn: Turn) -> Commit | None:
    """What only an admin may do. A file from anybody else belongs to other rooms."""
    press = turn.incoming.press
    ours = turn.incoming.command in COMMANDS or (press is not None and press.action.startswith("d."))
    admin = turn.staff is not None and turn.staff.role is Role.ADMIN
    if not admin:
        return _not_yours(turn) if ours else None
    if turn.incoming.kind is IncomingKind.DOCUMENT:
        return upload.received(turn)
    if press is not None and ours:
        return _pressed(turn, press.action, press.args)
    if turn.incoming.command == "documents":
        return documents.documents(turn)
    if turn.incoming.command == "gaps":
        return gaps.listing(turn)
    if turn.incoming.kind is IncomingKind.TEXT:
        return _typed(turn)
    return None


def _typed(turn: Turn) -> Commit | None:
    if expected(turn, gaps.ROOM) is not None:
        return gaps.written(turn)
    return upload.typed(turn) if expected(turn, upload.ROOM) is not None else None


def _pressed(turn: Turn, action: str, args: tuple[str, ...]) -> Commit | None:
    first = args[0] if args else ""
    presses: dict[str, Callable[[], Commit]] = {
        upload.AUDIENCE: lambda: upload.chose(turn, "audience", first),
        upload.REPLACE: lambda: upload.chose(turn, "replaces", first),
        upload.DATE: lambda: upload.chose(turn, "from", first),
        upload.PUBLISH: lambda: upload.publish(turn, first),
        upload.DISCARD: lambda: upload.discard(turn, first),
        documents.LIST: lambda: documents.documents(turn, int(first) if first.isdigit() else 0),
        documents.SHOW: lambda: documents.show(turn, first),
        documents.RETIRE: lambda: documents.ask_first(turn, documents.RETIRE, first),
        documents.ROLLBACK: lambda: documents.ask_first(turn, documents.ROLLBACK, first),
        documents.RESTORE: lambda: documents.ask_first(turn, documents.RESTORE, first),
        documents.SURE: lambda: documents.sure(turn, *args[:2]),
        gaps.WRITE: lambda: gaps.begin(turn, first),
        gaps.CANCEL: lambda: gaps.never_mind(turn),
        gaps.DISMISS: lambda: gaps.dismiss(turn, first),
    }
    return presses[action]() if action in presses else None


def _not_yours(turn: Turn) -> Commit:
    text = turn.say("This is for the cooperative's admin only.")

    def commit(tx: Tx) -> None:
        tx.toast(text, alert=True)
        tx.reply(Reply(text))

    return commit
