"""How far an unfinished application is, in words."""

from __future__ import annotations

from bot.conversation.wording import Html, Wording


def standing(wording: Wording, answered: int, total: int) -> Html:
    """Where he stopped; of one that only waits to be sent, that."""
    if answered >= total:
        return wording.say("You have an application that is all answered. Only look at it and send it.")
    return wording.say(
        "You have an application that is not finished. You stopped at question {number} of {total}.",
        number=answered + 1,
        total=total,
    )
