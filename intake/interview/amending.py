"""A correction of what was told: which item a figure is for that no word leads to, or that it must be asked."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from intake.interview import trying
from intake.interview.answering import storable
from intake.interview.clauses import HAN, HEADS_HAN, LEAST_SUM, Figure, clauses
from intake.interview.columns import read_as
from intake.interview.leading import lead
from intake.interview.money_roles import role_in
from intake.interview.money_states import Role
from intake.interview.prices import is_past_or_price
from intake.interview.questions import Questions
from intake.interview.story_finding import PRICES
from intake.interview.swapping import Amended, decimal, marks_of, number, value_at
from intake.interview.types import Which
from intake.reading import Kind, LenderLocale
from intake.reading.cleaning import clean, fold

FEW_WORDS, FEW_HAN = 5, 8  # beside a figure that corrects; where there are more, something new is told


def loose(
    text: str,
    told: Mapping[str, str],
    values: Mapping[str, str],
    questions: Questions,
    locale: LenderLocale,
) -> Amended:
    """ "Make it 9000", "no, 15 goats": the one figure of a message that nothing points from.

    `told` is what the message says as a story; a sum that it gives to a question for want of another is in doubt too.
    """
    parts = clauses(storable(text))
    every = marks_of(parts, questions, locale)
    marks = [one for one in every if not one.wrong and not _says_nothing(parts[one.place], one.figure)]
    if len(marks) > 1:
        marks = [
            one for one in marks if not _has_its_place(parts[one.place], one.figure, told, questions, locale)
        ]
    if len(marks) != 1:
        return Amended()
    astray = any(one.wrong for one in every)  # "13 not 12" where no item is 12
    part, figure = parts[marks[0].place], marks[0].figure
    given = [path for path, value in told.items() if value_at(figure, path, questions, locale) == value]
    if figure.kind is Kind.AMOUNT and role_in(part, figure) is Role.HELP:
        return _anothers(figure, given, values, questions, locale)
    if any(figure.kind is not Kind.AMOUNT or lead(part, figure, path, questions) for path in given):
        return Amended()
    found = {
        path: read
        for path in dict.fromkeys(
            (*given, *values, *_untold(figure, values, questions, locale, astray=astray))
        )
        if may_become(figure, values.get(path), path, questions)
        and (read := value_at(figure, path, questions, locale)) is not None
    }
    if any(values.get(path) == read for path, read in found.items()):
        return Amended(doubted=tuple(given))
    led = {path: near for path in found if (near := lead(part, figure, path, questions)) is not None}
    if led:
        path = min(led, key=lambda one: led[one])
        return Amended({path: found[path]}, doubted=tuple(given))
    if not given and not _brief(parts, figure):
        return Amended()
    surely = _brief(parts, figure) and not astray and not PRICES.search(part)
    return _settled(found, figure, values, questions, given, surely=surely)


def _anothers(
    figure: Figure,
    given: Sequence[str],
    values: Mapping[str, str],
    questions: Questions,
    locale: LenderLocale,
) -> Amended:
    """ "My uncle 3000": help from somebody is none of the sums that were told, unless he says which."""
    sums = [
        path
        for path in dict.fromkeys((*given, *values))
        if read_as(questions.cells(path))[0] is Kind.AMOUNT
        and value_at(figure, path, questions, locale) is not None
    ]
    found = {path: str(value_at(figure, path, questions, locale)) for path in sums}
    which = Which(figure.words, found, of_another=True) if found else None
    return Amended(which=which, doubted=tuple(given))


def _has_its_place(
    part: str, figure: Figure, told: Mapping[str, str], questions: Questions, locale: LenderLocale
) -> bool:
    """Whether a word leads from the figure to what the message was taken to tell by it."""
    return any(
        value_at(figure, path, questions, locale) == value and lead(part, figure, path, questions) is not None
        for path, value in told.items()
    )


def _says_nothing(part: str, figure: Figure) -> bool:
    """A price, what is over, or the "one" of "改一下" and "the other one"."""
    article = figure.kind is Kind.NUMBER and number(figure) == 1 and not re.search(r"\d", figure.words)
    return article or is_past_or_price(part, figure)


def _untold(
    figure: Figure, values: Mapping[str, str], questions: Questions, locale: LenderLocale, *, astray: bool
) -> Iterable[str]:
    """The counts still open that a bare figure may correct, where his words count what no item does ("buy 12 more")."""
    known = {decimal(value) for value in values.values()}
    said = [words for path, words in values.items() if questions.free_text(path)]
    counted = {number(one.figure) for one in marks_of(said, questions, locale)} - {None}
    if (figure.kind is not Kind.NUMBER and not astray) or counted <= known:
        return []
    trial = trying.with_values(values, questions)
    return [
        one.path
        for one in trial.questions()
        if not trial.value(one.path) and read_as(questions.cells(one.path))[0] is Kind.INTEGER
    ]


def _settled(
    found: Mapping[str, str],
    figure: Figure,
    values: Mapping[str, str],
    questions: Questions,
    given: Sequence[str],
    *,
    surely: bool,
) -> Amended:
    """One item that it may be; of several sums the main one, if the figure is nearest to it; else he is asked."""
    if not found or (len(found) == 1 and (surely or given)):
        return Amended(dict(found), doubted=tuple(given))
    main = next((one.field.path for one in questions.session.form.questions if one.field.path in found), "")
    near = min(found, key=lambda path: _times(found[path], values.get(path)))
    if surely and near == main and figure.kind is Kind.AMOUNT:
        return Amended({main: found[main]}, doubted=tuple(given))
    return Amended(which=Which(figure.words, dict(found)), doubted=tuple(given))


def may_become(figure: Figure, value: str | None, path: str, questions: Questions) -> bool:
    """A bare figure is a sum where it is large; where it is small, or that was large, a count, a time or an area."""
    reads, _ = read_as(questions.cells(path))
    told = number(figure)
    if figure.kind not in (Kind.AMOUNT, Kind.NUMBER) or told is None:
        return True
    if reads is Kind.AMOUNT:
        return told >= LEAST_SUM
    return told < LEAST_SUM or (decimal(value or "") or 0) >= LEAST_SUM


def _brief(parts: Sequence[str], figure: Figure) -> bool:
    """Whether little else is said than the figure: a correction, no more of the story."""
    said = " ".join(parts).replace(figure.words, " ", 1)
    return len(HAN.findall(said)) <= FEW_HAN and len(re.findall(r"[^\W\d_\u3400-\u9fff]+", said)) <= FEW_WORDS


def _times(value: str, before: str | None) -> Decimal:
    """How many times larger or smaller than what stood there."""
    new, old = decimal(value), decimal(before or "")
    if not new or not old or new < 0 or old < 0:
        return Decimal("Infinity")
    return max(new / old, old / new)


def is_near(value: str, before: str) -> bool:
    """Whether a figure is likely said in the place of another."""
    return 1 < _times(value, before) < 2


# --- the words of a purpose, when what they count has changed


def recounted(
    values: Mapping[str, str], before: Mapping[str, str], questions: Questions, locale: LenderLocale
) -> dict[str, str]:
    """ "Buy 12 goats" or "buy twelve goats" says 15 when the 12 has become 15, and stands there once."""
    counts = [
        path
        for path, value in values.items()
        if before.get(path, value) != value and read_as(questions.cells(path))[0] is Kind.INTEGER
    ]
    told = dict(values)
    for path in counts:
        for other, words in values.items():
            if questions.free_text(other) and words == before.get(other):
                told[other] = _recounted(words, before[path], values[path], questions, locale)
    return told


def _recounted(words: str, old: str, new: str, questions: Questions, locale: LenderLocale) -> str:
    digits = re.compile(rf"(?<![\d.,]){re.escape(old)}(?![\d.,]*\d)")
    if digits.search(words):
        return digits.sub(new, words) if len(digits.findall(words)) == 1 else words
    spelled = [
        figure.words.replace(figure.counts or "", "").strip().rstrip(HEADS_HAN)
        for figure in (one.figure for one in marks_of([fold(clean(words))], questions, locale))
        if number(figure) == decimal(old)
    ]
    if len(spelled) != 1 or not spelled[0]:
        return words
    found = list(re.finditer(re.escape(spelled[0]), words, re.IGNORECASE))
    return words[: found[0].start()] + new + words[found[0].end() :] if len(found) == 1 else words
