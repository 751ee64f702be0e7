"""Which of the things named in an answer it denies: "goats, no cows", "every month except May", "不是亲戚", "si ndugu".

Doubt goes against what was named: a name too many that counts as denied is asked for again, one that is taken for
chosen is a wrong answer.
"""

# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

Place = tuple[int, int]  # where something is named

# A denial reaches to the end of its clause; one with nothing named behind it denies what stands before it.
_NOT: Mapping[str, str] = {
    "en": r"(?<!why )(?:not|no|never|neither|nor|without|instead of|rather than|cannot|cant|dont|doesnt|didnt|isnt|arent|wasnt|wont|havent|hasnt|aint|[a-z]+n't)"
    r"(?! (?:only|just|merely|sure|certain|know|problem|doubt|bad|mind)\b)(?! (?:more|others?)\s*(?:$|[,.;!?]))"
    r"|(?:nothing|none|nobody|no one)(?! (?:but|else|more|other|except)\b)",
    "sw": r"si(?! \w+ tu\b)|sio|siyo|hapana|wala|bila|badala ya|sina|hatuna|hakuna|hamna|sitaki|siwezi"
    r"|si(?!ku)[a-z]{2,}i|ha(?:tu|wa)[a-z]{2,}i|sija\w+|hatuja\w+|haja\w+|siku(?!kuu\b)[a-z]{3,}",
    "es": r"no(?! (?:solo|se)\b)|ni|nunca|sin|tampoco|en vez de",
    "fr": r"pas(?! (?:seulement|que)\b)|non|ni|sans|jamais|au lieu de",
    "hi": r"नहीं|नही|ना|मत|बिना|nahi|nahin",
}
# An exception reaches over commas.
_EXCEPT: Mapping[str, str] = {
    "en": r"except(?:ing|ed)?|exept|excpt|exclud(?:e|ing|ed)|apart from|other than|all but|minus|but not|not including"
    r"|(?:(?<=months )|(?<=month )|(?<=year )|(?<=all )|(?<=everything ))but(?! (?:most|mostly|more|best|better|especially|mainly|only|not)\b)",
    "sw": r"isipokuwa|isipokua|ila|kasoro|ukiondoa|ukitoa",
    "es": r"menos|excepto|salvo|quitando",
    "fr": r"sauf|hormis|excepte",
    "hi": r"छोडकर|छोड कर|अलावा|सिवाय|सिवा|chhodkar",
}
_TURN: Mapping[str, str] = {
    "en": "but|then", "sw": "lakini|bali|ni|basi", "es": "pero|sino|mas", "fr": "mais", "hi": "लेकिन|बल्कि|पर",
}  # fmt: skip
# A new clause begins: "not my relative he is a friend", "sitaki ng'ombe nataka mbuzi".
_SUBJECT = re.compile(
    r"\b(?:i|we|he|she|it|they|ni?na(?:taka|omba|penda|chagua|hitaji|fuga|nunua|kuwa)|na(?:taka|omba|penda|chagua|hitaji|fuga|nunua)"
    r"|nita\w+|tuna(?:taka|omba|penda|hitaji|fuga|nunua)|nina|niko)\b"
)
_HEDGE: Mapping[str, str] = {
    "en": r"but|only|except|excluding|apart from|other than|besides|although|though|unless|just(?= (?:a|an|my|the|some|one|from|to|family|little)\b)",
    "sw": r"ila|lakini|isipokuwa|isipokua|kasoro|tu(?= )",
    "es": r"pero|solo|salvo|excepto|aunque",
    "fr": r"mais|seulement|sauf|juste",
    "hi": r"लेकिन|मगर|बस|सिर्फ|सिवाय|पर",
}
# "No, only my brother", said with the "only" last: "hapana, kaka tu".
_ONLY_LAST = re.compile(
    r"^(?:no|nope|nah|hapana|la|sina|hatuna|hakuna|non)\b[ ,.;]+(?!(?:thanks?|asante|mimi|sisi|me|us|now|sasa)\b)\w{2,}(?: \w+){0,3} (?:only|alone|tu|solo|seulement)$"
)
_NOT_MUCH = re.compile(
    r"\bnot (?:\w+ )?(?:much|many|a lot|big)\b|\bsi (?:sana|nyingi|kubwa|mengi|mingi)\b|不(?:是很|是太|太)?多|没(?:有)?多少"
)
_HAN_HEDGE = re.compile(r"就是|只是|只有|只欠|就欠|除了|不过|但是?|可是|倒是")
_STOPS = re.compile(r"[,.;!?]")
_SENTENCE = re.compile(r"[.;!?]")
# "不错", "差不多", "没问题" deny nothing.
_HAN_NOT = re.compile(r"(?<![差要对])不(?![错少止仅光但只过如断管])是?|没(?![错事关问])有?")
_HAN_EXCEPT = re.compile(r"除(?:了|开|去)?(?!外|非)|不(?:算|包括)")
_HAN_OUT = re.compile(r"除外|[以之]外|不算|不行")
_HAN_BEFORE = re.compile(r"[^,.;!?\s是就只但而]{0,4}")  # between a denial and what it denies: 不是我的亲戚
_HAN_TOPIC = re.compile(
    r"[份里的时候也都就全那几个并间]{0,4}"
)  # between a topic and its denial: 五月份都没有
_HAN_AND = re.compile(r"[和跟或与及、到至~-]?者?")
_HAN_LIST = re.compile(rf"{_HAN_AND.pattern}|,")  # of exceptions, which go on behind a comma
_HAN_AS_WELL = re.compile(r"[以之]?外?,?(?:我|家里)?(?:还|也(?!不|没))")
_HAN = re.compile(r"[\u3400-\u9fff]")


