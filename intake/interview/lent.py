"""Sums that others have from the farmer: "they owe me 500", "ninawadai 500", 邻居欠我500. They are none of his plan."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.interview.clauses import Figure, clauses
from intake.reading.kin import is_kin

# Others have it from him: "they owe me 500", "ninawadai 500", "别人欠我500".
_OWED = re.compile(
    r"\b(?:owes?|owed|owing) (?:it )?(?:to )?(?:me|us)\b|\b(?:borrowed|took) (?:it )?from (?:me|us)\b|\b(?:i|we) (?:have )?lent\b"
    r"|\b(?:ni(?:na)?|na|tu(?:na)?|nili|tuli|nime|tume)(?:m|wa)(?:dai|kopesha)\b|\b(?:wana|ana)(?:po)? (?:deni|mkopo) (?:langu|yangu|letu|kwangu|kwetu)\b|\b(?:me|nos) deben?\b"
    r"|\b(?:me|nous) (?:doit|doivent)\b|(?:我|咱|俺)(?:们)?借(?:给|出)",
    re.IGNORECASE,
)
# "邻居欠我500": somebody else stands before 欠, and 我 is the whole of whom he owes; "欠我叔叔3000", "欠我二叔3000" and
# "欠我们村信用社" are debts of one's own.
_HAN_SELF = r"(?:我|咱|俺)们?(?:家|自己)?"
_HAN_OWED = re.compile(
    rf"欠(?:着|了|下)?{_HAN_SELF}的?(?=大概|大约|差不多|好[几多]|很多|不少|一些|一点|[一总]共|几[百千万]|(?:工|货|借)?[钱款债账]|工资"
    r"|[一二两三四五六七八九十半]*[百千万]|[一二两三四五六七八九十]+(?:[元块]|$)|[^\u3400-\u9fff]|$)"
)
_HAN_ADVERBS = re.compile(
    r"(?:现在|目前|至今|一直|因为|所以|但是?|没有?|[一总]共|[有是就只还也都才倒又光])+$"
)
WANTS = re.compile(
    r"\b(?:wants?|need(?:ed)?|borrow|looking for|give me|lend me|(?:na|tuna)(?:taka|hitaji|omba|tafuta|kopa)|kukopa|nikope\w*|"
    r"(?:quiero|queremos|necesito|necesitamos|quisiera|veux|voudrais|voulons|besoin|emprunter))\b"
    r"|चाहिए|[想贷]|需要|[我就再还]要|要借|借(?!给|款|钱|了)",
    re.IGNORECASE,
)
_HAS = re.compile(
    r"\b(?:(?:i|we) (?:have|got|put|add|can put|saved)|i've|my own|nina|ninazo|niko na|tuna|nitaweka|tengo|pongo|j'ai)\b|(?:我|自己|手[里头上])[有出]",
    re.IGNORECASE,
)
# Where another thing is told between the sum and the words of owing: "8000 for goats because my brother owes me money".
_PARTS = re.compile(
    r"\b(?:because|as|since|so|and|but|while|for|to|sababu|maana|kwani|hivyo|na|ili|kwa|ku\w+|y|porque|para|et|car|parce|puisque|pour)\b"
    r"|[因所但养买种做还\d]",
    re.IGNORECASE,
)
# He has it from others: "my brother lent me 2000", 我哥借给我2000; not 请借给我8000.
_LENT_TO_HIM = re.compile(
    r"\b(?:lent|loaned) (?:it )?(?:to )?(?:me|us)\b|\b(?:a|wa)(?:li|me)(?:ni|tu)kopesha\b"
    r"|\b(?:me|nos) prest(?:o|aron|ado)\b|\b(?:m'a|m'ont|nous (?:a|ont)) prete\b"
)
_HAN_LENT = re.compile(
    r"(?P<who>[\u3400-\u9fff]+?)(?:已经|还|也|都|先|之前|以前|前年|去年|今年|会|要|可以|答应|愿意)*借(?:给了?|了)?(?:我|咱|俺)们?了?$"
)
_HAN_LENDER = re.compile(r"(?:别人|人家|有人|银行|信用社|合作社|公司|店|老板)$")
FAR = 30  # letters between a sum and the words behind it that say who owes it


def is_owed_to_him(clause: str, figure: Figure) -> bool:
    """Whether this figure of the clause is what others owe him: the words before it tell so last, no word of wanting or
    having, or those close behind tell so ("500 that others owe me")."""
    owed = _owed(clause)
    before = [end for start, end in owed if end <= figure.start]
    wants, has = (_last(cue, clause, figure, owed) for cue in (WANTS, _HAS))
    if before and max(before) > max(wants, has):
        return True
    behind = [start for start, _end in owed if start >= figure.end]
    if not behind or wants > max(has, 0):
        return False
    between = clause[figure.end : min(behind)]
    return len(between) <= FAR and _PARTS.search(between) is None


def is_lent_to_him(clause: str, figure: Figure) -> bool:
    """Whether somebody has lent him the figure, or will: a debt, or help, and not the loan that he asks for."""
    before = clause[: figure.start].rstrip()
    han = _HAN_LENT.search(before)
    if han:
        return is_kin(han["who"]) or _HAN_LENDER.search(han["who"]) is not None
    return any(WANTS.search(before, one.end()) is None for one in _LENT_TO_HIM.finditer(before))


def others_owe(text: str) -> bool:
    """Whether it tells, anywhere, that others owe him."""
    return any(_owed(clause) for clause in clauses(text))


def without_owed(clause: str) -> str:
    """The clause with blanks for the words of owing: they lead to no debt of his own."""
    for start, end in _owed(clause):
        clause = clause[:start] + " " * (end - start) + clause[end:]
    return clause


def _owed(clause: str) -> list[tuple[int, int]]:
    """Where the clause says that others owe him."""
    han = [one for one in _HAN_OWED.finditer(clause) if _is_another(clause[: one.start()])]
    return [one.span() for one in (*_OWED.finditer(clause), *han)]


def _last(cue: re.Pattern[str], clause: str, figure: Figure, owed: list[tuple[int, int]]) -> int:
    """Where such a word ends last before the figure, outside of the words of owing; -1 where none does."""
    ends = [
        one.end()
        for one in cue.finditer(clause, 0, figure.start)
        if not any(start < one.end() and one.start() < end for start, end in owed)
    ]
    return max(ends, default=-1)


def _is_another(before: str) -> bool:
    """Whether the words before 欠 end with somebody who is not the speaker."""
    who = _HAN_ADVERBS.sub("", before.strip())
    return who[-1:] >= "\u3400" and re.search(rf"{_HAN_SELF}$", who) is None
