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
    r"\b(?:wants?|need(?:ed)?|borrow|looking for|give me|lend me|(?:na|nina|tuna)(?:taka|hitaji|omba|tafuta|kopa)|kukopa|nikope\w*|"
    r"(?:quiero|queremos|necesito|necesitamos|quisiera|veux|voudrais|voulons|besoin|emprunter))\b"
    r"|चाहिए|[想贷]|需要|[我就再还]要|要借|借(?!给|款|钱|了)",
    re.IGNORECASE,
)
# Beside a yes to whether he owes, these may be of the debt: "还差2000", "申请了2000".
_ASKS = re.compile(
    WANTS.pattern + r"|\b(?:ask|beg|request|apply)(?:ing|s)?\b|缺|差(?!不多|点|别|额)|申请",
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
# He has it from others: "my brother lent me 2000", 我哥借给我2000.
_LENT = re.compile(r"\b(?:lent|loaned) (?:it )?(?:to )?(?:me|us)\b")
_LENT_TO_HIM = re.compile(
    r"(?:\b\w+ [wyzl](?:angu|etu|ake) )?\b(?:a|wa|i|zi|ki|vi)(?:li|me)(?:ni|tu)kopesha\b"
    r"|\b(?:me|nos) prest(?:o|aron|ado)\b|\b(?:m'a|m'ont|nous (?:a|ont)) prete\b"
)
# It is asked for: "please can you lent me", "if the bank lent me", "want you to lent me".
_PLEADS = re.compile(
    r"\b(?:can|could|would|please|pls|plz|plis|kindly|if|tafadhali|kama|ikiwa|iwapo|endapo|je|si|ojala|por favor|puede\w*|podria\w*|s'il)\b"
    r"|\b(?:you|u)(?: \w+)? $|\bto $"
    r"|\b(?:want|wish|hop(?:e|ing)|need|like|ask(?:ing)?|beg(?:ging)?|request(?:ing)?)(?: (?:that|for|if|the|your|our|this|an?))*(?: \w+){0,2} $"
)
_SUBJECT = re.compile(r"(?!(?:and|so|then|also|just|but|ok|okay|hi|hello) *$)[^\W\d_]+ ?$")
_HAN_LENT = re.compile(
    r"(?P<who>[\u3400-\u9fff]+?)(?:已经|还|也|都|先|之前|以前|前年|去年|今年|会|要|可以|答应|愿意)*借(?:给了?|了)?(?:我|咱|俺)们?了?$"
)
_HAN_LENDER = re.compile(r"(?:别人|人家|有人)$")
_HAN_HOUSE = re.compile(r"(?:银行|信用联?社|农商行|合作社|公司|店|老板)$")
_HAN_DONE = re.compile(r"了|已经?|曾|之前|以前|刚|[前去]年|上个?[月周]|昨天|前[几两]?天")
_HAN_PLEADS = re.compile(r"[请求问盼能让找您你若]|麻烦|拜托|希望|想|可[以否]|要是|如果|假如")
_HAN_ASKS_BEHIND = re.compile(r"[吗吧嘛]|[行好成]不|可不可|能不能|可以不")
FAR = 30  # letters between a sum and the words behind it that say who owes it


def is_owed_to_him(clause: str, figure: Figure) -> bool:
    """Whether this figure of the clause is what others owe him: the words before it tell so last, no word of wanting or
    having, or those close behind tell so ("500 that others owe me")."""
    owed = _owed(clause)
    before = [end for start, end in owed if end <= figure.start]
    wants, has = (_last(cue, clause, figure, owed) for cue in (_ASKS, _HAS))
    if before and max(before) > max(wants, has):
        return True
    behind = [start for start, _end in owed if start >= figure.end]
    if not behind or wants > max(has, 0):
        return False
    between = clause[figure.end : min(behind)]
    return len(between) <= FAR and _PARTS.search(between) is None


def is_lent_to_him(clause: str, figure: Figure, *, sure: bool = True) -> bool:
    """Whether somebody has lent him the figure, or will: a debt, or help, and not the loan that he asks for. Where that
    is not `sure`, as debts are spoken of, a bank need not say that it has done so."""
    before = clause[: figure.start].rstrip()
    han = _HAN_LENT.search(before)
    if han:
        return _HAN_ASKS_BEHIND.search(clause, figure.end) is None and _is_lender(han, before, sure)
    told = [*_LENT_TO_HIM.finditer(before), *_lent(before)]
    return any(
        _ASKS.search(before, one.end()) is None and _PLEADS.search(before[: one.start()]) is None
        for one in told
    )


def _lent(before: str) -> list[re.Match[str]]:
    """Where "lent me" has a subject: "lent me 8000" alone asks for it."""
    return [one for one in _LENT.finditer(before) if _SUBJECT.search(before[: one.start()])]


def _is_lender(han: re.Match[str], before: str, sure: bool) -> bool:
    """Whether kin or others lend it, or a bank has: "信用社借给我8000" asks for it, "信用社借了我2000" does not."""
    who = han["who"]
    if is_kin(who):
        return True
    if _HAN_PLEADS.search(who):
        return False
    done = not sure or _HAN_DONE.search(before) is not None
    return _HAN_LENDER.search(who) is not None or (done and _HAN_HOUSE.search(who) is not None)


def others_owe(text: str) -> bool:
    """Whether it tells, anywhere, that others owe him."""
    return any(_owed(clause) for clause in clauses(text))


def without_owed(clause: str) -> str:
    """The clause with blanks for the words of owing, which lead to no debt of his own, and for who lent him something:
    "kaka yangu alinikopesha" leads to no money of his own."""
    for start, end in (*_owed(clause), *(one.span() for one in _LENT_TO_HIM.finditer(clause))):
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
