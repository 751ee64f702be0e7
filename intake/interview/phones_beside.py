"""A phone number beside a yes or a no, also one that is written too short or is not valid where the lender is."""

from __future__ import annotations

import re
from collections.abc import Mapping

from intake.interview.answering import typed
from intake.interview.clauses import Figure
from intake.interview.columns import read_as
from intake.interview.leading import lead
from intake.interview.questions import Questions
from intake.reading import Kind, LenderLocale

LEAST_PHONE = 5  # digits


def is_phone(clause: str, figure: Figure, view: Questions) -> bool:
    """Whether it is one, or is as long and words lead from it to a question for one."""
    long = len(re.sub(r"\D", "", figure.words)) >= LEAST_PHONE
    led = long and any(lead(clause, figure, path, view) is not None for path in _phones(view))
    return figure.kind is Kind.PHONE or led


def is_unknown(figure: Figure, told: Mapping[str, str], view: Questions, locale: LenderLocale) -> bool:
    """Whether no question takes the number, as it is not valid where the lender is: it is said back."""
    read = {
        value for path in _phones(view) if isinstance(value := typed(figure.words, view, path, locale), str)
    }
    return not read & {*told.values(), *(view.value(path) for path in _phones(view))}


def _phones(view: Questions) -> list[str]:
    asked = view.session.questions()
    return [one.path for one in asked if read_as(view.cells(one.path))[0] is Kind.PHONE]
