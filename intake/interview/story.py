"""The story: what one message in the farmer's own words answers.

Numbers go to the question whose `story_words` stand nearest; choices are found by their `synonyms`; what a question
needs before it applies is inferred (goats: keeping animals). Whatever is found is only proposed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from intake.forms import Accepted as FormAccepted
from intake.forms import FormSession, QuestionKind
from intake.interview.answering import storable, typed
from intake.interview.choosing import yes_no_choices
from intake.interview.clauses import clauses, figures, without_denied
from intake.interview.columns import names_a_person, packed, read_as
from intake.interview.measures import far_too_many
from intake.interview.prices import without_taken_back
from intake.interview.questions import Questions
from intake.interview.spelling import spelled
from intake.interview.story_finding import find
from intake.interview.story_found import Ask, Found
from intake.interview.story_purpose import leave_purpose
from intake.interview.trying import copy
from intake.interview.types import Ambiguous, StoryItem, StoryReader, Understood
from intake.interview.wanting import with_buying
from intake.reading import Candidate, Kind, LenderLocale, Reason
from intake.reading.cleaning import clean, fold
from intake.reading.phones import with_phones_whole
from intake.reading.traditional import simplified

LEAST_WORDS = 5  # a shorter message answers one question, if any
LEAST_HAN = 8
LONGEST = 2000  # letters
MOST_SPELLED = 1000  # animals counted in words
QUESTIONS_A_QUOTE = 2  # that a model may answer with the same words ("goats": which trade, which animals)


def understand(
    text: str,
    questions: Questions,
    locale: LenderLocale,
    reader: StoryReader | None = None,
    *,
    anew: bool = False,
    at: str = "",
) -> Understood:
    """Everything the story tells that the form asks and that is not answered yet; with `anew` of what is, too.

    A sum or a time that no words point from belongs to the question `at` which it was told.
    """
    asks = _asks(questions, anew)
    said = simplified(text)
    plain = spelled(with_phones_whole(storable(said)[:LONGEST], locale))
    body = with_buying(without_denied(without_taken_back(plain)), asks)
    tongues = _languages(body, questions.language, locale)
    heard = {tongue: find(body, tongue, asks, questions, locale, at) for tongue in tongues}
    best = max(heard.values(), key=lambda found: len(found.values))  # of equals the first
    best.add(*(heard[tongue] for tongue in (questions.language, "en") if tongue in heard))
    leave_purpose(best, asks, questions)
    _count_in_purpose(best, asks, questions, locale)
    if reader is not None and body.strip():
        _let_model_point(body, reader, asks, best, questions, locale)
    if said != text:
        _as_written(text, said, best, asks)
    return _checked(best, asks, questions, locale)


def _count_in_purpose(found: Found, asks: Sequence[Ask], questions: Questions, locale: LenderLocale) -> None:
    """ "For 50 chickens" counts what will be bought, though no word of buying stands there."""
    purpose = next(
        (ask for ask in asks if _from_words(questions, ask.path) and ask.path in found.values), None
    )
    if purpose is None:
        return
    cue = packed(questions.cells(purpose.path).get("story_words", ""), questions.language, "en")[:1]
    between = "" if questions.language == "zh" else " "
    told = between.join((*cue, found.values[purpose.path]))
    counts = [ask for ask in asks if ask.reads is Kind.INTEGER]
    for language in _languages(told, questions.language, locale):
        again = find(told, language, [*counts, *(ask for ask in asks if ask.options)], questions, locale)
        for ask in counts:
            value, words = again.values.get(ask.path, ""), again.words.get(ask.path, "")
            plain = re.search(r"\d", words) or (
                value and Decimal(value) <= MOST_SPELLED
            )  # a "rice mill" is no million
            others = [
                found.values[other.path]
                for other in asks
                if not _is_time(other) and other.path in found.values
            ]
            if value and plain and value not in others:
                found.take(ask.path, value, words)


def _as_written(text: str, said: str, found: Found, asks: Sequence[Ask]) -> None:
    """The farmer's own words as he wrote them, in traditional characters."""
    for ask in asks:
        place = said.find(found.values.get(ask.path) or "\0") if ask.kind is QuestionKind.TEXT else -1
        if place >= 0:
            found.values[ask.path] = text[place : place + len(found.values[ask.path])]


def _is_time(ask: Ask) -> bool:
    return ask.reads in (Kind.DURATION, Kind.DATE)


