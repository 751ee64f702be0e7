"""The words that say when the paying back starts, and those that say when money is needed for something else."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

_PAYING = r"(?:re)?pay(?:ing|ments?)?|instal+ments?|returning|giving (?:it )?back"
_OPENING = r"start(?:s|ing)?|begin(?:s|ning)?|commenc(?:e|es|ing)"
_PAYING_SW = r"(?:ku)?(?:lipa|rudisha|rejesha)|malipo|marejesho"
_OPENING_SW = r"kuanz[ae]|nianze|nitaanza|ninaanza|naanza|tutaanza|tunaanza|tuanze"
_FIRST_HAN = r"第一次|首次|第一笔|头一次|头一笔|第一期|首期"
# The first payment, by its name.
FIRST = re.compile(
    r"\b(?:first|1st) (?:loan )?(?:(?:re)?payment|instal+ment)s?\b|\b(?:malipo|awamu|marejesho) ya kwanza\b|\brejesho la kwanza\b"
    r"|\b(?:premier (?:paiement|versement)|premiere (?:echeance|mensualite)|primer pago|primera cuota)\b"
)
_FIRST_OF_HAN = rf"(?:{_FIRST_HAN})(?:的?[还付交]款?钱?)?|首付款?"
# That the paying starts, with the day behind it: "start paying back in", "payments begin in", "nianze kulipa".
_OWN = r"(?:^|[,;.]|\b(?:the|my|loan|monthly|and|with|i|we|will|can|to|months?|years?|equal|\d+|miezi \d+|mwaka)\b)\s*"
_CALLED = (
    rf"{FIRST.pattern}|\b(?:re)?payable\b|\b(?:{_OPENING})(?: (?:to|with|the|my|of|making|on|monthly))* (?:{_PAYING})\b"
    rf"|{_OWN}\b(?:{_PAYING})(?: (?:it|you|back|monthly|(?:every|each) month|will|can|should|to))* (?:{_OPENING}|from)\b"
    rf"|\b(?:{_OPENING_SW})(?: ya)? (?:{_PAYING_SW})\b"
    r"|\b(?:ni?ta\w*lipa|nalipa|nilipe|kulipa|nirudishe|kurudisha|nitarudisha|malipo(?: yangu)?)(?: kila mwezi)? (?:yataanza|yaanze|yanaanza|yaanzie|kuanzi[ae]|kuanza)\b"
    r"|\b(?:commencer|commence|commencerai) a (?:payer|rembourser)\b|\b(?:empezar|empiezo|empezare|comenzar) a (?:pagar|devolver)\b"
)
_THEN = (
    r"(?: (?:will|can|could|would|should|may|must|be|is|it|you|back|the|this|that|loan|money|due|made|paid|in|on|from|at|by|of|for|month|date|day|starts?|starting|begins?|"
    r"payments?|paying|repaying|to|pay|ni|iwe|yawe|itakuwa|yatakuwa|yangu|mwezi|wa|ya|tarehe|kuanzia|katika|mkopo|kulipa|kwanza|en|le|la|el|sera|au|de))*"
)
CALLED = re.compile(rf"(?:{_CALLED}){_THEN}\s*$")
CALLED_BEHIND = re.compile(rf"\s*(?:,|is|will be|for|ni|as)?\s*(?:(?:the|my) )?(?:{FIRST.pattern})")
CALLED_HAN = re.compile(
    rf"(?:{_FIRST_OF_HAN}|(?:开始|起)[还付]款?钱?|[还付]款开始)(?:的?(?:时间|日子|日期|日))?(?:就?[是在从]|定在|[:：])?\s*$"
)
CALLED_HAN_BEHIND = re.compile(
    rf"\s*(?:份)?(?:再|才)?(?:开始|起)?(?:{_FIRST_HAN}|首付|(?:分\w{{1,5}})?[还付])(?![要得有没是会能在不我])"
)
# Whatever starts: the payments only where nothing stands between this and how long the loan is for.
OPENED = re.compile(rf"\b(?:{_OPENING}|from|{_OPENING_SW}|kuanzia){_THEN}\s*$")
OPENED_WITH = re.compile(rf"(?:{_OPENING}|from|kuanzia|{_OPENING_SW})\b")
OPENED_HAN = re.compile(r"\s*份?(?:开始|起)")

# What is paid and is no loan; and what the money is needed for by a day.
_FEES = (
    r"fees?|rent|school|tuition|hospital|doctor|clinic|bills?|workers?|labou?r(?:ers)?|dowry|bride price|tax(?:es)?|wages|"
    r"salar(?:y|ies)|exams?|funeral|wedding|insurance|transport"
)
FOR_OTHERS = re.compile(
    rf"\b(?:pay(?:s|ing)?|payments?)(?: (?:for|the|my|our|his|her|their|a|some|of))*(?: \w+)? (?:{_FEES})\b"
    r"|\bkulipi?a (?:\w+ )?(?:ada|karo|kodi|shule|hospitali|wafanyakazi|vibarua|bili|mahari|pango|umeme|mshahara)\b(?: ya \w+)?"
    r"|[还付交](?:孩子的?|娃的?)?(?:学费|书本费|房租|租金|电费|水费|工钱|工资|医药费|彩礼|税|债|账)"
)
NEEDED = re.compile(
    r"(?:\b(?:need(?:s|ed)?|want|buy|buying|plant|planting|sow|sowing|sell|selling|get|use|spend|borrow|na(?:zi|i)?hitaji|tunahitaji|nataka|"
    rf"kununua|nitanunua|kupanda|nitapanda|kuuza|nitauza|naomba)\b|{FOR_OTHERS.pattern})"
    r"(?: (?:it|them|the|this|money|cash|loan|pesa|hizo|hiyo|is|are|due|in|on|by|from|before|around|about|mwezi|wa|ya|tarehe|\d[\d,.]*k?|yuan))*\s*$"
)


def without_first(clause: str) -> str:
    """The clause, as long, where "the first payment" names no first of a month."""
    return FIRST.sub(lambda match: "·" * len(match[0]), clause)


def without_others(clause: str) -> str:
    """The clause, as long, without the paying that is no loan's: "pay school fees", "kulipa kodi"."""
    return FOR_OTHERS.sub(lambda match: "·" * len(match[0]), clause)


