"""Yes and no, and choices from a list, with typing slips and synonyms."""
# ruff: noqa: E501 - tables of words read better on their own lines

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure
from intake.reading.words import words

CUTOFF = 75  # rapidfuzz ratio; below it a slip is more likely another word
SURE_AT = 88  # a slip this near, with no other choice near, needs no question
EXACT_UP_TO = 3  # letters; shorter words must be exact, and so must Chinese ones
CLEAR_LEAD = 12

YES = {
    "en": "yes, yeah, yep, yup, y, ok, okay, sure, of course, right, correct, agree, i agree, i do, true, yes please, fine, alright, no problem, of course yes, why not, please, please do, go ahead, yes pls, ok please",
    "zh": "是, 是的, 对, 对的, 好, 好的, 可以, 行, 同意, 有, 有的, 嗯, 没错, 要, 愿意, 我同意, 没问题, 正确, 确认, 当然",
    "hi": "हाँ, हां, जी, जी हाँ, ठीक, ठीक है, सही, हा, han, haan, ji, ji haan, theek hai, मंजूर, सहमत",
    "sw": "ndiyo, ndio, naam, sawa, sawasawa, nakubali, ndivyo, eeh, ee, hakika, ndiyo nakubali, ipo, yupo, kweli",
    "es": "si, claro, vale, de acuerdo, acepto, correcto, por supuesto, s, bueno, cierto, asi es",
    "fr": "oui, ouais, d'accord, bien sur, o, exact, j'accepte, correct, ok, c'est ca",
}
NO = {
    "en": "no, nope, nah, n, not, none, never, no one, nobody, i don't, i do not, wrong, disagree, false, no thanks, no thank you, not really",
    "zh": "不, 不是, 没有, 没, 否, 不同意, 不要, 不行, 不对, 不可以, 无, 没人, 不愿意, 错",
    "hi": "नहीं, नही, ना, जी नहीं, nahi, nahin, na, गलत, नहीं है, असहमत",
    "sw": "hapana, la, siyo, sio, hakuna, sikubali, hamna, sina, bado",
    "es": "no, nunca, ninguno, ninguna, nadie, para nada, incorrecto, falso",
    "fr": "non, jamais, aucun, aucune, personne, pas du tout, faux, n, nan",
}


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a question: its `name`, and every word that may mean it."""

    name: str
    labels: tuple[str, ...]
    synonyms: tuple[str, ...] = ()


@cache
def _yes_no(language: str) -> Mapping[str, bool]:
    table: dict[str, bool] = {}
    for tongue in ("en", language):
        table |= {fold(clean(word)): True for word in words(YES[tongue])}
        table |= {fold(clean(word)): False for word in words(NO[tongue])}
    return table


def read_yes_no(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a yes or a no, in the farmer's language, in English, or in another the lender speaks."""
    body = re.sub(r"([^\W\d_])\1{2,}$|([sop])\2$", r"\1\2", _bare(text))  # "yess", "nooo"
    for tongue in dict.fromkeys((language, *locale.languages)):
        table = _yes_no(tongue)
        if body in table:
            return _answer(table[body])
        first = re.split(r"[ ,.!;，。]+", body)[0]
        if first in table and tongue == language and _agree(body, table):
            return ambiguous(Reason.OTHER_WORDS, _yes_candidate(table[first]))
    return _near_yes_no(body, language)


def _agree(body: str, table: Mapping[str, bool]) -> bool:
    return len({table[word] for word in re.split(r"[ ,.!;]+", body) if word in table}) == 1


def _near_yes_no(body: str, language: str) -> Reading:
    from rapidfuzz import fuzz, process

    near = [word for word in _yes_no(language) if len(word) > EXACT_UP_TO and word.isascii()]
    found = (
        process.extractOne(body, near, scorer=fuzz.ratio, score_cutoff=80)
        if len(body) > EXACT_UP_TO
        else None
    )
    if not found:
        return refused(Reason.NOT_UNDERSTOOD)
    return ambiguous(Reason.SPELLING, _yes_candidate(_yes_no(language)[found[0]]))


def _answer(yes: bool) -> Reading:
    return sure(_yes_candidate(yes))


def _yes_candidate(yes: bool) -> Candidate:
    return Candidate(yes, "yes" if yes else "no")


def _bare(text: str) -> str:
    return fold(clean(text)).strip(" .!?,;，。！")


def read_choice(text: str, options: Sequence[Option], language: str, locale: LenderLocale) -> Reading:
    """Match `text` to one of `options`: its number in the list, a label, a synonym, or a near spelling."""
    body = _bare(text)
    exact = [option for option in options if body in _names(option)]
    if len(exact) == 1:
        return sure(_chosen(exact[0]))
    if body.isdigit() and 1 <= int(body) <= len(options) and not exact:
        return ambiguous(Reason.OTHER_WORDS, _chosen(options[int(body) - 1]))
    inside = exact or mentioned(body, options)
    if inside:
        if len(inside) == 1:
            return sure(_chosen(inside[0]))
        return ambiguous(Reason.SEVERAL, *map(_chosen, inside[:4]))
    return _near(body, options)


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
    if len(name) < 2 and name.isascii():
        return []
    if name[0] >= "\u3400":
        return [match.start() for match in re.finditer(re.escape(name), body)]
    return [
        m.start() for m in re.finditer(rf"(?<![\w\u0900-\u097f]){re.escape(name)}(?![\w\u0900-\u097f])", body)
    ]


@cache
def _names(option: Option) -> frozenset[str]:
    return frozenset(filter(None, (_bare(name) for name in (option.name, *option.labels, *option.synonyms))))


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