def _from_words(questions: Questions, path: str) -> bool:
    return (questions.cells(path).get("read_as") or "").strip().lower() == "words:from"


def _languages(body: str, language: str, locale: LenderLocale) -> Iterable[str]:
    if re.search(r"[\u3400-\u9fff]", body):
        return ("zh",)
    if re.search(r"[\u0900-\u097f]", body):
        return ("hi",)
    return dict.fromkeys(
        (language if language != "zh" else "en", "en", *(t for t in locale.languages if t != "zh"))
    )


def told_besides(text: str, path: str, questions: Questions, locale: LenderLocale) -> dict[str, str]:
    """What the answer "12 goats" to "what will you buy?" tells of the open questions that apply: which, and how many.

    Sums, days and times are left to be asked: they need a yes; so does a number far beyond what people keep.
    """
    begun = clauses(storable(text)[:LONGEST])[:1]
    counted = [
        name
        for ask in _asks(questions, False)
        for one in ask.options
        for name in (*one.labels, *one.synonyms)
    ]
    marks = figures(begun[0], questions.language, locale, counted) if begun else []
    cues = packed(questions.cells(path).get("story_words", ""), questions.language)
    lead = cues[:1] if marks and marks[0].start == 0 and marks[0].counts else ()
    between = "" if questions.language == "zh" else " "
    understood = understand(between.join((*lead, text)), questions, locale)
    return {
        one.item.path: one.item.value
        for one in understood.items
        if one.item.path != path
        and one.item.read_as not in (Kind.AMOUNT, Kind.DATE, Kind.DURATION)
        and one.item.kind is not QuestionKind.DATE
        and not one.inferred
        and not (one.item.read_as is Kind.INTEGER and far_too_many(one.item.value))
    }


def _asks(questions: Questions, anew: bool) -> list[Ask]:
    """Every question outside repeats that has no answer yet (with `anew`, or has), whether it applies yet or not."""
    session = questions.session
    found = []
    for control in session.form.questions:
        path = control.field.path
        if any(each.repeat is not None for each in control.field.ancestors()):
            continue
        if questions.value(path) and not anew:
            continue
        cells = questions.cells(path)
        reads, unit = read_as(cells)
        # a yes or a no in a story belongs to no question of the form
        chooses = control.kind is QuestionKind.SELECT_ONE and _has_synonyms(questions, path)
        chooses = chooses and not yes_no_choices(questions, path)
        options = tuple(questions.options(path)) if chooses else ()
        cues = packed(cells.get("story_words", ""))
        found.append(Ask(path, control.kind, reads, unit, cues, options))
    return found


def _has_synonyms(questions: Questions, path: str) -> bool:
    return any(choice.extras.get("synonyms") for choice in questions.choices(path))


def _let_model_point(
    body: str,
    reader: StoryReader,
    asks: Sequence[Ask],
    found: Found,
    questions: Questions,
    locale: LenderLocale,
) -> None:
    """Quotes that stand in the text, read by the same reader; everything else a model says is dropped.

    Sums, days and times are never the model's to place: they are left to the words beside them, or asked. And the same
    words for question after question are no reading: a small model that is out of its depth answers "goats" to
    everything, the identity number included.
    """
    open_asks = [ask for ask in asks if ask.path not in found.values and not _figures_only(ask)]
    labels = {ask.path: questions.label(ask.path) for ask in open_asks}
    quotes: Mapping[str, str] = reader.read(body, labels) if labels else {}
    said = clean(body)
    often = Counter(clean(quote) for quote in quotes.values())
    for path, quote in quotes.items():
        if path not in labels or not quote.strip() or clean(quote) not in said:
            continue
        if often[clean(quote)] > QUESTIONS_A_QUOTE:
            continue
        read = typed(quote, questions, path, locale)
        if isinstance(read, str):
            found.unclear.pop(path, None)
            found.take(path, read, quote)


def _figures_only(ask: Ask) -> bool:
    by_kind = ask.kind in (QuestionKind.DATE, QuestionKind.DATETIME, QuestionKind.TIME)
    return by_kind or ask.reads in (Kind.AMOUNT, Kind.DATE, Kind.DURATION, Kind.TIME)


