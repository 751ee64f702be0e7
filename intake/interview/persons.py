"""A person's name as it is written at the question for it: no "I am" before it, nobody else behind it."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re

from intake.interview.story_names import before_the_rest
from intake.interview.types import Ambiguous, Code, Refused
from intake.reading import Candidate, Reason
from intake.reading.cleaning import clean, fold
from intake.reading.instead import Instead, instead, only_denied
from intake.reading.kin import is_kin, without_kin
from intake.reading.noughts import is_nought

SUBJECT = re.compile(
    r"i am|i'm|i|me|he is|he|she is|she|it|it is|my name|my name is|mimi|mimi ni|我|他|她|这|我叫|名字"
)
BEFORE = re.compile(
    r"^\s*(?:(?:no|oh|wait|wrong|hi|hapana|不|不对|对不起|(?:写|弄|打|填)?错了|[您你]好)\s*[,，.]\s*|(?:sorry|mistake|hello|samahani|habari)[\s,，.]+|[您你]好(?=我)|(?:写|弄|打|填)错了)+(?=\S)",
    re.IGNORECASE,
)
LEAST_WORDS = 3  # of a sentence, or as many Chinese characters and one more
MOST_WORDS = 5  # of a name behind "it is": "I am sure that …" is none
LEAD = re.compile(
    r"^\s*(?:(?:i mean|i meant|i said|i think|it is|its|it's|i am|i'm|i m|im|am|this is|he is|she is|(?:they |people |you can )?call me|called|named|my (?:full )?nam is"
    r"|soy|je suis|c'est|(?:mimi )?(?:ni|naitwa|ninaitwa|huitwa|wananiita)|mimi ni)(?:\s+called)?\s+"
    r"|(?:the |my |his |her )*full name\s+|(?:jina|majina)(?: langu| yangu| kamili| lake)*(?:\s+(?:ni|kamili))?\s*[:：-]?\s+"
    r"|(?:the |my |his |her |full )*names?(?:\s+(?:is|are)\s+|\s*[:：-]\s*|\s+)"
    r"|(?:[我俺])?姓[\u3400-\u9fff]{1,2}[,，]?(?:名)?叫|(?:大家|别人|人家|村里人?)?(?:都)?叫我|(?:[我俺]|本人|他|她)?(?:的)?(?:全名|姓名|名字)?(?:是|叫做?|应该是|应该叫)[:：\s]*|(?:本人|全名|姓名|名字)[:：\s]*)(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# 姓王名五: both are his name.
FAMILY_AND_GIVEN = re.compile(
    r"\s*(?:[我俺]|本人)?姓(?P<family>[\u3400-\u9fff]{1,2})[,，\s]*(?:名字?叫?|叫)(?P<given>[\u3400-\u9fff]{1,4})[。.\s]*"
)
# "Im Amani", but also Im Yoon; "ni Amani", but also Ni Ping.
MAY_BE_A_NAME, SWAHILI = (
    re.compile(r"\s*(?:im|am|ni|jina)\s", re.IGNORECASE),
    re.compile(r"\s*(?:ni|jina)\s", re.IGNORECASE),
)
# What follows is of somebody else, or of a place: "and my wife Mei", ", from Willow Bend".
BEHIND = re.compile(
    r"\s*[,，;；]?\s+(?:and|&|from|living|na|y|et|और)\s+\S|[,，;；]\s*(?=\d|aged?\b|i\b|my\b|we\b|from\b|miaka\b|umri\b|kutoka\b|naishi\b)"
    r"|\s+\+?\d[\d -]{5,}|(?<=[\u3400-\u9fff])\s*[,，;；\s]\s*(?=今年|男|女|家?住|来自|电话|手机|身份证|我|\d|\S+(?:的|人|工|农民)$)"
    r"|(?<=[\u3400-\u9fff]{2})(?:和|跟|与|还有)(?=[\u3400-\u9fff])",
    re.IGNORECASE,
)
EITHER = re.compile(r"(?P<one>\S.*?)\s*(?:\s(?:or|au)\s|还是|或者?)\s*(?P<other>\S.*)", re.IGNORECASE)
NOBODY = re.compile(
    r"(?:(?:i|we) )?(?:(?:have|has|got|know|find|there is|there's|can find|can't find|cant find|cannot find|don't have|dont have) )*"
    r"(?:no ?one|nobody|no body|not any ?(?:one|body)|any ?(?:one|body)|no guarantor|no person|no name)(?: (?:yet|now|at all|here|else|to|who|for) ?.*)?"
    r"|(?:我|家里|现在|目前)*(?:没有?|找不到|找不着|无|不要|不用|不需要)(?:一个)?(?:人|谁|担保人|保人|人选)(?:愿意|肯)?(?:担保|帮|帮我|给我担保)?(?:了|呢|啊)?"
    r"|(?:mimi )?(?:bado )?(?:sina|hakuna|hamna|sijapata|simjui|sijui)(?: na)?(?: mtu| mdhamini| yeyote| mwingine)*(?: (?:wa|wa ku|atakaye)\w*.*)?",
)
# He has yet to find out: "i will ask", 还没想好.
NOT_YET = re.compile(
    r"\b(?:(?:don'?t|do not|not) know|not sure|no idea|not yet|haven'?t|will ask|ask him|ask her|let me|nitamuuliza|nitauliza)\b|^bado(?:$| (?:si|ha)\w+)|没想好|不知道|问问|要问|商量"
)
# Words of a sentence: where one stands, it is asked whether all of it is a name.
SENTENCE = re.compile(
    r"^(?:no|oh)\b|\b(?:i|me|your?|we|us|our|are|same|before|maybe|because|this|that|like|know|think|mimi|wewe|yangu|wangu|langu|kama|yule)\b|[我你您让把这]|一样|一会"
)


def person(text: str, path: str, *, language: str, says_yes_or_no: bool) -> str | Ambiguous | Refused:
    """The name; two are offered where more stands there. Figures, a lone yes, nobody, or who it is to him ("my wife")
    are none; a name in the place of another is asked back."""
    if _nobody(text, language):
        return Refused(path, Code.NO_NAME, {"words": text.strip()})
    if NOT_YET.search(fold(clean(text))):
        return Refused(path, Code.NO_NAME, {"words": text.strip()})
    turned = instead(text, language)
    if turned is not None:
        return _in_place_of(text, turned, path, language)
    name = _without_lead(text)
    if is_kin(name):
        return Refused(path, Code.KIN, {"words": text.strip()})
    if not re.search(r"[^\W\d_]", name) or (says_yes_or_no and len(name.split()) == 1):
        return Refused(path, Code.WRONG_KIND, {"wanted": "text", "given": "text"})
    either = EITHER.fullmatch(name)
    if either is not None:
        return Ambiguous(path, tuple(Candidate(one, one) for one in (*either.groups(), name)), Reason.SEVERAL)
    alone = without_kin(name)
    behind = BEHIND.search(alone)
    first = before_the_rest(alone[: behind.start()] if behind else alone)
    if is_kin(first) or (alone != name and SENTENCE.search(fold(clean(alone)))):  # "maybe my brother"
        return Refused(path, Code.KIN, {"words": text.strip()})
    if MAY_BE_A_NAME.match(text) and name != text.strip() and not (language == "sw" and SWAHILI.match(text)):
        first, name = name, text.strip()
    if SENTENCE.search(fold(clean(first))):
        first = name  # "same as before"
    if first and first != name:
        return Ambiguous(path, (Candidate(first, first), Candidate(name, name)), Reason.SEVERAL)
    if _is_sentence(name):
        return Ambiguous(path, (Candidate(name, name),), Reason.OTHER_WORDS)
    return name


def _is_sentence(name: str) -> bool:
    """Whether it may be words and no name; "me" is left to who asks for another person."""
    long = len(name.split()) >= LEAST_WORDS or (not name.isascii() and len(name) > LEAST_WORDS)
    return long and SENTENCE.search(fold(clean(name))) is not None


def names_somebody(words: str, language: str) -> bool:
    """Whether these words of a story may be a name: not "my brother", not "nobody"."""
    return not is_kin(words) and not _nobody(words, language)


def _nobody(text: str, language: str) -> bool:
    said = fold(clean(text)).strip(" .,!?。，！？")
    nought = is_nought(text, dict.fromkeys((language, "en", "sw")))
    return nought or bool(NOBODY.fullmatch(said) or only_denied(text, language))


def _in_place_of(text: str, turned: Instead, path: str, language: str) -> Ambiguous | Refused:
    """ "Amani not Amina" is Amani, to be confirmed; the whole too where the word between may be part of a name."""
    name = _without_lead(turned.meant)
    if not re.search(r"[^\W\d_]{2}", name) or SUBJECT.fullmatch(fold(clean(name))) or _nobody(name, language):
        return Refused(path, Code.NO_NAME, {"words": text.strip()})
    if is_kin(name):
        return Refused(path, Code.KIN, {"words": name})
    found = (name,) if turned.plain else (name, text.strip())
    return Ambiguous(path, tuple(Candidate(one, one) for one in found), Reason.OTHER_WORDS)


def _without_lead(text: str) -> str:
    if parts := FAMILY_AND_GIVEN.fullmatch(text):
        family, given = parts.groups()
        return given if given.startswith(family) and len(given) > 1 else family + given
    bare = BEFORE.sub("", text)
    body = (
        bare.strip(" 。！!,，") if bare != text else text.strip()
    )  # what is a name alone is kept to its last sign
    lead = LEAD.match(body)
    return lead["name"].strip(" .。") if lead and len(lead["name"].split()) <= MOST_WORDS else body
