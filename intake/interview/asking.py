"""Whether the farmer asks something himself: "how much is the interest", "利息多少", "riba ni ngapi"."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re

from intake.interview.spelling import spelled
from intake.reading.cleaning import clean, fold

ASKING = {
    "en": r"(?:what|what's|whats|wat|wats|how|hows|why|when|where|who|which|whose|can i|can you|can we|could i|could you|do i|do you|does|is it|is there|is the|are there|are you|will i|will you|will it|may i|must i|should i|am i|if i|tell me)\b",
    "sw": r"(?:je|eti|nini|lini|wapi|kwa nini|kwanini|vipi|nani|(?:ni)?naweza(?!\s+(?:kuweka|kutoa|kuchangia)\b)|inawezekana|kuna)\b",
    "es": r"(?:¿|que|como|cuando|donde|quien|cual|cuanto|cuanta|cuantos|puedo|puede|hay|es posible|por que)\b",
    "fr": r"(?:est-ce que|qu'est|que|comment|quand|ou|qui|quels?|quelles?|combien|puis-je|peut-on|pourquoi|y a-t-il)\b",
    "hi": r"(?:क्या|कैसे|कब|कहाँ|कहां|कौन|कितना|कितने|कितनी|क्यों)",
    "zh": r"(?:请问|(?:我)?(?:要|想)?(?:先)?问(?:一下|下|问|个)|怎么|咋|什么|啥|为什么|为啥|能不能|可不可以|可以.*吗|多少|几|哪|是不是|有没有|要不要|用不用|该不该|会不会)",
}
ENDING = {
    "zh": r"(?:吗|呢|么|嘛)$|什么|怎么|为什么|能不能|可不可以|是不是|有没有|啥时候|(?:要不要|用不用|会不会|该不该)[^,，。;；、]{0,10}$|哪里|哪个|多久|多少(?!都)|几天|几个月才",
    "sw": r"\b(?:nini|lini|wapi|gani|vipi|ngapi|nani|kiasi gani|itakuwaje|inakuwaje|nifanyeje|tufanyeje)$",
    "hi": r"(?:क्या|कैसे|कब|कहाँ|कहां|कितना|कितने|कितनी|क्यों|कौन)(?: है| हैं| होगा| होगी| लगेगा)?$",
}


# Words that ask wherever they stand; English has its at the beginning.
WITHIN = {
    "zh": r"多少|什么|怎么|几[个天年月次]|多久|多长|哪[里个些天]|吗$|能不能|可不可以|要不要|用不用|是不是|有没有|会不会",
    "sw": r"\b(?:nini|lini|wapi|gani|vipi|ngapi|nani|kiasi gani|itakuwaje|inakuwaje|nifanyeje|tufanyeje)\b",
    "hi": r"क्या|कैसे|कब|कहाँ|कहां|कितना|कितने|कितनी|क्यों|कौन",
}

_TELLS_WHEN = re.compile(
    r"when (?!(?:is|are|do|does|did|can|will|must|should|may|would|could|was|were|am|shall|to)\b)[^?？]+"
)


def tells_when(text: str) -> bool:
    """Whether it tells a time rather than asks for one: "when the rains come", not "when do I pay"."""
    return _TELLS_WHEN.fullmatch(fold(clean(text)).strip()) is not None


def begins_asking(text: str, language: str) -> bool:
    """Whether it begins as a question does."""
    bare = fold(clean(spelled(text))).strip(" .!?？¿¡")
    return any(re.match(ASKING.get(tongue, r"(?!)"), bare) for tongue in dict.fromkeys((language, "en")))


def holds_asking(text: str, language: str) -> bool:
    """Whether a word that asks stands in it, in a language where that is enough."""
    return re.search(WITHIN.get(language, r"(?!)"), fold(clean(text))) is not None


def asks(text: str, language: str) -> bool:
    """Whether the farmer asks something himself, rather than answering."""
    body = fold(clean(text)).strip()
    marked = body.endswith(("?", "？")) or body.startswith("¿")
    bare = body.strip(" .!?？¿¡")
    long = len(bare.split()) >= 3 or (language == "zh" and len(bare) >= 4)
    if marked:
        return long or len(bare.split()) == 2
    tongues = dict.fromkeys((language, "en"))
    starts = begins_asking(bare, language)
    ends = any(re.search(ENDING.get(tongue, r"(?!)"), bare) for tongue in tongues)
    return long and (starts or ends)
