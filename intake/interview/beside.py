"""What is told beside a yes or a no that is of other questions: "yes, i need more, 10000", "no, i have 30 goats"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from intake.forms import FormSession, QuestionKind
from intake.interview import asking, mind_changing, story
from intake.interview.amending import loose, may_become
from intake.interview.answering import storable, typed
from intake.interview.choosing import yes_no_choices
from intake.interview.clauses import LEAST_SUM, Figure, clauses
from intake.interview.columns import packed, read_as
from intake.interview.leading import places
from intake.interview.money_placing import may_answer
from intake.interview.money_roles import is_plainly_wanted, role
from intake.interview.money_states import NO_PLAN, UNSAID, Role
from intake.interview.money_words import GIVING
from intake.interview.old_debts import is_of_another
from intake.interview.owing import asked_behind, is_over, owes_besides, tells_of_paying
from intake.interview.parting import parted
from intake.interview.phones_beside import is_phone, is_unknown
from intake.interview.questions import Questions
from intake.interview.spans import is_of_each_month, is_time, leads_to, speaks_of_months
from intake.interview.swapping import Mark, decimal, marks_of, value_at
from intake.interview.told_counts import counts_others, is_of_the_chosen
from intake.interview.types import StoryItem, Understood
from intake.reading import Kind, LenderLocale
from intake.reading.cleaning import clean, fold
from intake.reading.denials import denied
from intake.reading.phones import with_phones_whole

# "I can pay in 8 months": how long, where nothing else leads there; not "i paid it in 8 months".
WILL_PAY = re.compile(
    r"\b(?:can|could|will|would|want to|'ll) (?:\w+ )?(?:re)?pay\b|\b(?:can|will) (?:give|return)\b|"
    r"\b(?:nita|tuta|ta|naweza ku|ninaweza ku|tunaweza ku)(?:li?pa|rudisha)\w*|(?:能|可以|会|打算|想|分)[^，。]{0,8}还|"
    r"[年月半](?:之?内)?就?还(?:[清完](?!了)|$)",
    re.IGNORECASE,
)
FIGURES = frozenset({Kind.AMOUNT, Kind.NUMBER, Kind.INTEGER, Kind.DURATION, Kind.AREA})
SHOWN_BEFORE = frozenset({QuestionKind.SELECT_ONE, QuestionKind.SELECT_MULTIPLE})


@dataclass(slots=True)
class Beside:
    """The answer (`yes`, `no`), what is told beside it, by path, and the sums that are for nothing. `plain`: each part
    of the rest tells of another question; `sure`: the whole is read as this answer, too."""

    answer: str
    sure: bool = False
    values: dict[str, str] = field(default_factory=dict)
    unplaced: list[str] = field(default_factory=list)
    plain: bool = True
    behind: Sequence[str] = ()  # the sums that are asked next, of what the yes owns to
    owed: list[tuple[str, str, str]] = field(default_factory=list)  # path, value and words of those
    apart: list[str] = field(
        default_factory=list
    )  # a time of that, or help from others: they have no question

    def is_clear(self) -> bool:
        """Whether the answer may be kept: it is sure, or all of the rest is of others."""
        return bool(self.values or self.unplaced or self.plain) and (self.sure or self.plain)

    def takes_back(self, questions: Questions) -> bool:
        """Whether the no may be said to what was told before, as something that is answered is told otherwise."""
        changes = any(questions.value(path) for path in self.values)
        return self.answer == "no" and not self.sure and changes

    def told(self, questions: Questions) -> Understood:
        """As a story is told, once it is proposed."""
        items = tuple(StoryItem(questions.item(path, value), value) for path, value in self.values.items())
        return Understood(items, unplaced=tuple(self.unplaced))


def told_beside(text: str, path: str, questions: Questions, locale: LenderLocale) -> Beside | None:
    """What a message at the yes-or-no question `path` tells of others; None where it is no yes or no with more behind,
    or the rest tells nothing, or may be said of the question itself. What stands so already changes nothing."""
    if _asks(text, questions) or not yes_no_choices(questions, path):
        return None
    answer, rest = parted(with_phones_whole(storable(text), locale), path, questions, locale)
    if not (answer and rest) or (answer == "no" and owes_besides(text, path, questions, locale)):
        return None
    found = Beside(answer, typed(text, questions, path, locale) == answer)
    _take_all(rest, path, questions, locale, found)
    return found if found.is_clear() or found.values else None


def _asks(text: str, questions: Questions) -> bool:
    """Whether he asks something; not who wants more, or "no, i want to know the interest of 2000"."""
    told = mind_changing.wants_more(text) or (
        mind_changing.wants_to_know(text) and not text.rstrip().endswith(("?", "？"))
    )
    return asking.asks(text, questions.language) and not told


def _take_all(
    rest: Sequence[str], path: str, questions: Questions, locale: LenderLocale, found: Beside
) -> None:
    found.behind = asked_behind(path, questions) if found.answer == "yes" else []
    view = Questions(_answered(path, found.answer, questions), questions.language)
    for part, behind in zip(rest, [*rest[1:], ""], strict=True):
        if not _take(part, behind, path, view, locale, found):
            found.plain = False
    more = _take_more("; ".join(rest), view, locale, found)
    found.plain |= found.answer == "yes" and more and not found.unplaced
    _take_owed(view, found)
    found.unplaced += found.apart


def _answered(path: str, answer: str, questions: Questions) -> FormSession:
    """The form as it stands once that is answered."""
    session = questions.session
    trial = FormSession.restore(session.form, session.save(), clock=session.clock)
    trial.language = session.language
    trial.answer(path, answer)
    return trial


def _take(part: str, behind: str, path: str, view: Questions, locale: LenderLocale, found: Beside) -> bool:
    """What one part tells of others; False where it tells nothing. "I paid it back" is no debt."""
    marks = _marks(part, view, locale)
    phones = [mark.figure for mark, clause in marks if is_phone(clause, mark.figure, view)]
    around = clauses("; ".join((part, behind)))
    figures = []
    for one, clause in marks:
        if one.figure not in phones:
            known = role(around, one.place, one.figure)
            told = _place(one, clause, known, path, view, locale, found)
            figures += [told] if told or one.figure.kind is not Kind.NUMBER else []
    words = _take_words(part, path, view, locale, found)
    found.unplaced += [phone.words for phone in phones if is_unknown(phone, found.values, view, locale)]
    paid = not marks and found.answer == "no" and tells_of_paying(part)
    return words or paid or bool(phones) or (bool(figures) and all(figures))


def _marks(part: str, view: Questions, locale: LenderLocale) -> list[tuple[Mark, str]]:
    pieces = clauses(part)
    return [(mark, pieces[mark.place]) for mark in marks_of(pieces, view, locale)]


def _place(
    mark: Mark, clause: str, known: Role, path: str, view: Questions, locale: LenderLocale, found: Beside
) -> bool:
    """Give the figure to the question whose words stand nearest; one that is for none is told, if it may be a sum."""
    figure = mark.figure
    if found.answer == "no" and figure.kind is Kind.AMOUNT and _is_no_debt(clause, figure, known):
        found.unplaced += [figure.words] if _is_large(figure) else []
        return True
    if figure.kind is Kind.AMOUNT and known is Role.CLAIM:
        return True
    if mark.wrong or _is_none(clause, figure, known, view):
        return False
    if known is Role.HELP and not _is_owed_to_kin(clause, figure, found):
        found.apart += [figure.words] if found.behind and _is_large(figure) else []
        return False
    near = [
        (gap, control.path, value)
        for control in view.session.questions()
        if control.path != path and read_as(view.cells(control.path))[0] in FIGURES
        if may_become(figure, view.value(control.path) or None, control.path, view)
        and (value := value_at(figure, control.path, view, locale)) is not None
        and (gap := leads_to(clause, figure, control.path, view)) is not None
        and not counts_others(clause, figure, control.path, view)
        and (found.behind or may_answer(clause, figure, control.path, view))
    ]
    if not near and figure.kind is Kind.DURATION and WILL_PAY.search(clause):
        near = _how_long(figure, view, locale)
    if near and found.behind:
        wanted = is_plainly_wanted(clause, figure)
        near = [
            one
            for one in near
            if (not wanted if one[1] in found.behind else is_of_another(clause, figure, one[1], view))
        ]
        if not near and figure.kind is Kind.DURATION:
            found.apart.append(figure.words)
            return True
    if mind_changing.wants_to_know(clause):
        near = []
    if near and is_of_the_chosen(figure, view):
        _gap, other, value = min(near)
        if other in found.behind:
            found.owed.append((other, value, figure.words))
        elif decimal(view.value(other)) != decimal(value):
            found.values.setdefault(other, value)
        return True
    if _is_large(figure):
        found.unplaced.append(figure.words)
    return False


def _is_owed_to_kin(clause: str, figure: Figure, found: Beside) -> bool:
    """ "Yes, my brother 2000": behind a yes it is a debt to him; "my brother gives me 2000" is none."""
    return bool(found.behind) and GIVING.search(clause[: figure.start].rstrip()) is None


def _how_long(figure: Figure, view: Questions, locale: LenderLocale) -> list[tuple[float, str, str]]:
    """The question that is kept in months, and the span as its answer."""
    paths = [
        one.path
        for one in view.session.questions()
        if read_as(view.cells(one.path)) == (Kind.DURATION, "months")
    ]
    return [
        (0.0, path, value) for path in paths if (value := value_at(figure, path, view, locale)) is not None
    ]


def _is_no_debt(clause: str, figure: Figure, known: Role) -> bool:
    """Whether the sum beside a no is plainly of something else that is not asked: paid back, a cost, help."""
    over = known is Role.UNKNOWN and is_over(clause) and not is_of_each_month(clause, figure)
    return over or known in NO_PLAN - {Role.LENT}


def _is_none(clause: str, figure: Figure, known: Role, view: Questions) -> bool:
    """A price, what is over or denied, a year: none of the figures that are asked for."""
    over = known in UNSAID or (known is Role.UNKNOWN and is_over(clause))
    over &= not is_of_each_month(clause, figure)
    year = figure.kind is not Kind.DURATION and is_time(clause, figure)
    return over or year or bool(denied(clause, [(figure.start, figure.end)], view.language))


def _is_large(figure: Figure) -> bool:
    best = figure.reading.candidates[0].value if figure.reading.candidates else 0
    counted = figure.kind is Kind.INTEGER and figure.counts is not None and float(str(best)) > 1
    return counted or (figure.kind is Kind.AMOUNT and float(str(best)) >= LEAST_SUM)


def _take_words(part: str, path: str, view: Questions, locale: LenderLocale, found: Beside) -> bool:
    """A phone, a name, a day, a village: what is no figure, and is led to by the words of its question."""
    told = False
    if is_over(fold(clean(part))):
        return told
    for one in story.understand(part, view, locale, anew=True).items:
        item = one.item
        if (
            item.path == path
            or one.inferred
            or item.read_as in FIGURES
            or not _is_named(part, item.path, view)
        ):
            continue
        told = True
        if found.behind and item.kind is QuestionKind.DATE:
            found.apart.append(one.words)
        elif item.value != view.value(item.path):
            found.values.setdefault(item.path, item.value)
    return told


def _is_named(part: str, path: str, view: Questions) -> bool:
    """What he does with the money is told at its own question; a choice needs a word that leads to it."""
    how = (view.cells(path).get("read_as") or "").strip().lower()
    if how in ("words:from", "words:named") and view.value(path):
        return False
    if view.session.kind(path) not in SHOWN_BEFORE:
        return True
    cues = packed(view.cells(path).get("story_words", ""), view.language, "en")
    return any(places(fold(clean(cue)), fold(clean(part))) for cue in cues)


def _take_more(rest: str, view: Questions, locale: LenderLocale, found: Beside) -> bool:
    """A sum that no word leads from: the larger loan of who wants more, else it is of what is asked next. Whether there
    was such a sum."""
    sums = _loose_sums(rest, view, locale, found)
    wanted = [one for one in sums if is_plainly_wanted(one[1], one[0])]
    if len(sums) == 1 and (wanted or mind_changing.wants_more(rest)):
        values = _larger(sums[0][0], view, locale)
        found.values |= values
        if values:
            found.unplaced.remove(sums[0][0].words)
        return bool(values)
    owed = [one for figure, clause in sums for one in _asked_next(figure, clause, view, locale, found)]
    found.owed += owed
    for _path, _value, words in owed:
        found.unplaced.remove(words)
    return bool(owed)


def _loose_sums(rest: str, view: Questions, locale: LenderLocale, found: Beside) -> list[tuple[Figure, str]]:
    left, sums = [*found.unplaced], []
    for mark, clause in _marks(rest, view, locale):
        words = mark.figure.words
        if mark.figure.kind is Kind.AMOUNT and words in left and not mind_changing.wants_to_know(clause):
            left.remove(words)
            sums.append((mark.figure, clause))
    return sums


def _take_owed(view: Questions, found: Beside) -> None:
    """What is asked next, where one figure tells it; of two ("the bank 3000, my brother 2000") neither is the whole."""
    for path in found.behind:
        told = [(value, words) for other, value, words in found.owed if other == path]
        if len(told) > 1:
            found.unplaced += [words for _value, words in told]
        elif told and decimal(view.value(path)) != decimal(told[0][0]):
            found.values[path] = told[0][0]


def _larger(figure: Figure, view: Questions, locale: LenderLocale) -> dict[str, str]:
    answered = {item.path: item.value for item in view.answered()}
    values = loose(figure.words, {}, answered, view, locale).values
    return {
        path: value
        for path, value in values.items()
        if (decimal(value) or 0) > (decimal(view.value(path)) or 0)
    }


def _asked_next(
    figure: Figure, clause: str, view: Questions, locale: LenderLocale, found: Beside
) -> list[tuple[str, str, str]]:
    if is_plainly_wanted(clause, figure):
        return []
    monthly = is_of_each_month(clause, figure)
    asked = [path for path in found.behind if speaks_of_months(path, view) == monthly]
    value = value_at(figure, asked[0], view, locale) if asked else None
    return [(asked[0], value, figure.words)] if value is not None else []
