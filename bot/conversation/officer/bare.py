"""A bare "yes", "ok" or figure where words are awaited that somebody reads later: no reason, and no press either."""

from __future__ import annotations

from bot.conversation.lending import locale
from bot.conversation.officer.steps import Facts
from bot.conversation.turn import Turn
from bot.conversation.wording import Html
from intake.interview.answering import yes_or_no
from intake.reading import LANGUAGES
from intake.reading.cleaning import clean, fold
from intake.reading.words import number_words

LONGEST = 24  # letters of a nod
BARE_NO = frozenset(("no", "nope", "non", "hapana", "नहीं", "nahi", "不", "否", "不是"))
NOTHING = (
    frozenset(  # beside what says no, and the words of none: "no income", 没有收入 say of what there is none
        (
            "n/a",
            "nothing at all",
            "none at all",
            "什么都没有",
            "没什么",
            "hakuna kitu",
            "hamna kitu",
            "hakuna chochote",
            "nada de nada",
            "rien du tout",
        )
    )
)
OF_SOMETHING = (
    "no money",
    "sin dinero",
    "没钱",
    "一分没有",
    "一分钱没有",
)  # among the words of none of an amount


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
    if facts["verb"] == "o.against" and _is_none(text):
        return None  # nothing may speak against it
    in_words = any(letter.isalpha() for letter in text)
    if in_words and not is_nod(turn, text) and not _is_none(text):
        return None
    return turn.say("Others read this later. Please write in a few words why, or press one of the buttons.")


def _is_none(text: str) -> bool:
    """ "None" in words; a bare "no" may answer something else."""
    said = _folded(text)
    nought = said in NOTHING or any(said in number_words(language).none for language in LANGUAGES)
    return nought and said not in (*BARE_NO, *OF_SOMETHING) and any(letter.isalpha() for letter in text)


def _folded(text: str) -> str:
    return fold(clean(text)).strip(" .!?,。！，-–—/")
