"""The words of a clause that tell whose money its sums are, in their order."""

from __future__ import annotations

import re
from functools import cache

from intake.interview.money_lenders import han_lends, is_claim, lends, pleads
from intake.interview.money_words import WORDS, Cue

Token = tuple[int, int, Cue]


@cache
def tokens(clause: str) -> tuple[Token, ...]:
    """The telling words of a clause, in their order; of those that overlap the longest."""
    found: list[Token] = []
    for cue, pattern in _patterns():
        for one in pattern.finditer(clause):
            meant = _meant(cue, one, clause)
            if meant is not None:
                found.append((one.start(), one.end(), meant))
    kept: list[Token] = []
    for each in sorted(found, key=lambda token: (token[0] - token[1], token[0])):
        if all(each[1] <= other[0] or other[1] <= each[0] for other in kept):
            kept.append(each)
    return tuple(sorted(kept))


def _meant(cue: Cue, one: re.Match[str], clause: str) -> Cue | None:
    """Who lends or gives decides what "lend me" tells, and who owes what 欠我 does."""
    before = clause[: one.start()]
    if cue is Cue.ASKS_GIFT:
        return han_lends(before, one[0], clause[one.end() :]) if one[0] >= "\u3400" else lends(before, one[0])
    if cue is Cue.CLAIM and one[0].startswith("欠"):
        return cue if is_claim(before) else None
    if cue in (Cue.LENT, Cue.GIVES) and pleads(before):
        return Cue.WANT
    return cue


@cache
def _patterns() -> list[tuple[Cue, re.Pattern[str]]]:
    return [
        (cue, re.compile(text if tongue == "zh" else rf"(?<![^\W_])(?:{text})(?![^\W_])"))
        for cue, tongues in WORDS.items()
        for tongue, text in tongues.items()
    ]
