"""A press on a card while a step waits for words: the step stays open, with what was written in it so far."""

from __future__ import annotations

from bot.conversation.expects import KEY
from bot.conversation.messages import Reply
from bot.conversation.officer import steps, visiting
from bot.conversation.officer.allowed import refusal
from bot.conversation.officer.deeds import find_in, may_not_write
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Commit, Turn, Tx
from intake.review import StaffMember

ANSWERED_BY = {
    visiting.DAY: "o.day",
    steps.YES: "o.sum",
    steps.SHARE: "o.sum",
}  # presses that are a step's answer


def kept(turn: Turn, member: StaffMember, step: Facts | None, found: Commit) -> Commit:
    """Do what was pressed; the open step waits on, unless another took its place or it can no longer be done."""
    if step is None or not steps.is_beside(turn) or _answers(turn, step):
        return found

    def commit(tx: Tx) -> None:
        found(tx)
        if tx.state.get(KEY, {}).get("room") == steps.ROOM:
            return
        if not _is_idle(turn, tx, member, step):
            tx.state[KEY] = dict(step)
        elif any(step.get(key) for key in steps.WRITTEN):
            tx.reply(Reply(steps.left(turn, step)))

    return commit


def _answers(turn: Turn, step: Facts) -> bool:
    """A day or an amount was pressed that the step had asked for, of the same application."""
    press = turn.incoming.press
    return (
        press is not None
        and ANSWERED_BY.get(press.action) == step["verb"]
        and press.args[:1] == (str(step["id"]),)
    )


def _is_idle(turn: Turn, tx: Tx, member: StaffMember, step: Facts) -> bool:
    """It can no longer be done."""
    if step["verb"] == steps.ANSWER:
        return False
    application = find_in(tx.connection, turn.services, int(step["id"]))
    if application is None:
        return True
    action = steps.ACTIONS.get(str(step["verb"]))
    return (
        may_not_write(member, application) if action is None else refusal(member, application, action)
    ) is not None
