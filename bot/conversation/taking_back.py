""" "I want to withdraw", written: the application that is meant, and the button that does it."""

from __future__ import annotations

from bot.conversation import status
from bot.conversation.application import entry
from bot.conversation.expects import APPLICATION, expected
from bot.conversation.leavewords import TAKE_BACK
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, both, just
from intake.applications import RUNNING


def room(turn: Turn) -> Commit | None:
    """The one being written, else the one that runs; where there are several, he presses the one he means."""
    if turn.pressed(TAKE_BACK) is None:
        return None
    services = turn.services
    with services.reading() as connection:
        draft = services.applications.open_draft(connection, turn.user_id)
        mine = services.applications.by_farmer(connection, turn.user_id)
    running = [one for one in mine if one.status in RUNNING]
    if draft is not None and (not running or expected(turn, APPLICATION) is not None):
        return entry.give_up(turn)
    if len(running) == 1:
        return status.withdraw(turn, running[0])
    if not running:
        return status.show(turn)
    which = Reply(turn.say("Which one? Press “Take it back” under it."))
    return both(just(which), status.show(turn))