_HIS = r"(?:(?:so|then|and|i|we|my|our|the|will|can|could|want|would like|am going|plan|to|ninaweza|naweza|nataka|nitaweza|ningependa)\s+)*"
_MEANT = r"(?:no,? )?(?:i |we )?(?:meant|mean)(?: to say)?|nilimaanisha"
_SAID = re.compile(rf"\s*(?:{_HIS}(?:{_CALLED}){_THEN}|{_MEANT})\s+(?=\S)")
_SAID_HAN = re.compile(
    rf"\s*我?(?:想|要|可以|打算|能)?(?:(?:{_FIRST_OF_HAN})(?:的?(?:时间|日子|日期))?(?:就?[是在从]|定在|[:：])?|从)"
)
_SAID_BEHIND = re.compile(
    rf"\s*(?:,|is|will be|ni)?\s*(?:(?:the|my) )?(?:{FIRST.pattern})\W*$|(?:再|才)?(?:开始|起)?(?:{_FIRST_HAN})?[还付]?款?钱?(?:吧|的)?\W*$"
)


def day_said(text: str) -> str:
    """ "My first payment will be in july", 从8月开始还款: the words of the day alone."""
    body = text.lower()
    match = _SAID.match(body) or _SAID_HAN.match(body)
    begin = match.end() if match else 0
    end = _SAID_BEHIND.search(body, begin)
    return text[begin : end.start() if end else len(text)]
