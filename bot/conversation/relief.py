"""What the papers say to somebody who tells of a trouble: said after the sympathy, with where it stands."""

from __future__ import annotations

from dataclasses import replace

from bot.conversation.application import story
from bot.conversation.turn import Turn
from knowledge.answering.emergency import cannot_pay
from knowledge.answering.troubles import ASKS, Trouble, is_of, told
from knowledge.types import Answer, Audience, RedirectKind

KINDS = (RedirectKind.EMERGENCY, RedirectKind.HARDSHIP)
LONGEST = 1000  # letters of a section that is said whole: what bounds it stands anywhere in it


def tells(turn: Turn, text: str) -> bool:
    """Whether a trouble is told, and no more is asked than what to do now; a story of a loan he wants is none."""
    return turn.staff is None and told(text) is not None and not story.is_told(turn, text)


def is_of_money(turn: Turn, text: str) -> bool:
    """Whether it tells of no more than that he cannot pay."""
    return cannot_pay(text) and not _despairs(turn, text)


def rule(turn: Turn, text: str) -> Answer | None:
    """What can be done then, as the papers say it; None where they say nothing, or where more than money is told."""
    trouble = told(text)
    if trouble is None or turn.staff is not None or _despairs(turn, text):
        return None
    papers = turn.services.plain_knowledge if turn.late else turn.services.knowledge
    for language in dict.fromkeys((turn.language, "en")):
        for question in ASKS[trouble].get(language, ()):
            found = papers.ask(question, language=language, audience=Audience.FARMER)
            if isinstance(found, Answer) and (answer := _of(turn, trouble, found)) is not None:
                return answer
    return None


def _of(turn: Turn, trouble: Trouble, found: Answer) -> Answer | None:
    """The first passage that is of this trouble, whole where it is short."""
    of_it = [
        one for one in found.citations if is_of(trouble, (one.title, *one.section.split(" › ")), one.quote)
    ]
    if not of_it:
        return None
    citation = of_it[0]
    section = turn.services.knowledge.source(citation)
    text = section if section and len(section) <= LONGEST else citation.quote
    return replace(found, text=text, citations=(citation,), nearest=())


def _despairs(turn: Turn, text: str) -> bool:
    return turn.services.knowledge.hears_despair(text, turn.language)
