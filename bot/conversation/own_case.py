""" "When does the officer come?" from a farmer whose application runs: it is his own case, not the rule, he asks for."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from bot.conversation.turn import Turn
from intake.applications import RUNNING, ApplicationStatus
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
_OF_A_REFUSAL = (
    r"\bwhy (?:did|have|do) (?:you|they) (?:refuse|reject|decline|deny|turn)\w*|\bwhy (?:was|am|is) (?:i|it|my (?:loan|application))\b.{0,12}\b(?:refused|rejected|declined|denied|turned down|not approved)\b|\b(?:want|wish|like|can i|do i) (?:to )?appeal\b|\bappeal (?:against )?(?:the|my|this) (?:decision|refusal)|\bsecond look\b|\b(?:not|n't) agree with (?:the|your|this) decision\b",
    r"为(?:什么|啥)(?:不批|没批|没通过|不通过|拒绝|拒了|不给我?(?:贷|借)|没给我?(?:批|贷))|(?:要|想|怎么|如何)(?:申诉|复议|复审)|不服",
    r"\bkwa ?nini (?:mmenikataa|mmekataa|nimekataliwa|ombi langu limekataliwa|hamkunipa)\b|\bmmenikataa\b|\brufaa\b|\bsikubaliani na uamuzi\b",
    r"(?:क्यों|क्यूं) (?:मना|नामंजूर|अस्वीकार|रद्द)|(?:मना|नामंजूर|अस्वीकार) क्यों|अपील",
    r"\bpor que (?:me )?(?:rechaz|neg|deneg)\w+|\bapelar\b|\bapelacion\b",
    r"\bpourquoi (?:(?:m')?avez-vous |ma demande (?:est|a ete) )?(?:refus|rejet)\w+|\bfaire appel\b",
)
# A bare "why?", or one that pleads, from whom the last word he had was a no.
_BARE_WHY = re.compile(
    r"(?:but |please |so )*why(?: not| me| is that| though)?[?!. ]*|(?:but |so )?why[?!., ]+(?:please\b|(?:but )?i (?:really |do )?(?:need|want)\b|not me\b).*"
    r"|(?:那|可是|但是)?(?:为什么|为啥|凭什么|为什么不行|为什么呢|为啥呢)[?？!！。 ]*|(?:kwa ?nini|mbona)(?: mimi| hivyo)?[?!. ]*"
    r"|क्यों[?!। ]*|(?:pero )?¿?por que(?: no)?[?! ]*|(?:mais )?pourquoi(?: pas| moi)?[?! ]*"
)
_REFERENCE = re.compile(r"\b[a-z]{1,6}-\d{4}-\d{2,}")  # "my application TR-2026-00012-4"
_ASKED = tuple(re.compile(one) for one in _WORDS)
_WHY_REFUSED = tuple(re.compile(one) for one in _OF_A_REFUSAL)


def asked(turn: Turn, text: str) -> bool:
    """Whether the words ask how his own application goes, and one runs; or why it was declined, and one was."""
    said = fold(clean(text)).replace("’", "'")
    if turn.staff is not None or len(said) > LONGEST:
        return False
    stands: set[ApplicationStatus] = set()
    if any(one.search(said) for one in _ASKED):
        stands |= RUNNING
    if any(one.search(said) for one in _WHY_REFUSED):
        stands.add(ApplicationStatus.REJECTED)
    bare, numbered = _BARE_WHY.fullmatch(said) is not None, _REFERENCE.search(said)
    if not stands and not bare and not numbered:
        return False
    with turn.services.reading() as connection:
        mine = turn.services.applications.by_farmer(connection, turn.user_id)
    if numbered and any(fold(clean(one.reference)).startswith(numbered[0]) for one in mine):
        return True
    if bare:
        return bool(mine) and mine[0].status is ApplicationStatus.REJECTED
    return any(one.status in stands for one in mine)
