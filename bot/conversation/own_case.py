""" "When does the officer come?" from a farmer whose application runs: it is his own case, not the rule, he asks for."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from bot.conversation.turn import Turn
from intake.applications import RUNNING
from intake.reading.cleaning import clean, fold

LONGEST = 70  # letters
_COMES = r"(?:come|coming|visit|visiting|arrive|arriving)"
_WORDS = (
    rf"\bwhen (?:is|will be) (?:the|my|our|your) visit\b|\bwhen (?:(?:will|does|do|is|are|can) )?(?:the |my |your |our )?(?:officer|you|he|she|they|someone|somebody)(?: (?:will|going to))? {_COMES}\b|\b(?:what|which) day .{{0,24}}\b{_COMES}\b",
    r"\b(?:did|have|has) (?:you|they|he|she|the officer)(?: all)?(?: already)? decided?\b|\bis (?:it|there) (?:approved|decided|(?:any )?(?:news|decision|answer))\b|^any (?:news|updates?|decision|answer)\b|\bwhen (?:will|do|can) (?:you|they|i) (?:decide|tell me|know|hear|get (?:an|the|my) (?:answer|decision))\b",
    r"(?:信贷员|你们?|您|工作人员|他|她)?(?:什么时候|啥时候|哪天|几时|多会儿)(?:能|会|才)?(?:来|上门|走访|批(?!准后)|决定|审批|(?:出|有)结果|给我?(?:答复|消息|回复|回话))|(?:有|出)(?:结果|消息|进展|回音)了?(?:吗|没有?)|(?:批|定|决定)(?:下来)?了(?:吗|没有?)|还要等多久|到哪一步了",
    r"\b(?:atakuja|mtakuja|watakuja|utakuja|anakuja|mnakuja) lini\b|\blini (?:afisa )?(?:atakuja|mtakuja|watakuja|utakuja)\b|\b(?:mmeamua|mmeshaamua|wameamua|mtaamua lini|nitajua lini|nitapata jibu lini)\b|\bkuna (?:habari|jibu)\b|\bjibu (?:langu )?(?:liko wapi|litatoka lini|lini)\b|\bziara (?:ni|itakuwa) lini\b",
    r"कब (?:आएंगे|आयेंगे|आएगा|आएगी|आओगे|आ रहे)|(?:फैसला|फ़ैसला|निर्णय|मंजूरी|मंज़ूरी).{0,10}(?:कब|हुआ|हो गया)|कोई (?:खबर|ख़बर|जवाब)",
    r"\bcuando (?:viene|vendra|vienen|vendran|va a venir|es la visita)\b|\b(?:ya )?(?:decidieron|han decidido)\b|\bhay (?:noticias|respuesta)\b|\bcuando (?:sabre|me (?:dicen|avisan|responden))\b",
    r"\bquand (?:(?:est-ce que )?(?:l'agent|vous|il|elle) )?(?:vient|viendra|venez|passe|passera|viendrez)\b|\bquand est la visite\b|\bavez-vous decide\b|\b(?:des|du) nouvel(?:les|le)\b|\bquand (?:saurai-je|aurai-je (?:une|la|ma) reponse)\b",
)
_ASKED = tuple(re.compile(one) for one in _WORDS)


def asked(turn: Turn, text: str) -> bool:
    """Whether the words ask how his own application goes, and there is one that runs."""
    said = fold(clean(text)).replace("’", "'")
    if turn.staff is not None or len(said) > LONGEST or not any(one.search(said) for one in _ASKED):
        return False
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    return any(one.status in RUNNING for one in mine)
