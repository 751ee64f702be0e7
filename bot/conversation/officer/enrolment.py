"""`/start TOKEN`: the single-use link of a new member of staff."""

from __future__ import annotations

from bot.conversation.basics import welcome
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import N_, clean
from intake.errors import NotAllowed, Reason
from intake.guarantors import is_link

LONGEST_NAME = 60

WHY_NOT_ENROLLED = {
    Reason.INVITE_UNKNOWN: N_("I don't know this link. Ask your branch for a new one."),
    Reason.INVITE_EXPIRED: N_("This link is too old. Ask your branch for a new one."),
    Reason.INVITE_USED: N_("This link has been used. It works only once. Ask your branch for a new one."),
    Reason.ALREADY_STAFF: N_("You are enrolled already. Nothing has changed."),
}


def enrol(turn: Turn) -> Commit | None:
    """Take the invitation up; whoever has no right one is told, and sees what he can do here all the same."""
    token = turn.text.strip()
    if turn.incoming.command != "start" or not token or is_link(token):
        return None
    name = clean(turn.incoming.name, LONGEST_NAME) or "–"

    def commit(tx: Tx) -> None:
        services = turn.services
        try:
            with tx.connection.begin_nested():
                member = services.staff.enrol(
                    tx.connection, token, turn.user_id, name=name, language=turn.language
                )
                services.applications.relate(tx.connection, turn.user_id)
        except NotAllowed as error:
            tx.reply(Reply(turn.say(WHY_NOT_ENROLLED.get(error.reason, N_("I don't know this link.")))))
            tx.reply(welcome(turn, turn.language))
            return
        tx.language = member.language
        tx.reply(Reply(turn.say("You are enrolled. Welcome, {name}.", name=member.name)))
        tx.reply(welcome(turn, member.language, member))

    return commit
