"""The courtesies people put before a question; they say nothing about it and would weigh in the search."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import regex

_SAID = "|".join((
    r"hi|hello|hell?o there|hallo|hey|dear(?= (?:sir|madam|officer))|greetings|good (?:morning|afternoon|evening|day)|(?:many )?(?:thanks|thank (?:you|u)|thx)(?: (?:a lot|very much|so much))?|ok(?:ay)?|please|pls|excuse me|sorry(?: (?:to|for) (?:bother|disturb|troubl)(?:e|ing)? you)?",
    r"你好|您好|早上好|上午好|下午好|晚上好|嗨|谢谢(?:你|您|了|啦)?|多谢(?:了|啦)?|好的(?=[\s,，。！!])|不好意思|麻烦问一下|请问(?:一下|下)?",
    r"habari(?! (?:za (?!asubuhi|jioni|mchana|leo|kazi)|ya|kuhusu))(?: (?:yako|yenu|za asubuhi|za jioni|za mchana|za leo|za kazi))?|hujambo|shikamoo|salamu|(?:asante|ahsante)(?:ni)?(?: sana)?|nashukuru(?: sana)?|samahani|tafadhali|sawa(?= *[,.!])",
    r"नमस्ते|नमस्कार|राम राम|धन्यवाद|शुक्रिया|कृपया|माफ़? कीजिए",
    r"hola|buen[oa]s(?: (?:d[ií]as|tardes|noches))?|(?:muchas |mil )?gracias|por favor|disculp[ea]|perd[oó]n",
    r"bonjour|bonsoir|salut|merci(?: beaucoup| bien)?|s'il vous pla[iî]t|svp|excusez-moi|pardon",
))  # fmt: skip
_TO_WHOM = r"sir|madam|my friend|friend|officer|bwana|bibi|mama|baba|dada|kaka|rafiki|老师|先生|जी|भाई|señora?|amigo|monsieur|madame|mon ami"
_END = r"(?![\p{L}\p{M}])"  # a word of letters with spaces between ends here; Chinese has none
_LEAD = regex.compile(
    rf"(?:\s*(?:(?:{_SAID})(?:{_END}|(?<=\p{{Han}}))(?:[\s,]*(?:{_TO_WHOM})(?:{_END}|(?<=\p{{Han}})))?)[\s,.!~。，！、…:-]*)+",
    regex.IGNORECASE,
)
_SORRY = regex.compile(
    r"(?:(?:oh|ok|so|very|i am|i'm|im|we are|please|sana|真的?|太|实在|lo siento|je suis)[\s,.!，]*)*"
    r"(?:sorry|my (?:mistake|bad)|i made a mistake|oops|wrong (?:message|number|chat)|apolog(?:ies|i[sz]e)|samahani(?:ni)?|nisamehe(?:ni)?|naomba radhi|niwie radhi|nimekosea"
    r"|对不起|对不住|不好意思|抱歉|发错了?|打错了?|माफ\u093c? (?:करना|करें|कीजिए|करो)|maaf (?:karna|karo|kijiye)|perd[oó]n(?:e|ame)?|disculp[ea](?:me)?|lo siento|pardon|d[eé]sol[eé]e?|excusez[- ]moi)"
    r"(?:[\s,.!，。]*(?:sorry|sana|sir|madam|officer|please|again|about that|for that|my friend|ndugu|bwana|了|啊|哈))*[\s,.!，。🙏]*",
    regex.IGNORECASE,
)
LEAST = 2  # words, or Chinese characters, that a question has


def without_courtesy(message: str) -> str:
    """The message from where it begins to ask; itself where it is nothing but courtesy."""
    lead = _LEAD.match(message)
    if lead is None:
        return message
    rest = message[lead.end() :].strip()
    return rest if len(regex.findall(r"\p{Han}|[\p{L}\p{M}\d]+", rest)) >= LEAST else message


def is_sorry(message: str) -> bool:
    """Whether the whole message says no more than that somebody is sorry, or sent it by mistake."""
    return _SORRY.fullmatch(message.strip()) is not None
