"""Whose money a sum in a farmer's words is: the loan he asks for, a debt, his own, help from others, or no such thing.

The words before the sum tell, the last of them most; then what stands close behind it. A sum without such words goes on
where the one before it stood ("I owe the shop 500 and my brother 2000"), or where the clause before led ("I have a loan
at the bank, 2000").
"""

# ruff: noqa: E501 - patterns are read whole

from __future__ import annotations

import re
from collections.abc import Sequence

from intake.interview.clauses import Figure
from intake.interview.money_lenders import from_kin
from intake.interview.money_states import STILL, SUM, Role, role_at, state, state_at
from intake.interview.money_tokens import Token, tokens
from intake.interview.money_words import BEHIND, Behind, Cue
from intake.interview.prices import COSTS, EXPENSE, PRICE_AFTER, PRICE_BEFORE, is_expense
from intake.interview.spans import is_of_each_month
from intake.reading.kin import is_kin

FAR = 30  # letters between a sum and the words behind it that say who owes it
# Before who owes: "no but my wife owes", 但是我老婆欠.
_LED_IN = re.compile(
    r"^[\s,]*(?:(?:no|yes|but|and|na|y|et|only|just|well|because|hapana|lakini|ila|ndiyo|non|pero|mais)\b[\s,]*|没有?|但是?|不过|只是|就是|可是|因为|[,，\s])*"
)
_OWES = re.compile(r"\b(?:owes|(?:ana|wana)daiwa|deben?|doit|doivent)\b|欠(?![我俺咱])")
_TOGETHER = re.compile(r"\b(?:and|na|y|et)\b|[和跟与]")
_ROW = re.compile(rf"(?:元|块钱?)?\s*(?:和|跟|与|及|and|na|y|et)\s*(?:{SUM.pattern})")
PARTS = re.compile(
    r"\b(?:because|as|since|so|and|but|while|for|to|sababu|maana|kwani|hivyo|na|ili|kwa|ku\w+|y|porque|para|et|car|parce|puisque|pour)\b"
    r"|[因所但养买种做还\d]"
)
_OUT_OF = re.compile(r"\s*(?:yuan )?(?:out )?of (?:the |my )?")  # "paid 3000 of 5000"
_HOUSE = re.compile(
    r"\b(?:banks?|shop|store|coop|co-op|cooperative|sacco|saccos|group|dealer|duka|dukani|benki|chama|kikundi|banco|tienda|banque|boutique)\b|银行|信用联?社|合作社|商店|店|公司|老板"
)
_FILLED = re.compile(
    r"\b(?:about|around|only|just|kama|tu|maybe|it is|its|is|ni|yuan|kuai|rmb|of|for|y|the amount is|environ|unos)\b|大概|大约|差不多|左右|一共|总共|是|元|块钱?|[\W_]"
)


_ALONE = re.compile(
    r"\s*(?:yuan|kuai|rmb|元|块钱?)?\s*(?:$|[,;.]|(?:and|but|so|need|want|debts?|na|ila|nataka|nahitaji|y|pero|et|mais)\b|[买借贷想要需差])"
)


_DEBTS = frozenset({Role.OWED, Role.LENT})
_GOING_ON = frozenset({Role.OWED, Role.LENT, Role.HELP, Role.CLAIM, Role.PAST})


def role(parts: Sequence[str], place: int, figure: Figure) -> Role:
    """What the figure of the clause at `place` is; the clauses around it may tell."""
    clause = parts[place]
    behind = parts[place + 1] if place + 1 < len(parts) and not SUM.search(parts[place + 1]) else ""
    last = not SUM.search(clause, figure.end)
    before = parts[place - 1] if place and not SUM.search(parts[place - 1]) else ""
    found = _role(clause, figure.start, figure.end, figure, before, behind if last else "")
    if found is Role.HELP and place and not tokens(clause) and not clause[figure.end :].strip():
        return Role.OWED if _last_in(parts[place - 1]) is Role.OWED else found
    return found


def role_in(clause: str, figure: Figure) -> Role:
    """What the figure is, as its clause alone tells it."""
    return role([clause], 0, figure)


def stands_alone(clause: str, figure: Figure) -> bool:
    """Whether the words of having stand right beside the sum, which counts nothing: "有4000", "3000 mine"."""
    before = [b for _a, b, cue in tokens(clause) if cue in (Cue.HAVE, Cue.OWN) and b <= figure.start]
    beside = before and not _FILLED.sub("", clause[max(before) : figure.start])
    own = BEHIND[Behind.OWN].match(clause, figure.end) is not None
    return own or (bool(beside) and _ALONE.match(clause, figure.end) is not None)


def is_plainly_wanted(clause: str, figure: Figure) -> bool:
    """ "I need 10000", "10000 more": not "i need to pay 2000", nor "a loan of 5000", which stands so already."""
    begin = max((one.end() for one in SUM.finditer(clause, 0, figure.start)), default=0)
    told = [one for one in tokens(clause) if begin <= one[0] and one[1] <= figure.start]
    found, weak = state(told, clause)
    if found is Role.WANTED and not weak:
        return all(cue is not Cue.PAY for _start, _end, cue in told)
    return found is not Role.LENT and BEHIND[Behind.WANT].match(clause, figure.end) is not None


