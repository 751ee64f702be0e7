"""Which languages many texts are in: what all of them are tells what each is.

Each text by itself says little: twenty letters of Vietnamese look English to one who expects English. So the shares of
the languages and the language of each text are estimated in turn (expectation and maximisation, a mixture): a language
that few texts could be in needs surer ones, one that many are in needs little.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.language.detection import MARGIN, SAMPLE, SPOKEN, WRITTEN, scored
from knowledge.language.scripts import is_latin, latin_letters, letters, written_in

# The identifier takes its letters for independent witnesses, so that it is ten times too sure.
TEMPER = 10.0
# Letters of another alphabet that speak as strongly against a language as one log odd: names and abbreviations stand
# in Latin letters in every language.
FOREIGN = 7.0
_ROUNDS = 50
_SETTLED = 1e-6

Scores = dict[str, float]


@dataclass(frozen=True, slots=True)
class _Text:
    """A text with how many letters it has, how many of them Latin, and the languages of the script of most of them."""

    text: str
    count: int
    latin: int
    script: tuple[str, ...]


def detect_documents(texts: Sequence[str], expected: Sequence[str] = SPOKEN) -> list[str]:
    """The language of each of many documents."""
    return _together(texts, expected, ())


def detect_questions(texts: Sequence[str], known: Sequence[str]) -> list[str]:
    """The language of each of many questions to documents in the languages `known`, commonest first."""
    return _together(texts, tuple(dict.fromkeys((*known, *SPOKEN))), known)


def _together(texts: Sequence[str], expected: Sequence[str], known: Sequence[str]) -> list[str]:
    """Texts without a letter are in the language that most of the others are in."""
    read = [_read(text[:SAMPLE]) for text in texts]
    lettered = [row for row, one in enumerate(read) if one.count]
    if not lettered:
        return [expected[0]] * len(texts)
    others = {one.script[0] for one in read if one.script} | {code for code in known if not is_latin(code)}
    best = _mixture([_scores(read[row], others) for row in lettered], expected)
    found = [Counter(best).most_common(1)[0][0]] * len(texts)
    for row, language in zip(lettered, best, strict=True):
        found[row] = language
    return found


def _read(text: str) -> _Text:
    return _Text(text, letters(text), latin_letters(text), written_in(text))


def _scores(one: _Text, others: Collection[str]) -> Scores:
    """The languages a text may be in with their log odds, 0 the likeliest; `others` are those of other alphabets."""
    if one.script:
        able = (*one.script, "ja") if one.script == ("zh",) and "ja" in others else one.script
        return _tempered(one.text, able)
    found = _tempered(one.text, [code for code in WRITTEN if is_latin(code)])
    strange = min(0, one.count - 2 * one.latin) / FOREIGN
    return {code: strange for code in others if not is_latin(code)} | found


def _tempered(text: str, able: Sequence[str]) -> Scores:
    if len(able) == 1:
        return {able[0]: 0.0}
    scores = scored(text, able) or {able[0]: 0.0}
    top = max(scores.values())
    return {code: (score - top) / TEMPER for code, score in scores.items()}


def _mixture(rows: Sequence[Scores], expected: Sequence[str]) -> list[str]:
    """The likeliest language of each text under the shares that explain all of them best."""
    codes = sorted({code for row in rows for code in row})
    odds = np.array([[row.get(code, -np.inf) for code in codes] for row in rows])
    before = np.array([np.exp(MARGIN / TEMPER) if code in expected else 1.0 for code in codes])
    before /= before.sum()
    shares = before
    for _round in range(_ROUNDS):
        weighed = odds + np.log(shares)
        weights = np.exp(weighed - weighed.max(axis=1, keepdims=True))
        weights /= weights.sum(axis=1, keepdims=True)
        last, shares = shares, (weights.sum(axis=0) + before) / (len(rows) + 1)
        if np.abs(shares - last).max() < _SETTLED:
            break
    return [codes[place] for place in (odds + np.log(shares)).argmax(axis=1)]
