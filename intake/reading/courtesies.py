"""Polite and hesitating words before an answer, which say nothing of it: "sorry, 1 july", "samahani, 8000", 嗯，山羊."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re

_PARDON = r"pardon"
_REGRETS = (
    r"so+r+[yi]+(?: sir| madam)?|apologies|excuse me|my mistake|samahani(?: sana)?|(?:真的?)?(?:很|非常)?(?:不好意思|对不起|抱歉)(?:啊|了|哈)?|對不起|"
    r"perd[oó]n|disculp[ae]|d[eé]sol[eé]e?|excusez[- ]moi|माफ़? (?:कीजिए|कीजिये|करना|करें|करो)|maaf karna"
)
_SORRY = rf"{_REGRETS}|{_PARDON}"
# No name and no answer begins with these.
_NEVER = (
    rf"{_REGRETS}|hm+|m{{3,}}h*|mm+h+|mhm+|u{{2,}}m+|umm+|u+hm+|er{{2,}}m?|erm+|ehm+|pls|plz|tafadhali|por favor|s'il vous plait|svp|euh+|कृपया|"
    r"嗯+|呃+|哦+|噢+|喔+|唔+|谢谢(?:你|您)?"
)
# No answer does, but some people are called so: Asante Juma, Merci Wanjiru, Um Ji-won.
_NAMES = rf"{_PARDON}|mm|um|er|please|thanks|thank you|asante|gracias|merci"
_PLAIN = rf"{_NEVER}|{_NAMES}"
# These may be part of a name, or of the answer, where no mark parts them from it.
_OTHER = (
    r"ok(?:ay|ey)?|oh|ah|uh|eh+|aa+h?|well|so|now|right|alright|all right|let me see|let's see|pole(?: sana)?|sawa(?:sawa)?|haya|basi|bueno|pues|vale|bon|alors|bah|"
    r"अच्छा|ठीक है|theek hai|accha|那个|那么?|好[的吧啊了]?|行|额|诶|这个|让我想想|我想想"
)
_MARK = r"\s*[,，、。.!！…~～:：;；-]+\s*"


def _then(words: str, *, parted: bool) -> str:
    """The words and what parts them from the rest: a mark, or a space, which Chinese does without."""
    gap = _MARK if parted else rf"(?:{_MARK}|\s+|(?<=[\u3400-\u9fff]))"
    return rf"(?:{words}){gap}"


_FREELY = re.compile(rf"\s*(?:{_then(f'{_PLAIN}|{_OTHER}', parted=False)})+(?=\S)", re.IGNORECASE)
_SURELY = re.compile(
    rf"\s*(?:{_then(_PLAIN, parted=False)}|{_then(_OTHER, parted=True)}|(?:{_OTHER})\s+(?=(?:{_PLAIN})(?:\s|{_MARK})))+(?=\S)",
    re.IGNORECASE,
)
_OF_A_NAME = re.compile(
    rf"\s*(?:{_then(_NEVER, parted=False)}|{_then(f'{_NAMES}|{_OTHER}', parted=True)}|(?:{_NAMES}|{_OTHER})\s+(?=(?:{_NEVER})(?:\s|{_MARK})))+(?=\S)",
    re.IGNORECASE,
)
_HARDLY = re.compile(
    rf"\s*(?:{_NAMES}|ok(?:ay|ey)?|pole|sawa|eh+|basi)\s+(?=\S)", re.IGNORECASE
)  # a name, but rarely
_ONLY = re.compile(rf"\s*(?:(?:{_PLAIN})(?:{_MARK}|\s+|$|(?<=[\u3400-\u9fff])))+", re.IGNORECASE)
_APOLOGY = re.compile(
    rf"\s*(?:{_then(f'{_PLAIN}|{_OTHER}', parted=False)})*?(?:{_SORRY}|pole)(?:\W|$|(?<=[\u3400-\u9fff]))",
    re.IGNORECASE,
)


def without_courtesy(text: str, *, surely: bool = False, of_a_name: bool = False) -> str:
    """The text behind such words, all of it where nothing else stands there; `surely`: a word that may be part of the
    answer ("Ok", "那") goes only where a mark parts it from the rest, `of_a_name`: one that people are called, too."""
    words = _OF_A_NAME if of_a_name else _SURELY if surely else _FREELY
    match = words.match(text)
    rest = text[match.end() :] if match else text
    return rest if re.search(r"[^\W_]", rest) else text


def perhaps_courtesy(text: str) -> str:
    """ "Ok Amina" without its "ok", which may be a name, too; empty where no such word begins it."""
    match = _HARDLY.match(text)
    return text[match.end() :] if match else ""


def is_courtesy(text: str) -> bool:
    """Whether nothing is said but such words."""
    return _ONLY.fullmatch(text) is not None


def apologises(text: str) -> bool:
    """Whether it begins with an apology, as a correction does, too."""
    return _APOLOGY.match(text) is not None
