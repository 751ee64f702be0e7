"""Words of nought: "nothing", "i don't have any", "sina", "一只也没有", as the whole of an answer."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from intake.reading.assent import assent
from intake.reading.assent_words import Assent
from intake.reading.cleaning import clean, fold
from intake.reading.words import number_words, words

# What follows "I have no": anything but a figure, and nothing that qualifies it.
_REST = r"(?: (?!but\b|only\b|lakini\b|pero\b|mais\b|tu\b)[^\W\d_]+){0,2}"
# "No" alone may begin anything ("no that's all"): it is none only of what is counted here.
_NOUN = (
    r" (?:own |more |such |other )?(?:money|income|cash|savings?|experience|years?|land|animals?|goats?|sheep|pigs?|cows?|"
    r"cattle|chickens?|hens?|ducks?|bees?|fish|debts?|payments?|costs?|spending|earnings?|profit|work|jobs?|id(?: cards?| numbers?)?|identity cards?|cards?|papers?|numbers?)"
    r"(?: (?:at all|now|yet|left|of (?:my own|mine)))?"
)
_WHOLE = {
    "en": "zero, nothin, nuthin, nuthing, nothng, notin, nun, nobody, no nothing, none at all, nothing at all, not a single one, not one, no one, none yet, nothing yet, not now, zero for now, nothing now, none now, nothing comes, nothing comes in, no income, not even one, none of them",
    "zh": "一个也没有, 一个都没有, 一点没有, 一点都没有, 一点也没有, 什么也没有, 什么都没有, 目前没有, 暂时没有, 现在没有, 还没有, 没有呢, 没有啊, 我没有, 家里没有, 没得, 没收入, 没有收入, 一分没有, 一分都没有, 零",
    "sw": "sina kitu, sina chochote, sina hata moja, hata moja, hata mmoja, hakuna kitu, hakuna chochote, hamna kitu, sina kabisa, hakuna kabisa, sina kwa sasa, kwa sasa sina, hatuna, sina pesa, bure, hamna hata moja, si chochote",
    "hi": "कुछ भी नहीं, एक भी नहीं, बिल्कुल नहीं, मेरे पास नहीं है, मेरे पास कुछ नहीं, कुछ नहीं है, नहीं है, अभी नहीं, kuch nahin, kuchh nahi, ek bhi nahi",
    "es": "nada de nada, ninguno todavia, no tengo nada, no tengo ninguna, no tengo ninguno, ni uno, ni una, por ahora nada, aun no, todavia no, no hay",
    "fr": "rien du tout, aucun pour l'instant, je n'ai rien, je n ai rien, je n'en ai pas, je n en ai pas, j'en ai pas, pas encore, pas du tout, pas un seul, il n'y a rien",
}
_PHRASES = {
    "en": rf"(?:i |we )?(?:don'?t|do not|dont) (?:have|own|keep|got|pay|earn|get)(?: any(?:thing)?)?{_REST}|(?:i |we )?(?:have|got|own|keep) (?:no|none|nothing|not any){_REST}|no{_NOUN}",
    "zh": r"(?:我|我们|家里|现在|目前|还)*(?:一[个只头匹口条分亩棵点年]钱?)(?:也|都)?(?:没有?|无)(?:养|呢|了)?|(?:我|家里|现在)*没(?:有)?(?:养|种|存)?[\u3400-\u9fff]{0,3}",
    "sw": rf"(?:mimi |bado |kwa sasa )*(?:sina|hatuna|hakuna|hamna|sijapata|sipati|silipi|hatupati)(?:{_REST}|(?: [^\W\d_][\w']*)? hata (?:m?moja|kimoja|kidogo))",
    "es": rf"(?:yo )?no (?:tengo|hay|pago|gano){_REST}|sin{_REST}",
    "fr": rf"(?:je |j'|nous )?(?:n'?(?:ai|avons)|n ai) (?:pas|aucune?|rien){_REST}|(?:j'ai )?(?:pas|aucune?) d[e']? ?[^\W\d_]+",
    "hi": r"(?:मेरे पास |हमारे पास )?(?:[^\W\d_]+ )?(?:कोई |कुछ |एक भी )?नहीं(?: है| हैं)?",
}
# What is said behind it and changes nothing: "nothing realy", "none for now".
_TAIL = re.compile(
    r"[ ,]+(?:rea+l+[ye]*|rly|reely|actual+y|honestly|sir|madam|for now|right now|so far|kwa kweli|kwa sasa)$"
)
# To "how many years have you done it?".
_NEW = {
    "en": "new, i am new, i'm new, im new, new to it, i am new to it, just started, i just started, just starting, just beginning, i am starting, i am just starting, first time, my first time, beginner, i am a beginner, never, never did it, never done it",
    "zh": "刚开始, 我刚开始, 刚刚开始, 新手, 第一次, 头一回, 没干过, 没做过, 刚学, 才开始, 刚起步",
    "sw": "mpya, mimi mpya, mimi ni mpya, naanza, naanza sasa, ndiyo naanza, ndio naanza, nimeanza tu, nimeanza sasa, nimeanza juzi, mara ya kwanza, ni mara yangu ya kwanza, sijawahi",
    "hi": "नया, नई, नया हूँ, अभी शुरू, पहली बार, abhi shuru, pehli baar",
    "es": "nuevo, nueva, soy nuevo, soy nueva, recien empiezo, primera vez, estoy empezando, apenas empiezo",
    "fr": "nouveau, nouvelle, je debute, debutant, debutante, premiere fois, je commence, je viens de commencer",
}
# "Not much" is some, "no idea" no number, "no I meant" the beginning of something else.
_NOT_NOUGHT = re.compile(
    r"\b(?:idea|sure|matter|problem|tatizo|shida|uhakika|hakika|wazo|idee|problema|probleme|time|need|thanks?|limit|way|mind)\b"
    r"|\b(?:much|many|enough|more|less|only|lot|big|nyingi|mingi|wengi|kutosha|kubwa|zaidi|much[oa]s?|bastante|suficiente|mas|beaucoup|assez|plus|you|it|that|this|wait|back|sorry|wrong|meant|mean|want|ask|choice)\b"
    r"|\bno i\b|(?:清楚|知道|确定|问题|关系|办法|想|空|事|法|用|时间|听|看|懂|明白|多少|几|太多|那么多|这么多|那个|这个|错|听懂)|पता|मालूम|ज्यादा|बहुत"
)


def is_nought(text: str, languages: Iterable[str]) -> bool:
    """Whether the whole text says "none" in one of these languages."""
    said = _TAIL.sub("", _folded(text))
    if not said or _NOT_NOUGHT.search(said):
        return False
    languages = tuple(languages)
    if any(assent(said, language) in (Assent.RIGHT, Assent.STAYS) for language in languages):
        return False  # "no mistakes", "hakuna mabadiliko" speak of what was understood
    return any(
        said in _whole(language) or re.fullmatch(_PHRASES.get(language, r"(?!)"), said)
        for language in languages
    )


def is_beginner(text: str, languages: Iterable[str]) -> bool:
    """Whether it says that he has not done it before: no years of work."""
    said = _folded(text)
    return any(said in {_folded(one) for one in words(_NEW.get(language, ""))} for language in languages)


@cache
def _whole(language: str) -> frozenset[str]:
    return number_words(language).none | {_folded(one) for one in words(_WHOLE.get(language, ""))}


def _folded(text: str) -> str:
    return fold(clean(text)).replace("’", "'").strip(" .,!?。，！？;")