def _checked(found: Found, asks: Sequence[Ask], questions: Questions, locale: LenderLocale) -> Understood:
    """Try everything on a copy of the form, in its order, with what must be so for it to apply."""
    _give_lone_area(found, asks, questions, locale)
    trial = copy(questions)
    for ask in asks:
        if (ask.path in found.values or ask.path in found.several) and not trial.relevant(ask.path):
            _infer(ask.path, asks, trial, found)
    view = Questions(trial, questions.language)
    items = []
    for control in trial.form.questions:
        path = control.field.path
        if path not in found.values or path in found.unclear or not trial.relevant(path):
            continue
        taken = trial.answer(path, found.values[path])
        if isinstance(taken, FormAccepted):
            items.append(StoryItem(view.item(path), found.words.get(path, ""), path in found.inferred))
    unclear = tuple(doubt for path, doubt in found.unclear.items() if trial.relevant(path))
    uncounted = any(
        ask.reads is Kind.INTEGER and ask.path not in found.values and trial.relevant(ask.path)
        for ask in asks
    )
    found.unplaced += _of_no_question(found, asks, items, questions)
    left = [*found.times, *(found.counts if uncounted else ())]
    return Understood(tuple(items), unclear, tuple(_said_back(left, found, items)))


def _of_no_question(
    found: Found, asks: Sequence[Ask], items: Sequence[StoryItem], questions: Questions
) -> list[str]:
    """The sums, phones and names whose question does not apply, or takes none: a guarantor's, of a small loan."""
    shown = {one.item.path for one in items}
    told = [
        ask.path
        for ask in asks
        if ask.reads in (Kind.AMOUNT, Kind.PHONE) or names_a_person(questions.cells(ask.path))
    ]
    gone = [path for path in told if path not in shown and path not in found.unclear]
    return [words for path in gone if (words := found.words.get(path))]


def _said_back(left: Sequence[str], found: Found, items: Sequence[StoryItem]) -> dict[str, None]:
    """The sums that have no question, and what of the times and counts stands in no answer either."""
    kept = [fold(clean(simplified(one.item.value))) for one in items if one.item.kind is QuestionKind.TEXT]
    kept += found.unplaced
    alone = [words for words in left if not any(words in text for text in kept)]
    placed = [one.words for one in items]
    return dict.fromkeys(words for words in (*found.unplaced, *alone) if words not in placed)


def _give_lone_area(found: Found, asks: Sequence[Ask], questions: Questions, locale: LenderLocale) -> None:
    """ "My 10 mu winter corn": the one area told belongs to the one question for an area that applies."""
    told = copy(questions)
    for control in told.form.questions:
        path = control.field.path
        if path in found.values and told.relevant(path):
            told.answer(path, found.values[path])
    asked = [ask for ask in asks if ask.reads is Kind.AREA and told.relevant(ask.path)]
    if len(found.areas) == 1 and len(asked) == 1:
        read = typed(found.areas[0], questions, asked[0].path, locale)
        found.take(asked[0].path, read, found.areas[0])


def _infer(path: str, asks: Sequence[Ask], trial: FormSession, found: Found) -> None:
    """The one choice of an earlier question that makes `path` apply: goats mean keeping animals."""
    for control in trial.form.questions:
        parent = control.field.path
        if parent == path or control.kind is not QuestionKind.SELECT_ONE or trial.value(parent):
            continue
        making = [
            choice.name for choice in trial.choices(parent) if _makes_apply(parent, choice.name, path, trial)
        ]
        if len(making) != 1:
            continue
        _agree(parent, making[0], found.words.get(path, ""), asks, found)
        return


def _makes_apply(parent: str, name: str, path: str, trial: FormSession) -> bool:
    if not isinstance(trial.answer(parent, name), FormAccepted):
        return False
    applies = trial.relevant(path)
    trial.clear(parent)
    return applies


def _agree(parent: str, name: str, words: str, asks: Sequence[Ask], found: Found) -> None:
    """What is inferred must not contradict what was said: then the farmer is asked."""
    said = found.values.get(parent)
    if said is None and parent not in found.unclear:
        found.values[parent], found.words[parent] = name, words
        found.inferred.add(parent)
    elif said is not None and said != name:
        labels = {
            option.name: option.labels[0] for ask in asks if ask.path == parent for option in ask.options
        }
        both = tuple(Candidate(each, labels.get(each, each)) for each in (said, name))
        found.unclear[parent] = Ambiguous(parent, both, Reason.SEVERAL)
