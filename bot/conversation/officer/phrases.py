"""Ready-made sentences behind buttons: picked in one's own language, read by the other in his."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from bot.conversation.wording import LOCALES, N_, Wording

# By the verb of the step; what the farmer or the colleague reads.
PHRASES: Mapping[str, tuple[str, ...]] = {
    "o.ask": (
        N_("When can I find you at home?"),
        N_("Who buys what you sell, and at what price?"),
        N_("Do you owe money to anybody else?"),
    ),
    "o.rej": (
        N_("Your income is not enough to pay this loan back."),
        N_("You owe too much elsewhere already."),
        N_("You need to put in more money of your own."),
        N_("We do not lend for this purpose."),
        N_("The guarantor cannot stand for this loan."),
    ),
    "o.ret": (
        N_("Please visit the place first."),
        N_("Please ask about other debts."),
        N_("Please check the guarantor."),
    ),
    "o.for": (
        N_("Knows this work well."),
        N_("Has paid back earlier loans on time."),
        N_("The income is enough to pay it back."),
        N_("Puts in enough money of their own."),
    ),
    "o.against": (
        N_("New to this work."),
        N_("The income depends on weather and prices."),
        N_("Has other debts."),
        N_("There is only one buyer."),
    ),
}


def in_language(text: str, wording: Wording) -> str:
    """A ready-made sentence in another reader's language; anybody's own words as they were written."""
    known = _known().get(text.strip())
    return wording.translated(known) if known else text


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    """Each ready-made sentence, in every language there is, to its English."""
    sentences = [sentence for group in PHRASES.values() for sentence in group]
    languages = [folder.name for folder in LOCALES.iterdir() if folder.is_dir()] if LOCALES.exists() else []
    found = {
        Wording(language).translated(sentence): sentence for language in languages for sentence in sentences
    }
    return {**found, **{sentence: sentence for sentence in sentences}}
