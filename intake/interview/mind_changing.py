"""What takes the place of what was told before: "no, goats instead", "can I borrow more"."""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re

from intake.interview.spelling import amending
from intake.reading.cleaning import clean, fold

MIND_CHANGED = {
    "en": r"\binstead\b|^(?:no|wait|sorry|actually)\b|changed? my mind",
    "zh": r"^(?:不|不是|等等|等一下|算了)[,，。 ]|改成|还是(?:养|种|买|做|开)|改主意|换成|不种.*了|不养.*了",
    "sw": r"\bbadala\b|^(?:hapana|la|subiri|samahani)\b|nimebadili",
    "hi": r"^नहीं|के बजाय|की जगह",
    "es": r"^(?:no|espera|perdon)\b|en vez de|mejor\b|cambie de idea",
    "fr": r"^(?:non|attendez|pardon)\b|plutot|au lieu|change d'avis",
}


def changes_mind(text: str, language: str) -> bool:
    """Whether it takes back what was told before: "no, goats instead"."""
    said = fold(clean(amending(text)))
    return any(re.search(MIND_CHANGED[tongue], said) for tongue in {"en", language} & MIND_CHANGED.keys())


# "No wait" is no answer: what stands behind it may be.
_NO_WAIT = re.compile(
    r"^\s*(?:no|nope|hapana|la|不是|不|non|नहीं)[\s,，.]*(?=(?:wait|hold on|subiri|ngoja|等等|等一下|espera|attend|रुको))",
    re.IGNORECASE,
)


def without_no_wait(text: str) -> str:
    """ "No wait, i want 9000" without its no."""
    return _NO_WAIT.sub("", text)


_INSTEAD = re.compile(r"\b(?:instead|badala|plutot|mejor)\b|改成|换成|की जगह|के बजाय|en vez de|au lieu")


def says_instead(text: str) -> bool:
    """Whether it says so in words that something takes the place of another."""
    return _INSTEAD.search(fold(clean(amending(text)))) is not None


# "Can I have 10k instead" asks for it, and says nothing of what he has.
_MAY_I_HAVE = re.compile(
    r"\b(?:can|could|may) (?:i|we) (?:please )?(?:have|get|take|be given)\b", re.IGNORECASE
)
_MORE = re.compile(
    r"\b(?:borrow|want|need|take|loan)\b[^,.;\d]{0,12}\bmore\b(?! (?:about|information|info|details?|time|days|weeks|months|years|advice|help))"
    r"|\b(?:na|ni|tuna)(?:taka|hitaji|omba|kopa)\b[^,.;\d]{0,14}\bzaidi\b(?! kuhusu)|\b(?:quiero|necesito)\b[^,.;\d]{0,12}\bmas\b(?! (?:sobre|tiempo|informacion))|\b(?:veux|besoin)\b[^,.;\d]{0,12}\bplus\b(?! (?:sur|de temps|d'info))"
    r"|(?:借|贷|要|需要|想)[^,.;\d]{0,4}(?:多(?:一?点|一?些|借|贷)|更多|多要)|多(?:借|贷|要)一?[点些]|(?:ज्यादा|ज़्यादा|और)[^,.;\d]{0,8}चाहिए"
)

# "I want to know more about the interest of 2000" wants no sum.
_TO_KNOW = re.compile(
    r"\b(?:know|ask|hear|learn|understand|find out|kujua|kuuliza|kuelewa|kusikia|kufahamu|saber|preguntar|entender|savoir|demander|comprendre)\b"
    r"|了解|[想要]知道|[想要](?:问|打听|弄清|搞清|听)|जानना|पूछना|जानकारी"
)


def wants_to_know(text: str) -> bool:
    """Whether it is knowledge that he wants."""
    return _TO_KNOW.search(fold(clean(text))) is not None


def as_wish(text: str) -> str:
    """A correction, written out; what he asks to have, as what he wants."""
    return _MAY_I_HAVE.sub("i want", amending(text))


def wants_more(text: str) -> bool:
    """ "Can I borrow more, 10000": a sum in the place of the one before."""
    return _MORE.search(fold(clean(as_wish(text)))) is not None and not wants_to_know(text)
