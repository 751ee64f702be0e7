"""A button of an application that was sent, taken back, thrown away or has lapsed: nothing is begun by it."""

from __future__ import annotations

from bot.conversation import status
from bot.conversation.application.entry import APPLY
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, Tx, just


def show(turn: Turn) -> Commit:
    """That it is over, and where what he has sent stands."""
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    if not mine:
        text = turn.say("That application is over. You can begin anew any time.")
        return just(Reply(text, buttons=((Button(turn.plain("Apply for a loan"), APPLY),),)))
    told = turn.say("That application is over; nothing new was begun. You have sent:")
    cards = status.show(turn)

    def commit(tx: Tx) -> None:
        tx.reply(Reply(told))
        cards(tx)

    return commit
