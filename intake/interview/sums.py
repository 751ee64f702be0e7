"""Sums of money at a question about money: several that make one, and one that plainly belongs to another question."""

from __future__ import annotations

import re
from decimal import Decimal

from intake.interview.answering import storable
from intake.interview.clauses import LEAST_SUM, Figure, clauses, figures, without_denied
from intake.interview.columns import read_as
from intake.interview.leading import lead
from intake.interview.measures import countable
from intake.interview.money_placing import may_answer
from intake.interview.prices import is_past_or_price, without_taken_back
from intake.interview.questions import Questions
from intake.interview.spelling import spelled
from intake.interview.types import Ambiguous
from intake.reading import Candidate, Kind, LenderLocale, Reason
from intake.reading.cleaning import clean, fold
from intake.reading.types import plain

MOST = 5  # sums in one answer
EITHER = re.compile(r"\b(?:or|to|au|hadi|o|ou|a|between|kati)\b|或|还是|到|至|[-~–x×*/]|की जगह|या")
Sum = tuple[str, Figure]  # with its clause


def added(text: str, path: str, questions: Questions, locale: LenderLocale) -> Ambiguous | None:
    """ "2000, and 1500 from my brother": both together, offered first; each alone, too."""
    told = _sums(text, questions, locale)
    if not 2 <= len(told) <= MOST or EITHER.search(fold(clean(text))):
        return None
    if any(_owner(one, path, questions) not in ("", path) for one in told):
        return None
    values = [_value(figure) for _, figure in told]
    whole = plain(sum(values, Decimal(0)))
    facts = {"sum_of": " ".join(plain(value) for value in values)}
    each = tuple(Candidate(plain(value), plain(value)) for value in dict.fromkeys(values))
    return Ambiguous(path, (Candidate(whole, whole, facts=facts), *each), Reason.SEVERAL)


def of_another(text: str, path: str, questions: Questions, locale: LenderLocale) -> tuple[str, str] | None:
    """The question, and the sum, of "I want 9000" where it is asked what he puts in himself."""
    told = _sums(text, questions, locale)
    if len(told) != 1 or lead(*told[0], path, questions) is not None:
        return None
    owner = _owner(told[0], path, questions)
    return (owner, plain(_value(told[0][1]))) if owner and _plainly(owner, questions) else None


def said_otherwise(text: str, path: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """What is answered already and told otherwise beside: "I have 3000 but need 9000"."""
    told = {_owner(one, path, questions): plain(_value(one[1])) for one in _sums(text, questions, locale)}
    return {
        owner: value
        for owner, value in told.items()
        if owner not in ("", path)
        and _plainly(owner, questions)
        and questions.value(owner) not in ("", value)
    }


def _plainly(path: str, questions: Questions) -> bool:
    """Whether the form has words that are this question's alone: it is known from others about money."""
    return bool(questions.cells(path).get("sure_words"))


def _sums(text: str, questions: Questions, locale: LenderLocale) -> list[Sum]:
    """The sums of the text, if it holds nothing but plain sums of money."""
    body = without_denied(without_taken_back(spelled(storable(text))))
    counted = countable(questions)
    tongues = dict.fromkeys((questions.language, "en"))
    parts = clauses(body)
    every = [
        [(part, one) for part in parts for one in figures(part, tongue, locale, counted)]
        for tongue in tongues
    ]
    found = max(every, key=len)
    return found if all(_is_money(part, one) for part, one in found) else []


def _is_money(part: str, figure: Figure) -> bool:
    sure = figure.kind is Kind.AMOUNT and figure.reading.best is not None and _value(figure) >= LEAST_SUM
    return sure and not is_past_or_price(part, figure)


def _value(figure: Figure) -> Decimal:
    best = figure.reading.best
    return Decimal(str(best.value)) if best is not None else Decimal(0)


def _owner(told: Sum, path: str, questions: Questions) -> str:
    """The question about money whose words stand nearest; that at `path` where they are as near. Empty: no words."""
    near: list[tuple[float, bool, str]] = []
    for question in questions.session.questions():
        if read_as(questions.cells(question.path))[0] is Kind.AMOUNT:
            gap = lead(*told, question.path, questions)
            if gap is not None and may_answer(*told, question.path, questions):
                near.append((gap, question.path != path, question.path))
    return min(near)[2] if near else ""
