"""Sums in a story that are neither asked for nor put in: what a cow costs, what was borrowed and paid back last year."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.interview.clauses import Figure
from intake.reading.cleaning import clean, fold

PAST = re.compile(
    r"\b(?:last year|years? ago|in the past|paid (?:it |all )?back|i borrowed|we borrowed|already paid|mwaka jana|"
    r"nilikopa|tulikopa|nimeshalipa|nilishalipa|zamani|el ano pasado|ya pague|l'an dernier|l'annee derniere|deja rembourse)\b"
    r"|去年|前年|以前|上次|上回|借过|都还了|还清了|पिछले साल|चुका दिया"
)
# "10k, no 12k": the sum he takes back in the same breath.
_HAN = r"[\d一二两三四五六七八九十百千万半]"
TAKEN_BACK = re.compile(
    r"(?<![\w.])\d[\d,.]*\s?k?(?: thousand)?[\s,.]+(?:no|sorry|i mean|wait|rather|make (?:it|that)|hapana|la|mejor|non|plutot)[\s,]+(?=\d)"
    r"|\b(?:elfu|laki|mia)(?: \w+){1,3}[\s,]+(?:hapana|la|samahani)[\s,]+(?=(?:elfu|laki|mia|\d))"
    rf"|(?<!{_HAN}){_HAN}+[元块]?[,，\s]*(?:不|不对|不是|啊不)[,，\s]+(?={_HAN})",
    re.IGNORECASE,
)
_UNIT = r"\s*(?:yuan|kuai|rmb|shillings?|元|块钱?|रुपये)?\s*"
PRICE_AFTER = re.compile(
    rf"{_UNIT}(?:each(?! (?:month|week|year|day|season))|apiece|a piece|a head|per (?!month|year)\w+|kila mmoja|kila moja|cada un[oa]|chacune?|piece\b|一[只头匹口个袋亩]|每[只头匹口个袋亩])"
)
PRICE_BEFORE = re.compile(
    r"(?:\b(?:costs?|prices?(?: is| of(?: an?| one)? [a-z]+ is| of)?|priced at|worth|(?:one|a|an|1) [a-z]+ (?:is|costs?)|each(?: is| one is| costs?)?|per [a-z]+|"
    r"kila mmoja(?: ni)?|m?moja (?:ni|kwa)|bei(?: ni| yake ni| ya [a-z']+(?: mmoja)? ni)?|[ia]nagharimu|(?:[ia]na|hu)uzwa(?: kwa)?|cada (?:un[oa]|[a-z]+)(?: cuesta| a| vale)?|cuestan?|"
    r"vale|chacune?(?: coute)?|coute(?:nt)?)|[每一][只头匹口个袋亩](?![月年周季星礼])(?:(?![借贷想打需缺])[\u3400-\u9fff]){0,3}|单价|价钱?|हर \S+|एक \S+)"
    r"\s*(?:about|around|kama|大概|要|是)?\s*$"
)
# "I have to pay 900 school fees", 羊要12000: no debt, and not what he borrows.
EXPENSE = re.compile(
    r"\s*(?:yuan|kuai|rmb|shillings?)?\s*(?:for (?!\d|(?:it|that|this|them)\b|(?:the |my |our |a |an )?(?:\w+ )?(?:loans?|debts?|credit|bank|sacco)\b)|(?:of |in |as )?(?:school|hospital|rent|fees|wages|labou?r|transport|tax(?:es)?)\b)"
)
_EXPENSES = r"school|hospital|fees|rent|wages|labou?r|transport|tax(?:es)?|medicine|ada|karo|kodi|matibabu|hospitali|nauli|学费|房租|租金|医药费|药费|住院费|工钱|运费|车费"
_PAYS = r"\b(?:paid|spent|pay|paying)\b|\b(?:nime|nili|tume|tuli)lipa\b|[交付给花]了?"
# "I only paid my school fees 900", "paid 900 school fees", 交了学费900: what was paid was never lent.
_PAID_FOR = re.compile(
    rf"(?:{_PAYS})\D*?(?:{_EXPENSES})(?![a-z])(?: (?:of|ya|za|wa) \w+)?(?: ?(?:of|was|ni|是|花了))?\s*$"
)
_PAID = re.compile(rf"(?:{_PAYS})\D*$")
# "I paid 900 for my rent", up to where he goes on with his wish, or himself.
_SPENT = re.compile(
    r"\b(?:paid|spent|bought|nimelipa|nililipa|nimenunua|nilinunua)\b(?:(?!\b(?:need|want|now|so|and|but|borrow|i|we|my (?:name|phone|number)|sasa|na|lakini|nataka|nahitaji|naomba|nina)\b)[^,;.!?\n])*"
    r"|[花交付买]了[^,，。;；！？\n想要借贷还需缺]*",
    re.IGNORECASE,
)
_FOR = re.compile(
    rf"\s*(?:yuan|kuai|rmb|shillings?|元|块钱?)?\s*(?:(?:of|in|as|for|kwa|ya|za) )?(?:(?:the|my|our) )?(?:[a-z']+ )?(?:{_EXPENSES})(?![a-z])"
)
COSTS = re.compile(
    r"^(?:一?[只头匹]?[山绵奶黄水母公小大]?[羊牛猪马驴骡鸡鸭鹅鱼]|种子|化肥|肥料|饲料|农药|机器|拖拉机|三轮车?|大棚)(?:一共|总共|大概|大约|就)?要$"
)


def is_expense(before: str, behind: str) -> bool:
    """Whether the sum between these words is what he paid for school, rent or the hospital."""
    if _PAID_FOR.search(before):
        return True
    return _PAID.search(before) is not None and _FOR.match(behind) is not None


def without_taken_back(text: str) -> str:
    """ "10k, no 12k" without the 10k."""
    return TAKEN_BACK.sub(" ", text)


def without_past(text: str) -> str:
    """Less what he did last year, and what he has bought or paid for: it is no plan."""
    pieces = re.split(r"([,;.!?\n，。；！？]+)", _SPENT.sub(" ", text))
    return "".join("" if PAST.search(fold(clean(piece))) else piece for piece in pieces)


def is_past(clause: str) -> bool:
    """Whether the clause tells of a time that is over."""
    return PAST.search(clause) is not None


def is_past_or_price(clause: str, figure: Figure) -> bool:
    """ "Last year I borrowed 5000 and paid it back", "a cow is 6000": no sum that is asked for or put in."""
    return bool(
        PAST.search(clause)
        or PRICE_AFTER.match(clause, figure.end)
        or PRICE_BEFORE.search(clause[: figure.start])
    )
