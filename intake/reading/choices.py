"""Choices from a list, with typing slips and synonyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.patterns import compiled
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure

CUTOFF = 75  # rapidfuzz ratio; below it a slip is more likely another word
SURE_AT = 88  # a slip this near, with no other choice near, needs no question
EXACT_UP_TO = 3  # letters; shorter words must be exact, and so must Chinese ones
CLEAR_LEAD = 12


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a question: its `name`, and every word that may mean it; those of `whole` only as all of an answer
    ("each month" to "how will you pay?", but not in "I earn 500 each month")."""

    name: str
    labels: tuple[str, ...]
    synonyms: tuple[str, ...] = ()
    whole: tuple[str, ...] = ()


def _bare(text: str) -> str:
    return fold(clean(text)).strip(" .!?,;，。！")


def read_choice(text: str, options: Sequence[Option], language: str, locale: LenderLocale) -> Reading:
    """Match `text` to one of `options`: its number in the list, a label, a synonym, or a near spelling."""
    body = _bare(text)
    exact = [option for option in options if body in _names(option) or body in _whole(option)]
    if len(exact) == 1:
        return sure(_chosen(exact[0]))
    if body.isdigit() and 1 <= int(body) <= len(options) and not exact:
        return ambiguous(Reason.OTHER_WORDS, _chosen(options[int(body) - 1]))
    inside = exact or mentioned(body, options)
    if inside:
        if len(inside) == 1:
            return sure(_chosen(inside[0]))
        return ambiguous(Reason.SEVERAL, *map(_chosen, inside[:4]))
    near, part = _near(body, options), _part_of_one(body, options)
    return near if near.candidates or part is None else ambiguous(Reason.OTHER_WORDS, _chosen(part))


def _part_of_one(body: str, options: Sequence[Option]) -> Option | None:
    """The one option in whose label the whole answer stands as a word: "Ferry" of Ferry Landing; to be asked."""
    if len(body) <= EXACT_UP_TO:
        return None
    found = [one for one in options if any(_places(body, _bare(label)) for label in one.labels)]
    return found[0] if len(found) == 1 else None


def mentioned(body: str, options: Sequence[Option]) -> list[Option]:
    """The options one of whose names stands in `body` as a word; longer names hide shorter ones inside them."""
    hits = mentions(body, options)
    return list({hit[2].name: hit[2] for hit in sorted(hits, key=lambda hit: hit[0])}.values())


Mention = tuple[int, int, Option]


def mentions(body: str, options: Sequence[Option]) -> list[Mention]:
    """Where in `body` (cleaned and folded) an option is named: start, end, option."""
    hits: list[Mention] = []
    for option in options:
        for name in _names(option):
            hits += [(start, start + len(name), option) for start in _places(name, body)]
    return [hit for hit in hits if not any(covers(other, hit) for other in hits)]


def covers(other: Mention, hit: Mention) -> bool:
    """Whether another option's longer name hides this one: "goat" in "Goat Hill"."""
    inside = other[0] <= hit[0] and hit[1] <= other[1]
    return other[2] is not hit[2] and inside and other[1] - other[0] > hit[1] - hit[0]


def _places(name: str, body: str) -> list[int]:
    if name not in body or (len(name) < 2 and name.isascii()):
        return []
    if name[0] >= "\u3400":
        return [match.start() for match in re.finditer(re.escape(name), body)]
    alone = compiled(rf"(?<![\w\u0900-\u097f]){re.escape(name)}(?![\w\u0900-\u097f])")
    return [match.start() for match in alone.finditer(body)]


@cache
def _names(option: Option) -> frozenset[str]:
    return frozenset(filter(None, (_bare(name) for name in (option.name, *option.labels, *option.synonyms))))


@cache
def _whole(option: Option) -> frozenset[str]:
    return frozenset(_bare(name) for name in option.whole)


def _chosen(option: Option) -> Candidate:
    return Candidate(option.name, option.labels[0] if option.labels else option.name)


def _near(body: str, options: Sequence[Option]) -> Reading:
    from rapidfuzz import fuzz

    if len(body) <= EXACT_UP_TO or not body.isascii():
        return refused(Reason.NOT_UNDERSTOOD)
    scored = []
    for option in options:
        names = [name for name in _names(option) if len(name) > EXACT_UP_TO]
        scored.append((max((fuzz.ratio(body, name) for name in names), default=0), option))
    scored.sort(key=lambda pair: -pair[0])
    good = [(score, option) for score, option in scored if score >= CUTOFF]
    if not good:
        return refused(Reason.NOT_UNDERSTOOD)
    lead = good[0][0] - (scored[1][0] if len(scored) > 1 else 0)
    if good[0][0] >= SURE_AT and lead >= CLEAR_LEAD:
        return sure(_chosen(good[0][1]))
    return ambiguous(Reason.SPELLING, *[_chosen(option) for _, option in good[:3]])