def _role(clause: str, start: int, end: int, figure: Figure, before: str, behind: str) -> Role:
    if PRICE_AFTER.match(clause, end) or PRICE_BEFORE.search(clause[:start]):
        return Role.PRICE
    if COSTS.match(clause[:start]):
        return Role.COST
    sums = [one.span() for one in SUM.finditer(clause, 0, start) if one.end() <= start]
    begin = sums[-1][1] if sums else 0
    stretch = clause[begin:start]
    told = [one for one in tokens(clause) if begin <= one[0] and one[1] <= start]
    if not any(cue is Cue.OWE for *_place, cue in told) and is_expense(stretch, clause[end:]):
        return Role.MONTHLY if is_of_each_month(clause, figure) else Role.COST
    if begin and (turn := _from_behind(clause, sums[-1])):
        told = [one for one in told if one[0] >= turn]
    found, weak = state(told, clause)
    if found in (Role.OWED, Role.UNKNOWN) and _owed_by_kin(stretch):
        return Role.CLAIM
    tail = _tail(clause, start, end, behind)
    if not told and from_kin(stretch):
        found = Role.HELP
    elif found is Role.OWN and from_kin(stretch):
        return Role.HELP
    if not told and sums and _row_end(clause, sums[-1][1]) >= end:
        first, by_a_loan = state_at(clause, sums[-1])
        found, weak = (first, by_a_loan) if by_a_loan or first in _GOING_ON else (found, weak)
    elif not told and sums:
        found = _gone_on(clause, sums[-1], start, tail, figure) or found
    elif not told and before and not _FILLED.sub("", clause.replace(figure.words, " ", 1)):
        led, by_a_loan = state(tokens(before), before)
        found, weak = (found, weak) if led is Role.PAST else (led, by_a_loan)
    told_all = _with_tail(found, weak, told, tail, clause, figure)
    return Role.LOAN if told_all is Role.WANTED and weak else told_all


def _owed_by_kin(stretch: str) -> bool:
    """ "My wife owes 500", 我老婆欠500: no debt of his own; "me and my wife owe 500" is."""
    owing = [one.start() for one in _OWES.finditer(stretch)]
    who = _LED_IN.sub("", stretch[: owing[-1]]) if owing else ""
    return is_kin(who) and _TOGETHER.search(who) is None


def _tail(clause: str, start: int, end: int, behind: str) -> str:
    """What stands behind the sum and may be of it: up to the next sum, or where something new is told."""
    following = SUM.search(clause, end)
    stop = len(clause)
    noun = _noun_behind(clause, (start, end))
    past = noun.end() if noun else end
    if (noun is None and BEHIND_OWN.match(clause, end)) or _loan_of_the_next(clause, start, end):
        return ""
    if following:
        fresh = [
            a
            for a, _b, cue in tokens(clause)
            if past <= a < following.start()
            and cue in (Cue.WANT, Cue.HAVE, Cue.OWE, Cue.OWN, Cue.TOOK, Cue.KNOW)
        ]
        stop = min([following.start(), *fresh])
    wanting = [a for a, _b, cue in tokens(clause) if a >= end and cue is Cue.WANT]
    stop = min([stop, *wanting])
    tail = clause[end:stop]
    return f"{tail}; {behind}" if behind and stop == len(clause) else tail


def _loan_of_the_next(clause: str, start: int, end: int) -> bool:
    """ "Savings 2000 loan 8000": the loan behind is the next sum's."""
    loan = BEHIND[Behind.LOAN].match(clause, end)
    led = any(cue in (Cue.OWN, Cue.HAVE) and b <= start for _a, b, cue in tokens(clause))
    return loan is not None and led and SUM.match(clause, loan.end() + 1) is not None


def _with_tail(
    found: Role, weak: bool, told: Sequence[Token], tail: str, clause: str, figure: Figure
) -> Role:
    """The role once the words behind the sum are heard."""
    if found in (Role.UNKNOWN, Role.WANTED) and _is_wanted_behind(clause, figure.end):
        return Role.WANTED
    if BEHIND[Behind.INTEREST].match(tail):
        return Role.ASKED
    wants = found is Role.WANTED and not weak
    if BEHIND[Behind.STILL_UNPAID].match(tail):
        return Role.CLAIM if any(cue is Cue.CLAIM for _a, _b, cue in told) else Role.OWED
    if _is_to_be_paid(told) and EXPENSE.match(tail):
        return Role.COST
    if found is Role.OWED and BEHIND[Behind.REST].search(clause, figure.end):
        return Role.PAST
    if not wants and _claimed(tail):
        return Role.CLAIM
    if found is not Role.CLAIM and not wants and BEHIND[Behind.UNPAID].search(tail):
        return Role.OWED
    row_end = _row_end(clause, figure.end)
    shared = clause[row_end:] if row_end > figure.end else tail
    if (found in _DEBTS or weak or _is_ago(found, told, tail)) and BEHIND[Behind.REPAID].search(shared):
        return Role.PAST
    over = (
        found is Role.OWED
        and not _is_to_be_paid(told)
        and not any(STILL.search(clause, start - 1, end) for start, end, _cue in told if start)
    )
    if (over or (found is Role.OWN and _from_a_house(tail))) and BEHIND[Behind.AGO].search(tail):
        return Role.PAST
    monthly = is_of_each_month(clause, figure) or A_MONTH.search(clause, 0, figure.start)
    if monthly and any(cue in (Cue.PAY, Cue.OWE) for _a, _b, cue in told):
        return Role.MONTHLY
    if found in (Role.UNKNOWN, Role.OWN, Role.HELP):
        return _by_what_follows(found, tail)
    return found


