"""A figure that is said in the place of another: "9000 not 8000", "change 8000 to 9000"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from intake.interview.answering import storable, typed
from intake.interview.clauses import DENIED, HAN, Figure, clauses, figures
from intake.interview.columns import read_as
from intake.interview.measures import countable
from intake.interview.questions import Questions
from intake.interview.types import Which
from intake.reading import Kind, LenderLocale

# What a figure may measure; one with no unit, that counts nothing, may be any of them.
MEASURES: Mapping[Kind, frozenset[Kind]] = {
    Kind.INTEGER: frozenset({Kind.INTEGER, Kind.NUMBER}),
    Kind.DURATION: frozenset({Kind.DURATION}),
    Kind.AREA: frozenset({Kind.AREA}),
    Kind.AMOUNT: frozenset({Kind.AMOUNT, Kind.INTEGER, Kind.NUMBER, Kind.DURATION, Kind.AREA}),
    Kind.NUMBER: frozenset({Kind.AMOUNT, Kind.INTEGER, Kind.NUMBER, Kind.DURATION, Kind.AREA}),
}
_SUM = r"\d[\d,.]*(?:\s?k\b| thousand| hundred)?|(?:elfu|laki|mia)(?: [a-z]+){1,3}?"
_HAN_SUM = r"[\d一二两三四五六七八九十百千万半][\d,.一二两三四五六七八九十百千万半]*"
_HAN_UNIT = r"(?:元|块钱?|个月|年|[只头匹口亩])?"
_VERB = r"change|correct|fix|edit|make|from|badilisha|badili|rekebisha|kutoka|toa"
# "Change 8000 to 9000" says "9000 not 8000".
_HAN_OLD_BEFORE = r"(?<![\d,.一二两三四五六七八九十百千万])(?<!不是)(?<!不是[借贷要])"
_HAN_OLD = rf"(?:把|将|从)?{_HAN_OLD_BEFORE}(?P<lead>)(?P<old>{_HAN_SUM}){_HAN_UNIT}(?:要|得|应该|应)?"
TURNS = (
    (rf"\b(?:{_VERB})\b(?P<lead>[^\d]{{0,20}}?)(?P<old>{_SUM})\s+(?:to|into|na|kuwa|hadi)\s+(?P<new>{_SUM})$", "not"),
    (rf"(?P<lead>)(?P<old>{_SUM})\s+(?:should be|must be|iwe|ziwe|wawe|kuwa)\s+(?P<new>{_SUM})$", "not"),
    (rf"{_HAN_OLD}(?:改[成为]|换成|变成|是|为)(?P<new>{_HAN_SUM}{_HAN_UNIT})$", "不是"),
)  # fmt: skip


@dataclass(slots=True)
class Amended:
    """What a message puts in the place of something: `values` by path, what is to be asked, and the text left over."""

    values: dict[str, str] = field(default_factory=dict)
    which: Which | None = None
    rest: str = ""
    doubted: tuple[str, ...] = ()  # what the message was taken to tell for want of another question


@dataclass(frozen=True, slots=True)
class Mark:
    """A figure in its clause."""

    place: int
    figure: Figure
    wrong: bool = False


def swapped(text: str, values: Mapping[str, str], questions: Questions, locale: LenderLocale) -> Amended:
    """ "9000 not 8000", "change 8000 to 9000": the item of `values` that is 8000 becomes 9000."""
    parts = [_turned(part) for part in clauses(storable(text))]
    marks = marks_of(parts, questions, locale)
    amended, spent = Amended(), list[Mark]()
    for wrong in [mark for mark in marks if mark.wrong]:
        right = _right(wrong, [mark for mark in marks if not mark.wrong and mark not in spent])
        places = _places(wrong.figure, right.figure, values, questions, locale) if right else {}
        if right is None or not places:
            continue
        spent += [wrong, right]
        if len(places) == 1:
            amended.values |= places
        else:
            amended.which = amended.which or Which(right.figure.words, places)
    amended.rest = _without(parts, spent) if spent else text
    return amended


def _turned(part: str) -> str:
    for pattern, denies in TURNS:
        match = re.search(pattern, part)
        if match:
            gap = "" if HAN.search(part) else " "
            told = gap.join((match["new"], denies, match["old"]))
            return f"{part[: match.start()]}{match['lead']}{told}"
    return part


def marks_of(parts: Sequence[str], questions: Questions, locale: LenderLocale) -> list[Mark]:
    """The figures of the farmer's language, or of English where that has more."""
    counted = countable(questions)
    told = {
        tongue: [
            Mark(place, figure, _is_denied(part, figure))
            for place, part in enumerate(parts)
            for figure in figures(part, tongue, locale, counted)
        ]
        for tongue in dict.fromkeys((questions.language, "en"))
    }
    return max(told.values(), key=len)


def _is_denied(part: str, figure: Figure) -> bool:
    spans = (match.span() for match in DENIED.finditer(part))
    return any(figure.start < end and start < figure.end for start, end in spans)


def _right(wrong: Mark, others: Sequence[Mark]) -> Mark | None:
    """The figure said in its place: the one before it in the same breath, else the one after it, else the nearest."""
    here = [mark for mark in others if mark.place == wrong.place]
    before = [mark for mark in here if mark.figure.start < wrong.figure.start]
    after = [mark for mark in here if mark.figure.start > wrong.figure.start]
    beside = [mark for mark in others if abs(mark.place - wrong.place) == 1]
    return next(iter((*before[-1:], *after[:1], *beside[-1:])), None)


def _places(
    wrong: Figure, right: Figure, values: Mapping[str, str], questions: Questions, locale: LenderLocale
) -> dict[str, str]:
    """Where the wrong figure stands and the right one may stand."""
    found = {}
    for path, value in values.items():
        stands = value_at(wrong, path, questions, locale)
        read = value_at(right, path, questions, locale)
        if read is not None and stands is not None and decimal(stands) == decimal(value):
            found[path] = read
    return found


def value_at(figure: Figure, path: str, questions: Questions, locale: LenderLocale) -> str | None:
    """The figure as an answer to the question at `path`, where it is surely one."""
    reads, _ = read_as(questions.cells(path))
    if reads not in MEASURES.get(figure.kind, frozenset()):
        return None
    if figure.kind is Kind.INTEGER:
        best = figure.reading.best
        return best.echo.split()[0] if best else None
    read = typed(figure.words, questions, path, locale)
    return read if isinstance(read, str) else None


def _without(parts: Sequence[str], spent: Iterable[Mark]) -> str:
    """What else is said, less the figures that have their place, and the "not" before them."""
    left = list(parts)
    for mark in sorted(spent, key=lambda one: -one.figure.start):
        part, figure = left[mark.place], mark.figure
        kept = f" {figure.counts} " if figure.counts and not mark.wrong else " "
        start, end = _denial(part, figure) if mark.wrong else (figure.start, figure.end)
        left[mark.place] = part[:start] + kept + part[end:]
    return "; ".join(left)


def _denial(part: str, figure: Figure) -> tuple[int, int]:
    spans = [match.span() for match in DENIED.finditer(part)]
    over = [span for span in spans if figure.start < span[1] and span[0] < figure.end]
    starts, ends = zip((figure.start, figure.end), *over, strict=True)
    return min(starts), max(ends)


def number(figure: Figure) -> Decimal | None:
    best = figure.reading.best
    return decimal(str(best.value)) if best else None


def decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:
        return None
