"""The rooms of the guarantor: his link before anything else, then every press and answer about a guarantee."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.basics import chosen_language, language_first
from bot.conversation.guarantor import answering, naming, said
from bot.conversation.guarantor.answering import PENDING, ROOM
from bot.conversation.guarantor.asked import NO, YES
from bot.conversation.guarantor.link import ANOTHER, MINE, NEW_LINK
from bot.conversation.messages import Reply
from bot.conversation.turn import Commit, Turn, Tx
from intake.guarantors import is_link

FARMERS: dict[str, Callable[[Turn, int], Commit]] = {NEW_LINK: naming.new_link, ANOTHER: naming.another}
GUARANTORS: dict[str, Callable[[Turn, int, int], Commit]] = {YES: answering.yes, NO: answering.decline}


def arrive(turn: Turn) -> Commit | None:
    """`/start g-TOKEN`; the link waits while somebody new chooses his language."""
    token = turn.text.strip()
    if turn.incoming.command == "start" and is_link(token):
        if turn.conversation.language_chosen:
            return answering.open_link(turn, token, turn.language)
        return language_first(turn, ROOM, {PENDING: token})
    chosen, pending = chosen_language(turn), turn.state.get(ROOM, {}).get(PENDING)
    return _in(turn, chosen, pending) if chosen and pending else None


def _in(turn: Turn, language: str, token: str) -> Commit:
    opening = answering.open_link(turn, token, language)

    def commit(tx: Tx) -> None:
        tx.language = language
        opening(tx)

    return commit


def room(turn: Turn) -> Commit | None:
    """`/guarantor`, the buttons of both sides, and what either of them writes or shares for it."""
    if turn.incoming.command == "guarantor" or turn.pressed(MINE) is not None:
        return _show(turn)
    if turn.pressed(naming.NEVER_MIND) is not None:
        return naming.never_mind(turn)
    press = turn.incoming.press
    if press is not None:
        return _pressed(turn, press.action, press.args)
    return answering.shared(turn) or naming.heard(turn) or said.heard(turn)


def _pressed(turn: Turn, action: str, args: tuple[str, ...]) -> Commit | None:
    numbers = [int(one) for one in args if one.isdecimal() and len(one) < 19]
    if action in FARMERS and len(numbers) == 1:
        return FARMERS[action](turn, *numbers)
    if action in GUARANTORS and len(numbers) == 2:
        return GUARANTORS[action](turn, *numbers)
    return None


def _show(turn: Turn) -> Commit:
    """What he is asked to stand for, and how it stands with his own guarantor."""
    found = answering.show(turn) + naming.show(turn)
    nothing = turn.say("You are not asked to stand for a loan, and you have no guarantor here now.")

    def commit(tx: Tx) -> None:
        for reply in found or [Reply(nothing)]:
            tx.reply(reply)
        if len(found) == 1:
            tx.state[answering.SHOWN] = tx.now.isoformat()

    return commit