def _row_end(clause: str, end: int) -> int:
    """Where the last of the sums ends that stand in one row, "5000和3000": what is said of one is said of each."""
    while row := _ROW.match(clause, end):
        end = row.end()
    return end


def _is_to_be_paid(told: Sequence[Token]) -> bool:
    """ "I have to pay": a debt, or what something costs."""
    return [cue for _start, _end, cue in told[-2:]] == [Cue.HAVE, Cue.PAY]


def _is_ago(found: Role, told: Sequence[Token], tail: str) -> bool:
    """ "5000 last year": of what it was, nothing is told."""
    return found is Role.UNKNOWN and (
        BEHIND[Behind.AGO].search(tail) is not None or any(cue is Cue.AGO for _a, _b, cue in told)
    )


def _is_wanted_behind(clause: str, end: int) -> bool:
    """ "8000 i want": not "my brother lent me 2000 i want 8000"."""
    words = BEHIND[Behind.WANT].match(clause, end)
    return words is not None and not SUM.match(clause[words.end() :].lstrip())


def _by_what_follows(found: Role, tail: str) -> Role:
    loan = BEHIND[Behind.LOAN].match(tail)
    if BEHIND[Behind.DEBT].match(tail) or (found is Role.OWN and loan):
        return Role.OWED
    if found is Role.UNKNOWN and loan:
        return Role.WANTED
    giver = BEHIND[Behind.FROM].match(tail)
    if giver and is_kin(giver["who"]):
        return Role.HELP
    return Role.OWN if found is Role.UNKNOWN and BEHIND[Behind.OWN].match(tail) else found


def _from_a_house(tail: str) -> bool:
    """ "5000 from the bank": not his own."""
    giver = BEHIND[Behind.FROM].match(tail)
    return giver is not None and _HOUSE.search(giver["who"]) is not None and "my " not in giver["who"]


def _claimed(tail: str) -> bool:
    """ "500 that others owe me": close behind, with nothing else told between."""
    if BEHIND[Behind.FROM_ME].match(tail):
        return True
    claims = [start for start, _end, cue in tokens(tail) if cue is Cue.CLAIM]
    return bool(claims) and min(claims) <= FAR and PARTS.search(tail[: min(claims)]) is None


def _from_behind(clause: str, before: tuple[int, int]) -> int:
    """Where the words that are of the sum before end: its "of my own", its "not yet paid"."""
    own = _noun_behind(clause, before)
    return own.end() if own else 0


def _noun_behind(clause: str, span: tuple[int, int]) -> re.Match[str] | None:
    """The "mine" or "debt" behind the sum: not that of the next one, "goats 8000 mine 3000"."""
    noun = BEHIND_OWN.match(clause, span[1])
    if noun is None or not SUM.match(clause, noun.end() + 1):
        return noun
    begin = max((one.end() for one in SUM.finditer(clause, 0, span[0]) if one.end() <= span[0]), default=0)
    leads = clause[begin : span[0]].strip() and role_at(clause, span) in (Role.UNKNOWN, Role.WANTED)
    return None if leads else noun


A_MONTH = re.compile(r"一个?月(?:要|得|都|还要)?[还付](?:银行|信用社)?$")
BEHIND_OWN = re.compile(BEHIND[Behind.OWN].pattern + "|" + BEHIND[Behind.DEBT].pattern)


def _gone_on(clause: str, before: tuple[int, int], start: int, tail: str, figure: Figure) -> Role | None:
    """The role of the sum before, where only somebody else is named: "500 to the shop and 2000 to my brother"."""
    between = clause[before[1] : start]
    named = (
        _OUT_OF.fullmatch(between)
        or _HOUSE.search(between + tail[:FAR])
        or any(
            is_kin(one)
            for one in re.split(r"\b(?:and|to|from|na|kwa|at|y|a|et)\b|[和跟、,]", between + tail[:FAR])
            if one.strip()
        )
    )
    if not named:
        return None
    first = role_at(clause, before)
    return first if first in _GOING_ON else None


def _last_in(clause: str) -> Role | None:
    """What the last sum of the clause is: "I owe the shop 500, my brother 2000" tells two debts."""
    sums = [one.span() for one in SUM.finditer(clause)]
    return role_at(clause, sums[-1]) if sums else None
