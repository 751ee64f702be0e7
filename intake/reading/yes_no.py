"""Yes and no, phrase by phrase: a negation turns the affirmation beside it (`of course not`, `pas d'accord`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache

from intake.reading.cleaning import clean, fold
from intake.reading.types import Candidate, LenderLocale, Reading, Reason, ambiguous, refused, sure
from intake.reading.yes_no_words import Part, phrases

SHORT = 3  # letters; a slip in a shorter word makes another one
LONGEST_PHRASE = 6  # words
NEAR = 80  # rapidfuzz ratio
_SKIN = re.compile("[\U0001f3fb-\U0001f3ff\ufe0f]")  # colours of a hand
_LETTERS = re.compile(r"n'|[^\W_][\w'\u0900-\u097f-]*|[,.;!?]+|[^\w\s]")
_HAN = re.compile(r"[\u3400-\u9fff]|[a-z']+|[,.;!?]+|[^\s]")
_FOR = {Part.YES: True, Part.RIGHT: True, Part.SOFT: True, Part.NO: False, Part.NOT: False}


def read_yes_no(text: str, language: str, locale: LenderLocale) -> Reading:
    """Read a yes or a no, in the farmer's language, in English, or in another the lender speaks."""
    body = _SKIN.sub("", fold(clean(text))).strip(" .!?,;")
    body = re.sub(r"([^\W\d_])\1{2,}$|([sopkyh])\2$", r"\1\2", body)  # "yess", "okk", "nooo"
    parts = _parts(body, language)
    if Part.OTHER not in parts:
        return _answered(_turned(parts, language))
    foreign = _foreign(body, language, locale)
    if foreign:
        return _ask(Reason.SEVERAL, foreign) if len(foreign) > 1 else sure(_candidate(foreign == {True}))
    if Part.DOUBT in parts:
        return refused(Reason.NOT_UNDERSTOOD)
    told = {_FOR[part] for part in _turned(parts, language, behind=False) if part in _FOR}
    first = next(part for part in parts if part not in (Part.LITTLE, Part.PAUSE))
    if first is not Part.OTHER:
        return _ask(Reason.OTHER_WORDS, told | ({False} if _may_be_negated(body, language) else set()))
    return _near(body, language, negated=False in told)


def _parts(body: str, language: str) -> list[Part]:
    """The longest known phrases from left to right."""
    table = phrases(language)
    tokens = (_HAN if language == "zh" else _LETTERS).findall(body)
    parts: list[Part] = []
    while tokens:
        for count in range(min(LONGEST_PHRASE, len(tokens)), 0, -1):
            part = _phrase(tokens[:count], table)
            if part or count == 1:
                parts.append(part or (Part.PAUSE if tokens[0][0] in ",.;!?" else Part.OTHER))
                tokens = tokens[count:]
                break
    return parts


def _phrase(tokens: Sequence[str], table: Mapping[str, Part]) -> Part | None:
    return table.get(" ".join(tokens)) or table.get("".join(tokens))


def _turned(parts: Sequence[Part], language: str, *, behind: bool = True) -> list[Part]:
    """With every affirmation that a negation stands before, or right behind, turned into a no.

    Behind it, Chinese asks (好不好); and among words that were not understood the two may be two sentences.
    """
    said: list[Part] = []
    for part in (part for part in parts if part is not Part.LITTLE):
        last = said[-1] if said else None
        denied = (last is Part.NOT and part is Part.YES) or (
            last in (Part.NO, Part.NOT) and part is Part.RIGHT
        )
        taken_back = last is Part.RIGHT and part in (Part.NO, Part.NOT) and behind and language != "zh"
        if denied or taken_back:
            said[-1] = Part.NO
        else:
            said.append(part)
    return [part for part in said if part is not Part.PAUSE]


def _answered(said: Sequence[Part]) -> Reading:
    """The answer of a text that was understood word for word."""
    told = {_FOR[part] for part in said if part in _FOR}
    if Part.DOUBT in said or not told:
        return refused(Reason.NOT_UNDERSTOOD)
    if len(told) > 1 or not {Part.YES, Part.RIGHT, Part.NO} & set(said):  # only "no problem", only "pas"
        return _ask(Reason.SEVERAL, told)
    return sure(_candidate(told == {True}))


def _foreign(body: str, language: str, locale: LenderLocale) -> set[bool]:
    """What it means in the lender's other languages; one letter is left to the farmer's own."""
    answers = set()
    for tongue in locale.languages:
        if tongue == language or (len(body) == 1 and body.isascii()):
            continue
        parts = _parts(body, tongue)
        reading = _answered(_turned(parts, tongue)) if Part.OTHER not in parts else None
        answers |= {bool(candidate.value) for candidate in reading.candidates} if reading else set()
    return answers


def _may_be_negated(body: str, language: str) -> bool:
    """Whether a word that was not understood is a slip of a negation: "of course nott"."""
    from rapidfuzz.distance import OSA

    table = phrases(language)
    unknown = [word for word in body.split() if word not in table and len(word) > SHORT]
    return any(OSA.distance(word, no) == 1 for word in unknown for no in _negations(language))


@cache
def _negations(language: str) -> tuple[str, ...]:
    return tuple(
        word
        for word, part in phrases(language).items()
        if part in (Part.NO, Part.NOT) and len(word) >= SHORT and word.isascii() and " " not in word
    )


def _near(body: str, language: str, *, negated: bool) -> Reading:
    """The phrase that was meant by a slip, unless a negation in the text was not heard."""
    from rapidfuzz import fuzz, process

    answers = {word: _FOR[part] for word, part in phrases(language).items() if part in _FOR}
    near = [word for word in answers if len(word) > SHORT and word.isascii()]
    found = (
        process.extractOne(body, near, scorer=fuzz.ratio, score_cutoff=NEAR) if len(body) > SHORT else None
    )
    if not found or (negated and answers[found[0]]):
        return refused(Reason.NOT_UNDERSTOOD)
    return _ask(Reason.SPELLING, {answers[found[0]]})


def _ask(reason: Reason, answers: set[bool]) -> Reading:
    return ambiguous(reason, *map(_candidate, sorted(answers, reverse=True)))


def _candidate(yes: bool) -> Candidate:
    return Candidate(yes, "yes" if yes else "no")
