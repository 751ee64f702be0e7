"""A bare "yes", "ok" or "none" where words are awaited that somebody reads later: no reason, and no press either."""

from __future__ import annotations

from bot.conversation.lending import locale
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Turn
from bot.conversation.wording import Html
from intake.interview.answering import yes_or_no
from intake.reading.cleaning import clean, fold

LONGEST = 24  # letters of a nod
NOTHING = frozenset(  # beside what says no
    (
        "nil",
        "n/a",
        "nothing at all",
        "none at all",
        "什么都没有",
        "没什么",
        "hakuna kitu",
        "hamna kitu",
        "hakuna chochote",
    )
)


def is_nod(turn: Turn, text: str) -> bool:
    """A yes or a no, and nothing beside it."""
    said = _folded(text)
    if not said or len(said) > LONGEST:
        return not said
    return yes_or_no(text, turn.language, locale(turn.services, turn.now)) is not None


def no_reason(turn: Turn, facts: Facts, text: str) -> Html | None:
    """What to say to a reason that is none; None where it is one."""
    if facts["verb"] == "o.for" and not facts.get("lend"):
        return None  # of a loan that is not recommended nothing may speak for it
    if facts["verb"] not in ("o.for", "o.against", "o.rej"):
        return None
    if not is_nod(turn, text) and _folded(text) not in NOTHING:
        return None
    return turn.say("Others read this later. Please write in a few words why, or press one of the buttons.")


def _folded(text: str) -> str:
    return fold(clean(text)).strip(" .!?,。！，-–—/")
