"""A person's name as it is written at the question for it: no "I am" before it, nobody else behind it."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re

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
    r"^\s*(?:(?:no|sorry|oh|wait|hapana|samahani|不|不对|错了|对不起)[,，.]\s*)+(?=\S)", re.IGNORECASE
)
MOST_WORDS = 5  # of a name behind "it is": "I am sure that …" is none
LEAD = re.compile(
    r"^\s*(?:(?:i mean|i meant|i said|it is|its|it's|i am|i'm|this is|he is|she is|soy|je suis|c'est|mimi ni)(?:\s+called)?\s+"
    r"|(?:the |my |his |her |full )*name(?:\s+is\s+|\s*[:：-]\s*)|我是)(?P<name>\S.*)$",
    re.IGNORECASE | re.DOTALL,
)
# What follows is of somebody else, or of a place: "and my wife Mei", ", from Willow Bend".
BEHIND = re.compile(
    r"\s*[,，;；]?\s+(?:and|&|from|living|na|y|et|और)\s+\S|[,，;；]\s*(?=\d|aged?\b|i\b|my\b|we\b|from\b)"
    r"|(?<=[\u3400-\u9fff]{2})(?:和|跟|与|还有)(?=[\u3400-\u9fff])",
    re.IGNORECASE,
)


NOBODY = re.compile(
    r"(?:(?:i|we) )?(?:(?:have|has|got|know|find|there is|there's|can find|can't find|cant find|cannot find|don't have|dont have) )*"
    r"(?:no ?one|nobody|no body|not any ?(?:one|body)|any ?(?:one|body)|no guarantor|no person|no name)(?: (?:yet|now|at all|here|else))*"
    r"|(?:我|家里|现在|目前)*(?:没有?|找不到|找不着|无)(?:一个)?(?:人|谁|担保人|保人|人选)(?:愿意|肯)?(?:担保|帮|帮我|给我担保)?(?:了|呢|啊)?"
    r"|(?:mimi )?(?:sina|hakuna|hamna|sijapata|simjui|sijui)(?: na)?(?: mtu| mdhamini| yeyote| mwingine)*",
)


def person(text: str, path: str, *, language: str, says_yes_or_no: bool) -> str | Ambiguous | Refused:
    """The name; two are offered where more stands there. Figures, a lone yes, nobody, or who it is to him ("my wife")
    are none; a name in the place of another is asked back."""
    if _nobody(text, language):
        return Refused(path, Code.NO_NAME, {"words": text.strip()})
    turned = instead(text, language)
    if turned is not None:
        return _in_place_of(text, turned, path, language)
    name = _without_lead(text)
    if is_kin(name):
        return Refused(path, Code.KIN, {"words": text.strip()})
    if not re.search(r"[^\W\d_]", name) or (says_yes_or_no and len(name.split()) == 1):
        return Refused(path, Code.WRONG_KIND, {"wanted": "text", "given": "text"})
    alone = without_kin(name)
    behind = BEHIND.search(alone)
    first = alone[: behind.start()].strip() if behind else alone
    if not first or first == name:
        return name
    if is_kin(first):
        return Refused(path, Code.KIN, {"words": text.strip()})
    return Ambiguous(path, (Candidate(first, first), Candidate(name, name)), Reason.SEVERAL)


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
    body = BEFORE.sub("", text)
    lead = LEAD.match(body)
    return lead["name"].strip(" .。") if lead and len(lead["name"].split()) <= MOST_WORDS else body
