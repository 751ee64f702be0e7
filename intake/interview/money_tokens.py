"""The words of a clause that tell whose money its sums are, in their order; and what of it they tell at once."""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from functools import cache

from intake.interview.clauses import clauses
from intake.interview.money_lenders import (
    han_lends,
    is_claim,
    is_given,
    is_not_owed,
    is_of_kin,
    lends,
    pleads,
)
from intake.interview.money_words import WORDS, Cue

Token = tuple[int, int, Cue]
_CREDITOR = re.compile(
    r"(?<!\bmy )(?<!\bour )\b(?:\w+ )?(?:shop|store|dealer|trader|duka la \w+|dukani|duka|tienda|boutique)\b(?! (?:yangu|langu))"
    r"|(?<!开)[\u3400-\u9fff]{0,2}(?:商店|店铺?|超市)"
)
_AGO = re.compile("|".join(WORDS[Cue.AGO].values()))


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


def owes(text: str) -> bool:
    """Whether it tells, anywhere, that he owes."""
    return any(cue is Cue.OWE for clause in clauses(text) for _start, _end, cue in tokens(clause))


def others_owe(text: str) -> bool:
    """Whether it tells, anywhere, that others owe him."""
    return any(cue is Cue.CLAIM for clause in clauses(text) for _start, _end, cue in tokens(clause))


def denies_owing(clause: str) -> bool:
    """Whether it tells that he owes nothing: "no debts", "debts none"."""
    return any(
        is_not_owed(clause[: one.start()], clause[one.end() :])
        for cue, pattern in _patterns()
        if cue is Cue.OWE
        for one in pattern.finditer(clause)
    )


def without_creditors(clause: str) -> str:
    """The clause with blanks for the shop or the bank that he owes: it is no trade of his."""
    told = tokens(clause)
    for start, _end, cue in told:
        if cue in (Cue.OWE, Cue.TOOK):
            stop = min([a for a, _b, other in told if a > start and other is Cue.WANT], default=len(clause))
            debt = _CREDITOR.sub(lambda one: " " * len(one[0]), clause[start:stop])
            clause = clause[:start] + debt + clause[stop:]
    return clause


def _meant(cue: Cue, one: re.Match[str], clause: str) -> Cue | None:
    """Who lends or gives decides what "lend me" tells, and who owes what 欠我 does."""
    before, behind = clause[: one.start()], clause[one.end() :]
    if cue is Cue.ASKS_GIFT:
        asks = han_lends(before, one[0], behind) if one[0] >= "\u3400" else lends(before, one[0])
        return Cue.TOOK if asks is Cue.WANT and is_given(one[0]) and _AGO.search(clause) else asks
    if cue is Cue.OWE and is_not_owed(before, behind):
        return None
    if cue is Cue.BORROW and one[0] == "借" and is_of_kin(before):
        return Cue.LENT
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
