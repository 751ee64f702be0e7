"""English as it is typed on a phone in a hurry: "i hav 3k n want 2 by 12 goat", written out so that it can be read."""

# ruff: noqa: E501 - words of farmers are read whole

from __future__ import annotations

import re

_WORDS = {
    "hav": "have", "hve": "have", "bak": "back", "bck": "back", "u": "you", "r": "are", "ur": "your", "nid": "need", "ned": "need", "neeed": "need",
    "wnt": "want", "wan": "want", "wanna": "want to", "borow": "borrow", "borro": "borrow", "barrow": "borrow", "borrw": "borrow",
    "munth": "month", "munths": "months", "mnth": "month", "mnths": "months", "mth": "month", "mths": "months", "yr": "year", "yrs": "years",
    "thosand": "thousand", "thousnd": "thousand", "tousand": "thousand", "n": "and", "repy": "repay", "havest": "harvest", "harvst": "harvest",
    "fertilzer": "fertilizer", "fertlizer": "fertilizer", "ferilizer": "fertilizer", "chiken": "chicken", "chikens": "chickens", "chikken": "chicken",
    "gots": "goats", "goates": "goats", "mony": "money", "mney": "money", "muny": "money", "lone": "loan", "buyng": "buying", "bying": "buying",
    "vilage": "village", "fone": "phone", "becos": "because", "coz": "because", "ku": "to",
    "wat": "what", "wht": "what", "wot": "what", "wats": "what is", "wen": "when", "whn": "when", "whr": "where", "hw": "how", "mch": "much", "hwmuch": "how much",
    "pls": "please", "plz": "please", "evry": "every", "nxt": "next", "arond": "around", "abt": "about", "fr": "for", "lon": "loan",
    "mor": "more", "rong": "wrong", "wrng": "wrong", "shud": "should", "shld": "should", "ment": "meant", "sory": "sorry", "sori": "sorry", "ow": "owe",
}  # fmt: skip
# Words of a correction, known one slip away; what is a word of its own is none.
_CORRECTING = ("change", "amount", "instead", "actually", "increase", "decrease", "reduce", "correct")
_OWN = frozenset(
    [
        "charge",
        "charged",
        "chance",
        "changa",
        "chango",
        "changer",
        "changes",
        "changed",
        "mount",
        "amounts",
        "correcto",
        "correcta",
        "corrects",
        "reduces",
        "reduced",
        "instep",
    ]
)
_ONE = re.compile(rf"(?<![\w'])(?:{'|'.join(_WORDS)})(?![\w'])", re.IGNORECASE)
_MY_SELF = re.compile(r"\bmy self\b", re.IGNORECASE)
_DOING = r"(?:buy|by|build|get|repair|plant|start|pay|open|borrow|raise|keep|grow|dig|sell)"
_TO = re.compile(rf"\b(?:2|too?)\s+(?={_DOING}\b)", re.IGNORECASE)
_BUY = re.compile(
    r"\b(?:to )?by (?=\d|(?:a|an|some|more|two|three|four|five|six|ten|twelve)\b)", re.IGNORECASE
)
# "5k 4 maize": after a sum, before a word; "8000 4 goats" may count goats and is left.
_FOR = re.compile(
    r"(?<=\d|k)\s+4\s+(?=[a-z]{3,}\b(?!\s*\d))(?!(?:goat|cow|pig|sheep|chicken|duck|hen|bee|month|year)s?\b)",
    re.IGNORECASE,
)
# "For a year", "pay back in a month", "a year and a half", "half a year": how long, in figures.
_A_TIME = re.compile(
    r"\b(for|over|within|(?:pay|repay|return)(?: it| you)?(?: back)? in) an? (?=(?:whole |full )?(?:year|month|week)\b)"
    r"|\b()an? (?=(?:year|month) and (?:a )?half\b)",
    re.IGNORECASE,
)
_HALF_A_YEAR = re.compile(r"\bhalf (?:a |an |of a )?year\b(?!-)", re.IGNORECASE)
# "Well, I need 8000" digs no well.
_WELL = re.compile(
    r"(^|[.;!?,\n]\s*)(?:(?:oh|ok|okay|so|hi|hello|yes|no)[\s,]+)?well(?:\s*,\s*|\s+)(?=(?:i|we|my|our|the|it|you|so|please|this|that)\b)",
    re.IGNORECASE,
)


def spelled(text: str) -> str:
    """The text with its short forms written out; languages that have none of them are left as they are."""
    if not re.search(r"[a-z]", text, re.IGNORECASE):
        return text
    body = _FOR.sub(" for ", _TO.sub("to ", _WELL.sub(r"\1", text)))
    body = _BUY.sub("to buy ", body)
    body = _MY_SELF.sub("myself", body)
    body = _HALF_A_YEAR.sub("6 months", _A_TIME.sub(lambda found: f"{found[1] or ''} 1 ".lstrip(), body))
    return _ONE.sub(lambda match: _WORDS[match[0].lower()], body)


def amending(text: str) -> str:
    """The text written out, with the slips in its words of correcting: "chnge the amont", "10k insted"."""
    return re.sub(
        r"(?<![^\W\d_'])[a-z]{5,}(?![^\W\d_'])",
        lambda match: _correcting(match[0]),
        spelled(text),
        flags=re.IGNORECASE,
    )


def _correcting(said: str) -> str:
    from rapidfuzz.distance import OSA

    low = said.lower()
    if low in _OWN:
        return said
    near = (one for one in _CORRECTING if one[0] == low[0] and OSA.distance(low, one, score_cutoff=1) <= 1)
    return next(near, said)
