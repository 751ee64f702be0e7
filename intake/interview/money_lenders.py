"""Who lends, gives or owes: "my brother lent me", "please lend me", 信用社借给我, 邻居欠我."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re

from intake.interview.money_words import ADVERBS, GIVING, Cue
from intake.reading.kin import is_kin

# It is asked for: "please can you lent me", "if the bank lent me", "want you to lent me".
_PLEADS = re.compile(
    r"\b(?:can|could|would|please|pls|plz|plis|kindly|if|tafadhali|kama|ikiwa|iwapo|endapo|je|si|ojala|por favor|puede\w*|podria\w*|s'il)\b"
    r"|\b(?:you|u)(?: \w+)? $|\bto $"
    r"|\b(?:want|wish|hop(?:e|ing)|need|like|ask(?:ing)?|beg(?:ging)?|request(?:ing)?)(?: (?:that|for|if|the|your|our|this|an?))*(?: \w+){0,2} $"
)
_CAN = re.compile(r"\b(?:can|could|would)(?: (?:also|even|only|maybe))? $")
_SUBJECT = re.compile(
    r"(?!(?:and|so|then|also|just|but|ok|okay|hi|hello|please|pls|thank|thanks|sir|madam) *$)[^\W\d_]+ ?$"
)
_DONE = re.compile(r"(?:lent|loaned) ")
_GAVE = re.compile(r"(?:lent|loaned|gave|given|sent) ")
_OWES_NOT = re.compile(
    r"\b(?:no|not|never|without|don'?t|doesn'?t|didn'?t|do not)(?: (?:have|any|currently|also|even|now|old))* $"
)
_OWED_NOT = re.compile(r" (?:nothing|none|nobody|no ?one|no money|zero|nil)\b")
_LENDS = re.compile(r"(?:lends?|loans?) ")
_HAN_ADVERBS = re.compile(
    r"(?:已经|还|也|都|先|之前|以前|前年|去年|今年|上个?月|刚刚?|会|要|可以|能|答应|愿意|同意|说|准备|打算|再|另外)+$"
)
_HAN_WILL = re.compile(r"会|要|可以|能|答应|愿意|同意|准备|打算|说")
_HAN_LENDER = re.compile(r"(?:别人|人家|有人)$")
_HAN_HOUSE = re.compile(r"(?:银行|信用联?社|农商行|合作社|公司|店|老板)$")
_HAN_DONE = re.compile(r"了|已经?|曾|之前|以前|刚|[前去]年|上个?[月周]|昨天|前[几两]?天")
_HAN_PLEADS = re.compile(r"[请求问盼能让找您你若]|麻烦|拜托|希望|想|可[以否]|要是|如果|假如")
_HAN_ASKS_BEHIND = re.compile(r"[吗吧嘛]|[行好成]不|可不可|能不能|可以不")
# "邻居欠我500": somebody else stands before 欠, and 我 is the whole of whom he owes.
_HAN_SELF = r"(?:我|咱|俺)们?(?:家|自己)?"
_OWING_ADVERBS = re.compile(
    r"(?:现在|目前|至今|一直|因为|所以|但是?|没有?|[一总]共|[有是就只还也都才倒又光])+$"
)

_HAN_TOGETHER = re.compile(r"(?:我|咱|俺)们?[和与]")
_WITH_HIM = re.compile(r"(?:我|咱|俺)们?[和跟与]|\bmimi na\b|\band (?:i|me)\b|\bi and\b")
_KIN_JOIN = re.compile(r"\b(?:and|plus|with|na|y|et)\b|[和跟加]")


def pleads(before: str) -> bool:
    """Whether it is asked for, or only supposed."""
    return _PLEADS.search(before) is not None


def lends(before: str, words: str) -> Cue:
    """What "lent me" or "give me" tells behind these words: that somebody did or will, or that he asks for it."""
    before = before.rstrip() + " "
    will = _CAN.search(before)
    subject = before[: will.start()] if will else before
    mine = will is not None and is_kin(re.split(r"[^a-z' -]|\b(?:and|but|because)\b", subject)[-1])
    if not mine and (pleads(before) or not _SUBJECT.search(before)):
        return Cue.WANT
    return Cue.LENT if _DONE.match(words) else Cue.GIVES


def is_given(words: str) -> bool:
    """Whether it tells of what was given or lent: "gave me", not "give me"."""
    return _GAVE.match(words) is not None


def is_not_owed(before: str, behind: str) -> bool:
    """Whether what stands around "owe" or "debts" denies it: "I don't owe", "no debts", "debts none"."""
    return _OWES_NOT.search(before) is not None or _OWED_NOT.match(behind) is not None


def han_lends(before: str, words: str, behind: str) -> Cue:
    """As `lends`: kin or others do, or a bank has; "信用社借给我8000" asks for it."""
    if _HAN_ASKS_BEHIND.search(behind):
        return Cue.WANT
    adverbs = _HAN_ADVERBS.search(before)
    who = before[: adverbs.start()] if adverbs else before
    will = adverbs is not None and _HAN_WILL.search(adverbs[0]) is not None
    given = words.startswith("给") or will
    if is_kin(re.split(r"[\s\d,]", who)[-1]):
        return Cue.GIVES if given else Cue.LENT
    if not who or _HAN_PLEADS.search(who):
        return Cue.WANT
    if _HAN_LENDER.search(who):
        return Cue.GIVES if given else Cue.LENT
    done = _HAN_DONE.search((adverbs[0] if adverbs else "") + words) is not None or _HAN_DONE.search(who)
    house = _HAN_HOUSE.search(who) is not None
    return Cue.LENT if done and house else Cue.BORROW if house else Cue.WANT


def is_of_kin(before: str) -> bool:
    """Whether kin lend what the 借 behind these words tells: "亲戚借1000", "跟我哥借1000"; not "我和我老婆借1000"."""
    if _HAN_TOGETHER.search(before):
        return False
    adverbs = _HAN_ADVERBS.search(before)
    who = before[: adverbs.start()] if adverbs else before
    return is_kin(re.split(r"[\s\d,跟向问找从]", who)[-1])


def is_claim(before: str) -> bool:
    """Whether the words before 欠我 end with somebody who is not the speaker."""
    who = _OWING_ADVERBS.sub("", before.strip())
    return who[-1:] >= "\u3400" and re.search(rf"{_HAN_SELF}$", who) is None


def from_kin(stretch: str) -> bool:
    """ "My uncle 2000", "my brother gives 3000": help from somebody."""
    if _WITH_HIM.search(stretch):
        return False
    before = _KIN_JOIN.split(stretch)[-1]
    return is_kin(GIVING.sub("", ADVERBS.sub("", before)))
