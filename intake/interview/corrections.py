"""What a message says of another question than the present one: "no, 9000 not 8000", "I can put in 4300".

Nothing here is an answer: it is proposed, and a yes takes it over.
"""

from __future__ import annotations

from collections.abc import Sequence

from intake.forms import FormSession, QuestionKind
from intake.interview import amending, story, swapping, trying
from intake.interview.answering import storable, wanted
from intake.interview.clause_days import days
from intake.interview.clauses import Figure, clauses, figures, without_denied
from intake.interview.columns import read_as
from intake.interview.leading import lead
from intake.interview.measures import FIGURES
from intake.interview.money_placing import may_answer
from intake.interview.questions import Questions
from intake.interview.spans import is_of_each_month, is_time, leads_to, speaks_of_months
from intake.interview.swapping import Amended, Mark
from intake.reading import Kind, LenderLocale
from intake.reading.courtesies import apologises


def corrected(text: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """The answers that the message gives otherwise, by path; for when nothing is left to ask."""
    swap = swapping.swapped(text, _answered(questions), questions, locale)
    return _told_otherwise(swap.rest, questions, locale) | swap.values


def _told_otherwise(text: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    understood = story.understand(without_denied(text), questions, locale, anew=True)
    return {
        one.item.path: one.item.value
        for one in understood.items
        if not one.inferred and one.item.value != questions.value(one.item.path)
    }


def _answered(questions: Questions) -> dict[str, str]:
    return {item.path: item.value for item in questions.answered()}


def instead(
    text: str, path: str, questions: Questions, locale: LenderLocale, *, plainly: bool = True
) -> Amended:
    """ "Can I have 10k instead", "no wait, 15 goats" at the question `path`: the answer before that the one figure is
    for, by a word that leads there. One that is said `plainly` in the place of another ("make it 9000") needs no such
    word, unless it answers the question itself; a day, a year and a span ("for 3 months") correct nothing."""
    answered = _answered(questions)
    swap = swapping.swapped(text, answered, questions, locale)
    if swap.values:
        return Amended(_told_otherwise(swap.rest, questions, locale) | swap.values)
    parts = clauses(storable(text))
    marks = swapping.marks_of(parts, questions, locale)
    lone = amending.loose(
        text, {}, {one: value for one, value in answered.items() if one != path}, questions, locale
    )
    if not marks or _leads_away(parts, marks, lone, path, questions, plainly=plainly):
        return lone
    if any(_is_aside(parts[mark.place], mark.figure, questions, locale) for mark in marks):
        return Amended()
    here = swapping.value_at(marks[0].figure, path, questions, locale)
    fits_here = here is not None and path in trying.consistent({path: here}, questions)
    counts = lone.which is not None and any(mark.figure.counts for mark in marks)
    return lone if not fits_here and (plainly or counts) else Amended()


def _leads_away(
    parts: Sequence[str],
    marks: Sequence[Mark],
    lone: Amended,
    path: str,
    questions: Questions,
    *,
    plainly: bool,
) -> bool:
    """Whether a word beside the figure leads to what it is taken for, and none that is nearer to the question."""
    leads = lead if plainly else leads_to
    for mark in marks:
        part = parts[mark.place]
        gaps = [
            leads(part, mark.figure, other, questions)
            for other in lone.values
            if not is_of_each_month(part, mark.figure) or speaks_of_months(other, questions)
        ]
        own = leads(part, mark.figure, path, questions)
        if any(gap is not None and (own is None or gap < own) for gap in gaps):
            return True
    return False


def _is_aside(part: str, figure: Figure, questions: Questions, locale: LenderLocale) -> bool:
    """A day, a year, how long, or what is paid each month: "1 July", "since 2020", "after 3 months"."""
    dated = any(
        day.start <= figure.start and figure.end <= day.end for day in days(part, questions.language, locale)
    )
    return dated or is_time(part, figure) or is_of_each_month(part, figure)


def changed_plan(text: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """ "No, I want to buy 12 goats instead": another story than the one before, that chooses otherwise."""
    blank = FormSession(questions.session.form, clock=questions.session.clock)
    view = Questions(blank, questions.language)
    told = {one.item.path: one.item for one in story.understand(without_denied(text), view, locale).items}
    turned = any(
        item.kind is QuestionKind.SELECT_ONE and questions.value(path) not in ("", item.value)
        for path, item in told.items()
    )
    planned = any((view.cells(path).get("read_as") or "").strip() == "words:from" for path in told)
    if not (turned and planned):
        return {}
    return {path: item.value for path, item in told.items() if item.value != questions.value(path)}


def meant_elsewhere(text: str, path: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """What a message at the question `path` says of others: a sum denied there, or one with words that are theirs.

    Who says "I can put in 4300" has not that many goats.
    """
    swap = swapping.swapped(text, _answered(questions), questions, locale)
    if swap.values:
        return _told_otherwise(swap.rest, questions, locale) | swap.values
    if not _counts_otherwise(path, questions):
        return {}
    told = _sure_of_others(text, path, questions, locale)
    others = {other: value for other, value in told.items() if value != questions.value(other)}
    if not others:
        return {}
    understood = story.understand(without_denied(text), questions, locale, anew=True)
    open_too = {
        one.item.path: one.item.value
        for one in understood.items
        if not one.inferred and not questions.value(one.item.path)
    }
    return open_too | others


def _counts_otherwise(path: str, questions: Questions) -> bool:
    """Whether sure words of others mean others here: a text, or any sum ("I borrowed 2000"), may hold them."""
    cells = questions.cells(path)
    any_sum = read_as(cells)[0] is Kind.AMOUNT and not cells.get("sure_words")
    return not any_sum and not questions.free_text(path)


def _sure_of_others(text: str, path: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """Sums beside words that no other question has (`sure_words`)."""
    found: dict[str, str] = {}
    for clause in clauses(storable(without_denied(text))):
        for figure in figures(clause, questions.language, locale, ()):
            owner = _owner(clause, figure, path, questions)
            value = swapping.number(figure)
            if owner and owner != path and owner not in found and value is not None and value > 0:
                found[owner] = str(value)
    return found


def _owner(clause: str, figure: Figure, at: str, questions: Questions) -> str | None:
    """The question whose sure words stand nearest to a sum."""
    if figure.kind is not Kind.AMOUNT:
        return None
    near: list[tuple[float, str]] = []
    for question in questions.session.questions():
        if read_as(questions.cells(question.path))[0] is not Kind.AMOUNT:
            continue
        gap = lead(clause, figure, question.path, questions, ("sure_words",))
        if gap is not None and may_answer(clause, figure, question.path, questions, at):
            near.append((gap, question.path))
    return min(near)[1] if near else None


def may_be_the_last(text: str, value: str, path: str, last: str | None, questions: Questions) -> bool:
    """ "Sorry, 9000" right after 8000 of the same kind: an apology may correct that, though it answers this."""
    kind = wanted(questions, path)
    alike = last is not None and kind in FIGURES and kind is wanted(questions, last)
    return alike and apologises(text) and amending.is_near(value, questions.value(str(last)))
