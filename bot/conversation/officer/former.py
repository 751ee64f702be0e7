"""Whoever is staff no longer and writes on: he hears so, with his words given back; they are no farmer's question."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.conversation.admin.terms import ROOM as ADMIN
from bot.conversation.enclosing import CAPTIONED
from bot.conversation.expects import KEY, settle
from bot.conversation.messages import IncomingKind, Reply
from bot.conversation.officer import newest, steps
from bot.conversation.turn import Commit, Turn, Tx
from bot.conversation.wording import clean, paragraphs

STILL_AT_WORK = timedelta(hours=24)  # after his access was taken away he may not know it yet
TOLD = "left_told"  # state: of which revocation he has heard; from then on he writes as a farmer
KINDS = (IncomingKind.TEXT, *CAPTIONED)


def room(turn: Turn) -> Commit | None:
    """Words of who was staff until now, or that answer what was said to him as staff; None for all others."""
    if turn.staff is not None or turn.incoming.kind not in KINDS or not turn.incoming.private:
        return None
    waits = turn.state.get(KEY, {}).get("room")
    if waits not in (None, steps.ROOM, ADMIN):  # he writes as a farmer
        return None
    with turn.services.reading() as connection:
        left_at = turn.services.staff.revoked_at(connection, turn.user_id)
    if left_at is None or not (_lately(turn, left_at) or waits is not None or _answers(turn)):
        return None
    return _told(turn, left_at)


def _lately(turn: Turn, at: datetime) -> bool:
    return turn.now - at < STILL_AT_WORK and turn.state.get(TOLD) != at.isoformat()


def _answers(turn: Turn) -> bool:
    """Whether what a farmer wrote to him is the last that was said here."""
    wrote = turn.state.get(newest.KEY)
    return wrote is not None and turn.is_newest(wrote["at"])


def _told(turn: Turn, left_at: datetime) -> Commit:
    begun = turn.state.get(KEY, {})
    words = "\n".join(one for one in (begun.get("words"), clean(turn.text)) if one)
    text = paragraphs(
        turn.say(
            "You are no longer staff here: your access ended on {when}. Nothing was sent or kept.",
            when=turn.wording.moment(left_at),
        ),
        steps.unused(turn, {**begun, "words": words}),
    )

    def commit(tx: Tx) -> None:
        if tx.state.get(KEY, {}).get("room") in (steps.ROOM, ADMIN):
            settle(tx)
        tx.state.pop(newest.KEY, None)
        tx.state[TOLD] = left_at.isoformat()
        tx.reply(Reply(text))

    return commit
