"""Which questions a sum of a story may answer, by whose money it is: a debt is never the loan, help never his own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from intake.interview.clauses import LEAST_SUM, Figure
from intake.interview.columns import packed
from intake.interview.money_roles import role, role_in, stands_alone
from intake.interview.money_states import NO_PLAN, UNSAID, Role
from intake.interview.money_tokens import denies_owing, others_owe
from intake.interview.owing import is_bare
from intake.interview.prices import is_past
from intake.interview.questions import Questions
from intake.interview.story_found import Ask
from intake.reading import Kind
from intake.reading.cleaning import clean, fold

# A question about money is known by the words that its form leads to it with.
_SPEAKS_OF = {
    Role.WANTED: frozenset({"borrow", "借", "kukopa", "emprunter", "pedir"}),
    Role.OWN: frozenset({"my own", "自己", "zangu", "propio", "own money"}),
    Role.OWED: frozenset({"owe", "i owe", "欠", "nadaiwa", "debo", "dois"}),
}
DEBTS = (Role.OWED, Role.LENT, Role.LOAN)  # where debts are asked for
Told = Sequence[tuple[str, Sequence[Figure]]]


class Sums:
    """The sums of one story, by their roles. `denies`: it begins with a no to the question at `at`."""

    def __init__(
        self, told: Told, asks: Sequence[Ask], questions: Questions, at: str = "", *, denies: bool = False
    ) -> None:
        parts = [part for part, _ in told]
        self._roles = {
            (part, one.start): role(parts, place, one)
            for place, (part, every) in enumerate(told)
            for one in every
            if is_sum(one)
        }
        self._every = [(part, one) for part, every in told for one in every]
        self._at, self._denies = at, denies
        self._lent_is_owed = asks_of_debts(at, questions)
        self._asked = {ask.path: role_of(ask.path, questions) for ask in asks if ask.reads is Kind.AMOUNT}

    def role(self, part: str, figure: Figure) -> Role:
        """What the figure is; only of sums something is known."""
        return self._roles.get((part, figure.start), Role.UNKNOWN)

    def is_no_plan(self, part: str, figure: Figure) -> bool:
        """What a thing costs, what was borrowed or bought last year, what others owe him, help."""
        if figure.kind is Kind.INTEGER:
            return is_past(part)
        if figure.kind is Kind.DURATION:
            return self._is_each(part, figure)
        found = self.role(part, figure)
        return found in NO_PLAN and not (found is Role.LENT and self._lent_is_owed)

    def _is_each(self, part: str, figure: Figure) -> bool:
        """ "一个月还200": no time to pay back in."""
        return any(
            found is Role.MONTHLY and where == part and 0 < start - figure.end <= len("要还银行了")
            for (where, start), found in self._roles.items()
        )

    def said_back(self) -> list[str]:
        """The sums that are no plan, but not as idle as a price."""
        return [
            one.words
            for part, one in self._every
            if self.is_no_plan(part, one) and one.kind is Kind.AMOUNT and self.role(part, one) not in UNSAID
        ]

    def may_be(self, path: str, part: str, figure: Figure) -> bool:
        """Whether the sum may answer that question."""
        asked, found = self._asked.get(path), self.role(part, figure)
        if asked is Role.OWED and is_sum(figure):
            loose = found is Role.UNKNOWN and not others_owe(part) and not denies_owing(part)
            return loose or self._is_owed(found)
        if found is Role.UNKNOWN and asked is Role.OWN and asked in self._roles.values():
            return False  # "3000 mine 8000 for goats": which sum is his own is told
        return not is_sum(figure) or fits(found, asked, of_debts=self._lent_is_owed)

    def _is_owed(self, found: Role) -> bool:
        """Whether it is a debt, and the only sum of it: of two none is the whole."""
        return found in self._debts() and self._of_debts() == 1

    def several_debts(self) -> set[str]:
        """The question for what he owes in all, where two debts are told, or one and what is paid of it: he owes,
        though no sum is the whole."""
        several = self._of_debts() > 1
        return {path for path, asked in self._asked.items() if several and asked is Role.OWED}

    def _debts(self) -> tuple[Role, ...]:
        return DEBTS if self._lent_is_owed else (Role.OWED,)

    def _of_debts(self) -> int:
        """The sums that tell of what he owes: "nilikopa 10000, nimelipa 6000" are two."""
        told = [
            (found, _value(one))
            for part, one in self._every
            if (found := self._roles.get((part, one.start))) is not None
        ]
        debts = self._debts()
        paid = any(
            first in debts and then is Role.PAST and less < whole
            for (first, whole), (then, less) in pairwise(told)
        )
        return sum(found in debts for found, _sum in told) + paid

    def lone_for(self, part: str, figure: Figure) -> str:
        """The question that the sum may answer where no word of the form leads: the loan, if it is wanted, or nothing
        is known of it; his own money, if it is his; a debt, where that is asked. Empty: none."""
        found = self.role(part, figure)
        paths = [path for path, asked in self._asked.items() if fits(found, asked)]
        of_the_loan = found is Role.WANTED or (found is Role.LOAN and not self._lent_is_owed)
        if of_the_loan or found is Role.UNKNOWN:
            first = next(iter(self._asked), "")
            return first if first in paths and self._may_be_lone(first, part, figure) else ""
        plainly = (found is Role.OWN and stands_alone(part, figure)) or (
            self._lent_is_owed and self._is_owed(found)
        )
        wanted = found if found is Role.OWN else Role.OWED
        return next((path for path, asked in self._asked.items() if plainly and asked is wanted), "")

    def _may_be_lone(self, path: str, part: str, figure: Figure) -> bool:
        """Whether a bare sum may be meant for it: the loan, what is asked now, a debt where debts are asked for."""
        asked = self._asked[path]
        of_debts = asked is Role.OWED and self._lent_is_owed and (not self._denies or is_bare(part, figure))
        return asked is Role.WANTED or path == self._at or of_debts


def fits(found: Role, asked: Role | None, *, of_debts: bool = False) -> bool:
    """Whether a sum of such a role may answer a question that asks for one of such; where it is spoken `of_debts`, a
    loan is one that stands."""
    if found is Role.LOAN:
        return asked is None or asked is (Role.OWED if of_debts else Role.WANTED)
    return asked is None or found in (asked, Role.UNKNOWN) or (asked is Role.OWED and found is Role.LENT)


def may_answer(clause: str, figure: Figure, path: str, questions: Questions, at: str = "") -> bool:
    """Whether the figure, as its clause tells it, may answer the question at `path`, where that `at` waits."""
    of_debts = bool(at) and asks_of_debts(at, questions)
    return not is_sum(figure) or fits(role_in(clause, figure), role_of(path, questions), of_debts=of_debts)


def is_sum(figure: Figure) -> bool:
    """Whether it is money, and no small number."""
    return figure.kind is Kind.AMOUNT and _value(figure) >= LEAST_SUM


def _value(figure: Figure) -> float:
    best = figure.reading.candidates[0].value if figure.reading.candidates else 0
    return float(str(best))


def role_of(path: str, questions: Questions) -> Role | None:
    """What the question asks for, of the loan, his own money and his debts; None: another sum."""
    cues = {fold(clean(word)) for word in packed(questions.cells(path).get("story_words", ""))}
    return next((found for found, words in _SPEAKS_OF.items() if words & cues), None)


def asks_of_debts(path: str, questions: Questions) -> bool:
    """Whether the question asks for debts, or whether there are any."""
    cues = {fold(clean(word)) for word in packed(questions.cells(path).get("called", ""))} if path else set()
    return bool(cues & {"debt", "debts", "total debt", "债", "deni"})
