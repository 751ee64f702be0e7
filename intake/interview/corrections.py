"""What a message says of another question than the present one: "no, 9000 not 8000", "I can put in 4300".

Nothing here is an answer: it is proposed, and a yes takes it over.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation

from intake.forms import FormSession, QuestionKind
from intake.interview import story
from intake.interview.answering import storable, typed
from intake.interview.clauses import Figure, clauses, denied, figures, without_denied
from intake.interview.columns import packed, read_as
from intake.interview.questions import Questions
from intake.interview.story_finding import distance
from intake.reading import Kind, LenderLocale
from intake.reading.cleaning import clean, fold


def corrected(text: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """The answers that the message gives otherwise, by path; for when nothing is left to ask."""
    told = _in_place_of(text, questions, locale)
    if told:
        return told
    understood = story.understand(without_denied(text), questions, locale, anew=True)
    return {
        one.item.path: one.item.value
        for one in understood.items
        if not one.inferred and one.item.value != questions.value(one.item.path)
    }


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
    told = _in_place_of(text, questions, locale)
    if told or not _counts_otherwise(path, questions):
        return told
    others = _sure_of_others(text, path, questions, locale)
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


def _in_place_of(text: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """ "9000 not 8000": the answer that is 8000 becomes 9000, if one is and one figure is left."""
    wrong = {_number(figure) for words in denied(text) for figure in _figures(words, questions, locale)} - {
        None
    }
    places = [item.path for item in questions.answered() if wrong and _decimal(item.value) in wrong]
    left = _figures(without_denied(text), questions, locale)
    if len(places) != 1 or len(left) != 1:
        return {}
    read = typed(left[0].words, questions, places[0], locale)
    return {places[0]: read} if isinstance(read, str) else {}


def _sure_of_others(text: str, path: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """Sums beside words that no other question has (`sure_words`)."""
    found: dict[str, str] = {}
    for clause in clauses(storable(without_denied(text))):
        for figure in figures(clause, questions.language, locale, ()):
            owner = _owner(clause, figure, questions)
            value = _number(figure)
            if owner and owner != path and owner not in found and value is not None and value > 0:
                found[owner] = str(value)
    return found


def _owner(clause: str, figure: Figure, questions: Questions) -> str | None:
    """The question whose sure words stand nearest to a sum."""
    if figure.kind is not Kind.AMOUNT:
        return None
    near: list[tuple[float, str]] = []
    for question in questions.session.questions():
        cells = questions.cells(question.path)
        if read_as(cells)[0] is not Kind.AMOUNT:
            continue
        words = packed(cells.get("sure_words", ""), questions.language, "en")
        cues = tuple(fold(clean(word)) for word in words)
        gap = distance(clause, figure, cues, questions.language)
        if gap is not None:
            near.append((gap, question.path))
    return min(near)[1] if near else None


def _figures(text: str, questions: Questions, locale: LenderLocale) -> list[Figure]:
    found: Mapping[str, list[Figure]] = {
        language: [one for clause in clauses(storable(text)) for one in figures(clause, language, locale, ())]
        for language in dict.fromkeys((questions.language, "en"))
    }
    return max(found.values(), key=len)


def _number(figure: Figure) -> Decimal | None:
    best = figure.reading.best
    return _decimal(str(best.value)) if best else None


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
