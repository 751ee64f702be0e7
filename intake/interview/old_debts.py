"""After a yes to whether he owes: what is told behind it is of the old debt, unless words of its own lead elsewhere."""

# ruff: noqa: E501 - a pattern is read whole

from __future__ import annotations

import re

from intake.interview.clauses import Figure
from intake.interview.columns import packed
from intake.interview.leading import LEADS, distance
from intake.interview.lent import WANTS
from intake.interview.questions import Questions
from intake.reading import Kind
from intake.reading.cleaning import clean, fold

# "I have 2000 to pay", "a loan of 5000", "6 months left": such words lead to an old debt as well as to anything else.
_LEADS_TO_BOTH = re.compile(
    r"i have|have|have already|i own|got|borrow|loan|loan of|loan for|lend|lend me|want|need|needed|give me|looking for|amount|sum|loan amount|money|how much|"
    r"pay back|pay it back|repay|in|within|term|months?|time|how long|number of months|duration|"
    r"nina|ninao|ninazo|mimi nina|niko na|nko na|nipo na|tuna|yangu|kiasi|kiasi cha mkopo|pesa|kukopa|mkopo|mkopo wa|mkopo uwe|nikope|nikopeshe|kopa|nataka|nahitaji|naomba|tunataka|tunahitaji|"
    r"tunaomba|natafuta|loan ya|naomba mkopo wa|kwa muda wa|kulipa kwa|nitalipa kwa|nitalipa|nalipa|kurudisha|nitarudisha(?: kwa)?|narudisha|muda|miezi|"
    r"我有|已有|现有|现在有|有|手[上里头]有|手头|借|贷|贷款|借款|借款金额|贷款金额|金额|钱数|想要|我要|需要|差|还差|缺|还清?|期限|借期|时间|月数|个月|"
    r"tengo|prestamo|prestado|prestar|pedir|quiero|necesito|monto|cantidad|plazo|pagar en|devolver en|tiempo|en|j'ai|emprunter|pret|credit|veux|voudrais|besoin|montant|somme|duree|rembourser en|sur"
)
_PAYING = re.compile(
    r"\b(?:re)?pay|\b(?:clear|finish|settle|return)\b|lipa|rudisha|maliza|[还清]|pagar|devolver|payer|rembourser|चुका"
)
_WANTED_BEHIND = re.compile(
    r"\s*(?:more|zaidi|mas|de plus)\b|\s*(?:yuan|kuai|रुपये)?\s*(?:(?:is |are )?needed|i (?:want|need)|ninahitaji|nahitaji|चाहिए)"
)
_BORROWING = frozenset({"borrow", "kukopa", "借", "贷", "emprunter"})
_MAY_BORROW = re.compile(r"(?:\b(?:can|could|may) (?:i|we)(?: please)? |[能再]|可以)$")


def is_of_another(clause: str, figure: Figure, path: str, view: Questions) -> bool:
    """Whether the figure may answer the question at `path`, and not be of the debt: it counts something, it is wanted, or
    words lead there that lead to nothing else ("2000 of my own")."""
    if figure.counts or is_wanted(clause, figure):
        return True
    cells = view.cells(path)
    words = [word for column in LEADS for word in packed(cells.get(column, ""), view.language, "en")]
    cues = [cue for cue in (fold(clean(word)) for word in words) if not _LEADS_TO_BOTH.fullmatch(cue)]
    return figure.kind is not Kind.DURATION and distance(clause, figure, cues, view.language) is not None


def is_wanted(clause: str, figure: Figure) -> bool:
    """ "I need 10000", "10000 more": not "i need to pay 2000"."""
    before = re.split(r"\d", clause[: figure.start])[-1]
    wants = [match.end() for match in WANTS.finditer(before) if not _is_done(match, before)]
    if wants and not _PAYING.search(before, wants[-1]):
        return True
    return _WANTED_BEHIND.match(clause, figure.end) is not None


def _is_done(wants: re.Match[str], before: str) -> bool:
    """ "I borrow 5000 from the coop", 贷了5000: it stands so already, where no word of wanting leads to it."""
    return wants[0] in _BORROWING and _MAY_BORROW.search(before[: wants.start()]) is None
