"""A debt that is told where another thing is asked: it is proposed at the questions about debts, with its yes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.forms import QuestionKind
from intake.interview.answering import storable, typed
from intake.interview.choosing import yes_no_choices
from intake.interview.clauses import Figure, clauses, figures, without_denied
from intake.interview.columns import names_a_person, read_as
from intake.interview.measures import countable
from intake.interview.money_placing import DEBTS, fits, is_sum, role_of
from intake.interview.money_roles import role
from intake.interview.money_states import NO_PLAN, UNSAID, Role
from intake.interview.money_tokens import owes
from intake.interview.owing import asked_behind
from intake.interview.questions import Questions
from intake.interview.swapping import number
from intake.interview.types import Refused
from intake.reading import Kind, LenderLocale

_OTHERS = NO_PLAN - UNSAID - {Role.COST} | {Role.OWED}
Told = Sequence[tuple[Figure, Role]]


@dataclass(frozen=True, slots=True)
class Admitted:
    """The values by path, and the words of the debts that are not the whole of what he owes."""

    values: dict[str, str] = field(default_factory=dict)
    unplaced: tuple[str, ...] = ()


def admitted(text: str, questions: Questions, locale: LenderLocale, at: str = "") -> Admitted:
    """ "I owe my brother 2000", "I have debts" after a no to whether he owes: the yes, and what he owes in all if it is
    one sum."""
    path = _of_debts(questions)
    if not path:
        return Admitted()
    debts = DEBTS if at == path else DEBTS[:-1]
    owed = [one for one, found in _told(text, questions, locale) if found in debts]
    if not owed:
        plainly = owes(text) and typed(text, questions, path, locale) == "yes"
        return Admitted({path: "yes"} if plainly and questions.value(path) == "no" else {})
    yes = {} if questions.value(path) == "yes" else {path: "yes"}
    total = next((one for one in asked_behind(path, questions) if role_of(one, questions) is Role.OWED), "")
    value = number(owed[0])
    if len(owed) > 1 or value is None or not total:
        return Admitted(yes, tuple(one.words for one in owed))
    return Admitted(yes | ({total: str(value)} if questions.value(total) != str(value) else {}))


def is_of_others(text: str, path: str, questions: Questions, locale: LenderLocale) -> bool:
    """Whether every sum told at the question is plainly none that it asks for: a debt where his own money is asked,
    what others owe him where his debts are, any where his name is."""
    cells = questions.cells(path)
    if names_a_person(cells):
        asked: Role | None = Role.UNKNOWN
    elif yes_no_choices(questions, path):
        says = not isinstance(typed(text, questions, path, locale), Refused)
        asked = None if says or path != _of_debts(questions) else Role.OWED
    else:
        asked = role_of(path, questions) if read_as(cells)[0] is Kind.AMOUNT else None
    told = _told(text, questions, locale)
    return (
        asked is not None
        and bool(told)
        and all(found in _OTHERS and not fits(found, asked) for _one, found in told)
    )


def _of_debts(questions: Questions) -> str:
    """The question whether he owes: its yes asks how much."""
    for question in questions.session.questions():
        path, chooses = question.path, question.kind is QuestionKind.SELECT_ONE
        behind = asked_behind(path, questions) if chooses and yes_no_choices(questions, path) else []
        if any(role_of(one, questions) is Role.OWED for one in behind):
            return path
    return ""


def _told(text: str, questions: Questions, locale: LenderLocale) -> Told:
    parts, counted = clauses(without_denied(storable(text))), countable(questions)
    return [
        (one, role(parts, place, one))
        for place, part in enumerate(parts)
        for one in figures(part, questions.language, locale, counted)
        if is_sum(one)
    ]
