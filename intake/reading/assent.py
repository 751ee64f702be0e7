"""What is said to "this is what I understood": all right, nothing to change, go on, something is wrong, none of it.

A sentence is taken only where each of its words is known ("no mistakes", "hakuna makosa", 没问题): a negation turns the
word it stands at, so that what is right, wrong or to be changed needs no list of whole sentences. A bare yes is a yes
here; a bare no says nothing of what is wrong, and is none of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum

from intake.reading.assent_words import IDIOMS, SAME, Assent, Does, phrases
from intake.reading.cleaning import clean, fold

LONGEST = 80  # letters
LONGEST_PHRASE = 6  # words
LEAST_NEAR = 5  # letters of a word in which one slip is forgiven
_LETTERS = re.compile(r"[^\W_][\w'\u0900-\u097f-]*|[,.;!?…:]+|[^\w\s]")
_ELIDED = re.compile(r"(?:[cdjlmnst]|qu)'(?=\w)|[^\W_][\w'-]*|[,.;!?…:]+|[^\w\s]")  # French: "d'erreur"
_HAN = re.compile(r"[\u3400-\u9fff]|[a-z']+|[,.;!?…:]+|[^\s]")
_BEHIND = frozenset({"hi"})  # where a negation stands behind: "सही नहीं"
_ALL_FIRST = frozenset({"zh", "sw"})  # where "all not right" says that none is: 都不对


class _Says(StrEnum):
    RIGHT = "right"
    STAYS = "stays"
    ON = "on"
    WRONG = "wrong"
    NONE = "none"
    NO = "no"


def assent(text: str, language: str) -> Assent | None:
    """What the whole text says of what was understood; None where other words stand in it, or it says neither."""
    if len(text) > LONGEST:
        return None
    body = fold(clean(text)).replace("’", "'").strip()
    for told, idiom in IDIOMS.items():
        if idiom.fullmatch(body.strip(" .!,。！，~")):
            return told
    parts = _parts(body, language)
    if Does.OTHER in parts or re.search(r"[?？]\s*$", text):
        return None
    return _whole([said for clause in _clauses(parts) for said in _of_clause(clause, language)], parts)


def is_the_same(text: str) -> bool:
    """Whether it says of an answer that it is what it was: "still the same", 老样子, "vile vile"."""
    return SAME.fullmatch(fold(clean(text)).replace("’", "'").strip(" .!,。！，~")) is not None


def _parts(body: str, language: str) -> list[Does]:
    """The longest known phrases from left to right."""
    table = phrases(language)
    pattern = _HAN if language == "zh" else _ELIDED if language == "fr" else _LETTERS
    tokens = pattern.findall(body)
    parts: list[Does] = []
    while tokens:
        for count in range(min(LONGEST_PHRASE, len(tokens)), 0, -1):
            found = table.get(" ".join(tokens[:count])) or table.get("".join(tokens[:count]))
            if found or count == 1:
                parts.append(found or _lone(tokens[0], table))
                tokens = tokens[count:]
                break
    return parts


def _lone(token: str, table: Mapping[str, Does]) -> Does:
    """A mark, or a longer word with one slip in it."""
    if not re.search(r"\w", token):
        return Does.PAUSE
    if len(token) < LEAST_NEAR or not token.isascii() or not token.isalpha():
        return Does.OTHER
    from rapidfuzz.distance import OSA

    near = {
        does
        for word, does in table.items()
        if len(word) >= LEAST_NEAR and word.isalpha() and OSA.distance(token, word, score_cutoff=1) == 1
    }
    return near.pop() if len(near) == 1 else Does.OTHER


def _clauses(parts: Sequence[Does]) -> Iterator[list[Does]]:
    clause: list[Does] = []
    for part in (*parts, Does.PAUSE):
        if part is not Does.PAUSE:
            clause.append(part)
        elif clause:
            yield clause
            clause = []


_PLAIN = {
    Does.RIGHT: (_Says.RIGHT, _Says.WRONG),
    Does.BAD: (_Says.WRONG, _Says.RIGHT),
    Does.CHANGE: (_Says.WRONG, _Says.STAYS),
    Does.ON: (_Says.ON, None),
}
_WHOLE = {Does.UNLIKE: _Says.WRONG, Does.STAYS: _Says.STAYS}
_NEGATES = (Does.NOT, Does.NOTHING, Does.NONE_OF_IT)


def _of_clause(clause: Sequence[Does], language: str) -> list[_Says | None]:
    """What each word of weight says, with the negations that stand at it."""
    said: list[_Says | None] = []
    contents: list[Does] = []  # beside `said`: what may still be turned by a negation behind it
    before: list[Does] = []  # negations, and "all", that stand before the next word of weight
    for place, part in enumerate(clause):
        if part is Does.NO and not _is_at_a_thing(clause, place):
            said.append(_Says.NO)
            contents.append(part)
        elif part in _WHOLE:
            said.append(_WHOLE[part])
            contents.append(part)
        elif part in _PLAIN:
            said.append(_turned(part, before, language))
            contents.append(Does.OTHER if _negations(before) else part)
            before = []
        elif part in (*_NEGATES, Does.NO) and language in _BEHIND and contents and contents[-1] in _PLAIN:
            said[-1] = _PLAIN[contents[-1]][1]
            contents[-1] = Does.OTHER
        elif part in (*_NEGATES, Does.NO, Does.ALL):
            before.append(part)
    return said if not _negations(before) else _left_over(said, contents, before)


def _is_at_a_thing(clause: Sequence[Does], place: int) -> bool:
    """ "No mistakes" is a negation, "no that's a mistake" an answer."""
    return clause[place + 1 : place + 2] in ([Does.BAD], [Does.CHANGE])


def _negations(before: Sequence[Does]) -> list[Does]:
    return [part for part in before if part is not Does.ALL]


def _turned(part: Does, before: Sequence[Does], language: str) -> _Says | None:
    negations = _negations(before)
    turned = len(negations) % 2 == 1 if language == "zh" else bool(negations)
    says = _PLAIN[part][turned]
    if says is not _Says.WRONG or part is Does.CHANGE:
        return says
    nothing_is_right = turned and any(one in (Does.NOTHING, Does.NONE_OF_IT) for one in negations)
    all_is_wrong = Does.ALL in before[:1] and (not turned or language in _ALL_FIRST)
    return _Says.NONE if nothing_is_right or all_is_wrong else says


def _left_over(
    said: list[_Says | None], contents: Sequence[Does], before: Sequence[Does]
) -> list[_Says | None]:
    """A negation with nothing behind it: "none of it", "change nothing", "nothing"."""
    if Does.NONE_OF_IT in before:
        return [*said, _Says.NONE]
    if contents and contents[-1] is Does.CHANGE:
        return [*said[:-1], _Says.STAYS]
    if contents and contents[-1] is Does.OTHER:  # "no hay errores ninguno", "ne changez rien"
        return said
    return [*said, _Says.NO]


def _whole(said: Sequence[_Says | None], parts: Sequence[Does]) -> Assent | None:
    told = set(said)
    if not told or None in told or told == {_Says.NO}:
        return None
    if told & {_Says.WRONG, _Says.NONE}:
        if told - {_Says.WRONG, _Says.NONE, _Says.NO}:
            return None
        return Assent.NONE if _Says.NONE in told else Assent.WRONG
    if _Says.NO in told:  # "no, all is fine", but not "no, fine"
        plainly = told != {_Says.NO, _Says.RIGHT} or {Does.ALL, Does.LITTLE, Does.BAD} & set(parts)
        return Assent.STAYS if plainly else None
    if _Says.STAYS in told:
        return Assent.STAYS if told == {_Says.STAYS} else Assent.ON
    return Assent.RIGHT if _Says.RIGHT in told else Assent.ON
