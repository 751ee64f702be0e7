"""A press on a card while a step waits for words: the step stays open, with what was written in it so far."""

from __future__ import annotations

from bot.conversation.expects import KEY
from bot.conversation.officer import steps
from bot.conversation.officer.allowed import refusal
from bot.conversation.officer.deeds import find_in
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Commit, Turn, Tx
from intake.review import StaffMember


def kept(turn: Turn, member: StaffMember, step: Facts | None, found: Commit) -> Commit:
    """Do what was pressed; the open step waits on, unless another took its place or it has become idle."""
    if step is None or not steps.is_beside(turn) or _approves(turn, step):
        return found

    def commit(tx: Tx) -> None:
        found(tx)
        if tx.state.get(KEY, {}).get("room") != steps.ROOM and not _is_idle(turn, tx, member, step):
            tx.state[KEY] = dict(step)

    return commit


def _approves(turn: Turn, step: Facts) -> bool:
    """The amount was pressed that the step had asked for."""
    press = turn.incoming.press
    return press is not None and press.action == steps.YES and step["verb"] == "o.sum"


def _is_idle(turn: Turn, tx: Tx, member: StaffMember, step: Facts) -> bool:
    """Nothing is written in it, and it can no longer be done. Words that wait are given back when it is tried."""
    action = steps.ACTIONS.get(str(step["verb"]))
    if action is None or any(step.get(key) for key in steps.WRITTEN):
        return False
    application = find_in(tx.connection, turn.services, int(step["id"]))
    return application is None or refusal(member, application, action) is not None
