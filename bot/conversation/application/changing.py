"""What he says to "shall I write it like this?", with a yes or a no or without: 就这样, "all correct"."""

from __future__ import annotations

from bot.conversation.application.desk import Sitting
from bot.conversation.turn import Turn
from intake.interview.answering import yes_or_no
from intake.reading.assent import assent
from intake.reading.assent_words import Assent

_KEEPS = (Assent.RIGHT, Assent.STAYS, Assent.ON)
_DENIES = (Assent.WRONG, Assent.NONE)


def finds_right(text: str, language: str) -> bool:
    """Whether it leaves all as it was understood, or wants to go on with that."""
    return assent(text, language) in _KEEPS


def agreed(turn: Turn, sitting: Sitting) -> bool | None:
    """A yes or a no to one thing, in other words, too; None where the words decide nothing."""
    said = assent(turn.text, turn.language)
    if said is Assent.RIGHT or said in _DENIES:
        return said is Assent.RIGHT
    return yes_or_no(turn.text, turn.language, sitting.interview.locale)


def decided(turn: Turn, *, changes: bool) -> bool | None:
    """Whether what is proposed is agreed to, or none of it counts; None where the words decide neither.

    `changes`: it takes the place of answers. Else it is a first story, which who wants no change agrees to, and which
    counts for nothing only where he says so of all of it.
    """
    said = assent(turn.text, turn.language)
    if said is Assent.RIGHT or (said in _KEEPS and not changes):
        return True
    if said is Assent.NONE or (changes and said in (Assent.STAYS, Assent.WRONG, Assent.UNDONE)):
        return False
    return None
