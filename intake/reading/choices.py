"""Choices from a list, with typing slips and synonyms."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.denials import denied
from intake.reading.noughts import is_nought
from intake.reading.patterns import compiled
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure

CUTOFF = 75  # rapidfuzz ratio; below it a slip is more likely another word
SURE_AT = 88  # a slip this near, with no other choice near, needs no question
EXACT_UP_TO = 3  # letters; shorter words must be exact, and so must Chinese ones
CLEAR_LEAD = 12
NEAR_WORD = 82  # of one word among others
_NEAR_BEFORE = re.compile(
    r"\b(?:near(?:by)?|close to|next to|beside|behind|beyond|past|outside|opposite|around|not far from|"
    r"karibu na|kando ya|jirani na|nje ya|nyuma ya|mbele ya|cerca de|al lado de|junto a|fuera de|"
    r"pres de|a cote de|derriere|hors de)(?: the| la| le| el)?\s*$"
    r"|(?:离|靠近|挨着|挨到|临近|邻近)\s*$"
)
_NEAR_BEHIND = re.compile(
    r"\s*(?:的|村)?(?:旁边?|附近|边上|隔壁|外面|后面|前面|对面|那边|不远)|\s*के (?:पास|बगल|बाहर)"
)
HAN = re.compile(r"[\u3400-\u9fff]")


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
    if exact:
        return ambiguous(Reason.SEVERAL, *map(_chosen, exact[:4]))
    heard = told(body, options, language)
    if heard.denied:  # never the near spelling of what was denied, and what is left is asked
        left = heard.chosen
        reason = Reason.OTHER_WORDS if len(left) == 1 else Reason.SEVERAL
        return ambiguous(reason, *map(_chosen, left[:4])) if left else refused(Reason.NOT_UNDERSTOOD)
    if len(heard.chosen) == 1:
        beside = any(is_beside(body, start, end) for start, end, _option in heard.mentions)
        only = _chosen(heard.chosen[0])
        return ambiguous(Reason.OTHER_WORDS, only) if beside else sure(only)
    if heard.chosen:
        return ambiguous(Reason.SEVERAL, *map(_chosen, heard.chosen[:4]))
    if is_nought(text, dict.fromkeys((language, "en"))):  # "none" is no slip of "nane"
        return refused(Reason.NOT_UNDERSTOOD)
    near, part = _near(body, options), _part_of_one(body, options)
    return near if near.candidates or part is None else ambiguous(Reason.OTHER_WORDS, _chosen(part))


def is_beside(body: str, start: int, end: int) -> bool:
    """Whether what is named at `start` to `end` only tells where something else is: "near Goat Hill", "羊坡旁边"."""
    return bool(_NEAR_BEFORE.search(body[:start]) or _NEAR_BEHIND.match(body[end:]))


def _part_of_one(body: str, options: Sequence[Option]) -> Option | None:
    """The one option in whose label the whole answer stands as a word: "Ferry" of Ferry Landing; to be asked."""
    if len(body) <= EXACT_UP_TO:
        return None
    found = [one for one in options if any(_places(body, _bare(label)) for label in one.labels)]
    return found[0] if len(found) == 1 else None


Mention = tuple[int, int, Option]


@dataclass(frozen=True, slots=True)
class Told:
    """What a text names, in its order: the options it chooses and those it denies, and where."""

    mentions: tuple[Mention, ...]
    against: tuple[Mention, ...]

    @property
    def chosen(self) -> list[Option]:
        """Each once; what is denied elsewhere in the text is not among them."""
        return [option for option in _once(self.mentions) if option not in self.denied]

    @property
    def denied(self) -> list[Option]:
        return _once(self.against)


def _once(mentions: Sequence[Mention]) -> list[Option]:
    return list(dict.fromkeys(hit[2] for hit in mentions))


def told(body: str, options: Sequence[Option], language: str) -> Told:
    """What of `options` the `body` (cleaned and folded) names; longer names hide shorter ones inside them."""
    hits: list[Mention] = []
    for option in options:
        for name in _names(option):
            hits += [(start, start + len(name), option) for start in _places(name, body)]
    kept = sorted(
        (hit for hit in hits if not any(covers(other, hit) for other in hits)), key=lambda hit: hit[:2]
    )
    against = denied(body, list(dict.fromkeys(hit[:2] for hit in kept)), language)
    return Told(
        tuple(hit for hit in kept if hit[:2] not in against), tuple(hit for hit in kept if hit[:2] in against)
    )


def straightened(body: str, options: Sequence[Option]) -> str:
    """With words that are slips of an option's name written out: "octobr, nov"; what they say is to be asked."""
    from rapidfuzz import fuzz

    names = [
        name for option in options for name in _names(option) if len(name) > EXACT_UP_TO and name.isascii()
    ]
    known = {word for name in names for word in name.split()}

    def plainly(match: re.Match[str]) -> str:
        word = match[0]
        if word in known:
            return word
        score, near = max(((fuzz.ratio(word, name), name) for name in names), default=(0, ""))
        return near if score >= NEAR_WORD else next((one for one in names if _shortens(word, one)), word)

    return re.sub(r"[a-z']{4,}", plainly, body)


def _shortens(word: str, name: str) -> bool:
    """ "octb" of "october": the same beginning, and letters left out of the rest."""
    rest = iter(name)
    return word[:3] == name[:3] and all(letter in rest for letter in word)


def mentions(body: str, options: Sequence[Option], language: str) -> list[Mention]:
    """Where in `body` (cleaned and folded) an option is named and not denied: start, end, option."""
    return list(told(body, options, language).mentions)


def covers(other: Mention, hit: Mention) -> bool:
    """Whether a longer name hides this one: "goat" in "Goat Hill", "I owe" in "I owe nobody"."""
    overlap = other[0] < hit[1] and hit[0] < other[1]
    return overlap and other[1] - other[0] > hit[1] - hit[0]


def _places(name: str, body: str) -> list[int]:
    if name not in body or (len(name) < 2 and name.isascii()):
        return []
    if HAN.search(name):
        figure = "(?<![0-9])" if name[0].isdigit() else ""  # "2月" is not in "12月"
        return [match.start() for match in compiled(figure + re.escape(name)).finditer(body)]
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
