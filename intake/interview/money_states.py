"""What a sum may be, and what the words before it tell of that."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from intake.interview.money_tokens import Token, tokens
from intake.interview.money_words import Cue

_REACH = {Cue.LOAN: 25, Cue.PAY: len(" to ")}  # letters between having and a loan, or what is to be paid
SUM = re.compile(
    r"\d[\d,.]{2,}(?:\s*(?:k|thousand|hundred))?\b|\d+\s*(?:k|thousand|hundred|mil|mille)\b|\d{3,}|\d*[一二两三四五六七八九十半]*[百千万][\d一二两三四五六七八九十百千万半]*"
    r"|\b(?:elfu|laki|mia) \w+|\b\w+ (?:thousand|hundred)\b"
)


class Role(StrEnum):
    """What a sum is."""

    WANTED = "wanted"
    LOAN = "loan"  # wanted, or one that stands: "a loan of 2000", "借2000"
    OWED = "owed"  # by him, now
    LENT = "lent"  # to him: a debt, too, where one is asked for
    HELP = "help"  # given by others, or promised
    CLAIM = "claim"  # owed to him
    OWN = "own"
    MONTHLY = "monthly"  # paid each month
    PAST = "past"  # paid back, or long ago
    PRICE = "price"
    COST = "cost"  # what the thing, or the school, costs him in all
    ASKED = "asked"  # he wants to know of it
    UNKNOWN = "unknown"


NO_PLAN = frozenset({Role.LENT, Role.HELP, Role.CLAIM, Role.PAST, Role.PRICE, Role.COST, Role.ASKED})
UNSAID = frozenset({Role.PAST, Role.PRICE})  # of these nothing need be said back
_STRONG = {
    Cue.WANT: Role.WANTED,
    Cue.HAVE: Role.OWN,
    Cue.OWN: Role.OWN,
    Cue.OWE: Role.OWED,
    Cue.TOOK: Role.OWED,
    Cue.LENT: Role.LENT,
    Cue.GIVES: Role.HELP,
    Cue.CLAIM: Role.CLAIM,
    Cue.REPAID: Role.PAST,
    Cue.KNOW: Role.ASKED,
}
STILL = re.compile(
    r"\bowe\b|\bowing\b|daiwa\b|\b(?:debo|dois)\b|还欠|仍欠"
)  # he owes now, be it of last year


def state(told: Sequence[Token], clause: str) -> tuple[Role, bool]:
    """What the words before a sum tell, and whether only a weak word does so."""
    found, ago, weak, at = Role.UNKNOWN, False, False, -1
    for start, end, cue in told:
        if cue is Cue.AGO:
            ago = True
        elif cue in _STRONG:
            found, weak, at = _STRONG[cue], False, end
            ago &= cue is not Cue.WANT and not STILL.search(clause, start - 1 if start else 0, end)
        elif found is Role.OWN and start - at <= _REACH.get(cue, -1):
            found = Role.OWED  # "I have 12 goats and a loan of 2000", "I have to pay 2000"
        elif (cue is Cue.BORROW and found in (Role.UNKNOWN, Role.OWN)) or (
            cue is Cue.LOAN and found is Role.UNKNOWN
        ):
            found, weak = Role.WANTED, True
    if ago and (
        weak or found in (Role.OWED, Role.UNKNOWN) or (found is Role.OWN and told[-1][2] is Cue.HAVE)
    ):
        return Role.PAST, False
    return found, weak


def role_at(clause: str, span: tuple[int, int]) -> Role:
    """What the words before the sum of the clause tell of it."""
    return state_at(clause, span)[0]


def state_at(clause: str, span: tuple[int, int]) -> tuple[Role, bool]:
    """As `state`, of the sum of the clause."""
    sums = [one.span() for one in SUM.finditer(clause, 0, span[0]) if one.end() <= span[0]]
    begin = sums[-1][1] if sums else 0
    return state([one for one in tokens(clause) if begin <= one[0] and one[1] <= span[0]], clause)
