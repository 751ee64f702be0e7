"""Figures that tell a time and put nothing in another's place: "since 2020", "after 3 months"."""

from __future__ import annotations

import re

from intake.interview.clauses import Figure
from intake.interview.leading import lead
from intake.interview.measures import BY_THE_MONTH
from intake.interview.questions import Questions
from intake.reading import Kind

_BEFORE = re.compile(
    r"\b(?:in|since|for|from|until|till|by|after|within|over|year|mwaka|tangu|kwa|hadi|baada ya|ndani ya|desde|en|por|"
    r"despues de|depuis|pendant|apres|dans)\s*$|[自从到]\s*$"
)
_BEHIND = re.compile(r"[以之]?[后前来]|ago\b|iliyopita|年")
_OF_MONTHS = re.compile(r"month|月|mwezi|miezi|\bmes\b|mois|महीन", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:pay|paying|repay|give back|return|\w*lip[ae]|\w*rudisha|pagar|pago|payer|paie)\s*(?:back )?$|[还付]\s*$"
)
_EACH_MONTH = re.compile(rf"(?:{BY_THE_MONTH.pattern})(?:\s*[^\W\d]+){{0,2}}\s*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


def is_time(part: str, figure: Figure) -> bool:
    """A year or a span behind a word of time: "in 2023", "for 3 months", "3个月以后"."""
    behind = _BEHIND.match(part[figure.end :].lstrip()) is not None
    beside = behind or _BEFORE.search(part[: figure.start]) is not None
    return beside and (figure.kind is Kind.DURATION or _YEAR.fullmatch(figure.words.strip()) is not None)


def leads_to(part: str, figure: Figure, path: str, questions: Questions) -> float | None:
    """How near a word of the form's stands that leads to the question at `path`; to a time neither its unit nor the
    word of time before it leads ("never in 20 years")."""
    if not is_time(part, figure):
        return lead(part, figure, path, questions)
    word = _BEFORE.search(part[: figure.start])
    start = word.start() if word else figure.start
    rest = (
        part[:start] + " " * (figure.start - start) + "#" * (figure.end - figure.start) + part[figure.end :]
    )
    return lead(rest, figure, path, questions, ("story_words",))


def is_of_each_month(part: str, figure: Figure) -> bool:
    """ "700 every month", "每月还700"."""
    behind = BY_THE_MONTH.match(part[figure.end :].lstrip())
    return behind is not None or _EACH_MONTH.search(part[: figure.start]) is not None


def is_paid_each_month(part: str, figure: Figure) -> bool:
    """ "I pay 700 every month": neither the loan nor what comes in."""
    return is_of_each_month(part, figure) and _PAID.search(part[: figure.start]) is not None


def speaks_of_months(path: str, questions: Questions) -> bool:
    """Whether the question asks for a sum of each month."""
    return _OF_MONTHS.search(f"{questions.label(path)} {questions.hint(path)}") is not None