def denied(body: str, places: Sequence[Place], language: str) -> set[Place]:
    """Those of `places` in `body` (cleaned and folded) that it denies; a denial inside a name is part of the name."""
    found = set(_denied_in_words(body, places, language))
    if _HAN.search(body):
        found |= set(_denied_in_han(body, places))
    return found


def excepts(body: str, language: str) -> bool:
    """Whether it makes an exception, of whatever: "except May", "除了五月"."""
    return bool(_words(_EXCEPT, language).search(body) or _HAN_EXCEPT.search(body) or "除外" in body)


def hedges(body: str, language: str) -> bool:
    """Whether a no is taken back in part: "no, only family", "owe nothing but my brother lent me 500", "没有，就是…",
    "not much"."""
    if _NOT_MUCH.search(body) or _ONLY_LAST.search(body.strip(" .!")):
        return True
    hedge = _words(_HEDGE, language).search(body) or _HAN_HEDGE.search(body)
    return hedge is not None and re.search(r"\w{2}|[\u3400-\u9fff]", body[hedge.end() :]) is not None


def _free(cues: re.Pattern[str], body: str, places: Sequence[Place]) -> Iterable[re.Match[str]]:
    return (
        cue
        for cue in cues.finditer(body)
        if not any(start < cue.end() and cue.start() < end for start, end in places)
    )


def _denied_in_words(body: str, places: Sequence[Place], language: str) -> Iterable[Place]:
    turns = _words(_TURN, language)
    for cue in _free(_words(_EXCEPT, language), body, places):
        begins, ends = _scope(body, cue, (_SENTENCE, turns))
        yield from _behind_or_before(places, cue, begins, ends)
    for cue in _free(_words(_NOT, language), body, places):
        begins, ends = _scope(body, cue, (_STOPS, turns))
        subject = _SUBJECT.search(body, cue.end(), ends)
        near = subject.start() if subject else ends
        yield from _behind_or_before(places, cue, begins, near)


def _scope(body: str, cue: re.Match[str], ends: Sequence[re.Pattern[str]]) -> Place:
    """Where the clause around a cue begins and ends."""
    before = [stop.end() for pattern in ends for stop in pattern.finditer(body, 0, cue.start())]
    behind = [stop.start() for pattern in ends for stop in pattern.finditer(body, cue.end())]
    return max(before, default=0), min(behind, default=len(body))


def _behind_or_before(places: Sequence[Place], cue: re.Match[str], begins: int, ends: int) -> list[Place]:
    behind = [place for place in places if cue.end() <= place[0] and place[1] <= ends]
    return behind or [place for place in places if begins <= place[0] and place[1] <= cue.start()]


def _denied_in_han(body: str, places: Sequence[Place]) -> Iterable[Place]:
    """Chinese has no clauses to go by: a denial denies what stands right behind it, or the topic right before it."""
    for cue in _free(_HAN_EXCEPT, body, places):
        excepted = _row_from(body, places, cue.end(), _HAN_BEFORE, _HAN_LIST)
        if not (excepted and _HAN_AS_WELL.match(body, excepted[-1][1])):  # 除了牛还有羊: both
            yield from excepted
    for cue in _free(_HAN_OUT, body, places):
        yield from _row_until(body, places, cue.start())
    for cue in _free(_HAN_NOT, body, places):
        behind = _row_from(body, places, cue.end(), _HAN_BEFORE)
        yield from behind
        if not (behind and cue[0] == "不是"):  # 羊不是牛
            yield from _row_until(body, places, cue.start())


def _row_from(
    body: str,
    places: Sequence[Place],
    start: int,
    gap: re.Pattern[str],
    joins: re.Pattern[str] = _HAN_AND,
) -> list[Place]:
    """The things named in a row from `start` on: 不养牛和羊."""
    row: list[Place] = []
    for place in sorted(places):
        if place[0] < start or (row and place[0] < row[-1][1]):
            continue
        if not (joins if row else gap).fullmatch(body[start : place[0]]):
            break
        row.append(place)
        start = place[1]
    return row


def _row_until(body: str, places: Sequence[Place], end: int) -> list[Place]:
    """The things named in a row just before `end`: 五月和六月都没有."""
    row: list[Place] = []
    for place in sorted(places, reverse=True):
        if place[1] > end:
            continue
        if not (_HAN_AND if row else _HAN_TOPIC).fullmatch(body[place[1] : end]):
            break
        row.append(place)
        end = place[0]
    return row


@cache
def _of(texts: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'\u0900-\u097f])(?:{'|'.join(texts)})(?![\w'\u0900-\u097f])")


def _words(table: Mapping[str, str], language: str) -> re.Pattern[str]:
    """Of the language and of English; and of Swahili, which is typed to a bot that speaks English, where its "si" is
    no yes."""
    tongues = (language, "en", *(() if language in ("es", "fr") else ("sw",)))
    return _of(tuple(table[tongue] for tongue in dict.fromkeys(tongues) if tongue in table))
