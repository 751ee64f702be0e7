"""A written answer as it would stand, before it is published: what was typed may have been meant for somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.conversation.agreeing import agrees
from bot.conversation.lending import locale
from bot.conversation.messages import Button, Reply
from bot.conversation.turn import Commit, Turn, just
from bot.conversation.wording import paragraphs, quoted

CANCEL = "d.no"
LONGEST_ANSWER = 2000


def preview(turn: Turn, question: str, words: str, *more: str, publish: Sequence[Button]) -> Reply:
    """The question, the answer and what follows, over the ways to publish it and the way back."""
    text = paragraphs(
        turn.say("So it would stand:"),
        quoted(question, 300),
        quoted(words, LONGEST_ANSWER),
        *more,
        turn.say("Press a button, or write the answer again in other words."),
    )
    return Reply(text, buttons=(*((one,) for one in publish), (never_mind(turn),)))


def never_mind(turn: Turn) -> Button:
    """Leave it unpublished."""
    return Button(turn.plain("Never mind"), CANCEL)


def only_agrees(turn: Turn) -> bool:
    """A yes to what is shown is no new answer; it takes the button, for what was sent cannot be taken back."""
    return agrees(turn.text, turn.language, locale(turn.services, turn.now)) is True


def too_long(turn: Turn, limit: int) -> Commit:
    """What to do with more letters than fit, or none."""
    letters = turn.wording.number(limit)
    return just(Reply(turn.say("Please write it in {limit} letters or fewer.", limit=letters)))
